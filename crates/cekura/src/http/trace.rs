//! Spans with the field names of the OpenTelemetry conventions for HTTP clients; without body, key and query.

use std::borrow::Cow;

use tracing::Span;
use tracing::field::Empty;

use super::{RequestContext, Shared};

/// Creates the span of a call.
pub(crate) fn call_span(shared: &Shared, context: &RequestContext) -> Span {
    tracing::info_span!(
        target: "cekura",
        "cekura.call",
        otel.name = context.operation,
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = %context.method,
        http.response.status_code = Empty,
        url.template = &*context.template,
        server.address = shared.base.host(),
        server.port = shared.base.port(),
        cekura.operation = context.operation,
        cekura.effect = context.effect.as_str(),
        cekura.attempts = Empty,
        error.type = Empty,
    )
}

/// Creates the span of an attempt.
pub(crate) fn attempt_span(
    shared: &Shared,
    context: &RequestContext,
    request: &reqwest::Request,
    resend: u32,
) -> Span {
    let span = tracing::info_span!(
        target: "cekura",
        "cekura.attempt",
        otel.name = %format_args!("{} {}", context.method, context.template),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = %context.method,
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        url.template = &*context.template,
        url.full = %without_query(request.url()),
        server.address = shared.base.host(),
        server.port = shared.base.port(),
        error.type = Empty,
    );
    if resend > 0 {
        span.record("http.request.resend_count", resend);
    }
    span
}

/// Records how a span ended: the status and the kind of error, where there are any.
pub(crate) fn ended(span: &Span, status: Option<u16>, error: Option<&str>) {
    if let Some(status) = status {
        span.record("http.response.status_code", status);
    }
    let by_status = status
        .filter(|s| *s >= 400)
        .map(|s| Cow::Owned(s.to_string()));
    if let Some(kind) = error.map(Cow::Borrowed).or(by_status) {
        span.record("error.type", &*kind);
        span.record("otel.status_code", "ERROR");
    }
}

fn without_query(url: &reqwest::Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.into()
}
