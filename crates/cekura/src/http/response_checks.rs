//! Checks that a response is the requested object, by the fields that identify it.

use std::fmt::Display;

use cekura_api::types::CallLogPage;

use super::Mismatch;

/// The entries that any page may have.
const PAGE: usize = 200;

/// Checks that this is a page of call logs, with at most `asked` entries or 200.
pub(crate) fn page(page: &CallLogPage, asked: Option<usize>) -> Result<(), Mismatch> {
    let most = asked.unwrap_or_default().max(PAGE);
    match page.results.as_ref().map(Vec::len) {
        None => mismatch("results", "a page must have a list of call logs"),
        Some(entries) if entries > most => mismatch(
            "results",
            format!("a page must have at most {most} call logs, and this one has {entries}"),
        ),
        Some(_) => Ok(()),
    }
}

/// Checks that the response has the requested id.
pub(crate) fn same_id<T: PartialEq + Display>(
    found: Option<&T>,
    asked: &T,
) -> Result<(), Mismatch> {
    match found {
        Some(found) if found == asked => Ok(()),
        Some(found) => mismatch(
            "id",
            format!("{asked} was requested, but the response has {found}"),
        ),
        None => mismatch(
            "id",
            format!("{asked} was requested, but the response has no id"),
        ),
    }
}

/// Checks that the response has at least one documented field; `first` is the name of the first.
pub(crate) fn documented(first: &'static str, are_there: &[bool]) -> Result<(), Mismatch> {
    match are_there.contains(&true) {
        true => Ok(()),
        false => mismatch(first, "at least one documented field must be present"),
    }
}

fn mismatch(path: &'static str, expected: impl Into<String>) -> Result<(), Mismatch> {
    Err(Mismatch {
        path,
        expected: expected.into(),
    })
}
