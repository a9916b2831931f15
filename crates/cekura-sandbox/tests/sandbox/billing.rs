use crate::client::{BILLING, get, rerun, send, small};

#[tokio::test]
async fn the_balance_follows_the_ledger() {
    let sandbox = small().credits("100.00").start().await.unwrap();
    assert_eq!(
        get(&sandbox, BILLING).await.json()["credits_remaining"],
        "100.00"
    );
    let ids = &sandbox.call_log_ids_of(310)[..3];
    assert_eq!(rerun(&sandbox, ids).await.status, 200);
    let info = get(&sandbox, BILLING).await.json();
    let spent = sandbox.ledger().credits_spent();
    assert_eq!(
        spent.hundredths(),
        sandbox.ledger().metric_evaluations() as i64 * 20
    );
    assert_eq!(info["credits_used"], spent.to_string());
    let left: cekura_sandbox::Credits =
        info["credits_remaining"].as_str().unwrap().parse().unwrap();
    assert_eq!(left.hundredths() + spent.hundredths(), 10_000);
}

#[tokio::test]
async fn a_bearer_token_has_to_name_the_organization() {
    let sandbox = small().start().await.unwrap();
    let bearer = format!("Bearer {}", sandbox.bearer_token());
    let headers = [("Authorization", bearer.as_str())];
    let reply = send(&sandbox, "GET", BILLING, &headers, "").await.unwrap();
    assert_eq!(reply.status, 400);
    let text = reply.json()["organization_id"][0].to_string();
    let named = text
        .split("organization_id=")
        .nth(1)
        .and_then(|rest| rest.split('.').next())
        .unwrap_or_else(|| panic!("{text}"));
    let path = format!("{BILLING}?organization_id={named}");
    let reply = send(&sandbox, "GET", &path, &headers, "").await.unwrap();
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(reply.json()["organization"].to_string(), named);
}

#[tokio::test]
async fn a_project_key_cannot_read_the_balance() {
    let sandbox = small().start().await.unwrap();
    let key = [("X-CEKURA-API-KEY", sandbox.project_key())];
    let reply = send(&sandbox, "GET", BILLING, &key, "").await.unwrap();
    assert_eq!(reply.status, 403);
    assert_eq!(
        reply.json()["detail"],
        "The balance belongs to the organization: a key of one project may not see it."
    );
}
