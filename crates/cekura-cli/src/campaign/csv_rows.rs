//! The rows of a campaign as CSV.

use std::io::Write;

use cekura_campaign::Journal;
use cekura_campaign::journal::Row;
use cekura_campaign::report::Verdict;

use crate::failure::Failure;
use crate::output::{broken, harmless};

const HEADINGS: [&str; 17] = [
    "round",
    "call_log",
    "state",
    "reason",
    "sends",
    "metric_id",
    "metric_name",
    "change",
    "before_passed",
    "before_score",
    "before_value",
    "before_explanation",
    "after_passed",
    "after_score",
    "after_value",
    "after_explanation",
    "reviewer",
];

/// Writes the rows of a journal one by one.
pub(crate) fn write_csv(journal: &Journal, out: &mut dyn Write) -> Result<(), Failure> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(HEADINGS).map_err(broken)?;
    journal.rows(|row| table.write_record(cells(&row)).map_err(broken))?;
    Ok(table.flush()?)
}

fn cells(row: &Row) -> Vec<String> {
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let word = |flag: Option<bool>| flag.map(|flag| flag.to_string()).unwrap_or_default();
    let change = row.change.and_then(|change| {
        serde_json::to_value(change)
            .ok()?
            .as_str()
            .map(str::to_owned)
    });
    let mut cells = vec![
        row.round.to_string(),
        row.call_log.to_string(),
        row.state.clone(),
        row.reason.as_deref().map(harmless).unwrap_or_default(),
        row.sends.to_string(),
        number(row.metric_id),
        row.metric_name.as_deref().map(harmless).unwrap_or_default(),
        change.unwrap_or_default(),
    ];
    for side in [&row.before, &row.after] {
        let nothing = Verdict::default();
        let verdict = side.as_ref().unwrap_or(&nothing);
        cells.extend([
            word(verdict.passed),
            verdict
                .score
                .map(|score| score.to_string())
                .unwrap_or_default(),
            verdict.value.as_deref().map(harmless).unwrap_or_default(),
            harmless(&verdict.explanation.join("\n")),
        ]);
    }
    cells.push(word(row.reviewer));
    cells
}
