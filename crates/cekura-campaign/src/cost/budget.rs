//! The limits of a campaign, and what it has spent.

use serde::{Deserialize, Serialize};

use crate::shard::Share;

/// The limits of a campaign: it stops before the evaluation that would exceed one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// The most evaluations, counting a call log once for each time that it is or may be evaluated.
    #[serde(default)]
    pub max_evaluations: Option<u64>,
    /// The highest estimated cost in credits, by the plan's price table.
    #[serde(default, with = "super::decimal::option")]
    pub max_credits: Option<f64>,
}

/// What was or may have been charged.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spent {
    /// Evaluations of call logs.
    pub evaluations: u64,
    /// Metric evaluations: counted from the results; before a result, as many as the call log had before.
    pub metric_evaluations: u64,
    /// The estimated credits, by the plan's price table.
    pub credits: f64,
    /// Evaluations whose metrics are estimated, because they have no result yet.
    pub estimated: u64,
}

impl Spent {
    pub(crate) fn with(self, evaluations: u64, metric_evaluations: u64, credits: f64) -> Self {
        Self {
            evaluations: self.evaluations + evaluations,
            metric_evaluations: self.metric_evaluations + metric_evaluations,
            credits: self.credits + credits,
            estimated: self.estimated + evaluations,
        }
    }
}

impl Budget {
    /// Returns one shard's part of the limits, by its share of the call logs. The parts of all shards add up to the whole.
    #[must_use]
    pub fn part(&self, share: Share) -> Self {
        Self {
            max_evaluations: self.max_evaluations.map(|most| share.part(most)),
            max_credits: self.max_credits.map(|most| most * share.fraction()),
        }
    }

    /// The limit that `spent` exceeds, as a message.
    pub(crate) fn passed_by(&self, spent: &Spent) -> Option<String> {
        // Sums of prices such as 0.2 have rounding errors.
        const TOLERANCE: f64 = 1e-6;
        if let Some(most) = self.max_evaluations
            && spent.evaluations > most
        {
            return Some(format!(
                "one more evaluation would make {}, and the limit is {most}",
                spent.evaluations
            ));
        }
        if let Some(most) = self.max_credits
            && spent.credits > most + TOLERANCE
        {
            return Some(format!(
                "one more evaluation would bring the estimated cost to {:.2} credits, and the limit is {most}",
                spent.credits
            ));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_may_be_used_up_and_not_passed() {
        let budget = Budget {
            max_evaluations: Some(100),
            max_credits: Some(60.0),
        };
        let spent = Spent::default().with(100, 300, 300.0 * 0.2);
        assert_eq!((spent.evaluations, spent.estimated), (100, 100));
        assert_eq!(budget.passed_by(&spent), None);
        assert!(
            budget
                .passed_by(&spent.with(1, 0, 0.0))
                .unwrap()
                .contains("would make 101")
        );
        assert!(
            budget
                .passed_by(&spent.with(0, 1, 0.2))
                .unwrap()
                .contains("60.20 credits")
        );
        assert_eq!(Budget::default().passed_by(&spent), None);
    }

    #[test]
    fn a_shard_gets_its_part_of_both_limits() {
        let budget = Budget {
            max_evaluations: Some(101),
            max_credits: Some(60.0),
        };
        let second = Share {
            before: 5,
            own: 5,
            of: 10,
        };
        let part = budget.part(second);
        assert_eq!(
            (part.max_evaluations, part.max_credits),
            (Some(51), Some(30.0))
        );
    }
}
