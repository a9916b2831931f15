//! One file for each command.

mod about;
mod api;
mod auth;
mod billing;
mod campaign;
mod dispatch;
mod evaluate;
mod export;
mod get;
mod import;
mod interrupted;
mod list;
mod list_table;
mod observe;
mod rerun;
mod sandbox;
mod update;
mod vote;

pub(crate) use api::json_argument;
pub(crate) use dispatch::dispatch;
pub(crate) use interrupted::unless_interrupted;
