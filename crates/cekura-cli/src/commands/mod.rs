//! One file for each command.

mod api;
mod billing;
mod campaign;
mod completions;
mod dispatch;
mod evaluate;
mod get;
mod list;
mod rerun;
mod sandbox;

pub(crate) use dispatch::dispatch;
