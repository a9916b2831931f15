//! Responses to a paid request that leave its outcome unknown: it is not sent again.

use cekura_tests::script::{Answer, Script};

use super::call_log_fixtures::{AGENT, LOG};

/// Sends one request, without a baseline, to a server that always answers so.
async fn is_unknown_after(answer: Answer) {
    let script = Script::play(move |_| answer.clone()).await;
    let rerun = script.client().call_logs().rerun_evaluation(AGENT, LOG);
    let error = rerun.with_max_response_bytes(1_024).await.unwrap_err();
    assert!(error.is_outcome_unknown(), "{error}");
    assert_eq!(error.outcome_unknown().unwrap().targets(), [LOG]);
    assert_eq!(script.paid().len(), 1);
}

#[tokio::test]
async fn a_redirect_to_a_closed_port() {
    is_unknown_after(Answer::new(307, "location: /elsewhere/\r\n", "").leaving()).await;
}

#[tokio::test]
async fn a_redirect_with_an_endless_body() {
    let head = "HTTP/1.1 307 -\r\nlocation: /elsewhere/\r\ncontent-length: 10\r\n\r\n";
    is_unknown_after(Answer::bytes(&format!("{head}abc")).stalling()).await;
}

#[tokio::test]
async fn a_304() {
    is_unknown_after(Answer::new(304, "", "")).await;
}

#[tokio::test]
async fn a_web_page_above_the_limit() {
    is_unknown_after(Answer::page(5_000)).await;
}

#[tokio::test]
async fn a_web_page_within_the_limit() {
    is_unknown_after(Answer::page(50)).await;
}
