//! The models, by the names of their schemas.

use std::fmt::Debug;

use cekura::types;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What can be done with every model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model {
    pub(crate) name: &'static str,
    pub(crate) pass: fn(&Value) -> Result<Passed, String>,
}

/// A value after it went through its model.
#[derive(Debug)]
pub(crate) struct Passed {
    /// What the model writes.
    pub(crate) json: Value,
    /// What the model shows in `{:?}`.
    pub(crate) debug: String,
}

impl Passed {
    /// The fields that hold something for which their model has no place; the first one of each object.
    pub(crate) fn strays(&self) -> Vec<&str> {
        let objects = self.debug.split("unknown_fields: {\"").skip(1);
        objects
            .map(|rest| rest.split('"').next().unwrap_or_default())
            .collect()
    }
}

/// Reads a value into `T` and writes it again, from bytes as responses come.
///
/// # Errors
/// What serde says.
pub(crate) fn pass_bytes<T: DeserializeOwned + Serialize + Debug>(
    given: &Value,
) -> Result<Passed, String> {
    let model: T =
        serde_json::from_slice(given.to_string().as_bytes()).map_err(|e| e.to_string())?;
    let json = serde_json::to_value(&model).map_err(|e| e.to_string())?;
    Ok(Passed {
        json,
        debug: format!("{model:?}"),
    })
}

/// The same, also from a JSON value that somebody has already read.
///
/// # Errors
/// What serde says; and if both ways do not give the same.
pub(crate) fn pass<T: DeserializeOwned + Serialize + Debug>(
    given: &Value,
) -> Result<Passed, String> {
    let bytes = pass_bytes::<T>(given)?;
    let model: T = serde_json::from_value(given.clone()).map_err(|e| format!("as a value: {e}"))?;
    let value = format!("{model:?}");
    if bytes.debug != value {
        return Err(format!(
            "bytes give {}, the value gives {value}",
            bytes.debug
        ));
    }
    Ok(bytes)
}

macro_rules! table {
    ($($(#[$doc:meta])* $table:ident: $from:ident { $($name:ident)* })*) => {$(
        $(#[$doc])*
        pub(crate) const $table: &[Model] =
            &[$(Model { name: stringify!($name), pass: pass::<$from::$name> },)*];
    )*};
}

table! {
    /// The generated ones.
    GENERATED: types {
        AllCallLogs BillingInfo CallLog CallLogPage CallLogSelection CallLogStatus CallLogSummary CriticalCategory
        CriticalCategoryPriority EvaluateMetricsByAgent EvaluateMetricsByProject EvaluateMetricsRequest Evaluation
        EvaluationTrigger Metric MetricEvalType MetricResult MetricType RerunEvaluationByAgent
        RerunEvaluationByAssistant RerunEvaluationRequest Rubric RubricCondition RubricConditions RubricEntry
        SubscriptionPack SubscriptionState SubscriptionStatus TranscriptTurn TriggerType UserTranscript
    }
    /// The hand-written ones.
    HAND_WRITTEN: cekura {
        AgentId AssistantId CallLogId Credits MetricId OrganizationId ProjectId Timestamp
    }
}

/// Schemas of refusals, which are read from the raw body and have no models.
pub(crate) const WITHOUT_MODEL: &[&str] = &[
    "DetailError",
    "ErrorBody",
    "ErrorMessages",
    "FieldErrors",
    "NestedErrors",
];

/// The model of this schema.
pub(crate) fn find(name: &str) -> Option<Model> {
    GENERATED
        .iter()
        .chain(HAND_WRITTEN)
        .find(|model| model.name == name)
        .copied()
}
