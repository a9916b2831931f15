//! Tables: comma-separated and the like.

use std::io::Read;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::super::error::{PlanError, shortened};
use super::cell::Place;
use super::file::Column;
use super::lines::unreadable;
use super::list::Gathered;

/// Columns that hold the id unless another one is named.
pub(super) const KNOWN_COLUMNS: [&str; 3] = ["id", "call_log", "call_log_id"];

/// The same in a sentence.
const KNOWN: &str = "id, call_log or call_log_id";

/// What separates the cells of a row, where anything does.
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
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(delimiter(first_row).unwrap_or(b','))
        .from_reader(input);
    let mut row = StringRecord::new();
    let mut ids = Gathered::default();
    let mut chosen: Option<usize> = None;
    while reader
        .read_record(&mut row)
        .map_err(|e| unusable(name, e))?
    {
        let place = Place {
            name,
            line: row.position().map_or(0, csv::Position::line),
        };
        let at = match chosen {
            Some(at) => at,
            None => {
                let (at, is_heading) = choose(place, column, &row)?;
                chosen = Some(at);
                if is_heading {
                    continue;
                }
                at
            }
        };
        if row.iter().all(str::is_empty) {
            continue;
        }
        match row.get(at) {
            Some(cell) => ids.push(place.id(cell)?),
            None => {
                return Err(place.error(&format!(
                    "the row has {} cells: expected the id in cell {}",
                    row.len(),
                    at + 1
                )));
            }
        }
    }
    Ok(ids)
}

/// Which cell of each row holds the id, and whether the first row is a heading.
fn choose(
    place: Place<'_>,
    column: Option<&Column>,
    first: &StringRecord,
) -> Result<(usize, bool), PlanError> {
    let is_id = |cell: Option<&str>| cell.is_some_and(|cell| place.id(cell).is_ok());
    let columns = || {
        let names: Vec<&str> = first.iter().collect();
        shortened(&names.join(", "))
    };
    match column {
        Some(Column::Number(number)) => {
            let at = number.get() - 1;
            match first.get(at) {
                Some(_) => Ok((at, !is_id(first.get(at)))),
                None => Err(place.error(&format!(
                    "there is no column {number}: the first row has {}",
                    first.len()
                ))),
            }
        }
        Some(Column::Name(wanted)) => match find(first, wanted).as_slice() {
            [at] => Ok((*at, true)),
            [] => Err(place.error(&format!(
                "there is no column {wanted}: the columns are {}",
                columns()
            ))),
            _ => Err(place.error(&format!(
                "more than one column is called {wanted}: give the column's number instead"
            ))),
        },
        None => {
            let found: Vec<usize> = KNOWN_COLUMNS
                .iter()
                .flat_map(|known| find(first, known))
                .collect();
            match found.as_slice() {
                [at] => Ok((*at, true)),
                [] if first.len() == 1 && is_id(first.get(0)) => Ok((0, false)),
                [] => Err(place.error(&format!(
                    "no column is called {}: name the one that holds Cekura's number of the call log, or give the \
                     column's number, counted from 1; the first row is {}",
                    KNOWN,
                    columns()
                ))),
                _ => Err(place.error(&format!(
                    "more than one column could be meant: name the one that holds Cekura's number of the call log; the \
                     columns are {}",
                    columns()
                ))),
            }
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
            Place { name, line }.error("not text in UTF-8: save the table as UTF-8")
        }
        other => PlanError::usage(format!("{name}: not a table: {other:?}")),
    }
}
