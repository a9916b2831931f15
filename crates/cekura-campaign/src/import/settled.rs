//! Which calls are settled: 25 bytes for each.

use super::file::{CallKey, key_of};
use super::line::LineDigest;
use super::record::Settled;

/// The calls that the journal has an outcome of, when it was opened.
#[derive(Debug, Default)]
pub(super) struct SettledCalls(Vec<(CallKey, LineDigest, Settled)>);

impl SettledCalls {
    /// Adds a call; the last addition of one counts.
    pub(super) fn add(&mut self, call_id: &str, digest: LineDigest, settled: Settled) {
        self.0.push((key_of(call_id), digest, settled));
    }

    /// Makes the additions so far known.
    pub(super) fn sort(&mut self) {
        // Stable: the last one of a call stays the last.
        self.0.sort_by_key(|call| call.0);
        self.0.reverse();
        self.0.dedup_by_key(|call| call.0);
        self.0.reverse();
        self.0.shrink_to_fit();
    }

    /// Returns how a call ended, and the digest of its line.
    pub(super) fn get(&self, call_id: &str) -> Option<(Settled, LineDigest)> {
        let key = key_of(call_id);
        let at = self.0.binary_search_by_key(&key, |call| call.0).ok()?;
        let (_, digest, settled) = self.0[at];
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
        assert_eq!(size_of::<(CallKey, LineDigest, Settled)>(), 25);
    }
}
