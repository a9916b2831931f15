//! The operations of the contract.

mod alerts;
mod answer;
mod auth;
mod billing;
mod categories;
mod destroy;
mod dispatch;
mod evaluate;
mod failures;
mod filters;
mod form;
mod insights;
mod list;
mod metric_insights;
mod observe;
mod rerun;
mod retrieve;
mod trace;
mod transcript;
mod update;
mod vote;
mod window;

pub(crate) use answer::answer;
pub(crate) use auth::Keys;
pub(crate) use dispatch::level;
pub(crate) use failures::Failures;
