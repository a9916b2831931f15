//! Tables: CSV and TSV.

use std::io::Read;

use cekura::CallLogId;
use csv::{ReaderBuilder, StringRecord, Trim};

use super::super::error::{PlanError, shortened};
use super::file::Column;
use super::limit::Limit;
use super::lines::unreadable;
use super::list::Gathered;
use super::source_line::{ID_NAMES, SourceLine};

/// Detects the delimiter of a row.
pub(super) fn delimiter(first_row: &str) -> Option<u8> {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in first_row.bytes() {
        quoted ^= byte == b'"';
        for (candidate, count) in &mut counts {
            *count += usize::from(!quoted && byte == *candidate);
        }
    }
    // Of equals the first one, which is the comma.
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    best.filter(|(_, count)| *count > 0).map(|(byte, _)| *byte)
}

/// Reads the column of ids; `first_row` is the beginning of what `input` gives.
pub(super) fn read(
    name: &str,
    column: Option<&Column>,
    first_row: &str,
    input: impl Read,
) -> Result<Gathered, PlanError> {
    let limit = Limit::default();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(delimiter(first_row).unwrap_or(b','))
        .from_reader(limit.on(input));
    let mut row = StringRecord::new();
    let mut ids = Gathered::default();
    let mut chosen: Option<Vec<usize>> = None;
    while reader
        .read_record(&mut row)
        .map_err(|e| unusable(name, e))?
    {
        limit.renew();
        let at_line = SourceLine {
            name,
            line: row.position().map_or(0, csv::Position::line),
        };
        let columns = match &chosen {
            Some(columns) => columns,
            None => {
                let (columns, is_heading) = choose(at_line, column, &row)?;
                let columns = chosen.insert(columns);
                if is_heading {
                    continue;
                }
                columns
            }
        };
        if row.iter().all(str::is_empty) {
            continue;
        }
        ids.push(at_line, one_id(at_line, &row, columns)?)?;
    }
    Ok(ids)
}

/// The id of a row; all columns that may hold it must agree.
fn one_id(
    at_line: SourceLine<'_>,
    row: &StringRecord,
    columns: &[usize],
) -> Result<CallLogId, PlanError> {
    let id_in = |at: usize| match row.get(at) {
        Some(cell) => at_line.id(cell),
        None => Err(at_line.error(&format!(
            "the row has {} cells: expected the id in cell {}",
            row.len(),
            at + 1
        ))),
    };
    let [first, others @ ..] = columns else {
        return Err(at_line.error("no column holds the id"));
    };
    let id = id_in(*first);
    if others
        .iter()
        .all(|at| id_in(*at).ok() == id.as_ref().ok().copied())
    {
        return id;
    }
    let cells: Vec<&str> = columns.iter().filter_map(|at| row.get(*at)).collect();
    Err(at_line.error(&format!(
        "several columns may hold the id, and they differ ({}): give the column that holds the Cekura id of the call log",
        shortened(&cells.join(", "))
    )))
}

/// Which cells of each row may hold the id, and whether the first row is a heading.
fn choose(
    at_line: SourceLine<'_>,
    column: Option<&Column>,
    first: &StringRecord,
) -> Result<(Vec<usize>, bool), PlanError> {
    let is_id = |cell: Option<&str>| cell.is_some_and(|cell| at_line.id(cell).is_ok());
    let columns = || {
        let names: Vec<&str> = first.iter().collect();
        shortened(&names.join(", "))
    };
    match column {
        Some(Column::Number(number)) => {
            let at = number.get() - 1;
            match first.get(at) {
                Some(_) => Ok((vec![at], !is_id(first.get(at)))),
                None => Err(at_line.error(&format!(
                    "there is no column {number}: the first row has {}",
                    first.len()
                ))),
            }
        }
        Some(Column::Name(wanted)) => match find(first, wanted) {
            found if found.len() == 1 => Ok((found, true)),
            found if found.is_empty() => Err(at_line.error(&format!(
                "there is no column {wanted}: the columns are {}",
                columns()
            ))),
            _ => Err(at_line.error(&format!(
                "more than one column is called {wanted}: give the column's number instead"
            ))),
        },
        None => {
            let found: Vec<usize> = ID_NAMES
                .iter()
                .flat_map(|known| find(first, known))
                .collect();
            if !found.is_empty() {
                return Ok((found, true));
            }
            if first.len() == 1 && is_id(first.get(0)) {
                return Ok((vec![0], false));
            }
            let advice = match first.iter().all(|cell| is_id(Some(cell))) {
                true => "; if each is a call log, write one id per line",
                false => "",
            };
            Err(at_line.error(&format!(
                "no column is called {}: give the name or number (from 1) of the column that holds the Cekura id of the call log; the first row is {}{advice}",
                ID_NAMES.join(", "),
                columns()
            )))
        }
    }
}

fn find(heading: &StringRecord, wanted: &str) -> Vec<usize> {
    let wanted = wanted.trim();
    let cells = heading.iter().enumerate();
    let fits = cells.filter(|(_, cell)| cell.eq_ignore_ascii_case(wanted));
    fits.map(|(at, _)| at).collect()
}

fn unusable(name: &str, error: csv::Error) -> PlanError {
    let line = error.position().map_or(0, csv::Position::line);
    match error.into_kind() {
        csv::ErrorKind::Io(e) => unreadable(name, e),
        csv::ErrorKind::Utf8 { .. } => {
            SourceLine { name, line }.error("not text in UTF-8: save the table as UTF-8")
        }
        _ => SourceLine { name, line }.error("not a table: expected rows of cells"),
    }
}
