//! McNemar's test: whether flips go more in one direction than in the other.

use super::binomial_upper_tail;

/// Returns the p-value of McNemar's exact two-sided test of paired verdicts: the probability of a split at least as uneven
/// as `b` to `c` if both directions are equally likely.
///
/// `b` and `c` count the flips in the two directions, pass to fail and fail to pass. Pairs without a flip do not count.
/// Without any flip the p-value is 1.
///
/// ```
/// use cekura_campaign::stats::mcnemar_exact;
///
/// assert!((mcnemar_exact(5, 1) - 0.21875).abs() < 1e-12);
/// ```
#[must_use]
pub fn mcnemar_exact(b: u64, c: u64) -> f64 {
    (2.0 * binomial_upper_tail(b.max(c), b + c, 0.5)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values: `statsmodels.stats.contingency_tables.mcnemar(exact=True)`, 0.14.
    #[test]
    fn p_agrees_with_an_independent_implementation() {
        for (b, c, expected) in [
            (1, 0, 1.0),
            (5, 1, 0.21875),
            (12, 5, 0.143_463_134_765_625),
            (6, 16, 0.052_478_790_283_203_125),
            (121, 59, 4.434_449_263_755_164_5e-6),
            (500, 420, 0.009_162_763_875_231_32),
            (50_000, 49_000, 0.001_498_082_622_975_003_4),
            (40, 0, 1.818_989_403_545_856_5e-12),
        ] {
            let found = mcnemar_exact(b, c);
            let error = (found - expected).abs() / expected;
            assert!(error < 1e-8, "{b} against {c}: {found:e}, off by {error:e}");
            assert_eq!(found, mcnemar_exact(c, b));
        }
    }

    #[test]
    fn an_even_split_and_no_split_prove_nothing() {
        assert_eq!(mcnemar_exact(0, 0), 1.0);
        assert_eq!(mcnemar_exact(5, 5), 1.0);
        assert_eq!(mcnemar_exact(50_000, 50_000), 1.0);
    }
}
