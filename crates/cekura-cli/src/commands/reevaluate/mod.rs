//! `cekura reevaluate`: one file for each command.

mod carry_on;
mod export;
mod list;
mod merge;
mod plan;
mod report;
mod resume;
mod run;
mod status;

use crate::app::App;
use crate::cli::ReevaluateCommand;
use crate::failure::Failure;

/// Carries out `command`.
pub(super) async fn dispatch(app: &mut App, command: ReevaluateCommand) -> Result<(), Failure> {
    match command {
        ReevaluateCommand::Plan(args) => plan::plan(app, &args).await,
        ReevaluateCommand::Run(args) => run::run(app, &args).await,
        ReevaluateCommand::Resume(args) => resume::resume(app, &args).await,
        ReevaluateCommand::Status(args) => status::status(app, &args),
        ReevaluateCommand::List(_) => list::list(app),
        ReevaluateCommand::Report(args) => report::report(app, &args),
        ReevaluateCommand::Export(args) => export::export(app, &args),
        ReevaluateCommand::Merge(args) => merge::merge(app, &args),
    }
}
