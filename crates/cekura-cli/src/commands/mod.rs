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
mod json_argument;
mod list;
mod list_table;
mod observe;
mod rerun;
mod sandbox;
mod update;
mod vote;

pub(crate) use dispatch::dispatch;
pub(crate) use interrupted::unless_interrupted;
pub(crate) use json_argument::{body_argument, json_argument, object_argument};
