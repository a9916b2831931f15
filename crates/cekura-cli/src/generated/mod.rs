// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The table of the commands that follow from the contract.

mod agent_improvement_sessions;
mod agents;
mod alerts;
mod call_logs;
mod deep_research_insights;
mod metric_failure_mode_insights;
mod metrics;
mod organizations;
mod personalities;
mod phone_numbers;
mod predefined_metrics;
mod projects;
mod results;
mod runs;
use crate::table::Noun;
/// Every noun, in alphabetical order of the tags.
pub(crate) static NOUNS: &[&Noun] = &[
    &agent_improvement_sessions::NOUN,
    &agents::NOUN,
    &alerts::NOUN,
    &call_logs::NOUN,
    &deep_research_insights::NOUN,
    &metric_failure_mode_insights::NOUN,
    &metrics::NOUN,
    &organizations::NOUN,
    &personalities::NOUN,
    &phone_numbers::NOUN,
    &predefined_metrics::NOUN,
    &projects::NOUN,
    &results::NOUN,
    &runs::NOUN,
];
/// The nouns that only the table has, for the short help and for the long one.
pub(crate) static RESOURCES: [&str; 2] = [
    "Resources (`cekura RESOURCE -h` lists what can be done with one):\n  agent-improvement-sessions, agents, alerts, deep-research-insights, metric-failure-mode-insights, metrics, organizations, personalities, phone-numbers, predefined-metrics, projects, results, runs",
    "Resources (`cekura RESOURCE -h` lists what can be done with one):\n  agent-improvement-sessions    Tested rewrites of the prompt of an agent\n  agents                        Voice and chat agents\n  alerts                        Alerts about the metrics of a project\n  deep-research-insights        Insights into failures in recent calls\n  metric-failure-mode-insights  Categories of calls that fail a metric\n  metrics                       Definitions of metrics\n  organizations                 Organizations and their plans\n  personalities                 Speech and behaviour of testing agents\n  phone-numbers                 Telephone numbers for tests\n  predefined-metrics            Ready-made metrics of the service\n  projects                      Projects with their settings and members\n  results                       Groups of simulated calls\n  runs                          Single simulated calls",
];
/// The commands that are written by hand, with the ids of their operations.
#[cfg(test)]
pub(crate) static BY_HAND: &[(&str, &str)] = &[
    ("calls rerun", "call_logs_rerun_evaluation"),
    ("calls evaluate", "call_logs_evaluate_metrics"),
    ("calls list", "call_logs_list"),
    ("calls get", "call_logs_retrieve"),
    ("calls update", "call_logs_partial_update"),
    ("calls vote", "call_logs_mark_metric_vote"),
    ("calls observe", "call_logs_observe"),
    ("billing", "billing_info"),
];
