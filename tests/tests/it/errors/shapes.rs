//! Each shape of an error body that the service is known to send, and those that proxies send instead.

use cekura::{CallLogId, Error, RetryPolicy};
use cekura_sandbox::Fault;
use cekura_tests::Lab;

const READ: &str = "call_logs_retrieve";

/// The error that a response with this status and body makes.
async fn answered(lab: &Lab, status: u16, body: &str) -> Error {
    lab.fault(READ, Fault::status(status).with_body(body));
    let get = lab.client().call_logs().get(CallLogId(5001));
    get.with_retry_policy(RetryPolicy::none())
        .await
        .unwrap_err()
}

fn fields(error: &Error) -> Vec<(String, Vec<String>)> {
    let owned = |(name, texts): (&str, &[String])| (name.to_owned(), texts.to_vec());
    error.fields().map(owned).collect()
}

fn one(name: &str, text: &str) -> Vec<(String, Vec<String>)> {
    vec![(name.to_owned(), vec![text.to_owned()])]
}

#[tokio::test]
async fn a_detail_is_quoted() {
    let lab = Lab::open().await;
    let error = answered(&lab, 402, r#"{"detail":"The purse is empty."}"#).await;
    assert!(error.is_out_of_credits());
    assert_eq!(
        error.message().unwrap().detail(),
        Some("The purse is empty.")
    );
    assert!(
        error
            .to_string()
            .ends_with("402 Payment Required: The purse is empty.")
    );
    assert!(fields(&error).is_empty());
}

#[tokio::test]
async fn fields_are_named() {
    let lab = Lab::open().await;
    let error = answered(&lab, 400, r#"{"call_logs":["Not a list.","Too short."]}"#).await;
    assert!(error.is_bad_request());
    let both = ["Not a list.", "Too short."].map(str::to_owned).to_vec();
    assert_eq!(fields(&error), [("call_logs".to_owned(), both)]);
    assert!(
        error
            .to_string()
            .contains("call_logs: Not a list. Too short."),
        "{error}"
    );
}

#[tokio::test]
async fn errors_under_paths_are_named() {
    let lab = Lab::open().await;
    let body = r#"{"errors":{"metrics[2].name":["A name is missing."]}}"#;
    let error = answered(&lab, 400, body).await;
    assert_eq!(fields(&error), one("metrics[2].name", "A name is missing."));
}

#[tokio::test]
async fn nested_errors_get_paths() {
    let lab = Lab::open().await;
    let body =
        r#"{"metrics":[{},{"rubric":{"weight":["Not a number."]}}],"non_field_errors":["No."]}"#;
    let error = answered(&lab, 422, body).await;
    assert!(error.is_bad_request());
    assert_eq!(
        fields(&error),
        one("metrics[1].rubric.weight", "Not a number.")
    );
    assert_eq!(error.message().unwrap().general(), ["No."]);
}

#[tokio::test]
async fn a_bare_list_is_said_without_a_field() {
    let lab = Lab::open().await;
    let error = answered(&lab, 400, r#"["The agent has no line."]"#).await;
    assert!(fields(&error).is_empty());
    assert_eq!(
        error.message().unwrap().general(),
        ["The agent has no line."]
    );
    assert!(
        error.to_string().ends_with("The agent has no line."),
        "{error}"
    );
}

#[tokio::test]
async fn an_evaluation_in_progress_has_its_own_predicate() {
    let lab = Lab::open().await;
    let logs = lab.idle(1).await;
    let calls = lab.client().call_logs();
    let _running = calls
        .rerun_evaluation(lab.agent(), logs.clone())
        .await
        .unwrap();
    let again = calls.evaluate_metrics(lab.agent(), logs, lab.metrics());
    let error = again.await.unwrap_err();
    assert!(
        error.is_evaluation_in_progress() && error.is_bad_request(),
        "{error}"
    );
    assert!(
        !answered(&lab, 400, r#"{"detail":"No."}"#)
            .await
            .is_evaluation_in_progress()
    );
}

#[tokio::test]
async fn pages_empty_bodies_and_plain_text_are_errors_of_their_status() {
    let lab = Lab::open().await;
    for (body, said) in [
        ("", "502 Bad Gateway"),
        ("{}", "502 Bad Gateway"),
        ("null", "502 Bad Gateway"),
        (
            "<html><body>gone fishing</body></html>",
            "502 Bad Gateway: an HTML page",
        ),
        (
            "upstream\n\twent   away",
            "502 Bad Gateway: upstream went away",
        ),
        (
            r#"{"detail": 7, "status": 200}"#,
            "502 Bad Gateway: detail: 7; status: 200",
        ),
        (
            r#"{"detail":"cut o"#,
            r#"502 Bad Gateway: {"detail":"cut o"#,
        ),
    ] {
        let error = answered(&lab, 502, body).await;
        assert_eq!(
            (error.status(), error.is_server_error()),
            (Some(502), true),
            "{body}"
        );
        assert_eq!(error.body(), Some(body.as_bytes()));
        assert!(error.to_string().ends_with(said), "{error}");
    }
}

#[tokio::test]
async fn the_status_wins_over_what_the_body_says() {
    let lab = Lab::open().await;
    let fitting = serde_json::to_string(&lab.read(CallLogId(5001)).await).unwrap();
    for (status, is) in [
        (401, Error::is_unauthorized as fn(&Error) -> bool),
        (402, Error::is_out_of_credits),
        (403, Error::is_forbidden),
        (404, Error::is_not_found),
        (409, Error::is_bad_request),
        (429, Error::is_rate_limited),
        (500, Error::is_server_error),
        (599, Error::is_server_error),
    ] {
        let error = answered(&lab, status, &fitting).await;
        assert!(is(&error), "{status}: {error}");
        assert_eq!(error.status(), Some(status));
        let all = [
            error.is_unauthorized(),
            error.is_out_of_credits(),
            error.is_forbidden(),
            error.is_not_found(),
            error.is_bad_request(),
            error.is_rate_limited(),
            error.is_server_error(),
        ];
        assert_eq!(
            all.iter().filter(|yes| **yes).count(),
            1,
            "{status}: one of them"
        );
        assert!(!error.is_network() && !error.is_invalid_response() && !error.is_config());
    }
}

#[tokio::test]
async fn a_body_of_five_megabytes_is_kept_and_quoted_in_part() {
    let lab = Lab::open().await;
    let plain = "All our lines are büsy. ".repeat(220_000);
    let detail = format!(r#"{{"detail":"{plain}"}}"#);
    for body in [&plain, &detail] {
        assert!(body.len() > 5_000_000);
        let error = answered(&lab, 500, body).await;
        let kept = error.body().unwrap();
        assert!(kept.len() <= 64 << 10, "{}", kept.len());
        assert!(body.as_bytes().starts_with(kept) && kept.len() > 60_000);
        let line = error.to_string();
        assert!(
            line.chars().count() <= 600 && !line.contains('\n'),
            "{line}"
        );
        assert!(line.contains("lines are büsy"), "{line}");
        assert!(format!("{error:?}").len() < 1_000);
    }
}

#[tokio::test]
async fn the_request_id_of_the_service_or_of_a_proxy_is_kept() {
    let lab = Lab::open().await;
    for name in ["x-request-id", "X-Amzn-RequestId", "cf-ray"] {
        lab.fault(READ, Fault::status(404).with_header(name, "req-77-fog"));
        let error = lab
            .client()
            .call_logs()
            .get(CallLogId(5001))
            .await
            .unwrap_err();
        assert_eq!(error.request_id(), Some("req-77-fog"), "{name}");
    }
}

#[tokio::test]
async fn a_reply_of_another_shape_is_named_by_its_place_and_kept() {
    let lab = Lab::open().await;
    let body = "[1, 2, 3]";
    lab.fault(READ, Fault::status(200).with_body(body));
    let error = lab
        .client()
        .call_logs()
        .get(CallLogId(5001))
        .await
        .unwrap_err();
    assert!(
        error.is_invalid_response() && !error.is_outcome_unknown(),
        "{error}"
    );
    assert_eq!(
        (error.status(), error.body()),
        (Some(200), Some(body.as_bytes()))
    );
    assert_eq!(error.operation(), Some(READ));
}

#[tokio::test]
async fn a_success_of_another_shape_is_data_and_no_message() {
    let lab = Lab::open().await;
    let body = r#"[{"detail": "He gave his card number.", "transcript": ["4111 1111"]}]"#;
    lab.fault(READ, Fault::status(200).with_body(body));
    let get = lab.client().call_logs().get(CallLogId(5001));
    let error = get.await.unwrap_err();
    assert!(error.is_invalid_response(), "{error}");
    assert_eq!((error.message(), error.fields().count()), (None, 0));
    let shown = format!("{error} {error:?}");
    assert!(
        !shown.contains("4111") && !shown.contains("He gave"),
        "{shown}"
    );
}

#[tokio::test]
async fn an_error_names_the_request_and_no_operation_id() {
    let lab = Lab::open().await;
    let error = lab
        .client()
        .call_logs()
        .get(CallLogId(999_999))
        .await
        .unwrap_err();
    let line = error.to_string();
    assert!(
        line.starts_with("GET /observability/v2/call-logs/999999/: "),
        "{line}"
    );
    let list = lab.client().call_logs().list().agent_id(lab.agent());
    lab.fault("call_logs_list", Fault::status(403));
    let line = list.await.unwrap_err().to_string();
    assert!(
        line.starts_with("GET /observability/v2/call-logs/: "),
        "no query: {line}"
    );
    let raw = lab.client().raw(cekura::Method::GET, "/nothing/here/?x=1");
    let line = raw.await.unwrap_err().to_string();
    assert!(line.starts_with("GET /nothing/here/: "), "{line}");
}
