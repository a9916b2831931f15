use cekura_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{Reply, detail, get, rerun, send, small, unreviewed};

async fn tell(sandbox: &Sandbox, method: &str, path: &str, body: &Value) -> Reply {
    let path = format!("/__sandbox/{path}");
    send(sandbox, method, &path, &[], &body.to_string())
        .await
        .unwrap()
}

#[tokio::test]
async fn the_first_page_shows_the_key_and_a_curl_line() {
    let sandbox = small().start().await.unwrap();
    let page = send(&sandbox, "GET", "/", &[], "").await.unwrap().text();
    assert!(
        page.contains(sandbox.api_key()) && page.contains("curl --request POST"),
        "{page}"
    );
    assert!(page.contains(&format!("{}/observability/v1/", sandbox.url())));
}

#[tokio::test]
async fn the_index_lists_every_route() {
    let sandbox = small().start().await.unwrap();
    let index = get(&sandbox, "/__sandbox/").await.json();
    for line in index.as_object().unwrap().keys() {
        let (method, path) = line.split_once(' ').unwrap();
        if method == "GET" {
            assert_eq!(get(&sandbox, path).await.status, 200, "{line}");
        } else {
            let reply = send(&sandbox, method, path, &[], "not json").await.unwrap();
            assert!(
                matches!(reply.status, 200 | 400),
                "{line}: {}",
                reply.status
            );
        }
    }
}

#[tokio::test]
async fn a_wrong_method_or_path_leads_to_the_right_one() {
    let sandbox = small().start().await.unwrap();
    for (method, path, allowed) in [
        ("POST", "/__sandbox/ledger", "GET"),
        ("PATCH", "/__sandbox/faults", "DELETE, GET, POST"),
        ("POST", "/__sandbox/requests", "GET"),
        ("DELETE", "/__sandbox/settings", "GET, PATCH"),
        ("GET", "/__sandbox/reset", "POST"),
        ("POST", "/__sandbox/", "GET"),
    ] {
        let reply = send(&sandbox, method, path, &[], "").await.unwrap();
        assert_eq!(
            (reply.status, reply.header("allow")),
            (405, Some(allowed)),
            "{path}"
        );
        let text = reply.json()["detail"].to_string();
        assert!(text.contains(&format!("takes {allowed}.")), "{text}");
    }
    let page = get(&sandbox, "/__sandbox/nope").await;
    assert_eq!(page.status, 404);
    assert!(
        page.text().contains("<code>/__sandbox/</code>"),
        "{}",
        page.text()
    );
    assert!(!page.text().contains("Did you mean"), "{}", page.text());
}

#[tokio::test]
async fn every_setting_can_be_changed_over_http() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    rerun(&sandbox, &[id]).await;

    let ledger = get(&sandbox, "/__sandbox/ledger").await.json();
    assert_eq!(ledger["evaluations"], 1);
    assert_eq!(ledger["paid_more_than_once"], json!({}));
    let entries = get(&sandbox, "/__sandbox/ledger/entries").await.json();
    assert_eq!(entries[0]["call_log"], id);
    let log = get(&sandbox, "/__sandbox/requests").await.json();
    let last = log.as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["method"], &last["status"]),
        (&json!("POST"), &json!(200))
    );

    let now = sandbox.now();
    let reply = tell(&sandbox, "POST", "clock/advance", &json!({"seconds": 90.5})).await;
    assert_eq!(reply.status, 200);
    assert_eq!(
        sandbox.now().duration_since(now).unwrap().as_millis(),
        90_500
    );
    assert!(detail(&sandbox, id).await["success"].is_boolean());

    let fault = json!({"fault": "status", "status": 503});
    assert_eq!(
        tell(&sandbox, "POST", "faults", &fault).await.json()["remaining"],
        1
    );
    let listed = get(&sandbox, "/__sandbox/faults").await.json();
    assert_eq!(listed["faults"][0]["status"], 503);
    let reply = tell(&sandbox, "POST", "faults", &json!({"fault": "explode"})).await;
    assert_eq!(reply.status, 400);
    assert!(reply.text().contains("line 1"), "{}", reply.text());
    assert_eq!(
        tell(&sandbox, "DELETE", "faults", &json!(null))
            .await
            .status,
        200
    );
    assert_eq!(sandbox.faults().remaining(), 0);

    let reply = tell(&sandbox, "PUT", "quirks", &json!({"busy_status": "queued"})).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(rerun(&sandbox, &[id]).await.json()[0]["status"], "queued");

    let review = json!({"call_log": id, "success": true});
    assert_eq!(
        tell(&sandbox, "POST", "call_logs/review", &review)
            .await
            .status,
        200
    );
    assert_eq!(detail(&sandbox, id).await["is_reviewed"], true);
    let edit = tell(&sandbox, "POST", "metrics/edit", &json!({"metric": 71})).await;
    assert_eq!(edit.json()["version"], 3);
    let state = get(&sandbox, "/__sandbox/state").await.json();
    assert_eq!(state["agents"][0]["metrics"][0]["version"], 3);

    assert_eq!(
        tell(&sandbox, "POST", "reset", &json!(null)).await.status,
        200
    );
    assert_eq!(sandbox.ledger().evaluations(), 0);
    assert_eq!(detail(&sandbox, id).await["is_reviewed"], false);
    assert_eq!(
        sandbox.request_log().len(),
        1,
        "control routes are not in the request log"
    );
}

#[tokio::test]
async fn the_ledger_names_what_was_paid_for_twice() {
    let sandbox = small().start().await.unwrap();
    let ids = unreviewed(&sandbox).await;
    rerun(&sandbox, &ids[..3]).await;
    rerun(&sandbox, &ids[1..2]).await;
    let ledger = get(&sandbox, "/__sandbox/ledger").await.json();
    assert_eq!(
        (&ledger["evaluations"], &ledger["call_logs"]),
        (&json!(4), &json!(3))
    );
    let again = json!({ids[1].to_string(): 2});
    assert_eq!(ledger["paid_more_than_once"], again);
    let counts = get(&sandbox, "/__sandbox/ledger/call_logs").await.json();
    let paid = |id: i64| counts[id.to_string()].clone();
    assert_eq!([paid(ids[0]), paid(ids[1]), paid(ids[2])], [1, 2, 1]);
    assert_eq!(paid(ids[3]), Value::Null);
}

#[tokio::test]
async fn settings_change_while_it_serves_and_survive_a_reset() {
    let sandbox = small().start().await.unwrap();
    let path = "/__sandbox/settings";
    let settings = get(&sandbox, path).await.json();
    let first = json!({"latency_ms": 0, "evaluation_time_ms": 20_000, "job_time_ms": 5_000, "rate_limit": null});
    assert_eq!(settings, first);
    let changes = json!({"evaluation_time_ms": 1_500, "rate_limit": "1/s"});
    let reply = tell(&sandbox, "PATCH", "settings", &changes).await;
    let second = json!({"latency_ms": 0, "evaluation_time_ms": 1_500, "job_time_ms": 5_000, "rate_limit": "1/s"});
    assert_eq!(reply.json(), second);

    let id = sandbox.call_log_ids_of(310)[0];
    assert_eq!(rerun(&sandbox, &[id]).await.status, 200);
    let refused = rerun(&sandbox, &[id]).await;
    assert_eq!(
        (refused.status, refused.header("retry-after")),
        (429, Some("1"))
    );
    tell(&sandbox, "PATCH", "settings", &json!({"rate_limit": null})).await;
    sandbox.advance(std::time::Duration::from_secs(2));
    let status = &detail(&sandbox, id).await["status"];
    assert_ne!(status, "evaluating", "1.5 s and a third are over");

    for (wrong, part) in [
        (json!({"rate_limit": "often"}), "20/s"),
        (json!({"evaluation_time": 5}), "evaluation_time_ms"),
    ] {
        let reply = tell(&sandbox, "PATCH", "settings", &wrong).await;
        assert_eq!(reply.status, 400);
        assert!(reply.text().contains(part), "{}", reply.text());
    }
    tell(&sandbox, "POST", "reset", &json!(null)).await;
    assert_eq!(
        get(&sandbox, path).await.json()["evaluation_time_ms"],
        1_500
    );
}

#[tokio::test]
async fn past_verdicts_of_the_judge_can_be_read() {
    let sandbox = small().start().await.unwrap();
    let id = sandbox.call_log_ids()[0];
    let path = format!("/__sandbox/verdicts?call_log={id}");
    let verdicts = get(&sandbox, &path).await.json();
    let own = serde_json::to_value(sandbox.verdicts(id)).unwrap();
    assert_eq!(verdicts, own);
    assert_eq!(verdicts.as_array().unwrap().len(), 5);
    for (query, part) in [
        ("", "call_log=5001"),
        ("?call_log=x", "call_log=5001"),
        ("?call_log=1", "no call log 1"),
    ] {
        let reply = get(&sandbox, &format!("/__sandbox/verdicts{query}")).await;
        assert_eq!(reply.status, 400, "{query}");
        assert!(reply.text().contains(part), "{}", reply.text());
    }
}

#[tokio::test]
async fn the_request_log_keeps_the_last_and_the_counts_include_all() {
    let sandbox = small().request_log_size(4).start().await.unwrap();
    let id = sandbox.call_log_ids_of(310)[0];
    for _ in 0..6 {
        detail(&sandbox, id).await;
    }
    assert_eq!(get(&sandbox, "/nowhere/").await.status, 404);
    let numbers: Vec<u64> = sandbox.request_log().iter().map(|e| e.number).collect();
    assert_eq!(numbers, [4, 5, 6, 7]);
    let request_counts = get(&sandbox, "/__sandbox/request_counts").await.json();
    let operations = json!({"call_logs_retrieve": {"200": 6}, "other": {"404": 1}});
    assert_eq!(
        request_counts,
        json!({"total": 7, "operations": operations})
    );
    let last = get(&sandbox, "/__sandbox/requests?last=2").await.json();
    assert_eq!([&last[0]["number"], &last[1]["number"]], [6, 7]);
    let wrong = get(&sandbox, "/__sandbox/requests?last=all").await;
    assert!(wrong.status == 400 && wrong.text().contains("last=100"));
}

#[tokio::test]
async fn adding_a_fault_keeps_the_fault_rates() {
    let sandbox = small().start().await.unwrap();
    let rates = json!({"rates": {"too_many_requests": 1.0, "operation": "billing_info"}});
    assert_eq!(tell(&sandbox, "POST", "faults", &rates).await.status, 200);
    tell(&sandbox, "POST", "faults", &json!({"fault": "garbage"})).await;
    let listed = get(&sandbox, "/__sandbox/faults").await.json();
    assert_eq!(listed["rates"]["too_many_requests"], 1.0);
    assert_eq!(listed["rates"]["operation"], "billing_info");
    assert_eq!(listed["remaining"], 1);
}

#[tokio::test]
async fn a_taken_port_is_an_error_that_says_so() {
    let sandbox = small().start().await.unwrap();
    let port: u16 = sandbox.url().rsplit(':').next().unwrap().parse().unwrap();
    let error = small().port(port).start().await.unwrap_err().to_string();
    assert!(
        error.contains(&port.to_string()) && error.contains("another port"),
        "{error}"
    );
    let error = small().credits("plenty").start().await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("5000.00"), "{source}");
}
