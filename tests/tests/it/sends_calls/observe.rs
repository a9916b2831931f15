use std::time::Duration;

use cekura::reevaluation::WaitOutcome;
use cekura::types::{ObservedCall, RedactedField};
use cekura::{AssistantId, CallLogId, NewCallLog, ProjectId, RetryPolicy, Utterance};
use cekura_sandbox::{Fault, RetryAfter};
use cekura_tests::Lab;
use serde_json::{Value, json};

const OBSERVE: &str = "call_logs_observe";

/// The bodies of the calls that arrived.
fn calls(lab: &Lab) -> Vec<Value> {
    let arrived = lab.arrived();
    arrived
        .of(OBSERVE)
        .map(|call| call.json().unwrap())
        .collect()
}

fn greeting() -> [Utterance; 2] {
    [
        Utterance::agent("Harbor Hotel, front desk.", 0.2..1.9),
        Utterance::caller("Can I come on Friday instead?", 2.3..5.0),
    ]
}

#[tokio::test]
async fn a_call_is_taken_in_evaluated_and_paid_once() {
    let lab = Lab::open().await;
    let call = NewCallLog::new(lab.agent(), "harbor-20260518-1107")
        .transcript(greeting())
        .customer_number("+15550117")
        .redact_fields([RedactedField::CreditCard])
        .metric_ids([71, 72]);
    let observed = lab.client().call_logs().observe(call).await.unwrap();
    assert_eq!(
        calls(&lab),
        [json!({
            "call_id": "harbor-20260518-1107",
            "agent": lab.agent().0,
            "transcript_type": "cekura",
            "transcript_json": [
                { "role": "Main Agent", "content": "Harbor Hotel, front desk.", "start_time": 0.2, "end_time": 1.9 },
                { "role": "Testing Agent", "content": "Can I come on Friday instead?", "start_time": 2.3, "end_time": 5.0 },
            ],
            "customer_number": "+15550117",
            "redact_fields": ["credit_card"],
            "metric_ids": "71,72",
        })]
    );
    let log = observed.log();
    assert_eq!(log.success, None);
    assert_eq!(
        log.status.as_ref().map(ToString::to_string).as_deref(),
        Some("evaluating")
    );
    assert_eq!(lab.paid(observed.id()), 1);

    let waited = observed
        .wait()
        .with_timeout(Duration::from_secs(120))
        .await
        .unwrap();
    let result = waited.iter().next().unwrap();
    assert!(
        matches!(result.outcome, WaitOutcome::Confirmed(_)),
        "{result}"
    );
    let after = result.after.as_ref().unwrap();
    assert_eq!(after.customer_number.as_deref(), Some("+15550117"));
    assert_eq!(after.transcript_turns().len(), 2);
    assert!(!after.metrics().is_empty(), "there are verdicts");
    assert_eq!(lab.paid(observed.id()), 1);

    let listed = lab.client().call_logs().list().agent_id(lab.agent());
    let first = listed.await.unwrap().results.unwrap()[0].clone();
    assert_eq!(first.id, Some(observed.id()), "the newest call");
    assert_eq!(first.call_id.as_deref(), Some("harbor-20260518-1107"));
}

#[tokio::test]
async fn a_wait_that_ends_early_says_so() {
    let lab = Lab::open().await;
    let call = NewCallLog::new(lab.agent(), "harbor-1");
    let observed = lab.client().call_logs().observe(call).await.unwrap();
    let waited = observed
        .wait()
        .with_timeout(Duration::from_secs(3))
        .await
        .unwrap();
    let result = waited.iter().next().unwrap();
    assert!(
        matches!(result.outcome, WaitOutcome::TimedOut { last: Some(_) }),
        "{result}"
    );
}

#[tokio::test]
async fn transcripts_of_providers_arrive_as_they_are() {
    let lab = Lab::open().await;
    let vapi = json!([{ "role": "bot", "message": "Harbor Hotel.", "time": 0.0, "extra": null }]);
    let assistant = AssistantId::new(lab.sandbox().assistant_id_of(lab.agent().0));
    let call =
        NewCallLog::new(assistant.clone(), "harbor-2").provider_transcript("vapi", vapi.clone());
    let _ = lab.client().call_logs().observe(call).await.unwrap();
    assert_eq!(
        calls(&lab),
        [json!({
            "call_id": "harbor-2", "assistant_id": assistant.as_str(), "transcript_type": "vapi", "transcript_json": vapi
        })]
    );
}

#[tokio::test]
async fn a_call_whose_response_is_lost_is_not_sent_again() {
    let lab = Lab::open().await;
    for (n, fault) in [
        Fault::status(503),
        Fault::reset(),
        Fault::hang(),
        Fault::truncate(20),
    ]
    .into_iter()
    .enumerate()
    {
        let sent = calls(&lab).len();
        lab.fault(OBSERVE, fault.clone().after_work());
        let call = NewCallLog::new(lab.agent(), format!("harbor-{n}"));
        let error = lab.client().call_logs().observe(call).await.unwrap_err();
        assert!(
            error.is_outcome_unknown() || error.is_invalid_response(),
            "{fault}: {error}"
        );
        assert!(!error.is_retryable(), "{fault}: {error}");
        assert_eq!(calls(&lab).len(), sent + 1, "{fault}: {error}");
    }
    assert_eq!(lab.sandbox().ledger().paid_more_than_once(), []);
}

#[tokio::test]
async fn a_call_that_was_not_taken_in_is_sent_again() {
    let lab = Lab::open().await;
    lab.fault(
        OBSERVE,
        Fault::too_many_requests(RetryAfter::Seconds(2)).before_work(),
    );
    let call = NewCallLog::new(lab.agent(), "harbor-1");
    let observed = lab
        .client()
        .call_logs()
        .observe(call)
        .with_response()
        .await
        .unwrap();
    assert_eq!(observed.meta.attempts(), 2);
    assert_eq!(lab.paid(observed.value.id()), 1);

    lab.fault(
        OBSERVE,
        Fault::too_many_requests(RetryAfter::Seconds(2)).before_work(),
    );
    let call = NewCallLog::new(lab.agent(), "harbor-2");
    let once = lab
        .client()
        .call_logs()
        .observe(call)
        .with_retry_policy(RetryPolicy::none());
    assert!(once.await.unwrap_err().is_rate_limited());
}

#[tokio::test]
async fn a_known_call_id_is_refused_and_not_paid() {
    let lab = Lab::open().await;
    let call = || NewCallLog::new(lab.agent(), "harbor-1").transcript(greeting());
    let first = lab.client().call_logs().observe(call()).await.unwrap();
    let error = lab.client().call_logs().observe(call()).await.unwrap_err();
    assert!(
        error.is_bad_request() && error.status() == Some(409),
        "{error}"
    );
    assert_eq!(lab.sandbox().ledger().evaluations(), 1);
    assert_eq!(lab.paid(first.id()), 1);
    // Another call log has the same number of the provider after an update.
    let patch = cekura::CallLogPatch::new().call_id("harbor-2");
    lab.client()
        .call_logs()
        .update(first.id(), patch)
        .await
        .unwrap();
    let second = lab.client().call_logs().observe(call()).await.unwrap();
    assert_eq!(second.id(), CallLogId(first.id().0 + 1));
}

#[tokio::test]
async fn what_cannot_be_right_is_not_sent() {
    let lab = Lab::open().await;
    let agent = || NewCallLog::new(lab.agent(), "harbor-1");
    let neither = NewCallLog::from(ObservedCall::new("harbor-1"));
    let both = ObservedCall::new("harbor-1")
        .agent(310)
        .assistant_id("asst_harbor_frontdesk");
    for (call, expected) in [
        (NewCallLog::new(ProjectId(44), "harbor-1"), "project 44"),
        (NewCallLog::new(0, "harbor-1"), "agent 0"),
        (neither, "no agent is named"),
        (both.into(), "give one of them"),
        (NewCallLog::new(lab.agent(), " "), "call id is empty"),
        (agent().transcript([]), "no utterances"),
        (
            agent().transcript([Utterance::agent("Hello.", -1.0..1.0)]),
            "from 0 on",
        ),
        (agent().provider_transcript("vapi", Value::Null), "null"),
        (
            agent().recording_file("/nowhere/harbor.wav"),
            "/nowhere/harbor.wav",
        ),
        (
            agent()
                .recording_file("/nowhere/x.wav")
                .voice_recording_url("https://x.example/"),
            "give one of them",
        ),
    ] {
        let error = lab.client().call_logs().observe(call).await.unwrap_err();
        assert!(
            error.is_invalid_request() && error.attempts() == 0,
            "{error}"
        );
        assert!(error.to_string().contains(expected), "{expected}: {error}");
    }
    assert_eq!(calls(&lab).len(), 0);
    assert_eq!(lab.sandbox().ledger().evaluations(), 0);
}
