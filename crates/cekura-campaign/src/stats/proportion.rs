//! Proportions with confidence intervals.

use crate::report::Proportion;

/// The 97.5 % quantile of the standard normal distribution, for 95 % intervals.
pub(super) const Z: f64 = 1.959_963_984_540_054;

/// Returns the proportion `hits / of` with its 95 % Wilson score interval. `None` if `of` is 0 or less than `hits`.
///
/// Unlike `p ± 1.96 s`, Wilson's interval stays within 0 and 1 and is valid for small samples: ten passes out of ten are
/// compatible with a pass rate of 72 %.
///
/// ```
/// use cekura_campaign::stats::wilson;
///
/// let share = wilson(10, 10).expect("ten calls were judged");
/// assert_eq!(share.rate, 1.0);
/// assert!((share.low - 0.722).abs() < 0.001);
/// assert_eq!(share.high, 1.0);
/// assert!(wilson(0, 0).is_none());
/// ```
#[must_use]
pub fn wilson(hits: u64, of: u64) -> Option<Proportion> {
    if of == 0 || hits > of {
        return None;
    }
    Some(wilson_as_of(hits, of, of as f64))
}

/// Returns the same for correlated trials with the effective sample size `worth`.
pub(super) fn wilson_as_of(hits: u64, of: u64, worth: f64) -> Proportion {
    let n = worth;
    let rate = hits as f64 / of as f64;
    let z2 = Z * Z;
    let centre = rate + z2 / (2.0 * n);
    let reach = Z * (rate * (1.0 - rate) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    Proportion {
        hits,
        of,
        rate,
        // The formula gives 0 and 1 only up to rounding.
        low: if hits == 0 {
            0.0
        } else {
            ((centre - reach) / scale).max(0.0)
        },
        high: if hits == of {
            1.0
        } else {
            ((centre + reach) / scale).min(1.0)
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values: `statsmodels.stats.proportion.proportion_confint(method="wilson")`, 0.14.
    #[test]
    fn the_interval_is_wilsons() {
        for (hits, of, low, high) in [
            (0, 10, 0.0, 0.277_532_799_862_889_26),
            (10, 10, 0.722_467_200_137_110_6, 1.0),
            (1, 1, 0.206_549_314_377_237_4, 1.0),
            (8, 10, 0.490_162_471_536_641_83, 0.943_317_848_545_624_7),
            (27, 30, 0.743_789_174_208_159_2, 0.965_400_111_252_665_9),
            (
                50_000,
                100_000,
                0.496_901_084_359_689_7,
                0.503_098_915_640_310_3,
            ),
            (
                3,
                100_000,
                1.020_275_854_451_734_8e-5,
                8.820_804_925_176_734e-5,
            ),
        ] {
            let share = wilson(hits, of).unwrap();
            assert!((share.low - low).abs() < 1e-12, "{hits}/{of}: {share:?}");
            assert!((share.high - high).abs() < 1e-12, "{hits}/{of}: {share:?}");
        }
    }

    #[test]
    fn a_share_of_nothing_or_of_more_than_all_is_none() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
    }

    #[test]
    fn the_interval_holds_the_rate_and_stays_within_bounds() {
        for of in [1, 2, 7, 100, 100_000] {
            for hits in [0, 1, of / 3, of / 2, of - 1, of] {
                let share = wilson(hits, of).unwrap();
                assert!(0.0 <= share.low && share.low <= share.rate, "{share:?}");
                assert!(share.rate <= share.high && share.high <= 1.0, "{share:?}");
            }
        }
    }
}
