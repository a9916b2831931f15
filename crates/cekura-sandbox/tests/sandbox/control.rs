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
async fn everything_can_be_steered_from_outside() {
    let sandbox = small().start().await.unwrap();
    let id = unreviewed(&sandbox).await[0];
    rerun(&sandbox, &[id]).await;

    let ledger = get(&sandbox, "/__sandbox/ledger").await.json();
    assert_eq!(ledger["evaluations"], 1);
    assert_eq!(ledger["entries"][0]["call_log"], id);
    let journal = get(&sandbox, "/__sandbox/journal").await.json();
    let last = journal.as_array().unwrap().last().unwrap();
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

    let reply = tell(&sandbox, "PUT", "knobs", &json!({"busy_status": "queued"})).await;
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
        sandbox.journal().len(),
        1,
        "control routes are not in the journal"
    );
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
