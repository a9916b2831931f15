// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! Calls of the facade.

use cekura::{BoxFuture, Client, Error};
use serde_json::Value;
use crate::example::{json, value};
use crate::job::{AnyJob, job, started};
/// Sends the example of an operation through the facade; `None` if its method is written by hand.
#[must_use]
pub fn call(
    cekura: &Client,
    operation: &str,
) -> Option<BoxFuture<Result<Value, Error>>> {
    Some(
        match operation {
            "agent_improvement_sessions_list" => {
                json(cekura.agent_improvement_sessions().list().send())
            }
            "agent_improvement_sessions_retrieve" => {
                json(cekura.agent_improvement_sessions().get(value::<i64>("31")).send())
            }
            "agents_list" => {
                json(
                    cekura
                        .agents()
                        .list()
                        .organization_id(
                            value::<::cekura_api::scalars::OrganizationId>("9"),
                        )
                        .page(value::<i64>("1"))
                        .page_size(value::<i64>("100"))
                        .project_id(value::<::cekura_api::scalars::ProjectId>("44"))
                        .q(value::<String>("\"harbor\""))
                        .send(),
                )
            }
            "agents_retrieve" => {
                json(
                    cekura
                        .agents()
                        .get(value::<::cekura_api::scalars::AgentId>("310"))
                        .send(),
                )
            }
            "alerts_review" => {
                json(
                    cekura
                        .alerts()
                        .review()
                        .hours(value::<i64>("72"))
                        .project_id(value::<::cekura_api::scalars::ProjectId>("44"))
                        .send(),
                )
            }
            "alerts_review_detail" => {
                json(
                    cekura
                        .alerts()
                        .review_detail(value::<i64>("61"))
                        .hours(value::<i64>("72"))
                        .page(value::<i64>("1"))
                        .page_size(value::<i64>("100"))
                        .send(),
                )
            }
            "alerts_summarize_progress" => {
                json(
                    cekura
                        .alerts()
                        .summarize_progress(
                            value::<String>("\"5b0c7f3e-9a41-4d0e-8a57-2f4f7c0d9e11\""),
                        )
                        .send(),
                )
            }
            "alerts_trigger_summary" => {
                json(
                    cekura
                        .alerts()
                        .trigger_summary(value::<::cekura_api::scalars::ProjectId>("44"))
                        .hours(value::<i64>("24"))
                        .send(),
                )
            }
            "billing_info" => {
                json(
                    cekura
                        .billing()
                        .info()
                        .organization_id(
                            value::<::cekura_api::scalars::OrganizationId>("9"),
                        )
                        .send(),
                )
            }
            "call_logs_list" => {
                json(
                    cekura
                        .call_logs()
                        .list()
                        .agent_id(value::<::cekura_api::scalars::AgentId>("310"))
                        .assistant_id(
                            value::<
                                ::cekura_api::scalars::AssistantId,
                            >("\"asst_harbor_frontdesk\""),
                        )
                        .call_ids(
                            value::<Vec<cekura_api::scalars::CallLogId>>("[5001,5002]"),
                        )
                        .filters_v2(
                            value::<
                                String,
                            >(
                                "\"{\\\"field\\\": \\\"success\\\", \\\"op\\\": \\\"eq\\\", \\\"value\\\": false}\"",
                            ),
                        )
                        .page(value::<i64>("1"))
                        .page_size(value::<i64>("100"))
                        .project_id(value::<::cekura_api::scalars::ProjectId>("44"))
                        .timestamp_from(
                            value::<
                                ::cekura_api::scalars::Timestamp,
                            >("\"2026-05-01T00:00:00Z\""),
                        )
                        .timestamp_to(
                            value::<
                                ::cekura_api::scalars::Timestamp,
                            >("\"2026-05-31T00:00:00Z\""),
                        )
                        .send(),
                )
            }
            "call_logs_retrieve" => {
                json(
                    cekura
                        .call_logs()
                        .get(value::<::cekura_api::scalars::CallLogId>("5002"))
                        .send(),
                )
            }
            "call_logs_destroy" => {
                json(
                    cekura
                        .call_logs()
                        .delete(value::<::cekura_api::scalars::CallLogId>("5002"))
                        .retain_evaluations(value::<bool>("true"))
                        .send(),
                )
            }
            "call_logs_trace" => {
                json(
                    cekura
                        .call_logs()
                        .trace(value::<::cekura_api::scalars::CallLogId>("5002"))
                        .send(),
                )
            }
            "call_logs_create_scenarios_progress" => {
                json(
                    cekura
                        .call_logs()
                        .create_scenarios_progress(
                            value::<String>("\"5b0c7f3e-9a41-4d0e-8a57-2f4f7c0d9e11\""),
                        )
                        .send(),
                )
            }
            "deep_research_insights_list" => {
                json(cekura.deep_research_insights().list().send())
            }
            "deep_research_insights_retrieve" => {
                json(cekura.deep_research_insights().get(value::<i64>("21")).send())
            }
            "deep_research_insights_destroy" => {
                json(cekura.deep_research_insights().delete(value::<i64>("21")).send())
            }
            "deep_research_insights_dismiss_mode" => {
                json(
                    cekura
                        .deep_research_insights()
                        .dismiss_mode(
                            value::<
                                cekura_api::types::DismissFailureMode,
                            >(
                                "{\"project\":44,\"insight\":21,\"mode_title\":\"The new date is not repeated\",\"mode_details\":\"The agent ends the call without saying the day.\",\"mode_severity\":\"high\",\"note\":\"The confirmation is sent by text message.\"}",
                            ),
                        )
                        .send(),
                )
            }
            "deep_research_insights_pricing" => {
                json(
                    cekura
                        .deep_research_insights()
                        .pricing()
                        .project(value::<::cekura_api::scalars::ProjectId>("44"))
                        .send(),
                )
            }
            "metric_failure_mode_insights_bulk_generate" => {
                json(
                    cekura
                        .metric_failure_mode_insights()
                        .bulk_generate(
                            value::<
                                cekura_api::types::BulkGenerateInsights,
                            >(
                                "{\"project\":44,\"metric_names\":[\"Keeps to script\",\"Question answered\"]}",
                            ),
                        )
                        .send(),
                )
            }
            "metric_failure_mode_insights_available_dates" => {
                json(
                    cekura
                        .metric_failure_mode_insights()
                        .available_dates()
                        .project(value::<::cekura_api::scalars::ProjectId>("44"))
                        .send(),
                )
            }
            "metric_failure_mode_insights_categories" => {
                json(
                    cekura
                        .metric_failure_mode_insights()
                        .categories()
                        .agent_ids(
                            value::<Vec<cekura_api::scalars::AgentId>>("[310,312]"),
                        )
                        .date_from(value::<String>("\"2026-05-12\""))
                        .date_to(value::<String>("\"2026-05-19T12:00:00Z\""))
                        .metric_id(value::<::cekura_api::scalars::MetricId>("71"))
                        .project(value::<::cekura_api::scalars::ProjectId>("44"))
                        .send(),
                )
            }
            "metric_failure_mode_insights_category_calls" => {
                json(
                    cekura
                        .metric_failure_mode_insights()
                        .category_calls(
                            value::<String>("\"date-not-repeated\""),
                            value::<::cekura_api::scalars::MetricId>("71"),
                            value::<::cekura_api::scalars::ProjectId>("44"),
                        )
                        .agent_ids(
                            value::<Vec<cekura_api::scalars::AgentId>>("[310,312]"),
                        )
                        .date_from(value::<String>("\"2026-05-12\""))
                        .date_to(value::<String>("\"2026-05-19T12:00:00Z\""))
                        .send(),
                )
            }
            "metric_failure_mode_insights_category_fix_metric" => {
                json(
                    cekura
                        .metric_failure_mode_insights()
                        .category_fix_metric(
                            value::<String>("\"date-not-repeated\""),
                            value::<
                                cekura_api::types::FixMetric,
                            >(
                                "{\"failure_mode_index\":0,\"feedback\":\"The day was named in the sentence before.\",\"expected_value\":true}",
                            ),
                        )
                        .send(),
                )
            }
            "metric_failure_mode_insights_category_delete" => {
                json(
                    cekura
                        .metric_failure_mode_insights()
                        .category_delete(
                            value::<String>("\"date-not-repeated\""),
                            value::<::cekura_api::scalars::MetricId>("71"),
                            value::<::cekura_api::scalars::ProjectId>("44"),
                        )
                        .send(),
                )
            }
            "metric_failure_mode_insights_failure_rates" => {
                json(
                    cekura
                        .metric_failure_mode_insights()
                        .failure_rates()
                        .agent_ids(
                            value::<Vec<cekura_api::scalars::AgentId>>("[310,312]"),
                        )
                        .date_from(value::<String>("\"2026-05-12\""))
                        .date_to(value::<String>("\"2026-05-19T12:00:00Z\""))
                        .project(value::<::cekura_api::scalars::ProjectId>("44"))
                        .send(),
                )
            }
            "metrics_list" => {
                json(
                    cekura
                        .metrics()
                        .list()
                        .agent_id(value::<::cekura_api::scalars::AgentId>("310"))
                        .agents(value::<Vec<cekura_api::scalars::AgentId>>("[310,312]"))
                        .assistant_id(
                            value::<
                                ::cekura_api::scalars::AssistantId,
                            >("\"asst_harbor_frontdesk\""),
                        )
                        .filters(
                            value::<
                                String,
                            >(
                                "\"{\\\"operator\\\": \\\"and\\\", \\\"conditions\\\": [{\\\"field\\\": \\\"eval_type\\\", \\\"op\\\": \\\"eq\\\", \\\"value\\\": \\\"binary\\\"}]}\"",
                            ),
                        )
                        .include_scores(value::<bool>("true"))
                        .project_id(value::<::cekura_api::scalars::ProjectId>("44"))
                        .slug(value::<String>("\"mood_of_the_guest_72\""))
                        .send(),
                )
            }
            "metrics_retrieve" => {
                json(
                    cekura
                        .metrics()
                        .get(value::<::cekura_api::scalars::MetricId>("71"))
                        .send(),
                )
            }
            "organizations_list" => {
                json(
                    cekura
                        .organizations()
                        .list()
                        .page(value::<i64>("1"))
                        .page_size(value::<i64>("100"))
                        .search(value::<String>("\"harbor\""))
                        .send(),
                )
            }
            "personalities_list" => {
                json(
                    cekura
                        .personalities()
                        .list()
                        .language(value::<String>("\"pt\""))
                        .project_id(value::<::cekura_api::scalars::ProjectId>("44"))
                        .send(),
                )
            }
            "phone_numbers_inbound" => {
                json(
                    cekura
                        .phone_numbers()
                        .inbound()
                        .organization_id(
                            value::<::cekura_api::scalars::OrganizationId>("9"),
                        )
                        .send(),
                )
            }
            "predefined_metrics_list" => json(cekura.predefined_metrics().list().send()),
            "projects_list" => {
                json(
                    cekura
                        .projects()
                        .list()
                        .organization_id(
                            value::<::cekura_api::scalars::OrganizationId>("9"),
                        )
                        .project_id(value::<::cekura_api::scalars::ProjectId>("44"))
                        .send(),
                )
            }
            "projects_retrieve" => {
                json(
                    cekura
                        .projects()
                        .get(value::<::cekura_api::scalars::ProjectId>("44"))
                        .send(),
                )
            }
            "results_list" => {
                json(
                    cekura
                        .results()
                        .list()
                        .agent_id(value::<::cekura_api::scalars::AgentId>("310"))
                        .assistant_id(
                            value::<
                                ::cekura_api::scalars::AssistantId,
                            >("\"asst_harbor_frontdesk\""),
                        )
                        .page(value::<i64>("1"))
                        .page_size(value::<i64>("100"))
                        .project_id(value::<::cekura_api::scalars::ProjectId>("44"))
                        .scenarios(value::<Vec<i64>>("[401,402]"))
                        .search(value::<String>("\"nightly\""))
                        .send(),
                )
            }
            "results_retrieve" => json(cekura.results().get(value::<i64>("901")).send()),
            "runs_bulk" => {
                json(
                    cekura
                        .runs()
                        .bulk(value::<Vec<i64>>("[9001,9002]"))
                        .agent_id(value::<::cekura_api::scalars::AgentId>("310"))
                        .project_id(value::<::cekura_api::scalars::ProjectId>("44"))
                        .result_id(value::<i64>("901"))
                        .send(),
                )
            }
            _ => started(start(cekura, operation)?),
        },
    )
}
/// Sends the example of an operation that starts a job; `None` if it starts none.
#[must_use]
pub fn start(
    cekura: &Client,
    operation: &str,
) -> Option<BoxFuture<Result<Box<dyn AnyJob>, Error>>> {
    Some(
        match operation {
            "agent_improvement_sessions_create" => {
                job(
                    cekura
                        .agent_improvement_sessions()
                        .create(
                            value::<
                                ::serde_json::Value,
                            >("{\"source\":\"call_log\",\"call_log_ids\":[5001,5002]}"),
                        )
                        .send(),
                )
            }
            "alerts_summarize" => {
                job(cekura.alerts().summarize(value::<i64>("61")).send())
            }
            "call_logs_create_scenarios" => {
                job(
                    cekura
                        .call_logs()
                        .create_scenarios(
                            value::<
                                cekura_api::types::CreateScenarios,
                            >(
                                "{\"agent_id\":310,\"call_logs\":[5001,5002],\"copy_to_agent\":312}",
                            ),
                        )
                        .send(),
                )
            }
            "deep_research_insights_generate" => {
                job(
                    cekura
                        .deep_research_insights()
                        .generate(
                            value::<
                                cekura_api::types::GenerateDeepResearch,
                            >(
                                "{\"project\":44,\"window_days\":14,\"max_calls\":200,\"focus\":\"Guests who move a booking\"}",
                            ),
                        )
                        .send(),
                )
            }
            _ => return None,
        },
    )
}
/// The job of an operation with the id `job`; `None` if it starts none.
#[must_use]
pub fn resume(cekura: &Client, operation: &str, job: &str) -> Option<Box<dyn AnyJob>> {
    Some(
        match operation {
            "agent_improvement_sessions_create" => {
                Box::new(cekura.agent_improvement_sessions().create_job(job))
            }
            "alerts_summarize" => Box::new(cekura.alerts().summarize_job(job)),
            "call_logs_create_scenarios" => {
                Box::new(cekura.call_logs().create_scenarios_job(job))
            }
            "deep_research_insights_generate" => {
                Box::new(cekura.deep_research_insights().generate_job(job))
            }
            _ => return None,
        },
    )
}
