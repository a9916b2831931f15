//! The estimated cost of a plan.

use serde::Serialize;

use super::error::counted;
use super::model::{Plan, PlannedOperation};
use super::rates::{Kind, Rates, Total};
use crate::cost::{Budget, CostForecast, scaled};
use crate::engine::NoiseSettings;

/// The vendor's caveat about evaluating chosen metrics.
pub const EVALUATE_METRICS_CAVEAT: &str =
    "the vendor notes that all metrics may be evaluated and charged even if only some are chosen";

/// The estimated cost of a plan. The service's bill may differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Estimate {
    /// Call logs that will be evaluated.
    pub evaluations: u64,
    /// Metric evaluations over all call logs; `None` if no call log has earlier results.
    pub metric_evaluations: Option<u64>,
    /// Call logs without earlier results, estimated at the average number of metrics, rounded up.
    pub guessed: u64,
    /// The credits, by the plan's price table; `None` if `metric_evaluations` is unknown.
    #[serde(with = "crate::cost::decimal::option")]
    pub credits: Option<f64>,
    /// Metric evaluations if all metrics are charged although some were chosen: all earlier metrics of a call log, and the chosen
    /// ones that it lacks. `None` if no metrics were chosen, or if their number is unknown.
    pub metric_evaluations_if_all: Option<u64>,
    /// The credits if all metrics are charged although some were chosen; `None` as for `metric_evaluations_if_all`.
    #[serde(with = "crate::cost::decimal::option")]
    pub credits_if_all: Option<f64>,
    /// How the estimate was made, as text.
    pub basis: String,
    /// A cheaper operation if only one metric is needed; `None` if there is none.
    pub alternative: Option<Alternative>,
}

/// The estimated cost of evaluating only one metric.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Alternative {
    /// `evaluate_metrics`.
    pub operation: &'static str,
    /// The credits for the most expensive metric on every call log; each further metric costs about as much.
    #[serde(with = "crate::cost::decimal")]
    pub credits_per_metric: f64,
    /// The vendor's caveat.
    pub caveat: &'static str,
}

impl Plan {
    /// Estimates the cost of the plan or shard, without noise rounds.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        let rates = self.rates();
        let total = Total::of(&rates, &self.logs);
        let most = match &self.operation {
            PlannedOperation::AllMetrics => None,
            PlannedOperation::Metrics(chosen) => self.most_of(chosen),
        };
        Estimate {
            evaluations: self.logs.len() as u64,
            metric_evaluations: total.metrics,
            guessed: total.guessed,
            credits: total.credits,
            metric_evaluations_if_all: most.map(|(metrics, _)| metrics),
            credits_if_all: most.map(|(_, credits)| credits),
            basis: self.basis(&rates, &total),
            alternative: self.alternative(&total),
        }
    }

    /// Forecasts the highest cost of the plan or shard: all metrics charged even if some were chosen, and with the noise rounds.
    /// Limits, consent and balance are compared with this.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of evaluations are far below 2^52"
    )]
    pub fn forecast(&self, noise: Option<NoiseSettings>, limits: Budget) -> CostForecast {
        let estimate = self.estimate();
        let (metrics, credits) = match self.operation {
            PlannedOperation::AllMetrics => (estimate.metric_evaluations, estimate.credits),
            PlannedOperation::Metrics(_) => {
                (estimate.metric_evaluations_if_all, estimate.credits_if_all)
            }
        };
        let logs = estimate.evaluations;
        let more = noise.map_or(0, |noise| {
            noise.sample.min(logs).saturating_mul(noise.rounds.into())
        });
        let evaluations = logs.saturating_add(more);
        let rate = evaluations as f64 / logs.max(1) as f64;
        CostForecast {
            evaluations,
            metric_evaluations: metrics.map(|metrics| scaled(metrics, rate)),
            credits: credits.map(|credits| credits * rate),
            limits,
        }
    }

    fn basis(&self, rates: &Rates, total: &Total) -> String {
        let logs = counted(self.logs.len() as u64, "call log", "call logs");
        let source = self.prices.words();
        match &rates.0 {
            Kind::Chosen { metrics, .. } => {
                let metrics = counted(*metrics, "chosen metric", "chosen metrics");
                format!("{logs} with {metrics} each; {source}; {EVALUATE_METRICS_CAVEAT}")
            }
            Kind::All { usual: None, .. } => {
                format!("cannot estimate the cost: these {logs} have no earlier results; {source}")
            }
            Kind::All {
                usual: Some(usual), ..
            } => {
                let guessed = match total.guessed {
                    0 => String::new(),
                    n => format!(" ({n} without earlier results, taken at {usual} each)"),
                };
                format!("{logs} with the metrics of their last evaluation{guessed}; {source}")
            }
        }
    }

    /// One metric instead of all of them, where that is less.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of call logs are far below 2^52"
    )]
    fn alternative(&self, total: &Total) -> Option<Alternative> {
        let logs = self.logs.len() as u64;
        let saves = self.operation == PlannedOperation::AllMetrics && total.metrics? > logs;
        let prices = self.metrics.iter().map(|metric| self.prices.of(metric.id));
        let dearest = prices.reduce(f64::max).unwrap_or(self.prices.default);
        let credits_per_metric = dearest * logs as f64;
        (saves && credits_per_metric < total.credits?).then_some(Alternative {
            operation: "evaluate_metrics",
            credits_per_metric,
            caveat: EVALUATE_METRICS_CAVEAT,
        })
    }
}

#[cfg(test)]
mod tests {
    use cekura::{CallLogId, MetricId};

    use super::super::check::tests::plan_of;
    use super::super::model::PlannedMetric;
    use super::*;
    use crate::cost::Pricing;

    fn metric(id: i64, logs: u64) -> PlannedMetric {
        PlannedMetric {
            id: MetricId(id),
            name: format!("m{id}"),
            kind: None,
            logs,
        }
    }

    fn plan(counts: &[Option<u16>], metrics: Vec<PlannedMetric>) -> Plan {
        let mut plan = plan_of((5001..).take(counts.len()).map(CallLogId));
        for (log, count) in plan.logs.iter_mut().zip(counts) {
            log.metrics = *count;
        }
        plan.metrics = metrics;
        plan
    }

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() < 1e-9)
    }

    #[test]
    fn what_is_known_is_added_up() {
        let estimate = plan(&[Some(3), Some(4)], vec![metric(71, 2), metric(72, 5)]).estimate();
        assert_eq!(
            (
                estimate.evaluations,
                estimate.metric_evaluations,
                estimate.guessed
            ),
            (2, Some(7), 0)
        );
        assert!(close(estimate.credits, 1.4), "{estimate:?}");
        assert!(
            !estimate.basis.contains("not known") && estimate.basis.contains("FAQ"),
            "{}",
            estimate.basis
        );
        assert_eq!(estimate.credits_if_all, None);
    }

    #[test]
    fn what_is_not_known_is_taken_at_the_average_rounded_up() {
        let estimate = plan(&[Some(3), None, Some(4), None], vec![]).estimate();
        assert_eq!(
            (estimate.metric_evaluations, estimate.guessed),
            (Some(15), 2)
        );
        assert!(
            estimate
                .basis
                .contains("(2 without earlier results, taken at 4 each)"),
            "{}",
            estimate.basis
        );
    }

    #[test]
    fn where_nothing_is_known_no_number_is_made_up() {
        let plan = plan(&[None, None], vec![]);
        let estimate = plan.estimate();
        assert_eq!((estimate.evaluations, estimate.guessed), (2, 2));
        assert_eq!(
            (
                estimate.metric_evaluations,
                estimate.credits,
                &estimate.alternative
            ),
            (None, None, &None)
        );
        assert!(
            estimate.basis.contains("cannot estimate the cost"),
            "{}",
            estimate.basis
        );
        assert_eq!(plan.rates().of(&plan.logs[0]).credits, None);
    }

    #[test]
    fn metrics_have_prices_of_their_own() {
        let mut plan = plan(&[Some(2), Some(2)], vec![metric(71, 2), metric(72, 2)]);
        plan.prices.parse_flag("71=1").unwrap();
        let estimate = plan.estimate();
        assert!(close(estimate.credits, 2.4), "{estimate:?}");
        assert!(close(plan.rates().of(&plan.logs[0]).credits, 1.2));
        assert!(
            estimate
                .basis
                .contains("1 metric with a price of their own"),
            "{}",
            estimate.basis
        );
        let alternative = estimate.alternative.unwrap();
        assert!(
            close(Some(alternative.credits_per_metric), 2.0),
            "{alternative:?}"
        );
    }

    #[test]
    fn chosen_metrics_cost_the_same_on_every_call_log_unless_all_are_charged() {
        let mut plan = plan(&[Some(4), None], vec![metric(71, 1)]);
        plan.prices.parse_flag("72=1").unwrap();
        plan.operation = PlannedOperation::Metrics(vec![MetricId(71), MetricId(72)]);
        let estimate = plan.estimate();
        assert_eq!(
            (estimate.metric_evaluations, estimate.guessed),
            (Some(4), 0)
        );
        assert!(
            close(estimate.credits, 2.4) && close(estimate.credits_if_all, 3.6),
            "{estimate:?}"
        );
        assert!(estimate.basis.contains(EVALUATE_METRICS_CAVEAT) && estimate.alternative.is_none());
        assert_eq!(
            estimate.metric_evaluations_if_all,
            Some(10),
            "the call log lacks one of them"
        );
        plan.operation = PlannedOperation::Metrics(vec![MetricId(71)]);
        let estimate = plan.estimate();
        assert!(
            close(estimate.credits, 0.4) && close(estimate.credits_if_all, 1.6),
            "{estimate:?}"
        );
    }

    /// A limit stops by what single call logs come to when they are read: the plan has to say the same.
    #[test]
    fn the_most_is_what_the_call_logs_come_to_one_by_one() {
        let judged: [&[i64]; 3] = [&[71, 72, 73], &[71], &[73, 74]];
        let counts = judged.map(|ids| u16::try_from(ids.len()).ok());
        let metrics = [(71, 2), (72, 1), (73, 2), (74, 1)].map(|(id, logs)| metric(id, logs));
        let mut plan = plan(&counts, metrics.to_vec());
        for price in ["72=1", "75=3"] {
            plan.prices.parse_flag(price).unwrap();
        }
        plan.operation = PlannedOperation::Metrics([71, 72, 75].map(MetricId).to_vec());
        let pricing = Pricing::new(&plan, (0, 0, 0.0));
        let (mut number, mut credits) = (0, 0.0);
        for ids in judged {
            let metrics = ids.iter().map(|id| serde_json::json!({ "id": id }));
            let metrics = serde_json::from_value(metrics.collect()).unwrap();
            let metrics: Vec<cekura::types::MetricResult> = metrics;
            let (more, cost) = pricing.of(&metrics);
            number += u64::from(more);
            credits += cost;
        }
        let estimate = plan.estimate();
        assert_eq!(estimate.metric_evaluations_if_all, Some(number));
        assert!(close(estimate.credits_if_all, credits), "{estimate:?}");
        let noise = NoiseSettings {
            rounds: 2,
            sample: 50,
        };
        let forecast = plan.forecast(Some(noise), Budget::default());
        assert_eq!(
            (forecast.evaluations, forecast.metric_evaluations),
            (9, Some(3 * number))
        );
        assert!(close(forecast.credits, 3.0 * credits), "{forecast:?}");
    }

    #[test]
    fn one_metric_is_offered_only_where_it_is_cheaper() {
        let offered = |count, price: &str| {
            let mut plan = plan(&[Some(count); 3], vec![metric(71, 3)]);
            plan.prices.parse_flag(price).unwrap();
            plan.estimate().alternative
        };
        assert_eq!(offered(1, "0.2"), None);
        assert_eq!(offered(4, "0"), None);
        let found = offered(4, "0.2").unwrap();
        assert!(
            close(Some(found.credits_per_metric), 0.6) && found.caveat == EVALUATE_METRICS_CAVEAT
        );
    }
}
