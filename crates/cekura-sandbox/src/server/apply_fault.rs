//! Applies a fault to a reply.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde_json::{Map, Value, json};

use super::connection::CutHandle;
use super::reply::Reply;
use super::{pipeline, send_body};
use crate::errors::detail;
use crate::faults::{Bulk, BulkOf, Failure, Fault, RetryAfter};
use crate::shared::Shared;

/// The reply under the fault, and the status that the client gets; `None` without a reply. `truth` is what would
/// have been answered without the fault. `paged`: the operation answers with pages.
pub(super) async fn apply(
    shared: &Arc<Shared>,
    fault: &Fault,
    headers: &HeaderMap,
    cut_handle: Option<&CutHandle>,
    truth: Reply,
    paged: bool,
) -> (Response, Option<StatusCode>) {
    let base = |status: u16| StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let reply = match &fault.failure {
        Failure::None | Failure::Delay(_) => truth,
        Failure::Hang => {
            shared.stalled.add_permits(1);
            std::future::pending::<()>().await;
            truth
        }
        Failure::Reset => {
            if let Some(cut_handle) = cut_handle {
                cut_handle.cut();
            }
            return (send_body::whole(truth), None);
        }
        Failure::Truncate(bytes) => {
            let reply = with_overrides(shared, fault, truth);
            let status = reply.status;
            return (send_body::truncated(reply, *bytes), Some(status));
        }
        Failure::SlowBody { bytes, pause } => {
            let reply = with_overrides(shared, fault, truth);
            let status = reply.status;
            let response = send_body::slow_body(Arc::clone(shared), reply, *bytes, *pause);
            return (response, Some(status));
        }
        Failure::Status(status) => plain_status(base(*status)),
        Failure::TooManyRequests(retry_after) => {
            too_many_requests(retry_after, shared.clock.now().into())
        }
        Failure::Garbage => Reply::json(
            StatusCode::OK,
            &json!({"weather": "fog", "harbours": [7, "north", null], "next": {"ferry": 3.5}}),
        ),
        Failure::LoginPage => Reply::html(StatusCode::OK, LOGIN_PAGE.to_owned()),
        Failure::Empty => Reply {
            status: StatusCode::OK,
            headers: Vec::new(),
            body: bytes::Bytes::new(),
        },
        Failure::Redirect(status, location) => {
            let mut reply = Reply::html(base(*status), String::new());
            reply.set(header::LOCATION, location);
            reply
        }
        Failure::Bulk(bulk) => large(bulk, paged),
        Failure::Endless(value) => {
            let (head, piece) = Bulk::repeated(*value, false, paged).endless();
            let reply = Reply::new(StatusCode::OK, "application/json", head);
            let reply = with_overrides(shared, fault, reply);
            return (send_body::endless(reply, piece), Some(StatusCode::OK));
        }
        Failure::Corruption(corruption) => {
            let mut reply = with_overrides(shared, fault, truth);
            let mut body = corruption.prefix().to_vec();
            body.extend_from_slice(&reply.body);
            corruption.corrupt(&mut body, corruption.prefix().len());
            reply.body = body.into();
            let status = reply.status;
            return (send_body::whole(reply), Some(status));
        }
        Failure::CloseUnread => {
            if let Some(cut_handle) = cut_handle {
                cut_handle.stop_reading();
            }
            truth
        }
        Failure::EchoHeaders(status) => echo(base(*status), headers),
    };
    let reply = with_overrides(shared, fault, reply);
    let status = reply.status;
    (send_body::whole(reply), Some(status))
}

fn large(of: &BulkOf, paged: bool) -> Reply {
    let status = StatusCode::from_u16(of.status).unwrap_or(StatusCode::BAD_GATEWAY);
    let is_refusal = status.as_u16() >= 400;
    let bulk = match of.value {
        Some(value) => Bulk::repeated(value, is_refusal, paged),
        None if is_refusal => Bulk::long_detail(),
        None => Bulk::spaces(),
    };
    let kind = "application/json";
    if !of.gzip {
        return Reply::new(status, kind, bulk.plain(of.mebibytes));
    }
    match bulk.gzipped(of.mebibytes) {
        Ok(body) => Reply::new(status, kind, body).with(header::CONTENT_ENCODING, "gzip"),
        Err(error) => detail(
            StatusCode::INTERNAL_SERVER_ERROR,
            format!("the sandbox could not pack its reply: {error}"),
        ),
    }
}

/// Waits out a delay.
pub(super) async fn wait(shared: &Shared, time: Duration) {
    shared.stalled.add_permits(1);
    tokio::time::sleep(time).await;
}

/// The reply with the fault's own headers and body.
fn with_overrides(shared: &Shared, fault: &Fault, mut reply: Reply) -> Reply {
    if let Some(body) = &fault.body {
        reply.body = body.clone().into();
    }
    for (name, value) in &fault.headers {
        if let (Ok(name), Ok(_)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
            reply.set(name, value);
        }
    }
    pipeline::date(shared, &mut reply);
    reply
}

fn plain_status(status: StatusCode) -> Reply {
    let reason = status.canonical_reason().unwrap_or("Unknown");
    if status.is_server_error() {
        let code = status.as_u16();
        let page = format!(
            "<html>\n<head><title>{code} {reason}</title></head>\n<body>\n<center><h1>{code} {reason}</h1></center>\n</body>\n</html>\n"
        );
        Reply::html(status, page)
    } else {
        detail(status, format!("{reason}."))
    }
}

/// 429 as the service words it.
pub(super) fn too_many_requests(retry_after: &RetryAfter, now: SystemTime) -> Reply {
    let (text, value) = match retry_after {
        RetryAfter::Seconds(seconds) => (
            format!("Request was throttled. Expected available in {seconds} seconds."),
            Some(seconds.to_string()),
        ),
        RetryAfter::Date(ahead) => (
            "Request was throttled.".to_owned(),
            Some(httpdate::fmt_http_date(now + *ahead)),
        ),
        RetryAfter::Text(text) => ("Request was throttled.".to_owned(), Some(text.clone())),
        RetryAfter::Absent => ("Request was throttled.".to_owned(), None),
    };
    let mut reply = detail(StatusCode::TOO_MANY_REQUESTS, text);
    if let Some(value) = value {
        reply.set(header::RETRY_AFTER, &value);
    }
    reply
}

fn echo(status: StatusCode, headers: &HeaderMap) -> Reply {
    let mut seen = Map::new();
    for (name, value) in headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        seen.insert(name.to_string(), Value::String(value));
    }
    let body = json!({"detail": format!("Rejected request with headers {}", Value::Object(seen.clone())), "headers": seen});
    Reply::json(status, &body)
}

const LOGIN_PAGE: &str = "<!doctype html>\n<html lang=\"en\">\n<head><title>Sign in</title></head>\n<body>\n\
<h1>Sign in to continue</h1>\n<form method=\"post\"><input name=\"user\"><input name=\"password\" type=\"password\">\
<button>Sign in</button></form>\n</body>\n</html>\n";
