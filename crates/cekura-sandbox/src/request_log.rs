//! The request log: the latest requests and their responses.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::SystemTime;

use bytes::Bytes;
use http::HeaderMap;

use crate::lock;
use crate::request_counts::RequestCounts;

/// A request and its outcome.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LoggedRequest {
    /// The number of the request, counted from 1.
    pub number: u64,
    /// The time of arrival on the sandbox's clock.
    pub at: SystemTime,
    /// `GET`, `POST` and so on.
    pub method: String,
    /// The path, still escaped.
    pub path: String,
    /// The query, unescaped, in its order.
    pub query: Vec<(String, String)>,
    /// The headers, names in lower case, in the order of arrival. Includes the key in clear text.
    pub headers: Vec<(String, String)>,
    /// The body, byte for byte.
    pub body: Bytes,
    /// The operation of the contract, if the method and the path belong to one.
    pub operation: Option<String>,
    /// The status that was sent; `None` if the connection was cut, or the request is still held.
    pub status: Option<u16>,
    /// The applied fault as text, such as `reset after the work`.
    pub fault: Option<String>,
    /// The violations of the contract: `field: message`.
    pub violations: Vec<String>,
}

impl LoggedRequest {
    /// Returns the first header of this name; case does not matter.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Returns the first query parameter of this name.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Returns the body as JSON; `None` if it is not JSON.
    #[must_use]
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// A request that has just arrived.
pub(crate) struct Arrival<'a> {
    pub(crate) at: SystemTime,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
    pub(crate) operation: Option<&'static str>,
}

/// What is known about a request when it arrives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestTicket {
    pub(crate) number: u64,
    operation: Option<&'static str>,
}

/// The last requests, and the counts of all.
#[derive(Debug)]
pub(crate) struct RequestLog {
    /// How many requests are kept.
    keep: usize,
    records: Mutex<Records>,
}

#[derive(Debug, Default)]
struct Records {
    requests: VecDeque<LoggedRequest>,
    /// The bytes of the bodies in `requests`.
    bodies: usize,
    /// The number of the latest request.
    last: u64,
    /// The number of the latest request when the request log was cleared.
    cleared: u64,
    request_counts: RequestCounts,
}

/// The most bytes of bodies that are kept together.
const MOST_BODIES: usize = 64 << 20;

impl RequestLog {
    pub(crate) fn new(keep: usize) -> Self {
        Self {
            keep,
            records: Mutex::default(),
        }
    }

    /// Records the request and returns its number.
    pub(crate) fn open(&self, arrival: Arrival<'_>) -> RequestTicket {
        let headers = arrival.headers.iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.to_string(), value)
        });
        let mut request = LoggedRequest {
            number: 0,
            at: arrival.at,
            method: arrival.method,
            path: arrival.path,
            query: arrival.query,
            headers: headers.collect(),
            // A copy: the connection's buffer, of which the body is a part, must not stay alive with it.
            body: Bytes::copy_from_slice(arrival.body),
            operation: arrival.operation.map(str::to_owned),
            status: None,
            fault: None,
            violations: Vec::new(),
        };
        let mut records = lock(&self.records);
        records.last += 1;
        request.number = records.last;
        records.bodies += request.body.len();
        records.requests.push_back(request);
        records.request_counts.arrive(arrival.operation);
        let ticket = RequestTicket {
            number: records.last,
            operation: arrival.operation,
        };
        records.forget(self.keep);
        ticket
    }

    pub(crate) fn close(&self, ticket: RequestTicket, status: u16) {
        let mut records = lock(&self.records);
        if ticket.number <= records.cleared {
            return;
        }
        records.request_counts.answer(ticket.operation, status);
        records.change(ticket.number, |request| request.status = Some(status));
    }

    pub(crate) fn note_fault(&self, number: u64, fault: String) {
        lock(&self.records).change(number, |request| request.fault = Some(fault));
    }

    pub(crate) fn note_violations(&self, number: u64, violations: Vec<String>) {
        lock(&self.records).change(number, |request| request.violations = violations);
    }

    /// Returns the last requests, at most `most`, in their order.
    pub(crate) fn last(&self, most: usize) -> Vec<LoggedRequest> {
        let records = lock(&self.records);
        let skipped = records.requests.len().saturating_sub(most);
        records.requests.iter().skip(skipped).cloned().collect()
    }

    pub(crate) fn request_counts(&self) -> RequestCounts {
        lock(&self.records).request_counts.clone()
    }

    /// Clears the request log. Numbers continue.
    pub(crate) fn clear(&self) {
        let mut records = lock(&self.records);
        *records = Records {
            last: records.last,
            cleared: records.last,
            ..Records::default()
        };
    }
}

impl Records {
    fn forget(&mut self, keep: usize) {
        while self.requests.len() > keep || self.bodies > MOST_BODIES {
            let Some(oldest) = self.requests.pop_front() else {
                break;
            };
            self.bodies -= oldest.body.len();
        }
    }

    /// Changes a request that the request log still has.
    fn change(&mut self, number: u64, change: impl FnOnce(&mut LoggedRequest)) {
        let numbers = |request: &LoggedRequest| request.number;
        if let Ok(at) = self.requests.binary_search_by_key(&number, numbers) {
            change(&mut self.requests[at]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrive(log: &RequestLog, body: &[u8]) -> RequestTicket {
        log.open(Arrival {
            at: SystemTime::UNIX_EPOCH,
            method: "GET".to_owned(),
            path: "/".to_owned(),
            query: Vec::new(),
            headers: &HeaderMap::new(),
            body,
            operation: Some("billing_info"),
        })
    }

    fn numbers(log: &RequestLog) -> Vec<u64> {
        let kept = log.last(usize::MAX);
        kept.iter().map(|request| request.number).collect()
    }

    #[test]
    fn the_last_requests_are_kept_and_all_are_counted() {
        let log = RequestLog::new(3);
        let tickets: Vec<RequestTicket> = (0..5).map(|_| arrive(&log, b"{}")).collect();
        assert_eq!(numbers(&log), [3, 4, 5]);
        for ticket in tickets {
            log.close(ticket, 200);
        }
        assert_eq!(log.request_counts().answered("billing_info", Some(200)), 5);
        assert_eq!(log.last(2).len(), 2);
        assert_eq!(log.last(1)[0].status, Some(200));
    }

    #[test]
    fn large_bodies_push_out_more() {
        let log = RequestLog::new(100);
        let body = vec![b' '; MOST_BODIES / 4];
        for _ in 0..6 {
            arrive(&log, &body);
        }
        assert_eq!(numbers(&log), [3, 4, 5, 6]);
    }

    #[test]
    fn clearing_forgets_the_counts_but_not_the_numbers() {
        let log = RequestLog::new(0);
        let held = arrive(&log, b"");
        assert_eq!((numbers(&log), log.request_counts().total()), (vec![], 1));
        log.clear();
        log.close(held, 200);
        assert_eq!(arrive(&log, b"").number, 2);
        assert_eq!(log.request_counts().total(), 1);
    }
}
