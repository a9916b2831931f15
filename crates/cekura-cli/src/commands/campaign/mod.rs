//! `cekura campaign`: one file for each command.

mod continue_campaign;
mod delete;
mod diff;
mod export;
mod list;
mod merge;
mod plan;
mod report;
mod resume;
mod run;
mod status;

use crate::app::App;
use crate::cli::CampaignCommand;
use crate::failure::Failure;

/// Carries out `command`.
pub(super) async fn dispatch(app: &mut App, command: CampaignCommand) -> Result<(), Failure> {
    match command {
        CampaignCommand::Plan(args) => plan::plan(app, &args).await,
        CampaignCommand::Run(args) => run::run(app, &args).await,
        CampaignCommand::Resume(args) => resume::resume(app, &args).await,
        CampaignCommand::Status(args) => status::status(app, &args),
        CampaignCommand::List(_) => list::list(app),
        CampaignCommand::Report(args) => report::report(app, &args),
        CampaignCommand::Export(args) => export::export(app, &args),
        CampaignCommand::Diff(args) => diff::diff(app, &args),
        CampaignCommand::Merge(args) => merge::merge(app, &args),
        CampaignCommand::Delete(args) => delete::delete(app, &args),
    }
}
