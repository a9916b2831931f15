//! Commits the outcome of each request before anything else is sent.

use std::time::Instant;

use cekura::reevaluation::{EvaluationTracker, TrackerState};
use cekura::{CallLogId, Evidence};
use rusqlite::{Connection, params};

use super::create::json;
use super::error::JournalError;
use super::intents::now;
use super::open::Journal;
use super::reconcile::{History, decide};
use super::requests::{Answer, Batch, BatchOutcome, BatchState, SendResult};
use super::rounds::set_state;
use super::state::TaskState;

/// Why an accepted call log may never have a result.
const MISSING_FROM_RESPONSE: &str = "its request was accepted, but the response did not list it: the service may not have started it";

impl Journal {
    /// Commits outcomes of requests in one transaction.
    pub(crate) fn record_outcomes(
        &mut self,
        round: u32,
        outcomes: &[BatchOutcome],
    ) -> Result<(), JournalError> {
        let trackers = outcomes
            .iter()
            .map(|outcome| self.trackers(round, outcome))
            .collect::<Result<Vec<_>, _>>()?;
        self.commit(|db| {
            outcomes
                .iter()
                .zip(&trackers)
                .try_for_each(|(outcome, trackers)| record_outcome(db, round, outcome, trackers))
        })
    }

    /// The initial tracker state of each accepted call log.
    fn trackers(
        &self,
        round: u32,
        outcome: &BatchOutcome,
    ) -> Result<Vec<(CallLogId, TrackerState)>, JournalError> {
        let mut trackers = Vec::new();
        match &outcome.result {
            SendResult::Accepted { seen, .. } => {
                let now = Instant::now();
                for id in &outcome.batch.logs {
                    let mut tracker =
                        EvaluationTracker::new(self.snapshot_before(round, *id)?, now);
                    if let Some((_, snapshot)) = seen.iter().find(|(replied, _)| replied == id) {
                        tracker.record(snapshot.clone(), now);
                    }
                    trackers.push((*id, tracker.state().clone()));
                }
            }
            // An evaluation in progress for which the service refused the request is taken as ours: another request could be
            // charged again.
            SendResult::Reconciled {
                evidence, states, ..
            } => {
                let now = Instant::now();
                for (id, evidence) in evidence
                    .iter()
                    .filter(|(_, found)| found.shows_acceptance())
                {
                    let mut tracker =
                        EvaluationTracker::new(self.snapshot_before(round, *id)?, now);
                    // A later list entry with an older state than this one is stale.
                    if let Some(state) = states.get(id) {
                        tracker.record(state.clone(), now);
                    }
                    let mut seen = tracker.state().clone();
                    seen.became_busy |= *evidence == Evidence::BecameBusy;
                    seen.success_reset |= *evidence == Evidence::SuccessReset;
                    trackers.push((*id, seen));
                }
            }
            SendResult::NotSent | SendResult::Unknown => {}
        }
        Ok(trackers)
    }
}

fn record_outcome(
    db: &Connection,
    round: u32,
    outcome: &BatchOutcome,
    trackers: &[(CallLogId, TrackerState)],
) -> rusqlite::Result<()> {
    let batch = &outcome.batch;
    let state = match &outcome.result {
        SendResult::Accepted {
            missing_from_response,
            ..
        } => {
            for id in &batch.logs {
                let reason = missing_from_response
                    .contains(id)
                    .then_some(MISSING_FROM_RESPONSE);
                set_state(db, round, *id, TaskState::Accepted, reason)?;
            }
            BatchState::Accepted
        }
        SendResult::NotSent => {
            revert_batch(db, batch)?;
            BatchState::NotSent
        }
        SendResult::Unknown => BatchState::Unknown,
        SendResult::Reconciled {
            evidence, resend, ..
        } => {
            reconcile_batch(db, round, batch, evidence, *resend)?;
            BatchState::Reconciled
        }
    };
    for (id, seen) in trackers {
        db.prepare_cached(
            "INSERT OR REPLACE INTO watches (round, log, seen, session, polled) VALUES (?, ?, ?, 0, 0)",
        )?
        .execute(params![round, id.0, json(seen)])?;
    }
    let answer = batch.answer.as_ref();
    db.prepare_cached(
        "UPDATE batches SET state = ?2, ended = ?3, attempts = ifnull(?4, attempts), status = ifnull(?5, status), \
         request_id = ifnull(?6, request_id), answer = ifnull(?7, answer), answer_text = ifnull(?8, answer_text) WHERE id = ?1",
    )?
    .execute(params![
        batch.id,
        state as i64,
        now(),
        outcome.attempts,
        outcome.status,
        outcome.request_id,
        answer.map(Answer::kind),
        answer.map(Answer::text)
    ])
    .map(|_| ())
}

/// Resets the call logs of a request that was not carried out.
fn revert_batch(db: &Connection, batch: &Batch) -> rusqlite::Result<()> {
    let logs: Vec<(u32, i64)> = db
        .prepare_cached("SELECT round, log FROM tasks WHERE batch = ? AND state = ?")?
        .query_map(params![batch.id, TaskState::Intended], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<Result<_, _>>()?;
    for (round, log) in logs {
        set_state(db, round, CallLogId(log), TaskState::Ready, None)?;
        undo_send(db, round, CallLogId(log))?;
    }
    Ok(())
}

/// Resets the counts of a call log whose latest request was not carried out.
fn undo_send(db: &Connection, round: u32, id: CallLogId) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE tasks SET sends = sends - 1, resends = resends - (repeats IS NOT NULL), batch = ifnull(repeats, batch), \
         evidence = CASE WHEN repeats IS NULL THEN NULL ELSE evidence END, repeats = NULL WHERE round = ? AND log = ?",
    )?
    .execute(params![round, id.0])
    .map(|_| ())
}

/// Updates the call logs of one request by their evidence.
fn reconcile_batch(
    db: &Connection,
    round: u32,
    batch: &Batch,
    evidence: &[(CallLogId, Evidence)],
    resend: bool,
) -> rusqlite::Result<()> {
    let arrived = evidence.iter().any(|(_, found)| found.shows_acceptance())
        || db
            .prepare_cached("SELECT 1 FROM tasks WHERE batch = ? AND state IN (?, ?, ?)")?
            .exists(params![
                batch.id,
                TaskState::Accepted,
                TaskState::Done,
                TaskState::TimedOut
            ])?;
    // Refused and unchanged: not carried out, may be sent again.
    let mut left = Vec::new();
    for (id, evidence) in evidence {
        // Evidence of an earlier reconciliation of the same request counts too.
        let evidence = match evidence {
            Evidence::OnlyUpdatedAt if arrived => &Evidence::UpdatedWithOthers,
            evidence => evidence,
        };
        let history = history_of(db, round, *id)?;
        let decision = decide(batch.answer.as_ref(), *evidence, history, resend);
        db.prepare_cached(
            "UPDATE tasks SET state = ?3, evidence = ?4, reason = ?5, busy_retries = busy_retries + ?6 WHERE round = ?1 AND log = ?2",
        )?
        .execute(params![
            round,
            id.0,
            decision.state,
            evidence.to_string(),
            decision.reason,
            decision.state == TaskState::Busy
        ])?;
        if decision.was_not_carried_out {
            undo_send(db, round, *id)?;
            if decision.state == TaskState::Ready {
                left.push(*id);
            }
        }
    }
    split(db, round, batch, &left)
}

/// Splits the unchanged call logs of a refused request: in two halves, to find the refused one; in one group if others of the
/// request are already decided.
fn split(db: &Connection, round: u32, batch: &Batch, left: &[CallLogId]) -> rusqlite::Result<()> {
    let middle = match left.len() == batch.logs.len() {
        true => left.len().div_ceil(2),
        false => left.len(),
    };
    let mut put =
        db.prepare_cached("UPDATE tasks SET split_group = ?3 WHERE round = ?1 AND log = ?2")?;
    for (nth, id) in left.iter().enumerate() {
        let split_group = batch.id * 2 + i64::from(nth >= middle);
        put.execute(params![round, id.0, split_group])?;
    }
    Ok(())
}

fn history_of(db: &Connection, round: u32, id: CallLogId) -> rusqlite::Result<History> {
    db.prepare_cached(
        "SELECT resends, busy_retries, repeats IS NOT NULL, (SELECT size FROM batches WHERE id = tasks.batch) FROM tasks WHERE round = ? AND log = ?",
    )?
    .query_row(params![round, id.0], |row| {
        Ok(History {
            resends: row.get(0)?,
            busy_retries: row.get(1)?,
            was_in_doubt: row.get(2)?,
            is_alone: row.get::<_, Option<u32>>(3)? == Some(1),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::schema::migrate;
    use super::*;

    /// Two call logs in one request.
    fn sent() -> Connection {
        let mut db = Connection::open_in_memory().unwrap();
        migrate(&mut db, 0).unwrap();
        db.execute_batch(
            "INSERT INTO batches (id, round, size, state, intended) VALUES (1, 0, 2, 4, '')",
        )
        .unwrap();
        for log in [1, 2] {
            db.execute(
                "INSERT INTO tasks (round, log, state, submit_order, batch, sends) VALUES (0, ?, ?, ?, 1, 1)",
                params![log, TaskState::Intended, log],
            )
            .unwrap();
        }
        db
    }

    fn conclude(db: &Connection, answer: Option<Answer>, evidence: &[(i64, Evidence)]) {
        let found: Vec<_> = evidence
            .iter()
            .map(|(log, evidence)| (CallLogId(*log), *evidence))
            .collect();
        let batch = Batch {
            id: 1,
            agent: None,
            logs: found.iter().map(|(id, _)| *id).collect(),
            answer,
        };
        reconcile_batch(db, 0, &batch, &found, false).unwrap();
    }

    /// The state of a call log, how often it was sent, and how often put off.
    fn task(db: &Connection, log: i64) -> (TaskState, u32, u32) {
        db.query_row(
            "SELECT state, sends, busy_retries FROM tasks WHERE log = ?",
            [log],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap()
    }

    #[test]
    fn weak_evidence_counts_where_others_of_the_request_prove_it() {
        let weak = Evidence::OnlyUpdatedAt;
        let db = sent();
        conclude(&db, None, &[(1, weak), (2, weak)]);
        assert_eq!(task(&db, 2), (TaskState::Unknown, 1, 0));

        let db = sent();
        conclude(&db, None, &[(1, Evidence::BecameBusy), (2, weak)]);
        assert_eq!(task(&db, 2), (TaskState::Accepted, 1, 0));

        // What an earlier read proved.
        let db = sent();
        conclude(&db, None, &[(1, Evidence::BecameBusy)]);
        conclude(&db, None, &[(2, weak)]);
        assert_eq!(task(&db, 2), (TaskState::Accepted, 1, 0));
    }

    #[test]
    fn one_that_is_refused_as_busy_is_put_off_and_counts_as_unsent() {
        let db = sent();
        db.execute("UPDATE batches SET size = 1", []).unwrap();
        let busy = Answer::Busy("still in evaluation".to_owned());
        conclude(&db, Some(busy), &[(1, Evidence::Unchanged)]);
        assert_eq!(task(&db, 1), (TaskState::Busy, 0, 1));
    }
}
