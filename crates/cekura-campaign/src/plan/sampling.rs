//! Sampling by a seed, independent of the order of the call logs.

use cekura::CallLogId;

use crate::shard::splitmix64;

/// The sort key of a seed's sample: the lowest keys are drawn.
fn key(seed: u64, id: CallLogId) -> (u64, CallLogId) {
    (splitmix64(splitmix64(seed) ^ id.0.cast_unsigned()), id)
}

/// Draws `count` of `all` without replacement, each with the same probability; all if there are fewer.
///
/// The sample is the call logs with the lowest SplitMix64 hash of seed and id. It depends on nothing but the seed and
/// the set of ids: neither on their order nor on the version of this crate. A larger sample of the same seed contains
/// the smaller one. The result ascends by id; `all` must hold each id once.
///
/// ```
/// use cekura::CallLogId;
/// use cekura_campaign::plan::sample;
///
/// let ids = (5001..5101).map(CallLogId);
/// let few = sample(ids.clone(), 3, 7);
/// assert_eq!(few, sample(ids.rev(), 3, 7));
/// assert_eq!(few.len(), 3);
/// ```
#[must_use]
pub fn sample(all: impl IntoIterator<Item = CallLogId>, count: usize, seed: u64) -> Vec<CallLogId> {
    let mut drawn: Vec<CallLogId> = all.into_iter().collect();
    keep(&mut drawn, count, seed, |id| *id);
    drawn.sort_unstable();
    drawn
}

/// Keeps what [`sample`] draws, in no particular order.
pub(super) fn keep<T>(all: &mut Vec<T>, count: usize, seed: u64, id: impl Fn(&T) -> CallLogId) {
    if count < all.len() {
        all.select_nth_unstable_by_key(count, |one| key(seed, id(one)));
        all.truncate(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(range: std::ops::Range<i64>) -> impl DoubleEndedIterator<Item = CallLogId> {
        range.map(CallLogId)
    }

    #[test]
    fn a_seed_draws_the_same_for_ever() {
        // Computed apart from this code.
        assert_eq!(
            sample(ids(5001..5101), 5, 7),
            [5011, 5014, 5044, 5077, 5096].map(CallLogId)
        );
        assert_eq!(
            sample(ids(5001..5101), 5, 8),
            [5007, 5023, 5060, 5078, 5080].map(CallLogId)
        );
    }

    #[test]
    fn neither_order_nor_size_change_who_is_drawn() {
        let few = sample(ids(1..2000), 40, 3);
        assert_eq!(few, sample(ids(1..2000).rev(), 40, 3));
        assert!(few.is_sorted() && few.len() == 40);
        let more = sample(ids(1..2000), 400, 3);
        assert!(few.iter().all(|id| more.contains(id)));
        assert_eq!(sample(ids(1..5), 9, 3).len(), 4);
        assert_eq!(sample(ids(1..5), 0, 3), []);
    }

    #[test]
    fn everyone_is_drawn_about_equally_often() {
        let mut drawn = [0_u32; 50];
        for seed in 0..2000 {
            for id in sample(ids(0..50), 10, seed) {
                drawn[usize::try_from(id.0).unwrap()] += 1;
            }
        }
        // 400 expected, with a standard deviation of 18.
        assert!(
            drawn.iter().all(|count| count.abs_diff(400) < 90),
            "{drawn:?}"
        );
    }
}
