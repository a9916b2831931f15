//! What became of the calls of an import, in words and as JSON.

use cekura_campaign::import::{ImportForecast, ImportSummary, NamedCall};
use cekura_campaign::report::wording::count;
use serde::Serialize;

use crate::app::App;
use crate::campaign::several;
use crate::cli::Format;
use crate::failure::Failure;
use crate::output::{Column, Table, plain, safe_line};
use crate::paid::Cost;

/// Shows what an import would do.
pub(crate) fn show_forecast(
    app: &mut App,
    calls: u64,
    forecast: &ImportForecast,
    cost: &Cost,
) -> Result<(), Failure> {
    let rows = [
        ("to send", forecast.to_send),
        ("sent by an earlier import", forecast.sent_before),
        ("already at Cekura", forecast.already_there),
        ("outcome unknown", forecast.unknown),
    ];
    let value = ForecastRecord {
        calls,
        to_send: forecast.to_send,
        sent_before: forecast.sent_before,
        already_there: forecast.already_there,
        unknown: forecast.unknown,
        metric_evaluations: cost.metric_evaluations,
        credits: cost.credits,
    };
    app.notes
        .info(&format!("sending them costs {}", cost.words()));
    show(app, &rows, &value)
}

/// Shows what became of the calls; names those that need attention.
pub(crate) fn show_summary(app: &mut App, summary: &ImportSummary) -> Result<(), Failure> {
    let sent_now = summary.sent - summary.sent_before;
    let rows = [
        ("sent now", sent_now),
        ("sent by an earlier import", summary.sent_before),
        ("already at Cekura", summary.already_there),
        ("refused", summary.refused),
        ("outcome unknown", summary.unknown),
        ("not tried", summary.not_tried()),
    ];
    let value = SummaryRecord {
        calls: summary.calls,
        sent: sent_now,
        sent_before: summary.sent_before,
        already_there: summary.already_there,
        refused: summary.refused,
        unknown: summary.unknown,
        not_tried: summary.not_tried(),
        changed: summary.changed,
        refusals: entries(&summary.refusals),
        unknowns: entries(&summary.unknowns),
        changes: entries(&summary.changes),
    };
    show(app, &rows, &value)?;
    if app.format() == Format::Table {
        warn(app, "refused", &summary.refusals, summary.refused);
        warn(app, "outcome unknown", &summary.unknowns, summary.unknown);
    }
    warn(app, "not sent again", &summary.changes, summary.changed);
    if summary.unknown_elsewhere > 0 {
        let some = several(summary.unknown_elsewhere, "call");
        app.notes.warn(&format!(
            "{some} of the journal without a line in this file: outcome unknown"
        ));
    }
    Ok(())
}

/// The object of `--dry-run`. Fields may be added, never renamed.
#[derive(Serialize)]
struct ForecastRecord {
    calls: u64,
    to_send: u64,
    sent_before: u64,
    already_there: u64,
    unknown: u64,
    metric_evaluations: Option<u64>,
    credits: Option<f64>,
}

/// The object of an import. Fields may be added, never renamed.
#[derive(Serialize)]
struct SummaryRecord<'a> {
    calls: u64,
    sent: u64,
    sent_before: u64,
    already_there: u64,
    refused: u64,
    unknown: u64,
    not_tried: u64,
    changed: u64,
    refusals: Vec<Entry<'a>>,
    unknowns: Vec<Entry<'a>>,
    changes: Vec<Entry<'a>>,
}

/// A call that needs attention.
#[derive(Serialize)]
struct Entry<'a> {
    line: u64,
    call_id: &'a str,
    reason: &'a str,
}

fn entries(calls: &[NamedCall]) -> Vec<Entry<'_>> {
    let entries = calls.iter().map(|call| Entry {
        line: call.line,
        call_id: &call.call_id,
        reason: &call.reason,
    });
    entries.collect()
}

fn show(app: &mut App, rows: &[(&str, u64)], value: &impl Serialize) -> Result<(), Failure> {
    app.show(value, |terminal| {
        let columns = [Column::word("CALLS"), Column::number("NUMBER")];
        let mut table = Table::new(terminal, &columns);
        for (name, number) in rows {
            table.row([plain(name), plain(count(*number))]);
        }
        table.into_text()
    })
}

/// Warns of calls by their lines.
fn warn(app: &App, what: &str, calls: &[NamedCall], of: u64) {
    for call in calls {
        app.notes.warn(&format!(
            "line {} ({}): {what}: {}",
            call.line,
            safe_line(&call.call_id),
            safe_line(&call.reason)
        ));
    }
    let more = of.saturating_sub(calls.len() as u64);
    if more > 0 {
        app.notes.warn(&format!("{} more: {what}", count(more)));
    }
}
