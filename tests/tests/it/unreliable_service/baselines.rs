//! What is read before and beside the request: the baseline, the response, the comparison.

use cekura::CallLogId;
use cekura::reevaluation::{Acceptance, Baseline, LogDiff};
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::{Value, json};

use super::call_log_fixtures::{AGENT, LOG, OTHER, busy, done, idle, page, read, with};

fn baseline(logs: impl IntoIterator<Item = CallLogId>) -> Baseline {
    logs.into_iter().map(|id| (id, read(idle(id)))).collect()
}

#[tokio::test]
async fn an_invalid_key_stops_reading_the_baseline() {
    let script = Script::play(|_| Answer::status(401, "{}")).await;
    let logs: Vec<CallLogId> = (1..=500).map(CallLogId).collect();
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, logs);
    let error = rerun.with_baseline().await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    let reads = script.asked().len();
    assert!(reads < 50, "{reads} reads");
    assert!(script.paid().is_empty());
}

#[tokio::test]
async fn call_logs_missing_from_the_response_are_named_and_waited_for() {
    let script = Script::play(|asked| match asked.kind {
        Paid => Answer::json(json!([busy(LOG)])),
        List => Answer::json(page([done(LOG), done(OTHER)])),
        One(id) => Answer::json(done(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    let logs = script.client();
    let rerun = logs.call_logs().rerun_evaluation(AGENT, [LOG, OTHER]);
    let started = rerun.with_stored_baseline(baseline([LOG, OTHER])).await;
    let started = started.unwrap();
    assert_eq!(started.missing_from_response().collect::<Vec<_>>(), [OTHER]);
    assert!(started.wait().await.unwrap().all_done());
}

#[tokio::test]
async fn an_unreadable_response_has_no_missing_call_logs() {
    let script = Script::play(|_| Answer::json(json!({ "results": [] }))).await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let started = rerun.await.unwrap();
    assert!(matches!(
        started.acceptance(),
        Acceptance::InvalidResponse(_)
    ));
    assert_eq!(started.missing_from_response().count(), 0);
}

#[tokio::test]
async fn attaching_to_an_earlier_request_costs_nothing() {
    let script = Script::play(|asked| match (asked.kind, asked.nth) {
        (List, 1) => Answer::json(page([busy(LOG)])),
        (List, _) => Answer::json(page([done(LOG)])),
        (One(_), _) => Answer::json(done(LOG)),
        _ => Answer::status(500, ""),
    })
    .await;
    let started = script.client().call_logs().attach(AGENT, baseline([LOG]));
    assert!(matches!(started.acceptance(), Acceptance::Attached));
    assert!(script.asked().is_empty());
    let waited = started.wait().await.unwrap();
    let log = waited.iter().next().unwrap();
    assert!(log.is_confirmed() && log.before.is_some(), "{log:?}");
    assert!(script.paid().is_empty());
}

#[test]
fn a_baseline_survives_serialization() {
    let logs = baseline([LOG, OTHER]);
    let text = serde_json::to_string(&logs).unwrap();
    assert_eq!(serde_json::from_str::<Baseline>(&text).unwrap(), logs);
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::from_value::<Baseline>(value).unwrap(), logs);
}

#[test]
fn equal_results_of_one_metric_listed_twice_are_no_change() {
    let metric = |score: u32| json!({ "id": 71, "name": "greets", "score": score });
    let metrics = json!({ "metrics": [metric(1), metric(2)] });
    let log = read(with(idle(LOG), "evaluation", metrics));
    let diff = LogDiff::between(LOG, &log, &log);
    assert_eq!(diff.result_changes().count(), 0, "{diff:?}");
}
