//! The operations of the contract.

pub(crate) mod alerts;
mod answer;
mod auth;
mod billing;
mod call;
mod categories;
mod destroy;
mod dispatch;
mod evaluate;
mod failures;
mod filters;
mod form;
pub(crate) mod insights;
mod list;
mod metric_insights;
mod observe;
pub(crate) mod pages;
mod rerun;
mod retrieve;
mod trace;
mod transcript;
mod update;
mod vote;
mod window;

pub(crate) use answer::{Asked, answer, not_found};
pub(crate) use auth::{Keys, Scope};
pub(crate) use billing::ORGANIZATION;
pub(crate) use call::Call;
pub(crate) use dispatch::{is_modelled, level};
pub(crate) use failures::Failures;
