//! Counting verdicts, metric by metric.

use rusqlite::{Row, params};

use super::error::JournalError;
use super::open::Journal;
use crate::report::{ChangeKind, Definition, Flips, MetricSummary};
use crate::stats;

/// One query for everything that is counted of a metric, so that all numbers are of one moment.
const TALLY: &str = "\
SELECT metric, max(name), max(kind), \
 sum(before_passed IS 1 AND after_passed IS 1), \
 sum(before_passed IS 1 AND after_passed IS 0), \
 sum(before_passed IS 0 AND after_passed IS 1), \
 sum(before_passed IS 0 AND after_passed IS 0), \
 sum(change = ?2), sum(change = ?3), sum(change = ?4), sum(change = ?5), \
 sum(change = ?6), sum(change = ?7), sum(change = ?8), \
 sum(before_passed IS NULL AND after_passed IS NULL AND change NOT IN (?2, ?3, ?4, ?5)), \
 avg(CASE WHEN after_score IS NOT NULL THEN before_score END), \
 avg(CASE WHEN before_score IS NOT NULL THEN after_score END), \
 sum(human IS 1 AND after_passed IS 1), sum(human IS 0 AND after_passed IS 1), \
 sum(human IS 1 AND after_passed IS 0), sum(human IS 0 AND after_passed IS 0), \
 sum(before_passed IS 1), sum(before_passed IS 0), sum(after_passed IS 1), sum(after_passed IS 0) \
FROM verdicts WHERE round = ?1 GROUP BY metric, CASE WHEN metric IS NULL THEN name END \
ORDER BY 5 DESC, metric, 2";

impl Journal {
    /// Regressions of the campaign so far.
    pub(crate) fn regressions(&self) -> Result<u64, JournalError> {
        self.db
            .query_row(
                "SELECT count(*) FROM verdicts WHERE round = 0 AND change = ?",
                [ChangeKind::PassToFail as i64],
                |row| row.get(0),
            )
            .map_err(|e| self.failed(e))
    }

    /// Every metric of the campaign, the one with the most regressions first.
    pub(super) fn metrics(&self) -> Result<Vec<MetricSummary>, JournalError> {
        let mut tally = self.db.prepare(TALLY).map_err(|e| self.failed(e))?;
        let mut metrics = tally
            .query_map(
                params![
                    0,
                    ChangeKind::BecameNotApplicable as i64,
                    ChangeKind::BecameApplicable as i64,
                    ChangeKind::Appeared as i64,
                    ChangeKind::Vanished as i64,
                    ChangeKind::ScoreMoved as i64,
                    ChangeKind::ValueChanged as i64,
                    ChangeKind::ExplanationChanged as i64
                ],
                summary,
            )
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|e| self.failed(e))?;
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

fn summary(row: &Row<'_>) -> rusqlite::Result<MetricSummary> {
    let count = |column: usize| row.get::<_, u64>(column);
    let flips = Flips {
        pass_to_pass: count(3)?,
        pass_to_fail: count(4)?,
        fail_to_pass: count(5)?,
        fail_to_fail: count(6)?,
        became_not_applicable: count(7)?,
        became_applicable: count(8)?,
        without_verdict: count(14)?,
    };
    let means: (Option<f64>, Option<f64>) = (row.get(15)?, row.get(16)?);
    let (passed_before, failed_before) = (count(21)?, count(22)?);
    let (passed_after, failed_after) = (count(23)?, count(24)?);
    Ok(MetricSummary {
        id: row.get(0)?,
        name: row.get(1)?,
        kind: row.get(2)?,
        flips,
        appeared: count(9)?,
        vanished: count(10)?,
        scores_moved: count(11)?,
        values_changed: count(12)?,
        explained_differently: count(13)?,
        pass_rate_before: stats::wilson(passed_before, passed_before + failed_before),
        pass_rate_after: stats::wilson(passed_after, passed_after + failed_after),
        mean_score: means.0.zip(means.1).map(|(before, after)| [before, after]),
        mcnemar_p: (flips.pass_to_fail + flips.fail_to_pass > 0)
            .then(|| stats::mcnemar_exact(flips.pass_to_fail, flips.fail_to_pass)),
        agreement: stats::agreement(count(17)?, count(18)?, count(19)?, count(20)?),
        ..MetricSummary::default()
    })
}
