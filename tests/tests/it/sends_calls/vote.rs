use cekura::Patch;
use cekura_sandbox::Fault;
use cekura_tests::Lab;
use serde_json::{Value, json};

const VOTE: &str = "call_logs_mark_metric_vote";

/// The bodies of the votes that arrived.
fn votes(lab: &Lab) -> Vec<Value> {
    let arrived = lab.arrived();
    arrived.of(VOTE).map(|vote| vote.json().unwrap()).collect()
}

#[tokio::test]
async fn absent_null_and_a_value_are_different_votes() {
    let lab = Lab::open().await;
    let (id, metric) = (lab.idle(1).await[0], lab.metrics()[0]);
    let vote = || lab.client().call_logs().vote(id, metric);
    assert_eq!(lab.read(id).await.is_reviewed, Some(false));

    vote().up().await.unwrap();
    vote().down().expected_value(Patch::Null).await.unwrap();
    let reason = vote().down().expected_value(true);
    reason.feedback("The day was named.").await.unwrap();
    vote().without_thumb().expected_value(3.5).await.unwrap();

    let metric = metric.0;
    assert_eq!(
        votes(&lab),
        [
            json!({ "metric_id": metric, "thumbs_up": true }),
            json!({ "metric_id": metric, "thumbs_up": false, "expected_value": null }),
            json!({
                "metric_id": metric, "thumbs_up": false, "expected_value": true, "feedback": "The day was named."
            }),
            json!({ "metric_id": metric, "thumbs_up": null, "expected_value": 3.5 }),
        ]
    );
    assert!(
        lab.arrived()
            .all()
            .iter()
            .all(|sent| sent.violations.is_empty())
    );
    assert_eq!(lab.read(id).await.is_reviewed, Some(true));
    assert_eq!(lab.paid(id), 0);
}

#[tokio::test]
async fn a_lost_vote_is_not_sent_again() {
    let lab = Lab::open().await;
    let (id, metric) = (lab.idle(1).await[0], lab.metrics()[0]);
    for fault in [Fault::status(503), Fault::reset(), Fault::empty()] {
        let sent = votes(&lab).len();
        lab.fault(VOTE, fault.clone().after_work());
        let error = lab.client().call_logs().vote(id, metric).up().await;
        let error = error.unwrap_err();
        assert_eq!(votes(&lab).len(), sent + 1, "{fault}: {error}");
        assert!(
            error.is_outcome_unknown() || error.is_invalid_response(),
            "{fault}: {error}"
        );
    }
}

#[tokio::test]
async fn a_vote_on_a_metric_that_did_not_judge_is_refused() {
    let lab = Lab::open().await;
    let id = lab.idle(1).await[0];
    let vote = lab.client().call_logs().vote(id, 999_999).up();
    let error = vote.await.unwrap_err();
    assert!(error.is_bad_request(), "{error}");
    assert!(
        error.fields().any(|(field, _)| field == "metric_id"),
        "{error}"
    );
    let error = lab.client().call_logs().vote(1, 71).up().await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}
