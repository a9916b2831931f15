//! The texts of metrics, for each version.

use super::metrics::MetricKind;

/// The text by which a metric judges. Another version has another text.
#[derive(Debug)]
pub(crate) enum Wording {
    /// Instructions for a language model.
    Prompt(String),
    /// Python.
    Code(String),
}

/// Returns the purpose of the metric, the same in every version.
pub(crate) fn purpose(kind: MetricKind) -> &'static str {
    match kind {
        MetricKind::Adherence => "Whether the agent took every step of its script, in order.",
        MetricKind::YesNo => "Whether the caller got an answer to what they asked.",
        MetricKind::Continuous => "How calm and friendly the agent sounded, from 1 to 5.",
        MetricKind::Choice => "How the matter stood when the call ended.",
        MetricKind::Numeric => "The longest time in which nobody spoke, in seconds.",
    }
}

/// On which calls the metric is asked at all; `None` is on all of them.
pub(crate) fn trigger(kind: MetricKind) -> Option<&'static str> {
    (kind == MetricKind::Choice).then_some("The caller wanted something that the agent could do.")
}

/// The text of one version, counted from 1.
pub(crate) fn wording(kind: MetricKind, version: u32) -> Wording {
    let (instructions, amendments) = match kind {
        MetricKind::Adherence => (
            "Compare the call with the agent's script, step by step. Fail it if a step is missing or comes too early.",
            [
                "A step counts as taken only if the caller took it up.",
                "The agent need not identify callers who give an order number of their own accord.",
                "Repeating a change before carrying it out is a step as well.",
            ],
        ),
        MetricKind::YesNo => (
            "Find what the caller asked first. Pass the call if it was answered before the goodbye.",
            [
                "An answer that the caller had to ask for twice is none.",
                "A promise to call back is an answer if it names a day.",
                "If the caller asked several things, every one of them has to be answered.",
            ],
        ),
        MetricKind::Continuous => (
            "Rate the agent's tone from 1 to 5 in halves. Interrupting the caller costs a point.",
            [
                "Reading out a list in one breath costs half a point.",
                "Judge the second half of the call twice as heavily as the first.",
                "A caller's anger is no reason to take a point off.",
            ],
        ),
        MetricKind::Choice => (
            "Choose the word that describes how the matter stood at the end. Go by the last exchange.",
            [
                "Choose promised_callback only if a time was agreed on.",
                "A caller who hangs up in mid-sentence has given up.",
                "Putting the call through counts as handed_over even if nobody answers there.",
            ],
        ),
        MetricKind::Numeric => return Wording::Code(silence(version)),
    };
    let mut text = instructions.to_owned();
    if version > 1 {
        let amendment = amendments[(version as usize - 2) % amendments.len()];
        text.push_str(&format!("\n\nRevision {version}: {amendment}"));
    }
    Wording::Prompt(text)
}

fn silence(version: u32) -> String {
    let tenths = 2 * u64::from(version.saturating_sub(1));
    format!(
        "# Revision {version}\n\
         SHORTEST = {}.{}\n\
         turns = data[\"transcript_object\"]\n\
         pauses = [b[\"start_time\"] - a[\"end_time\"] for a, b in zip(turns, turns[1:])]\n\
         _result = max((p for p in pauses if p >= SHORTEST), default=0.0)\n\
         _explanation = f\"The longest silence lasted {{_result:.1f}} seconds.\"\n",
        tenths / 10,
        tenths % 10,
    )
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_versions_read_the_same() {
        for kind in [
            MetricKind::Adherence,
            MetricKind::YesNo,
            MetricKind::Continuous,
            MetricKind::Choice,
            MetricKind::Numeric,
        ] {
            let texts = (1..=40).map(|version| format!("{:?}", wording(kind, version)));
            assert_eq!(texts.collect::<HashSet<_>>().len(), 40, "{kind:?}");
        }
    }
}
