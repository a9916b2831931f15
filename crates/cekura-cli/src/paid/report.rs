//! The report for people: a table of what changed, and a line that sums it up.

use std::time::Duration;

use super::outcome::{DELETED, Known, MetricOutcome, Outcome, number};
use crate::output::{
    Column, Table, Terminal, Tone, cell, count, named, plain, safe_line, shortened,
};

/// Longest explanation in a table, in characters.
const EXPLANATION: usize = 140;

/// Below this width there is no room for explanations.
const NARROW: u16 = 90;

/// Call logs that are listed one by one in a summary.
const LISTED: usize = 10;

/// The call logs whose evaluation was accepted.
pub(super) fn accepted(outcomes: &[Outcome], terminal: &Terminal) -> String {
    let mut table = Table::new(
        terminal,
        &[
            Column::number("CALL LOG"),
            Column::word("EVALUATION"),
            Column::word("STATUS"),
        ],
    );
    for outcome in outcomes {
        table.row([
            plain(outcome.id.to_string()),
            plain(outcome.finish.as_str()),
            plain(outcome.status.after.as_deref().unwrap_or_default()),
        ]);
    }
    table.into_text()
}

/// What changed: one row for each changed metric, at least one for each call log.
pub(super) fn changes(outcomes: &[Outcome], terminal: &Terminal) -> String {
    let explains = terminal.width.is_none_or(|width| width >= NARROW);
    let mut columns = vec![
        Column::number("CALL LOG"),
        Column::word("OUTCOME"),
        Column::word("KNOWN BY"),
        Column::text("METRIC"),
        Column::text("CHANGE"),
    ];
    if explains {
        columns.push(Column::text("WHY"));
    }
    let mut table = Table::new(terminal, &columns);
    for outcome in outcomes {
        let (text, tone) = verdict(outcome);
        let known_by = match outcome.finish {
            finish if finish.is_without_result() => Tone::Doubtful,
            _ => Tone::Plain,
        };
        // Every row says whose it is, so that the table can be searched and sorted.
        let head = || {
            vec![
                plain(outcome.id.to_string()),
                cell(&text, tone),
                cell(outcome.finish.as_str(), known_by),
            ]
        };
        let mut rows = 0;
        for metric in outcome.material() {
            let mut row = head();
            row.extend([
                plain(&metric.name),
                cell(change(metric), change_tone(metric)),
            ]);
            if explains {
                row.push(plain(shortened(&metric.explanation.join(" "), EXPLANATION)));
            }
            table.row(row);
            rows += 1;
        }
        if rows == 0 {
            let mut row = head();
            let what = match outcome.finish {
                Known::TimedOut => "no result yet",
                Known::Deleted => "no result: may have been charged",
                Known::Unread => "no result that can be read",
                _ => "no change",
            };
            row.extend([plain("–"), cell(what, Tone::Faint)]);
            if explains {
                let why = outcome.reason.as_deref().unwrap_or_default();
                row.push(plain(shortened(&safe_line(why), EXPLANATION)));
            }
            table.row(row);
        }
    }
    table.into_text()
}

/// One line: how many, how they are known, what flipped.
pub(super) fn summary(outcomes: &[Outcome], took: Duration) -> String {
    let known = |known: Known| {
        outcomes
            .iter()
            .filter(|outcome| outcome.finish == known)
            .count()
    };
    let (confirmed, inferred) = (known(Known::Confirmed), known(Known::Inferred));
    let mut text = format!(
        "{} of {} evaluated in {} s",
        confirmed + inferred,
        outcomes.len(),
        took.as_secs()
    );
    let ways: Vec<String> = [
        (confirmed, "confirmed"),
        (inferred, "inferred"),
        (known(Known::TimedOut), "timed out"),
        (known(Known::Unread), "not read"),
        (known(Known::Deleted), "deleted"),
    ]
    .iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| format!("{count} {word}"))
    .collect();
    if !ways.is_empty() {
        text.push_str(&format!(" ({})", ways.join(", ")));
    }
    let flips = |to: bool| {
        outcomes
            .iter()
            .filter(|outcome| outcome.flipped() == Some(to))
            .count()
    };
    let changed: usize = outcomes
        .iter()
        .map(|outcome| outcome.material().count())
        .sum();
    match (flips(false), flips(true)) {
        (0, 0) => text.push_str("; no outcome flipped"),
        (worse, better) => {
            text.push_str(&format!(
                "; flipped: {worse} pass → fail, {better} fail → pass"
            ));
        }
    }
    text.push_str(&format!("; {} changed", count(changed, "metric verdict")));
    text
}

/// Why a wait did not bring every result: each kind with its call logs.
pub(super) fn missing(outcomes: &[Outcome]) -> String {
    let first_reason = outcomes
        .iter()
        .filter(|outcome| outcome.finish == Known::Unread)
        .find_map(|outcome| outcome.reason.as_deref());
    let told = [
        ids(outcomes, Known::TimedOut)
            .map(|ids| format!("no result within the deadline for {ids}")),
        ids(outcomes, Known::Unread).map(|ids| {
            let reason = safe_line(first_reason.unwrap_or_default());
            format!("the result of {ids} could not be read: {reason}")
        }),
        ids(outcomes, Known::Deleted).map(|ids| format!("{ids}: {DELETED}")),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// `call log 5003`: those with this end, abridged; nothing where there are none.
fn ids(outcomes: &[Outcome], finish: Known) -> Option<String> {
    let ids: Vec<String> = outcomes
        .iter()
        .filter(|outcome| outcome.finish == finish)
        .map(|outcome| outcome.id.to_string())
        .collect();
    let list = match ids.len() {
        0 => return None,
        n if n > LISTED => format!("{} and {} more", ids[..LISTED].join(", "), n - LISTED),
        _ => ids.join(", "),
    };
    Some(named(ids.len(), "call log", &list))
}

fn verdict(outcome: &Outcome) -> (String, Tone) {
    let word = |success: Option<bool>| match success {
        Some(true) => "pass",
        Some(false) => "fail",
        None => "none",
    };
    if outcome.finish.is_without_result() {
        return (
            format!("{} → ?", word(outcome.success.before)),
            Tone::Doubtful,
        );
    }
    let tone = match outcome.flipped() {
        Some(true) => Tone::Good,
        Some(false) => Tone::Bad,
        None => Tone::Plain,
    };
    (
        format!(
            "{} → {}",
            word(outcome.success.before),
            word(outcome.success.after)
        ),
        tone,
    )
}

fn change(metric: &MetricOutcome) -> String {
    let score = |score: Option<f64>| score.map_or_else(|| "n/a".to_owned(), number);
    let value = |value: &Option<serde_json::Value>| match value {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => "n/a".to_owned(),
    };
    if metric.score.before != metric.score.after {
        format!(
            "{} ({} → {})",
            metric.change,
            score(metric.score.before),
            score(metric.score.after)
        )
    } else if metric.value.before != metric.value.after {
        format!(
            "{} ({} → {})",
            metric.change,
            value(&metric.value.before),
            value(&metric.value.after)
        )
    } else {
        metric.change.to_string()
    }
}

fn change_tone(metric: &MetricOutcome) -> Tone {
    match metric.change {
        cekura::reevaluation::MetricChange::PassToFail => Tone::Bad,
        cekura::reevaluation::MetricChange::FailToPass => Tone::Good,
        _ => Tone::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::super::outcome::{Pair, tests::example};
    use super::*;
    use crate::output::Style;
    use cekura::CallLogId;

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

    fn outcomes() -> Vec<Outcome> {
        let mut late = Outcome::accepted(CallLogId(5003), None);
        late.finish = Known::TimedOut;
        late.success = Pair {
            before: Some(true),
            after: None,
        };
        let mut same = example();
        same.id = CallLogId(5005);
        same.finish = Known::Inferred;
        same.success = Pair {
            before: Some(true),
            after: Some(true),
        };
        same.metrics
            .iter_mut()
            .for_each(|metric| metric.material = false);
        vec![example(), late, same]
    }

    #[test]
    fn the_table_has_a_row_for_each_change_and_for_each_call_log() {
        insta::assert_snapshot!(changes(&outcomes(), &terminal(None)), @r"
        CALL LOG  OUTCOME      KNOWN BY   METRIC           CHANGE                 WHY
            5001  fail → pass  confirmed   Keeps to script  fail → pass (0 → 5)    The agent asked for the berth[2J and named the price.
            5001  fail → pass  confirmed   Tone of voice    score moved (3.5 → 4)
            5003  pass → ?     timed out  –                no result yet
            5005  pass → pass  inferred    –                no change
        ");
    }

    #[test]
    fn the_table_fits_and_keeps_its_numbers() {
        for width in [60, 80, 100, 160] {
            let text = changes(&outcomes(), &terminal(Some(width)));
            let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= usize::from(width), "{width}: {widest}\n{text}");
            assert!(
                text.contains("5001") && text.contains("fail → pass"),
                "{text}"
            );
            assert_eq!(text.contains("WHY"), width >= 90);
            if width == 80 {
                assert_eq!(text.lines().count(), 5, "a row is a line:\n{text}");
            }
        }
    }

    #[test]
    fn the_summary_counts() {
        assert_eq!(
            summary(&outcomes(), Duration::from_secs(12)),
            "2 of 3 evaluated in 12 s (1 confirmed, 1 inferred, 1 timed out); flipped: 0 pass → fail, 1 fail → pass; \
             2 metric verdicts changed"
        );
        assert_eq!(
            missing(&outcomes()),
            "no result within the deadline for call log 5003"
        );
    }

    #[test]
    fn what_was_deleted_or_not_read_is_not_called_late() {
        let mut gone = Outcome::accepted(CallLogId(5006), None);
        gone.finish = Known::Deleted;
        gone.reason = Some(DELETED.to_owned());
        let mut unread = Outcome::accepted(CallLogId(5007), None);
        unread.finish = Known::Unread;
        unread.reason = Some("the service answered 403".to_owned());
        let all = [gone, unread];
        insta::assert_snapshot!(changes(&all, &terminal(None)), @r"
        CALL LOG  OUTCOME   KNOWN BY  METRIC  CHANGE                            WHY
            5006  none → ?  deleted   –       no result: may have been charged  deleted while it was being evaluated; may have been charged
            5007  none → ?  not read  –       no result that can be read        the service answered 403
        ");
        assert_eq!(
            summary(&all, Duration::from_secs(12)),
            "0 of 2 evaluated in 12 s (1 not read, 1 deleted); no outcome flipped; 0 metric verdicts changed"
        );
        assert_eq!(
            missing(&all),
            "the result of call log 5007 could not be read: the service answered 403; call log 5006: deleted while it \
             was being evaluated; may have been charged"
        );
    }
}
