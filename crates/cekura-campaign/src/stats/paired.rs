//! The change of a proportion between two evaluations of the same call logs.

use super::proportion::Z;
use crate::report::{Delta, Flips};

/// The number of bisection steps, enough for full precision between −1 and 1.
const HALVINGS: u32 = 60;

/// Returns the difference of two paired proportions, after minus before, with its 95 % score interval (Tango, 1998).
///
/// `lost` counts the pairs that passed only before, `gained` those that passed only after, of `pairs` in total. The interval
/// excludes 0 if the score test rejects, and keeps its level with few changed pairs or none. Two separate intervals would
/// ignore the pairing and be far too wide.
///
/// Returns `None` if `pairs` is 0 or less than `lost + gained`.
///
/// ```
/// use cekura_campaign::stats::paired_difference;
///
/// let found = paired_difference(7, 1, 21).expect("there are pairs");
/// assert!((found.difference + 0.286).abs() < 0.001);
/// assert!((found.low + 0.517).abs() < 0.001 && (found.high + 0.026).abs() < 0.001);
/// ```
#[must_use]
pub fn paired_difference(lost: u64, gained: u64, pairs: u64) -> Option<Delta> {
    if pairs == 0 || lost.checked_add(gained)? > pairs {
        return None;
    }
    let counts = Counts {
        lost: lost as f64,
        gained: gained as f64,
        pairs: pairs as f64,
    };
    let difference = (counts.gained - counts.lost) / counts.pairs;
    Some(Delta {
        pairs,
        difference,
        low: counts.root(Z, -1.0, difference),
        high: counts.root(-Z, difference, 1.0),
    })
}

/// Returns the change of the pass rate. Call logs with a verdict only before or only after do not count.
#[must_use]
pub fn pass_rate_change(flips: &Flips) -> Option<Delta> {
    paired_difference(flips.pass_to_fail, flips.fail_to_pass, flips.pairs())
}

struct Counts {
    lost: f64,
    gained: f64,
    pairs: f64,
}

impl Counts {
    /// Returns the difference between `low` and `high` at which the decreasing score statistic equals `target`.
    fn root(&self, target: f64, mut low: f64, mut high: f64) -> f64 {
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if self.score(middle) > target {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }

    /// Returns by how many standard errors the observed difference exceeds `difference`, at the most likely rates that differ
    /// by it.
    fn score(&self, difference: f64) -> f64 {
        let Self {
            lost,
            gained,
            pairs,
        } = *self;
        let a = 2.0 * pairs;
        let b = (a - gained + lost) * difference - gained - lost;
        let c = -lost * difference * (1.0 - difference);
        let rate = ((b * b - 4.0 * a * c).max(0.0).sqrt() - b) / (2.0 * a);
        let variance = pairs * (2.0 * rate + difference * (1.0 - difference));
        let distance = gained - lost - pairs * difference;
        if variance > 0.0 {
            distance / variance.sqrt()
        } else {
            distance * f64::INFINITY
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fagerland, Lydersen and Laake (2014), table of the example of airway hyper-responsiveness: 1, 1, 7 and 12 pairs;
    /// Tango's interval is printed there as −0.517 to −0.026.
    #[test]
    fn the_interval_is_tangos_as_published() {
        let found = paired_difference(7, 1, 21).unwrap();
        let printed = |x: f64| format!("{x:.3}");
        assert_eq!(printed(found.difference), "-0.286");
        assert_eq!(
            (printed(found.low), printed(found.high)),
            ("-0.517".to_owned(), "-0.026".to_owned())
        );
    }

    /// Expected values: both limits found with 30 digits by maximising the likelihood under each difference (mpmath).
    #[test]
    fn the_interval_agrees_with_an_independent_implementation() {
        for (lost, gained, pairs, low, high) in [
            (7, 1, 21, -0.517_232_276_421, -0.026_003_032_480_9),
            (132, 107, 1_144, -0.048_494_550_688_1, 0.004_661_329_660_36),
            (0, 0, 20, -0.161_125_158_053, 0.161_125_158_053),
            (1, 0, 44, -0.118_077_096_982, 0.059_393_231_116_6),
            (96, 18, 2_966, -0.033_752_293_775_5, -0.019_625_786_904_8),
            (0, 3, 50, -0.015_628_455_081_4, 0.162_170_916_888),
            (0, 10, 10, 0.444_934_400_274, 1.0),
        ] {
            let found = paired_difference(lost, gained, pairs).unwrap();
            assert!((found.low - low).abs() < 1e-10, "{found:?}");
            assert!((found.high - high).abs() < 1e-10, "{found:?}");
        }
    }

    #[test]
    fn the_interval_mirrors_when_the_sides_are_exchanged() {
        for (lost, gained, pairs) in [(0, 0, 20), (1, 0, 44), (96, 18, 2_966), (3, 3, 6)] {
            let one = paired_difference(lost, gained, pairs).unwrap();
            let other = paired_difference(gained, lost, pairs).unwrap();
            assert!((one.low + other.high).abs() < 1e-12, "{one:?} {other:?}");
            assert!((one.high + other.low).abs() < 1e-12, "{one:?} {other:?}");
        }
    }

    #[test]
    fn no_flip_leaves_room_for_a_change_and_more_pairs_leave_less() {
        let few = paired_difference(0, 0, 20).unwrap();
        assert_eq!(few.difference, 0.0);
        assert!(few.low < -0.15 && few.high > 0.15, "{few:?}");
        let many = paired_difference(0, 0, 100_000).unwrap();
        assert!(many.low > -0.0001 && many.high < 0.0001, "{many:?}");
    }

    #[test]
    fn ends_stay_between_all_lost_and_all_gained() {
        for (lost, gained, pairs) in [
            (10, 0, 10),
            (0, 10, 10),
            (1, 0, 1),
            (0, 1, 1),
            (50_000, 0, 100_000),
        ] {
            let found = paired_difference(lost, gained, pairs).unwrap();
            assert!(
                -1.0 <= found.low && found.low <= found.difference,
                "{found:?}"
            );
            assert!(
                found.difference <= found.high && found.high <= 1.0,
                "{found:?}"
            );
        }
        assert_eq!(paired_difference(0, 0, 0), None);
        assert_eq!(paired_difference(2, 2, 3), None);
        assert_eq!(paired_difference(u64::MAX, 2, 3), None);
    }
}
