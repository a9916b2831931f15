use std::time::Duration;

use serde_json::json;

use crate::client::{EVALUATE, detail, post, rerun, reviewed, small, unreviewed};

const LONG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn an_evaluation_is_visible_takes_its_time_and_changes_some_verdicts() {
    let sandbox = small()
        .evaluation_time(Duration::from_secs(20))
        .start()
        .await
        .unwrap();
    let ids = unreviewed(&sandbox).await;
    let id = ids[0];
    let before = detail(&sandbox, id).await;
    assert!(before["success"].is_boolean());
    sandbox.advance(Duration::from_secs(5));
    let reply = rerun(&sandbox, &ids).await.json();
    assert_eq!(reply[0]["status"], "evaluating");
    assert!(reply[0]["success"].is_null());
    assert_eq!(
        reply[0]["evaluation"], before["evaluation"],
        "the old verdicts stay until the end"
    );

    sandbox.advance(Duration::from_secs(13));
    let busy = detail(&sandbox, id).await;
    assert_eq!(busy["status"], "evaluating");
    assert_ne!(busy["updated_at"], before["updated_at"]);

    sandbox.advance(Duration::from_secs(14));
    let after = detail(&sandbox, id).await;
    assert!(after["success"].is_boolean());
    assert_ne!(after["updated_at"], busy["updated_at"]);

    let (mut better, mut worse, mut score_moved) = (0, 0, 0);
    for id in &ids {
        let verdicts = sandbox.verdicts(*id);
        let (old, new): (Vec<_>, Vec<_>) = verdicts.iter().partition(|v| v.evaluation == 0);
        assert_eq!(old.len(), new.len());
        for (old, new) in old.iter().zip(&new) {
            assert_eq!(old.metric, new.metric);
            match (old.passed, new.passed) {
                (Some(false), Some(true)) => better += 1,
                (Some(true), Some(false)) => worse += 1,
                _ if old.score != new.score => score_moved += 1,
                _ => assert!(old.version == new.version || old.passed == new.passed),
            }
        }
    }
    assert!(
        better > 0 && worse > 0 && score_moved > 0,
        "{better} {worse} {score_moved}"
    );
}

#[tokio::test]
async fn replies_show_the_verdicts_of_the_judge() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[1];
    rerun(&sandbox, &[id]).await;
    sandbox.advance(LONG);
    let log = detail(&sandbox, id).await;
    let verdicts = sandbox.verdicts(id);
    let newest: Vec<_> = verdicts
        .iter()
        .filter(|verdict| verdict.evaluation == 1)
        .collect();
    let shown = log["evaluation"]["metrics"].as_array().unwrap();
    assert_eq!(shown.len(), newest.len());
    for (shown, verdict) in shown.iter().zip(newest) {
        assert_eq!(shown["id"], verdict.metric);
        assert_eq!(shown["score"].as_f64(), verdict.score);
        assert_eq!(shown["explanation"], json!(verdict.explanation));
    }
    let failed = verdicts
        .iter()
        .any(|v| v.evaluation == 1 && v.passed == Some(false));
    assert_eq!(log["success"], !failed);
    assert_eq!(log["status"], if failed { "failure" } else { "success" });
}

#[tokio::test]
async fn reviewed_logs_keep_the_reviewers_outcome() {
    let sandbox = small().start().await.unwrap();
    let id = reviewed(&sandbox).await[0];
    let before = detail(&sandbox, id).await;
    let reply = rerun(&sandbox, &[id]).await.json();
    assert_eq!(reply[0], before, "nothing shows at first");
    sandbox.advance(LONG);
    let after = detail(&sandbox, id).await;
    assert_eq!(after["success"], before["success"]);
    assert_eq!(after["status"], before["status"]);
    assert_ne!(after["updated_at"], before["updated_at"]);
}

#[tokio::test]
async fn a_human_edit_moves_updated_at_and_a_review_decides() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    let before = detail(&sandbox, id).await;
    assert!(sandbox.edit_call_log(id));
    let edited = detail(&sandbox, id).await;
    assert_ne!(edited["updated_at"], before["updated_at"]);
    assert_eq!(edited["status"], before["status"]);
    assert!(sandbox.review(id, false));
    let failed = detail(&sandbox, id).await;
    assert_eq!(failed["status"], "reviewed_failure");
    assert_eq!(
        (&failed["success"], &failed["is_reviewed"]),
        (&json!(false), &json!(true))
    );
    assert_ne!(
        failed["updated_at"], edited["updated_at"],
        "although the clock stands still"
    );
    assert!(!sandbox.review(99, true));
}

#[tokio::test]
async fn an_edited_metric_judges_anew() {
    let sandbox = small().start().await.unwrap();
    let metric = sandbox.metric_ids_of(310)[1];
    assert_eq!(sandbox.edit_metric(metric), Some(2));
    assert_eq!(sandbox.edit_metric(9), None);
    let ids = unreviewed(&sandbox).await;
    rerun(&sandbox, &ids).await;
    sandbox.advance(LONG);
    let changed = ids.iter().filter(|id| {
        let verdicts = sandbox.verdicts(**id);
        let mut of_metric = verdicts.iter().filter(|verdict| verdict.metric == metric);
        let (old, new) = (of_metric.next().unwrap(), of_metric.next().unwrap());
        assert_eq!((old.version, new.version), (1, 2));
        old.passed != new.passed
    });
    assert!(changed.count() > 0);
}

#[tokio::test]
async fn evaluate_metrics_starts_at_once_and_does_not_change_success() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    let metric = sandbox.metric_ids_of(310)[0];
    let body = json!({"agent_id": 310, "call_logs": [id], "metrics": [metric]});
    let before = detail(&sandbox, id).await;
    assert_eq!(post(&sandbox, EVALUATE, &body).await.status, 200);
    let busy = detail(&sandbox, id).await;
    assert_eq!(
        (&busy["status"], &busy["success"]),
        (&json!("evaluating"), &before["success"])
    );
    let again = post(&sandbox, EVALUATE, &body).await;
    assert_eq!(again.status, 400);
    assert!(
        again.text().contains("still being evaluated"),
        "{}",
        again.text()
    );
    assert_eq!(sandbox.ledger().evaluations_of(id), 1);
    sandbox.advance(LONG);
    assert_eq!(post(&sandbox, EVALUATE, &body).await.status, 200);
}

#[tokio::test]
async fn the_same_seed_generates_the_same_data() {
    let one = small().start().await.unwrap();
    let two = small().start().await.unwrap();
    let other = small().seed(8).start().await.unwrap();
    assert_eq!(detail(&one, 5001).await, detail(&two, 5001).await);
    assert_ne!(detail(&one, 5001).await, detail(&other, 5001).await);
    assert_eq!(one.api_key(), two.api_key());
}
