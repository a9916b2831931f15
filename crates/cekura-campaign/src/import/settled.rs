//! Which calls are settled: 25 bytes for each.

use std::collections::BTreeMap;

use super::file::{CallKey, key_of};
use super::line::LineDigest;
use super::record::Settled;

type Call = (CallKey, LineDigest, Settled);

/// The calls that the journal has an outcome of.
#[derive(Debug, Default)]
pub(super) struct SettledCalls {
    sorted: Vec<Call>,
    /// Those of the journal, until the first sort.
    new: Vec<Call>,
    /// Those since the last sort.
    recent: BTreeMap<CallKey, (LineDigest, Settled)>,
    is_sorted: bool,
}

impl SettledCalls {
    /// Adds a call; the last addition of one counts.
    pub(super) fn add(&mut self, call_id: &str, digest: LineDigest, settled: Settled) {
        let key = key_of(call_id);
        if self.is_sorted {
            self.recent.insert(key, (digest, settled));
        } else {
            self.new.push((key, digest, settled));
        }
    }

    /// Makes the additions so far known.
    pub(super) fn sort(&mut self) {
        if self.sorted.is_empty() {
            std::mem::swap(&mut self.sorted, &mut self.new);
        }
        self.sorted.append(&mut self.new);
        let recent = std::mem::take(&mut self.recent).into_iter();
        let recent = recent.map(|(key, (digest, settled))| (key, digest, settled));
        self.sorted.extend(recent);
        self.is_sorted = true;
        // Stable: the last one of a call stays the last.
        self.sorted.sort_by_key(|call| call.0);
        self.sorted.reverse();
        self.sorted.dedup_by_key(|call| call.0);
        self.sorted.reverse();
        self.sorted.shrink_to_fit();
    }

    /// Returns whether a call was settled since the last sort.
    pub(super) fn is_recent(&self, call_id: &str) -> bool {
        self.recent.contains_key(&key_of(call_id))
    }

    /// Returns how a call ended before the last sort, and the digest of its line.
    pub(super) fn get(&self, call_id: &str) -> Option<(Settled, LineDigest)> {
        let key = key_of(call_id);
        let at = self.sorted.binary_search_by_key(&key, |call| call.0);
        let (_, digest, settled) = self.sorted[at.ok()?];
        Some((settled, digest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_outcome_of_a_call_counts() {
        let mut calls = SettledCalls::default();
        calls.add("a", [1; 8], Settled::Refused);
        calls.add("b", [2; 8], Settled::There);
        calls.add("a", [3; 8], Settled::Refused);
        calls.add("a", [4; 8], Settled::Sent);
        calls.sort();
        assert_eq!(calls.get("a"), Some((Settled::Sent, [4; 8])));
        assert_eq!(calls.get("b"), Some((Settled::There, [2; 8])));
        assert_eq!(calls.get("c"), None);
        assert!(!calls.is_recent("a"));
        calls.add("b", [5; 8], Settled::Sent);
        assert!(calls.is_recent("b"));
        assert_eq!(calls.get("b"), Some((Settled::There, [2; 8])));
        calls.sort();
        assert_eq!(calls.get("b"), Some((Settled::Sent, [5; 8])));
        assert!(!calls.is_recent("b"));
    }

    #[test]
    fn a_call_takes_25_bytes() {
        assert_eq!(size_of::<Call>(), 25);
    }
}
