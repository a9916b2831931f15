//! Promise: a plan names exactly the call logs that were meant, by reading only; what it does not know, it says.

use std::time::Duration;

use cekura::{AgentId, AssistantId, CallLogId, MetricId, ProjectId, Scope};
use cekura_campaign::plan::{
    Earlier, IdFile, PlanError, PlannedOperation, Query, Selection, sample,
};
use cekura_campaign::shard::Shard;
use cekura_campaign::{Plan, Planner};
use cekura_sandbox::{Fault, ListCount, Quirks};
use cekura_tests::Lab;
use serde_json::json;

const LIST: &str = "call_logs_list";
const READ: &str = "call_logs_retrieve";
const DAY: Duration = Duration::from_secs(24 * 3600);

fn planner(lab: &Lab, selection: impl Into<Selection>) -> Planner {
    let scope = Scope::Agent(lab.agent());
    Planner::new(lab.client().clone(), scope).selection(selection)
}

async fn plan(lab: &Lab, planner: Planner) -> Result<Plan, PlanError> {
    let plan = planner.plan(lab.sandbox().now()).await;
    assert_eq!(
        lab.arrived().paid_requests(),
        0,
        "planning pays for nothing"
    );
    plan
}

fn ids(plan: &Plan) -> Vec<CallLogId> {
    plan.logs.iter().map(|log| log.id).collect()
}

/// All of the first agent's call logs, by ascending id.
fn all(lab: &Lab) -> Vec<CallLogId> {
    let ids = lab.sandbox().call_log_ids_of(lab.agent().0);
    ids.into_iter().map(CallLogId).collect()
}

#[tokio::test]
async fn a_query_without_a_time_range_covers_the_last_30_days() {
    let lab = Lab::open().await;
    let plan = plan(&lab, planner(&lab, Query::new())).await.unwrap();
    let recent = lab
        .client()
        .call_logs()
        .list()
        .agent_id(lab.agent())
        .page_size(200);
    let count = recent.await.unwrap().count.unwrap();
    assert!(plan.logs.len() < all(&lab).len() && plan.logs.len() as u64 == count.unsigned_abs());
    assert_eq!(plan.selection, "call logs of the last 30 days");
    assert!(
        lab.arrived()
            .of(LIST)
            .all(|e| e.query("timestamp_from").is_none())
    );
    assert!(ids(&plan).is_sorted() && plan.check().is_ok() && plan.not_listed == 0);
    let known = |log: &cekura_campaign::plan::PlannedLog| {
        log.agent == Some(lab.agent()) && log.time.is_some()
    };
    assert!(plan.logs.iter().all(known));
}

#[tokio::test]
async fn a_long_time_range_is_requested_in_windows_and_nothing_counts_twice() {
    let lab = Lab::with_quirks(Quirks {
        max_page_size: 30,
        ..Quirks::default()
    })
    .await;
    let now = lab.sandbox().now();
    let plan = plan(&lab, planner(&lab, Query::new().from(now - 100 * DAY)))
        .await
        .unwrap();
    assert_eq!(ids(&plan), all(&lab));
    let arrived = lab.arrived();
    let mut windows: Vec<_> = arrived
        .of(LIST)
        .map(|e| (e.query("timestamp_from"), e.query("timestamp_to")))
        .collect();
    windows.dedup();
    assert_eq!(windows.len(), 4, "{windows:?}");
    // A call at the very moment between two pieces is in both.
    let middle = all(&lab)[100];
    let moment = lab
        .read(middle)
        .await
        .timestamp
        .unwrap()
        .to_system_time()
        .unwrap();
    let query = Query::new().from(moment - DAY).to(moment + 30 * DAY);
    let mark = lab.mark();
    let shared = planner(&lab, query).plan(now).await.unwrap();
    let lists = lab.since(mark);
    let sent = cekura::Timestamp::from(moment).to_string();
    assert!(
        lists
            .of(LIST)
            .any(|e| e.query("timestamp_from") == Some(&sent))
    );
    assert!(
        lists
            .of(LIST)
            .any(|e| e.query("timestamp_to") == Some(&sent))
    );
    assert_eq!(ids(&shared).iter().filter(|id| **id == middle).count(), 1);
}

#[tokio::test]
async fn only_failures_are_planned_even_where_the_service_forgets_the_filter() {
    let lab = Lab::open().await;
    let failed = plan(&lab, planner(&lab, Query::new().only_failed()))
        .await
        .unwrap();
    for id in ids(&failed) {
        assert_eq!(lab.read(id).await.success, Some(false));
    }
    let asked = lab.arrived();
    let filter = asked
        .of(LIST)
        .next()
        .unwrap()
        .query("filters_v2")
        .unwrap()
        .to_owned();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&filter).unwrap(),
        json!({ "field": "success", "op": "eq", "value": false })
    );
    let row = |id, success| json!({ "id": id, "status": "success", "success": success });
    let rows = [
        row(5001, Some(true)),
        row(5002, Some(false)),
        row(5003, None),
    ];
    let page = json!({ "results": rows }).to_string();
    lab.fault(LIST, Fault::status(200).with_body(page));
    let forgetful = plan(&lab, planner(&lab, Query::new().only_failed()))
        .await
        .unwrap();
    assert_eq!(ids(&forgetful), [CallLogId(5002)]);
}

#[tokio::test]
async fn a_filter_reaches_the_service() {
    let lab = Lab::open().await;
    let wanted = all(&lab)[200];
    let filter = json!({ "field": "id", "op": "eq", "value": wanted.0 });
    let plan = plan(
        &lab,
        planner(
            &lab,
            Query::new()
                .filter(filter)
                .from(lab.sandbox().now() - 90 * DAY),
        ),
    )
    .await
    .unwrap();
    assert_eq!(ids(&plan), [wanted]);
}

#[tokio::test]
async fn named_call_logs_are_looked_up_200_at_a_time() {
    let lab = Lab::with(|sandbox| {
        sandbox.call_logs(2000).quirks(Quirks {
            list_window: false,
            ..Quirks::default()
        })
    })
    .await;
    let named: Vec<_> = all(&lab).into_iter().take(450).collect();
    let plan = plan(
        &lab,
        planner(&lab, Selection::ids(named.iter().rev().copied())),
    )
    .await
    .unwrap();
    assert_eq!(ids(&plan), named);
    assert_eq!(lab.arrived().count(LIST), 3);
    assert_eq!((plan.not_listed, lab.arrived().count(READ)), (0, 0));
    let estimate = plan.estimate();
    let per_log = lab.metrics().len() as u64;
    assert_eq!((estimate.evaluations, estimate.guessed), (450, 0));
    assert_eq!(estimate.metric_evaluations, Some(450 * per_log));
    assert!((estimate.credits.unwrap() - 90.0 * per_log as f64).abs() < 1e-6);
    assert!(
        plan.metrics
            .iter()
            .map(|metric| metric.id)
            .eq(lab.metrics())
    );
    assert!(
        plan.metrics
            .iter()
            .all(|metric| metric.logs == 450 && !metric.name.is_empty())
    );
}

#[tokio::test]
async fn unlisted_call_logs_stay_in_the_plan_and_are_counted() {
    let lab = Lab::with_quirks(Quirks {
        list_hides_every: Some(5),
        ..Quirks::default()
    })
    .await;
    let named: Vec<_> = all(&lab).into_iter().rev().take(40).collect();
    let hidden = named.iter().filter(|id| id.0 % 5 == 0).count() as u64;
    assert!(hidden > 0);
    let made = plan(&lab, planner(&lab, Selection::ids(named.clone())))
        .await
        .unwrap();
    assert_eq!((made.logs.len(), made.not_listed), (40, hidden));
    assert_eq!(lab.arrived().count(READ), 0);
    let estimate = made.estimate();
    assert_eq!(
        (estimate.guessed, estimate.metric_evaluations),
        (hidden, Some(40 * lab.metrics().len() as u64))
    );
    let unknown = made
        .logs
        .iter()
        .filter(|log| log.metrics.is_none() && log.time.is_none());
    assert_eq!(unknown.count() as u64, hidden);
}

#[tokio::test]
async fn unlisted_call_logs_are_sampled_for_the_estimate() {
    let lab = Lab::open().await;
    let oldest: Vec<_> = all(&lab).into_iter().take(20).collect();
    let made = plan(&lab, planner(&lab, Selection::ids(oldest)))
        .await
        .unwrap();
    assert_eq!((made.not_listed, lab.arrived().count(READ)), (20, 5));
    let estimate = made.estimate();
    assert_eq!(
        (estimate.guessed, estimate.metric_evaluations),
        (15, Some(20 * lab.metrics().len() as u64))
    );
    // Of call logs that do not exist, nothing can be learnt, and nothing is made up.
    let nowhere = plan(&lab, planner(&lab, Selection::ids([CallLogId(9_000_001)])))
        .await
        .unwrap();
    assert_eq!((nowhere.not_listed, nowhere.estimate().credits), (1, None));
}

#[tokio::test]
async fn within_a_project_each_call_log_gets_its_agent() {
    let lab = Lab::with_quirks(Quirks {
        list_hides_every: Some(5),
        ..Quirks::default()
    })
    .await;
    let project = ProjectId(lab.sandbox().project_of(lab.agent().0).unwrap());
    let named: Vec<_> = all(&lab).into_iter().rev().take(16).collect();
    let hidden = named.iter().filter(|id| id.0 % 5 == 0).count();
    assert!(hidden > 0);
    let in_project = |ids: Vec<CallLogId>| {
        let scope = Scope::Project(project);
        Planner::new(lab.client().clone(), scope).selection(Selection::ids(ids))
    };
    let made = plan(&lab, in_project(named.clone())).await.unwrap();
    assert!(
        made.logs
            .iter()
            .all(|log| log.agent == Some(lab.agent()) && log.metrics.is_some())
    );
    assert_eq!(
        (made.not_listed, lab.arrived().count(READ)),
        (hidden as u64, hidden)
    );
    let with_unknown = [named.as_slice(), &[CallLogId(9_000_001)]].concat();
    let error = plan(&lab, in_project(with_unknown.clone()))
        .await
        .unwrap_err();
    assert!(
        error.is_usage() && error.to_string().contains("call log 9000001 is unknown"),
        "{error}"
    );
    // Chosen metrics are evaluated for the project as a whole, and need no agents.
    let chosen = in_project(with_unknown).metrics([MetricId(72), MetricId(71), MetricId(72)]);
    let chosen = plan(&lab, chosen).await.unwrap();
    assert_eq!(
        chosen.operation,
        PlannedOperation::Metrics(vec![MetricId(71), MetricId(72)])
    );
    assert_eq!(chosen.estimate().metric_evaluations, Some(2 * 17));
}

#[tokio::test]
async fn an_assistant_is_a_scope_too() {
    let lab = Lab::open().await;
    let name = AssistantId::new(lab.sandbox().assistant_id_of(lab.agent().0));
    let scope = Scope::Assistant(name.clone());
    let by_name = Planner::new(lab.client().clone(), scope).selection(Query::new());
    let by_name = plan(&lab, by_name).await.unwrap();
    let by_number = plan(&lab, planner(&lab, Query::new())).await.unwrap();
    assert_eq!(ids(&by_name), ids(&by_number));
    assert_ne!(by_name.digest, by_number.digest);
    assert_eq!(by_name.scope.to_string(), format!("assistant {name}"));
}

#[tokio::test]
async fn a_sample_is_the_same_however_the_call_logs_were_named() {
    let lab = Lab::open().await;
    let everything = plan(&lab, planner(&lab, Query::new())).await.unwrap();
    let drawn = plan(&lab, planner(&lab, Query::new()).sample(20, 7))
        .await
        .unwrap();
    assert_eq!(ids(&drawn), sample(ids(&everything), 20, 7));
    assert!(
        drawn
            .selection
            .starts_with("a sample of 20 (seed 7) of the "),
        "{}",
        drawn.selection
    );
    let mark = lab.mark();
    let named = Selection::ids(ids(&everything).into_iter().rev());
    let named = plan(&lab, planner(&lab, named).sample(20, 7))
        .await
        .unwrap();
    assert_eq!(named.digest, drawn.digest);
    assert_eq!(
        lab.since(mark).count(LIST),
        1,
        "only the sample is looked up"
    );
    assert!(drawn.metrics.iter().all(|metric| metric.logs == 20));
}

#[tokio::test]
async fn files_and_earlier_campaigns_end_in_the_same_plan() {
    let lab = Lab::open().await;
    let few: Vec<_> = all(&lab).into_iter().rev().take(3).collect();
    let text: String = few
        .iter()
        .chain(&few[..1])
        .map(|id| format!("{id}\n"))
        .collect();
    let list = IdFile::new("monday.txt").read(text.as_bytes()).unwrap();
    let from_file = plan(&lab, planner(&lab, list)).await.unwrap();
    assert_eq!(
        from_file.selection,
        "3 call logs from monday.txt (1 duplicate dropped)"
    );
    let earlier = Earlier::changed("2026-03-01-harbor", few.iter().copied());
    let from_campaign = plan(&lab, planner(&lab, earlier)).await.unwrap();
    assert_eq!(
        from_campaign.selection,
        "call logs that changed in campaign 2026-03-01-harbor"
    );
    assert_eq!(from_file.digest, from_campaign.digest);
}

#[tokio::test]
async fn a_plan_survives_its_file_and_falls_into_shards() {
    let lab = Lab::open().await;
    let whole = plan(&lab, planner(&lab, Query::new())).await.unwrap();
    let mut file = Vec::new();
    whole.write(&mut file).unwrap();
    let read = Plan::read(file.as_slice()).unwrap();
    assert_eq!(read, whole);
    let parts = (1..=8).flat_map(|n| ids(&read.clone().shard(Shard::new(n, 8).unwrap())));
    let mut parts: Vec<_> = parts.collect();
    parts.sort();
    assert_eq!(parts, ids(&whole));
}

#[tokio::test]
async fn a_refused_list_request_is_reported_with_its_reason() {
    let lab = Lab::open().await;
    lab.fault(LIST, Fault::status(403));
    let error = plan(&lab, planner(&lab, Query::new())).await.unwrap_err();
    assert!(
        !error.is_usage() && error.service_error().unwrap().is_forbidden(),
        "{error}"
    );
    assert_eq!(
        error.to_string(),
        format!("the call logs of agent {} cannot be listed", lab.agent())
    );
    lab.fault(LIST, Fault::status(403));
    let error = plan(&lab, planner(&lab, Selection::ids(all(&lab))))
        .await
        .unwrap_err();
    assert!(error.service_error().is_some(), "{error}");
    let nobody =
        Planner::new(lab.client().clone(), Scope::Agent(AgentId(999))).selection(Query::new());
    let error = plan(&lab, nobody).await.unwrap_err();
    assert!(
        error.is_usage() && error.to_string().contains("no call logs match (agent 999"),
        "{error}"
    );
    let body = json!({ "results": [{ "status": "success", "success": true }] }).to_string();
    lab.fault(LIST, Fault::status(200).with_body(body));
    let error = plan(&lab, planner(&lab, Query::new())).await.unwrap_err();
    assert!(
        error.to_string().contains("an entry without an id"),
        "{error}"
    );
}

#[tokio::test]
async fn planning_reports_progress_page_by_page() {
    let lab = Lab::with(|sandbox| sandbox.call_logs(2000)).await;
    let (tell, told) = std::sync::mpsc::channel();
    let planner = planner(&lab, Query::new()).on_progress(move |found| tell.send(found).unwrap());
    let plan = plan(&lab, planner).await.unwrap();
    let told: Vec<u64> = told.into_iter().collect();
    assert!(told.is_sorted() && told.len() >= 4, "{told:?}");
    assert_eq!(told.last(), Some(&(plan.logs.len() as u64)));
}

#[tokio::test]
async fn a_plan_reports_a_list_that_differs_from_the_count() {
    let mismatch = async |set: fn(&mut Quirks)| {
        let mut quirks = Quirks::default();
        set(&mut quirks);
        let lab = Lab::with(|sandbox| sandbox.call_logs(2_000).quirks(quirks)).await;
        let from = lab.sandbox().now() - 60 * DAY;
        let made = plan(&lab, planner(&lab, Query::new().from(from)))
            .await
            .unwrap();
        let told = made.count_mismatch.inspect(|told| {
            assert_eq!(told.listed, made.logs.len() as u64);
        });
        told.map(|told| told.counted as i64 - told.listed as i64)
    };
    assert_eq!(mismatch(|_| {}).await, None);
    assert_eq!(
        mismatch(|quirks| quirks.list_count = ListCount::Zero).await,
        None
    );
    // An empty page in the middle hides nothing.
    assert_eq!(
        mismatch(|quirks| quirks.list_empty_page = Some(1)).await,
        None
    );
    let missing = mismatch(|quirks| quirks.list_missing_page = Some(2)).await;
    assert!(missing.is_some_and(|missing| missing > 0), "{missing:?}");
    // Each piece of the 60 days is off by as many.
    let over = mismatch(|quirks| quirks.list_count = ListCount::Off(5)).await;
    assert!(over.is_some_and(|over| over >= 10), "{over:?}");
    let under = mismatch(|quirks| quirks.list_count = ListCount::Off(-5)).await;
    assert!(under.is_some_and(|under| under <= -10), "{under:?}");
}
