//! Adjustment of p-values for multiple tests (Holm).

/// Adjusts the p-values of several tests (Holm, 1979), so that the chance of any false rejection is that of one test.
///
/// A campaign tests each metric. Without an adjustment, one of twenty unchanged metrics would be significant at 5 % on
/// average. The results are in the order of `values` and at most 1. NaN counts as 1.
///
/// ```
/// use cekura_campaign::stats::holm;
///
/// let adjusted = holm(&[0.01, 0.04, 0.03]);
/// assert!((adjusted[0] - 0.03).abs() < 1e-12);
/// assert!((adjusted[1] - 0.06).abs() < 1e-12);
/// assert!((adjusted[2] - 0.06).abs() < 1e-12);
/// ```
#[must_use]
pub fn holm(values: &[f64]) -> Vec<f64> {
    let clean: Vec<f64> = values
        .iter()
        .map(|p| if p.is_nan() { 1.0 } else { *p })
        .collect();
    let mut order: Vec<usize> = (0..clean.len()).collect();
    order.sort_by(|a, b| clean[*a].total_cmp(&clean[*b]));
    let mut adjusted = vec![1.0; clean.len()];
    let mut least: f64 = 0.0;
    for (rank, place) in order.into_iter().enumerate() {
        let still_tested = (clean.len() - rank) as f64;
        least = least.max(clean[place] * still_tested).min(1.0);
        adjusted[place] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values: R, `p.adjust(c(0.0001, 0.0058, 0.0132, 0.0289, 0.0498, 0.0911, 0.2012), "holm")`.
    #[test]
    fn the_adjustment_is_holms() {
        let found = holm(&[0.0132, 0.0001, 0.2012, 0.0058, 0.0498, 0.0289, 0.0911]);
        let expected = [0.066, 0.0007, 0.2012, 0.0348, 0.1494, 0.1156, 0.1822];
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
    }

    #[test]
    fn one_test_stays_as_it_is_and_nothing_is_nothing() {
        assert_eq!(holm(&[0.04]), [0.04]);
        assert!(holm(&[]).is_empty());
        assert_eq!(holm(&[f64::NAN, 0.6]), [1.0, 1.0]);
    }
}
