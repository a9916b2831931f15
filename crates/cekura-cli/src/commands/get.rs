//! `cekura calls get ID`.

use cekura::CallLogId;
use cekura::types::{CallLog, MetricResult};
use futures_util::TryStreamExt as _;

use crate::app::App;
use crate::cli::{GetArgs, check_range};
use crate::commands::list;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Column, Table, Terminal, Tone, cell, plain, safe_line, shortened};
use crate::paid::number;
use crate::session::Session;

/// Longest explanation in a table, in characters.
const EXPLANATION: usize = 300;

/// Longest line about a tool, whose data may be pages of JSON, in characters.
const TOOL: usize = 300;

pub(super) async fn get(app: &mut App, args: &GetArgs) -> Result<(), Failure> {
    check_range(args.from.as_ref(), args.to.as_ref())?;
    let number = args.number()?;
    let session = Session::open(app).await?;
    let id = match number {
        Some(id) => id,
        None => find(app, args, &session).await?,
    };
    if let Some(sandbox) = &session.sandbox {
        crate::paid::report_unknown_ids(app, sandbox, None, &[id]);
    }
    let log = session.client.call_logs().get(id).await;
    let log = log.map_err(|e| Failure::from(e).about(format!("call log {id}")))?;
    show(app, &log)
}

/// Shows a call log in full.
pub(super) fn show(app: &mut App, log: &CallLog) -> Result<(), Failure> {
    app.show(log, |terminal| page(log, terminal))
}

/// Finds the call log with this provider's id.
async fn find(app: &App, args: &GetArgs, session: &Session) -> Result<CallLogId, Failure> {
    let mut entries = list::request(app, &args.search(), session)?.items();
    let mut found = Vec::new();
    while let Some(entry) = entries
        .try_next()
        .await
        .map_err(|e| Failure::from(e).about("the list of call logs"))?
    {
        // The service could ignore the filter.
        if entry.call_id.as_deref() == Some(&*args.id) {
            found.extend(entry.id);
        }
    }
    match found[..] {
        [] => Err(Failure::own(
            Exit::NotFound,
            format!("no call with the provider's id {}", args.id),
        )
        .hint("without --from and --to only the last 30 days are searched")),
        [id] => Ok(id),
        _ => {
            let ids: Vec<String> = found.iter().map(ToString::to_string).collect();
            Err(Failure::usage(format!(
                "{} call logs have the provider's id {}: {}",
                ids.len(),
                args.id,
                ids.join(", ")
            ))
            .hint("give the id of one of them"))
        }
    }
}

/// Details, metrics, transcript.
fn page(log: &CallLog, terminal: &Terminal) -> String {
    let mut parts = vec![facts(log, terminal)];
    if !log.metrics().is_empty() {
        parts.push(metrics(log.metrics(), terminal));
    }
    let transcript = transcript(log);
    if !transcript.is_empty() {
        parts.push(transcript);
    }
    parts.join("\n\n")
}

fn facts(log: &CallLog, terminal: &Terminal) -> String {
    let mut table = Table::new(terminal, &[Column::word("CALL LOG"), Column::text("VALUE")]);
    let text = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let agent = match (log.agent, &log.agent_name) {
        (Some(id), Some(name)) => Some(format!("{id} {name}")),
        (id, name) => id.map(|id| id.to_string()).or_else(|| name.clone()),
    };
    table.row([
        plain("id"),
        plain(log.id.map(|id| id.to_string()).unwrap_or_default()),
    ]);
    let (word, tone) = outcome(log.success);
    let reviewed = if log.is_reviewed == Some(true) {
        ", reviewed"
    } else {
        ""
    };
    table.row([plain("outcome"), cell(format!("{word}{reviewed}"), tone)]);
    for (name, value) in [
        ("status", log.status.as_ref().map(ToString::to_string)),
        ("feedback", text(&log.feedback)),
        ("agent", agent),
        ("time", log.timestamp.as_ref().map(ToString::to_string)),
        ("length", text(&log.duration)),
        ("caller", text(&log.customer_number)),
        ("topic", text(&log.topic)),
        ("ended", text(&log.call_ended_reason)),
        ("drop-off", text(&log.dropoff_point)),
        ("error", text(&log.error_message)),
        ("provider's id", text(&log.call_id)),
        ("trace", text(&log.trace_id)),
        ("updated", log.updated_at.as_ref().map(ToString::to_string)),
    ] {
        if let Some(value) = value {
            table.row([plain(name), plain(value)]);
        }
    }
    table.into_text()
}

fn metrics(metrics: &[MetricResult], terminal: &Terminal) -> String {
    let columns = [
        Column::number("ID"),
        Column::text("METRIC"),
        Column::word("VERDICT"),
        Column::word("RESULT"),
        Column::text("EXPLANATION"),
    ];
    let mut table = Table::new(terminal, &columns);
    for metric in metrics {
        let (word, tone) = match metric.passed() {
            Some(passed) => outcome(Some(passed)),
            None => ("–", Tone::Faint),
        };
        table.row([
            plain(metric.id.map(|id| id.to_string()).unwrap_or_default()),
            plain(metric.name.as_deref().unwrap_or_default()),
            cell(word, tone),
            plain(result(metric)),
            plain(shortened(
                &metric
                    .explanation
                    .iter()
                    .flatten()
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" "),
                EXPLANATION,
            )),
        ]);
    }
    table.into_text()
}

/// A line for each turn: when, who, what.
fn transcript(log: &CallLog) -> String {
    let lines = log.transcript_turns().into_iter().map(|turn| {
        let line = turn.to_string();
        match turn.tool {
            Some(_) => shortened(&line, TOOL),
            None => safe_line(&line),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What the metric says, whatever it says it with.
fn result(metric: &MetricResult) -> String {
    let chosen = metric.enum_.clone().filter(|text| !text.is_empty());
    let value = metric
        .value
        .as_ref()
        .filter(|value| !value.is_null())
        .map(|value| match value.as_str() {
            Some(text) => text.to_owned(),
            None => value.to_string(),
        });
    chosen
        .or_else(|| metric.score.map(number))
        .or(value)
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| "n/a".into())
}

/// The word for an outcome and its tone.
pub(super) fn outcome(success: Option<bool>) -> (&'static str, Tone) {
    match success {
        Some(true) => ("pass", Tone::Good),
        Some(false) => ("fail", Tone::Bad),
        None => ("none", Tone::Doubtful),
    }
}

/// How many of the metrics that pass or fail have passed, as `3/5`.
pub(super) fn passed_of(metrics: &[MetricResult]) -> String {
    let verdicts: Vec<bool> = metrics.iter().filter_map(MetricResult::passed).collect();
    match verdicts.len() {
        0 => String::new(),
        all => format!(
            "{}/{all}",
            verdicts.iter().filter(|passed| **passed).count()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn metric(json: serde_json::Value) -> MetricResult {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn a_result_is_its_word_its_score_or_its_value() {
        assert_eq!(
            result(&metric(json!({ "enum": "calm", "score": 3 }))),
            "calm"
        );
        assert_eq!(result(&metric(json!({ "score": 3.5 }))), "3.5");
        assert_eq!(result(&metric(json!({ "score": 5.0, "value": "x" }))), "5");
        assert_eq!(result(&metric(json!({ "value": "later" }))), "later");
        assert_eq!(result(&metric(json!({ "value": "" }))), "n/a");
        assert_eq!(result(&metric(json!({}))), "n/a");
    }

    #[test]
    fn only_verdicts_count_as_passed_or_not() {
        let metrics = [
            metric(json!({ "passed": true })),
            metric(json!({ "passed": false })),
            metric(json!({ "eval_type": "enum", "enum": "calm" })),
        ];
        assert_eq!(passed_of(&metrics), "1/2");
        assert_eq!(passed_of(&[]), "");
    }
}
