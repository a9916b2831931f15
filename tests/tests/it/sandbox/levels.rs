use std::fmt::Write as _;

use cekura::Method;
use cekura_tests::Lab;
use serde_json::Value;

/// The snapshot may only grow, or move towards `modelled`.
#[tokio::test]
async fn every_operation_has_a_level() {
    let lab = Lab::open().await;
    let reply = lab.client().raw(Method::GET, "/__sandbox/operations");
    let operations: Value = reply.await.unwrap().json().unwrap();
    let mut table = String::new();
    for operation in operations.as_array().unwrap() {
        let text = |field: &str| operation[field].as_str().unwrap();
        let _ = writeln!(
            table,
            "{:<9} {:<10} {:<6} {:<70} {}",
            text("level"),
            text("effect"),
            text("method"),
            text("path"),
            text("id"),
        );
    }
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!("levels", table);
    });
}

#[tokio::test]
async fn a_reply_carries_its_level() {
    let lab = Lab::open().await;
    let path = "/test_framework/billing/info/";
    let reply = lab.client().raw(Method::GET, path).await.unwrap();
    assert_eq!(reply.header("x-cekura-sandbox-level"), Some("modelled"));
}
