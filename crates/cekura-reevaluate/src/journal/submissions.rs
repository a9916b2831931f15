//! The paid requests: each intent is committed before it is sent, and its outcome after.

use std::time::{Instant, SystemTime};

use cekura::{CallLogId, Evidence, LogEvidence, Seen, Snapshot, Timestamp, Tracker};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::create::json;
use super::error::JournalError;
use super::open::Journal;
use super::rounds::set_state;
use super::state::TaskState;
use super::status::{Budget, Spent};

/// A paid request that is committed to the journal and may now be sent.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    pub(crate) id: i64,
    pub(crate) agent: Option<i64>,
    pub(crate) logs: Vec<CallLogId>,
}

/// What was committed to be sent.
#[derive(Debug, Default)]
pub(crate) struct Intent {
    pub(crate) batches: Vec<Batch>,
    /// The limit that the next request would pass, in words.
    pub(crate) limit: Option<String>,
}

/// What became of a request.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) batch: Batch,
    pub(crate) fate: Fate,
    /// How many requests were sent, what status came, which number the service gave it.
    pub(crate) attempts: Option<u32>,
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<String>,
    pub(crate) note: Option<String>,
}

/// What is known about the call logs of a request.
#[derive(Debug)]
pub(crate) enum Fate {
    /// The service took them up; where they stood in its reply.
    Accepted(Vec<(CallLogId, Snapshot)>),
    /// Nothing was carried out, and the reason is none of theirs: they may be sent again.
    NotSent,
    /// The service does not take this request: one or all of its call logs are why.
    Rejected { reason: String, is_busy: bool },
    /// The answer was lost. The call logs are about to be looked back at.
    InDoubt,
    /// Looking back is over. With `resend`, untouched ones may be sent once more.
    LookedBack {
        evidence: Vec<LogEvidence>,
        resend: bool,
    },
}

/// Where a request stands, in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BatchState {
    Intended = 0,
    Accepted = 1,
    NotSent = 2,
    Rejected = 3,
    InDoubt = 4,
    LookedBack = 5,
}

/// Most times that one call log is sent in one session, where untouched ones may be sent again.
const MOST_SENDS: u32 = 5;

/// Most times that a call log is tried again which the service says is in another evaluation, though it looks idle.
const MOST_PUT_OFF: u32 = 20;

impl Journal {
    /// Commits up to `free` requests of at most `size` call logs each, and stops before the budget is passed.
    pub(crate) fn intend(
        &mut self,
        round: u32,
        below: i64,
        size: u32,
        free: usize,
        budget: &Budget,
    ) -> Result<Intent, JournalError> {
        let mut spent = self.spent()?;
        let path = self.path.clone();
        let failed = |e| JournalError::sqlite(&path, e);
        let mut intent = Intent::default();
        let change = self.db.transaction().map_err(failed)?;
        while intent.batches.len() < free {
            let Some(next) = next_batch(&change, round, below, size).map_err(failed)? else {
                break;
            };
            let more = spent.with(next.logs.len() as u64, next.metrics, next.cost);
            if let Some(limit) = budget.passed_by(&more) {
                intent.limit = Some(limit);
                break;
            }
            spent = more;
            intent
                .batches
                .push(commit(&change, round, next).map_err(failed)?);
        }
        change.commit().map_err(failed)?;
        Ok(intent)
    }

    /// Commits what became of requests, all of them or none.
    pub(crate) fn conclude(
        &mut self,
        round: u32,
        outcomes: &[Outcome],
    ) -> Result<(), JournalError> {
        let mut courses = Vec::new();
        for outcome in outcomes {
            courses.push(self.courses(round, outcome)?);
        }
        let path = self.path.clone();
        let failed = |e| JournalError::sqlite(&path, e);
        let change = self.db.transaction().map_err(failed)?;
        for (outcome, courses) in outcomes.iter().zip(courses) {
            conclude_one(&change, round, outcome, &courses).map_err(failed)?;
        }
        change.commit().map_err(failed)
    }

    /// From where the watch over each accepted call log begins.
    fn courses(
        &self,
        round: u32,
        outcome: &Outcome,
    ) -> Result<Vec<(CallLogId, Seen)>, JournalError> {
        let mut courses = Vec::new();
        match &outcome.fate {
            Fate::Accepted(reply) => {
                let now = Instant::now();
                for id in &outcome.batch.logs {
                    let mut tracker = Tracker::new(self.snapshot_before(round, *id)?, now);
                    if let Some((_, snapshot)) = reply.iter().find(|(replied, _)| replied == id) {
                        tracker.look(snapshot.clone(), now);
                    }
                    courses.push((*id, tracker.seen().clone()));
                }
            }
            Fate::LookedBack { evidence, .. } => {
                for log in evidence.iter().filter(|log| log.evidence.is_strong()) {
                    let mut seen = Seen::from_baseline(self.snapshot_before(round, log.id)?);
                    seen.became_busy = log.evidence == Evidence::BecameBusy;
                    seen.success_reset = log.evidence == Evidence::SuccessReset;
                    courses.push((log.id, seen));
                }
            }
            Fate::NotSent | Fate::Rejected { .. } | Fate::InDoubt => {}
        }
        Ok(courses)
    }

    /// The requests whose outcome is not known: a process ended between sending and hearing.
    pub(crate) fn open_batches(&self) -> Result<Vec<(u32, Batch)>, JournalError> {
        let mut find = self
            .db
            .prepare_cached("SELECT id, round, agent FROM batches WHERE state IN (?, ?) ORDER BY id")
            .map_err(|e| self.failed(e))?;
        let open = find
            .query_map(
                [BatchState::Intended as i64, BatchState::InDoubt as i64],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .and_then(Iterator::collect::<Result<Vec<(i64, u32, Option<i64>)>, _>>)
            .map_err(|e| self.failed(e))?;
        open.into_iter()
            .map(|(id, round, agent)| {
                let logs = self.logs_of(round, id)?;
                Ok((round, Batch { id, agent, logs }))
            })
            .collect()
    }

    fn logs_of(&self, round: u32, batch: i64) -> Result<Vec<CallLogId>, JournalError> {
        self.db
            .prepare_cached("SELECT log FROM tasks WHERE batch = ? AND round = ? AND state = ? ORDER BY place")
            .and_then(|mut find| {
                find.query_map(params![batch, round, TaskState::Intended], |row| {
                    row.get(0).map(CallLogId)
                })?
                .collect()
            })
            .map_err(|e| self.failed(e))
    }

    /// Counts sends anew for the call logs of unknown fate, now that somebody asks again.
    pub(crate) fn forget_sends(&mut self) -> Result<(), JournalError> {
        self.db
            .execute(
                "UPDATE tasks SET sends = 0 WHERE state = ?",
                [TaskState::Unknown],
            )
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }

    /// What the requests that were or may have been carried out come to.
    pub(crate) fn spent(&self) -> Result<Spent, JournalError> {
        self.db
            .prepare_cached(
                "SELECT ifnull(sum(size), 0), ifnull(sum(metrics), 0), ifnull(sum(cost), 0.0) FROM batches \
                 WHERE state IN (?, ?, ?, ?)",
            )
            .and_then(|mut sum| {
                sum.query_row(
                    [
                        BatchState::Intended as i64,
                        BatchState::Accepted as i64,
                        BatchState::InDoubt as i64,
                        BatchState::LookedBack as i64,
                    ],
                    |row| {
                        Ok(Spent {
                            evaluations: row.get(0)?,
                            metric_evaluations: row.get(1)?,
                            credits: row.get(2)?,
                        })
                    },
                )
            })
            .map_err(|e| self.failed(e))
    }

    /// The call logs of unknown fate, grouped by the request they were in.
    pub(crate) fn unknown_batches(&self) -> Result<Vec<(u32, Batch)>, JournalError> {
        let mut find = self
            .db
            .prepare_cached(
                "SELECT round, batch, agent, log FROM tasks WHERE state = ? ORDER BY round, batch, place",
            )
            .map_err(|e| self.failed(e))?;
        let rows = find
            .query_map([TaskState::Unknown], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .and_then(Iterator::collect::<Result<Vec<(u32, Option<i64>, Option<i64>, i64)>, _>>)
            .map_err(|e| self.failed(e))?;
        let mut batches: Vec<(u32, Batch)> = Vec::new();
        for (round, id, agent, log) in rows {
            let id = id.unwrap_or(0);
            match batches.last_mut() {
                Some((same, batch)) if *same == round && batch.id == id => {
                    batch.logs.push(CallLogId(log));
                }
                _ => batches.push((
                    round,
                    Batch {
                        id,
                        agent,
                        logs: vec![CallLogId(log)],
                    },
                )),
            }
        }
        Ok(batches)
    }
}

struct Next {
    agent: Option<i64>,
    logs: Vec<CallLogId>,
    metrics: u64,
    cost: f64,
}

/// The call logs of the next request: the pack that was split off last, else the first ones of one agent.
fn next_batch(
    db: &Connection,
    round: u32,
    below: i64,
    size: u32,
) -> rusqlite::Result<Option<Next>> {
    let pack: Option<i64> = db
        .prepare_cached("SELECT max(pack) FROM tasks WHERE pack IS NOT NULL AND round = ? AND state = ? AND place < ?")?
        .query_row(params![round, TaskState::Ready, below], |row| row.get(0))?;
    let first: Option<Option<i64>> = db
        .prepare_cached(
            "SELECT agent FROM tasks WHERE round = ? AND state = ? AND place < ? AND pack IS ? ORDER BY place LIMIT 1",
        )?
        .query_row(params![round, TaskState::Ready, below, pack], |row| row.get(0))
        .optional()?;
    let Some(agent) = first else { return Ok(None) };
    let mut next = Next {
        agent,
        logs: Vec::new(),
        metrics: 0,
        cost: 0.0,
    };
    let mut find = db.prepare_cached(
        "SELECT log, ifnull(metrics, 0), ifnull(cost, 0.0) FROM tasks \
         WHERE round = ? AND state = ? AND place < ? AND pack IS ? AND agent IS ? ORDER BY place LIMIT ?",
    )?;
    let mut rows = find.query(params![round, TaskState::Ready, below, pack, agent, size])?;
    while let Some(row) = rows.next()? {
        next.logs.push(CallLogId(row.get(0)?));
        next.metrics += row.get::<_, u64>(1)?;
        next.cost += row.get::<_, f64>(2)?;
    }
    Ok(Some(next))
}

fn commit(db: &Connection, round: u32, next: Next) -> rusqlite::Result<Batch> {
    db.prepare_cached(
        "INSERT INTO batches (round, agent, size, metrics, cost, state, intended) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        round,
        next.agent,
        next.logs.len() as i64,
        next.metrics,
        next.cost,
        BatchState::Intended as i64,
        now()
    ])?;
    let id = db.last_insert_rowid();
    let mut put = db.prepare_cached(
        "UPDATE tasks SET state = ?3, batch = ?4, pack = NULL, sends = sends + 1, reason = NULL \
         WHERE round = ?1 AND log = ?2",
    )?;
    for log in &next.logs {
        put.execute(params![round, log.0, TaskState::Intended, id])?;
    }
    Ok(Batch {
        id,
        agent: next.agent,
        logs: next.logs,
    })
}

fn conclude_one(
    db: &Connection,
    round: u32,
    outcome: &Outcome,
    courses: &[(CallLogId, Seen)],
) -> rusqlite::Result<()> {
    let batch = &outcome.batch;
    let state = match &outcome.fate {
        Fate::Accepted(_) => {
            for id in &batch.logs {
                set_state(db, round, *id, TaskState::Accepted, None)?;
            }
            BatchState::Accepted
        }
        Fate::NotSent => {
            take_back(db, batch)?;
            BatchState::NotSent
        }
        Fate::Rejected { reason, is_busy } => {
            take_back(db, batch)?;
            reject(db, round, batch, reason, *is_busy)?;
            BatchState::Rejected
        }
        Fate::InDoubt => BatchState::InDoubt,
        Fate::LookedBack { evidence, resend } => {
            for log in evidence {
                look_back(db, round, log, *resend)?;
            }
            BatchState::LookedBack
        }
    };
    for (id, seen) in courses {
        db.prepare_cached(
            "INSERT OR REPLACE INTO watches (round, log, seen, session, look) VALUES (?, ?, ?, 0, 0)",
        )?
        .execute(params![round, id.0, json(seen)])?;
    }
    db.prepare_cached(
        "UPDATE batches SET state = ?2, ended = ?3, attempts = ifnull(?4, attempts), status = ifnull(?5, status), \
         request_id = ifnull(?6, request_id), note = ifnull(?7, note) WHERE id = ?1",
    )?
    .execute(params![
        batch.id,
        state as i64,
        now(),
        outcome.attempts,
        outcome.status,
        outcome.request_id,
        outcome.note
    ])
    .map(|_| ())
}

/// Nothing of a request was carried out: its call logs are as if it had never been.
fn take_back(db: &Connection, batch: &Batch) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE tasks SET state = ?2, sends = sends - 1, reason = NULL WHERE batch = ?1 AND state = ?3",
    )?
    .execute(params![batch.id, TaskState::Ready, TaskState::Intended])
    .map(|_| ())
}

/// One call log is refused or waits for its other evaluation; of several, nobody knows which, so they are split in two.
fn reject(
    db: &Connection,
    round: u32,
    batch: &Batch,
    reason: &str,
    is_busy: bool,
) -> rusqlite::Result<()> {
    if let [only] = batch.logs[..] {
        let put_off: u32 = db
            .prepare_cached(
                "UPDATE tasks SET put_off = put_off + ?3 WHERE round = ?1 AND log = ?2 RETURNING put_off",
            )?
            .query_row(params![round, only.0, is_busy], |row| row.get(0))?;
        let state = match is_busy && put_off < MOST_PUT_OFF {
            true => TaskState::Busy,
            false => TaskState::Refused,
        };
        return set_state(db, round, only, state, Some(reason));
    }
    let (first, second) = batch.logs.split_at(batch.logs.len().div_ceil(2));
    for (half, logs) in [first, second].into_iter().enumerate() {
        let pack = batch.id * 2 + half as i64;
        for id in logs {
            db.prepare_cached("UPDATE tasks SET state = ?3, pack = ?4 WHERE round = ?1 AND log = ?2")?
                .execute(params![round, id.0, TaskState::Ready, pack])?;
        }
    }
    Ok(())
}

/// What looking back makes of one call log.
fn look_back(
    db: &Connection,
    round: u32,
    log: &LogEvidence,
    resend: bool,
) -> rusqlite::Result<()> {
    let sends: u32 = db
        .prepare_cached("SELECT sends FROM tasks WHERE round = ? AND log = ?")?
        .query_row(params![round, log.id.0], |row| row.get(0))?;
    let state = match log.evidence {
        evidence if evidence.is_strong() => TaskState::Accepted,
        Evidence::Untouched if resend && sends < MOST_SENDS => TaskState::Ready,
        _ => TaskState::Unknown,
    };
    if state == TaskState::Ready {
        // It is about to be counted with another request.
        db.prepare_cached(
            "UPDATE batches SET size = size - 1, metrics = batches.metrics - ifnull(task.metrics, 0), \
             cost = batches.cost - ifnull(task.cost, 0.0) \
             FROM tasks AS task WHERE batches.id = task.batch AND task.round = ? AND task.log = ?",
        )?
        .execute(params![round, log.id.0])?;
    }
    let reason = format!(
        "its request was sent, the answer was lost, and looking back showed: {}",
        log.evidence
    );
    db.prepare_cached(
        "UPDATE tasks SET state = ?3, evidence = ?4, reason = ?5 WHERE round = ?1 AND log = ?2",
    )?
    .execute(params![
        round,
        log.id.0,
        state,
        log.evidence.to_string(),
        (state == TaskState::Unknown).then_some(reason)
    ])
    .map(|_| ())
}

pub(super) fn now() -> String {
    Timestamp::from(SystemTime::now())
        .as_str().to_owned()
}
