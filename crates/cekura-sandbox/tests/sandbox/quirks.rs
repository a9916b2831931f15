use std::time::Duration;

use cekura_sandbox::{
    EvaluationTime, OverlappingRerun, Quirks, Sandbox, Traces, UpdatedAt, Visibility,
};
use serde_json::{Value, json};

use crate::client::{EVALUATE, detail, get, post, rerun, small, unreviewed};

const LONG: Duration = Duration::from_secs(120);

async fn with(change: impl FnOnce(&mut Quirks)) -> Sandbox {
    let mut quirks = Quirks::default();
    change(&mut quirks);
    small().quirks(quirks).start().await.unwrap()
}

/// The four fields by which a client could tell that something happens.
fn traces(log: &Value) -> [Value; 4] {
    ["status", "success", "updated_at", "evaluation"].map(|field| log[field].clone())
}

#[tokio::test]
async fn every_variation_ends_in_the_true_verdicts_and_is_paid_for_once() {
    for (name, quirks) in Quirks::variations() {
        let sandbox = small().quirks(quirks.clone()).start().await.unwrap();
        let ids = sandbox.call_log_ids_of(310);
        let ids = &ids[ids.len() - 8..ids.len() - 2];
        let reply = rerun(&sandbox, ids).await;
        assert_eq!(reply.status, 200, "{name}: {}", reply.text());
        sandbox.advance(LONG);
        for id in ids {
            let picked = |every: Option<u64>| every.is_some_and(|n| id.unsigned_abs() % n == 0);
            let passed_over = picked(quirks.passed_over_every);
            let paid = sandbox.ledger().evaluations_of(*id);
            assert_eq!(paid, u64::from(!passed_over), "{name}: {id}");
            let judged = sandbox
                .verdicts(*id)
                .iter()
                .any(|verdict| verdict.evaluation == 1);
            assert_eq!(
                judged,
                !passed_over && !picked(quirks.stuck_every),
                "{name}: {id}"
            );
            let log = detail(&sandbox, *id).await;
            if judged {
                assert_ne!(
                    log["status"],
                    quirks_word(&quirks),
                    "{name}: {id} still looks busy"
                );
            }
            let unclear = picked(quirks.not_applicable_every) && log["is_reviewed"] == false;
            assert_eq!(
                log["success"].is_null(),
                unclear
                    || (picked(quirks.stuck_every) && !passed_over && log["is_reviewed"] == false),
                "{name}: {id}"
            );
        }
    }
}

fn quirks_word(quirks: &Quirks) -> Value {
    match serde_json::to_value(quirks.busy_status).unwrap() {
        Value::String(word) if word == "empty" => json!(""),
        word => word,
    }
}

#[tokio::test]
async fn without_a_trace_only_the_verdicts_can_change() {
    let silent = Traces {
        status: Visibility::Never,
        success: Visibility::Never,
        updated_at: UpdatedAt::Never,
    };
    let sandbox = with(|quirks| quirks.unreviewed = silent).await;
    let id = unreviewed(&sandbox).await[0];
    let before = detail(&sandbox, id).await;
    let reply = rerun(&sandbox, &[id]).await.json();
    assert_eq!(traces(&reply[0]), traces(&before));
    sandbox.advance(Duration::from_secs(10));
    assert_eq!(traces(&detail(&sandbox, id).await), traces(&before));
    sandbox.advance(LONG);
    assert_eq!(
        detail(&sandbox, id).await["updated_at"],
        before["updated_at"]
    );
}

#[tokio::test]
async fn late_traces_are_not_in_the_reply_but_later() {
    let sandbox = with(|quirks| {
        quirks.unreviewed.status = Visibility::Delayed;
        quirks.unreviewed.success = Visibility::Delayed;
    })
    .await;
    let id = unreviewed(&sandbox).await[0];
    let reply = rerun(&sandbox, &[id]).await.json();
    assert!(reply[0]["success"].is_boolean());
    sandbox.advance(Duration::from_millis(1_999));
    assert!(detail(&sandbox, id).await["success"].is_boolean());
    sandbox.advance(Duration::from_millis(1));
    let busy = detail(&sandbox, id).await;
    assert_eq!(
        (&busy["status"], busy["success"].is_null()),
        (&json!("evaluating"), true)
    );
}

#[tokio::test]
async fn updated_at_moves_when_it_should() {
    for (setting, accepted, finished) in [
        (UpdatedAt::Both, true, true),
        (UpdatedAt::Accepted, true, false),
        (UpdatedAt::Finished, false, true),
        (UpdatedAt::Never, false, false),
    ] {
        let sandbox = with(|quirks| quirks.unreviewed.updated_at = setting).await;
        let id = unreviewed(&sandbox).await[0];
        let at = async || detail(&sandbox, id).await["updated_at"].clone();
        let before = at().await;
        rerun(&sandbox, &[id]).await;
        let busy = at().await;
        sandbox.advance(LONG);
        let after = at().await;
        assert_eq!(
            (busy != before, after != busy),
            (accepted, finished),
            "{setting:?}"
        );
    }
}

#[tokio::test]
async fn an_instant_evaluation_is_done_when_the_reply_is_out() {
    let sandbox = with(|quirks| quirks.evaluation_time = EvaluationTime::Instant).await;
    let id = unreviewed(&sandbox).await[0];
    let reply = rerun(&sandbox, &[id]).await.json();
    assert_eq!(reply[0]["status"], "evaluating");
    let after = detail(&sandbox, id).await;
    assert!(after["success"].is_boolean());
    assert_ne!(after["updated_at"], reply[0]["updated_at"]);
    assert_eq!(sandbox.verdicts(id).last().unwrap().evaluation, 1);
}

#[tokio::test]
async fn a_busy_log_is_queued_rejected_or_ignored() {
    for (setting, status, paid, judged) in [
        (OverlappingRerun::Queue, 200, 2, 2),
        (OverlappingRerun::Reject, 400, 1, 1),
        (OverlappingRerun::Ignore, 200, 1, 1),
    ] {
        let sandbox = with(|quirks| quirks.overlapping_rerun = setting).await;
        let id = unreviewed(&sandbox).await[0];
        rerun(&sandbox, &[id]).await;
        assert_eq!(rerun(&sandbox, &[id]).await.status, status, "{setting:?}");
        assert_eq!(sandbox.ledger().evaluations_of(id), paid, "{setting:?}");
        sandbox.advance(LONG);
        let last = sandbox
            .verdicts(id)
            .last()
            .map(|verdict| verdict.evaluation);
        assert_eq!(last, Some(judged), "{setting:?}");
    }
}

#[tokio::test]
async fn logs_in_their_first_evaluation_have_no_results() {
    let sandbox = with(|quirks| quirks.first_pass = 4).await;
    let id = sandbox.call_log_ids_of(310).pop().unwrap();
    let fresh = detail(&sandbox, id).await;
    assert_eq!(fresh["status"], "evaluating");
    for empty in ["success", "evaluation", "duration"] {
        assert!(fresh[empty].is_null(), "{empty}");
    }
    let metric = sandbox.metric_ids_of(310)[0];
    let body = json!({"agent_id": 310, "call_logs": [id], "metrics": [metric]});
    let reply = post(&sandbox, EVALUATE, &body).await;
    assert_eq!(reply.status, 400, "still being evaluated");
    sandbox.advance(LONG);
    let done = detail(&sandbox, id).await;
    assert!(done["success"].is_boolean() && done["evaluation"].is_object());
    assert!(!sandbox.verdicts(id).is_empty());
}

#[tokio::test]
async fn the_metrics_filter_may_be_ignored() {
    let sandbox = with(|quirks| quirks.ignores_metrics_filter = true).await;
    let metric = sandbox.metric_ids_of(310)[0];
    let body = json!({"agent_id": 310, "call_logs": [5001], "metrics": [metric]});
    assert_eq!(post(&sandbox, EVALUATE, &body).await.status, 200);
    assert!(sandbox.ledger().metric_evaluations() >= 4);
}

#[tokio::test]
async fn quirks_can_be_changed_during_an_evaluation() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    rerun(&sandbox, &[id]).await;
    sandbox.set_quirks(Quirks {
        unreviewed: Traces::reviewed(),
        ..Quirks::default()
    });
    assert_eq!(
        detail(&sandbox, id).await["status"],
        "evaluating",
        "as it was accepted"
    );
    assert_eq!(
        get(&sandbox, "/__sandbox/quirks").await.json()["unreviewed"]["status"],
        "never"
    );
}

#[tokio::test]
async fn judge_noise_changes_a_share_of_the_verdicts_each_time() {
    let sandbox = small()
        .call_logs(400)
        .judge_error_rate(0.2)
        .start()
        .await
        .unwrap();
    let ids = sandbox.call_log_ids_of(310);
    let first: Vec<_> = ids.iter().map(|id| sandbox.verdicts(*id)).collect();
    for _ in 0..3 {
        assert_eq!(rerun(&sandbox, &ids).await.status, 200);
        sandbox.advance(Duration::from_secs(60));
    }
    // 72 asks yes or no in one version all along; 71 was edited after the first evaluation.
    for (metric, again) in [(72, vec![1, 2, 3]), (71, vec![2, 3])] {
        let mut moved = vec![0_u32; again.len()];
        for (id, first) in ids.iter().zip(&first) {
            let verdicts = sandbox.verdicts(*id);
            assert_eq!(verdicts[..5], first[..], "the first evaluation stands");
            let said = |evaluation: u32| {
                let mut all = verdicts.iter();
                all.find(|v| v.metric == metric && v.evaluation == evaluation)
                    .and_then(|verdict| verdict.passed)
            };
            for (n, evaluation) in again.iter().copied().enumerate() {
                moved[n] += u32::from(said(evaluation - 1) != said(evaluation));
            }
        }
        for count in &moved {
            // Two independent draws of 20 % differ in 32 %.
            assert!((44..84).contains(count), "{metric}: {moved:?} of 200");
        }
    }
}

#[tokio::test]
async fn changing_the_noise_keeps_earlier_verdicts() {
    let sandbox = small().start().await.unwrap();
    let ids = sandbox.call_log_ids_of(310);
    rerun(&sandbox, &ids).await;
    sandbox.advance(Duration::from_secs(60));
    let said: Vec<_> = ids.iter().map(|id| sandbox.verdicts(*id)).collect();
    sandbox.set_quirks(Quirks {
        judge_error_rate: 1.0,
        ..Quirks::default()
    });
    for (id, said) in ids.iter().zip(said) {
        assert_eq!(sandbox.verdicts(*id), said);
    }
}

#[tokio::test]
async fn a_tenth_of_the_logs_is_reviewed_and_humans_mostly_agree() {
    let sandbox = small().call_logs(600).start().await.unwrap();
    let ids = sandbox.reviewed_call_log_ids();
    assert!((40..80).contains(&ids.len()), "{} of 600", ids.len());
    let mut agreed = 0;
    for id in &ids {
        let log = detail(&sandbox, *id).await;
        assert_eq!(log["is_reviewed"], true, "{id}");
        let failed = sandbox
            .verdicts(*id)
            .iter()
            .any(|v| v.passed == Some(false));
        agreed += usize::from(log["success"] == !failed);
    }
    assert!(agreed * 10 > ids.len() * 7, "{agreed} of {}", ids.len());
    assert!(agreed < ids.len(), "people differ now and then");
    let other = sandbox.call_log_ids()[0];
    let known = ids.len() - usize::from(ids.contains(&other));
    sandbox.review(other, false);
    assert_eq!(sandbox.reviewed_call_log_ids().len(), known + 1);
    let state = crate::client::get(&sandbox, "/__sandbox/state")
        .await
        .json();
    assert_eq!(state["call_logs"]["reviewed"], known + 1);
}
