//! The report as text tables: metrics, the worst changes, call logs without a result, the gate, the outcome.

use cekura_campaign::gate::{GateResult, RuleKind, RuleResult};
use cekura_campaign::report::wording;
use cekura_campaign::report::{Change, ChangeKind, Report, Unfinished, UnfinishedState, Verdict};

use super::metrics_table::{metrics, notes};
use super::summary::several;
use crate::output::{Column, Table, Terminal, Tone, cell, plain, shortened};

/// The most call logs without a result in the table.
const UNFINISHED: usize = 20;
/// The least terminal width, in columns, for explanations.
pub(super) const WIDE: u16 = 100;
/// The most characters of an explanation.
const WHY: usize = 160;

/// Returns all tables of a report, separated by empty lines.
pub(crate) fn tables(report: &Report, terminal: &Terminal) -> String {
    let mut parts = Vec::new();
    if !report.metrics.is_empty() {
        parts.push(metrics(&report.metrics, terminal));
    }
    let notes = notes(report);
    if !notes.is_empty() {
        parts.push(notes);
    }
    if !report.changes.is_empty() {
        parts.push(changes(&report.changes, terminal));
        if report.changes_left_out > 0 {
            parts.push(format!(
                "and {}: --limit N lists more; --format json lists all",
                several(report.changes_left_out, "more change")
            ));
        }
    }
    let without = unfinished(&report.unfinished, terminal);
    if !without.is_empty() {
        parts.push(without);
    }
    if let Some(gate) = &report.gate {
        parts.push(rules(gate, terminal));
    }
    parts.push(verdict(report));
    parts.join("\n\n")
}

fn changes(changes: &[Change], terminal: &Terminal) -> String {
    // A narrow terminal has no room for explanations; every other format has them.
    let with_why = terminal.width.is_none_or(|width| width >= WIDE);
    let mut columns = vec![
        Column::number("CALL LOG"),
        Column::text("METRIC"),
        Column::text("CHANGE"),
    ];
    columns.extend(with_why.then_some(Column::text("EXPLANATION")));
    let mut table = Table::new(terminal, &columns);
    for change in changes {
        let tone = match change.change {
            ChangeKind::PassToFail | ChangeKind::Vanished => Tone::Bad,
            ChangeKind::FailToPass => Tone::Good,
            ChangeKind::ExplanationChanged | ChangeKind::Unchanged => Tone::Faint,
            _ => Tone::Doubtful,
        };
        let mut cells = vec![
            plain(change.call_log.to_string()),
            plain(&change.metric_name),
            cell(what(change), tone),
        ];
        cells.extend(with_why.then(|| plain(why(change))));
        table.row(cells);
    }
    table.into_text()
}

/// Returns the change with its values before and after, and whether it contradicts a reviewer.
fn what(change: &Change) -> String {
    let sides = match (&change.before, &change.after) {
        (Some(before), Some(after)) => match (short(before), short(after)) {
            (Some(before), Some(after)) if before != after => format!(" ({before} → {after})"),
            _ => String::new(),
        },
        (None, Some(one)) | (Some(one), None) => {
            short(one).map_or_else(String::new, |one| format!(" ({one})"))
        }
        (None, None) => String::new(),
    };
    let people = match change.contradicts_reviewer() {
        true => ", the reviewer passed it",
        false => "",
    };
    format!("{}{sides}{people}", change.change)
}

fn short(verdict: &Verdict) -> Option<String> {
    let value = || verdict.value.as_deref().map(|text| shortened(text, 24));
    verdict.score.map(wording::number).or_else(value)
}

fn why(change: &Change) -> String {
    let verdict = change.after.as_ref().or(change.before.as_ref());
    let text = verdict.map(|verdict| verdict.explanation.join(" "));
    shortened(&text.unwrap_or_default(), WHY)
}

/// Returns the call logs without a result, those that need attention first. Unsent ones are only counted.
fn unfinished(logs: &[Unfinished], terminal: &Terminal) -> String {
    let rank = |log: &&Unfinished| match log.state {
        UnfinishedState::Unknown => 0,
        UnfinishedState::Refused => 1,
        UnfinishedState::TimedOut | UnfinishedState::Deleted => 2,
        _ => 3,
    };
    let mut logs: Vec<&Unfinished> = logs
        .iter()
        .filter(|log| log.state != UnfinishedState::NotSent)
        .collect();
    if logs.is_empty() {
        return String::new();
    }
    logs.sort_by_key(rank);
    let columns = [
        Column::number("CALL LOG"),
        Column::word("STATE"),
        Column::text("REASON"),
    ];
    let mut table = Table::new(terminal, &columns);
    for log in logs.iter().take(UNFINISHED) {
        table.row([
            plain(log.call_log.to_string()),
            cell(log.state.to_string(), Tone::Doubtful),
            plain(shortened(&wording::reason(log), 2 * WHY)),
        ]);
    }
    let text = table.into_text();
    match logs.len().saturating_sub(UNFINISHED) {
        0 => text,
        more => format!(
            "{text}\nand {} more; --format json lists all",
            wording::count(more as u64)
        ),
    }
}

/// Returns the outcome, as in every other format, and how to continue.
fn verdict(report: &Report) -> String {
    let go_on = wording::resume_command(report).map(|command| format!("To continue: {command}"));
    std::iter::once(wording::headline(report))
        .chain(wording::details(report))
        .chain(go_on)
        .map(|line| crate::output::safe_line(&line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Returns the rules that are not met and the rule about coverage. Other rules that are met are only counted.
fn rules(gate: &GateResult, terminal: &Terminal) -> String {
    let columns = [
        Column::word("GATE"),
        Column::word("RULE"),
        Column::text("FOR"),
        Column::text("FOUND"),
    ];
    let mut table = Table::new(terminal, &columns);
    let mut row = |rule: &RuleResult| {
        let (word, tone) = match rule.passed {
            true => ("met", Tone::Good),
            false => ("not met", Tone::Bad),
        };
        table.row([
            cell(word, tone),
            plain(rule.text()),
            plain(rule.subject()),
            plain(shortened(&rule.reason, WHY)),
        ]);
    };
    gate.failed().for_each(&mut row);
    let met = gate.rules.iter().filter(|rule| rule.passed);
    let (complete, others): (Vec<_>, Vec<_>) =
        met.partition(|rule| rule.rule == RuleKind::MinEvaluated);
    complete.into_iter().for_each(row);
    let text = table.into_text();
    match others.len() {
        0 => text,
        1 => format!("{text}\nand 1 more rule met"),
        more => format!("{text}\nand {more} more rules met"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Style;
    use cekura_campaign::report::{Flips, MetricSummary};

    fn terminal(width: u16) -> Terminal {
        let out = Style::plain();
        Terminal {
            stdin: false,
            stdout: true,
            stderr: false,
            width: Some(width),
            out,
            err: out,
        }
    }

    fn report() -> Report {
        let metric = MetricSummary {
            id: Some(71),
            name: "Keeps to script".to_owned(),
            flips: Flips {
                pass_to_fail: 1_204,
                fail_to_pass: 97,
                ..Flips::default()
            },
            pass_rate_change: cekura_campaign::stats::paired_difference(1_204, 97, 9_000),
            mcnemar_p: Some(0.000_1),
            p_adjusted: Some(0.000_4),
            ..MetricSummary::default()
        };
        let change = Change {
            call_log: 12_345_678,
            metric_id: Some(71),
            metric_name: "Keeps to script".to_owned(),
            change: ChangeKind::PassToFail,
            within_noise: None,
            before: None,
            after: Some(Verdict {
                passed: Some(false),
                score: Some(0.0),
                value: None,
                explanation: vec!["The agent\u{1b}[31m did not repeat the change. ".repeat(20)],
            }),
            reviewer: Some(true),
            customer_number: None,
            excerpt: Vec::new(),
        };
        Report {
            metrics: vec![metric],
            changes: vec![change],
            changes_left_out: 3,
            ..Report::default()
        }
    }

    #[test]
    fn tables_fit_every_usual_terminal() {
        for width in 60..140 {
            let text = tables(&report(), &terminal(width));
            // Sentences are wrapped by the terminal itself.
            let tables = text.rsplit_once("\n\n").unwrap().0;
            for line in tables.lines().filter(|line| !line.starts_with("and ")) {
                assert!(line.chars().count() <= width.into(), "{width}: {line}");
            }
        }
    }

    #[test]
    fn call_logs_that_need_attention_come_first_and_unsent_ones_are_only_counted() {
        let log = |log, state| Unfinished {
            call_log: log,
            state,
            reason: "so it is".to_owned(),
            possibly_charged: None,
        };
        let mut logs: Vec<Unfinished> = (5001..5030)
            .map(|id| log(id, UnfinishedState::Refused))
            .collect();
        logs.push(log(5040, UnfinishedState::NotSent));
        logs.push(log(5041, UnfinishedState::Unknown));
        let shown = unfinished(&logs, &terminal(80));
        let first = shown.lines().nth(2).unwrap_or_default();
        assert!(first.contains("5041"), "{shown}");
        assert!(
            !shown.contains("5040") && shown.ends_with("and 10 more; --format json lists all"),
            "{shown}"
        );
        assert_eq!(unfinished(&logs[29..30], &terminal(80)), "");
    }

    #[test]
    fn explanations_are_shown_on_wide_terminals_without_escape_sequences() {
        let wide = tables(&report(), &terminal(120));
        assert!(
            wide.contains("did not repeat") && !wide.contains('\u{1b}'),
            "{wide}"
        );
        assert!(
            wide.contains("the reviewer passed it") && wide.contains("3 more changes"),
            "{wide}"
        );
        assert!(!tables(&report(), &terminal(90)).contains("did not repeat"));
    }
}
