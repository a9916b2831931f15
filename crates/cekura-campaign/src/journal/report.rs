//! Builds the report of a campaign.

use rusqlite::Row;

use super::error::JournalError;
use super::open::Journal;
use super::state::{TaskState, visible_state};
use crate::report::{Report, Unfinished, UnfinishedState};
use crate::stats;

/// Options of a report.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportOptions {
    /// The most changes to list (default: all). Counts always include all changes.
    pub max_changes: Option<u64>,
    /// Whether to list unchanged verdicts with a different explanation (default: no).
    pub explanations: bool,
}

impl Journal {
    /// Builds the report of the results so far, without a gate verdict: set [`Report::gate`] yourself.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn report(&self, options: &ReportOptions) -> Result<Report, JournalError> {
        // A consistent snapshot, while another process may be writing.
        let moment = self
            .db
            .unchecked_transaction()
            .map_err(|e| self.failed(e))?;
        let reviews = self.reviews()?;
        let metrics = self.metrics(&reviews)?;
        let (changes, changes_left_out) = self.changes(options, &metrics, &reviews)?;
        let calls = self.call_flips(&reviews)?;
        let report = Report {
            campaign: self.campaign_facts(&reviews)?,
            coverage: self.coverage()?,
            calls,
            calls_change: stats::pass_rate_change(&calls),
            calls_mcnemar_p: (calls.pairs() > 0)
                .then(|| stats::mcnemar_exact(calls.pass_to_fail, calls.fail_to_pass)),
            reviewer_agreement: stats::reviewer_agreement(reviews.stable.into_values().flatten()),
            reviewed_during_run: reviews.meanwhile.into_iter().collect(),
            metrics: metrics.into_iter().map(|metric| metric.summary).collect(),
            unfinished: self.unfinished()?,
            changes,
            changes_left_out,
            ..Report::default()
        };
        drop(moment);
        Ok(report)
    }

    fn unfinished(&self) -> Result<Vec<Unfinished>, JournalError> {
        let mut find = self
            .db
            .prepare(&format!(
                "SELECT log, {}, reason FROM tasks WHERE round = 0 AND state <> ? ORDER BY log",
                visible_state()
            ))
            .map_err(|e| self.failed(e))?;
        let mut logs = find
            .query_map([TaskState::Done], unfinished)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|e| self.failed(e))?;
        logs.sort_by_key(|log| log.state);
        Ok(logs)
    }
}

fn unfinished(row: &Row<'_>) -> rusqlite::Result<Unfinished> {
    let (state, reason) = match row.get(1)? {
        TaskState::Unknown => (
            UnfinishedState::Unknown,
            "it is unknown whether it was evaluated",
        ),
        TaskState::Intended => (
            UnfinishedState::Unknown,
            "its request was in flight when the process ended: resume the campaign to find out",
        ),
        TaskState::Refused => (UnfinishedState::Refused, "the service refused it"),
        TaskState::TimedOut => (UnfinishedState::TimedOut, "no result came in time"),
        TaskState::Deleted => (UnfinishedState::Deleted, "it was deleted"),
        TaskState::Accepted | TaskState::Done => {
            (UnfinishedState::Waiting, "its evaluation is in progress")
        }
        TaskState::Selected | TaskState::Ready | TaskState::Busy => {
            (UnfinishedState::NotSent, "it was not sent yet")
        }
    };
    Ok(Unfinished {
        call_log: row.get(0)?,
        state,
        reason: row
            .get::<_, Option<String>>(2)?
            .unwrap_or_else(|| reason.to_owned()),
        possibly_charged: None,
    })
}
