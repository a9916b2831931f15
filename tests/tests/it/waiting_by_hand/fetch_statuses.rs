//! fetch_statuses: its requests, its results, and its errors.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cekura::types::CallLog;
use cekura::{AgentId, AssistantId, CallLogId, ProjectId, Scope, Timestamp};
use cekura_sandbox::Fault;
use cekura_tests::Lab;
use cekura_tests::script::Kind::List;
use cekura_tests::script::{Answer, Script};
use serde_json::json;

const LIST: &str = "call_logs_list";
const READ: &str = "call_logs_retrieve";
const DAY: Duration = Duration::from_secs(24 * 3_600);

fn time(log: &CallLog) -> Option<SystemTime> {
    log.timestamp.as_ref().and_then(Timestamp::to_system_time)
}

/// Ids with the times of their calls, all within one window of 30 days.
async fn wanted(lab: &Lab, count: usize) -> BTreeMap<CallLogId, Option<SystemTime>> {
    let from = lab.sandbox().now() - 29 * DAY;
    let recent = |log: &CallLog| time(log).is_some_and(|time| time > from);
    let mut wanted = BTreeMap::new();
    for id in lab.fresh_where(count, recent).await {
        wanted.insert(id, time(&lab.read(id).await));
    }
    wanted
}

#[tokio::test]
async fn two_hundred_logs_of_30_days_are_one_request_and_all_are_found() {
    let lab = Lab::with(|sandbox| sandbox.call_logs(1_200)).await;
    let wanted = wanted(&lab, 200).await;
    let mark = lab.mark();
    let statuses = lab
        .client()
        .call_logs()
        .fetch_statuses(lab.agent(), wanted.clone());
    let statuses = statuses.await;
    assert!(statuses.error.is_none());
    assert!(statuses.found.keys().eq(wanted.keys()));
    let arrived = lab.since(mark);
    assert_eq!((arrived.count(LIST), arrived.all().len()), (1, 1));
}

#[tokio::test]
async fn no_ids_send_no_request() {
    let lab = Lab::open().await;
    let mark = lab.mark();
    let statuses = lab
        .client()
        .call_logs()
        .fetch_statuses(lab.agent(), [])
        .await;
    assert!(statuses.found.is_empty() && statuses.error.is_none());
    assert!(lab.since(mark).all().is_empty());
}

#[tokio::test]
async fn every_scope_has_its_own_parameter() {
    let lab = Lab::open().await;
    let wanted = wanted(&lab, 3).await;
    let agent = lab.agent();
    let assistant = AssistantId::new(lab.sandbox().assistant_id_of(agent.0));
    let project = ProjectId(lab.sandbox().project_of(agent.0).unwrap());
    for (place, name, value) in [
        (Scope::from(agent), "agent_id", agent.to_string()),
        (
            assistant.clone().into(),
            "assistant_id",
            assistant.to_string(),
        ),
        (project.into(), "project_id", project.to_string()),
    ] {
        let mark = lab.mark();
        let statuses = lab
            .client()
            .call_logs()
            .fetch_statuses(place, wanted.clone())
            .await;
        assert!(statuses.found.keys().eq(wanted.keys()), "{name}");
        let arrived = lab.since(mark);
        let asked: Vec<_> = arrived.of(LIST).map(|list| list.query(name)).collect();
        assert_eq!(asked, [Some(value.as_str())], "{name}");
    }
}

#[tokio::test]
async fn missing_list_entries_are_read_one_by_one() {
    let lab = Lab::with(|sandbox| sandbox.max_page_size(3)).await;
    let mut wanted = wanted(&lab, 7).await;
    let gone = CallLogId(9_999_999);
    wanted.insert(gone, None);
    let mark = lab.mark();
    let statuses = lab
        .client()
        .call_logs()
        .fetch_statuses(lab.agent(), wanted.clone());
    let statuses = statuses.await;
    assert!(statuses.error.is_none(), "{:?}", statuses.error);
    wanted.remove(&gone);
    assert!(statuses.found.keys().eq(wanted.keys()));
    assert!(statuses.deleted.into_iter().eq([gone]) && statuses.unreadable.is_empty());
    assert_eq!(lab.since(mark).count(READ), 4 + 1);
}

#[tokio::test]
async fn an_error_hides_only_its_own_call_logs() {
    let lab = Lab::with(|sandbox| sandbox.max_page_size(3)).await;
    let wanted = wanted(&lab, 5).await;
    lab.fault(READ, Fault::status(403));
    let statuses = lab
        .client()
        .call_logs()
        .fetch_statuses(lab.agent(), wanted.clone());
    let statuses = statuses.await;
    assert_eq!(statuses.found.len(), 4);
    assert!(statuses.error.is_none(), "it is about one log alone");
    let (id, reason) = statuses.unreadable.into_iter().next().unwrap();
    assert!(!statuses.found.contains_key(&id) && reason.contains("403"));

    // Other failures are each log's own as well, and may concern all.
    lab.fault(READ, Fault::status(401));
    let statuses = lab
        .client()
        .call_logs()
        .fetch_statuses(lab.agent(), wanted.clone());
    let statuses = statuses.await;
    assert_eq!((statuses.found.len(), statuses.unreadable.len()), (4, 1));
    assert!(statuses.error.is_some_and(|fault| fault.is_unauthorized()));

    lab.fault(LIST, Fault::status(403));
    let mark = lab.mark();
    let statuses = lab
        .client()
        .call_logs()
        .fetch_statuses(lab.agent(), wanted)
        .await;
    assert!(statuses.found.is_empty());
    assert!(statuses.error.is_some_and(|fault| fault.is_forbidden()));
    assert_eq!(
        lab.since(mark).count(READ),
        0,
        "it would only go on being refused"
    );
}

#[tokio::test]
async fn fetch_statuses_ends_at_its_deadline() {
    let lab = Lab::open().await;
    let wanted = wanted(&lab, 3).await;
    let fetch = || {
        lab.client()
            .call_logs()
            .fetch_statuses(lab.agent(), wanted.clone())
    };
    let now = cekura::clock::Clock::now(lab.clock());
    let mark = lab.mark();
    let statuses = fetch().with_deadline(now).await;
    assert!(statuses.found.is_empty() && statuses.error.is_none());
    assert!(lab.since(mark).all().is_empty());

    lab.fault(LIST, Fault::hang());
    let statuses = fetch().with_deadline(now + Duration::from_secs(7)).await;
    assert!(statuses.error.is_some_and(|fault| fault.is_timeout()));
    assert_eq!(lab.clock().elapsed(), Duration::from_secs(7));
}

#[tokio::test]
async fn unrelated_list_entries_are_ignored() {
    let script = Script::play(|asked| match asked.kind {
        List => Answer::json(json!({ "count": 3, "results": [
            { "id": 5009, "status": "success" },
            { "id": 5001 },
            { "status": "success", "success": true },
        ]})),
        _ => Answer::status(404, r#"{"detail":"Not found."}"#),
    })
    .await;
    let request = script
        .client()
        .call_logs()
        .fetch_statuses(AgentId(310), [(CallLogId(5001), None)]);
    let statuses = request.await;
    assert!(
        statuses.found.is_empty() && statuses.error.is_none(),
        "{statuses:?}"
    );
    assert!(statuses.deleted.into_iter().eq([CallLogId(5001)]));
}
