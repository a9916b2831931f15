//! The state after: what came out of an evaluation, compared with what was there before.

use cekura::types::{CallLog, MetricResult};
use cekura::{CallLogId, LogDiff, MetricChange, MetricDiff};
use rusqlite::{Connection, params};
use serde_json::Value;

use super::create::json;
use super::document::{Side, reduced};
use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;
use crate::report::{ChangeKind, Line};

/// Most turns of a conversation that are kept for the report, and most characters of each.
const TURNS: usize = 12;
const TURN: usize = 600;

impl Journal {
    /// Stores results with how each is known, all of them or none.
    pub(crate) fn store_results(
        &mut self,
        round: u32,
        results: &[(CallLogId, &'static str, CallLog)],
    ) -> Result<(), JournalError> {
        let mut diffs = Vec::with_capacity(results.len());
        for (id, _, after) in results {
            let before = self.before(round, *id)?;
            let diff = LogDiff::between(*id, &before, after);
            diffs.push((before, diff));
        }
        self.commit(|db| {
            results
                .iter()
                .zip(&diffs)
                .try_for_each(|((id, finish, after), (before, diff))| {
                    store(db, round, *id, finish, before, after, diff)
                })
        })
    }
}

fn store(
    db: &Connection,
    round: u32,
    id: CallLogId,
    finish: &str,
    before: &CallLog,
    after: &CallLog,
    diff: &LogDiff,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO documents (round, log, side, body) VALUES (?, ?, ?, ?)",
    )?
    .execute(params![round, id.0, Side::After as i64, reduced(after)])?;
    db.prepare_cached(
        "UPDATE tasks SET state = ?3, finish = ?4, reason = NULL WHERE round = ?1 AND log = ?2",
    )?
    .execute(params![round, id.0, TaskState::Done, finish])?;
    db.prepare_cached("DELETE FROM watches WHERE round = ? AND log = ?")?
        .execute(params![round, id.0])?;
    let human = after
        .is_reviewed
        .unwrap_or(false)
        .then_some(after.success)
        .flatten();
    let is_material = diff.material().next().is_some();
    let excerpt = is_material.then(|| json(&excerpt(after)));
    db.prepare_cached(
        "INSERT OR REPLACE INTO calls (round, log, before, after, human, number, excerpt) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        round,
        id.0,
        before.success,
        after.success,
        human,
        after.customer_number.as_deref().filter(|_| is_material),
        excerpt
    ])?;
    db.prepare_cached("DELETE FROM verdicts WHERE round = ? AND log = ?")?
        .execute(params![round, id.0])?;
    for (nth, metric) in diff.metrics.iter().enumerate() {
        store_verdict(db, round, id, nth, metric, human)?;
    }
    Ok(())
}

fn store_verdict(
    db: &Connection,
    round: u32,
    id: CallLogId,
    nth: usize,
    metric: &MetricDiff,
    human: Option<bool>,
) -> rusqlite::Result<()> {
    let either = metric.after.as_ref().or(metric.before.as_ref());
    let kind = either.and_then(|m| m.eval_type.as_ref().or(m.type_.as_ref()));
    let (before, after) = (metric.before.as_ref(), metric.after.as_ref());
    let passed = |m: Option<&MetricResult>| m.and_then(MetricResult::passed);
    let score = |m: Option<&MetricResult>| m.and_then(|m| m.score);
    let why = |m: Option<&MetricResult>| m.and_then(|m| m.explanation.as_ref()).map(json);
    db.prepare_cached(
        "INSERT INTO verdicts (round, log, nth, metric, name, kind, change, \
         before_passed, before_score, before_value, before_why, \
         after_passed, after_score, after_value, after_why, human) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        round,
        id.0,
        nth as i64,
        metric.id.map(|id| id.0),
        metric.name,
        kind,
        kind_of(metric.change) as i64,
        passed(before),
        score(before),
        before.and_then(value),
        why(before),
        passed(after),
        score(after),
        after.and_then(value),
        why(after),
        human
    ])
    .map(|_| ())
}

/// The word of a metric that chooses one, else its value.
fn value(metric: &MetricResult) -> Option<String> {
    let word = metric.enum_.clone().filter(|text| !text.is_empty());
    word.or_else(|| match metric.value.as_ref()? {
        Value::Null => None,
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    })
}

/// The beginning and the end of the conversation.
fn excerpt(log: &CallLog) -> Vec<Line> {
    let turns = log.transcript_turns();
    let left_out = turns.len().saturating_sub(TURNS);
    let mut lines: Vec<Line> = turns
        .iter()
        .enumerate()
        .filter(|(n, _)| *n < TURNS / 2 || *n >= TURNS / 2 + left_out)
        .map(|(_, turn)| Line {
            role: turn.role.chars().take(TURN).collect(),
            text: turn.content.chars().take(TURN).collect(),
        })
        .collect();
    if left_out > 0 {
        let text = format!("… {left_out} turns left out …");
        lines.insert(
            TURNS / 2,
            Line {
                role: String::new(),
                text,
            },
        );
    }
    lines
}

fn kind_of(change: MetricChange) -> ChangeKind {
    match change {
        MetricChange::PassToFail => ChangeKind::PassToFail,
        MetricChange::FailToPass => ChangeKind::FailToPass,
        MetricChange::BecameNotApplicable => ChangeKind::BecameNotApplicable,
        MetricChange::BecameApplicable => ChangeKind::BecameApplicable,
        MetricChange::ScoreMoved => ChangeKind::ScoreMoved,
        MetricChange::Appeared => ChangeKind::Appeared,
        MetricChange::Vanished => ChangeKind::Vanished,
        MetricChange::ExplanationChanged => ChangeKind::ExplanationChanged,
        MetricChange::Unchanged => ChangeKind::Unchanged,
        // A change that this version has no word for is a change of value all the same.
        _ => ChangeKind::ValueChanged,
    }
}
