//! One short line for each request: what it was, what came back, how long it took.

use std::fmt;
use std::time::Instant;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer};
use tracing_subscriber::registry::{LookupSpan, SpanRef};

use crate::output::safe_line;

/// The library's span around all attempts of a call; it knows the operation.
const CALL: &str = "cekura.call";

/// The library's span around one request.
const ATTEMPT: &str = "cekura.attempt";

/// Writes a line for each request that ended, and one for each event in between.
///
/// It takes up the fields that it names and no others, so that nothing unforeseen can get into a line.
pub(super) struct Brief<W> {
    write: W,
}

impl<W: Fn(&str)> Brief<W> {
    pub(super) fn new(write: W) -> Self {
        Self { write }
    }

    /// Reports a request once: as soon as its end is known, which may be long before its span is closed.
    fn report<S: for<'a> LookupSpan<'a>>(&self, span: &SpanRef<'_, S>) {
        if span.name() != ATTEMPT {
            return;
        }
        let operation = span.parent().and_then(|call| {
            let facts = call.extensions();
            facts.get::<Facts>()?.operation.clone()
        });
        if let Some(facts) = span.extensions_mut().get_mut::<Facts>()
            && !facts.reported
        {
            facts.reported = true;
            let took = facts.since.elapsed().as_millis();
            (self.write)(&safe_line(&facts.line(operation.as_deref(), took)));
        }
    }
}

impl<S, W> Layer<S> for Brief<W>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    W: Fn(&str) + 'static,
{
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if let Some(span) = context.span(id)
            && matches!(span.name(), CALL | ATTEMPT)
        {
            let mut facts = Facts::new();
            attributes.record(&mut facts);
            span.extensions_mut().insert(facts);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let Some(span) = context.span(id) else { return };
        let mut has_failed = false;
        if let Some(facts) = span.extensions_mut().get_mut::<Facts>() {
            values.record(facts);
            has_failed = facts.has_failed;
        }
        if has_failed {
            self.report(&span);
        }
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = EventLine::default();
        event.record(&mut line);
        (self.write)(&safe_line(&format!("{}{}", line.message, line.rest)));
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        if let Some(span) = context.span(&id) {
            self.report(&span);
        }
    }
}

/// What a line says about a request.
struct Facts {
    since: Instant,
    operation: Option<String>,
    method: String,
    path: String,
    status: Option<u64>,
    fault: Option<String>,
    resends: u64,
    has_failed: bool,
    reported: bool,
}

impl Facts {
    fn new() -> Self {
        Self {
            since: Instant::now(),
            operation: None,
            method: String::new(),
            path: String::new(),
            status: None,
            fault: None,
            resends: 0,
            has_failed: false,
            reported: false,
        }
    }

    fn line(&self, operation: Option<&str>, took: u128) -> String {
        let came_back = match (self.status, &self.fault) {
            (Some(status), Some(fault)) if *fault != status.to_string() => {
                format!("{status} ({fault})")
            }
            (Some(status), _) => status.to_string(),
            (None, Some(fault)) => format!("no response ({fault})"),
            (None, None) => "no response".to_owned(),
        };
        format!(
            "{} {} {} → {came_back}, attempt {}, {took} ms",
            operation.unwrap_or("request"),
            self.method,
            self.path,
            self.resends + 1,
        )
    }

    fn text(&mut self, name: &str, text: String) {
        match name {
            "cekura.operation" => self.operation = Some(text),
            "http.request.method" => self.method = text,
            "url.full" => self.path = path_of(&text).to_owned(),
            "error.type" => self.fault = Some(text),
            // The last thing that is recorded about a request that failed.
            "otel.status_code" => self.has_failed = text == "ERROR",
            _ => {}
        }
    }
}

impl Visit for Facts {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.text(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.text(field.name(), value.to_owned());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        match field.name() {
            "http.response.status_code" => self.status = Some(value),
            "http.request.resend_count" => self.resends = value,
            _ => {}
        }
    }
}

/// An event as text: its message, and after it the few facts that the library gives along.
#[derive(Default)]
struct EventLine {
    message: String,
    rest: String,
}

impl EventLine {
    fn text(&mut self, name: &str, text: &str) {
        match name {
            "message" => text.clone_into(&mut self.message),
            "wait" | "cooldown" | "kind" | "status" => {
                self.rest.push_str(&format!(", {name} {text}"));
            }
            _ => {}
        }
    }
}

impl Visit for EventLine {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.text(field.name(), &format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.text(field.name(), value);
    }
}

/// The path of an address.
fn path_of(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme
        .find('/')
        .map_or(url, |start| &after_scheme[start..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};
    use tracing::field::Empty;
    use tracing::info_span;
    use tracing_subscriber::layer::SubscriberExt as _;

    /// The lines that `work` leaves, with the times taken out.
    fn lines(work: impl FnOnce()) -> Vec<String> {
        let written = Arc::new(Mutex::new(Vec::new()));
        let to = Arc::clone(&written);
        let brief = Brief::new(move |line: &str| to.lock().unwrap().push(line.to_owned()));
        tracing::subscriber::with_default(tracing_subscriber::registry().with(brief), work);
        let written = written.lock().unwrap();
        written
            .iter()
            .map(|line| match line.rsplit_once(", ") {
                Some((before, time)) if time.ends_with(" ms") => before.to_owned(),
                _ => line.clone(),
            })
            .collect()
    }

    fn attempt(resends: u64) -> tracing::Span {
        let span = info_span!(
            "cekura.attempt",
            http.request.method = %"GET",
            http.request.resend_count = Empty,
            http.response.status_code = Empty,
            url.full = %"https://api.example.com/observability/v2/call-logs/5001/",
            error.type = Empty,
            otel.status_code = Empty,
            http.request.header = "a_secret",
        );
        if resends > 0 {
            span.record("http.request.resend_count", resends);
        }
        span
    }

    #[test]
    fn a_request_is_one_line_and_a_retry_comes_after_what_made_it_necessary() {
        let found = lines(|| {
            let call = info_span!("cekura.call", cekura.operation = "call_logs_retrieve");
            let _inside = call.enter();
            let first = attempt(0);
            first.record("http.response.status_code", 503_u16);
            first.record("error.type", "503");
            first.record("otel.status_code", "ERROR");
            tracing::debug!(wait = ?std::time::Duration::from_millis(250), status = 503_u16, "retrying");
            drop(first);
            attempt(1).record("http.response.status_code", 200_u16);
        });
        let path = "/observability/v2/call-logs/5001/";
        assert_eq!(
            found,
            [
                format!("call_logs_retrieve GET {path} → 503, attempt 1"),
                "retrying, wait 250ms, status 503".to_owned(),
                format!("call_logs_retrieve GET {path} → 200, attempt 2"),
            ]
        );
    }

    #[test]
    fn a_fault_is_named_and_unforeseen_fields_are_left_out() {
        let found = lines(|| {
            let lost = attempt(0);
            lost.record("error.type", "timeout");
            lost.record("otel.status_code", "ERROR");
            drop(lost);
            tracing::warn!(body = "a_secret", kind = "network", "a look failed");
        });
        assert_eq!(
            found,
            [
                "request GET /observability/v2/call-logs/5001/ → no response (timeout), attempt 1",
                "a look failed, kind network",
            ]
        );
    }
}
