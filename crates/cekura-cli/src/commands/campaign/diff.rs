//! `cekura campaign diff`.

use std::collections::BTreeMap;

use cekura_campaign::Journal;
use cekura_campaign::report::{Verdict, wording};
use serde::Serialize;

use crate::app::App;
use crate::campaign::{journal_of, several, warn_lost_requests};
use crate::cli::{DiffArgs, Rendering};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Column, Table, Terminal, broken, harmless, plain, shortened};

/// The longest value in a table, in characters.
const VALUE: usize = 40;

/// What both campaigns have, and where they differ.
#[derive(Debug, Serialize)]
struct Comparison {
    a: String,
    b: String,
    compared: u64,
    only_a: u64,
    only_b: u64,
    differences: Vec<Difference>,
}

/// A verdict that differs.
#[derive(Debug, Serialize)]
struct Difference {
    call_log: i64,
    metric_id: i64,
    metric_name: String,
    a: Side,
    b: Side,
}

/// A verdict without its explanation: two explanations are hardly ever the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Side {
    passed: Option<bool>,
    score: Option<f64>,
    value: Option<String>,
}

type Verdicts = BTreeMap<(i64, i64), (String, Side)>;

pub(super) fn diff(app: &mut App, args: &DiffArgs) -> Result<(), Failure> {
    let (a, of_a) = results(app, &args.a)?;
    let (b, of_b) = results(app, &args.b)?;
    let found = compare(a, b, of_a, of_b);
    match app.global.format {
        Rendering::Json => app.data.json(&found)?,
        Rendering::Jsonl => found
            .differences
            .iter()
            .try_for_each(|one| app.data.json_line(one))?,
        Rendering::Csv => app.data.write(|to| csv(&found, to))?,
        _ if found.differences.is_empty() => {}
        _ => app.data.text(&table(&found, &app.terminal))?,
    }
    app.data.flush()?;
    app.notes.info(&summary(&found));
    match args.exit_code && !found.differences.is_empty() {
        true => Err(Failure::own(Exit::GateFailed, summary(&found))),
        false => Ok(()),
    }
}

/// The campaign's name and its latest verdicts, by call log and metric.
fn results(app: &App, campaign: &str) -> Result<(String, Verdicts), Failure> {
    let journal = Journal::read(&journal_of(campaign)?)?;
    warn_lost_requests(app, &journal)?;
    let mut verdicts = Verdicts::new();
    journal.rows(|row| {
        if let (
            0,
            Some(metric),
            Some(Verdict {
                passed,
                score,
                value,
                ..
            }),
        ) = (row.round, row.metric_id, row.after)
        {
            let name = row.metric_name.unwrap_or_default();
            verdicts.insert(
                (row.call_log, metric),
                (
                    name,
                    Side {
                        passed,
                        score,
                        value,
                    },
                ),
            );
        }
        Ok::<(), Failure>(())
    })?;
    Ok((journal.status()?.id, verdicts))
}

fn compare(a: String, b: String, of_a: Verdicts, mut of_b: Verdicts) -> Comparison {
    let mut found = Comparison {
        a,
        b,
        compared: 0,
        only_a: 0,
        only_b: 0,
        differences: Vec::new(),
    };
    for ((call_log, metric), (name, a)) in of_a {
        match of_b.remove(&(call_log, metric)) {
            None => found.only_a += 1,
            Some((_, b)) => {
                found.compared += 1;
                if a != b {
                    found.differences.push(Difference {
                        call_log,
                        metric_id: metric,
                        metric_name: name,
                        a,
                        b,
                    });
                }
            }
        }
    }
    found.only_b = of_b.len() as u64;
    found
}

fn summary(found: &Comparison) -> String {
    let mut text = format!(
        "{} of {} differ between {} and {}",
        found.differences.len(),
        several(found.compared, "verdict"),
        found.a,
        found.b
    );
    for (count, campaign) in [(found.only_a, &found.a), (found.only_b, &found.b)] {
        if count > 0 {
            text.push_str(&format!("; {count} only in {campaign}"));
        }
    }
    text
}

fn table(found: &Comparison, terminal: &Terminal) -> String {
    let columns = [
        Column::number("CALL LOG"),
        Column::number("METRIC"),
        Column::text("NAME"),
        Column::text("A"),
        Column::text("B"),
    ];
    let mut table = Table::new(terminal, &columns);
    for one in &found.differences {
        table.row([
            plain(one.call_log.to_string()),
            plain(one.metric_id.to_string()),
            plain(&one.metric_name),
            plain(one.a.words()),
            plain(one.b.words()),
        ]);
    }
    table.into_text()
}

impl Side {
    /// The verdict in a few words, such as `pass`, `fail (2.5)` or `calm`.
    fn words(&self) -> String {
        let verdict = self
            .passed
            .map(|passed| if passed { "pass" } else { "fail" });
        let value = || self.value.as_deref().map(|text| shortened(text, VALUE));
        match (verdict, self.score.map(wording::number).or_else(value)) {
            (Some(verdict), Some(value)) => format!("{verdict} ({value})"),
            (Some(verdict), None) => verdict.to_owned(),
            (None, Some(value)) => value,
            (None, None) => "none".to_owned(),
        }
    }
}

fn csv(found: &Comparison, to: &mut dyn std::io::Write) -> Result<(), Failure> {
    let mut out = csv::Writer::from_writer(to);
    let headings = [
        "call_log",
        "metric_id",
        "metric_name",
        "a_passed",
        "a_score",
        "a_value",
        "b_passed",
        "b_score",
        "b_value",
    ];
    out.write_record(headings).map_err(broken)?;
    for one in &found.differences {
        let mut cells = vec![
            one.call_log.to_string(),
            one.metric_id.to_string(),
            harmless(&one.metric_name),
        ];
        for side in [&one.a, &one.b] {
            cells.push(side.passed.map(|flag| flag.to_string()).unwrap_or_default());
            cells.push(
                side.score
                    .map(|score| score.to_string())
                    .unwrap_or_default(),
            );
            cells.push(side.value.as_deref().map(harmless).unwrap_or_default());
        }
        out.write_record(cells).map_err(broken)?;
    }
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdicts(all: &[(i64, bool)]) -> Verdicts {
        let side = |passed| Side {
            passed: Some(passed),
            score: None,
            value: None,
        };
        all.iter()
            .map(|(log, passed)| ((*log, 71), ("Greeting".to_owned(), side(*passed))))
            .collect()
    }

    #[test]
    fn compare_counts_what_both_have() {
        let found = compare(
            "march".to_owned(),
            "april".to_owned(),
            verdicts(&[(1, true), (2, true), (3, false)]),
            verdicts(&[(2, false), (3, false), (4, true)]),
        );
        assert_eq!((found.compared, found.only_a, found.only_b), (2, 1, 1));
        assert_eq!(
            summary(&found),
            "1 of 2 verdicts differ between march and april; 1 only in march; 1 only in april"
        );
        let differences: Vec<_> = found.differences.iter().map(|one| one.call_log).collect();
        assert_eq!(differences, [2]);
    }
}
