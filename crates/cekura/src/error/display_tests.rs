//! Tests of every message.

use std::time::Duration;

use bytes::Bytes;
use cekura_api::Effect;
use http::{HeaderMap, StatusCode};

use super::*;
use crate::http::HttpResponse;
use crate::settings::{ApiKey, Credential};

fn with_response(kind: Kind, status: u16, body: impl Into<Bytes>) -> Error {
    let key = Credential::Key(ApiKey::new("ck_secret").unwrap());
    let response = HttpResponse {
        status: StatusCode::from_u16(status).unwrap(),
        headers: HeaderMap::new(),
        body: body.into(),
        attempts: 1,
        request: "GET /x/9/".into(),
    };
    Error::new(kind).with_response(ErrorResponse::new(response, &key))
}

fn answered(status: u16, body: impl Into<Bytes>) -> Error {
    with_response(Kind::Status, status, body)
}

#[test]
fn the_service_message_is_quoted_in_one_short_line() {
    let error = answered(400, r#"{"call_logs":["Not\n  yours."]}"#).in_operation("call_logs_list");
    assert_eq!(
        error.to_string(),
        "GET /x/9/: the service returned 400 Bad Request: call_logs: Not yours."
    );
    assert!(
        answered(502, "<html>down</html>")
            .to_string()
            .ends_with("502 Bad Gateway: an HTML page")
    );
    assert!(
        answered(500, "")
            .to_string()
            .ends_with("500 Internal Server Error")
    );
    let long = answered(500, "é".repeat(5_000_000)).to_string();
    assert!(long.chars().count() < 600, "{}", long.len());
}

#[test]
fn an_echoed_key_is_redacted() {
    let error = answered(400, "you sent ck_secret");
    assert!(!format!("{error} {error:?} {:?}", error.body()).contains("ck_secret"));
}

#[test]
fn each_kind_has_its_message() {
    let s = Duration::from_secs;
    let host = || "api.cekura.ai".to_owned();
    let not_sent = |within| Kind::NotSent {
        host: host(),
        within,
    };
    let redirected = |why| {
        let location = "https://x.example/y/".to_owned();
        with_response(Kind::Redirected { location, why }, 302, "")
    };
    let unreadable = |why, status| with_response(Kind::InvalidResponse(why), status, "");
    let (attempt, total) = (Limit::Attempt(s(60)), Limit::Total(s(7)));
    let rows = [
        (
            Error::new(not_sent(None)),
            "no connection to api.cekura.ai; nothing was sent",
        ),
        (
            Error::new(not_sent(Some(attempt))),
            "no connection to api.cekura.ai within 60.0 s, the timeout of one attempt; nothing was sent",
        ),
        (
            Error::new(not_sent(Some(total))),
            "no connection to api.cekura.ai within 7.0 s, the rest of the timeout of the call; nothing was sent",
        ),
        (
            Error::new(Kind::InvalidCertificate { host: host() }),
            "the certificate of api.cekura.ai was not accepted; nothing was sent",
        ),
        (
            Error::new(Kind::Interrupted),
            "the connection ended before a response arrived",
        ),
        (
            with_response(Kind::Interrupted, 200, "{"),
            "the connection ended in the middle of the response (200)",
        ),
        (
            Error::new(Kind::TimedOut(attempt)),
            "no response within 60.0 s, the timeout of one attempt",
        ),
        (
            with_response(Kind::TimedOut(total), 200, "{"),
            "the response (200) did not end within 7.0 s, the rest of the timeout of the call",
        ),
        (
            Error::new(Kind::OutOfTime),
            "the timeout of the call ended before it could be sent; nothing was sent",
        ),
        (
            Error::new(Kind::OutOfTime).after_attempts(1),
            "the timeout of the call ended before it could be sent; it was sent once, without success",
        ),
        (
            redirected(RedirectRefusal::OtherOrigin),
            "the service redirects (302) to https://x.example/y/, which was not followed, because the key would be \
                 sent to another host: check the base URL and proxies",
        ),
        (
            redirected(RedirectRefusal::ChangesRequest),
            "the service redirects (302) to https://x.example/y/, which was not followed, because a 302 may change \
                 the request: check the base URL, the path and its final slash",
        ),
        (
            redirected(RedirectRefusal::TooManyHops),
            "the service redirects (302) to https://x.example/y/, which was not followed, because there were too \
                 many redirects: check the base URL",
        ),
        (
            redirected(RedirectRefusal::SendsFile),
            "the service redirects (302) to https://x.example/y/, which was not followed, because the file would have \
                 to be sent again: check the base URL",
        ),
        (
            redirected(RedirectRefusal::InvalidLocation),
            "the service redirects (302) to an address that cannot be read",
        ),
        (
            unreadable(InvalidResponse::Empty, 204),
            "the response (204) is empty",
        ),
        (
            unreadable(InvalidResponse::CutOff, 200),
            "the response (200) ended in the middle",
        ),
        (
            unreadable(InvalidResponse::NotJson, 200),
            "the response (200) is not JSON (a login page?): check the base URL and proxies",
        ),
        (
            unreadable(InvalidResponse::TooLarge { limit: 9 }, 200),
            "the response (200) is larger than the 9 bytes that the client accepts",
        ),
        (
            Error::new(Kind::InvalidResponse(InvalidResponse::Shape {
                path: "next".into(),
            })),
            "the response is not as documented, at next",
        ),
    ];
    for (error, line) in rows {
        let said = error.to_string();
        assert_eq!(said.strip_prefix("GET /x/9/: ").unwrap_or(&said), line);
    }
}

#[test]
fn an_unknown_outcome_mentions_cost_only_for_paid_requests() {
    let unknown = |effect| {
        let cause = Error::new(Kind::Interrupted).in_request("POST /y/".into());
        cause.into_outcome_unknown().of_effect(effect)
    };
    let mut paid = unknown(Effect::Billable);
    assert_eq!(
        paid.to_string(),
        "POST /y/: the request was sent, and it is unknown whether it was carried out; it was not sent again, because \
             that could cost twice"
    );
    let targets = (1..=12).map(cekura_api::scalars::CallLogId).collect();
    paid.outcome_unknown_mut().unwrap().targets = targets;
    let line = paid.to_string();
    assert!(
        line.contains("; call logs 1, 2, ") && line.contains("10 and 2 more;"),
        "{line}"
    );
    let written = unknown(Effect::Write).to_string();
    assert!(
        !written.contains("cost") && !written.contains("call log"),
        "{written}"
    );
    assert!(
        written.ends_with("because that could do it twice"),
        "{written}"
    );
}

#[test]
fn a_wait_beyond_the_timeout_says_how_often_the_call_was_sent() {
    let wait = Some(Duration::from_secs(90));
    let line = |kind, sent| {
        let error = Error::new(kind).with_retry_after(wait);
        error.after_attempts(sent).to_string()
    };
    let held = line(Kind::CoolingDown, 0);
    assert!(
        held.contains("429") && held.contains("nothing was sent"),
        "{held}"
    );
    assert!(held.ends_with("(retry after 90.0 s)"), "{held}");
    for (sent, says) in [(1, "sent once"), (3, "sent 3 times")] {
        let held = line(Kind::CoolingDown, sent);
        assert!(
            held.contains(says) && !held.contains("nothing was sent"),
            "{held}"
        );
    }
    let paced = line(Kind::RateLimited, 0);
    assert!(
        paced.contains("own rate limit") && paced.contains("nothing was sent"),
        "{paced}"
    );
    assert!(
        paced.ends_with("(next slot in 90.0 s)") && !paced.contains("429"),
        "{paced}"
    );
}

#[test]
fn no_message_repeats_its_source() {
    let cause = answered(502, "bad gateway page");
    let error = cause.into_outcome_unknown();
    let below = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(
        below,
        "the service returned 502 Bad Gateway: bad gateway page"
    );
    let line = error.to_string();
    assert!(
        !line.contains(&below) && line.starts_with("GET /x/9/: "),
        "{line}"
    );
}
