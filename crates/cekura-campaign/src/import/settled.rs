//! Which calls are settled: 25 bytes for each.

use super::file::{CallKey, key_of};
use super::line::LineDigest;
use super::record::Settled;

type Call = (CallKey, LineDigest, Settled);

/// The calls that the journal has an outcome of.
#[derive(Debug, Default)]
pub(super) struct SettledCalls {
    sorted: Vec<Call>,
    /// Those since the last sort, which are not known yet.
    new: Vec<Call>,
}

impl SettledCalls {
    /// Adds a call; the last addition of one counts.
    pub(super) fn add(&mut self, call_id: &str, digest: LineDigest, settled: Settled) {
        self.new.push((key_of(call_id), digest, settled));
    }

    /// Makes the additions so far known.
    pub(super) fn sort(&mut self) {
        if self.sorted.is_empty() {
            std::mem::swap(&mut self.sorted, &mut self.new);
        }
        self.sorted.append(&mut self.new);
        // Stable: the last one of a call stays the last.
        self.sorted.sort_by_key(|call| call.0);
        self.sorted.reverse();
        self.sorted.dedup_by_key(|call| call.0);
        self.sorted.reverse();
        self.sorted.shrink_to_fit();
    }

    /// Returns how a call ended, and the digest of its line.
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
    }

    #[test]
    fn a_call_takes_25_bytes() {
        assert_eq!(size_of::<Call>(), 25);
    }
}
