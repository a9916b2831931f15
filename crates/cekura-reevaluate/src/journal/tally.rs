//! Counting verdicts, metric by metric.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::error::JournalError;
use super::open::Journal;
use super::report::kind_at;
use crate::report::{ChangeKind, Definition, Flips, MetricSummary};
use crate::stats;

/// Every verdict, once and in the order in which it lies in the file: a query that groups them would sort them all in memory.
const VERDICTS: &str = "\
SELECT metric, name, kind, change, before_passed, after_passed, before_score, after_score, human \
FROM verdicts WHERE round = 0";

impl Journal {
    /// Regressions of the campaign's call logs below a place.
    pub(crate) fn regressions(&self, below: i64) -> Result<u64, JournalError> {
        self.db
            .query_row(
                "SELECT count(*) FROM verdicts v JOIN tasks t ON t.round = v.round AND t.log = v.log \
                 WHERE v.round = 0 AND v.change = ? AND t.place < ?",
                [ChangeKind::PassToFail as i64, below],
                |row| row.get(0),
            )
            .map_err(|e| self.failed(e))
    }

    /// Every metric of the campaign, the one with the most regressions first.
    pub(super) fn metrics(&self) -> Result<Vec<MetricSummary>, JournalError> {
        let failed = |e| self.failed(e);
        // By number; by name where there is none.
        let mut tallies: BTreeMap<(Option<i64>, String), Tally> = BTreeMap::new();
        let mut find = self.db.prepare(VERDICTS).map_err(failed)?;
        let mut rows = find.query([]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let mut count = || {
                let metric: Option<i64> = row.get(0)?;
                let name = match metric {
                    Some(_) => String::new(),
                    None => row.get(1)?,
                };
                tallies.entry((metric, name)).or_default().add(row)
            };
            count().map_err(failed)?;
        }
        let tallies = tallies.into_iter();
        let mut metrics: Vec<_> = tallies
            .map(|((metric, _), tally)| tally.summary(metric))
            .collect();
        metrics.sort_by(|a, b| {
            let key = |metric: &MetricSummary| (Reverse(metric.flips.pass_to_fail), metric.id);
            key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
        });
        for metric in &mut metrics {
            metric.definition = self.definition(metric.id)?;
            metric.noise = self.noise(metric)?;
        }
        Ok(metrics)
    }

    fn definition(&self, metric: Option<i64>) -> Result<Definition, JournalError> {
        let found = self.db.query_row(
            "SELECT before, after FROM definitions WHERE metric = ?",
            [metric],
            |row| {
                Ok(Definition {
                    before: row.get(0)?,
                    after: row.get(1)?,
                })
            },
        );
        match found {
            Err(rusqlite::Error::QueryReturnedNoRows) => Ok(Definition::default()),
            found => found.map_err(|e| self.failed(e)),
        }
    }

    /// How often a metric's verdict differs from the round before, where nothing else changed.
    fn noise(&self, metric: &MetricSummary) -> Result<Option<crate::report::Noise>, JournalError> {
        let (rounds, flips, pairs): (u32, u64, u64) = self
            .db
            .query_row(
                "SELECT count(DISTINCT round), \
                 ifnull(sum(before_passed IS NOT after_passed), 0), count(*) \
                 FROM verdicts WHERE round > 0 AND metric IS ?1 AND (metric IS NOT NULL OR name = ?2) \
                 AND before_passed IS NOT NULL AND after_passed IS NOT NULL",
                params![metric.id, metric.name],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .map_err(|e| self.failed(e))?;
        Ok(stats::wilson(flips, pairs).map(|rate| stats::noise(rounds, rate, &metric.flips)))
    }

    /// The outcome of whole calls.
    pub(super) fn call_flips(&self) -> Result<Flips, JournalError> {
        self.db
            .query_row(
                "SELECT ifnull(sum(before IS 1 AND after IS 1), 0), ifnull(sum(before IS 1 AND after IS 0), 0), \
                 ifnull(sum(before IS 0 AND after IS 1), 0), ifnull(sum(before IS 0 AND after IS 0), 0), \
                 ifnull(sum(before IS NOT NULL AND after IS NULL), 0), \
                 ifnull(sum(before IS NULL AND after IS NOT NULL), 0), \
                 ifnull(sum(before IS NULL AND after IS NULL), 0) FROM calls WHERE round = 0",
                [],
                |row| {
                    Ok(Flips {
                        pass_to_pass: row.get(0)?,
                        pass_to_fail: row.get(1)?,
                        fail_to_pass: row.get(2)?,
                        fail_to_fail: row.get(3)?,
                        became_not_applicable: row.get(4)?,
                        became_applicable: row.get(5)?,
                        without_verdict: row.get(6)?,
                    })
                },
            )
            .map_err(|e| self.failed(e))
    }
}

/// What is counted of one metric.
#[derive(Debug, Default)]
struct Tally {
    name: String,
    kind: Option<String>,
    flips: Flips,
    /// What changed, by the number of its kind.
    changes: [u64; ChangeKind::ALL.len()],
    /// Passes and fails before, passes and fails now.
    verdicts: [u64; 4],
    /// Scores on both sides: how many, and what they come to.
    scores: (u64, [f64; 2]),
    /// Both pass, only the judge passes, only the person passes, both fail.
    reviewed: [u64; 4],
}

impl Tally {
    fn add(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
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
        if let (Some(human), Some(judge)) = (row.get::<_, Option<bool>>(8)?, after) {
            self.reviewed[2 * usize::from(!judge) + usize::from(!human)] += 1;
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

    #[expect(clippy::cast_precision_loss, reason = "far fewer scores than 2⁵³")]
    fn summary(self, metric: Option<i64>) -> MetricSummary {
        let count = |kind: ChangeKind| self.changes[kind as usize];
        let flips = Flips {
            became_not_applicable: count(ChangeKind::BecameNotApplicable),
            became_applicable: count(ChangeKind::BecameApplicable),
            ..self.flips
        };
        let (scored, sums) = self.scores;
        let [passed_before, failed_before, passed_after, failed_after] = self.verdicts;
        let [both, only_judge, only_human, neither] = self.reviewed;
        MetricSummary {
            id: metric,
            flips,
            appeared: count(ChangeKind::Appeared),
            vanished: count(ChangeKind::Vanished),
            scores_moved: count(ChangeKind::ScoreMoved),
            values_changed: count(ChangeKind::ValueChanged),
            explained_differently: count(ChangeKind::ExplanationChanged),
            pass_rate_before: stats::wilson(passed_before, passed_before + failed_before),
            pass_rate_after: stats::wilson(passed_after, passed_after + failed_after),
            mean_score: (scored > 0).then(|| sums.map(|sum| sum / scored as f64)),
            mcnemar_p: (flips.pass_to_fail + flips.fail_to_pass > 0)
                .then(|| stats::mcnemar_exact(flips.pass_to_fail, flips.fail_to_pass)),
            agreement: stats::agreement(both, only_judge, only_human, neither),
            name: self.name,
            kind: self.kind,
            ..MetricSummary::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rusqlite::Connection;

    use super::super::schema::migrate;
    use super::*;
    use ChangeKind as K;

    type Side = (Option<bool>, Option<f64>);

    /// Metric, name, change, before, after, what a person said.
    type Case<'a> = (Option<i64>, &'a str, K, Side, Side, Option<bool>);

    fn journal(rows: &[Case<'_>]) -> Journal {
        let mut db = Connection::open_in_memory().unwrap();
        migrate(&mut db, 0).unwrap();
        for (n, (metric, name, change, before, after, human)) in rows.iter().enumerate() {
            db.execute(
                "INSERT INTO verdicts (round, log, nth, metric, name, change, before_passed, before_score, after_passed, \
                 after_score, human) VALUES (0, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![5001 + n as i64, metric, name, *change as i64, before.0, before.1, after.0, after.1, human],
            )
            .unwrap();
        }
        Journal::with(db, Path::new("harbor.db"), None)
    }

    #[test]
    fn each_metric_is_counted_by_its_number_and_else_by_its_name() {
        let (yes, no, none) = (
            (Some(true), Some(5.0)),
            (Some(false), Some(1.0)),
            (None, None),
        );
        let tone = |score| (None, Some(score));
        let journal = journal(&[
            (Some(71), "Berth named", K::Unchanged, yes, yes, Some(true)),
            (
                Some(71),
                "Berth confirmed",
                K::PassToFail,
                yes,
                no,
                Some(true),
            ),
            (Some(71), "Berth named", K::FailToPass, no, yes, Some(false)),
            (
                Some(71),
                "Berth named",
                K::ExplanationChanged,
                no,
                no,
                Some(false),
            ),
            (Some(71), "Berth named", K::Vanished, yes, none, Some(false)),
            (
                Some(71),
                "Berth named",
                K::BecameApplicable,
                none,
                yes,
                Some(false),
            ),
            (None, "Tone", K::ScoreMoved, tone(2.0), tone(3.0), None),
            (None, "Tone", K::Unchanged, tone(4.0), tone(4.0), Some(true)),
            (None, "Tone", K::BecameNotApplicable, tone(1.0), none, None),
            (None, "Pace", K::Appeared, none, tone(3.0), None),
        ]);
        let metrics = journal.metrics().unwrap();
        let names: Vec<_> = metrics.iter().map(|m| (m.id, m.name.as_str())).collect();
        assert_eq!(
            names,
            [(Some(71), "Berth named"), (None, "Pace"), (None, "Tone")]
        );
        let [berth, pace, tone] = &metrics[..] else {
            unreachable!()
        };
        let expected = Flips {
            pass_to_pass: 1,
            pass_to_fail: 1,
            fail_to_pass: 1,
            fail_to_fail: 1,
            became_applicable: 1,
            ..Flips::default()
        };
        assert_eq!(
            (berth.flips, berth.vanished, berth.explained_differently),
            (expected, 1, 1)
        );
        assert_eq!(berth.pass_rate_before, stats::wilson(3, 5));
        assert_eq!(berth.pass_rate_after, stats::wilson(3, 5));
        assert_eq!(berth.mean_score, Some([3.0, 3.0]));
        assert_eq!(berth.agreement, stats::agreement(1, 2, 1, 1));
        assert_eq!(berth.mcnemar_p, Some(1.0));
        assert_eq!((tone.scores_moved, tone.mean_score), (1, Some([3.0, 3.5])));
        assert_eq!(
            (tone.flips.became_not_applicable, tone.flips.without_verdict),
            (1, 2)
        );
        assert_eq!(
            (tone.pass_rate_after, tone.mcnemar_p, &tone.agreement),
            (None, None, &None)
        );
        assert_eq!(
            (pace.appeared, pace.flips.without_verdict, pace.mean_score),
            (1, 0, None)
        );
    }

    #[test]
    fn without_verdicts_there_are_no_metrics() {
        assert!(journal(&[]).metrics().unwrap().is_empty());
    }
}
