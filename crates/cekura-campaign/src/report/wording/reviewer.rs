//! Agreement of the judge with reviewers, in words.

use super::super::model::{Agreement, ReviewerAgreement};
use super::numbers::{interval, percent, points, several};

/// Returns how often the judge agrees with reviewers, before and after. Rates and Cohen's κ need at least 10 calls.
#[must_use]
pub fn agreement(people: &ReviewerAgreement) -> String {
    let calls = several(people.calls, "reviewed call", "reviewed calls");
    let (before, after) = (&people.before, &people.after);
    let agreed = |side: &Agreement| side.both_pass + side.both_fail;
    let counts = format!(
        "The judge agreed with the reviewer on {} of {calls} before and on {} after",
        agreed(before),
        agreed(after)
    );
    let undecided = match people.undecided {
        0 => String::new(),
        number => format!(
            " {} {} not counted: the judge has no clear outcome before or after.",
            several(number, "more", "more"),
            if number == 1 { "is" } else { "are" }
        ),
    };
    if people.calls < crate::stats::FEWEST_REVIEWED {
        return format!(
            "{counts}. With fewer than {} reviewed calls only counts are shown.{undecided}",
            crate::stats::FEWEST_REVIEWED
        );
    }
    let kappas: Vec<String> = [("Before", before), ("After", after)]
        .into_iter()
        .map(|(when, side)| match (side.kappa, side.kappa_interval) {
            (Some(kappa), Some([low, high])) => {
                format!("{when}: κ {kappa:.2} ({low:.2} to {high:.2})")
            }
            _ => format!("{when}: no κ (one side has only one outcome)"),
        })
        .collect();
    format!(
        "{counts} ({} and {}; change {}, 95 % interval {}). {}.{undecided}",
        percent(before.agreed),
        percent(after.agreed),
        points(&people.change),
        interval(&people.change),
        kappas.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Reviewed, reviewer_agreement};

    fn words(calls: usize) -> String {
        let calls = (0..calls).map(|i| Reviewed {
            reviewer: i % 2 == 0,
            before: Some(i % 2 == 0),
            after: Some(i % 2 == 0 || i % 5 == 1),
        });
        let undecided = Reviewed {
            reviewer: true,
            before: None,
            after: Some(true),
        };
        agreement(&reviewer_agreement(calls.chain([undecided])).unwrap())
    }

    #[test]
    fn few_reviewed_calls_have_counts_only() {
        let few = words(9);
        assert!(!few.contains('κ') && !few.contains('%'), "{few}");
        assert!(
            few.contains("on 9 of 9 reviewed calls before and on 8 after"),
            "{few}"
        );
        assert!(few.contains("1 more is not counted"), "{few}");
    }

    #[test]
    fn ten_reviewed_calls_have_kappa_before_and_after_and_the_change() {
        let many = words(40);
        assert!(many.contains("Before: κ 1.00"), "{many}");
        assert!(many.contains("After: κ 0."), "{many}");
        assert!(many.contains("change −10.0 points"), "{many}");
    }
}
