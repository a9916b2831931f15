//! Raw requests check responses and paths as strictly as the typed calls.

use cekura::{Effect, Method};
use cekura_tests::script::{Answer, Script};
use serde_json::json;

use super::call_log_fixtures::{AGENT, LOG};

const RERUN: &str = "/observability/v1/call-logs/rerun_evaluation/";

#[tokio::test]
async fn a_paid_path_stays_paid_whatever_effect_is_set() {
    for effect in [Effect::Idempotent, Effect::Read] {
        let script = Script::play(|_| Answer::status(502, "")).await;
        let body = json!({ "agent_id": AGENT, "call_logs": [LOG] });
        let raw = script.client().raw(Method::POST, RERUN).json(&body);
        let error = raw.with_effect(effect).await.unwrap_err();
        assert!(error.is_outcome_unknown(), "{error}");
        assert_eq!(script.paid().len(), 1);
    }
}

#[tokio::test]
async fn a_web_page_is_no_success_of_a_paid_path() {
    let script = Script::play(|_| Answer::page(50)).await;
    let raw = script.client().raw(Method::POST, RERUN).json(&json!({}));
    assert!(raw.await.unwrap_err().is_outcome_unknown());
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn a_path_cannot_leave_the_base_url() {
    let script = Script::play(|_| Answer::json("{}")).await;
    let base = format!("{}/team", script.url());
    let client = script.client_builder().base_url(base).build().unwrap();
    for path in ["/../team-b/x/", "/x/../../team-b/", "/%2e%2e/team-b/x/"] {
        let error = client.raw(Method::GET, path).await.unwrap_err();
        assert!(error.is_invalid_request(), "{path}: {error}");
    }
    assert!(script.asked().is_empty());
}
