//! A request that belongs to an operation of the contract.

use std::time::Duration;

use http::HeaderMap;

use super::Scope;
use crate::contract::Operation;
use crate::errors::not_found;
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::World;

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

    /// The call log that the path names, as of `at`.
    ///
    /// # Errors
    /// 404 if there is none, or none that the key may see.
    pub(crate) fn call_log(
        &self,
        state: &State,
        world: &World,
        scope: Scope,
        at: Timestamp,
    ) -> Result<i64, Reply> {
        let id = self.path_number("id");
        id.filter(|id| scope.sees_call_log(state, world, *id, at))
            .ok_or_else(not_found)
    }
}

fn value_of<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = pairs.iter().find(|(key, _)| key == name);
    found.map(|(_, value)| value.as_str())
}
