//! Tail probabilities of the binomial distribution, computed without overflow.

use std::f64::consts::PI;

/// Returns the probability of `k` or more successes in `n` independent trials with success probability `p`.
///
/// The relative error is below 1e-9 for `n` up to at least 100,000, including deep in the tails. The cost grows with `√n`.
/// A `p` below 0 counts as 0 and one above 1 as 1; NaN counts as 0.
///
/// ```
/// use cekura_campaign::stats::binomial_upper_tail;
///
/// // Three heads or more out of three throws of a coin.
/// assert!((binomial_upper_tail(3, 3, 0.5) - 0.125).abs() < 1e-12);
/// ```
#[must_use]
pub fn binomial_upper_tail(k: u64, n: u64, p: f64) -> f64 {
    if k == 0 {
        return 1.0;
    }
    if k > n || p.is_nan() || p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return 1.0;
    }
    // Away from the peak each term is smaller than the previous one, so the sum can end early.
    let tail = if k as f64 > n as f64 * p {
        sum_from(k, n, p)
    } else {
        1.0 - sum_from(n - k + 1, n, 1.0 - p)
    };
    tail.clamp(0.0, 1.0)
}

/// Sums the terms of `k`, `k + 1`, … `n`. `k` must be above the peak.
fn sum_from(k: u64, n: u64, p: f64) -> f64 {
    let odds = p / (1.0 - p);
    let mut term = ln_term(k, n, p).exp();
    let mut sum = term;
    for i in k..n {
        term *= (n - i) as f64 / (i + 1) as f64 * odds;
        sum += term;
        if term <= sum * 1e-17 {
            break;
        }
    }
    sum
}

/// Returns the logarithm of the probability of exactly `k` successes.
fn ln_term(k: u64, n: u64, p: f64) -> f64 {
    let (hits, misses) = (k as f64, (n - k) as f64);
    // `0 × ln 0` is 0 here.
    let ln_p = if k == 0 { 0.0 } else { hits * p.ln() };
    let ln_q = if k == n { 0.0 } else { misses * (-p).ln_1p() };
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k) + ln_p + ln_q
}

/// Returns `ln(n!)`: by the product for `n` below 20, else by Stirling's series, which is exact to the last bit there.
fn ln_factorial(n: u64) -> f64 {
    if n < 20 {
        return (2..=n).map(|i| i as f64).product::<f64>().ln();
    }
    let x = n as f64;
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    let correction =
        inverse * (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0)));
    x * x.ln() - x + 0.5 * (2.0 * PI * x).ln() + correction
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values: the terms summed with 40 digits (mpmath); `scipy.stats.binom.sf(k - 1, n, p)` agrees.
    #[test]
    fn tails_agree_with_an_independent_implementation() {
        for (k, n, p, expected) in [
            (3, 10, 0.3, 0.617_217_213_6),
            (10, 10, 0.3, 5.904_9e-6),
            (110, 3_000, 0.03, 0.020_868_886_271_489_73),
            (90, 3_000, 0.03, 0.514_659_704_645_770_4),
            (3_200, 100_000, 0.03, 0.000_124_897_269_989_834_62),
            (2_800, 100_000, 0.03, 0.999_913_377_145_697_8),
            (50_000, 100_000, 0.5, 0.501_261_563_107_098_4),
            (4_000, 100_000, 0.03, 4.892_127_989_546_332e-70),
            (1, 100_000, 1e-6, 0.095_162_627_205_940_35),
            (99_990, 100_000, 0.9999, 0.583_039_750_297_392_1),
        ] {
            let found = binomial_upper_tail(k, n, p);
            let error = (found - expected).abs() / expected;
            assert!(
                error < 1e-9,
                "{k} of {n} at {p}: {found:e}, off by {error:e}"
            );
        }
    }

    #[test]
    fn the_ends_are_exact() {
        assert_eq!(binomial_upper_tail(0, 0, 0.3), 1.0);
        assert_eq!(binomial_upper_tail(1, 0, 0.3), 0.0);
        assert_eq!(binomial_upper_tail(0, 10, 0.0), 1.0);
        assert_eq!(binomial_upper_tail(1, 10, 0.0), 0.0);
        assert_eq!(binomial_upper_tail(10, 10, 1.0), 1.0);
        assert_eq!(binomial_upper_tail(11, 10, 1.0), 0.0);
        assert_eq!(binomial_upper_tail(1, 10, f64::NAN), 0.0);
        assert_eq!(binomial_upper_tail(100_000, 100_000, 0.5), 0.0);
    }

    #[test]
    fn upper_and_lower_sums_agree() {
        for k in 0..=60 {
            let above = binomial_upper_tail(k, 60, 0.37);
            let below = 1.0 - binomial_upper_tail(60 - k + 1, 60, 0.63);
            assert!((above - below).abs() < 1e-12, "{k}: {above} {below}");
        }
    }

    #[test]
    fn factorials_are_continuous_where_the_method_changes() {
        for n in 15..30 {
            let step = ln_factorial(n + 1) - ln_factorial(n);
            assert!((step - ((n + 1) as f64).ln()).abs() < 1e-12, "{n}: {step}");
        }
    }
}
