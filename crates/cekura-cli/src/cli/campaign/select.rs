//! Which call logs a campaign is about, and what they are taken to cost.

use std::path::PathBuf;

use cekura::{AgentId, AssistantId, CallLogId, MetricId, ProjectId, Scope, Timestamp};
use clap::{Args, ValueEnum};
use serde_json::Value;

use super::super::{IdFileArgs, calls, values};

/// Which call logs to evaluate, with which metrics.
#[derive(Debug, Args)]
#[command(next_help_heading = "Which call logs")]
pub(crate) struct SelectArgs {
    /// Ids of call logs.
    #[arg(value_name = "ID", value_parser = values::id::<CallLogId>, allow_negative_numbers = true)]
    pub(crate) ids: Vec<CallLogId>,

    #[command(flatten)]
    pub(crate) files: IdFileArgs,

    /// Call logs of this agent (its id in Cekura).
    #[arg(long, value_name = "N", value_parser = values::id::<AgentId>, conflicts_with_all = ["assistant_id", "project_id"])]
    pub(crate) agent_id: Option<AgentId>,

    /// Call logs of the agent with this provider id.
    #[arg(long, value_name = "ID", hide_short_help = true, value_parser = calls::assistant, conflicts_with = "project_id")]
    pub(crate) assistant_id: Option<AssistantId>,

    /// Call logs of this project [default: the configured project].
    #[arg(long, value_name = "N", hide_short_help = true, value_parser = values::id::<ProjectId>)]
    pub(crate) project_id: Option<ProjectId>,

    /// Calls from this time on: 2026-05-18, or 7d (ago).
    ///
    /// A time is written as 2026-05-18T09:30:00Z. Without --from and --to the last 30 days are searched. A longer range is split into several searches.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) from: Option<Timestamp>,

    /// Calls up to this time.
    #[arg(long, value_name = "WHEN", value_parser = values::moment)]
    pub(crate) to: Option<Timestamp>,

    /// Calls that match this filter (the service's filters_v2).
    #[arg(long, value_name = "JSON", hide_short_help = true, value_parser = values::filter)]
    pub(crate) filter: Option<Value>,

    /// Calls that failed.
    #[arg(long)]
    pub(crate) failed: bool,

    /// Call logs of an earlier campaign (name or journal file); needs --only.
    #[arg(
        long,
        value_name = "CAMPAIGN",
        hide_short_help = true,
        requires = "only"
    )]
    pub(crate) earlier: Option<String>,

    /// Which call logs of the --earlier campaign to select.
    #[arg(
        long,
        value_name = "WHICH",
        value_enum,
        hide_short_help = true,
        requires = "earlier"
    )]
    pub(crate) only: Option<Only>,

    /// A random sample of N call logs.
    #[arg(long, value_name = "N", value_parser = values::whole::<usize>, allow_negative_numbers = true)]
    pub(crate) sample: Option<usize>,

    /// Seed of the sample; the same seed selects the same call logs.
    #[arg(long, value_name = "N", hide_short_help = true, requires = "sample", default_value_t = 1, value_parser = values::whole::<u64>,
        allow_negative_numbers = true)]
    pub(crate) seed: u64,

    /// Evaluate only these metrics: 71,73; repeatable.
    ///
    /// The default is all metrics that are assigned. The vendor notes that the service may evaluate and charge all metrics
    /// anyway.
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
    /// Call logs that fail now.
    Failed,
    /// Call logs with a changed verdict.
    Changed,
    /// Call logs whose outcome is unknown; evaluating them again may charge them twice.
    Unknown,
    /// Call logs that the service refused and that show no evaluation.
    Refused,
    /// Call logs that were accepted and may be charged, and whose result did not arrive in time.
    TimedOut,
}

/// The price of a metric evaluation.
#[derive(Debug, Args)]
#[command(next_help_heading = "Prices")]
pub(crate) struct PriceArgs {
    /// Credits per metric and call log: 0.25, 71=0.5 [default: 0.2].
    ///
    /// The default is from the vendor's FAQ; your price may differ. The service has no request for prices.
    #[arg(
        long,
        hide_short_help = true,
        value_name = "[METRIC=]CREDITS",
        allow_negative_numbers = true
    )]
    pub(crate) price: Vec<String>,

    /// Price file in TOML: default = 0.2 and, under [metrics], lines such as 71 = 0.5.
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub(crate) price_file: Option<PathBuf>,
}
