//! Stores results: the state after an evaluation, compared with the state before.

use cekura::CallLogId;
use cekura::reevaluation::{LogDiff, MetricChange, MetricDiff};
use cekura::types::{CallLog, MetricResult};
use rusqlite::{Connection, params};
use serde_json::Value;

use super::create::json;
use super::document::{Document, Side, store_document};
use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;
use crate::cost::Pricing;
use crate::report::{ChangeKind, ExcerptTurn};

/// The most turns of a transcript kept for the report, and the most characters of each.
const TURNS: usize = 12;
const TURN: usize = 600;

/// A result, its certainty, and its changes.
#[derive(Debug)]
pub(crate) struct Evaluated {
    pub(crate) id: CallLogId,
    pub(crate) certainty: &'static str,
    pub(crate) after: Document,
    pub(crate) diff: LogDiff,
}

impl Journal {
    /// What `after` changes about a call log.
    pub(crate) fn diff(
        &self,
        round: u32,
        id: CallLogId,
        after: &Document,
    ) -> Result<LogDiff, JournalError> {
        let before = self.before(round, id)?;
        let is_listed = before.is_listed() || after.is_listed();
        let mut diff = LogDiff::between(id, &before.into_log(), &after.clone().into_log());
        if is_listed {
            // The list shows no explanations, and that is no change.
            for metric in &mut diff.metrics {
                if metric.change == MetricChange::ExplanationChanged {
                    metric.change = MetricChange::Unchanged;
                }
            }
        }
        Ok(diff)
    }

    /// Stores results, all of them or none.
    pub(crate) fn store_results(
        &mut self,
        round: u32,
        results: &[Evaluated],
        pricing: &Pricing,
    ) -> Result<(), JournalError> {
        self.commit(|db| {
            results
                .iter()
                .try_for_each(|result| store(db, round, result, pricing))
        })
    }
}

fn store(
    db: &Connection,
    round: u32,
    result: &Evaluated,
    pricing: &Pricing,
) -> rusqlite::Result<()> {
    let Evaluated {
        id,
        certainty,
        after,
        diff,
    } = result;
    store_document(db, round, *id, Side::After, after)?;
    let (metrics, cost) = pricing.of(after.metrics());
    // An inferred result may be a state from before the evaluation, without a metric that was charged since; and a result
    // shows what one evaluation came to, not what an earlier one of the same call log did.
    let is_confirmed = *certainty == "confirmed";
    db.prepare_cached(
        "UPDATE tasks SET state = ?3, certainty = ?4, reason = NULL, counted = ?7 AND sends = 1, \
         metrics = CASE WHEN ?7 AND sends = 1 THEN ?5 ELSE max(ifnull(metrics, 0), ?5) END, \
         cost = CASE WHEN ?7 AND sends = 1 THEN ?6 ELSE max(ifnull(cost, 0.0), ?6) END \
         WHERE round = ?1 AND log = ?2",
    )?
    .execute(params![
        round,
        id.0,
        TaskState::Done,
        certainty,
        metrics,
        cost,
        is_confirmed
    ])?;
    db.prepare_cached("DELETE FROM watches WHERE round = ? AND log = ?")?
        .execute(params![round, id.0])?;
    let log = after.clone().into_log();
    let human = log
        .is_reviewed
        .unwrap_or(false)
        .then_some(log.success)
        .flatten();
    let changes_result = diff.result_changes().next().is_some();
    let excerpt = changes_result.then(|| json(&excerpt(&log)));
    db.prepare_cached(
        "INSERT OR REPLACE INTO calls (round, log, before, after, human, number, excerpt) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        round,
        id.0,
        diff.success.0,
        diff.success.1,
        human,
        log.customer_number.as_deref().filter(|_| changes_result),
        excerpt
    ])?;
    db.prepare_cached("DELETE FROM verdicts WHERE round = ? AND log = ?")?
        .execute(params![round, id.0])?;
    for (nth, metric) in diff.metrics.iter().enumerate() {
        store_verdict(db, round, *id, nth, metric, human)?;
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
fn excerpt(log: &CallLog) -> Vec<ExcerptTurn> {
    let turns = log.transcript_turns();
    let left_out = turns.len().saturating_sub(TURNS);
    let cut = |text: &str| text.chars().take(TURN).collect();
    let mut lines: Vec<ExcerptTurn> = turns
        .iter()
        .enumerate()
        .filter(|(n, _)| *n < TURNS / 2 || *n >= TURNS / 2 + left_out)
        .map(|(_, turn)| ExcerptTurn {
            time: turn.time(),
            role: cut(&turn.speaker().to_string()),
            text: cut(&turn.text()),
        })
        .collect();
    if left_out > 0 {
        let text = format!("… {left_out} turns left out …");
        lines.insert(
            TURNS / 2,
            ExcerptTurn {
                time: None,
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
        // Unknown kinds count as changes of the value.
        _ => ChangeKind::ValueChanged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_excerpt_is_the_beginning_and_the_end_whoever_wrote_the_transcript() {
        let mut turns: Vec<Value> = (0..20)
            .map(|n| json!({"role": "bot", "message": format!("{n}"), "secondsFromStart": 10 * n}))
            .collect();
        turns
            .push(json!({"role": "tool_call_result", "name": "book", "result": "x".repeat(1_000)}));
        let log = serde_json::from_value(json!({ "transcript_object": turns })).unwrap();
        let lines = excerpt(&log);
        let shown = |n: usize| (lines[n].time.as_deref(), &*lines[n].role, &*lines[n].text);
        assert_eq!(lines.len(), TURNS + 1);
        assert_eq!(shown(5), (Some("00:50"), "Agent", "5"));
        assert_eq!(shown(6), (None, "", "… 9 turns left out …"));
        assert_eq!(shown(11), (Some("03:10"), "Agent", "19"));
        assert_eq!(
            (lines[12].time.as_deref(), &*lines[12].role),
            (None, "Tool")
        );
        assert!(lines[12].text.starts_with("book returned xxx"));
        assert_eq!(lines[12].text.chars().count(), TURN);
    }
}
