use cekura_sandbox::{Sandbox, SandboxClock};

use crate::client::{LIST, detail, get, rerun, small};

#[tokio::test]
async fn a_hundred_thousand_logs_start_at_once_and_can_be_paged() {
    let builder = Sandbox::builder()
        .call_logs(100_000)
        .clock(SandboxClock::manual());
    let sandbox = builder.start().await.unwrap();
    let page = get(&sandbox, &format!("{LIST}?agent_id=310")).await;
    let page = page.json();
    assert!(
        page["count"].as_u64().unwrap() > 40_000,
        "{}",
        page["count"]
    );
    let id = page["results"][0]["id"].as_i64().unwrap();
    assert!(id > 104_000);
    assert_eq!(rerun(&sandbox, &[id]).await.status, 200);
}

#[tokio::test]
async fn detailed_logs_are_as_large_as_live_ones() {
    let sandbox = small().start().await.unwrap();
    let mut sizes = Vec::new();
    for id in sandbox.call_log_ids() {
        sizes.push(detail(&sandbox, id).await.to_string().len());
    }
    sizes.sort_unstable();
    let (smallest, largest) = (sizes[0], sizes[sizes.len() - 1]);
    assert!(smallest >= 6_000 && largest <= 12_000, "{sizes:?}");
}

#[tokio::test]
async fn thousands_of_logs_are_evaluated_again_in_one_request() {
    let builder = Sandbox::builder()
        .call_logs(4_000)
        .clock(SandboxClock::manual());
    let sandbox = builder.start().await.unwrap();
    let ids = sandbox.call_log_ids_of(310);
    let reply = rerun(&sandbox, &ids).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.json().as_array().unwrap().len(), 2_000);
    assert_eq!(sandbox.ledger().evaluations(), 2_000);
}
