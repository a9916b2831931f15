//! Promise: whatever stands in whichever place of a response, the response is read, and nothing of it is lost.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use cekura_api::types::{BillingInfo, CallLog, CallLogPage, CallLogSummary, Metric};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

fn call_log() -> Value {
    json!({
        "id": 5001, "call_id": "harbor-1", "trace_id": "8f2c", "duration": "01:34",
        "voice_recording_url": "https://recordings.example.com/1.wav",
        "critical_categories": [{
            "category_id": 12, "category": "Late", "deviation": 2.5, "wrongly_marked": false,
            "feedback": "no", "priority": "critical"
        }],
        "transcript_object": [{
            "role": "Main Agent", "content": "Hello.", "timestamp": "0:01", "time": "0:01",
            "start_time": 1.25, "end_time": 2.5
        }],
        "transcript": "[00:01] Main Agent: Hello.",
        "user_generated_transcript": [{"role": "Main Agent", "content": "Hello!"}],
        "status": "failure", "success": false, "is_reviewed": true, "feedback": "good",
        "evaluation": {"metrics": [{
            "id": 71, "name": "Polite", "type": "binary", "eval_type": "binary", "score": 5.0,
            "score_normalized": 1.0, "passed": true, "enum": "calm", "value": "calm",
            "explanation": ["It said please."], "extra": {"categories": [1]},
            "vocera_defined_metric_code": "a41f", "function_name": "check"
        }]},
        "rubric": [{
            "metric_id": 71, "metric_name": "Polite", "value": 5, "explanation": ["So."],
            "passed": true, "conditions": "score gt 3.5 or value eq calm",
            "expected_conditions": {"operator": "or", "conditions": [
                {"field": "score", "op": "gt", "value": 3.5},
                {"field": "value", "op": "eq", "value": "calm"}
            ]}
        }],
        "agent": 310, "agent_id": "310", "agent_name": "Front desk", "project": 44,
        "customer_number": "+15550100", "call_ended_reason": "hung-up", "dropoff_point": "end",
        "topic": "booking", "metadata": {"site": "pier-3"}, "dynamic_variables": {"guest": "Ines"},
        "testing_channel_index": 0, "error_message": "none",
        "timestamp": "2026-05-18T09:31:04Z", "created_at": "2026-05-18T09:33:10.482913Z",
        "updated_at": "2026-06-02T14:00:01Z"
    })
}

fn page() -> Value {
    let mut entry = call_log();
    entry["metrics"] = entry["evaluation"]["metrics"].clone();
    json!({"count": 1, "next": "https://api.example.com/?page=2", "previous": "", "results": [entry]})
}

fn billing() -> Value {
    json!({
        "organization": 9, "credits_remaining": "4181.40", "credits_used": "818.60",
        "initial_balance": "5000.00", "balance_expiry": "2026-07-01T00:00:00Z",
        "subscription_status": {
            "status": "active", "is_active": true, "is_trial": false, "pack_name": "Growth",
            "expire_at": "2026-07-01T00:00:00Z", "last_payment_at": "2026-06-01T00:00:07Z",
            "days_until_expiry": 29, "created_at": "2025-11-01T00:00:00Z",
            "pack": {
                "name": "Growth", "max_concurrent_runs_limit": 12,
                "max_concurrent_chat_runs_limit": 24, "max_agents_limit": 8,
                "max_members_limit": 15, "max_projects_limit": 4,
                "billing_type": "subscription", "subscription_overage": "0.09"
            }
        },
        "created_at": "2025-11-01T00:00:00Z", "updated_at": "2026-06-02T13:40:55Z"
    })
}

fn metric() -> Value {
    json!({
        "id": 71, "slug": "polite_71", "name": "Polite", "description": "Whether it says please.",
        "type": "llm_judge", "eval_type": "binary", "enum_values": ["yes", "no"],
        "prompt": "Count the pleases.", "custom_code": "_result = True", "function_name": "count",
        "vocera_defined_metric_code": "a41f", "evaluation_trigger": "custom",
        "trigger_type": "custom_code", "evaluation_trigger_prompt": "Somebody asked.",
        "evaluation_trigger_custom_code": "_result = False",
        "priority_assignment_prompt": "Rudeness first.", "configuration": {"least": 2},
        "knowledge_base_files": [{"id": 8}], "audio_enabled": true, "sampling_enabled": false,
        "observability_enabled": true, "simulation_enabled": false, "project": 44, "agents": [310]
    })
}

/// Every place in a value, as a JSON pointer. The whole is left out.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(k, v)| (k.clone(), v)).collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(i, v)| (i.to_string(), v))
            .collect(),
        _ => Vec::new(),
    };
    for (step, value) in below {
        let place = format!("{here}/{step}");
        places(value, &place, all);
        all.push(place);
    }
}

fn oddities() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-7),
        json!(2.5),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("5"),
        json!("new-word"),
        json!("[1, {\"a\": 2}]"),
        json!("{\"metrics\": 3}"),
        json!("{broken"),
        json!("x".repeat(5000)),
        json!([]),
        json!([null, 1, "a", {"b": []}]),
        json!({}),
        json!({"unheard_of": [1], "value": {}}),
    ]
}

/// Reads `response` with every oddity in every place, and checks that writing and reading again changes nothing.
fn survives<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(reply: &Value) {
    let read: T = serde_json::from_value(reply.clone()).unwrap();
    assert_eq!(
        &serde_json::to_value(&read).unwrap(),
        reply,
        "unchanged when it fits"
    );
    let mut all = Vec::new();
    places(reply, "", &mut all);
    assert!(all.len() > 20);
    for place in all {
        for odd in oddities() {
            let mut changed = reply.clone();
            *changed.pointer_mut(&place).unwrap() = odd.clone();
            let text = changed.to_string();
            let read: T =
                serde_json::from_str(&text).unwrap_or_else(|e| panic!("{odd} at {place}: {e}"));
            let written = serde_json::to_string(&read).unwrap();
            let again: T = serde_json::from_str(&written)
                .unwrap_or_else(|e| panic!("{odd} at {place}, written as {written}: {e}"));
            assert_eq!(again, read, "{odd} at {place}");
        }
    }
}

/// Reads `response` without each place in turn, and with a field nobody knows beside it.
fn grows_and_shrinks<T: DeserializeOwned + Serialize>(reply: &Value) {
    let mut all = Vec::new();
    places(reply, "", &mut all);
    for place in all {
        let (parent, step) = place.rsplit_once('/').unwrap();
        let mut changed = reply.clone();
        if let Some(Value::Object(map)) = changed.pointer_mut(parent) {
            map.remove(step);
            map.insert("unheard_of".to_owned(), json!({"extra": [1, null]}));
        } else {
            continue;
        }
        let read: T = serde_json::from_value(changed.clone()).unwrap();
        assert_eq!(
            serde_json::to_value(&read).unwrap(),
            changed,
            "without {place}"
        );
    }
}

#[test]
fn a_call_log_is_read_whatever_it_holds() {
    survives::<CallLog>(&call_log());
    grows_and_shrinks::<CallLog>(&call_log());
}

#[test]
fn a_page_is_read_whatever_it_holds() {
    survives::<CallLogPage>(&page());
    grows_and_shrinks::<CallLogPage>(&page());
}

#[test]
fn a_list_entry_is_read_whatever_it_holds() {
    let entry = page()["results"][0].clone();
    survives::<CallLogSummary>(&entry);
    grows_and_shrinks::<CallLogSummary>(&entry);
}

#[test]
fn a_balance_is_read_whatever_it_holds() {
    survives::<BillingInfo>(&billing());
    grows_and_shrinks::<BillingInfo>(&billing());
}

#[test]
fn a_metric_is_read_whatever_it_holds() {
    survives::<Metric>(&metric());
    grows_and_shrinks::<Metric>(&metric());
}

#[cfg(feature = "schemars")]
#[test]
fn models_have_a_json_schema() {
    let schema = schemars::schema_for!(CallLog);
    let properties = schema.get("properties").unwrap();
    assert!(properties.get("evaluation").is_some());
    assert!(properties.get("unknown_fields").is_none());
}
