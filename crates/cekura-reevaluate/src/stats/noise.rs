//! Do the campaign's flips exceed what the metric does by itself?

use super::{binomial_upper_tail, mcnemar_exact};
use crate::report::{Flips, Noise, Share};

/// The level below which chance is no longer the explanation.
const LEVEL: f64 = 0.05;

/// Weighs a metric's flips against what re-evaluating a sample without changing anything showed.
///
/// `rounds` is how often the sample was evaluated once more, and `flip_rate` the share of pairs of consecutive rounds
/// whose verdicts differ. Two things must hold for the flips to be within the noise:
///
/// - There are no more of them than it explains, in both directions together. The true rate behind `flip_rate` is not
///   known, only its interval, and the test takes the *upper* end: flips are called more than noise only where even the
///   strongest noise that the sample leaves possible does not explain them, so that no metric is blamed because a sample
///   was small. A small sample cannot show much, then; the gate forgives nothing on the word of one
///   (see [`Limits::ignore_within_noise`](crate::gate::Limits::ignore_within_noise)).
/// - They do not lean to one side by McNemar's exact test: where nothing changed, a verdict is as likely to flip one way
///   as the other.
///
/// ```
/// use cekura_reevaluate::report::Flips;
/// use cekura_reevaluate::stats::{noise, wilson};
///
/// // 6 of 200 verdicts flipped by themselves: up to 6.4 % is believable.
/// let sample = wilson(6, 200).expect("there were pairs");
/// let flips = |pass_to_fail, fail_to_pass| Flips {
///     pass_to_pass: 250,
///     fail_to_fail: 40,
///     pass_to_fail,
///     fail_to_pass,
///     ..Flips::default()
/// };
/// assert!(noise(2, sample, &flips(5, 4)).within);
/// assert!(!noise(2, sample, &flips(25, 24)).within, "too many");
/// assert!(!noise(2, sample, &flips(9, 0)).within, "one way only");
/// ```
#[must_use]
pub fn noise(rounds: u32, flip_rate: Share, flips: &Flips) -> Noise {
    let (worse, better) = (flips.pass_to_fail, flips.fail_to_pass);
    let judged = worse + better + flips.pass_to_pass + flips.fail_to_fail;
    let p = binomial_upper_tail(worse + better, judged, flip_rate.high);
    Noise {
        rounds,
        flip_rate,
        p,
        within: p > LEVEL && mcnemar_exact(worse, better) > LEVEL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::wilson;

    fn flips(worse: u64, better: u64, judged: u64) -> Flips {
        Flips {
            pass_to_pass: judged - worse - better,
            pass_to_fail: worse,
            fail_to_pass: better,
            ..Flips::default()
        }
    }

    #[test]
    fn no_flip_is_always_within() {
        let silent = wilson(0, 1_000).unwrap();
        let noise = noise(1, silent, &flips(0, 0, 3_000));
        assert!(noise.within);
        assert_eq!(noise.p, 1.0);
    }

    /// With 6 of 200 the upper end is 0.06389 (statsmodels); scipy's `binom.sf` gives the value.
    #[test]
    fn the_upper_end_of_the_interval_is_what_counts() {
        let sample = wilson(6, 200).unwrap();
        let below = noise(2, sample, &flips(60, 60, 2_991));
        assert!(
            (below.p - 0.999_999_994_569_415_1).abs() < 1e-9,
            "{below:?}"
        );
        // 4 % is more than the 3 % seen, and still less than the 6.4 % possible.
        assert!(below.within);
        assert!(!noise(2, sample, &flips(120, 120, 2_991)).within);
    }

    #[test]
    fn flips_of_one_direction_are_not_noise_however_few() {
        let sample = wilson(60, 200).unwrap();
        assert!(
            noise(2, sample, &flips(5, 0, 300)).within,
            "5 : 0 can be chance"
        );
        let leaning = noise(2, sample, &flips(6, 0, 300));
        assert!(!leaning.within, "6 : 0 is not");
        assert_eq!(leaning.p, 1.0);
    }

    #[test]
    fn a_larger_sample_sees_more() {
        let few = noise(1, wilson(1, 20).unwrap(), &flips(20, 20, 300));
        let many = noise(1, wilson(50, 1_000).unwrap(), &flips(20, 20, 300));
        assert!(few.within, "{few:?}");
        assert!(!many.within, "{many:?}");
    }
}
