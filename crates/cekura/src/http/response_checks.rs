//! Checks that a response is the one that was asked for, by the fields that identify it.

use std::fmt::Display;

use cekura_api::types::CallLogPage;

use super::Mismatch;

/// The entries that any page may have.
const PAGE: usize = 200;

/// Checks that this is a page of call logs, with at most `asked` entries or 200.
pub(crate) fn page(page: &CallLogPage, asked: Option<usize>) -> Result<(), Mismatch> {
    let most = asked.unwrap_or_default().max(PAGE);
    match page.results.as_ref().map(Vec::len) {
        None => mismatch("results", "a page has a list of call logs there"),
        Some(entries) if entries > most => mismatch(
            "results",
            format!("a page has at most {most} call logs there, not {entries}"),
        ),
        Some(_) => Ok(()),
    }
}

/// Checks that the response is the thing that was asked for.
pub(crate) fn same_id<T: PartialEq + Display>(
    found: Option<&T>,
    asked: &T,
) -> Result<(), Mismatch> {
    match found {
        Some(found) if found == asked => Ok(()),
        Some(found) => mismatch("id", format!("{asked} was asked for, and {found} came")),
        None => mismatch("id", format!("{asked} was asked for, and there is no id")),
    }
}

/// Checks that the response has at least one documented field; `first` is the name of the first.
pub(crate) fn documented(first: &'static str, are_there: &[bool]) -> Result<(), Mismatch> {
    match are_there.contains(&true) {
        true => Ok(()),
        false => mismatch(
            first,
            "at least one of the documented fields has to be there",
        ),
    }
}

fn mismatch(path: &'static str, expected: impl Into<String>) -> Result<(), Mismatch> {
    Err(Mismatch {
        path,
        expected: expected.into(),
    })
}
