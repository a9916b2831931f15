//! What became of requests: each outcome is committed before anything else is sent.

use std::time::Instant;

use cekura::{CallLogId, Evidence, Seen, Tracker};
use rusqlite::{Connection, params};

use super::create::json;
use super::error::JournalError;
use super::intents::now;
use super::open::Journal;
use super::requests::{Batch, BatchState, Fate, Outcome};
use super::rounds::set_state;
use super::state::TaskState;

/// Most times that one call log is sent in one session, where untouched ones may be sent again.
const MOST_SENDS: u32 = 5;

/// Why there may never be a result, though the request was accepted.
const NOT_LISTED: &str =
    "its request was accepted, but the reply did not list it: the service may not have taken it up";

/// Most times that a call log is tried again which the service says is in another evaluation, though it looks idle.
const MOST_PUT_OFF: u32 = 20;

impl Journal {
    /// Commits what became of requests, all of them or none.
    pub(crate) fn conclude(
        &mut self,
        round: u32,
        outcomes: &[Outcome],
    ) -> Result<(), JournalError> {
        let mut findings = Vec::with_capacity(outcomes.len());
        for outcome in outcomes {
            let evidence = self.evidence(round, outcome)?;
            let courses = self.courses(round, outcome, &evidence)?;
            findings.push((evidence, courses));
        }
        self.commit(|db| {
            outcomes
                .iter()
                .zip(&findings)
                .try_for_each(|(outcome, (evidence, courses))| {
                    conclude_one(db, round, outcome, evidence, courses)
                })
        })
    }

    /// What an outcome says about call logs of a request whose answer was lost.
    ///
    /// One that was sent again and is refused tells of that earlier request: it was carried out late if the call log is in
    /// evaluation now, and it is as unknown as it was otherwise.
    fn evidence(
        &self,
        round: u32,
        outcome: &Outcome,
    ) -> Result<Vec<(CallLogId, Evidence)>, JournalError> {
        Ok(match (&outcome.fate, &outcome.batch.logs[..]) {
            (Fate::LookedBack { evidence, .. }, _) => {
                evidence.iter().map(|log| (log.id, log.evidence)).collect()
            }
            (Fate::Rejected { is_busy, .. }, [only]) if self.was_in_doubt(round, *only)? => {
                let evidence = match is_busy {
                    true => Evidence::BecameBusy,
                    false => Evidence::Untouched,
                };
                vec![(*only, evidence)]
            }
            _ => Vec::new(),
        })
    }

    /// Whether the answer of an earlier request for a call log was lost.
    fn was_in_doubt(&self, round: u32, id: CallLogId) -> Result<bool, JournalError> {
        self.db
            .prepare_cached("SELECT evidence IS NOT NULL FROM tasks WHERE round = ? AND log = ?")
            .and_then(|mut find| find.query_row(params![round, id.0], |row| row.get(0)))
            .map_err(|e| self.failed(e))
    }

    /// From where the watch over each accepted call log begins.
    fn courses(
        &self,
        round: u32,
        outcome: &Outcome,
        evidence: &[(CallLogId, Evidence)],
    ) -> Result<Vec<(CallLogId, Seen)>, JournalError> {
        let mut courses = Vec::new();
        if let Fate::Accepted { seen, .. } = &outcome.fate {
            let now = Instant::now();
            for id in &outcome.batch.logs {
                let mut tracker = Tracker::new(self.snapshot_before(round, *id)?, now);
                if let Some((_, snapshot)) = seen.iter().find(|(replied, _)| replied == id) {
                    tracker.look(snapshot.clone(), now);
                }
                courses.push((*id, tracker.seen().clone()));
            }
        }
        for (id, evidence) in evidence.iter().filter(|(_, found)| found.is_strong()) {
            let mut seen = Seen::from_baseline(self.snapshot_before(round, *id)?);
            seen.became_busy = *evidence == Evidence::BecameBusy;
            seen.success_reset = *evidence == Evidence::SuccessReset;
            courses.push((*id, seen));
        }
        Ok(courses)
    }
}

fn conclude_one(
    db: &Connection,
    round: u32,
    outcome: &Outcome,
    evidence: &[(CallLogId, Evidence)],
    courses: &[(CallLogId, Seen)],
) -> rusqlite::Result<()> {
    let batch = &outcome.batch;
    let state = match &outcome.fate {
        Fate::Accepted { not_listed, .. } => {
            for id in &batch.logs {
                let reason = not_listed.contains(id).then_some(NOT_LISTED);
                set_state(db, round, *id, TaskState::Accepted, reason)?;
            }
            BatchState::Accepted
        }
        Fate::NotSent => {
            take_back(db, batch)?;
            BatchState::NotSent
        }
        Fate::Rejected { reason, is_busy } if !evidence.is_empty() => {
            for (id, evidence) in evidence {
                look_back(db, round, *id, *evidence, false)?;
                if !is_busy {
                    let reason = format!(
                        "its request was sent, the answer was lost, and sent once more it was refused: {reason}"
                    );
                    set_state(db, round, *id, TaskState::Unknown, Some(&reason))?;
                }
            }
            BatchState::LookedBack
        }
        Fate::Rejected { reason, is_busy } => {
            take_back(db, batch)?;
            reject(db, round, batch, reason, *is_busy)?;
            BatchState::Rejected
        }
        Fate::InDoubt => BatchState::InDoubt,
        Fate::LookedBack { resend, .. } => {
            for (id, evidence) in evidence {
                look_back(db, round, *id, *evidence, *resend)?;
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

/// Nothing of a request was carried out: its call logs are as if it had never been, and it comes to nothing.
fn take_back(db: &Connection, batch: &Batch) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE batches SET size = 0, metrics = 0, cost = 0.0 WHERE id = ?")?
        .execute([batch.id])?;
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
            db.prepare_cached(
                "UPDATE tasks SET state = ?3, pack = ?4 WHERE round = ?1 AND log = ?2",
            )?
            .execute(params![round, id.0, TaskState::Ready, pack])?;
        }
    }
    Ok(())
}

/// What looking back makes of one call log.
fn look_back(
    db: &Connection,
    round: u32,
    id: CallLogId,
    evidence: Evidence,
    resend: bool,
) -> rusqlite::Result<()> {
    let sends: u32 = db
        .prepare_cached("SELECT sends FROM tasks WHERE round = ? AND log = ?")?
        .query_row(params![round, id.0], |row| row.get(0))?;
    let state = match evidence {
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
        .execute(params![round, id.0])?;
    }
    let reason =
        format!("its request was sent, the answer was lost, and looking back showed: {evidence}");
    db.prepare_cached(
        "UPDATE tasks SET state = ?3, evidence = ?4, reason = ?5 WHERE round = ?1 AND log = ?2",
    )?
    .execute(params![
        round,
        id.0,
        state,
        evidence.to_string(),
        (state == TaskState::Unknown).then_some(reason)
    ])
    .map(|_| ())
}
