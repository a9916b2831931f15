//! What became of requests: each outcome is committed before anything else is sent.

use std::time::Instant;

use cekura::reevaluation::{EvaluationTracker, TrackerState};
use cekura::{CallLogId, Evidence};
use rusqlite::{Connection, params};

use super::create::json;
use super::error::JournalError;
use super::intents::now;
use super::looked_back::{Standing, weigh};
use super::open::Journal;
use super::requests::{Answer, Batch, BatchState, Fate, Outcome};
use super::rounds::set_state;
use super::state::TaskState;

/// Why there may never be a result, though the request was accepted.
const NOT_LISTED: &str =
    "its request was accepted, but the reply did not list it: the service may not have taken it up";

impl Journal {
    /// Commits what became of requests, all of them or none.
    pub(crate) fn conclude(
        &mut self,
        round: u32,
        outcomes: &[Outcome],
    ) -> Result<(), JournalError> {
        let courses = outcomes
            .iter()
            .map(|outcome| self.courses(round, outcome))
            .collect::<Result<Vec<_>, _>>()?;
        self.commit(|db| {
            outcomes
                .iter()
                .zip(&courses)
                .try_for_each(|(outcome, courses)| conclude_one(db, round, outcome, courses))
        })
    }

    /// From where the watch over each accepted call log begins.
    fn courses(
        &self,
        round: u32,
        outcome: &Outcome,
    ) -> Result<Vec<(CallLogId, TrackerState)>, JournalError> {
        let mut courses = Vec::new();
        match &outcome.fate {
            Fate::Accepted { seen, .. } => {
                let now = Instant::now();
                for id in &outcome.batch.logs {
                    let mut tracker =
                        EvaluationTracker::new(self.snapshot_before(round, *id)?, now);
                    if let Some((_, snapshot)) = seen.iter().find(|(replied, _)| replied == id) {
                        tracker.record(snapshot.clone(), now);
                    }
                    courses.push((*id, tracker.state().clone()));
                }
            }
            // Where the service refused it for an evaluation under way, that one is taken for ours: another request could be
            // one too many.
            Fate::LookedBack {
                evidence, states, ..
            } => {
                let now = Instant::now();
                for (id, evidence) in evidence
                    .iter()
                    .filter(|(_, found)| found.shows_acceptance())
                {
                    let mut tracker =
                        EvaluationTracker::new(self.snapshot_before(round, *id)?, now);
                    // From here on: a list that shows an older state than this one lags behind.
                    if let Some(state) = states.get(id) {
                        tracker.record(state.clone(), now);
                    }
                    let mut seen = tracker.state().clone();
                    seen.became_busy |= *evidence == Evidence::BecameBusy;
                    seen.success_reset |= *evidence == Evidence::SuccessReset;
                    courses.push((*id, seen));
                }
            }
            Fate::NotSent | Fate::InDoubt => {}
        }
        Ok(courses)
    }
}

fn conclude_one(
    db: &Connection,
    round: u32,
    outcome: &Outcome,
    courses: &[(CallLogId, TrackerState)],
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
        Fate::InDoubt => BatchState::InDoubt,
        Fate::LookedBack {
            evidence, resend, ..
        } => {
            looked_back(db, round, batch, evidence, *resend)?;
            BatchState::LookedBack
        }
    };
    for (id, seen) in courses {
        db.prepare_cached(
            "INSERT OR REPLACE INTO watches (round, log, seen, session, look) VALUES (?, ?, ?, 0, 0)",
        )?
        .execute(params![round, id.0, json(seen)])?;
    }
    let answer = batch.answer.as_ref();
    db.prepare_cached(
        "UPDATE batches SET state = ?2, ended = ?3, attempts = ifnull(?4, attempts), status = ifnull(?5, status), \
         request_id = ifnull(?6, request_id), answer = ifnull(?7, answer), note = ifnull(?8, note) WHERE id = ?1",
    )?
    .execute(params![
        batch.id,
        state as i64,
        now(),
        outcome.attempts,
        outcome.status,
        outcome.request_id,
        answer.map(Answer::kind),
        answer.map(Answer::text).or(outcome.note.as_deref())
    ])
    .map(|_| ())
}

/// Nothing of a request was carried out: its call logs are as if it had never been.
fn take_back(db: &Connection, batch: &Batch) -> rusqlite::Result<()> {
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

/// The latest request of a call log was not carried out: it counts as little as if it had never been sent.
fn undo_send(db: &Connection, round: u32, id: CallLogId) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE tasks SET sends = sends - 1, resends = resends - (doubt IS NOT NULL), batch = ifnull(doubt, batch), \
         evidence = CASE WHEN doubt IS NULL THEN NULL ELSE evidence END, doubt = NULL WHERE round = ? AND log = ?",
    )?
    .execute(params![round, id.0])
    .map(|_| ())
}

/// What looking back makes of the call logs of one request.
fn looked_back(
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
    // Refused, and the same as before: not carried out. They may be sent in another request.
    let mut left = Vec::new();
    for (id, evidence) in evidence {
        // What an earlier look proved of the others of its request counts as well.
        let evidence = match evidence {
            Evidence::OnlyUpdatedAt if arrived => &Evidence::UpdatedWithOthers,
            evidence => evidence,
        };
        let standing = standing_of(db, round, *id)?;
        let weighed = weigh(batch.answer.as_ref(), *evidence, standing, resend);
        db.prepare_cached(
            "UPDATE tasks SET state = ?3, evidence = ?4, reason = ?5, put_off = put_off + ?6 WHERE round = ?1 AND log = ?2",
        )?
        .execute(params![
            round,
            id.0,
            weighed.state,
            evidence.to_string(),
            weighed.reason,
            weighed.state == TaskState::Busy
        ])?;
        if weighed.was_not_carried_out {
            undo_send(db, round, *id)?;
            if weighed.state == TaskState::Ready {
                left.push(*id);
            }
        }
    }
    split(db, round, batch, &left)
}

/// Of several call logs, nobody can say which one a request was refused for: they are sent in two halves, and all together
/// where others of the request are settled already.
fn split(db: &Connection, round: u32, batch: &Batch, left: &[CallLogId]) -> rusqlite::Result<()> {
    let middle = match left.len() == batch.logs.len() {
        true => left.len().div_ceil(2),
        false => left.len(),
    };
    let mut put = db.prepare_cached("UPDATE tasks SET pack = ?3 WHERE round = ?1 AND log = ?2")?;
    for (nth, id) in left.iter().enumerate() {
        let pack = batch.id * 2 + i64::from(nth >= middle);
        put.execute(params![round, id.0, pack])?;
    }
    Ok(())
}

fn standing_of(db: &Connection, round: u32, id: CallLogId) -> rusqlite::Result<Standing> {
    db.prepare_cached(
        "SELECT resends, put_off, doubt IS NOT NULL, (SELECT size FROM batches WHERE id = tasks.batch) FROM tasks WHERE round = ? AND log = ?",
    )?
    .query_row(params![round, id.0], |row| {
        Ok(Standing {
            resends: row.get(0)?,
            put_off: row.get(1)?,
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
                "INSERT INTO tasks (round, log, state, place, batch, sends) VALUES (0, ?, ?, ?, 1, 1)",
                params![log, TaskState::Intended, log],
            )
            .unwrap();
        }
        db
    }

    fn look(db: &Connection, answer: Option<Answer>, evidence: &[(i64, Evidence)]) {
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
        looked_back(db, 0, &batch, &found, false).unwrap();
    }

    /// The state of a call log, how often it was sent, and how often put off.
    fn task(db: &Connection, log: i64) -> (TaskState, u32, u32) {
        db.query_row(
            "SELECT state, sends, put_off FROM tasks WHERE log = ?",
            [log],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap()
    }

    #[test]
    fn weak_evidence_counts_where_others_of_the_request_prove_it() {
        let weak = Evidence::OnlyUpdatedAt;
        let db = sent();
        look(&db, None, &[(1, weak), (2, weak)]);
        assert_eq!(task(&db, 2), (TaskState::Unknown, 1, 0));

        let db = sent();
        look(&db, None, &[(1, Evidence::BecameBusy), (2, weak)]);
        assert_eq!(task(&db, 2), (TaskState::Accepted, 1, 0));

        // What an earlier look proved.
        let db = sent();
        look(&db, None, &[(1, Evidence::BecameBusy)]);
        look(&db, None, &[(2, weak)]);
        assert_eq!(task(&db, 2), (TaskState::Accepted, 1, 0));
    }

    #[test]
    fn one_that_is_refused_as_busy_is_put_off_and_counts_as_unsent() {
        let db = sent();
        db.execute("UPDATE batches SET size = 1", []).unwrap();
        let busy = Answer::Busy("still in evaluation".to_owned());
        look(&db, Some(busy), &[(1, Evidence::Untouched)]);
        assert_eq!(task(&db, 1), (TaskState::Busy, 0, 1));
    }
}
