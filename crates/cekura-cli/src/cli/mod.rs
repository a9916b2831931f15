//! The command line, as types.

mod api;
mod auth;
mod call_export;
mod call_filter;
mod call_import;
mod calls;
mod campaign;
mod format;
mod ids;
mod paid;
mod root;
mod sandbox;
mod send_calls;
mod shared_options;
pub(crate) mod values;
mod waiting;

pub(crate) use api::ApiArgs;
pub(crate) use auth::{AuthCommand, LoginArgs, LogoutArgs};
pub(crate) use call_export::{CallDetail, CallExportArgs};
pub(crate) use call_filter::CallFilterArgs;
pub(crate) use call_import::CallImportArgs;
pub(crate) use calls::{CallsCommand, GetArgs, LARGEST_PAGE, ListArgs};
pub(crate) use campaign::{
    CampaignCommand, ContentArgs, DeleteArgs, DetailArg, DiffArgs, ExportArgs, FileArgs, GateArgs,
    JournalArgs, LimitArgs, MergeArgs, NoiseArgs, Only, PacingArgs, PlanArgs, PriceArgs,
    ReportArgs, ResumeArgs, RunArgs, SelectArgs, ShardChoice, StatusArgs, WorkArgs,
};
pub(crate) use format::{Format, Rendering};
pub(crate) use ids::IdFileArgs;
pub(crate) use paid::{ChoiceArgs, EvaluateArgs, PaidArgs, RerunArgs};
pub(crate) use root::{BillingArgs, Cli, Command, CompletionsArgs, Global, ManArgs};
pub(crate) use sandbox::SandboxArgs;
pub(crate) use send_calls::{ObserveArgs, UpdateArgs, VoteArgs};
pub(crate) use shared_options::{
    BodyArgs, ConfirmArg, DataArg, JobArgs, LimitArg, OutputArgs, PageArgs,
};
pub(crate) use values::check_range;
pub(crate) use waiting::{UnknownArgs, WaitArgs};
