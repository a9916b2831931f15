//! The command line, as types.

mod api;
mod calls;
mod paid;
mod root;
mod sandbox;
mod values;

pub(crate) use api::ApiArgs;
pub(crate) use calls::{CallsCommand, GetArgs, LARGEST_PAGE, ListArgs};
pub(crate) use paid::{ChoiceArgs, EvaluateArgs, RerunArgs, WaitArgs};
pub(crate) use root::{BillingArgs, Cli, Command, CompletionsArgs, Format, Global};
pub(crate) use sandbox::SandboxArgs;
