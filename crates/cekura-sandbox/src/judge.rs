//! The judge: a pure function of the seed, the call log, the metric, the metric's version and, where noise changes the
//! verdict, the evaluation.

use crate::random::Random;
use crate::world::{Metric, MetricKind, World};

/// The share of call logs whose verdict a new version of a metric can change.
const TOUCHED_BY_A_VERSION: f64 = 0.4;
const PASS_SHARE: f64 = 0.72;
const UNTRIGGERED_SHARE: f64 = 0.08;
const SAMPLED_OUT_SHARE: f64 = 0.12;

/// The words that a metric of this kind chooses from.
pub(crate) const OUTCOMES: [&str; 4] = ["resolved", "promised_callback", "handed_over", "given_up"];

/// The finding of a metric.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Finding {
    Passed,
    Failed,
    Score(f64),
    Choice(&'static str),
    /// The metric's condition did not hold for this call.
    NotTriggered,
    /// The call is not in the sample of the metric. Costs nothing.
    SampledOut,
}

impl Finding {
    pub(crate) fn is_applicable(self) -> bool {
        !matches!(self, Self::NotTriggered | Self::SampledOut)
    }

    /// The score as the replies show it: 5 or 0 for a yes-or-no metric.
    pub(crate) fn score(self) -> Option<f64> {
        match self {
            Self::Passed => Some(5.0),
            Self::Failed => Some(0.0),
            Self::Score(score) => Some(score),
            Self::Choice(_) | Self::NotTriggered | Self::SampledOut => None,
        }
    }

    pub(crate) fn passed(self) -> Option<bool> {
        match self {
            Self::Passed => Some(true),
            Self::Failed => Some(false),
            _ => None,
        }
    }

    pub(crate) fn choice(self) -> Option<&'static str> {
        match self {
            Self::Choice(word) => Some(word),
            _ => None,
        }
    }
}

/// Returns whether the call log is outside the sample of the metric. Independent of versions, so that the price of an
/// evaluation is known beforehand.
pub(crate) fn sampled_out(world: &World, call_log: i64, metric: &Metric) -> bool {
    metric.kind == MetricKind::Numeric
        && Random::of(world.seed, &[10, call_log.unsigned_abs()]).chance(SAMPLED_OUT_SHARE)
}

/// Returns whether noise of this probability changes the verdict of the `nth` evaluation. Every evaluation is an
/// independent draw, including the first one (0), so that noise has no bias.
pub(crate) fn is_judge_error(
    world: &World,
    call_log: i64,
    metric: i64,
    nth: u32,
    noise: f64,
) -> bool {
    let parts = [
        13,
        call_log.unsigned_abs(),
        metric.unsigned_abs(),
        u64::from(nth),
    ];
    noise > 0.0 && Random::of(world.seed, &parts).chance(noise)
}

/// Judges one call log by one metric. Without noise the verdict depends on the call log and this version of the metric.
/// `noise` is the evaluation in which noise changes the verdict: a yes-or-no verdict is inverted, any other is drawn
/// again.
pub(crate) fn judge(
    world: &World,
    call_log: i64,
    metric: &Metric,
    version: u32,
    noise: Option<u32>,
) -> Finding {
    if sampled_out(world, call_log, metric) {
        return Finding::SampledOut;
    }
    let log = call_log.unsigned_abs();
    let id = metric.id.unsigned_abs();
    if metric.kind == MetricKind::Choice
        && Random::of(world.seed, &[11, log, id]).chance(UNTRIGGERED_SHARE)
    {
        return Finding::NotTriggered;
    }
    let seen_by = (2..=version)
        .rev()
        .find(|v| {
            Random::of(world.seed, &[12, log, id, u64::from(*v)]).chance(TOUCHED_BY_A_VERSION)
        })
        .unwrap_or(1);
    let mut draw = match noise.filter(|_| !metric.kind.is_binary()) {
        None => Random::of(world.seed, &[15, log, id, u64::from(seen_by)]),
        Some(nth) => {
            let parts = [14, log, id, u64::from(seen_by), u64::from(nth)];
            Random::of(world.seed, &parts)
        }
    };
    let turned = noise.is_some();
    match metric.kind {
        MetricKind::Adherence if seen_by == 1 => yes_no(world.step_skipped(call_log) == turned),
        MetricKind::Adherence | MetricKind::YesNo => yes_no(draw.chance(PASS_SHARE) != turned),
        MetricKind::Continuous => Finding::Score(1.0 + draw.below(9) as f64 / 2.0),
        MetricKind::Choice => Finding::Choice(draw.word(&OUTCOMES)),
        MetricKind::Numeric => Finding::Score((draw.unit() * 120.0).round() / 10.0),
    }
}

fn yes_no(passed: bool) -> Finding {
    if passed {
        Finding::Passed
    } else {
        Finding::Failed
    }
}

/// Returns the explanation of the verdict, in sentences.
pub(crate) fn explain(
    world: &World,
    call_log: i64,
    metric: &Metric,
    finding: Finding,
) -> Vec<String> {
    let mut draw = Random::of(
        world.seed,
        &[16, call_log.unsigned_abs(), metric.id.unsigned_abs()],
    );
    let reasons: [String; 2] = match (metric.kind, finding) {
        (_, Finding::SampledOut) => return vec!["Sampling skipped".to_owned()],
        (_, Finding::NotTriggered) => {
            return vec!["The condition that triggers this metric was not met.".to_owned()];
        }
        (MetricKind::Adherence, Finding::Failed) if world.step_skipped(call_log) => [
            "The agent went into the matter without asking for a name and a phone number."
                .to_owned(),
            format!(
                "The record {} was opened for a caller who had not been identified.",
                world.call(call_log).caller.order
            ),
        ],
        (MetricKind::Adherence, Finding::Failed) => [
            "The agent did not repeat the change before carrying it out.".to_owned(),
            "The summary at the end leaves out what was agreed on in the middle of the call."
                .to_owned(),
        ],
        (MetricKind::Adherence, _) if world.step_skipped(call_log) => [
            "Every step that the script still asks for was taken.".to_owned(),
            "Identifying the caller is not one of them any more.".to_owned(),
        ],
        (MetricKind::Adherence, _) => {
            let caller = world.call(call_log).caller;
            [
                format!(
                    "The agent identified {} {} before it opened the record.",
                    caller.first, caller.last
                ),
                "Every step of the script was taken, and in the right order.".to_owned(),
            ]
        }
        (_, Finding::Failed) => [
            "The caller had to ask the same thing twice.".to_owned(),
            "The answer that was given in the end does not settle the question.".to_owned(),
        ],
        (_, Finding::Passed) => [
            "The question was answered directly.".to_owned(),
            "The caller confirmed that nothing was left open.".to_owned(),
        ],
        (MetricKind::Continuous, Finding::Score(score)) if score >= 3.0 => [
            "The agent stayed calm and friendly, also when the caller was not.".to_owned(),
            "It used the caller's name without overdoing it.".to_owned(),
        ],
        (MetricKind::Continuous, _) => [
            "Several answers sound read out.".to_owned(),
            "The agent talks over the caller once.".to_owned(),
        ],
        (_, Finding::Choice(word)) => [
            format!("The last exchange points to \"{word}\"."),
            "No other outcome was mentioned.".to_owned(),
        ],
        (_, Finding::Score(seconds)) => [
            format!("The longest silence lasted {seconds} seconds, while a tool was at work."),
            "Shorter pauses were left out.".to_owned(),
        ],
    };
    let keep = 1 + draw.below(2) as usize;
    reasons.into_iter().take(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timestamp::Timestamp;

    fn world() -> World {
        World::new(7, Timestamp::from_seconds(1_772_442_000), 2, 400)
    }

    #[test]
    fn a_new_version_turns_some_verdicts_in_either_direction() {
        let world = world();
        let metric = &world.metrics[0];
        let (mut to_pass, mut to_fail) = (0, 0);
        for log in world.call_log_ids() {
            let old = judge(&world, log, metric, 1, None);
            match (old, judge(&world, log, metric, 2, None)) {
                (Finding::Failed, Finding::Passed) => to_pass += 1,
                (Finding::Passed, Finding::Failed) => to_fail += 1,
                _ => {}
            }
        }
        assert!(to_pass > 10, "{to_pass} verdicts turned to pass");
        assert!(to_fail > 10, "{to_fail} verdicts turned to fail");
    }

    #[test]
    fn wavering_turns_a_yes_or_no_round_and_draws_other_answers_anew() {
        let world = world();
        for metric in &world.metrics[..5] {
            let mut moved = 0;
            for log in world.call_log_ids() {
                let once = judge(&world, log, metric, 2, None);
                let then = judge(&world, log, metric, 2, Some(1));
                if metric.kind.is_binary() {
                    assert_eq!(once.passed(), then.passed().map(|passed| !passed), "{log}");
                    assert_eq!(then, judge(&world, log, metric, 2, Some(2)), "{log}");
                }
                assert_eq!(once.is_applicable(), then.is_applicable(), "{log}");
                moved += u32::from(once != then);
            }
            assert!(moved > 200, "{:?}: {moved} of 400 moved", metric.kind);
        }
    }

    #[test]
    fn the_share_of_wavering_verdicts_is_what_was_asked() {
        let world = world();
        for (noise, expected) in [(0.0, 0..1), (0.3, 90..150), (1.0, 400..401)] {
            let ids = world.call_log_ids();
            let count = ids
                .filter(|log| is_judge_error(&world, *log, 72, 1, noise))
                .count();
            assert!(expected.contains(&count), "{noise}: {count} of 400");
        }
    }

    #[test]
    fn every_kind_of_finding_occurs_and_has_a_reason() {
        let world = world();
        let mut seen = [0_u32; 6];
        for log in world.call_log_ids() {
            for metric in world.metrics_of(world.agent_of(log).id) {
                let finding = judge(&world, log, metric, metric.first_version, None);
                assert!(!explain(&world, log, metric, finding).is_empty());
                seen[match finding {
                    Finding::Passed => 0,
                    Finding::Failed => 1,
                    Finding::Score(_) => 2,
                    Finding::Choice(_) => 3,
                    Finding::NotTriggered => 4,
                    Finding::SampledOut => 5,
                }] += 1;
            }
        }
        assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
    }
}
