//! A key in an echoed body that is truncated at the size limit: no part of it is shown.

use cekura::{CallLogId, RetryPolicy};
use cekura_sandbox::Fault;
use cekura_tests::Lab;

#[tokio::test]
async fn redacts_a_key_that_is_cut_by_truncation() {
    let lab = Lab::open().await;
    let key = lab.sandbox().api_key();
    for shown in 8..key.len() {
        let body = format!("{}{key} and more", "x".repeat((64 << 10) - shown));
        lab.fault("call_logs_retrieve", Fault::status(500).with_body(body));
        let get = lab.client().call_logs().get(CallLogId(5001));
        let error = get
            .with_retry_policy(RetryPolicy::none())
            .await
            .unwrap_err();
        let kept = String::from_utf8_lossy(error.body().unwrap()).into_owned();
        assert!(!kept.contains(&key[..8]), "{}", &kept[kept.len() - 40..]);
    }
}
