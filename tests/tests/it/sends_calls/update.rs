use std::time::Duration;

use cekura::types::ReviewedStatus;
use cekura::{CallLogPatch, Utterance};
use cekura_sandbox::Fault;
use cekura_tests::Lab;
use serde_json::{Map, Value, json};

const UPDATE: &str = "call_logs_partial_update";

/// The bodies of the updates that arrived.
fn updates(lab: &Lab) -> Vec<Value> {
    let arrived = lab.arrived();
    arrived
        .of(UPDATE)
        .map(|update| update.json().unwrap())
        .collect()
}

fn keys(json: Value) -> Map<String, Value> {
    json.as_object().unwrap().clone()
}

#[tokio::test]
async fn only_what_is_set_changes() {
    let lab = Lab::open().await;
    let id = lab.idle(1).await[0];
    let before = lab.read(id).await;
    let patch = CallLogPatch::new()
        .call_id("harbor-20260518-1107")
        .duration(Duration::from_secs(150))
        .metadata(keys(json!({ "site": "pier-4" })));
    let after = lab.client().call_logs().update(id, patch).await.unwrap();

    assert_eq!(
        updates(&lab),
        [
            json!({ "call_id": "harbor-20260518-1107", "duration": 2.5, "metadata": { "site": "pier-4" } })
        ]
    );
    assert_eq!(after.call_id.as_deref(), Some("harbor-20260518-1107"));
    assert_eq!(after.duration(), Some(Duration::from_secs(150)));
    let metadata = after.metadata.clone().unwrap();
    assert_eq!(metadata["site"], "pier-4");
    assert!(metadata.len() > 1, "other keys stay: {metadata:?}");
    assert_eq!(after.customer_number, before.customer_number);
    assert_eq!(after.status, before.status);
    assert_eq!(lab.read(id).await, after);
    assert_eq!(
        lab.paid(id),
        0,
        "nothing is evaluated unless it is asked for"
    );
}

#[tokio::test]
async fn a_review_and_a_transcript_are_recorded() {
    let lab = Lab::open().await;
    let id = lab.idle(1).await[0];
    let patch = CallLogPatch::new()
        .status(ReviewedStatus::ReviewedFailure)
        .feedback("The day was never named.")
        .transcript([
            Utterance::agent("Harbor Hotel, front desk.", 0.2..1.9),
            Utterance::caller("Friday, please.", 2.3..65.0),
        ]);
    let log = lab.client().call_logs().update(id, patch).await.unwrap();
    assert_eq!((log.success, log.is_reviewed), (Some(false), Some(true)));
    assert_eq!(log.feedback.as_deref(), Some("The day was never named."));
    let turns: Vec<_> = log
        .transcript_turns()
        .iter()
        .map(|turn| turn.content.to_string())
        .collect();
    assert_eq!(turns, ["Harbor Hotel, front desk.", "Friday, please."]);
    assert_eq!(log.duration(), Some(Duration::from_secs(65)));
}

#[tokio::test]
async fn a_re_evaluation_is_paid_once_and_not_while_one_is_running() {
    let lab = Lab::open().await;
    let id = lab.idle(1).await[0];
    let paid = || CallLogPatch::new().reevaluate_metrics(true);
    let update = |patch| lab.client().call_logs().update(id, patch);
    let log = update(paid()).await.unwrap();
    assert_eq!(log.success, None, "in evaluation");
    assert_eq!(lab.paid(id), 1);
    update(paid().feedback("Once more.")).await.unwrap();
    assert_eq!(lab.paid(id), 1, "the running evaluation is left alone");
    assert_eq!(lab.read(id).await.feedback.as_deref(), Some("Once more."));
}

#[tokio::test]
async fn a_lost_update_is_not_sent_again_and_says_whether_it_may_cost() {
    let lab = Lab::open().await;
    for (id, is_paid) in lab.idle(2).await.into_iter().zip([true, false]) {
        for fault in [Fault::status(503), Fault::reset()] {
            let sent = updates(&lab).len();
            lab.fault(UPDATE, fault.clone().after_work());
            let patch = CallLogPatch::new().reevaluate_metrics(is_paid);
            let error = lab
                .client()
                .call_logs()
                .update(id, patch)
                .await
                .unwrap_err();
            assert!(error.is_outcome_unknown(), "{fault}: {error}");
            assert_eq!(updates(&lab).len(), sent + 1, "{fault}: {error}");
            let warns = error.to_string().contains("could cost twice");
            assert_eq!(warns, is_paid, "{fault}: {error}");
        }
        assert_eq!(lab.paid(id), u64::from(is_paid));
    }
}

#[tokio::test]
async fn what_cannot_be_right_is_not_sent() {
    let lab = Lab::open().await;
    let id = lab.idle(1).await[0];
    let backwards = [Utterance::agent("Hello.", 2.0..1.0)];
    for (id, patch) in [
        (id, CallLogPatch::new().transcript(backwards)),
        (id, CallLogPatch::new().transcript([])),
        (
            id,
            CallLogPatch::new().provider_transcript("vapi", Value::Null),
        ),
        (cekura::CallLogId(0), CallLogPatch::new().feedback("x")),
    ] {
        let error = lab
            .client()
            .call_logs()
            .update(id, patch)
            .await
            .unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert_eq!(error.attempts(), 0);
    }
    assert_eq!(updates(&lab).len(), 0);
}
