use cekura_sandbox::RateLimit;
use serde_json::json;
use std::time::Duration;

use crate::client::{BILLING, LIST, RERUN, get, post, send, small};

#[tokio::test]
async fn each_kind_of_key_has_its_permissions() {
    let sandbox = small().agents(4).start().await.unwrap();
    let bearer = format!("Bearer {}", sandbox.bearer_token());
    let json = ("Content-Type", "application/json");
    let body = json!({"agent_id": 310, "call_logs": [5001]}).to_string();
    type Case<'a> = (&'a [(&'a str, &'a str)], u16, u16);
    let cases: [Case<'_>; 7] = [
        (&[], 401, 401),
        (&[("X-CEKURA-API-KEY", "wrong")], 401, 401),
        (&[("Authorization", "Bearer wrong")], 401, 401),
        (&[("Authorization", &bearer)], 200, 200),
        (
            &[
                ("Authorization", "Bearer wrong"),
                ("X-CEKURA-API-KEY", sandbox.api_key()),
            ],
            401,
            401,
        ),
        (&[("X-CEKURA-API-KEY", sandbox.read_only_key())], 200, 403),
        (&[("X-CEKURA-API-KEY", sandbox.project_key())], 200, 200),
    ];
    for (headers, read, write) in cases {
        let path = format!("{LIST}5001/");
        let reply = send(&sandbox, "GET", &path, headers, "").await.unwrap();
        assert_eq!(reply.status, read, "GET with {headers:?}");
        let mut headers = headers.to_vec();
        headers.push(json);
        let reply = send(&sandbox, "POST", RERUN, &headers, &body)
            .await
            .unwrap();
        assert_eq!(reply.status, write, "POST with {headers:?}");
        if write >= 400 {
            assert!(reply.json()["detail"].is_string());
        }
    }
    let key = [("X-CEKURA-API-KEY", sandbox.project_key())];
    let foreign = sandbox.call_log_ids_of(312)[0];
    let path = format!("{LIST}{foreign}/");
    let reply = send(&sandbox, "GET", &path, &key, "").await.unwrap();
    assert_eq!(reply.status, 404, "another project");
}

#[tokio::test]
async fn both_forms_of_a_path_and_the_older_bases_lead_to_the_same() {
    let sandbox = small().start().await.unwrap();
    for base in [
        "/observability/v2/call-logs",
        "/observability/v1/call-logs",
        "/observability/v1/call-logs-external",
    ] {
        for slash in ["", "/"] {
            let list = format!("{base}{slash}?agent_id=310");
            let single = format!("{base}/5001{slash}");
            let rerun = format!("{base}/rerun_evaluation{slash}");
            let body = json!({"agent_id": 310, "call_logs": [5001]});
            assert!(get(&sandbox, &list).await.json()["results"].is_array());
            assert_eq!(get(&sandbox, &single).await.json()["id"], 5001);
            assert_eq!(get(&sandbox, &rerun).await.status, 405);
            let paid = sandbox.ledger().evaluations();
            assert_eq!(post(&sandbox, &rerun, &body).await.status, 200);
            assert_eq!(sandbox.ledger().evaluations(), paid + 1);
        }
    }
    assert_eq!(sandbox.request_counts().of_operation("call_logs_list"), 6);
    assert_eq!(
        sandbox
            .request_counts()
            .of_operation("call_logs_rerun_evaluation"),
        6
    );
}

#[tokio::test]
async fn paths_without_their_slash_and_wrong_methods_are_refused_as_django_does() {
    let sandbox = small().start().await.unwrap();
    let reply = get(&sandbox, BILLING.trim_end_matches('/')).await;
    assert_eq!(reply.status, 404);
    assert!(reply.text().contains(BILLING), "{}", reply.text());
    assert!(
        reply
            .header("content-type")
            .unwrap()
            .starts_with("text/html")
    );
    assert!(reply.text().contains("<!doctype html>"), "{}", reply.text());
    let reply = get(&sandbox, RERUN).await;
    assert_eq!(reply.status, 405);
    assert_eq!(reply.header("allow"), Some("POST"));
    assert!(reply.json()["detail"].as_str().unwrap().contains("GET"));
    let reply = get(&sandbox, &format!("{LIST}seven/")).await;
    assert_eq!((reply.status, &reply.text()[..9]), (404, "<!doctype"));
    let reply = get(&sandbox, &format!("{LIST}99/")).await;
    assert_eq!(
        (reply.status, reply.json()),
        (404, json!({"detail": "Not found."}))
    );
}

#[tokio::test]
async fn a_429_has_retry_after_by_the_sandboxs_clock() {
    let limit = RateLimit::new(2, Duration::from_secs(10));
    let sandbox = small().rate_limit(limit).start().await.unwrap();
    assert_eq!(get(&sandbox, BILLING).await.status, 200);
    assert_eq!(get(&sandbox, BILLING).await.status, 200);
    sandbox.advance(Duration::from_millis(3_500));
    let body = json!({"agent_id": 310, "call_logs": [5001]});
    let reply = post(&sandbox, RERUN, &body).await;
    assert_eq!(
        (reply.status, reply.header("retry-after")),
        (429, Some("7"))
    );
    assert_eq!(sandbox.ledger().evaluations(), 0);
    sandbox.advance(Duration::from_secs(7));
    assert_eq!(post(&sandbox, RERUN, &body).await.status, 200);
}

#[tokio::test]
async fn the_body_must_be_json() {
    let sandbox = small().start().await.unwrap();
    let key = ("X-CEKURA-API-KEY", sandbox.api_key());
    let form = [key, ("Content-Type", "application/x-www-form-urlencoded")];
    let reply = send(&sandbox, "POST", RERUN, &form, "agent_id=310")
        .await
        .unwrap();
    assert_eq!(reply.status, 415);
    let json = [key, ("Content-Type", "application/json; charset=utf-8")];
    let reply = send(&sandbox, "POST", RERUN, &json, "{\"agent_id\": 310,")
        .await
        .unwrap();
    assert_eq!(reply.status, 400);
    assert!(
        reply.json()["detail"]
            .as_str()
            .unwrap()
            .starts_with("JSON parse error")
    );
}
