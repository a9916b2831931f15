//! What single call logs are expected to cost.

use super::model::{Plan, PlannedLog, PlannedWork};

/// What one call log of a plan is expected to cost, so that limits can be kept while a campaign goes on.
///
/// Taken from a plan by [`Plan::rates`].
#[derive(Clone, Debug, PartialEq)]
pub struct Rates(pub(super) Kind);

/// How the cost of a call log comes about.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Every assigned metric: how many on average, if it is known of any call log, and what one costs on average.
    All { usual: Option<u64>, price: f64 },
    /// Chosen ones: how many, and what they cost together.
    Chosen { metrics: u64, credits: f64 },
}

/// What one call log is expected to cost.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cost {
    /// How many metrics judge it; nothing where nothing is known of any call log.
    pub metric_evaluations: Option<u64>,
    /// What that costs.
    pub credits: Option<f64>,
    /// Whether the average was taken, because its own metrics are not known.
    pub is_guessed: bool,
}

impl Rates {
    /// What this call log is expected to cost.
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
    /// What single call logs are expected to cost.
    #[must_use]
    pub fn rates(&self) -> Rates {
        match &self.work {
            PlannedWork::AllMetrics => self.rates_of_all(),
            PlannedWork::Metrics(chosen) => Rates(Kind::Chosen {
                metrics: chosen.len() as u64,
                credits: chosen.iter().map(|id| self.prices.of(*id)).sum(),
            }),
        }
    }

    /// As if every assigned metric were evaluated.
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

    /// What a metric evaluation costs on average, each metric weighed by the call logs that it judges.
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

/// Costs added up; what is not known of one call log is not known of the sum.
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
