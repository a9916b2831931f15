use serde_json::json;

use crate::client::{EVALUATE, LIST, RERUN, get, post, send, small};

#[tokio::test]
async fn the_documented_example_returns_400_with_the_conflict() {
    let sandbox = small().start().await.unwrap();
    let body = json!({"agent_id": 123, "assistant_id": 123, "call_logs": [123]});
    for key in ["<api-key>", sandbox.api_key()] {
        let headers = [
            ("X-CEKURA-API-KEY", key),
            ("Content-Type", "application/json"),
        ];
        let reply = send(&sandbox, "POST", RERUN, &headers, &body.to_string())
            .await
            .unwrap();
        assert_eq!(reply.status, 400, "{key}");
        let errors = reply.json();
        let conflict = errors["non_field_errors"][0].as_str().unwrap();
        assert!(
            conflict.contains("both given") && conflict.contains("exactly one"),
            "{errors}"
        );
        let kind = errors["assistant_id"][0].as_str().unwrap();
        assert!(
            kind.contains("a string such as") && kind.contains("integer 123"),
            "{errors}"
        );
    }
    let violations = &sandbox.request_log()[0].violations;
    assert!(
        violations.len() == 2
            && violations.iter().any(|line| line.contains("exactly one"))
            && violations
                .iter()
                .any(|line| line.starts_with("assistant_id: Expected a string")),
        "{violations:?}"
    );
}

#[tokio::test]
async fn with_the_sandboxs_ids_and_one_agent_id_the_example_works() {
    let sandbox = small().start().await.unwrap();
    let by_agent = json!({"agent_id": 310, "call_logs": [5001]});
    let by_assistant = json!({"assistant_id": "asst_harbor_frontdesk", "call_logs": [5001]});
    for body in [by_agent, by_assistant] {
        let reply = post(&sandbox, RERUN, &body).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        assert_eq!(reply.json()[0]["id"], 5001);
        assert_eq!(reply.json()[0]["agent_id"], "310");
    }
}

#[tokio::test]
async fn a_right_body_with_the_placeholder_is_told_to_put_in_the_key() {
    let sandbox = small().start().await.unwrap();
    let headers = [
        ("X-CEKURA-API-KEY", "<api-key>"),
        ("Content-Type", "application/json"),
    ];
    let body = json!({"agent_id": 310, "call_logs": [5001]}).to_string();
    let reply = send(&sandbox, "POST", RERUN, &headers, &body)
        .await
        .unwrap();
    assert_eq!(reply.status, 401);
    assert!(
        reply.text().contains("put your own key"),
        "{}",
        reply.text()
    );
    assert_eq!(sandbox.ledger().evaluations(), 0);
}

#[tokio::test]
async fn bodies_outside_the_contract_name_the_field_and_cost_nothing() {
    let sandbox = small().start().await.unwrap();
    let cases = [
        (json!({"call_logs": [5001]}), "non_field_errors"),
        (json!({"agent_id": "310", "call_logs": [5001]}), "agent_id"),
        (json!({"agent_id": 310}), "call_logs"),
        (json!({"agent_id": 310, "call_logs": []}), "call_logs"),
        (json!({"agent_id": 310, "call_logs": "most"}), "call_logs"),
        (
            json!({"agent_id": 310, "call_logs": [5001, "5002"]}),
            "call_logs",
        ),
        (
            json!({"agent_id": 310, "call_logs": [5001], "metrics": [71]}),
            "metrics",
        ),
        (json!({"agent_id": 310, "call_logs": [99]}), "call_logs"),
        (json!({"agent_id": 310, "call_logs": [5002]}), "call_logs"),
        (json!([5001]), "non_field_errors"),
    ];
    for (body, field) in cases {
        let reply = post(&sandbox, RERUN, &body).await;
        assert_eq!(reply.status, 400, "{body}");
        assert!(reply.json()[field].is_array(), "{body}: {}", reply.text());
    }
    assert_eq!(sandbox.ledger().evaluations(), 0);
}

#[tokio::test]
async fn a_missing_field_is_reported_as_missing() {
    let sandbox = small().start().await.unwrap();
    for (path, body, fields) in [
        (RERUN, json!({"agent_id": 310}), &["call_logs"][..]),
        (
            RERUN,
            json!({"assistant_id": "asst_harbor_frontdesk"}),
            &["call_logs"],
        ),
        (
            EVALUATE,
            json!({"project_id": 44}),
            &["call_logs", "metrics"],
        ),
    ] {
        let errors = post(&sandbox, path, &body).await.json();
        for field in fields {
            assert_eq!(
                errors[field],
                json!(["This field is required."]),
                "{body}: {errors}"
            );
        }
        let violations = sandbox.request_log().pop().unwrap().violations;
        assert_eq!(violations.len(), fields.len(), "{violations:?}");
    }
    let errors = post(
        &sandbox,
        RERUN,
        &json!({"agent_id": 310, "call_logs": null}),
    )
    .await
    .json();
    assert!(
        errors["call_logs"][0].to_string().contains("got null"),
        "{errors}"
    );
}

#[tokio::test]
async fn query_parameters_are_checked_too() {
    let sandbox = small().start().await.unwrap();
    for (query, field) in [
        ("agent_id=310&page=two", "page"),
        ("agent_id=ten", "agent_id"),
        ("agent=310&agent_id=310", "agent"),
        ("agent_id=310&call_ids=5001&call_ids=5003", "call_ids"),
    ] {
        let reply = get(&sandbox, &format!("{LIST}?{query}")).await;
        assert_eq!(reply.status, 400, "{query}");
        assert!(reply.json()[field].is_array(), "{query}: {}", reply.text());
    }
}
