//! The table of metrics.

use cekura_campaign::report::wording::{self, percent, probability};
use cekura_campaign::report::{MetricSummary, Proportion, Report};

use super::tables::WIDE;
use crate::output::{Column, Table, Terminal, Tone, cell, plain};

/// The least terminal width, in columns, for intervals.
const MIDDLE: u16 = 80;

/// Returns the table of changed metrics, and one line for each unchanged one.
pub(super) fn metrics(all: &[MetricSummary], terminal: &Terminal) -> String {
    let (unchanged, changed): (Vec<_>, Vec<_>) =
        all.iter().partition(|metric| metric.is_unchanged());
    let mut parts = Vec::new();
    if !changed.is_empty() {
        parts.push(changed_metrics(&changed, terminal));
    }
    parts.extend(unchanged.iter().filter_map(|metric| {
        let shown = wording::unchanged(metric)?;
        Some(format!(
            "{}: {shown}",
            crate::output::safe_line(&metric.name)
        ))
    }));
    parts.join("\n")
}

fn changed_metrics(metrics: &[&MetricSummary], terminal: &Terminal) -> String {
    // A narrow terminal shows only names and the main numbers; other formats have the rest.
    let has = |least: u16| terminal.width.is_none_or(|width| width >= least);
    let (is_whole, with_interval) = (has(WIDE), has(MIDDLE));
    let flip = |from: &str, to: &str| match terminal.width {
        Some(_) => format!("{from}\n{to}"),
        None => format!("{from} {to}"),
    };
    let mut columns = Vec::new();
    columns.extend(is_whole.then_some(Column::number("ID")));
    columns.extend([Column::text("METRIC"), Column::number("POINTS")]);
    columns.extend(with_interval.then_some(Column::number("95 % INTERVAL")));
    columns.extend([
        Column::number("BEFORE"),
        Column::number("AFTER"),
        Column::number(flip("PASS →", "FAIL")),
        Column::number(flip("FAIL →", "PASS")),
        Column::number("OTHER"),
    ]);
    columns.extend(is_whole.then_some(Column::word("P (ADJUSTED)")));
    let mut table = Table::new(terminal, &columns);
    let none = || "–".to_owned();
    let rate = |share: &Option<Proportion>| share.as_ref().map_or_else(none, |s| percent(s.rate));
    for metric in metrics {
        let flips = &metric.flips;
        let delta = metric.pass_rate_change.as_ref();
        let tone = match delta {
            Some(delta) if metric.shows_change() && delta.difference < 0.0 => Tone::Bad,
            Some(_) if metric.shows_change() => Tone::Good,
            _ => Tone::Faint,
        };
        let change = delta.map_or_else(none, |delta| wording::points(delta).replace(" points", ""));
        let mut cells = Vec::new();
        let id = || metric.id.map(|id| id.to_string()).unwrap_or_default();
        cells.extend(is_whole.then(|| plain(id())));
        cells.extend([plain(&metric.name), cell(change, tone)]);
        cells.extend(with_interval.then(|| plain(delta.map_or_else(none, wording::interval))));
        cells.extend([
            plain(rate(&metric.pass_rate_before)),
            plain(rate(&metric.pass_rate_after)),
            counted(flips.pass_to_fail, Tone::Bad),
            counted(flips.fail_to_pass, Tone::Good),
            counted(metric.other_changes(), Tone::Doubtful),
        ]);
        cells.extend(is_whole.then(|| plain(metric.p_adjusted.map_or_else(none, probability))));
        table.row(cells);
    }
    table.into_text()
}

fn counted(number: u64, tone: Tone) -> comfy_table::Cell {
    match number {
        0 => cell("0", Tone::Faint),
        number => cell(wording::count(number), tone),
    }
}

/// Returns notes on whole calls, reviewers, changed definitions and noise.
pub(super) fn notes(report: &Report) -> String {
    let calls = wording::whole_calls(report).map(|shown| format!("Whole calls: {shown}"));
    let people = report
        .reviewer_agreement
        .as_ref()
        .map(|people| format!("Reviewers: {}", wording::agreement(people)));
    let mut lines: Vec<String> = calls.into_iter().chain(people).collect();
    for metric in &report.metrics {
        let is_doubtful = metric.definition.earlier.is_some()
            || metric.definition.before != metric.definition.after;
        let definition = Some(&metric.definition)
            .filter(|_| is_doubtful)
            .and_then(wording::definition);
        for text in [definition, wording::noise(metric)].into_iter().flatten() {
            lines.push(format!(
                "{}: {text}",
                crate::output::safe_line(&metric.name)
            ));
        }
    }
    lines.join("\n")
}
