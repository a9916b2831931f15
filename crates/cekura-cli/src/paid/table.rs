//! The table of results: one row for each changed metric, at least one for each call log.

use cekura_campaign::report::ChangeKind;

use super::result::{CallLogResult, MetricResult};
use crate::output::{Column, Table, Terminal, Tone, cell, plain, safe_line, shortened};

/// The most characters of an explanation.
const EXPLANATION: usize = 140;

/// The least terminal width, in columns, for explanations.
const NARROW: u16 = 90;

/// Returns the table of results.
pub(super) fn table(results: &[CallLogResult], terminal: &Terminal) -> String {
    let explains = terminal.width.is_none_or(|width| width >= NARROW);
    let mut columns = vec![
        Column::number("CALL LOG"),
        Column::word("RESULT"),
        Column::word("STATE"),
        Column::text("METRIC"),
        Column::text("CHANGE"),
    ];
    columns.extend(explains.then_some(Column::text("EXPLANATION OR REASON")));
    let mut table = Table::new(terminal, &columns);
    for result in results {
        let known_by = match result.is_done() {
            true => Tone::Plain,
            false => Tone::Doubtful,
        };
        let (text, tone) = success(result);
        // Every row has the call log, so that the table can be searched and sorted.
        let mut row = |metric: &str, change: (String, Tone), why: &str| {
            let mut row = vec![
                plain(result.id.to_string()),
                cell(&text, tone),
                cell(result.state.replace('_', " "), known_by),
                plain(metric),
                cell(change.0, change.1),
            ];
            row.extend(explains.then(|| plain(shortened(&safe_line(why), EXPLANATION))));
            table.row(row);
        };
        for metric in result.result_changes() {
            row(&metric.name, change(metric), &metric.explanation.join(" "));
        }
        if result.result_changes().next().is_none() {
            let what = match result.is_done() {
                true => "no change",
                false => "no result",
            };
            let why = result.reason.as_deref().unwrap_or_default();
            row("–", (what.to_owned(), Tone::Faint), why);
        }
    }
    table.into_text()
}

/// Returns the result of the whole call before and after.
fn success(result: &CallLogResult) -> (String, Tone) {
    let word = |success: Option<bool>| match success {
        Some(true) => "pass",
        Some(false) => "fail",
        None => "none",
    };
    let (before, after) = (result.success.before, result.success.after);
    if !result.is_done() {
        return ("–".to_owned(), Tone::Doubtful);
    }
    let tone = match (before, after) {
        (Some(false), Some(true)) => Tone::Good,
        (Some(true), Some(false)) => Tone::Bad,
        _ => Tone::Plain,
    };
    (format!("{} → {}", word(before), word(after)), tone)
}

fn change(metric: &MetricResult) -> (String, Tone) {
    let score = |score: Option<f64>| score.map_or_else(|| "n/a".to_owned(), number);
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "n/a".to_owned());
    let (scores, values) = (&metric.score, &metric.value);
    let sides = if scores.before != scores.after {
        format!(" ({} → {})", score(scores.before), score(scores.after))
    } else if values.before != values.after {
        format!(" ({} → {})", value(&values.before), value(&values.after))
    } else {
        String::new()
    };
    let tone = match metric.change {
        ChangeKind::PassToFail => Tone::Bad,
        ChangeKind::FailToPass => Tone::Good,
        _ => Tone::Plain,
    };
    (format!("{}{sides}", metric.change), tone)
}

/// Formats a score without trailing zeros.
pub(crate) fn number(score: f64) -> String {
    let text = format!("{score:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use cekura::CallLogId;

    use super::super::result::tests::example;
    use super::*;
    use crate::output::Style;

    fn terminal(width: Option<u16>) -> Terminal {
        let plain = Style::plain();
        Terminal {
            stdin: false,
            stdout: false,
            stderr: false,
            width,
            out: plain,
            err: plain,
        }
    }

    fn results() -> Vec<CallLogResult> {
        let mut late = CallLogResult::accepted(CallLogId(5003));
        late.state = "timed_out".to_owned();
        late.reason = Some("no result could be read in time".to_owned());
        let mut same = example();
        same.id = CallLogId(5005);
        same.state = "inferred".to_owned();
        same.metrics.clear();
        vec![example(), late, same]
    }

    #[test]
    fn the_table_has_a_row_for_each_change_and_for_each_call_log() {
        insta::assert_snapshot!(table(&results(), &terminal(None)), @r"
        CALL LOG  RESULT       STATE      METRIC           CHANGE               EXPLANATION OR REASON
            5001  fail → pass  confirmed  Keeps to script  fail → pass (0 → 5)  The agent asked for the berth[2J and named the price.
            5003  –            timed out  –                no result            no result could be read in time
            5005  fail → pass  inferred   –                no change
        ");
    }

    #[test]
    fn the_table_fits_and_keeps_its_numbers() {
        for width in [60, 80, 100, 160] {
            let text = table(&results(), &terminal(Some(width)));
            let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= usize::from(width), "{width}: {widest}\n{text}");
            assert!(
                text.contains("5001") && text.contains("fail → pass"),
                "{text}"
            );
            assert_eq!(text.contains("EXPLANATION"), width >= 90);
            if width == 80 {
                assert_eq!(text.lines().count(), 4, "a row is a line:\n{text}");
            }
        }
    }

    #[test]
    fn scores_have_no_needless_zeros() {
        for (score, text) in [
            (5.0, "5"),
            (3.5, "3.5"),
            (0.0, "0"),
            (-1.25, "-1.25"),
            (2.0 / 3.0, "0.667"),
            (100.0, "100"),
        ] {
            assert_eq!(number(score), text);
        }
    }
}
