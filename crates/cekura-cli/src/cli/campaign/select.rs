//! Which call logs a campaign is about, and what they are taken to cost.

use std::path::PathBuf;

use cekura::{AgentId, AssistantId, CallLogId, MetricId, ProjectId, Scope, Timestamp};
use clap::{Args, ValueEnum};
use serde_json::Value;

use super::super::{IdFileArgs, calls, values};

/// Whose call logs, which of them, and by which metrics.
#[derive(Debug, Args)]
#[command(next_help_heading = "Which call logs")]
pub(crate) struct SelectArgs {
    /// Call logs, by their ids.
    #[arg(value_name = "ID", value_parser = values::id::<CallLogId>, allow_negative_numbers = true)]
    pub(crate) ids: Vec<CallLogId>,

    #[command(flatten)]
    pub(crate) files: IdFileArgs,

    /// Call logs of this agent.
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>, conflicts_with_all = ["assistant_id", "project_id"])]
    pub(crate) agent_id: Option<AgentId>,

    /// Call logs of the agent with this id at its provider, such as asst_harbor_frontdesk.
    #[arg(long, value_name = "ID", value_parser = calls::assistant, conflicts_with = "project_id")]
    pub(crate) assistant_id: Option<AssistantId>,

    /// Call logs of this project [default: the configured project].
    #[arg(long, value_name = "N", value_parser = values::id::<ProjectId>)]
    pub(crate) project_id: Option<ProjectId>,

    /// Calls from this moment on: 2026-05-18T09:30:00Z, 2026-05-18, or 7d for a week ago.
    ///
    /// Without --from and --to the service's last 30 days are searched. A longer stretch is asked for in pieces.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) from: Option<Timestamp>,

    /// Calls up to this moment.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) to: Option<Timestamp>,

    /// Calls that match a filter in the service's own form.
    #[arg(long, value_name = "JSON", value_parser = values::filter)]
    pub(crate) filter: Option<Value>,

    /// Calls whose outcome is a failure.
    #[arg(long)]
    pub(crate) failed: bool,

    /// Call logs that stand out in an earlier campaign, by its name or journal; --only says which.
    #[arg(long, value_name = "CAMPAIGN", requires = "only")]
    pub(crate) earlier: Option<String>,

    /// Which call logs of the earlier campaign.
    #[arg(long, value_name = "WHICH", value_enum, requires = "earlier")]
    pub(crate) only: Option<Only>,

    /// Only so many of them, drawn by --seed.
    #[arg(long, value_name = "N", value_parser = values::whole::<usize>, allow_negative_numbers = true)]
    pub(crate) sample: Option<usize>,

    /// What the sample is drawn by; the same seed draws the same call logs.
    #[arg(long, value_name = "S", requires = "sample", default_value_t = 1, value_parser = values::whole::<u64>,
        allow_negative_numbers = true)]
    pub(crate) seed: u64,

    /// Evaluate this metric only, instead of all that are assigned; as often as needed, or with commas.
    ///
    /// The vendor notes that the choice of metrics is not always kept to, and that all of them may be evaluated and
    /// charged.
    #[arg(long = "metric", value_name = "N", value_parser = values::id::<MetricId>, value_delimiter = ',')]
    pub(crate) metrics: Vec<MetricId>,
}

impl SelectArgs {
    /// The scope that is named, in any of the three ways.
    pub(crate) fn scope(&self) -> Option<Scope> {
        let assistant = || self.assistant_id.clone().map(Scope::Assistant);
        self.agent_id
            .map(Scope::Agent)
            .or_else(assistant)
            .or(self.project_id.map(Scope::Project))
    }

    /// Whether call logs are named one by one.
    pub(crate) fn has_ids(&self) -> bool {
        !self.ids.is_empty() || !self.files.from_file.is_empty()
    }

    /// The first option that searches, if one is given.
    pub(crate) fn searches(&self) -> Option<&'static str> {
        let given = [
            ("--from", self.from.is_some()),
            ("--to", self.to.is_some()),
            ("--filter", self.filter.is_some()),
            ("--failed", self.failed),
        ];
        given
            .into_iter()
            .find_map(|(name, given)| given.then_some(name))
    }

    /// Whether anything says which call logs are meant.
    pub(crate) fn is_empty(&self) -> bool {
        !self.has_ids()
            && self.earlier.is_none()
            && self.searches().is_none()
            && self.scope().is_none()
    }
}

/// Which call logs of an earlier campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// Those whose outcome is a failure now.
    Failed,
    /// Those with a metric whose verdict changed.
    Changed,
    /// Those of which nobody knows whether they were evaluated; another evaluation may be paid a second time.
    Unknown,
    /// Those that the service refused, and that were not paid for.
    Refused,
    /// Those that were accepted and paid for, and whose result did not come in time.
    TimedOut,
}

/// What a metric evaluation is taken to cost.
#[derive(Debug, Args)]
#[command(next_help_heading = "Prices")]
pub(crate) struct PriceArgs {
    /// Credits for one metric of one call log: 0.25 for every metric, 71=0.5 for one [default: 0.2].
    ///
    /// The default is from the vendor's FAQ; your contract may say otherwise. The service is never asked for prices.
    #[arg(long, value_name = "[METRIC=]CREDITS", allow_negative_numbers = true)]
    pub(crate) price: Vec<String>,

    /// A table of prices in TOML: default = 0.2 and, under [metrics], lines such as 71 = 0.5.
    #[arg(long, value_name = "FILE")]
    pub(crate) price_file: Option<PathBuf>,
}
