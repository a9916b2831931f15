//! The facts about the campaign.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The facts about the campaign.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CampaignInfo {
    /// The campaign's name, such as `2026-03-01-harbor`.
    pub id: String,
    /// The time of planning, RFC 3339 in UTC.
    pub created_at: String,
    /// The digest of the plan, SHA-256 in hexadecimal.
    pub plan_digest: String,
    /// The shard, such as `2/8`; `null` for the whole plan.
    pub shard: Option<String>,
    /// The scope, such as `agent 310` or `project 44`.
    pub scope: String,
    /// The agent's name, if known and the scope is one agent.
    #[serde(default)]
    pub agent_name: Option<String>,
    /// The command that started or resumed the campaign, if known, without the API key.
    #[serde(default)]
    pub command: Option<String>,
    /// The command that resumes the campaign.
    #[serde(default)]
    pub resume_command: Option<String>,
    /// The dashboard URL of a call log, with `{id}` for its id, if known.
    #[serde(default)]
    pub call_url: Option<String>,
    /// The paid operation: `rerun_evaluation` or `evaluate_metrics`.
    pub operation: String,
    /// The chosen metrics, for `evaluate_metrics`.
    pub chosen_metrics: Vec<i64>,
    /// Evaluations of call logs, including noise rounds.
    pub evaluations: u64,
    /// Metric evaluations that were or may have been charged; see `metric_evaluations_counted`.
    pub metric_evaluations: u64,
    /// Whether `metric_evaluations` is counted from the results. Otherwise it is an estimate from the earlier results; for chosen
    /// metrics the highest possible number, since all metrics may be charged.
    #[serde(default)]
    pub metric_evaluations_counted: bool,
    /// Their estimated cost in credits, by the price table. The service's bill may differ.
    #[serde(with = "crate::cost::decimal")]
    #[schemars(with = "String")]
    pub estimated_credits: f64,
    /// The source of the prices.
    pub price_source: String,
    /// The account's balance before anything was sent, if the key can read it.
    #[serde(default, with = "crate::cost::decimal::option")]
    #[schemars(with = "Option<String>")]
    pub balance_before: Option<f64>,
    /// The account's balance at the end, if the key can read it; the service updates it with a delay.
    #[serde(default, with = "crate::cost::decimal::option")]
    #[schemars(with = "Option<String>")]
    pub balance_after: Option<f64>,
    /// The most times that one call log may have been charged in one round, if more than once.
    #[serde(default)]
    pub possibly_charged: Option<u64>,
    /// Call logs that count as accepted because others of the same request were evaluated.
    #[serde(default)]
    pub inferred_accepted: Option<u64>,
    /// The results of the canary stages.
    #[serde(default)]
    pub canary: Vec<CanaryStage>,
    /// Why a canary stopped the campaign, if one did.
    pub canary_stop: Option<String>,
}

impl CampaignInfo {
    /// Returns the dashboard URL of a call log, if known: a plain https or http URL, safe in every format.
    #[must_use]
    pub fn link_to(&self, log: i64) -> Option<String> {
        let pattern = self.call_url.as_deref()?;
        let is_plain = pattern.chars().all(|c| {
            c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '|' | '`')
        });
        let is_web = pattern.starts_with("https://") || pattern.starts_with("http://");
        (is_plain && is_web && pattern.contains("{id}"))
            .then(|| pattern.replace("{id}", &log.to_string()))
    }
}

/// The result of a canary stage. `call_logs` counts in the whole plan, the other fields in this journal, which may have one shard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CanaryStage {
    /// The call logs of the whole plan up to and including this stage.
    pub call_logs: u64,
    /// The call logs of this journal with a result.
    pub evaluated: u64,
    /// Verdicts of this journal that went from pass to fail, over all metrics.
    pub regressions: u64,
    /// The limit of this journal: the shard's share of the plan's. It applies to `regressions` plus the call logs without a
    /// result, refused ones excepted.
    pub max_regressions: u64,
}
