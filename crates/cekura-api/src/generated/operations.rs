// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The table of operations.

use crate::{Effect, Operation};
/// Evaluate call logs again with every metric of their agent:
/// `POST /observability/v1/call-logs/rerun_evaluation/`.
pub const CALL_LOGS_RERUN_EVALUATION: Operation = Operation {
    id: "call_logs_rerun_evaluation",
    method: "POST",
    path: "/observability/v1/call-logs/rerun_evaluation/",
    tag: "call_logs",
    effect: Effect::Billable,
    paginated: false,
    returns_json: true,
};
/// Evaluate call logs with chosen metrics:
/// `POST /observability/v1/call-logs/evaluate_metrics/`.
pub const CALL_LOGS_EVALUATE_METRICS: Operation = Operation {
    id: "call_logs_evaluate_metrics",
    method: "POST",
    path: "/observability/v1/call-logs/evaluate_metrics/",
    tag: "call_logs",
    effect: Effect::Billable,
    paginated: false,
    returns_json: true,
};
/// List call logs of an agent or project: `GET /observability/v2/call-logs/`.
pub const CALL_LOGS_LIST: Operation = Operation {
    id: "call_logs_list",
    method: "GET",
    path: "/observability/v2/call-logs/",
    tag: "call_logs",
    effect: Effect::Read,
    paginated: true,
    returns_json: true,
};
/// Read one call log in full: `GET /observability/v2/call-logs/{id}/`.
pub const CALL_LOGS_RETRIEVE: Operation = Operation {
    id: "call_logs_retrieve",
    method: "GET",
    path: "/observability/v2/call-logs/{id}/",
    tag: "call_logs",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Delete a call log: `DELETE /observability/v1/call-logs/{id}/`.
pub const CALL_LOGS_DESTROY: Operation = Operation {
    id: "call_logs_destroy",
    method: "DELETE",
    path: "/observability/v1/call-logs/{id}/",
    tag: "call_logs",
    effect: Effect::Idempotent,
    paginated: false,
    returns_json: false,
};
/// Read the trace of a call: `GET /observability/v1/call-logs/{id}/trace/`.
pub const CALL_LOGS_TRACE: Operation = Operation {
    id: "call_logs_trace",
    method: "GET",
    path: "/observability/v1/call-logs/{id}/trace/",
    tag: "call_logs",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List deep research insights: `GET /observability/v1/deep-research-insights/`.
pub const DEEP_RESEARCH_INSIGHTS_LIST: Operation = Operation {
    id: "deep_research_insights_list",
    method: "GET",
    path: "/observability/v1/deep-research-insights/",
    tag: "deep_research_insights",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Read one deep research insight: `GET /observability/v1/deep-research-insights/{id}/`.
pub const DEEP_RESEARCH_INSIGHTS_RETRIEVE: Operation = Operation {
    id: "deep_research_insights_retrieve",
    method: "GET",
    path: "/observability/v1/deep-research-insights/{id}/",
    tag: "deep_research_insights",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Delete a deep research insight: `DELETE /observability/v1/deep-research-insights/{id}/`.
pub const DEEP_RESEARCH_INSIGHTS_DESTROY: Operation = Operation {
    id: "deep_research_insights_destroy",
    method: "DELETE",
    path: "/observability/v1/deep-research-insights/{id}/",
    tag: "deep_research_insights",
    effect: Effect::Idempotent,
    paginated: false,
    returns_json: false,
};
/// Generate a deep research insight:
/// `POST /observability/v1/deep-research-insights/generate/`.
pub const DEEP_RESEARCH_INSIGHTS_GENERATE: Operation = Operation {
    id: "deep_research_insights_generate",
    method: "POST",
    path: "/observability/v1/deep-research-insights/generate/",
    tag: "deep_research_insights",
    effect: Effect::Billable,
    paginated: false,
    returns_json: true,
};
/// Dismiss a failure mode: `POST /observability/v1/deep-research-insights/dismiss_mode/`.
pub const DEEP_RESEARCH_INSIGHTS_DISMISS_MODE: Operation = Operation {
    id: "deep_research_insights_dismiss_mode",
    method: "POST",
    path: "/observability/v1/deep-research-insights/dismiss_mode/",
    tag: "deep_research_insights",
    effect: Effect::Write,
    paginated: false,
    returns_json: true,
};
/// Read the price of a deep research insight:
/// `GET /observability/v1/deep-research-insights/pricing/`.
pub const DEEP_RESEARCH_INSIGHTS_PRICING: Operation = Operation {
    id: "deep_research_insights_pricing",
    method: "GET",
    path: "/observability/v1/deep-research-insights/pricing/",
    tag: "deep_research_insights",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Read the definition of one metric: `GET /test_framework/v2/metrics/{id}/`.
pub const METRICS_RETRIEVE: Operation = Operation {
    id: "metrics_retrieve",
    method: "GET",
    path: "/test_framework/v2/metrics/{id}/",
    tag: "metrics",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Read the balance of an organization: `GET /test_framework/billing/info/`.
pub const BILLING_INFO: Operation = Operation {
    id: "billing_info",
    method: "GET",
    path: "/test_framework/billing/info/",
    tag: "billing",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Every operation, in the order of openapi.yaml.
pub const ALL: &[Operation] = &[
    CALL_LOGS_RERUN_EVALUATION,
    CALL_LOGS_EVALUATE_METRICS,
    CALL_LOGS_LIST,
    CALL_LOGS_RETRIEVE,
    CALL_LOGS_DESTROY,
    CALL_LOGS_TRACE,
    DEEP_RESEARCH_INSIGHTS_LIST,
    DEEP_RESEARCH_INSIGHTS_RETRIEVE,
    DEEP_RESEARCH_INSIGHTS_DESTROY,
    DEEP_RESEARCH_INSIGHTS_GENERATE,
    DEEP_RESEARCH_INSIGHTS_DISMISS_MODE,
    DEEP_RESEARCH_INSIGHTS_PRICING,
    METRICS_RETRIEVE,
    BILLING_INFO,
];
/// The operation with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Operation> {
    Some(
        match id {
            "call_logs_rerun_evaluation" => &CALL_LOGS_RERUN_EVALUATION,
            "call_logs_evaluate_metrics" => &CALL_LOGS_EVALUATE_METRICS,
            "call_logs_list" => &CALL_LOGS_LIST,
            "call_logs_retrieve" => &CALL_LOGS_RETRIEVE,
            "call_logs_destroy" => &CALL_LOGS_DESTROY,
            "call_logs_trace" => &CALL_LOGS_TRACE,
            "deep_research_insights_list" => &DEEP_RESEARCH_INSIGHTS_LIST,
            "deep_research_insights_retrieve" => &DEEP_RESEARCH_INSIGHTS_RETRIEVE,
            "deep_research_insights_destroy" => &DEEP_RESEARCH_INSIGHTS_DESTROY,
            "deep_research_insights_generate" => &DEEP_RESEARCH_INSIGHTS_GENERATE,
            "deep_research_insights_dismiss_mode" => &DEEP_RESEARCH_INSIGHTS_DISMISS_MODE,
            "deep_research_insights_pricing" => &DEEP_RESEARCH_INSIGHTS_PRICING,
            "metrics_retrieve" => &METRICS_RETRIEVE,
            "billing_info" => &BILLING_INFO,
            _ => return None,
        },
    )
}
