//! Checks that a response is the requested object, by the fields that identify it.

use std::fmt::Display;

use cekura_api::{JobRule, Operation, Page};
use serde_json::Value;

use super::Mismatch;
use crate::Error;

/// The entries that any page may have.
const PAGE: usize = 200;

/// Accepts anything that can be decoded.
pub(crate) fn any<T>(_: &T) -> Result<(), Mismatch> {
    Ok(())
}

/// Checks that this is a list; a list with pages has at most as many entries as were `asked` for, or 200.
pub(crate) fn page<T>(page: &Page<T>, asked: Option<Option<usize>>) -> Result<(), Mismatch> {
    let most = asked.map(|asked| asked.unwrap_or_default().max(PAGE));
    match (page.results.as_ref().map(Vec::len), most) {
        (None, _) => mismatch("results", "a page must have a list of entries"),
        (Some(entries), Some(most)) if entries > most => mismatch(
            "results",
            format!("a page must have at most {most} entries, and this one has {entries}"),
        ),
        (Some(_), _) => Ok(()),
    }
}

/// Returns the values of a list, separated by commas.
///
/// # Errors
/// An empty list: without the parameter, the service would not restrict the request.
pub(crate) fn joined<T: Display>(
    operation: &Operation,
    parameter: &str,
    values: Option<Vec<T>>,
) -> Result<Option<String>, Error> {
    match values.as_deref() {
        None => Ok(None),
        Some([]) => Err(Error::invalid_request(format!(
            "`{parameter}` is an empty list: give at least one entry, or leave it out to restrict nothing"
        ))
        .in_operation(operation.id)),
        Some(values) => {
            let values: Vec<String> = values.iter().map(ToString::to_string).collect();
            Ok(Some(values.join(",")))
        }
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

/// Checks that the response to the start of a job has its id.
pub(crate) fn job_id(rule: &JobRule, id: Option<&str>) -> Result<(), Mismatch> {
    match id {
        Some(_) => Ok(()),
        None => mismatch(
            rule.id,
            "the job has no id, so that its end cannot be awaited; it may have been started and charged",
        ),
    }
}

/// Checks that the response to a poll is about this job; where the path names the job, the response has to have its id.
pub(crate) fn same_job(rule: &JobRule, asked: &str, polled: &Value) -> Result<(), Mismatch> {
    let is_required = rule.is_id_in_path() && rule.id == rule.parameter;
    match rule.id_in(polled) {
        None if !is_required => Ok(()),
        found => {
            let found = found.as_deref();
            same_id(found.as_ref(), &asked).map_err(|wrong| Mismatch {
                path: rule.id,
                ..wrong
            })
        }
    }
}

fn mismatch(path: &'static str, expected: impl Into<String>) -> Result<(), Mismatch> {
    Err(Mismatch {
        path,
        expected: expected.into(),
    })
}
