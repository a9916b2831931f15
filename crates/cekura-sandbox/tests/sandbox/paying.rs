use cekura_sandbox::{OutOfCredits, Quirks};
use serde_json::json;

use crate::client::{EVALUATE, RERUN, post, rerun, small};

#[tokio::test]
async fn every_accepted_request_is_paid_for_and_every_log_once_in_it() {
    let sandbox = small().start().await.unwrap();
    let ids = sandbox.call_log_ids_of(310)[..3].to_vec();
    let twice: Vec<i64> = ids.iter().chain(&ids).copied().collect();
    assert_eq!(
        rerun(&sandbox, &twice)
            .await
            .json()
            .as_array()
            .unwrap()
            .len(),
        3
    );
    assert_eq!(rerun(&sandbox, &ids[..1]).await.status, 200);
    let ledger = sandbox.ledger();
    assert_eq!(ledger.evaluations_of(ids[0]), 2);
    assert_eq!(ledger.evaluations_of(ids[1]), 1);
    assert_eq!(ledger.evaluations(), 4);
    assert_eq!(ledger.call_logs(), ids);
    let second: Vec<_> = ledger
        .entries()
        .iter()
        .filter(|entry| entry.request == 2)
        .collect();
    assert!(second.iter().all(|entry| entry.call_log == ids[0]));
    assert!(
        (4..=5).contains(&second.len()),
        "five metrics, one of them may skip the log"
    );
}

#[tokio::test]
async fn all_is_every_log_of_the_agent() {
    let sandbox = small().start().await.unwrap();
    let reply = post(
        &sandbox,
        RERUN,
        &json!({"agent_id": 311, "call_logs": "all"}),
    )
    .await;
    assert_eq!(reply.json().as_array().unwrap().len(), 30);
    assert_eq!(sandbox.ledger().call_logs(), sandbox.call_log_ids_of(311));
}

#[tokio::test]
async fn only_chosen_metrics_are_charged() {
    let sandbox = small().start().await.unwrap();
    let [first, second] = sandbox.metric_ids_of(310)[..2] else {
        panic!()
    };
    let body = json!({"agent_id": 310, "call_logs": [5001, 5003], "metrics": [first, second]});
    let reply = post(&sandbox, EVALUATE, &body).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert!(reply.json()[0]["metrics"].is_array(), "entries of the list");
    let ledger = sandbox.ledger();
    assert_eq!((ledger.evaluations(), ledger.metric_evaluations()), (2, 4));
    assert_eq!(ledger.credits_spent().to_string(), "0.80");
    for body in [
        json!({"agent_id": 310, "call_logs": [5001], "metrics": [sandbox.metric_ids_of(311)[0]]}),
        json!({"agent_id": 310, "project_id": 44, "call_logs": [5001], "metrics": [first]}),
        json!({"project_id": 45, "call_logs": [5001], "metrics": [first]}),
    ] {
        let reply = post(&sandbox, EVALUATE, &body).await;
        assert!(
            matches!(reply.status, 400 | 404),
            "{body}: {}",
            reply.text()
        );
    }
    assert_eq!(sandbox.ledger().evaluations(), 2);
}

#[tokio::test]
async fn without_enough_credits_all_or_the_rest_is_refused() {
    for (setting, done) in [(OutOfCredits::Refuse, 0), (OutOfCredits::Partial, 2)] {
        let quirks = Quirks {
            out_of_credits: setting,
            ..Quirks::default()
        };
        let sandbox = small()
            .quirks(quirks)
            .credits("2.50")
            .start()
            .await
            .unwrap();
        let ids = sandbox.call_log_ids_of(310);
        let reply = rerun(&sandbox, &ids[..5]).await;
        assert_eq!(reply.status, 402);
        assert!(
            reply.json()["detail"]
                .as_str()
                .unwrap()
                .contains("enough credits")
        );
        assert_eq!(sandbox.ledger().evaluations(), done, "{setting:?}");
    }
}
