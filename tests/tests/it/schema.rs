//! Promise: with the feature `schemars`, the JSON Schemas of the models name every field of the contract.

use cekura::types::{
    BillingInfo, CallLog, CallLogPage, CallLogSummary, Metric, RerunEvaluationRequest,
};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use crate::json::contract;

fn schema_of<T: JsonSchema>() -> Value {
    SchemaGenerator::default()
        .into_root_schema_for::<T>()
        .into()
}

fn fields(schema: &Value) -> Vec<&str> {
    let properties = schema["properties"].as_object();
    let mut names: Vec<&str> = properties
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn the_schema_of_a_call_log_names_all_fields() {
    let schema = schema_of::<CallLog>();
    let names = fields(&schema);
    assert_eq!(names, contract::fields("CallLog"));
    assert_eq!(schema["title"], "CallLog");
    assert!(
        schema.get("required").is_none(),
        "every field may be missing: {}",
        schema["required"]
    );
    assert_ne!(
        schema["additionalProperties"], false,
        "fields that are not known are kept"
    );
}

#[test]
fn nested_schemas_name_their_fields_too() {
    let whole = [
        schema_of::<CallLog>(),
        schema_of::<CallLogPage>(),
        schema_of::<BillingInfo>(),
    ];
    let mut seen = 0;
    for (name, definition) in whole
        .iter()
        .flat_map(|schema| schema["$defs"].as_object().unwrap())
    {
        if definition.get("properties").is_some() {
            assert_eq!(fields(definition), contract::fields(name), "{name}");
            seen += 1;
        }
    }
    assert!(seen >= 10, "only {seen} nested objects were found");
    assert_eq!(fields(&whole[1]), contract::fields("CallLogPage"));
    assert_eq!(fields(&whole[2]), contract::fields("BillingInfo"));
    assert_eq!(
        fields(&schema_of::<CallLogSummary>()),
        contract::fields("CallLogSummary")
    );
    assert_eq!(fields(&schema_of::<Metric>()), contract::fields("Metric"));
}

#[test]
fn ids_and_moments_have_the_type_they_are_written_as() {
    let definitions = &schema_of::<CallLog>()["$defs"];
    assert_eq!(definitions["CallLogId"]["type"], "integer");
    assert!(
        definitions["Timestamp"]["type"]
            .as_array()
            .unwrap()
            .contains(&"string".into())
    );
}

#[test]
fn the_schema_of_a_request_is_strict() {
    let schema = schema_of::<RerunEvaluationRequest>();
    for name in ["RerunEvaluationByAgent", "RerunEvaluationByAssistant"] {
        let definition = &schema["$defs"][name];
        assert_eq!(definition["additionalProperties"], false, "{name}");
        let mut required = definition["required"].as_array().unwrap().clone();
        required.sort_by_key(ToString::to_string);
        assert_eq!(required, contract::fields(name), "{name}");
    }
}
