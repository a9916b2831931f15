//! A shard's share of a plan.

use serde::{Deserialize, Serialize};

use super::Shard;
use crate::plan::Plan;

/// A shard's share of a plan: its call logs, and those of the shards before it.
///
/// It divides numbers of the whole plan, such as limits. The parts of all shards add up to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The number of call logs in the shards before this one.
    pub before: u64,
    /// The number of call logs in this shard.
    pub own: u64,
    /// The number of call logs in the plan.
    pub of: u64,
}

impl Share {
    /// Returns the share of `shard` in the whole `plan`.
    #[must_use]
    pub fn of(plan: &Plan, shard: Option<Shard>) -> Self {
        let of = plan.logs.len() as u64;
        let Some(shard) = shard else {
            return Self {
                before: 0,
                own: of,
                of,
            };
        };
        let upto = |index| {
            let parts = (1..=index).filter_map(|n| Shard::new(n, shard.of()).ok());
            let parts: Vec<Shard> = parts.collect();
            let inside = plan
                .logs
                .iter()
                .filter(|log| parts.iter().any(|part| part.contains(log.id)));
            inside.count() as u64
        };
        let before = upto(shard.index() - 1);
        Self {
            before,
            own: upto(shard.index()) - before,
            of,
        }
    }

    /// Returns this shard's part of a number of the whole plan.
    #[must_use]
    pub fn part(self, whole: u64) -> u64 {
        let upto = |logs: u64| {
            let part = u128::from(whole) * u128::from(logs) / u128::from(self.of.max(1));
            u64::try_from(part).unwrap_or(whole)
        };
        upto(self.before + self.own) - upto(self.before)
    }

    /// Returns this shard's fraction of the plan, from 0 to 1.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of call logs are far below 2^52"
    )]
    pub(crate) fn fraction(self) -> f64 {
        self.own as f64 / self.of.max(1) as f64
    }

    /// Returns whether this is the whole plan.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.own == self.of
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_add_up_to_the_whole() {
        for sizes in [vec![5, 5], vec![1, 0, 8, 3], vec![997, 1003], vec![7]] {
            let of = sizes.iter().sum();
            for whole in [0, 1, 2, 10, 11, 1_000, u64::MAX] {
                let mut before = 0;
                let mut sum = 0;
                for own in &sizes {
                    sum += Share {
                        before,
                        own: *own,
                        of,
                    }
                    .part(whole);
                    before += own;
                }
                assert_eq!(sum, whole, "{sizes:?}");
            }
        }
    }

    #[test]
    fn only_the_share_with_all_call_logs_is_whole() {
        let half = Share {
            before: 0,
            own: 5,
            of: 10,
        };
        assert!(!half.is_whole());
        assert!((half.fraction() - 0.5).abs() < 1e-9);
        assert!(Share { own: 10, ..half }.is_whole());
    }
}
