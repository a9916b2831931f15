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
/// List the agents: `GET /test_framework/v2/aiagents/`.
pub const AGENTS_LIST: Operation = Operation {
    id: "agents_list",
    method: "GET",
    path: "/test_framework/v2/aiagents/",
    tag: "agents",
    effect: Effect::Read,
    paginated: true,
    returns_json: true,
};
/// Read one agent: `GET /test_framework/v2/aiagents/{id}/`.
pub const AGENTS_RETRIEVE: Operation = Operation {
    id: "agents_retrieve",
    method: "GET",
    path: "/test_framework/v2/aiagents/{id}/",
    tag: "agents",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List the projects: `GET /user/v1/projects/`.
pub const PROJECTS_LIST: Operation = Operation {
    id: "projects_list",
    method: "GET",
    path: "/user/v1/projects/",
    tag: "projects",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Read one project: `GET /user/v1/projects/{id}/`.
pub const PROJECTS_RETRIEVE: Operation = Operation {
    id: "projects_retrieve",
    method: "GET",
    path: "/user/v1/projects/{id}/",
    tag: "projects",
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
    AGENTS_LIST,
    AGENTS_RETRIEVE,
    PROJECTS_LIST,
    PROJECTS_RETRIEVE,
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
            "agents_list" => &AGENTS_LIST,
            "agents_retrieve" => &AGENTS_RETRIEVE,
            "projects_list" => &PROJECTS_LIST,
            "projects_retrieve" => &PROJECTS_RETRIEVE,
            "metrics_retrieve" => &METRICS_RETRIEVE,
            "billing_info" => &BILLING_INFO,
            _ => return None,
        },
    )
}
