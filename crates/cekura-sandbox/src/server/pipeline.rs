//! Handles a request: request log, latency, rate limit, fault, work, fault, reply.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::body::Body;
use axum::extract::{Query, State};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderName, Request, StatusCode, header};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use super::connection::CutHandle;
use super::reply::Reply;
use super::{apply_fault, send_body};
use crate::contract::{CONTRACT, Found, Operation};
use crate::errors::{detail, page_not_found};
use crate::events::EventTrigger;
use crate::faults::{Failure, Fault, RetryAfter, When};
use crate::lock;
use crate::quirks::RetryAfterForm;
use crate::request::Asked;
use crate::request_log::{Arrival, RequestTicket};
use crate::routes;
use crate::shared::Shared;

/// How the operation was answered: `modelled` or `engine`.
const LEVEL: HeaderName = HeaderName::from_static("x-cekura-sandbox-level");

/// The largest body of a request, in bytes: enough for more than a million call logs.
const LARGEST_BODY: usize = 8 << 20;

/// Handles every request that is not for a control route.
pub(crate) async fn handle(State(shared): State<Arc<Shared>>, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let body = read_body(body, shared.request_timeout).await;
    let query = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
        .map_or_else(|_| Vec::new(), |Query(pairs)| pairs);
    let path = parts.uri.path().to_owned();
    let found = CONTRACT.find(parts.method.as_str(), &path);
    let operation = match &found {
        Found::Operation(operation, _) => Some(operation.id.as_str()),
        _ => None,
    };
    let ticket = shared.request_log.open(Arrival {
        at: shared.clock.now().into(),
        method: parts.method.to_string(),
        path: path.clone(),
        query: query.clone(),
        headers: &parts.headers,
        body: body.as_ref().map_or(&[], |body| body),
        operation,
    });
    let body = match body {
        Ok(body) => body,
        Err(refusal) => return send(&shared, ticket, refusal),
    };
    let latency = lock(&shared.settings).latency;
    if latency > Duration::ZERO {
        tokio::time::sleep(latency).await;
    }
    let (operation, path_parameters) = match found {
        Found::Operation(operation, parameters) => (operation, parameters),
        Found::OtherMethods(allowed) => {
            let text = format!("Method \"{}\" not allowed.", parts.method);
            let reply = detail(StatusCode::METHOD_NOT_ALLOWED, text)
                .with(header::ALLOW, &allowed.join(", "));
            return send(&shared, ticket, reply);
        }
        Found::Nothing => return send(&shared, ticket, page_not_found(&path)),
    };
    if let Some(reply) = refused_by_limit(&shared) {
        return send(&shared, ticket, with_level(operation, reply));
    }
    let asked = Asked {
        number: ticket.number,
        operation,
        path: &path_parameters,
        query: &query,
        headers: &parts.headers,
        path_text: &path,
        body: &body,
        late: Duration::ZERO,
        part: None,
    };
    let fault = shared.faults.take(&operation.id);
    let paid = operation.is_paid().then(|| lock(&shared.agenda).arrive());
    if let Some(nth) = paid {
        shared.reach(EventTrigger::BeforePaidRequest(nth));
    }
    let truth = match &fault {
        None => work(&shared, &asked),
        Some(fault) => truth(&shared, &asked, fault, operation).await,
    };
    if let Some(nth) = paid {
        shared.reach(EventTrigger::AfterPaidRequest(nth));
    }
    let Some(fault) = fault else {
        return send(&shared, ticket, truth);
    };
    shared
        .request_log
        .note_fault(ticket.number, fault.to_string());
    let cut_handle = parts.extensions.get::<CutHandle>();
    let paged = operation.is_paged(CONTRACT.document());
    let (response, status) =
        apply_fault::apply(&shared, &fault, &parts.headers, cut_handle, truth, paged).await;
    if let Some(status) = status {
        shared.request_log.close(ticket, status.as_u16());
    }
    response
}

/// The true reply under a fault: done before it, after it, or not at all.
async fn truth(shared: &Shared, asked: &Asked<'_>, fault: &Fault, operation: &Operation) -> Reply {
    let asked = &Asked {
        late: fault.late,
        part: match fault.when {
            When::AfterPart(part) => Some(part),
            When::BeforeWork | When::AfterWork => None,
        },
        ..*asked
    };
    if let Failure::Delay(time) = fault.failure {
        if fault.when != When::BeforeWork {
            let reply = work(shared, asked);
            apply_fault::wait(shared, time).await;
            return reply;
        }
        apply_fault::wait(shared, time).await;
        return work(shared, asked);
    }
    if fault.when != When::BeforeWork || fault.failure == Failure::None {
        return work(shared, asked);
    }
    let empty = if operation.method == "POST" {
        "[]"
    } else {
        "{}"
    };
    Reply::new(
        StatusCode::OK,
        "application/json",
        Bytes::from_static(empty.as_bytes()),
    )
}

fn work(shared: &Shared, asked: &Asked<'_>) -> Reply {
    let answer = routes::answer(shared, asked);
    if !answer.violations.is_empty() {
        shared
            .request_log
            .note_violations(asked.number, answer.violations);
    }
    with_level(asked.operation, answer.reply)
}

/// Adds the level of the operation to its reply.
fn with_level(operation: &Operation, reply: Reply) -> Reply {
    reply.with(LEVEL, routes::level(&operation.id))
}

fn refused_by_limit(shared: &Shared) -> Option<Reply> {
    let limit = lock(&shared.settings).rate_limit?;
    let now = shared.clock.now();
    let wait = lock(&shared.limiter).admit(limit, now).err()?;
    let seconds = wait.as_micros().div_ceil(1_000_000).max(1) as u64;
    let retry_after = match lock(&shared.state).quirks.retry_after {
        RetryAfterForm::Seconds => RetryAfter::Seconds(seconds),
        // Dates have whole seconds: one more, so that the date is not too early.
        RetryAfterForm::HttpDate => RetryAfter::Date(Duration::from_secs(seconds + 1)),
        RetryAfterForm::Absent => RetryAfter::Absent,
    };
    Some(apply_fault::too_many_requests(&retry_after, now.into()))
}

fn send(shared: &Shared, ticket: RequestTicket, mut reply: Reply) -> Response {
    date(shared, &mut reply);
    shared.request_log.close(ticket, reply.status.as_u16());
    send_body::whole(reply)
}

/// Every reply carries the time of the sandbox's clock.
pub(super) fn date(shared: &Shared, reply: &mut Reply) {
    let now: SystemTime = shared.clock.now().into();
    reply.set(header::DATE, &httpdate::fmt_http_date(now));
}

/// Returns the whole body.
///
/// # Errors
/// The refusal of a body that is too large, too slow or incomplete. The connection is closed after it.
async fn read_body(body: Body, time: Duration) -> Result<Bytes, Reply> {
    let whole = Limited::new(body, LARGEST_BODY).collect();
    let refusal = match tokio::time::timeout(time, whole).await {
        Ok(Ok(body)) => return Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => detail(
            StatusCode::PAYLOAD_TOO_LARGE,
            format!("The body is larger than {} MiB.", LARGEST_BODY >> 20),
        ),
        Ok(Err(_)) => detail(
            StatusCode::BAD_REQUEST,
            "The body ends too early, or is not written as its headers say.",
        ),
        Err(_) => detail(
            StatusCode::REQUEST_TIMEOUT,
            "The body did not arrive in time.",
        ),
    };
    Err(refusal.with(header::CONNECTION, "close"))
}
