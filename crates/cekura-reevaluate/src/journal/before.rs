//! The state before: what was read of the call logs, and what evaluating them is taken to cost.

use std::time::SystemTime;

use cekura::types::CallLog;
use cekura::{CallLogId, MetricId, Timestamp};
use rusqlite::{Connection, params};

use super::document::{Side, reduced};
use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;
use crate::plan::{Plan, PlannedWork, PriceTable};

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

/// What reading a call log adds to it: the price of one more evaluation, and when it was read.
#[derive(Debug)]
pub(crate) struct Pricing {
    prices: PriceTable,
    /// The metrics that were asked for; none where it is all of them.
    chosen: Vec<MetricId>,
    /// How many metrics, and what they cost, where a call log has none yet.
    typical: (u32, f64),
    /// When the reads begin, in seconds since 1970.
    moment: Option<i64>,
}

impl Journal {
    /// Stores what was read before the re-evaluation. A log that is sent already is left alone.
    pub(crate) fn store_before(
        &mut self,
        round: u32,
        read: &[(CallLogId, Found)],
        pricing: &Pricing,
    ) -> Result<(), JournalError> {
        self.commit(|db| {
            read.iter()
                .try_for_each(|(id, found)| store_one(db, round, *id, found, pricing))
        })
    }

    /// Forgets states that were read before `moment` and are of call logs that were never sent: what was stored has to be what
    /// an evaluation erases. Where an answer was lost, the old state is what tells.
    pub(crate) fn forget_reads(&mut self, moment: SystemTime) -> Result<(), JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET state = ? WHERE state = ? AND evidence IS NULL AND read < ?",
                params![TaskState::Selected, TaskState::Ready, seconds_of(moment)],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// How evaluations are priced, with what they mostly come to by the call logs read so far; else by the plan's metrics.
    pub(crate) fn pricing(&self, plan: &Plan, moment: SystemTime) -> Result<Pricing, JournalError> {
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
        Ok(Pricing {
            prices: plan.prices.clone(),
            chosen: match &plan.work {
                PlannedWork::AllMetrics => Vec::new(),
                PlannedWork::Metrics(chosen) => chosen.clone(),
            },
            typical: (
                metrics,
                cost.unwrap_or_else(|| f64::from(metrics) * plan.prices.default),
            ),
            moment: seconds_of(moment),
        })
    }
}

impl Pricing {
    /// What one more evaluation of `log` is taken to come to: the metrics that it has, and chosen ones that it lacks. The
    /// service may evaluate and charge all of them where some were chosen, and a limit must hold then too.
    fn of(&self, log: &CallLog) -> (u32, f64) {
        let metrics = log.metrics();
        let has = |id: &MetricId| metrics.iter().any(|metric| metric.id.as_ref() == Some(id));
        let lacking: Vec<MetricId> = self.chosen.iter().copied().filter(|id| !has(id)).collect();
        let price = |id: Option<MetricId>| id.map_or(self.prices.default, |id| self.prices.of(id));
        let count = u32::try_from(metrics.len() + lacking.len()).unwrap_or(u32::MAX);
        let known = metrics.iter().map(|metric| price(metric.id));
        let cost = known.chain(lacking.iter().map(|id| price(Some(*id)))).sum();
        if metrics.is_empty() {
            return (count.max(self.typical.0), f64::max(cost, self.typical.1));
        }
        (count, cost)
    }
}

fn store_one(
    db: &Connection,
    round: u32,
    id: CallLogId,
    found: &Found,
    pricing: &Pricing,
) -> rusqlite::Result<()> {
    let log = match found {
        Found::Idle(log) => log,
        Found::Busy => return set_unsent(db, round, id, TaskState::Busy, None),
        Found::Gone(reason) => return set_unsent(db, round, id, TaskState::Refused, Some(reason)),
    };
    let (metrics, cost) = pricing.of(log);
    let is_unsent = db
        .prepare_cached(
            "UPDATE tasks SET state = ?3, metrics = ?4, cost = ?5, agent = ifnull(agent, ?6), time = ifnull(time, ?7), \
             read = ?8 WHERE round = ?1 AND log = ?2 AND state IN (?9, ?10)",
        )?
        .execute(params![
            round,
            id.0,
            TaskState::Ready,
            metrics,
            cost,
            log.agent.map(|agent| agent.0),
            log.timestamp.as_ref().and_then(seconds),
            pricing.moment,
            TaskState::Selected,
            TaskState::Busy
        ])?;
    if is_unsent == 0 {
        return Ok(());
    }
    db.prepare_cached(
        "INSERT OR REPLACE INTO documents (round, log, side, body) VALUES (?, ?, ?, ?)",
    )?
    .execute(params![round, id.0, Side::Before as i64, reduced(log)])?;
    let mut define = db.prepare_cached("INSERT OR IGNORE INTO definitions (metric) VALUES (?)")?;
    for metric in log.metrics().iter().filter_map(|metric| metric.id) {
        define.execute([metric.0])?;
    }
    Ok(())
}

/// Sets the state of a call log that was not sent, and of no other.
fn set_unsent(
    db: &Connection,
    round: u32,
    id: CallLogId,
    state: TaskState,
    reason: Option<&str>,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE tasks SET state = ?3, reason = ?4 WHERE round = ?1 AND log = ?2 AND state IN (?5, ?6)",
    )?
    .execute(params![round, id.0, state, reason, TaskState::Selected, TaskState::Busy])
    .map(|_| ())
}

/// The moment of a call.
fn seconds(time: &Timestamp) -> Option<i64> {
    seconds_of(time.to_system_time()?)
}

fn seconds_of(moment: SystemTime) -> Option<i64> {
    let since = moment.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}
