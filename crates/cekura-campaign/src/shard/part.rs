//! Shards: disjoint parts of a plan.

use std::fmt;
use std::str::FromStr;

use cekura::CallLogId;
use serde::{Deserialize, Serialize};

use super::splitmix64;

/// One of several disjoint parts of a plan, such as `2/8`: the second of eight.
///
/// A call log belongs to the shard whose index, counted from 0, is the SplitMix64 hash of its id modulo the number of shards.
/// This depends on nothing else and will never change, so independent workers never share a call log.
///
/// ```
/// use cekura::CallLogId;
/// use cekura_campaign::shard::Shard;
///
/// let shard: Shard = "2/8".parse()?;
/// assert_eq!((shard.index(), shard.of()), (2, 8));
/// assert!(shard.contains(CallLogId(5009)));
/// assert!(!shard.contains(CallLogId(5001)));
/// # Ok::<(), cekura_campaign::shard::ShardError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Shard {
    of: u32,
    index: u32,
}

impl Shard {
    /// Creates the `index`-th of `of` shards, counted from 1.
    ///
    /// # Errors
    /// Fails if there is no such shard: `0/8`, `9/8`, `1/0`.
    pub fn new(index: u32, of: u32) -> Result<Self, ShardError> {
        match (index, of) {
            (_, 0) => Err(ShardError::new(format!(
                "{index}/{of} is not a shard: a plan is split into at least 1 part, as in 1/1"
            ))),
            (0, _) => Err(ShardError::new(format!(
                "0/{of} is not a shard: parts are counted from 1, so the first one is 1/{of}"
            ))),
            _ if index > of => Err(ShardError::new(format!(
                "{index}/{of} is not a shard: of {of} parts the last one is {of}/{of}"
            ))),
            _ => Ok(Self { of, index }),
        }
    }

    /// Creates the `index`-th of `of` shards, counted from 0.
    pub(super) fn from_zero(index: u32, of: u32) -> Option<Self> {
        (index < of).then(|| Self {
            of,
            index: index + 1,
        })
    }

    /// Returns the index, counted from 1.
    #[must_use]
    pub const fn index(self) -> u32 {
        self.index
    }

    /// Returns the number of shards.
    #[must_use]
    pub const fn of(self) -> u32 {
        self.of
    }

    /// Returns whether the call log is in this shard. It is in exactly one of [`of`](Self::of) shards.
    #[must_use]
    pub const fn contains(self, id: CallLogId) -> bool {
        splitmix64(id.0.cast_unsigned()) % self.of as u64 == self.index as u64 - 1
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}/{}", self.index, self.of))
    }
}

impl FromStr for Shard {
    type Err = ShardError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |part: &str| {
            let part = part.trim();
            let is_plain = part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| is_plain)
        };
        let parts = text.split_once('/');
        match parts.and_then(|(index, of)| Some((number(index)?, number(of)?))) {
            Some((index, of)) => Self::new(index, of),
            None => Err(ShardError::new(format!(
                "{:?} is not a shard: expected which part and of how many, such as 2/8",
                shortened(text)
            ))),
        }
    }
}

impl TryFrom<String> for Shard {
    type Error = ShardError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
    }
}

/// An invalid or missing shard. The message gives the value and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShardError(String);

impl ShardError {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for ShardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ShardError {}

/// Returns at most 40 characters of a text, for messages.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_in_exactly_one_shard() {
        for of in [1, 2, 3, 8, 100] {
            let parts: Vec<Shard> = (1..=of).map(|n| Shard::new(n, of).unwrap()).collect();
            for id in (5001..5201).chain([1, i64::MAX]) {
                let holders = parts.iter().filter(|part| part.contains(CallLogId(id)));
                assert_eq!(holders.count(), 1, "{id} of {of}");
            }
        }
    }

    #[test]
    fn shards_never_change() {
        // Computed independently. Workers of different versions share plans, so these numbers must not change.
        let pinned: [(u32, [u32; 12]); 4] = [
            (2, [2, 1, 1, 1, 2, 2, 1, 1, 2, 1, 2, 2]),
            (3, [2, 3, 3, 1, 2, 3, 3, 1, 1, 2, 1, 3]),
            (8, [4, 7, 3, 5, 8, 8, 5, 3, 2, 1, 8, 8]),
            (100, [48, 71, 51, 61, 92, 96, 81, 23, 18, 85, 76, 72]),
        ];
        for (of, indexes) in pinned {
            for (id, index) in (5001..).zip(indexes) {
                assert!(
                    Shard::new(index, of).unwrap().contains(CallLogId(id)),
                    "{id}: {index}/{of}"
                );
            }
        }
        assert!(Shard::new(40, 100).unwrap().contains(CallLogId(i64::MAX)));
    }

    #[test]
    fn shards_have_about_equal_sizes() {
        for of in [2, 8, 10] {
            let fair = 100_000 / of as usize;
            for index in 1..=of {
                let part = Shard::new(index, of).unwrap();
                let size = (0..100_000)
                    .filter(|id| part.contains(CallLogId(*id)))
                    .count();
                assert!(size.abs_diff(fair) < fair / 20, "{part}: {size}");
            }
        }
    }

    #[test]
    fn invalid_shards_are_rejected_with_what_to_write() {
        for (text, expected) in [
            ("0/8", "the first one is 1/8"),
            ("9/8", "the last one is 8/8"),
            ("1/0", "at least 1 part"),
            ("x", "such as 2/8"),
            ("", "such as 2/8"),
            ("2", "such as 2/8"),
            ("+2/8", "such as 2/8"),
            ("2/8/3", "such as 2/8"),
            ("-1/8", "such as 2/8"),
            ("1/4294967296", "such as 2/8"),
        ] {
            let error = text.parse::<Shard>().unwrap_err().to_string();
            assert!(error.contains(expected), "{text}: {error}");
        }
        let long = "8".repeat(1000).parse::<Shard>().unwrap_err().to_string();
        assert!(long.len() < 200, "{long}");
    }

    #[test]
    fn shards_round_trip_through_text_and_json() {
        let shard: Shard = " 2 / 8 ".parse().unwrap();
        assert_eq!(shard.to_string(), "2/8");
        assert_eq!(serde_json::to_string(&shard).unwrap(), "\"2/8\"");
        assert_eq!(serde_json::from_str::<Shard>("\"2/8\"").unwrap(), shard);
        assert!(serde_json::from_str::<Shard>("\"9/8\"").is_err());
    }
}
