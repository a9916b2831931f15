//! Call logs and metrics as JSON, in the shapes that live replies have: the agent's id as text and as a number, durations as
//! `MM:SS`, times with and without fractions, entries of metrics with undocumented fields.

mod definition;
mod detail;
mod fields;
mod metric;
mod overlay;
mod replies;
mod summary;
#[cfg(test)]
mod tests;

pub(crate) use definition::definition;
pub(crate) use fields::{FILTER_FIELDS, filter_field};
pub(crate) use overlay::whole;
pub(crate) use replies::{detail, details, page, summaries, summary};
