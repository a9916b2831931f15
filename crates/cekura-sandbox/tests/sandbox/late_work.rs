//! Work that is done later than it was asked for.

use std::time::Duration;

use cekura_sandbox::{Fault, FaultScript, Sandbox};
use serde_json::{Value, json};

use crate::client::{RERUN, detail, rerun, small, try_post, unreviewed};

const MINUTE: Duration = Duration::from_secs(60);

/// When the evaluations of the call log ended, in seconds after `start`, as far as ten minutes ahead.
async fn ends(sandbox: &Sandbox, id: i64) -> Vec<u64> {
    let mut ends = Vec::new();
    let mut seen = sandbox.verdicts(id).len();
    for second in 1..=600 {
        sandbox.advance(Duration::from_secs(1));
        let verdicts = sandbox.verdicts(id).len();
        if verdicts > seen {
            ends.push(second);
        }
        seen = verdicts;
    }
    ends
}

fn traces(log: &Value) -> [&Value; 4] {
    ["status", "success", "updated_at", "evaluation"].map(|field| &log[field])
}

#[tokio::test]
async fn any_answer_can_come_before_the_work() {
    for (fault, status) in [
        (Fault::none(), 200),
        (Fault::status(504).after_work(), 504),
        (Fault::status(400).after_work(), 400),
        (Fault::garbage().after_work(), 200),
    ] {
        let sandbox = small().start().await.unwrap();
        let id = unreviewed(&sandbox).await[0];
        let before = detail(&sandbox, id).await;
        sandbox.faults().push(fault.clone().delay_work(MINUTE));
        let reply = rerun(&sandbox, &[id]).await;
        assert_eq!(reply.status, status, "{fault}");
        if fault == Fault::none() {
            assert_eq!(
                reply.json()[0]["status"],
                "evaluating",
                "the reply says busy"
            );
        }
        assert_eq!(sandbox.ledger().evaluations_of(id), 1, "{fault}");
        sandbox.advance(Duration::from_secs(59));
        assert_eq!(detail(&sandbox, id).await, before, "{fault}");
        sandbox.advance(Duration::from_secs(1));
        assert_eq!(
            detail(&sandbox, id).await["status"],
            "evaluating",
            "{fault}"
        );
    }
}

#[tokio::test]
async fn a_part_can_be_late_too() {
    let sandbox = small().start().await.unwrap();
    let ids = unreviewed(&sandbox).await[..3].to_vec();
    let fault = Fault::status(502).after_part(1).delay_work(MINUTE);
    sandbox.faults().push(fault);
    assert_eq!(rerun(&sandbox, &ids).await.status, 502);
    sandbox.advance(MINUTE);
    assert_eq!(detail(&sandbox, ids[0]).await["status"], "evaluating");
    assert_ne!(detail(&sandbox, ids[1]).await["status"], "evaluating");
    assert_eq!(sandbox.ledger().call_logs(), ids[..1]);
}

#[tokio::test]
async fn eight_late_requests_are_all_carried_out_and_charged() {
    let script: FaultScript = "{\"fault\": \"late\", \"ms\": 40000, \"times\": 8}"
        .parse()
        .unwrap();
    let sandbox = small().faults(script).start().await.unwrap();
    let id = sandbox.call_log_ids_of(310)[0];
    let body = json!({"agent_id": 310, "call_logs": [id]});
    for _ in 0..8 {
        assert!(try_post(&sandbox, RERUN, &body).await.is_err());
        sandbox.advance(Duration::from_secs(3));
    }
    assert_eq!(sandbox.ledger().evaluations_of(id), 8);
    assert_eq!(ends(&sandbox, id).await.len(), 8, "one after the other");
}

#[tokio::test]
async fn a_request_does_not_wait_for_an_earlier_late_one() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    sandbox.faults().push(Fault::late(3 * MINUTE));
    let body = json!({"agent_id": 310, "call_logs": [id]});
    assert!(try_post(&sandbox, RERUN, &body).await.is_err());
    sandbox.advance(Duration::from_secs(10));
    let reply = rerun(&sandbox, &[id]).await.json();
    assert_eq!(traces(&reply[0]), traces(&detail(&sandbox, id).await));
    let ends = ends(&sandbox, id).await;
    assert!(
        ends.len() == 2 && ends[0] <= 27 && ends[1] > 170,
        "{ends:?}"
    );
    assert_eq!(sandbox.ledger().evaluations_of(id), 2);
}
