//! A request that belongs to an operation of the contract.

use std::time::Duration;

use http::HeaderMap;

use crate::contract::Operation;

/// A request to an operation.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) number: u64,
    pub(crate) operation: &'a Operation,
    pub(crate) path: &'a [(String, String)],
    pub(crate) query: &'a [(String, String)],
    pub(crate) headers: &'a HeaderMap,
    pub(crate) path_text: &'a str,
    pub(crate) body: &'a [u8],
    /// The delay before the work is done.
    pub(crate) late: Duration,
    /// The number of call logs whose work is done; `None` is all.
    pub(crate) part: Option<u64>,
}

impl Asked<'_> {
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        value_of(self.query, name)
    }

    pub(crate) fn path(&self, name: &str) -> Option<&str> {
        value_of(self.path, name)
    }

    pub(crate) fn path_number(&self, name: &str) -> Option<i64> {
        self.path(name)?.parse().ok()
    }

    pub(crate) fn query_number(&self, name: &str) -> Option<i64> {
        self.query(name)?.parse().ok()
    }
}

fn value_of<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = pairs.iter().find(|(key, _)| key == name);
    found.map(|(_, value)| value.as_str())
}
