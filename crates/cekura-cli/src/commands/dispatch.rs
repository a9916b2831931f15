//! From the command line to the command.

use super::{
    about, api, auth, billing, campaign, evaluate, export, get, import, list, observe, rerun,
    sandbox, update, vote,
};
use crate::app::App;
use crate::cli::{AuthCommand, CallsCommand, Command};
use crate::failure::Failure;

/// Carries out `command`.
pub(crate) async fn dispatch(app: &mut App, command: Command) -> Result<(), Failure> {
    match command {
        Command::Calls(CallsCommand::List(args)) => list::list(app, &args).await,
        Command::Calls(CallsCommand::Get(args)) => get::get(app, &args).await,
        Command::Calls(CallsCommand::Export(args)) => export::export(app, &args).await,
        Command::Calls(CallsCommand::Import(args)) => import::import(app, &args).await,
        Command::Calls(CallsCommand::Rerun(args)) => rerun::rerun(app, &args).await,
        Command::Calls(CallsCommand::Evaluate(args)) => evaluate::evaluate(app, &args).await,
        Command::Calls(CallsCommand::Observe(args)) => observe::observe(app, &args).await,
        Command::Calls(CallsCommand::Update(args)) => update::update(app, &args).await,
        Command::Calls(CallsCommand::Vote(args)) => vote::vote(app, &args).await,
        Command::Campaign(command) => campaign::dispatch(app, command).await,
        Command::Billing(args) => billing::billing(app, &args).await,
        Command::Api(args) => api::api(app, &args).await,
        Command::Sandbox(args) => sandbox::serve(app, &args).await,
        Command::Login(_) => auth::login(app).await,
        Command::Logout(_) => auth::logout(app),
        Command::Auth(AuthCommand::Status(_)) => auth::status(app).await,
        Command::Completions(args) => about::completions(app, &args),
        Command::Man(args) => about::man(app, &args),
        Command::Version(_) => about::version(app),
    }
}
