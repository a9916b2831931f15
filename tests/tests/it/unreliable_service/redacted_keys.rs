//! The key is redacted in encoded forms too.

use std::collections::HashMap;

use cekura::{ApiKey, Method};
use cekura_tests::script::{Answer, KEY, Script};
use serde_json::json;

use super::call_log_fixtures::LOG;

/// The most of a body that an error keeps.
const KEPT: usize = 64 << 10;

#[tokio::test]
async fn a_json_escaped_key_is_redacted() {
    let escaped = KEY.replace('=', r"\u003d");
    let body = format!(r#"{{"detail":"{escaped} is not known"}}"#);
    let script = Script::play(move |_| Answer::status(400, &body)).await;
    let error = script.client().call_logs().get(LOG).await.unwrap_err();
    let message = error.message().unwrap().detail().unwrap();
    assert!(message.ends_with("is not known"), "{message}");
    for text in [error.to_string(), format!("{error:?}"), message.to_owned()] {
        assert!(!text.contains(KEY), "{text}");
    }
}

#[tokio::test]
async fn a_key_cut_by_the_end_of_the_body_is_redacted() {
    let key = "ck_live_0123456789abcdef";
    let body = "x".repeat(KEPT - key.len() + 1) + key;
    let script = Script::play(move |_| Answer::status(400, &body)).await;
    let client = script.client_builder().api_key(ApiKey::new(key).unwrap());
    let error = client.build().unwrap().call_logs().get(LOG).await;
    let kept = error.unwrap_err().body().unwrap().to_vec();
    let kept = String::from_utf8(kept).unwrap();
    assert!(
        !kept.contains("ck_live_0123"),
        "{}",
        &kept[kept.len() - 30..]
    );
}

#[tokio::test]
async fn an_invalid_response_shows_no_key_in_its_source() {
    let body = json!({ "echo": KEY }).to_string();
    let script = Script::play(move |_| Answer::json(&body)).await;
    let raw = script.client().raw(Method::GET, "/x/").await.unwrap();
    let error = raw.json::<HashMap<String, u32>>().unwrap_err();
    let mut shown = format!("{error} {error:?}");
    let mut source = std::error::Error::source(&error);
    while let Some(e) = source {
        shown += &format!(" {e} {e:?}");
        source = e.source();
    }
    assert!(!shown.contains(KEY), "{shown}");
}
