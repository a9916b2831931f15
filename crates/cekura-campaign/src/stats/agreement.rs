//! The judge's agreement with reviewers, corrected for chance (Cohen's kappa).

use super::paired::paired_difference;
use super::proportion::Z;
use crate::report::{Agreement, ReviewerAgreement};

/// Cohen's kappa with its 95 % confidence interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kappa {
    /// 1 for perfect agreement, 0 for agreement by chance, negative for less.
    pub kappa: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

/// Returns Cohen's kappa of two raters: `table[i][j]` counts the items that the first rates `i` and the second `j`.
///
/// The interval uses the large-sample standard error of Fleiss, Cohen and Everitt (1969) and is clipped to −1 to 1. Returns
/// `None` if the table is empty or a rater uses only one rating: agreement by chance is then complete.
///
/// ```
/// use cekura_campaign::stats::cohens_kappa;
///
/// let found = cohens_kappa([[20, 5], [10, 15]]).expect("both sides vary");
/// assert!((found.kappa - 0.4).abs() < 1e-12);
/// assert!(cohens_kappa([[20, 5], [0, 0]]).is_none());
/// ```
#[must_use]
pub fn cohens_kappa(table: [[u64; 2]; 2]) -> Option<Kappa> {
    let [[a, b], [c, d]] = table;
    if [a + b, c + d, a + c, b + d].contains(&0) {
        return None;
    }
    let n = (a + b + c + d) as f64;
    let p = table.map(|row| row.map(|count| count as f64 / n));
    let rows = [p[0][0] + p[0][1], p[1][0] + p[1][1]];
    let columns = [p[0][0] + p[1][0], p[0][1] + p[1][1]];
    let agreed = p[0][0] + p[1][1];
    let by_chance = rows[0] * columns[0] + rows[1] * columns[1];
    let kappa = (agreed - by_chance) / (1.0 - by_chance);

    let on_diagonal: f64 = (0..2)
        .map(|i| p[i][i] * (1.0 - (rows[i] + columns[i]) * (1.0 - kappa)).powi(2))
        .sum();
    let off_diagonal = (1.0 - kappa).powi(2)
        * (p[0][1] * (columns[0] + rows[1]).powi(2) + p[1][0] * (columns[1] + rows[0]).powi(2));
    let shift = (kappa - by_chance * (1.0 - kappa)).powi(2);
    // With perfect agreement this is 0 up to rounding and may be negative.
    let spread = (on_diagonal + off_diagonal - shift).max(0.0);
    let error = (spread / n).sqrt() / (1.0 - by_chance);
    Some(Kappa {
        kappa,
        low: (kappa - Z * error).max(-1.0),
        high: (kappa + Z * error).min(1.0),
    })
}

/// The least number of reviewed calls for kappa; with fewer calls only counts are meaningful.
pub const FEWEST_REVIEWED: u64 = 10;

/// Returns the agreement of the judge with reviewers from the four counts. `None` if all counts are 0. Below
/// [`FEWEST_REVIEWED`] calls there is no kappa.
#[must_use]
pub fn agreement(
    both_pass: u64,
    only_judge_passes: u64,
    only_reviewer_passes: u64,
    both_fail: u64,
) -> Option<Agreement> {
    let all = both_pass + only_judge_passes + only_reviewer_passes + both_fail;
    if all == 0 {
        return None;
    }
    let table = [
        [both_pass, only_judge_passes],
        [only_reviewer_passes, both_fail],
    ];
    let kappa = (all >= FEWEST_REVIEWED)
        .then(|| cohens_kappa(table))
        .flatten();
    Some(Agreement {
        both_pass,
        only_judge_passes,
        only_reviewer_passes,
        both_fail,
        agreed: (both_pass + both_fail) as f64 / all as f64,
        kappa: kappa.map(|found| found.kappa),
        kappa_interval: kappa.map(|found| [found.low, found.high]),
    })
}

/// A reviewed call: the reviewer's outcome, and the judge's before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The reviewer's outcome.
    pub reviewer: bool,
    /// The judge's outcome before, if its verdicts give one.
    pub before: Option<bool>,
    /// The judge's outcome after, if its verdicts give one.
    pub after: Option<bool>,
}

/// Returns how often the judge agrees with reviewers, over the calls with an outcome both before and after. `None` if there
/// are none.
#[must_use]
pub fn reviewer_agreement(
    reviewed: impl IntoIterator<Item = Reviewed>,
) -> Option<ReviewerAgreement> {
    // Both pass, only the judge passes, only the reviewer passes, both fail.
    let (mut before, mut after) = ([0; 4], [0; 4]);
    let (mut lost, mut gained, mut undecided) = (0, 0, 0);
    for call in reviewed {
        let (Some(old), Some(new)) = (call.before, call.after) else {
            undecided += 1;
            continue;
        };
        let cell = |judge: bool| 2 * usize::from(!judge) + usize::from(!call.reviewer);
        before[cell(old)] += 1;
        after[cell(new)] += 1;
        lost += u64::from(old == call.reviewer && new != call.reviewer);
        gained += u64::from(old != call.reviewer && new == call.reviewer);
    }
    let calls = before.iter().sum();
    let of = |[both, judge, reviewer, neither]: [u64; 4]| agreement(both, judge, reviewer, neither);
    Some(ReviewerAgreement {
        calls,
        undecided,
        before: of(before)?,
        after: of(after)?,
        change: paired_difference(lost, gained, calls)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values: `statsmodels.stats.inter_rater.cohens_kappa`, 0.14 (its interval uses the same standard error).
    #[test]
    fn kappa_and_its_interval_agree_with_an_independent_implementation() {
        for (table, kappa, low, high) in [
            (
                [[20, 5], [10, 15]],
                0.4,
                0.151_092_290_476_661,
                0.648_907_709_523_338_9,
            ),
            (
                [[45, 15], [25, 15]],
                0.130_434_782_608_695_54,
                -0.062_938_277_792_589_65,
                0.323_807_843_009_980_7,
            ),
            (
                [[118, 5], [2, 0]],
                -0.023_391_812_865_496_08,
                -0.047_473_413_431_079_97,
                0.000_689_787_700_087_811_4,
            ),
            (
                [[61_000, 900], [700, 37_400]],
                0.966_112_751_348_077_1,
                0.964_465_711_264_413_8,
                0.967_759_791_431_740_3,
            ),
        ] {
            let found = cohens_kappa(table).unwrap();
            assert!((found.kappa - kappa).abs() < 1e-12, "{table:?}: {found:?}");
            assert!((found.low - low).abs() < 1e-12, "{table:?}: {found:?}");
            assert!((found.high - high).abs() < 1e-12, "{table:?}: {found:?}");
        }
    }

    #[test]
    fn perfect_agreement_is_one_and_the_interval_is_clipped() {
        let perfect = cohens_kappa([[40, 0], [0, 10]]).unwrap();
        assert!((perfect.kappa - 1.0).abs() < 1e-12);
        assert!(
            perfect.low > 0.999_999 && perfect.high == 1.0,
            "{perfect:?}"
        );
        let opposite = cohens_kappa([[0, 7], [9, 0]]).unwrap();
        assert!((opposite.kappa + 0.969_230_769_230_769_2).abs() < 1e-12);
        assert_eq!(opposite.low, -1.0);
    }

    #[test]
    fn a_rater_with_one_rating_has_no_kappa() {
        for table in [
            [[0, 0], [0, 0]],
            [[9, 0], [0, 0]],
            [[9, 3], [0, 0]],
            [[9, 0], [3, 0]],
        ] {
            assert_eq!(cohens_kappa(table), None, "{table:?}");
        }
    }

    #[test]
    fn agreement_counts_and_keeps_the_table() {
        let found = agreement(20, 5, 10, 15).unwrap();
        assert_eq!(found.agreed, 0.7);
        assert!((found.kappa.unwrap() - 0.4).abs() < 1e-12);
        assert_eq!(
            (found.only_judge_passes, found.only_reviewer_passes),
            (5, 10)
        );
        let one_sided = agreement(9, 3, 0, 0).unwrap();
        assert_eq!((one_sided.kappa, one_sided.kappa_interval), (None, None));
        assert_eq!(agreement(0, 0, 0, 0), None);
    }

    #[test]
    fn below_ten_reviewed_calls_there_are_counts_and_no_kappa() {
        let few = agreement(4, 1, 1, 3).unwrap();
        assert_eq!((few.kappa, few.kappa_interval), (None, None));
        assert_eq!((few.both_pass, few.both_fail), (4, 3));
        let enough = agreement(4, 1, 1, 4).unwrap();
        assert!(enough.kappa.is_some() && enough.kappa_interval.is_some());
    }

    #[test]
    fn agreement_is_compared_on_the_same_calls_before_and_now() {
        let call = |reviewer, before, after| Reviewed {
            reviewer,
            before,
            after,
        };
        let (yes, no) = (Some(true), Some(false));
        let found = reviewer_agreement([
            call(true, yes, yes),
            call(true, yes, no),
            call(true, no, yes),
            call(false, yes, no),
            call(false, no, no),
            call(false, yes, None),
            call(true, None, yes),
        ])
        .unwrap();
        assert_eq!((found.calls, found.undecided), (5, 2));
        assert_eq!(
            (found.before.both_pass, found.before.only_judge_passes),
            (2, 1)
        );
        assert_eq!(
            (found.before.only_reviewer_passes, found.before.both_fail),
            (1, 1)
        );
        assert_eq!((found.after.both_pass, found.after.both_fail), (2, 2));
        // One call lost its agreement, two gained it.
        assert_eq!(Some(found.change), paired_difference(1, 2, 5));
        assert_eq!(reviewer_agreement([call(true, None, yes)]), None);
    }
}
