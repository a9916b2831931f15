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
mod list;
mod list_output;
mod observe;
mod rerun;
mod sandbox;
mod update;
mod vote;

pub(crate) use api::{interrupted, json_argument};
pub(crate) use dispatch::dispatch;
