//! Measured noise: whether a campaign has more flips than re-evaluation alone causes.

use super::proportion::wilson_as_of;
use super::{binomial_upper_tail, mcnemar_exact};
use crate::report::{Flips, Noise, Proportion};

/// The level of the tests.
const LEVEL: f64 = 0.05;

/// Returns how often verdicts flip without a change, with a 95 % interval. `logs` gives the flips and the pairs of consecutive
/// rounds of each call log.
///
/// Rounds of one call log are not independent: borderline calls flip often, others never. 2 rounds of 50 call logs are worth
/// less than 100 independent trials. The interval is Wilson's with Rao and Scott's effective sample size, which is between the
/// number of call logs and the number of pairs.
///
/// Returns `None` if there are no pairs.
///
/// ```
/// use cekura_campaign::stats::noise_rate;
///
/// // Two rounds of 50 call logs: five borderline ones flipped both times.
/// let clustered = noise_rate((0..50).map(|log| (if log < 5 { 2 } else { 0 }, 2))).expect("pairs");
/// assert_eq!((clustered.hits, clustered.of), (10, 100));
/// // The effective sample size is 50, not 100.
/// assert!(clustered.high > 0.21);
/// ```
#[must_use]
pub fn noise_rate(logs: impl IntoIterator<Item = (u64, u64)>) -> Option<Proportion> {
    let logs: Vec<(u64, u64)> = logs.into_iter().filter(|(_, pairs)| *pairs > 0).collect();
    let flips: u64 = logs.iter().map(|(flips, _)| flips).sum();
    let pairs: u64 = logs.iter().map(|(_, pairs)| pairs).sum();
    if pairs == 0 || flips > pairs {
        return None;
    }
    let (number, all) = (logs.len() as f64, pairs as f64);
    let rate = flips as f64 / all;
    let independent = rate * (1.0 - rate) / all;
    let scatter: f64 = logs
        .iter()
        .map(|(flips, pairs)| (*flips as f64 - rate * *pairs as f64).powi(2))
        .sum();
    let clustered = if number > 1.0 {
        scatter / (all * all) * number / (number - 1.0)
    } else {
        f64::INFINITY
    };
    // If no pair or every pair flipped, the correlation is unknown: assume the smallest effective size.
    let worth = if independent > 0.0 {
        (all * independent / clustered).clamp(number, all)
    } else {
        number
    };
    Some(wilson_as_of(flips, pairs, worth))
}

/// Compares a metric's flips with the noise that `rounds` re-evaluations of `logs` call logs showed.
///
/// Flips are *within* the noise if both hold:
///
/// - The *measured* rate explains their number, both directions together. The upper end of the interval is not used here: it
///   would accept noise that was never measured (0 of 50 has an upper end of 7 %). With too small a sample, flips that are
///   noise may therefore count as changes.
/// - Neither direction prevails by McNemar's exact test: without a change both directions are equally likely.
///
/// Flips are *beyond* the noise if even the upper end of the interval does not explain their number, or if one direction
/// prevails. Otherwise the sample is too small to decide.
///
/// ```
/// use cekura_campaign::report::Flips;
/// use cekura_campaign::stats::{noise, wilson};
///
/// // 6 of 200 verdicts flipped without a change: 3 %, with an upper end of 6.4 %.
/// let sample = wilson(6, 200).expect("there were pairs");
/// let flips = |pass_to_fail, fail_to_pass| Flips {
///     pass_to_pass: 250,
///     fail_to_fail: 40,
///     pass_to_fail,
///     fail_to_pass,
///     ..Flips::default()
/// };
/// assert!(noise(1, 200, sample, &flips(5, 4)).flips_within);
/// let between = noise(1, 200, sample, &flips(9, 8));
/// assert!(!between.flips_within && !between.flips_beyond, "the sample is too small to decide");
/// assert!(noise(1, 200, sample, &flips(25, 24)).flips_beyond, "too many");
/// assert!(noise(1, 200, sample, &flips(9, 0)).flips_beyond, "one way only");
/// ```
#[must_use]
pub fn noise(rounds: u32, logs: u64, flip_rate: Proportion, flips: &Flips) -> Noise {
    let explained = |rate| binomial_upper_tail(flips.flipped(), flips.pairs(), rate);
    let p = explained(flip_rate.rate);
    let leans = mcnemar_exact(flips.pass_to_fail, flips.fail_to_pass) <= LEVEL;
    Noise {
        rounds,
        call_logs: logs,
        flip_rate,
        p_value: p,
        flips_within: p > LEVEL && !leans,
        flips_beyond: explained(flip_rate.high) <= LEVEL || leans,
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
        let noise = noise(1, 1_000, silent, &flips(0, 0, 3_000));
        assert!(noise.flips_within && !noise.flips_beyond);
        assert_eq!(noise.p_value, 1.0);
    }

    /// The row's own example: nothing seen in 50 leaves room for 7.1 %, and forgives nothing.
    #[test]
    fn what_was_not_seen_is_not_forgiven() {
        let silent = wilson(0, 50).unwrap();
        let few = noise(1, 50, silent, &flips(1, 1, 300));
        assert!(!few.flips_within, "none was measured");
        assert!(!few.flips_beyond, "50 do not rule it out either");
        assert!(noise(1, 50, silent, &flips(20, 20, 300)).flips_beyond);
    }

    /// scipy's `binom.sf(119, 2991, 0.03)` and `binom.sf(99, 2991, 0.03)`.
    #[test]
    fn the_measured_rate_is_what_forgives() {
        let sample = wilson(6, 200).unwrap();
        let near = noise(1, 200, sample, &flips(50, 50, 2_991));
        assert!((near.p_value - 0.143).abs() < 0.02, "{near:?}");
        assert!(near.flips_within, "3.3 % where 3 % was measured");
        let above = noise(1, 200, sample, &flips(60, 60, 2_991));
        assert!(!above.flips_within && !above.flips_beyond, "{above:?}");
        assert!(noise(1, 200, sample, &flips(120, 120, 2_991)).flips_beyond);
    }

    #[test]
    fn flips_of_one_direction_are_not_noise_however_few() {
        let sample = wilson(60, 200).unwrap();
        assert!(
            noise(2, 100, sample, &flips(5, 0, 300)).flips_within,
            "5 : 0 can be noise"
        );
        let leaning = noise(2, 100, sample, &flips(6, 0, 300));
        assert!(
            !leaning.flips_within && leaning.flips_beyond,
            "6 : 0 is not"
        );
        assert_eq!(leaning.p_value, 1.0);
    }

    #[test]
    fn rounds_of_one_call_log_are_not_counted_as_independent() {
        // Four call logs flip in each of four rounds, 96 never.
        let same = noise_rate((0..100).map(|log| (if log < 4 { 4 } else { 0 }, 4))).unwrap();
        // The same number of flips, each of another call log.
        let spread = noise_rate((0..100).map(|log| (u64::from(log < 16), 4))).unwrap();
        assert_eq!((same.hits, same.of), (16, 400));
        assert_eq!((spread.hits, spread.of), (16, 400));
        let pooled = wilson(16, 400).unwrap();
        let one_each = wilson(4, 100).unwrap();
        assert!((same.high - one_each.high).abs() < 1e-9, "{same:?}");
        assert!((spread.high - pooled.high).abs() < 0.003, "{spread:?}");
        assert!(spread.high < same.high);
    }

    #[test]
    fn silence_is_worth_one_pair_for_each_call_log() {
        let silent = noise_rate((0..50).map(|_| (0, 4))).unwrap();
        assert_eq!(silent.of, 200);
        assert!((silent.high - wilson(0, 50).unwrap().high).abs() < 1e-12);
        assert_eq!(noise_rate([]), None);
        assert_eq!(noise_rate([(0, 0)]), None);
        assert_eq!(noise_rate([(1, 2)]).unwrap().of, 2, "one call log alone");
    }
}
