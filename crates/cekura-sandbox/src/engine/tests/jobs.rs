use std::time::Duration;

use serde_json::{Value, json};

use super::bench::Bench;
use crate::quirks::{JobOutcome, Quirks};

#[test]
fn a_job_moves_with_the_clock_and_ends() {
    let mut bench = Bench::new();
    let poll = |started: &Value, path: &str| {
        format!(
            "{path}?progress_id={}",
            started["progress_id"].as_str().unwrap()
        )
    };
    let drawn = bench.json("POST", "/v1/charts/draw/", &Value::Null);
    let drawn = poll(&drawn, "/v1/charts/progress/");
    let counted = bench.json("POST", "/v1/charts/count/", &Value::Null);
    let counted = counted["progress_id"].as_str().unwrap();
    let counted = format!("/v1/charts/{counted}/counted/");
    bench.now = bench.now.plus(Duration::from_secs(2));
    let state = bench.get(&drawn);
    assert_eq!(
        (&state["status"], &state["result"]),
        (&json!("busy"), &Value::Null)
    );
    let state = bench.get(&counted);
    assert_eq!(
        (&state["completed"], &state["total"]),
        (&json!(2), &json!(4))
    );
    bench.now = bench.now.plus(Duration::from_secs(2));
    let state = bench.get(&drawn);
    assert_eq!(
        (&state["status"], &state["result"]),
        (&json!("done"), &json!("a chart"))
    );
    assert_eq!(bench.get(&counted)["completed"], 4);
    for (outcome, word, failed) in [
        (JobOutcome::Failed, "failed", 4),
        (JobOutcome::Never, "busy", 0),
    ] {
        bench.state.quirks = Quirks {
            job_outcome: outcome,
            ..Quirks::default()
        }
        .into();
        assert_eq!(bench.get(&drawn)["status"], word);
        assert_eq!(bench.get(&counted)["failed"], failed);
    }
    assert_eq!(
        bench.status("GET", "/v1/charts/progress/?progress_id=other"),
        404
    );
}

#[test]
fn billable_operations_are_charged_each_time_until_the_credits_are_used_up() {
    let mut bench = Bench::new();
    let statuses = [(); 3].map(|()| bench.status("POST", "/v1/charts/draw/"));
    assert_eq!(statuses, [200, 200, 402]);
    let charges = bench.state.ledger.charges();
    assert_eq!(charges.len(), 2);
    assert_eq!(charges[0].operation, "charts_draw");
    assert_eq!(bench.state.ledger.credits_spent().to_string(), "2.00");
}

#[test]
fn a_job_on_an_item_is_polled_below_the_item() {
    let mut bench = Bench::new();
    let before = bench.get("/v1/boats/");
    let started = bench.json("POST", "/v1/boats/7/paint/", &Value::Null);
    let id = started["progress_id"].as_str().unwrap();
    let path = |boat: u64| format!("/v1/boats/{boat}/paint-progress/?progress_id={id}");
    assert_eq!(bench.get(&path(7))["status"], "busy");
    assert_eq!(bench.get("/v1/boats/"), before, "no boat was added");
    for path in [
        path(9999),
        "/v1/boats/7/paint-progress/?progress_id=x".to_owned(),
    ] {
        assert_eq!(bench.status("GET", &path), 404, "{path}");
    }
    assert_eq!(bench.status("POST", "/v1/boats/9999/paint/"), 404);
}
