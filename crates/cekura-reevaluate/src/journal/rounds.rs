//! The state before: what is selected, what was read of it, what may be sent.

use cekura::types::CallLog;
use cekura::{CallLogId, Timestamp};
use rusqlite::{OptionalExtension as _, params};

use super::document::{Side, reduced};
use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;
use crate::plan::{Plan, PriceTable};

/// What reading a call log before its re-evaluation gave.
#[derive(Debug)]
pub(crate) enum Found {
    /// It rests, and this is what it says.
    Idle(Box<CallLog>),
    /// It is in an evaluation that is not ours.
    Busy,
    /// It can never be re-evaluated.
    Gone(String),
}

/// What a log is taken to cost where it has no metrics yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Typical {
    pub(crate) metrics: u32,
    pub(crate) cost: f64,
}

impl Journal {
    /// A note of the campaign by its name.
    pub(crate) fn fact(&self, name: &str) -> Result<Option<String>, JournalError> {
        self.db
            .prepare_cached("SELECT value FROM facts WHERE name = ?")
            .and_then(|mut find| find.query_row([name], |row| row.get(0)).optional())
            .map_err(|e| self.failed(e))
    }

    pub(crate) fn set_fact(&mut self, name: &str, value: &str) -> Result<(), JournalError> {
        self.db
            .execute(
                "INSERT INTO facts (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                [name, value],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// The place below which the first `count` call logs stand; all of them where there are not that many.
    pub(crate) fn place_after(&self, round: u32, count: u64) -> Result<i64, JournalError> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let place = self
            .db
            .query_row(
                "SELECT place FROM tasks WHERE round = ? ORDER BY place LIMIT 1 OFFSET ?",
                params![round, count],
                |row| row.get(0),
            )
            .optional()
            .map_err(|e| self.failed(e))?;
        Ok(place.unwrap_or(i64::MAX))
    }

    /// Adds a round that evaluates the first `count` finished call logs of round 0 once more; nothing if it is there.
    pub(crate) fn add_round(&mut self, round: u32, count: u64) -> Result<(), JournalError> {
        if self.count_all(round)? > 0 {
            return Ok(());
        }
        self.db
            .execute(
                "INSERT INTO tasks (round, log, state, place, agent, time) \
                 SELECT ?1, log, ?2, place, agent, time FROM tasks \
                 WHERE round = 0 AND state = ?3 ORDER BY place LIMIT ?4",
                params![
                    round,
                    TaskState::Selected,
                    TaskState::Done,
                    i64::try_from(count).unwrap_or(i64::MAX)
                ],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    pub(super) fn count_all(&self, round: u32) -> Result<u64, JournalError> {
        self.db
            .query_row(
                "SELECT count(*) FROM tasks WHERE round = ?",
                [round],
                |row| row.get(0),
            )
            .map_err(|e| self.failed(e))
    }

    /// How many call logs below `place` are in `state`.
    pub(crate) fn count(
        &self,
        round: u32,
        state: TaskState,
        place: i64,
    ) -> Result<u64, JournalError> {
        self.db
            .prepare_cached(
                "SELECT count(*) FROM tasks WHERE round = ? AND state = ? AND place < ?",
            )
            .and_then(|mut find| find.query_row(params![round, state, place], |row| row.get(0)))
            .map_err(|e| self.failed(e))
    }

    /// How many call logs below `place` are in each state.
    pub(crate) fn count_states(
        &self,
        round: u32,
        place: i64,
    ) -> Result<Vec<(TaskState, u64)>, JournalError> {
        self.db
            .prepare_cached(
                "SELECT state, count(*) FROM tasks WHERE round = ? AND place < ? GROUP BY state",
            )
            .and_then(|mut count| {
                count
                    .query_map(params![round, place], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect()
            })
            .map_err(|e| self.failed(e))
    }

    /// The next call logs in `state` between two places, with the place of the last one.
    pub(crate) fn next_in(
        &self,
        round: u32,
        state: TaskState,
        after: i64,
        below: i64,
        most: u32,
    ) -> Result<(Vec<CallLogId>, i64), JournalError> {
        let mut last = after;
        let mut find = self
            .db
            .prepare_cached(
                "SELECT log, place FROM tasks WHERE round = ? AND state = ? AND place > ? AND place < ? \
                 ORDER BY place LIMIT ?",
            )
            .map_err(|e| self.failed(e))?;
        let rows = find
            .query_map(params![round, state, after, below, most], |row| {
                last = row.get(1)?;
                row.get(0).map(CallLogId)
            })
            .map_err(|e| self.failed(e))?;
        let logs = rows
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| self.failed(e))?;
        Ok((logs, last))
    }

    /// Stores what was read before the re-evaluation. A log that is sent already is left alone.
    pub(crate) fn store_before(
        &mut self,
        round: u32,
        read: &[(CallLogId, Found)],
        prices: &PriceTable,
        typical: Typical,
    ) -> Result<(), JournalError> {
        let path = self.path.clone();
        let failed = |e| JournalError::sqlite(&path, e);
        let change = self.db.transaction().map_err(failed)?;
        for (id, found) in read {
            match found {
                Found::Idle(log) => {
                    change
                        .prepare_cached(
                            "INSERT INTO documents (round, log, side, body) VALUES (?1, ?2, ?3, ?4) \
                             ON CONFLICT (round, log, side) DO UPDATE SET body = ?4",
                        )
                        .and_then(|mut put| put.execute(params![round, id.0, Side::Before as i64, reduced(log)]))
                        .map_err(failed)?;
                    for metric in log.metrics().iter().filter_map(|metric| metric.id) {
                        change
                            .prepare_cached("INSERT OR IGNORE INTO definitions (metric) VALUES (?)")
                            .and_then(|mut put| put.execute([metric.0]))
                            .map_err(failed)?;
                    }
                    let (metrics, cost) = price(log, prices, typical);
                    let time = log.timestamp.as_ref().and_then(seconds);
                    change
                        .prepare_cached(
                            "UPDATE tasks SET state = ?3, metrics = ?4, cost = ?5, agent = ifnull(agent, ?6), \
                             time = ifnull(time, ?7) WHERE round = ?1 AND log = ?2",
                        )
                        .and_then(|mut put| {
                            put.execute(params![
                                round,
                                id.0,
                                TaskState::Ready,
                                metrics,
                                cost,
                                log.agent.map(|agent| agent.0),
                                time
                            ])
                        })
                        .map_err(failed)?;
                }
                Found::Busy => set_state(&change, round, *id, TaskState::Busy, None).map_err(failed)?,
                Found::Gone(reason) => {
                    set_state(&change, round, *id, TaskState::Refused, Some(reason)).map_err(failed)?;
                }
            }
        }
        change.commit().map_err(failed)
    }

    /// What an evaluation mostly comes to, by the call logs read so far; else by the plan's metrics.
    pub(crate) fn typical(&self, plan: &Plan) -> Result<Typical, JournalError> {
        let (metrics, cost): (Option<f64>, Option<f64>) = self
            .db
            .query_row("SELECT avg(metrics), avg(cost) FROM tasks", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .map_err(|e| self.failed(e))?;
        let known = u32::try_from(plan.metrics.len()).unwrap_or(u32::MAX).max(1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an average of small counts, rounded up"
        )]
        let metrics = metrics.map_or(known, |average| average.ceil() as u32);
        Ok(Typical {
            metrics,
            cost: cost.unwrap_or_else(|| f64::from(metrics) * plan.prices.default),
        })
    }

    /// Waits again for results that did not come in time.
    pub(crate) fn wait_again(&mut self) -> Result<(), JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET state = ?, reason = NULL WHERE state = ?",
                [TaskState::Accepted, TaskState::TimedOut],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// Gives up on the call logs that are still in `state`.
    pub(crate) fn give_up(
        &mut self,
        round: u32,
        from: TaskState,
        to: TaskState,
        reason: &str,
    ) -> Result<(), JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET state = ?3, reason = ?4 WHERE round = ?1 AND state = ?2",
                params![round, from, to, reason],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }
}

pub(super) fn set_state(
    db: &rusqlite::Connection,
    round: u32,
    id: CallLogId,
    state: TaskState,
    reason: Option<&str>,
) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE tasks SET state = ?3, reason = ?4 WHERE round = ?1 AND log = ?2")?
        .execute(params![round, id.0, state, reason])
        .map(|_| ())
}

/// What one more evaluation of `log` is taken to come to, by the metrics that it has.
fn price(log: &CallLog, prices: &PriceTable, typical: Typical) -> (u32, f64) {
    let metrics = log.metrics();
    if metrics.is_empty() {
        return (typical.metrics, typical.cost);
    }
    let one = |id: Option<cekura::MetricId>| {
        id.and_then(|id| prices.metrics.get(&id).copied())
            .unwrap_or(prices.default)
    };
    let cost = metrics.iter().map(|metric| one(metric.id)).sum();
    (u32::try_from(metrics.len()).unwrap_or(u32::MAX), cost)
}

pub(super) fn seconds(time: &Timestamp) -> Option<i64> {
    let moment = time.to_system_time()?;
    let since = moment.duration_since(std::time::SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}
