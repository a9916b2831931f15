//! The report of a campaign, read from its journal.

use rusqlite::Row;

use super::error::JournalError;
use super::open::Journal;
use super::state::{TaskState, visible_state};
use crate::report::{Report, Unfinished, UnfinishedState};
use crate::stats;

/// What a report holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportOptions {
    /// Most changes that are listed; all of them where nothing is said. Counts are of all in any case.
    pub max_changes: Option<u64>,
    /// Whether verdicts that stayed are listed too where their explanation reads differently.
    pub explanations: bool,
}

impl Journal {
    /// The report of what there is so far. It has no gate: check one against it, and put the verdict in.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn report(&self, options: &ReportOptions) -> Result<Report, JournalError> {
        // One moment for all numbers, while somebody may be writing.
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
            human_agreement: stats::human_agreement(reviews.stable.into_values().flatten()),
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
            "its request was under way when the work was interrupted: resume the campaign to find out",
        ),
        TaskState::Refused => (UnfinishedState::Refused, "the service refused it"),
        TaskState::TimedOut => (UnfinishedState::TimedOut, "no result came in time"),
        TaskState::Deleted => (UnfinishedState::Deleted, "it was deleted meanwhile"),
        TaskState::Accepted | TaskState::Done => {
            (UnfinishedState::Waiting, "its evaluation goes on")
        }
        TaskState::Selected | TaskState::Ready | TaskState::Busy => {
            (UnfinishedState::NotSent, "the campaign did not come to it")
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
