use std::time::Duration;

use http::StatusCode;
use serde_json::{Map, Value};

use super::*;
use crate::contract::CONTRACT;
use crate::credits::Credits;
use crate::quirks::Quirks;
use crate::server::Reply;
use crate::state::{Order, State, View, Work};
use crate::timestamp::Timestamp;
use crate::world::World;

/// A world in which some logs are being evaluated, some have been again, and some never were.
fn world() -> (World, Vec<View>) {
    let world = World::new(7, Timestamp::from_seconds(1_772_442_000), 4, 120);
    let quirks = Quirks {
        first_pass: 3,
        not_applicable_every: Some(4),
        ..Quirks::default()
    };
    let credits = Credits::from_hundredths(1_000_000);
    let mut state = State::new(quirks, credits, Duration::from_secs(20));
    let ids: Vec<i64> = world.call_log_ids().collect();
    for (half, seconds) in [(&ids[..40], 0), (&ids[40..80], 60)] {
        let order = Order {
            request: 1,
            work: Work::Rerun,
            call_logs: half,
            metrics: &[],
            part: None,
        };
        let at = world.started.plus(Duration::from_secs(seconds));
        state.accept(&world, at, &order).unwrap();
    }
    let now = world.started.plus(Duration::from_secs(61));
    let mut views: Vec<View> = ids.iter().map(|id| state.view(&world, *id, now)).collect();
    let newest = ids.iter().rev().take(3);
    views.extend(newest.map(|id| state.view(&world, *id, world.started)));
    (world, views)
}

fn assert_fits(operation: &str, reply: &Reply) {
    let operation = CONTRACT.operation(operation).unwrap();
    let value: Value = serde_json::from_slice(&reply.body).unwrap();
    let violations = CONTRACT.check_reply(operation, &value);
    assert!(violations.is_empty(), "{violations:?}");
}

#[test]
fn every_reply_fits_the_contract() {
    let (world, views) = world();
    assert_fits("call_logs_rerun_evaluation", &details(&world, &views));
    assert_fits(
        "call_logs_evaluate_metrics",
        &summaries(&world, &views, false),
    );
    let head = Map::new();
    assert_fits("call_logs_list", &page(&world, &head, &views, false));
    for view in &views {
        let reply = detail(&world, view);
        assert_fits("call_logs_retrieve", &reply);
    }
}

#[test]
fn every_definition_fits_the_contract_and_each_version_reads_differently() {
    let (world, _) = world();
    for metric in &world.metrics {
        let texts: Vec<Value> = (1..=3)
            .map(|version| {
                let reply = Reply::json(StatusCode::OK, &definition(&world, metric, version));
                assert_fits("metrics_retrieve", &reply);
                serde_json::from_slice(&reply.body).unwrap()
            })
            .collect();
        assert_ne!(texts[0], texts[1], "metric {}", metric.id);
        assert_ne!(texts[1], texts[2], "metric {}", metric.id);
        assert_eq!(texts[0]["slug"], texts[2]["slug"]);
    }
}

#[test]
fn live_quirks_are_there() {
    let (world, views) = world();
    let logs: Vec<Value> = views
        .iter()
        .map(|view| serde_json::from_slice(&detail(&world, view).body).unwrap())
        .collect();
    let any = |wanted: &dyn Fn(&Value) -> bool| logs.iter().any(wanted);
    let metric = |wanted: &dyn Fn(&Value) -> bool| {
        any(&|log| {
            log["evaluation"]["metrics"]
                .as_array()
                .is_some_and(|all| all.iter().any(wanted))
        })
    };
    assert!(
        logs.iter()
            .all(|log| log["agent_id"].as_str() == Some(&log["agent"].to_string()))
    );
    assert!(any(&|log| log["timestamp"].as_str().unwrap().contains('.')));
    assert!(any(&|log| !log["timestamp"]
        .as_str()
        .unwrap()
        .contains('.')));
    assert!(any(
        &|log| log["evaluation"].is_null() && log["duration"].is_null()
    ));
    assert!(any(
        &|log| log["status"] == "evaluating" && log["evaluation"].is_object()
    ));
    assert!(any(
        &|log| log["status"] == "success" && log["success"].is_null()
    ));
    assert!(any(
        &|log| log["critical_categories"][0]["deviation"].is_number()
    ));
    assert!(any(&|log| log["rubric"].is_array()));
    assert!(any(&|log| log["user_generated_transcript"].is_array()));
    assert!(metric(
        &|metric| metric["explanation"][0] == "Sampling skipped"
    ));
    assert!(metric(&|metric| metric["extra"]["trigger_failed"] == true));
    assert!(metric(&|metric| {
        metric["extra"]["categories"][0]["deviation"].is_string()
    }));
    assert!(metric(
        &|metric| metric["enum"].is_string() && metric["score"].is_null()
    ));
    assert!(metric(
        &|metric| metric["passed"] == true && metric["score_normalized"] == 1.0
    ));
}
