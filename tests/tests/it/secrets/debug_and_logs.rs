//! `Debug` output, logs of successful calls and errors about invalid keys do not show the key.

use cekura::{ApiKey, CallLogId, Method, MetricId};
use cekura_tests::{Lab, Recorder};
use futures_util::StreamExt;

#[tokio::test]
async fn debug_output_of_a_client_hides_the_key() {
    let lab = Lab::open().await;
    let (key, client) = (lab.sandbox().api_key(), lab.client());
    let calls = client.call_logs();
    let raw = client.raw(Method::POST, "/x/").query("a", 1).json(&"body");
    let started = calls
        .rerun_evaluation(lab.agent(), lab.fresh(1))
        .await
        .unwrap();
    let shown = [
        format!("{:#?}", ApiKey::new(key).unwrap()),
        format!("{:#?}", lab.client_builder()),
        format!("{client:#?}"),
        format!("{calls:#?}"),
        format!("{:#?}", client.billing().info()),
        format!("{:#?}", client.metrics().get(MetricId(71))),
        format!("{:#?}", calls.list().agent_id(lab.agent())),
        format!("{:#?}", calls.get(CallLogId(5001))),
        format!(
            "{:#?}",
            calls.rerun_evaluation(lab.agent(), CallLogId(5001))
        ),
        format!("{raw:#?}"),
        format!("{started:#?}"),
        format!("{:#?}", started.wait()),
    ];
    for text in shown {
        assert!(!text.contains(key), "{text}");
    }
}

#[tokio::test]
async fn successful_calls_log_neither_key_nor_content() {
    let lab = Lab::open().await;
    let (recorder, _guard) = Recorder::start();
    let log = lab.idle(1).await[0];
    let calls = lab.client().call_logs();
    let started = calls
        .rerun_evaluation(lab.agent(), log)
        .with_baseline()
        .await
        .unwrap();
    assert!(started.wait().await.unwrap().all_done());
    let listed = calls
        .list()
        .agent_id(lab.agent())
        .page_size(20)
        .items()
        .take(30);
    assert_eq!(listed.count().await, 30);
    let info = lab.client().billing().info().await;
    assert!(info.is_ok());

    let (text, whole) = (recorder.text(), lab.read(log).await);
    assert!(text.contains("call_logs_rerun_evaluation"));
    assert!(!text.contains(lab.sandbox().api_key()));
    let said = whole.transcript_object.unwrap()[0].content.clone().unwrap();
    assert!(
        said.len() > 20 && !text.contains(&said),
        "a transcript is nobody's business"
    );
    assert!(!text.contains(&whole.customer_number.unwrap()));
    assert!(
        !text.contains("call_ids") && !text.contains("page_size"),
        "queries are not logged"
    );
}

#[tokio::test]
async fn the_error_about_an_invalid_key_hides_it() {
    for bad in [
        "sk_live with space",
        "sk_live\u{7}bell",
        "sk_live_schlüssel",
    ] {
        let error = ApiKey::new(bad).unwrap_err();
        let shown = super::echoed_credentials::everything_about(&error);
        assert!(error.is_config() && !shown.contains("sk_live"), "{shown}");
    }
    let lab = Lab::open().await;
    let with_secret = "http://ann:sk_live_77@127.0.0.1:1";
    let error = lab
        .client_builder()
        .base_url(with_secret)
        .build()
        .unwrap_err();
    let shown = super::echoed_credentials::everything_about(&error);
    assert!(
        error.is_config() && !shown.contains("sk_live_77"),
        "{shown}"
    );
}
