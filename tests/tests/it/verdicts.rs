//! Promise: whether a metric changed does not depend on the form in which the service writes its result.

use cekura::reevaluation::{LogDiff, MetricChange};
use cekura::types::CallLog;
use cekura::{CallLogId, CallLogTargets};
use serde_json::{Value, json};

/// A call log with one metric, `rest` being its result.
fn log(rest: &Value) -> CallLog {
    let mut metric = json!({ "id": 71, "name": "Confirms the address" });
    for (name, value) in rest.as_object().unwrap() {
        metric[name] = value.clone();
    }
    serde_json::from_value(json!({ "evaluation": { "metrics": [metric] } })).unwrap()
}

fn diff(before: &Value, after: &Value) -> LogDiff {
    LogDiff::between(CallLogId(5001), &log(before), &log(after))
}

#[test]
fn a_result_is_whatever_says_something() {
    let nothing = json!({});
    for (result, is_one) in [
        (json!({ "passed": true }), true),
        (json!({ "score": 0 }), true),
        (json!({ "enum": "calm" }), true),
        (json!({ "enum": "" }), false),
        (json!({ "value": 3 }), true),
        (json!({ "value": "" }), false),
        (json!({ "value": null }), false),
        (json!({ "value": {} }), true),
    ] {
        let (lost, won) = (diff(&result, &nothing), diff(&nothing, &result));
        let changes = [lost.metrics[0].change, won.metrics[0].change];
        let of_result = [
            MetricChange::BecameNotApplicable,
            MetricChange::BecameApplicable,
        ];
        assert_eq!(changes == of_result, is_one, "{result}: {changes:?}");
    }
}

#[test]
fn another_value_is_another_verdict_and_another_wording_is_none() {
    let value = diff(&json!({ "value": "a" }), &json!({ "value": "b" }));
    assert_eq!(value.metrics[0].change, MetricChange::ValueChanged);
    assert_eq!(value.result_changes().count(), 1);
    let words = diff(
        &json!({ "score": 1, "explanation": ["a"] }),
        &json!({ "score": 1, "explanation": ["b"] }),
    );
    assert_eq!(words.metrics[0].change, MetricChange::ExplanationChanged);
    assert!(!words.metrics[0].change.changes_result());
    assert_eq!(words.result_changes().count(), 0);
}

#[test]
fn a_metric_goes_by_its_latest_name() {
    let diff = diff(
        &json!({ "score": 1 }),
        &json!({ "score": 1, "name": "Asks for the address" }),
    );
    assert_eq!(diff.metrics[0].name, "Asks for the address");
}

#[test]
fn a_call_log_that_is_named_twice_counts_once() {
    let named = CallLogTargets::from([5002, 5001, 5002].map(CallLogId));
    assert_eq!(named.ids(), [5002, 5001].map(CallLogId));
}
