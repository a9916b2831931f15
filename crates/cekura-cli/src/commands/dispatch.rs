//! From the command line to the command.

use super::{api, billing, campaign, completions, evaluate, get, list, rerun, sandbox};
use crate::app::App;
use crate::cli::{CallsCommand, Command};
use crate::failure::Failure;

/// Carries out `command`.
pub(crate) async fn dispatch(app: &mut App, command: Command) -> Result<(), Failure> {
    match command {
        Command::Calls(CallsCommand::List(args)) => list::list(app, &args).await,
        Command::Calls(CallsCommand::Get(args)) => get::get(app, &args).await,
        Command::Calls(CallsCommand::Rerun(args)) => rerun::rerun(app, &args).await,
        Command::Calls(CallsCommand::Evaluate(args)) => evaluate::evaluate(app, &args).await,
        Command::Campaign(command) => campaign::dispatch(app, command).await,
        Command::Billing(args) => billing::billing(app, &args).await,
        Command::Api(args) => api::api(app, &args).await,
        Command::Sandbox(args) => sandbox::serve(app, &args).await,
        Command::Completions(args) => completions::print(app, &args),
    }
}
