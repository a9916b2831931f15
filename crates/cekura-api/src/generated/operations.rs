// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The table of operations.

use crate::{Effect, JobEnd, JobRule, Operation};
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
/// Update a call log: `PATCH /observability/v2/call-logs/{id}/`.
pub const CALL_LOGS_PARTIAL_UPDATE: Operation = Operation {
    id: "call_logs_partial_update",
    method: "PATCH",
    path: "/observability/v2/call-logs/{id}/",
    tag: "call_logs",
    effect: Effect::Billable,
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
/// Vote on the verdict of a metric:
/// `POST /observability/v1/call-logs/{id}/mark_metric_vote/`.
pub const CALL_LOGS_MARK_METRIC_VOTE: Operation = Operation {
    id: "call_logs_mark_metric_vote",
    method: "POST",
    path: "/observability/v1/call-logs/{id}/mark_metric_vote/",
    tag: "call_logs",
    effect: Effect::Write,
    paginated: false,
    returns_json: true,
};
/// Send a finished call: `POST /observability/v1/observe/`.
pub const CALL_LOGS_OBSERVE: Operation = Operation {
    id: "call_logs_observe",
    method: "POST",
    path: "/observability/v1/observe/",
    tag: "call_logs",
    effect: Effect::Billable,
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
/// The job that [`DEEP_RESEARCH_INSIGHTS_GENERATE`] starts.
pub const DEEP_RESEARCH_INSIGHTS_GENERATE_JOB: JobRule = JobRule {
    start: &DEEP_RESEARCH_INSIGHTS_GENERATE,
    poll: &DEEP_RESEARCH_INSIGHTS_RETRIEVE,
    id: "id",
    parameter: "id",
    end: JobEnd::Status {
        field: "status",
        done: &["succeeded"],
        failed: &["failed", "skipped_not_enough_data"],
    },
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
/// Create scenarios from call logs: `POST /observability/v1/call-logs/create_scenarios/`.
pub const CALL_LOGS_CREATE_SCENARIOS: Operation = Operation {
    id: "call_logs_create_scenarios",
    method: "POST",
    path: "/observability/v1/call-logs/create_scenarios/",
    tag: "call_logs",
    effect: Effect::Billable,
    paginated: false,
    returns_json: true,
};
/// The job that [`CALL_LOGS_CREATE_SCENARIOS`] starts.
pub const CALL_LOGS_CREATE_SCENARIOS_JOB: JobRule = JobRule {
    start: &CALL_LOGS_CREATE_SCENARIOS,
    poll: &CALL_LOGS_CREATE_SCENARIOS_PROGRESS,
    id: "progress_id",
    parameter: "progress_id",
    end: JobEnd::Counts {
        completed: "completed_scenarios",
        failed: "failed_scenarios",
        total: "total_scenarios",
    },
};
/// Read how far the creation of scenarios is:
/// `GET /observability/v1/call-logs/create_scenarios_progress/`.
pub const CALL_LOGS_CREATE_SCENARIOS_PROGRESS: Operation = Operation {
    id: "call_logs_create_scenarios_progress",
    method: "GET",
    path: "/observability/v1/call-logs/create_scenarios_progress/",
    tag: "call_logs",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Review the alerts of a project: `GET /observability/v1/alerts/review/`.
pub const ALERTS_REVIEW: Operation = Operation {
    id: "alerts_review",
    method: "GET",
    path: "/observability/v1/alerts/review/",
    tag: "alerts",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Review one alert: `GET /observability/v1/alerts/{id}/review_detail/`.
pub const ALERTS_REVIEW_DETAIL: Operation = Operation {
    id: "alerts_review_detail",
    method: "GET",
    path: "/observability/v1/alerts/{id}/review_detail/",
    tag: "alerts",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Summarize the triggers of an alert: `POST /observability/v1/alerts/{id}/summarize/`.
pub const ALERTS_SUMMARIZE: Operation = Operation {
    id: "alerts_summarize",
    method: "POST",
    path: "/observability/v1/alerts/{id}/summarize/",
    tag: "alerts",
    effect: Effect::Billable,
    paginated: false,
    returns_json: true,
};
/// The job that [`ALERTS_SUMMARIZE`] starts.
pub const ALERTS_SUMMARIZE_JOB: JobRule = JobRule {
    start: &ALERTS_SUMMARIZE,
    poll: &ALERTS_SUMMARIZE_PROGRESS,
    id: "progress_id",
    parameter: "progress_id",
    end: JobEnd::Status {
        field: "status",
        done: &["completed"],
        failed: &["error"],
    },
};
/// Read how far the summary of an alert is:
/// `GET /observability/v1/alerts/summarize_progress/`.
pub const ALERTS_SUMMARIZE_PROGRESS: Operation = Operation {
    id: "alerts_summarize_progress",
    method: "GET",
    path: "/observability/v1/alerts/summarize_progress/",
    tag: "alerts",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Count the triggers of each alert: `GET /observability/v1/alerts/trigger_summary/`.
pub const ALERTS_TRIGGER_SUMMARY: Operation = Operation {
    id: "alerts_trigger_summary",
    method: "GET",
    path: "/observability/v1/alerts/trigger_summary/",
    tag: "alerts",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List agent improvement sessions: `GET /observability/v1/agent-improvement-sessions/`.
pub const AGENT_IMPROVEMENT_SESSIONS_LIST: Operation = Operation {
    id: "agent_improvement_sessions_list",
    method: "GET",
    path: "/observability/v1/agent-improvement-sessions/",
    tag: "agent_improvement_sessions",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Start an agent improvement session: `POST /observability/v1/agent-improvement-sessions/`.
pub const AGENT_IMPROVEMENT_SESSIONS_CREATE: Operation = Operation {
    id: "agent_improvement_sessions_create",
    method: "POST",
    path: "/observability/v1/agent-improvement-sessions/",
    tag: "agent_improvement_sessions",
    effect: Effect::Billable,
    paginated: false,
    returns_json: true,
};
/// The job that [`AGENT_IMPROVEMENT_SESSIONS_CREATE`] starts.
pub const AGENT_IMPROVEMENT_SESSIONS_CREATE_JOB: JobRule = JobRule {
    start: &AGENT_IMPROVEMENT_SESSIONS_CREATE,
    poll: &AGENT_IMPROVEMENT_SESSIONS_RETRIEVE,
    id: "id",
    parameter: "id",
    end: JobEnd::Status {
        field: "status",
        done: &["succeeded", "no_improvement"],
        failed: &["failed", "cancelled"],
    },
};
/// Read one agent improvement session:
/// `GET /observability/v1/agent-improvement-sessions/{id}/`.
pub const AGENT_IMPROVEMENT_SESSIONS_RETRIEVE: Operation = Operation {
    id: "agent_improvement_sessions_retrieve",
    method: "GET",
    path: "/observability/v1/agent-improvement-sessions/{id}/",
    tag: "agent_improvement_sessions",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Generate failure mode insights for the metrics of a project:
/// `POST /observability/v1/metric-failure-mode-insights/bulk_generate/`.
pub const METRIC_FAILURE_MODE_INSIGHTS_BULK_GENERATE: Operation = Operation {
    id: "metric_failure_mode_insights_bulk_generate",
    method: "POST",
    path: "/observability/v1/metric-failure-mode-insights/bulk_generate/",
    tag: "metric_failure_mode_insights",
    effect: Effect::Billable,
    paginated: false,
    returns_json: true,
};
/// List the days that have failure mode insights:
/// `GET /observability/v1/metric-failure-mode-insights/available_dates/`.
pub const METRIC_FAILURE_MODE_INSIGHTS_AVAILABLE_DATES: Operation = Operation {
    id: "metric_failure_mode_insights_available_dates",
    method: "GET",
    path: "/observability/v1/metric-failure-mode-insights/available_dates/",
    tag: "metric_failure_mode_insights",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List the categories of failures:
/// `GET /observability/v1/metric-failure-mode-insights/categories/`.
pub const METRIC_FAILURE_MODE_INSIGHTS_CATEGORIES: Operation = Operation {
    id: "metric_failure_mode_insights_categories",
    method: "GET",
    path: "/observability/v1/metric-failure-mode-insights/categories/",
    tag: "metric_failure_mode_insights",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List the call logs in a category of failures:
/// `GET /observability/v1/metric-failure-mode-insights/categories/{category_slug}/calls/`.
pub const METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_CALLS: Operation = Operation {
    id: "metric_failure_mode_insights_category_calls",
    method: "GET",
    path: "/observability/v1/metric-failure-mode-insights/categories/{category_slug}/calls/",
    tag: "metric_failure_mode_insights",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Add example calls of a category to Labs:
/// `POST /observability/v1/metric-failure-mode-insights/categories/{category_slug}/fix-metric/`.
pub const METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_FIX_METRIC: Operation = Operation {
    id: "metric_failure_mode_insights_category_fix_metric",
    method: "POST",
    path: "/observability/v1/metric-failure-mode-insights/categories/{category_slug}/fix-metric/",
    tag: "metric_failure_mode_insights",
    effect: Effect::Write,
    paginated: false,
    returns_json: true,
};
/// Delete a category of failures:
/// `DELETE /observability/v1/metric-failure-mode-insights/categories/{category_slug}/delete/`.
pub const METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_DELETE: Operation = Operation {
    id: "metric_failure_mode_insights_category_delete",
    method: "DELETE",
    path: "/observability/v1/metric-failure-mode-insights/categories/{category_slug}/delete/",
    tag: "metric_failure_mode_insights",
    effect: Effect::Idempotent,
    paginated: false,
    returns_json: false,
};
/// List the failure rates of metrics:
/// `GET /observability/v1/metric-failure-mode-insights/failure-rates/`.
pub const METRIC_FAILURE_MODE_INSIGHTS_FAILURE_RATES: Operation = Operation {
    id: "metric_failure_mode_insights_failure_rates",
    method: "GET",
    path: "/observability/v1/metric-failure-mode-insights/failure-rates/",
    tag: "metric_failure_mode_insights",
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
/// List the metrics: `GET /test_framework/v2/metrics/`.
pub const METRICS_LIST: Operation = Operation {
    id: "metrics_list",
    method: "GET",
    path: "/test_framework/v2/metrics/",
    tag: "metrics",
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
/// List the predefined metrics: `GET /test_framework/v1/predefined-metrics/`.
pub const PREDEFINED_METRICS_LIST: Operation = Operation {
    id: "predefined_metrics_list",
    method: "GET",
    path: "/test_framework/v1/predefined-metrics/",
    tag: "predefined_metrics",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List the results: `GET /test_framework/v2/results/`.
pub const RESULTS_LIST: Operation = Operation {
    id: "results_list",
    method: "GET",
    path: "/test_framework/v2/results/",
    tag: "results",
    effect: Effect::Read,
    paginated: true,
    returns_json: true,
};
/// Read one result: `GET /test_framework/v2/results/{id}/`.
pub const RESULTS_RETRIEVE: Operation = Operation {
    id: "results_retrieve",
    method: "GET",
    path: "/test_framework/v2/results/{id}/",
    tag: "results",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Read runs by their ids: `GET /test_framework/v2/runs/bulk/`.
pub const RUNS_BULK: Operation = Operation {
    id: "runs_bulk",
    method: "GET",
    path: "/test_framework/v2/runs/bulk/",
    tag: "runs",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List the personalities: `GET /test_framework/v1/personalities/`.
pub const PERSONALITIES_LIST: Operation = Operation {
    id: "personalities_list",
    method: "GET",
    path: "/test_framework/v1/personalities/",
    tag: "personalities",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List the phone numbers for inbound tests: `GET /test_framework/v1/phone-numbers/inbound/`.
pub const PHONE_NUMBERS_INBOUND: Operation = Operation {
    id: "phone_numbers_inbound",
    method: "GET",
    path: "/test_framework/v1/phone-numbers/inbound/",
    tag: "phone_numbers",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// List the organizations: `GET /user/v2/organizations/`.
pub const ORGANIZATIONS_LIST: Operation = Operation {
    id: "organizations_list",
    method: "GET",
    path: "/user/v2/organizations/",
    tag: "organizations",
    effect: Effect::Read,
    paginated: true,
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
    CALL_LOGS_PARTIAL_UPDATE,
    CALL_LOGS_DESTROY,
    CALL_LOGS_TRACE,
    CALL_LOGS_MARK_METRIC_VOTE,
    CALL_LOGS_OBSERVE,
    DEEP_RESEARCH_INSIGHTS_LIST,
    DEEP_RESEARCH_INSIGHTS_RETRIEVE,
    DEEP_RESEARCH_INSIGHTS_DESTROY,
    DEEP_RESEARCH_INSIGHTS_GENERATE,
    DEEP_RESEARCH_INSIGHTS_DISMISS_MODE,
    DEEP_RESEARCH_INSIGHTS_PRICING,
    CALL_LOGS_CREATE_SCENARIOS,
    CALL_LOGS_CREATE_SCENARIOS_PROGRESS,
    ALERTS_REVIEW,
    ALERTS_REVIEW_DETAIL,
    ALERTS_SUMMARIZE,
    ALERTS_SUMMARIZE_PROGRESS,
    ALERTS_TRIGGER_SUMMARY,
    AGENT_IMPROVEMENT_SESSIONS_LIST,
    AGENT_IMPROVEMENT_SESSIONS_CREATE,
    AGENT_IMPROVEMENT_SESSIONS_RETRIEVE,
    METRIC_FAILURE_MODE_INSIGHTS_BULK_GENERATE,
    METRIC_FAILURE_MODE_INSIGHTS_AVAILABLE_DATES,
    METRIC_FAILURE_MODE_INSIGHTS_CATEGORIES,
    METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_CALLS,
    METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_FIX_METRIC,
    METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_DELETE,
    METRIC_FAILURE_MODE_INSIGHTS_FAILURE_RATES,
    AGENTS_LIST,
    AGENTS_RETRIEVE,
    PROJECTS_LIST,
    PROJECTS_RETRIEVE,
    METRICS_LIST,
    METRICS_RETRIEVE,
    PREDEFINED_METRICS_LIST,
    RESULTS_LIST,
    RESULTS_RETRIEVE,
    RUNS_BULK,
    PERSONALITIES_LIST,
    PHONE_NUMBERS_INBOUND,
    ORGANIZATIONS_LIST,
    BILLING_INFO,
];
/// The jobs that operations start.
pub const JOBS: &[JobRule] = &[
    DEEP_RESEARCH_INSIGHTS_GENERATE_JOB,
    CALL_LOGS_CREATE_SCENARIOS_JOB,
    ALERTS_SUMMARIZE_JOB,
    AGENT_IMPROVEMENT_SESSIONS_CREATE_JOB,
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
            "call_logs_partial_update" => &CALL_LOGS_PARTIAL_UPDATE,
            "call_logs_destroy" => &CALL_LOGS_DESTROY,
            "call_logs_trace" => &CALL_LOGS_TRACE,
            "call_logs_mark_metric_vote" => &CALL_LOGS_MARK_METRIC_VOTE,
            "call_logs_observe" => &CALL_LOGS_OBSERVE,
            "deep_research_insights_list" => &DEEP_RESEARCH_INSIGHTS_LIST,
            "deep_research_insights_retrieve" => &DEEP_RESEARCH_INSIGHTS_RETRIEVE,
            "deep_research_insights_destroy" => &DEEP_RESEARCH_INSIGHTS_DESTROY,
            "deep_research_insights_generate" => &DEEP_RESEARCH_INSIGHTS_GENERATE,
            "deep_research_insights_dismiss_mode" => &DEEP_RESEARCH_INSIGHTS_DISMISS_MODE,
            "deep_research_insights_pricing" => &DEEP_RESEARCH_INSIGHTS_PRICING,
            "call_logs_create_scenarios" => &CALL_LOGS_CREATE_SCENARIOS,
            "call_logs_create_scenarios_progress" => &CALL_LOGS_CREATE_SCENARIOS_PROGRESS,
            "alerts_review" => &ALERTS_REVIEW,
            "alerts_review_detail" => &ALERTS_REVIEW_DETAIL,
            "alerts_summarize" => &ALERTS_SUMMARIZE,
            "alerts_summarize_progress" => &ALERTS_SUMMARIZE_PROGRESS,
            "alerts_trigger_summary" => &ALERTS_TRIGGER_SUMMARY,
            "agent_improvement_sessions_list" => &AGENT_IMPROVEMENT_SESSIONS_LIST,
            "agent_improvement_sessions_create" => &AGENT_IMPROVEMENT_SESSIONS_CREATE,
            "agent_improvement_sessions_retrieve" => &AGENT_IMPROVEMENT_SESSIONS_RETRIEVE,
            "metric_failure_mode_insights_bulk_generate" => {
                &METRIC_FAILURE_MODE_INSIGHTS_BULK_GENERATE
            }
            "metric_failure_mode_insights_available_dates" => {
                &METRIC_FAILURE_MODE_INSIGHTS_AVAILABLE_DATES
            }
            "metric_failure_mode_insights_categories" => {
                &METRIC_FAILURE_MODE_INSIGHTS_CATEGORIES
            }
            "metric_failure_mode_insights_category_calls" => {
                &METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_CALLS
            }
            "metric_failure_mode_insights_category_fix_metric" => {
                &METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_FIX_METRIC
            }
            "metric_failure_mode_insights_category_delete" => {
                &METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_DELETE
            }
            "metric_failure_mode_insights_failure_rates" => {
                &METRIC_FAILURE_MODE_INSIGHTS_FAILURE_RATES
            }
            "agents_list" => &AGENTS_LIST,
            "agents_retrieve" => &AGENTS_RETRIEVE,
            "projects_list" => &PROJECTS_LIST,
            "projects_retrieve" => &PROJECTS_RETRIEVE,
            "metrics_list" => &METRICS_LIST,
            "metrics_retrieve" => &METRICS_RETRIEVE,
            "predefined_metrics_list" => &PREDEFINED_METRICS_LIST,
            "results_list" => &RESULTS_LIST,
            "results_retrieve" => &RESULTS_RETRIEVE,
            "runs_bulk" => &RUNS_BULK,
            "personalities_list" => &PERSONALITIES_LIST,
            "phone_numbers_inbound" => &PHONE_NUMBERS_INBOUND,
            "organizations_list" => &ORGANIZATIONS_LIST,
            "billing_info" => &BILLING_INFO,
            _ => return None,
        },
    )
}
