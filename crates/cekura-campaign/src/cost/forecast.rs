//! The forecast of a campaign's total cost, and whether it exceeds the approved cost.

use serde::{Deserialize, Serialize};

use super::budget::Budget;

/// The factor by which credits and metric evaluations may exceed the approved cost: both are estimates that change with every
/// call log that is read. Evaluations and limits are exact.
const DRIFT: f64 = 1.1;

/// The highest total cost of a campaign: spent, still to be sent, and noise rounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CostForecast {
    /// Evaluations, counting a call log once for each time that it is or may be evaluated.
    pub evaluations: u64,
    /// Metric evaluations; `None` if the call logs' metrics are unknown.
    pub metric_evaluations: Option<u64>,
    /// Estimated credits, by the price table; `None` if the call logs' metrics are unknown.
    #[serde(default, with = "super::decimal::option")]
    pub credits: Option<f64>,
    /// The limits of the campaign.
    pub limits: Budget,
}

impl CostForecast {
    /// Returns the forecast, capped by the limits.
    #[must_use]
    pub fn capped(&self) -> Self {
        let mut most = *self;
        if let Some(limit) = self.limits.max_evaluations
            && limit < self.evaluations
        {
            let rate = fraction(limit, self.evaluations);
            most.evaluations = limit;
            most.metric_evaluations = self.metric_evaluations.map(|all| scaled(all, rate));
            most.credits = self.credits.map(|credits| credits * rate);
        }
        if let Some(limit) = self.limits.max_credits {
            if let (Some(credits), Some(all)) = (most.credits, most.metric_evaluations)
                && credits > limit
            {
                most.metric_evaluations = Some(scaled(all, limit / credits));
            }
            most.credits = Some(most.credits.map_or(limit, |credits| credits.min(limit)));
        }
        most
    }

    /// Returns whether this exceeds the approved cost.
    #[must_use]
    pub fn exceeds(&self, agreed: &Self) -> bool {
        let (this, agreed) = (self.capped(), agreed.capped());
        // An approval without an estimate cannot be exceeded.
        let is_beyond = |this: Option<f64>, agreed: Option<f64>| match (this, agreed) {
            (Some(this), Some(agreed)) => this > agreed * DRIFT,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        let count = |forecast: &Self| forecast.metric_evaluations.map(float);
        this.evaluations > agreed.evaluations
            || is_beyond(this.credits, agreed.credits)
            || is_beyond(count(&this), count(&agreed))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of evaluations are far below 2^52"
)]
fn float(count: u64) -> f64 {
    count as f64
}

fn fraction(part: u64, whole: u64) -> f64 {
    float(part) / float(whole.max(1))
}

/// A count times a rate, rounded up.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count, never negative"
)]
pub(crate) fn scaled(count: u64, rate: f64) -> u64 {
    // Products such as 3 × 0.1 have rounding errors.
    const TOLERANCE: f64 = 1e-6;
    (float(count) * rate - TOLERANCE).ceil().max(0.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forecast(evaluations: u64, metrics: Option<u64>) -> CostForecast {
        CostForecast {
            evaluations,
            metric_evaluations: metrics,
            credits: metrics.map(|metrics| float(metrics) * 0.2),
            limits: Budget::default(),
        }
    }

    #[test]
    fn more_call_logs_or_more_credits_are_more_than_was_agreed_to() {
        let agreed = forecast(40, Some(200));
        assert!(!agreed.exceeds(&agreed));
        assert!(!forecast(40, Some(219)).exceeds(&agreed), "estimates drift");
        assert!(forecast(40, Some(221)).exceeds(&agreed));
        assert!(
            forecast(41, Some(200)).exceeds(&agreed),
            "one is sent again"
        );
        assert!(
            forecast(40, None).exceeds(&agreed),
            "an unknown cost exceeds a confirmed one"
        );
        assert!(!forecast(40, Some(900)).exceeds(&forecast(40, None)));
    }

    #[test]
    fn a_limit_is_the_most_and_raising_it_is_more() {
        let limited = |credits, evaluations| CostForecast {
            limits: Budget {
                max_credits: credits,
                max_evaluations: evaluations,
            },
            ..forecast(40, Some(200))
        };
        let most = limited(Some(12.0), None).capped();
        assert_eq!(
            (most.evaluations, most.metric_evaluations, most.credits),
            (40, Some(60), Some(12.0))
        );
        let most = limited(None, Some(10)).capped();
        assert_eq!((most.evaluations, most.metric_evaluations), (10, Some(50)));
        assert!((most.credits.unwrap() - 10.0).abs() < 1e-9);
        assert!(limited(Some(40.0), None).exceeds(&limited(Some(12.0), None)));
        assert!(limited(None, Some(11)).exceeds(&limited(None, Some(10))));
        assert!(!limited(Some(12.0), None).exceeds(&limited(Some(40.0), None)));
        let unknown = CostForecast {
            limits: limited(Some(12.0), None).limits,
            ..forecast(40, None)
        };
        assert_eq!(unknown.capped().credits, Some(12.0));
    }
}
