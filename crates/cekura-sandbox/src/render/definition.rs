//! A metric's definition, as it stands in one version.

use serde::Serialize;
use serde_json::{Value, json};

use crate::judge::OUTCOMES;
use crate::world::{Metric, MetricKind, Wording, World, purpose, trigger, wording};

#[derive(Debug, Serialize)]
struct Definition<'w> {
    id: i64,
    slug: String,
    project: Option<i64>,
    agents: [i64; 1],
    name: &'w str,
    description: &'static str,
    #[serde(rename = "type")]
    judged_by: &'static str,
    eval_type: &'static str,
    enum_values: Vec<&'static str>,
    audio_enabled: bool,
    prompt: String,
    evaluation_trigger: &'static str,
    trigger_type: &'static str,
    evaluation_trigger_prompt: &'static str,
    evaluation_trigger_custom_code: &'static str,
    priority_assignment_prompt: &'static str,
    configuration: Value,
    knowledge_base_files: Vec<Value>,
    observability_enabled: bool,
    simulation_enabled: bool,
    sampling_enabled: bool,
    function_name: &'static str,
    custom_code: String,
    vocera_defined_metric_code: &'w str,
}

/// The definition of `metric` in this version.
pub(crate) fn definition(world: &World, metric: &Metric, version: u32) -> impl Serialize {
    let kind = metric.kind;
    let trigger = trigger(kind);
    let (judged_by, prompt, custom_code) = match wording(kind, version) {
        Wording::Prompt(text) => ("llm_judge", text, String::new()),
        Wording::Code(text) => ("custom_code", String::new(), text),
    };
    let words = metric.name.to_lowercase().replace(' ', "_");
    Definition {
        id: metric.id,
        slug: format!("{words}_{}", metric.id),
        project: world.agent(metric.agent).map(|agent| agent.project),
        agents: [metric.agent],
        name: metric.name,
        description: purpose(kind),
        judged_by,
        eval_type: match kind {
            MetricKind::Adherence | MetricKind::YesNo => "binary",
            MetricKind::Continuous => "continuous_qualitative",
            MetricKind::Choice => "enum",
            MetricKind::Numeric => "numeric",
        },
        enum_values: if kind == MetricKind::Choice {
            OUTCOMES.to_vec()
        } else {
            Vec::new()
        },
        audio_enabled: kind == MetricKind::Continuous,
        prompt,
        evaluation_trigger: if trigger.is_some() {
            "custom"
        } else {
            "always"
        },
        trigger_type: "llm_judge",
        evaluation_trigger_prompt: trigger.unwrap_or_default(),
        evaluation_trigger_custom_code: "",
        priority_assignment_prompt: "",
        configuration: json!({}),
        knowledge_base_files: Vec::new(),
        observability_enabled: true,
        simulation_enabled: true,
        sampling_enabled: kind == MetricKind::Numeric,
        function_name: metric.function,
        custom_code,
        vocera_defined_metric_code: &metric.code,
    }
}
