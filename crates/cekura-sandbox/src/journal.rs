//! The journal: what arrived, and what was answered.

use std::sync::Mutex;
use std::time::SystemTime;

use bytes::Bytes;
use http::HeaderMap;

use crate::lock;

/// A request, and what became of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Exchange {
    /// The number of the request, counted from 1.
    pub number: u64,
    /// When it arrived, on the sandbox's clock.
    pub at: SystemTime,
    /// `GET`, `POST` and so on.
    pub method: String,
    /// The path, still escaped.
    pub path: String,
    /// The query, unescaped, in its order.
    pub query: Vec<(String, String)>,
    /// The headers, names in lower case, in the order of arrival. The key is among them, in clear.
    pub headers: Vec<(String, String)>,
    /// The body, byte for byte.
    pub body: Bytes,
    /// The operation of the contract, if the method and the path belong to one.
    pub operation: Option<String>,
    /// The status that was sent; `None` if the connection was cut, or the request is still held.
    pub status: Option<u16>,
    /// The fault that struck, in words, such as `reset after the work`.
    pub fault: Option<String>,
    /// In what the request did not fit the contract: `field: what is wrong`.
    pub violations: Vec<String>,
}

impl Exchange {
    /// The first header of this name, in any case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The first query parameter of this name.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The body as JSON; `None` if it is none.
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
    pub(crate) body: Bytes,
    pub(crate) operation: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct Journal {
    exchanges: Mutex<Vec<Exchange>>,
    /// How many exchanges were taken out: numbers go on after that.
    forgotten: Mutex<u64>,
}

impl Journal {
    /// Writes the request down and gives it a number.
    pub(crate) fn open(&self, arrival: Arrival<'_>) -> u64 {
        let mut exchanges = lock(&self.exchanges);
        let number = *lock(&self.forgotten) + exchanges.len() as u64 + 1;
        let headers = arrival.headers.iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.to_string(), value)
        });
        exchanges.push(Exchange {
            number,
            at: arrival.at,
            method: arrival.method,
            path: arrival.path,
            query: arrival.query,
            headers: headers.collect(),
            body: arrival.body,
            operation: arrival.operation,
            status: None,
            fault: None,
            violations: Vec::new(),
        });
        number
    }

    pub(crate) fn close(&self, number: u64, status: u16) {
        self.change(number, |exchange| exchange.status = Some(status));
    }

    pub(crate) fn note_fault(&self, number: u64, fault: String) {
        self.change(number, |exchange| exchange.fault = Some(fault));
    }

    pub(crate) fn note_violations(&self, number: u64, violations: Vec<String>) {
        self.change(number, |exchange| exchange.violations = violations);
    }

    pub(crate) fn all(&self) -> Vec<Exchange> {
        lock(&self.exchanges).clone()
    }

    pub(crate) fn clear(&self) {
        let mut exchanges = lock(&self.exchanges);
        *lock(&self.forgotten) += exchanges.len() as u64;
        exchanges.clear();
    }

    fn change(&self, number: u64, change: impl FnOnce(&mut Exchange)) {
        let mut exchanges = lock(&self.exchanges);
        let at = exchanges.binary_search_by_key(&number, |exchange| exchange.number);
        if let Ok(at) = at {
            change(&mut exchanges[at]);
        }
    }
}
