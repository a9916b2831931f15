//! What was asked for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was asked for, and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CampaignInfo {
    /// The campaign's name, such as `2026-03-01-harbor`.
    pub id: String,
    /// When it was planned, RFC 3339 in UTC.
    pub created_at: String,
    /// The digest of the plan, SHA-256 in hexadecimal.
    pub plan_digest: String,
    /// Which part of the plan this is, such as `2/8`; nothing for the whole of it.
    pub shard: Option<String>,
    /// Whose call logs, in words: `agent 310`, `project 44`.
    pub scope: String,
    /// The agent's name, where the call logs are one agent's and say it.
    #[serde(default)]
    pub agent_name: Option<String>,
    /// The command that the campaign was begun or resumed with, where it is known. It holds no key.
    #[serde(default)]
    pub command: Option<String>,
    /// The command that goes on with it.
    #[serde(default)]
    pub resume: Option<String>,
    /// The address of a call log for a person, with `{id}` in place of its number; nothing where it is not known.
    #[serde(default)]
    pub call_url: Option<String>,
    /// The paid operation: `rerun_evaluation` or `evaluate_metrics`.
    pub operation: String,
    /// The metrics that were chosen, for `evaluate_metrics`.
    pub chosen_metrics: Vec<i64>,
    /// Call logs evaluated, counted once for each time (noise included).
    pub evaluations: u64,
    /// Metric evaluations that were or may have been paid for; see `metric_evaluations_counted`.
    pub metric_evaluations: u64,
    /// Whether `metric_evaluations` is counted from the results that came back. Otherwise it is an estimate: as many as each
    /// call log had before; for chosen metrics the most that it may be, since the choice is not always kept to.
    #[serde(default)]
    pub metric_evaluations_counted: bool,
    /// What these cost by the price table: an estimate, never the service's account.
    pub estimated_credits: f64,
    /// Where the prices come from.
    pub price_source: String,
    /// The account's credits before anything was sent, where the key may read them.
    #[serde(default)]
    pub balance_before: Option<f64>,
    /// The account's credits at the end, where the key may read them; the service updates them late.
    #[serde(default)]
    pub balance_after: Option<f64>,
    /// The most times that one call log may have been charged, where that is more than once for each round.
    #[serde(default)]
    pub possibly_charged: Option<u64>,
    /// Call logs whose acceptance is inferred from others of the same request.
    #[serde(default)]
    pub inferred_acceptance: Option<u64>,
    /// The stages of the canary and what each showed, where there was one.
    #[serde(default)]
    pub canary: Vec<CanaryStage>,
    /// Why a canary stopped the campaign, where one did.
    pub stopped: Option<String>,
}

impl CampaignInfo {
    /// Where a person sees a call log, where that is known: a plain https or http address, so that it can stand in any
    /// format.
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

/// What a canary's stage showed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CanaryStage {
    /// The first so many call logs.
    pub call_logs: u64,
    /// How many of them have a result.
    pub evaluated: u64,
    /// Verdicts that went from pass to fail among them.
    pub regressions: u64,
    /// How many that may be.
    pub limit: u64,
}
