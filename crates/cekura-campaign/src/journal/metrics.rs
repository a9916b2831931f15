//! Summarises the verdicts of each metric.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rusqlite::params;

use super::error::JournalError;
use super::metric_tally::Tally;
use super::open::Journal;
use super::reviews::Reviews;
use crate::report::{ChangeKind, Definition, Flips, MetricSummary, Noise};
use crate::stats;

/// Every verdict, once and in the order in which it lies in the file: a query that groups them would sort them all in memory.
const VERDICTS: &str = "\
SELECT metric, name, kind, change, before_passed, after_passed, before_score, after_score, log \
FROM verdicts WHERE round = 0";

/// Metrics are identified by id, or by name if they have none.
pub(super) type Key = (Option<i64>, String);

/// A metric's summary, and how far apart its scores are at most.
pub(super) struct Counted {
    pub(super) summary: MetricSummary,
    pub(super) span: f64,
}

impl Counted {
    pub(super) fn key(&self) -> Key {
        key(self.summary.id, &self.summary.name)
    }
}

pub(super) fn key(metric: Option<i64>, name: &str) -> Key {
    let name = if metric.is_some() { "" } else { name };
    (metric, name.to_owned())
}

impl Journal {
    /// Counts the regressions of all metrics below a position in the submit order. Below the end, it is the sum of
    /// [`pass_to_fail`](Flips::pass_to_fail) over all metrics.
    pub(crate) fn regressions(&self, below: i64) -> Result<u64, JournalError> {
        self.regressions_besides(below, &self.reviews()?)
    }

    /// The same, where it is known who reviewed what.
    pub(super) fn regressions_besides(
        &self,
        below: i64,
        reviews: &Reviews,
    ) -> Result<u64, JournalError> {
        let mut find = self
            .db
            .prepare_cached(
                "SELECT v.log FROM verdicts v JOIN tasks t ON t.round = v.round AND t.log = v.log \
                 WHERE v.round = 0 AND v.change = ? AND t.submit_order < ?",
            )
            .map_err(|e| self.failed(e))?;
        let logs = find
            .query_map([ChangeKind::PassToFail as i64, below], |row| row.get(0))
            .map_err(|e| self.failed(e))?;
        let mut regressions = 0;
        for log in logs {
            let log: i64 = log.map_err(|e| self.failed(e))?;
            regressions += u64::from(!reviews.meanwhile.contains(&log));
        }
        Ok(regressions)
    }

    /// Every metric of the campaign, the one with the most regressions first.
    pub(super) fn metrics(&self, reviews: &Reviews) -> Result<Vec<Counted>, JournalError> {
        let failed = |e| self.failed(e);
        let mut tallies: BTreeMap<Key, Tally> = BTreeMap::new();
        let mut find = self.db.prepare(VERDICTS).map_err(failed)?;
        let mut rows = find.query([]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let mut count = || {
                if reviews.meanwhile.contains(&row.get(8)?) {
                    return Ok(());
                }
                let metric: Option<i64> = row.get(0)?;
                let key = key(metric, row.get_ref(1)?.as_str()?);
                tallies.entry(key).or_default().add(row)
            };
            count().map_err(failed)?;
        }
        let mut metrics: Vec<Counted> = tallies
            .into_iter()
            .map(|((metric, _), tally)| Counted {
                span: tally.span(),
                summary: tally.summary(metric),
            })
            .collect();
        metrics.sort_by(|a, b| {
            let key = |metric: &Counted| {
                let summary = &metric.summary;
                (Reverse(summary.flips.pass_to_fail), summary.id)
            };
            key(a)
                .cmp(&key(b))
                .then_with(|| a.summary.name.cmp(&b.summary.name))
        });
        for metric in &mut metrics {
            metric.summary.definition = self.definition(metric.summary.id)?;
            metric.summary.noise = self.noise(&metric.summary, reviews)?;
        }
        adjust(&mut metrics);
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
                    earlier: None,
                })
            },
        );
        match found {
            Err(rusqlite::Error::QueryReturnedNoRows) => Ok(Definition::default()),
            found => found.map_err(|e| self.failed(e)),
        }
    }

    /// How often a metric's verdict differs from the round before, where nothing else changed.
    fn noise(
        &self,
        metric: &MetricSummary,
        reviews: &Reviews,
    ) -> Result<Option<Noise>, JournalError> {
        let failed = |e| self.failed(e);
        let mut find = self
            .db
            .prepare_cached(
                "SELECT log, sum(before_passed IS NOT after_passed), count(*), max(round) \
                 FROM verdicts WHERE round > 0 AND metric IS ?1 AND (metric IS NOT NULL OR name = ?2) \
                 AND before_passed IS NOT NULL AND after_passed IS NOT NULL GROUP BY log",
            )
            .map_err(failed)?;
        let rows = find
            .query_map(params![metric.id, metric.name], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .map_err(failed)?;
        let mut rounds: u32 = 0;
        let mut logs: Vec<(u64, u64)> = Vec::new();
        for row in rows {
            let (log, flips, pairs, round): (i64, u64, u64, u32) = row.map_err(failed)?;
            if !reviews.meanwhile.contains(&log) {
                rounds = rounds.max(round);
                logs.push((flips, pairs));
            }
        }
        let number = logs.len() as u64;
        Ok(stats::noise_rate(logs).map(|rate| stats::noise(rounds, number, rate, &metric.flips)))
    }

    /// The outcome of whole calls, as far as it is the judge's.
    pub(super) fn call_flips(&self, reviews: &Reviews) -> Result<Flips, JournalError> {
        let failed = |e| self.failed(e);
        let mut find = self
            .db
            .prepare("SELECT log, before, after FROM calls WHERE round = 0")
            .map_err(failed)?;
        let rows = find
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .map_err(failed)?;
        let mut flips = Flips::default();
        for row in rows {
            let (log, before, after): (i64, Option<bool>, Option<bool>) = row.map_err(failed)?;
            if reviews.has(log) {
                continue;
            }
            *match (before, after) {
                (Some(true), Some(true)) => &mut flips.pass_to_pass,
                (Some(true), Some(false)) => &mut flips.pass_to_fail,
                (Some(false), Some(true)) => &mut flips.fail_to_pass,
                (Some(false), Some(false)) => &mut flips.fail_to_fail,
                (Some(_), None) => &mut flips.became_not_applicable,
                (None, Some(_)) => &mut flips.became_applicable,
                (None, None) => &mut flips.without_verdict,
            } += 1;
        }
        Ok(flips)
    }
}

/// Adjusts the p-values over all metrics that were tested.
fn adjust(metrics: &mut [Counted]) {
    let tested = |metric: &&mut Counted| metric.summary.mcnemar_p.is_some();
    let values: Vec<f64> = metrics
        .iter()
        .filter_map(|metric| metric.summary.mcnemar_p)
        .collect();
    let adjusted = stats::holm(&values);
    for (metric, p) in metrics.iter_mut().filter(tested).zip(adjusted) {
        metric.summary.p_adjusted = Some(p);
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

    /// Metric, name, change, before, after.
    type Case<'a> = (Option<i64>, &'a str, K, Side, Side);

    fn journal(rows: &[Case<'_>]) -> Journal {
        let mut db = Connection::open_in_memory().unwrap();
        migrate(&mut db, 0).unwrap();
        for (n, (metric, name, change, before, after)) in rows.iter().enumerate() {
            db.execute(
                "INSERT INTO verdicts (round, log, nth, metric, name, change, before_passed, before_score, after_passed, \
                 after_score) VALUES (0, ?, 0, ?, ?, ?, ?, ?, ?, ?)",
                params![5001 + n as i64, metric, name, *change as i64, before.0, before.1, after.0, after.1],
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
            (Some(71), "Berth named", K::Unchanged, yes, yes),
            (Some(71), "Berth confirmed", K::PassToFail, yes, no),
            (Some(71), "Berth named", K::FailToPass, no, yes),
            (Some(71), "Berth named", K::ExplanationChanged, no, no),
            (Some(71), "Berth named", K::Vanished, yes, none),
            (Some(71), "Berth named", K::BecameApplicable, none, yes),
            (None, "Tone", K::ScoreMoved, tone(2.0), tone(3.0)),
            (None, "Tone", K::Unchanged, tone(4.0), tone(4.0)),
            (None, "Tone", K::BecameNotApplicable, tone(1.0), none),
            (None, "Pace", K::Appeared, none, tone(3.0)),
        ]);
        let metrics: Vec<MetricSummary> = journal
            .metrics(&Reviews::default())
            .unwrap()
            .into_iter()
            .map(|metric| metric.summary)
            .collect();
        journal
            .db
            .execute_batch(
                "INSERT INTO tasks (round, log, submit_order, state) SELECT 0, log, log, 0 FROM verdicts",
            )
            .unwrap();
        assert_eq!(
            journal.regressions(i64::MAX).unwrap(),
            metrics.iter().map(|m| m.flips.pass_to_fail).sum::<u64>(),
            "the canary and the gate count the same regressions"
        );
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
            (berth.flips, berth.vanished, berth.explanation_changed),
            (expected, 1, 1)
        );
        assert_eq!(berth.pass_rate_before, stats::wilson(3, 5));
        assert_eq!(berth.pass_rate_after, stats::wilson(3, 5));
        assert_eq!(berth.mean_score, Some([3.0, 3.0]));
        assert_eq!(berth.pass_rate_change, stats::paired_difference(1, 1, 4));
        assert_eq!((berth.mcnemar_p, berth.p_adjusted), (Some(1.0), Some(1.0)));
        assert_eq!((tone.scores_moved, tone.mean_score), (1, Some([3.0, 3.5])));
        assert_eq!(
            (tone.flips.became_not_applicable, tone.flips.without_verdict),
            (1, 2)
        );
        assert_eq!(
            (tone.pass_rate_after, tone.mcnemar_p, tone.pass_rate_change),
            (None, None, None)
        );
        assert_eq!(
            (pace.appeared, pace.flips.without_verdict, pace.mean_score),
            (1, 0, None)
        );
    }

    #[test]
    fn without_verdicts_there_are_no_metrics() {
        assert!(
            journal(&[])
                .metrics(&Reviews::default())
                .unwrap()
                .is_empty()
        );
    }
}
