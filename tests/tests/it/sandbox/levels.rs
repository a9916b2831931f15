use std::collections::BTreeMap;

use cekura::Method;
use cekura_tests::Lab;
use serde_json::Value;

/// The levels themselves are recorded in the sandbox's own tests.
#[tokio::test]
async fn every_operation_of_the_client_has_a_level() {
    let lab = Lab::open().await;
    let reply = lab.client().raw(Method::GET, "/__sandbox/operations");
    let served: Vec<Value> = reply.await.unwrap().json().unwrap();
    let served: BTreeMap<&str, &Value> = served
        .iter()
        .map(|operation| (operation["id"].as_str().unwrap(), operation))
        .collect();
    assert_eq!(served.len(), cekura::operations::ALL.len());
    for operation in cekura::operations::ALL {
        let served = served[operation.id];
        assert_eq!(served["path"], operation.path);
        assert_eq!(served["method"], operation.method.to_string());
        assert_eq!(served["effect"], operation.effect.to_string());
        let level = served["level"].as_str().unwrap();
        assert!(["modelled", "engine"].contains(&level), "{level}");
    }
}

#[tokio::test]
async fn a_reply_carries_its_level() {
    let lab = Lab::open().await;
    let path = "/test_framework/billing/info/";
    let reply = lab.client().raw(Method::GET, path).await.unwrap();
    assert_eq!(reply.header("x-cekura-sandbox-level"), Some("modelled"));
}
