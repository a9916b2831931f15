//! A change of the HTML report.

use super::super::model::{CampaignInfo, Change, ChangeKind, Verdict};
use super::super::wording;
use super::diff::{Piece, diff};
use super::metric;
use super::text::{Text, turns_of};

/// One metric's verdict on one call log, before and after.
pub(super) struct Row {
    /// The index of its metric in the filter.
    pub(super) metric: usize,
    pub(super) name: String,
    pub(super) log: i64,
    /// The call's URL in the dashboard.
    pub(super) link: Option<String>,
    pub(super) kind: ChangeKind,
    pub(super) within_noise: bool,
    /// The reviewer's outcome of the call.
    pub(super) reviewer: Option<&'static str>,
    /// Whether it fails after while the reviewer passed the call.
    pub(super) contradicts: bool,
    pub(super) before: Side,
    pub(super) after: Side,
    pub(super) customer: Option<String>,
    pub(super) turns: Vec<Turn>,
}

/// A verdict and its explanation.
pub(super) struct Side {
    pub(super) title: &'static str,
    pub(super) tone: &'static str,
    pub(super) verdict: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) notice: Option<String>,
}

/// A turn of the transcript.
pub(super) struct Turn {
    pub(super) time: Option<String>,
    pub(super) role: String,
    pub(super) text: Text,
}

impl Row {
    pub(super) fn new(change: &Change, metric: usize, campaign: &CampaignInfo) -> Self {
        let [old, new] =
            [&change.before, &change.after].map(|verdict| explanation(verdict.as_ref()));
        let (old_pieces, new_pieces) = diff(&old.shown, &new.shown);
        Self {
            metric,
            name: metric::name(&change.metric_name),
            log: change.call_log,
            link: campaign.link_to(change.call_log),
            contradicts: change.contradicts_reviewer(),
            kind: change.change,
            within_noise: change.within_noise == Some(true),
            reviewer: change
                .reviewer
                .map(|passed| if passed { "pass" } else { "fail" }),
            before: Side::new("Before", change.before.as_ref(), old_pieces, old.notice),
            after: Side::new("After", change.after.as_ref(), new_pieces, new.notice),
            customer: change
                .customer_number
                .as_deref()
                .map(|number| Text::cut(number, 80).shown),
            turns: change
                .excerpt
                .iter()
                .map(|line| Turn {
                    time: line.time.as_deref().map(|time| Text::cut(time, 10).shown),
                    role: Text::cut(&line.role, 80).shown,
                    text: Text::new(&line.text),
                })
                .collect(),
        }
    }

    /// Returns the kind as the page's script names it.
    pub(super) fn key(&self) -> &'static str {
        key(self.kind)
    }

    /// Returns the colour of the kind.
    pub(super) fn tone(&self) -> &'static str {
        match self.kind {
            ChangeKind::PassToFail => "fail",
            ChangeKind::FailToPass => "pass",
            ChangeKind::Vanished | ChangeKind::BecameNotApplicable => "warn",
            _ => "plain",
        }
    }

    pub(super) fn turns_label(&self) -> String {
        turns_of(self.turns.len())
    }

    /// Returns the approximate size of the row on the page, in bytes.
    pub(super) fn size(&self) -> usize {
        let pieces = self.before.pieces.iter().chain(&self.after.pieces);
        let turns = self.turns.iter().map(|turn| turn.text.shown.len() + 100);
        pieces
            .map(|piece| piece.text.len())
            .chain(turns)
            .sum::<usize>()
            + 1_500
    }
}

impl Side {
    fn new(
        title: &'static str,
        verdict: Option<&Verdict>,
        pieces: Vec<Piece>,
        notice: Option<String>,
    ) -> Self {
        let passed = verdict.and_then(|verdict| verdict.passed);
        Self {
            title,
            tone: match passed {
                Some(true) => "pass",
                Some(false) => "fail",
                None => "plain",
            },
            verdict: verdict.map_or_else(|| "no entry".to_owned(), in_words),
            pieces,
            notice,
        }
    }
}

/// Returns a verdict in words: `pass`, `score 3.5`, `booking`, or several of them.
fn in_words(verdict: &Verdict) -> String {
    let passed = verdict
        .passed
        .map(|passed| if passed { "pass" } else { "fail" }.to_owned());
    // A metric with pass and fail repeats them as a score.
    let score = verdict
        .score
        .filter(|_| passed.is_none())
        .map(|score| format!("score {}", wording::number(score)));
    let value = verdict.value.as_deref().map(metric::name);
    let parts: Vec<String> = [passed, score, value].into_iter().flatten().collect();
    if parts.is_empty() {
        "no verdict".to_owned()
    } else {
        parts.join(" · ")
    }
}

fn explanation(verdict: Option<&Verdict>) -> Text {
    verdict.map_or_else(Text::default, |verdict| {
        Text::new(&verdict.explanation.join("\n\n"))
    })
}

/// Returns the kind as a word without spaces.
pub(super) fn key(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::PassToFail => "pass_to_fail",
        ChangeKind::Vanished => "vanished",
        ChangeKind::BecameNotApplicable => "became_not_applicable",
        ChangeKind::ScoreMoved => "score_moved",
        ChangeKind::ValueChanged => "value_changed",
        ChangeKind::BecameApplicable => "became_applicable",
        ChangeKind::Appeared => "appeared",
        ChangeKind::FailToPass => "fail_to_pass",
        ChangeKind::ExplanationChanged => "explanation_changed",
        ChangeKind::Unchanged => "unchanged",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_in_words_says_each_thing_once() {
        let verdict = |passed, score, value: Option<&str>| {
            in_words(&Verdict {
                passed,
                score,
                value: value.map(str::to_owned),
                explanation: Vec::new(),
            })
        };
        assert_eq!(verdict(Some(true), Some(5.0), None), "pass");
        assert_eq!(verdict(None, Some(3.5), None), "score 3.5");
        assert_eq!(verdict(None, None, Some("booking")), "booking");
        assert_eq!(verdict(Some(false), None, Some("late")), "fail · late");
        assert_eq!(verdict(None, None, None), "no verdict");
    }

    #[test]
    fn keys_are_those_of_the_json() {
        for kind in ChangeKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), key(kind));
        }
    }
}
