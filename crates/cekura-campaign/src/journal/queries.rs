//! Reads a campaign row by row, for exports and for selecting call logs of a next campaign.

use cekura::CallLogId;
use rusqlite::params;
use serde::Serialize;

use super::changes::{kind_at, verdict};
use super::error::JournalError;
use super::open::Journal;
use super::state::{TaskState, visible_state};
use crate::report::{ChangeKind, Verdict};

/// Which call logs of an earlier campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Those that fail now.
    Failed,
    /// Those with a metric whose verdict changed.
    Changed,
    /// Those of which it is unknown whether they were evaluated.
    Unknown,
    /// Those that the service refused.
    Refused,
    /// Those that were accepted, and whose result did not come in time.
    TimedOut,
}

/// One metric of one call log in one round; for a call log without metrics, `metric_id` and `metric_name` are `None`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Row {
    /// 0 for the campaign, 1 to K for noise rounds.
    pub round: u32,
    /// The call log.
    pub call_log: i64,
    /// `confirmed`, `inferred` or `announced` (by an [`Announcer`](crate::engine::Announcer)) for a result; else the state of the call log.
    pub state: String,
    /// Why there is no result.
    pub reason: Option<String>,
    /// How often the call log was or may have been charged in this round.
    pub sends: u32,
    /// The metric's id.
    pub metric_id: Option<i64>,
    /// The metric's name.
    pub metric_name: Option<String>,
    /// What changed.
    pub change: Option<ChangeKind>,
    /// The verdict before.
    pub before: Option<Verdict>,
    /// The verdict now.
    pub after: Option<Verdict>,
    /// The reviewer's outcome of the whole call, if it was reviewed.
    pub reviewer: Option<bool>,
    /// The outcome of the whole call before, where there is a result.
    pub success_before: Option<bool>,
    /// The outcome of the whole call now, where there is a result.
    pub success_after: Option<bool>,
}

impl Journal {
    /// The call logs of the campaign that `filter` is about.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn select(&self, filter: Filter) -> Result<Vec<CallLogId>, JournalError> {
        let query = match filter {
            Filter::Failed => {
                "SELECT log FROM calls WHERE round = 0 AND after = 0 ORDER BY log".to_owned()
            }
            Filter::Changed => format!(
                "SELECT DISTINCT log FROM verdicts WHERE round = 0 AND change <= {} ORDER BY log",
                ChangeKind::FailToPass as i64
            ),
            Filter::Unknown => select_in_states(&[TaskState::Unknown, TaskState::Intended]),
            Filter::Refused => select_in_states(&[TaskState::Refused]),
            Filter::TimedOut => select_in_states(&[TaskState::TimedOut]),
        };
        self.db
            .prepare(&query)
            .and_then(|mut find| {
                find.query_map([], |row| row.get(0).map(CallLogId))?
                    .collect()
            })
            .map_err(|e| self.failed(e))
    }

    /// Calls `each` with every row of the campaign, ordered by round and call log.
    ///
    /// # Errors
    /// When the journal cannot be read, or the error of `each`.
    pub fn rows<E: From<JournalError>>(
        &self,
        mut each: impl FnMut(Row) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |e| E::from(self.failed(e));
        let mut find = self
            .db
            .prepare(
                "SELECT t.round, t.log, t.state, t.certainty, t.reason, v.metric, v.name, v.change, \
                 v.before_passed, v.before_score, v.before_value, v.before_why, \
                 v.after_passed, v.after_score, v.after_value, v.after_why, v.human, t.sends, c.before, c.after \
                 FROM tasks t LEFT JOIN verdicts v ON v.round = t.round AND v.log = t.log AND t.state = ?1 \
                 LEFT JOIN calls c ON c.round = t.round AND c.log = t.log AND t.state = ?1 \
                 ORDER BY t.round, t.log, v.nth",
            )
            .map_err(failed)?;
        let mut rows = find.query(params![TaskState::Done]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            each(read(row).map_err(failed)?)?;
        }
        Ok(())
    }
}

impl Journal {
    /// Returns what came instead of a usable response to a paid request, in words, the oldest request first. What became of
    /// those requests was found out by reading their call logs back.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn lost_responses(&self) -> Result<Vec<String>, JournalError> {
        let query = "SELECT answer_text FROM batches WHERE answer = 0 ORDER BY id";
        self.db
            .prepare(query)
            .and_then(|mut find| find.query_map([], |row| row.get(0))?.collect())
            .map_err(|e| self.failed(e))
    }
}

/// The query for call logs of round 0 in one of the states.
fn select_in_states(states: &[TaskState]) -> String {
    let states: Vec<String> = states
        .iter()
        .map(|state| (*state as i64).to_string())
        .collect();
    format!(
        "SELECT log FROM tasks WHERE round = 0 AND {} IN ({}) ORDER BY log",
        visible_state(),
        states.join(", ")
    )
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let state: TaskState = row.get(2)?;
    let certainty: Option<String> = row.get(3)?;
    let change = row.get::<_, Option<i64>>(7)?.map(kind_at);
    let side = |from, absent| match change {
        Some(kind) if kind != absent => verdict(row, from).map(Some),
        _ => Ok(None),
    };
    Ok(Row {
        round: row.get(0)?,
        call_log: row.get(1)?,
        state: match (state, certainty) {
            (TaskState::Done, Some(certainty)) => certainty,
            (state, _) => word(state).to_owned(),
        },
        reason: row.get(4)?,
        metric_id: row.get(5)?,
        metric_name: row.get(6)?,
        change,
        before: side(8, ChangeKind::Appeared)?,
        after: side(12, ChangeKind::Vanished)?,
        reviewer: row.get(16)?,
        sends: row.get(17)?,
        success_before: row.get(18)?,
        success_after: row.get(19)?,
    })
}

fn word(state: TaskState) -> &'static str {
    match state {
        TaskState::Selected | TaskState::Ready | TaskState::Busy => "not_sent",
        TaskState::Intended | TaskState::Unknown => "unknown",
        TaskState::Accepted => "waiting",
        TaskState::Done => "done",
        TaskState::TimedOut => "timed_out",
        TaskState::Refused => "refused",
        TaskState::Deleted => "deleted",
    }
}
