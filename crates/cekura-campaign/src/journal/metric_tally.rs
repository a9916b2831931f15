//! Counts the verdicts of one metric.

use rusqlite::Row;

use super::changes::kind_at;
use crate::report::{ChangeKind, Flips, MetricSummary};
use crate::stats;

/// What is counted of one metric.
#[derive(Debug, Default)]
pub(super) struct Tally {
    name: String,
    kind: Option<String>,
    flips: Flips,
    /// What changed, by the number of its kind.
    changes: [u64; ChangeKind::ALL.len()],
    /// Passes and fails before, passes and fails now.
    verdicts: [u64; 4],
    /// Scores on both sides: how many, and what they come to.
    scores: (u64, [f64; 2]),
    /// The lowest and the highest score of either side.
    ends: Option<(f64, f64)>,
}

impl Tally {
    /// Counts a row of verdicts.
    pub(super) fn add(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        // Of several names, the last one in the alphabet: the same whatever the order of the rows.
        let name = row.get_ref(1)?.as_str()?;
        if name > self.name.as_str() {
            name.clone_into(&mut self.name);
        }
        let kind = row.get_ref(2)?.as_str_or_null()?;
        if kind > self.kind.as_deref() {
            self.kind = kind.map(str::to_owned);
        }
        let change = kind_at(row.get(3)?);
        self.changes[change as usize] += 1;
        let (before, after): (Option<bool>, Option<bool>) = (row.get(4)?, row.get(5)?);
        for (passed, at) in [(before, 0), (after, 2)] {
            if let Some(passed) = passed {
                self.verdicts[at + usize::from(!passed)] += 1;
            }
        }
        self.flip(before, after, change);
        let scores: (Option<f64>, Option<f64>) = (row.get(6)?, row.get(7)?);
        if let (Some(before), Some(after)) = scores {
            let (count, sums) = &mut self.scores;
            *count += 1;
            sums[0] += before;
            sums[1] += after;
        }
        for score in [scores.0, scores.1].into_iter().flatten() {
            let (low, high) = self.ends.unwrap_or((score, score));
            self.ends = Some((low.min(score), high.max(score)));
        }
        Ok(())
    }

    fn flip(&mut self, before: Option<bool>, after: Option<bool>, change: ChangeKind) {
        use ChangeKind as K;
        let flips = &mut self.flips;
        let one_sided = [
            K::BecameNotApplicable,
            K::BecameApplicable,
            K::Appeared,
            K::Vanished,
        ];
        match (before, after) {
            (Some(true), Some(true)) => flips.pass_to_pass += 1,
            (Some(true), Some(false)) => flips.pass_to_fail += 1,
            (Some(false), Some(true)) => flips.fail_to_pass += 1,
            (Some(false), Some(false)) => flips.fail_to_fail += 1,
            (None, None) if !one_sided.contains(&change) => flips.without_verdict += 1,
            _ => {}
        }
    }

    /// How far apart the scores are at most.
    pub(super) fn span(&self) -> f64 {
        self.ends.map_or(0.0, |(low, high)| high - low)
    }

    #[expect(clippy::cast_precision_loss, reason = "far fewer scores than 2⁵³")]
    pub(super) fn summary(self, metric: Option<i64>) -> MetricSummary {
        let count = |kind: ChangeKind| self.changes[kind as usize];
        let flips = Flips {
            became_not_applicable: count(ChangeKind::BecameNotApplicable),
            became_applicable: count(ChangeKind::BecameApplicable),
            ..self.flips
        };
        let (scored, sums) = self.scores;
        let [passed_before, failed_before, passed_after, failed_after] = self.verdicts;
        MetricSummary {
            id: metric,
            flips,
            appeared: count(ChangeKind::Appeared),
            vanished: count(ChangeKind::Vanished),
            scores_moved: count(ChangeKind::ScoreMoved),
            values_changed: count(ChangeKind::ValueChanged),
            explanation_changed: count(ChangeKind::ExplanationChanged),
            pass_rate_before: stats::wilson(passed_before, passed_before + failed_before),
            pass_rate_after: stats::wilson(passed_after, passed_after + failed_after),
            mean_score: (scored > 0).then(|| sums.map(|sum| sum / scored as f64)),
            pass_rate_change: stats::pass_rate_change(&flips),
            // A metric without a flip was tested all the same.
            mcnemar_p: (flips.pairs() > 0)
                .then(|| stats::mcnemar_exact(flips.pass_to_fail, flips.fail_to_pass)),
            name: self.name,
            kind: self.kind,
            ..MetricSummary::default()
        }
    }
}
