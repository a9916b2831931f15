//! The estimated cost of single call logs.

use cekura::MetricId;

use super::model::{Plan, PlannedLog, PlannedOperation};
use crate::cost::scaled;

/// Estimates the cost of single call logs of a plan. Made by [`Plan::rates`].
#[derive(Clone, Debug, PartialEq)]
pub struct Rates(pub(super) Kind);

/// How the cost of a call log is estimated.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// All metrics: the average number, if any call log has earlier results, and the average price.
    All { usual: Option<u64>, price: f64 },
    /// Chosen metrics: their number and total price.
    Chosen { metrics: u64, credits: f64 },
}

/// The estimated cost of one call log.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cost {
    /// The number of metrics; `None` if no call log has earlier results.
    pub metric_evaluations: Option<u64>,
    /// The credits.
    pub credits: Option<f64>,
    /// Whether the average was used, because the call log has no earlier results.
    pub is_guessed: bool,
}

impl Rates {
    /// Estimates the cost of this call log.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of metrics are far below 2^52"
    )]
    pub fn of(&self, log: &PlannedLog) -> Cost {
        match &self.0 {
            Kind::All { usual, price } => {
                let known = log.metrics.map(u64::from);
                let metrics = known.or(*usual);
                Cost {
                    metric_evaluations: metrics,
                    credits: metrics.map(|metrics| metrics as f64 * price),
                    is_guessed: known.is_none(),
                }
            }
            Kind::Chosen { metrics, credits } => Cost {
                metric_evaluations: Some(*metrics),
                credits: Some(*credits),
                is_guessed: false,
            },
        }
    }
}

impl Plan {
    /// Returns the estimator for single call logs.
    #[must_use]
    pub fn rates(&self) -> Rates {
        match &self.operation {
            PlannedOperation::AllMetrics => self.rates_of_all(),
            PlannedOperation::Metrics(chosen) => Rates(Kind::Chosen {
                metrics: chosen.len() as u64,
                credits: chosen.iter().map(|id| self.prices.of(*id)).sum(),
            }),
        }
    }

    /// The rates for all metrics.
    pub(super) fn rates_of_all(&self) -> Rates {
        let known = self.logs.iter().filter_map(|log| log.metrics);
        let (logs, metrics) = known.fold((0_u64, 0_u64), |(logs, metrics), count| {
            (logs + 1, metrics + u64::from(count))
        });
        Rates(Kind::All {
            usual: (logs > 0).then(|| metrics.div_ceil(logs)),
            price: self.usual_price(),
        })
    }

    /// The highest cost of chosen metrics: every earlier metric of a call log, and the chosen ones that it lacks. Limits count the
    /// same way.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of metrics are far below 2^52"
    )]
    pub(super) fn most_of(&self, chosen: &[MetricId]) -> Option<(u64, f64)> {
        let known = self.logs.iter().filter_map(|log| log.metrics);
        let (logs, metrics) = known.fold((0_u64, 0_u64), |(logs, metrics), count| {
            (logs + 1, metrics + u64::from(count))
        });
        if logs == 0 {
            return None;
        }
        let uses = |id: &MetricId| {
            let known = self.metrics.iter().find(|metric| metric.id == *id);
            known.map_or(0, |metric| metric.logs)
        };
        // A shard's metrics are counted over the whole plan, whose call logs are not all here.
        let counted = match self.part {
            None => logs,
            Some(_) => self
                .metrics
                .iter()
                .map(|metric| metric.logs)
                .fold(logs, u64::max),
        };
        let (mut lacking, mut cost) = (0.0, 0.0);
        for id in chosen {
            let share = counted.saturating_sub(uses(id)) as f64 / counted as f64;
            lacking += share;
            cost += share * self.prices.of(*id);
        }
        let (number, of) = (logs as f64, metrics as f64);
        let known = metrics + scaled(logs, lacking);
        let known_cost = of.mul_add(self.usual_price(), number * cost);
        let unknown = self.logs.len() as u64 - logs;
        let each = known.div_ceil(logs).max(chosen.len() as u64);
        let of_chosen: f64 = chosen.iter().map(|id| self.prices.of(*id)).sum();
        let each_cost = f64::max(known_cost / number, of_chosen);
        Some((
            known + unknown * each,
            (unknown as f64).mul_add(each_cost, known_cost),
        ))
    }

    /// The average price of a metric evaluation, weighted by the metrics' call logs.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of call logs are far below 2^52"
    )]
    fn usual_price(&self) -> f64 {
        let (mut uses, mut credits) = (0.0, 0.0);
        for metric in &self.metrics {
            uses += metric.logs as f64;
            credits += metric.logs as f64 * self.prices.of(metric.id);
        }
        if uses > 0.0 {
            credits / uses
        } else {
            self.prices.default
        }
    }
}

/// The sum of costs; unknown if one of them is unknown.
#[derive(Debug)]
pub(super) struct Total {
    pub(super) metrics: Option<u64>,
    pub(super) credits: Option<f64>,
    pub(super) guessed: u64,
}

impl Total {
    pub(super) fn of(rates: &Rates, logs: &[PlannedLog]) -> Self {
        let start = Self {
            metrics: Some(0),
            credits: Some(0.0),
            guessed: 0,
        };
        logs.iter().fold(start, |total, log| {
            let cost = rates.of(log);
            Self {
                metrics: total
                    .metrics
                    .zip(cost.metric_evaluations)
                    .map(|(a, b)| a + b),
                credits: total.credits.zip(cost.credits).map(|(a, b)| a + b),
                guessed: total.guessed + u64::from(cost.is_guessed),
            }
        })
    }
}
