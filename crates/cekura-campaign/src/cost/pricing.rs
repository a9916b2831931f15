//! Prices one evaluation of a call log by its metrics.

use cekura::MetricId;
use cekura::types::MetricResult;

use crate::plan::{Plan, PlannedOperation, PriceTable};

/// Prices evaluations by the metrics of each call log, or by the average if a call log has none yet.
#[derive(Clone, Debug)]
pub(crate) struct Pricing {
    prices: PriceTable,
    /// The chosen metrics; empty for all metrics.
    chosen: Vec<MetricId>,
    /// The number of metrics in the plan.
    planned: u32,
    /// Call logs that were priced, their metrics and their credits.
    known: (u32, u64, f64),
}

impl Pricing {
    /// `known` is how many call logs were priced before, with their metrics and credits.
    pub(crate) fn new(plan: &Plan, known: (u32, u64, f64)) -> Self {
        Self {
            prices: plan.prices.clone(),
            chosen: match &plan.operation {
                PlannedOperation::AllMetrics => Vec::new(),
                PlannedOperation::Metrics(chosen) => chosen.clone(),
            },
            planned: u32::try_from(plan.metrics.len()).unwrap_or(u32::MAX).max(1),
            known,
        }
    }

    /// The metrics and credits of one evaluation of a call log with `metrics`: those, and chosen ones that it lacks. The service
    /// may evaluate and charge all metrics although some were chosen, and limits must hold then too.
    pub(crate) fn of(&self, metrics: &[MetricResult]) -> (u32, f64) {
        let has = |id: &MetricId| metrics.iter().any(|metric| metric.id.as_ref() == Some(id));
        let lacking: Vec<MetricId> = self.chosen.iter().copied().filter(|id| !has(id)).collect();
        let price = |id: Option<MetricId>| id.map_or(self.prices.default, |id| self.prices.of(id));
        let count = u32::try_from(metrics.len() + lacking.len()).unwrap_or(u32::MAX);
        let known = metrics.iter().map(|metric| price(metric.id));
        let cost = known.chain(lacking.iter().map(|id| price(Some(*id)))).sum();
        if metrics.is_empty() {
            let (usual, usual_cost) = self.usual();
            return (count.max(usual), f64::max(cost, usual_cost));
        }
        (count, cost)
    }

    /// The same as [`of`](Self::of), and adds the call log to the average.
    pub(crate) fn learn(&mut self, metrics: &[MetricResult]) -> (u32, f64) {
        let (count, cost) = self.of(metrics);
        let (logs, all, credits) = self.known;
        self.known = (
            logs.saturating_add(1),
            all.saturating_add(count.into()),
            credits + cost,
        );
        (count, cost)
    }

    /// Whether any call log was priced, so that the average comes from call logs and not from the plan.
    pub(crate) fn is_informed(&self) -> bool {
        self.known.0 > 0
    }

    /// The average metrics and credits of an evaluation.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of metrics are far below 2^52"
    )]
    pub(crate) fn average(&self) -> (f64, f64) {
        match self.known {
            (0, ..) => {
                let (metrics, cost) = self.usual();
                (metrics.into(), cost)
            }
            (logs, metrics, cost) => (metrics as f64 / f64::from(logs), cost / f64::from(logs)),
        }
    }

    /// The average metrics, rounded up, and credits of an evaluation.
    fn usual(&self) -> (u32, f64) {
        match self.known {
            (0, ..) => (self.planned, f64::from(self.planned) * self.prices.default),
            (logs, metrics, cost) => {
                let each = metrics.div_ceil(logs.into());
                (
                    u32::try_from(each).unwrap_or(u32::MAX),
                    cost / f64::from(logs),
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use cekura::CallLogId;
    use serde_json::json;

    use super::*;
    use crate::plan::plan_of;

    fn metrics(ids: &[i64]) -> Vec<MetricResult> {
        let json = ids.iter().map(|id| json!({ "id": id })).collect();
        serde_json::from_value(serde_json::Value::Array(json)).unwrap()
    }

    #[test]
    fn chosen_metrics_are_priced_on_top_of_those_that_may_be_charged() {
        let mut plan = plan_of([CallLogId(5001)]);
        plan.prices.parse_flag("72=1").unwrap();
        plan.operation = PlannedOperation::Metrics(vec![MetricId(71), MetricId(72)]);
        let pricing = Pricing::new(&plan, (0, 0, 0.0));
        let (count, cost) = pricing.of(&metrics(&[71, 75]));
        assert_eq!(count, 3);
        assert!((cost - 1.4).abs() < 1e-9, "{cost}");
    }

    #[test]
    fn a_call_log_without_metrics_costs_the_average() {
        let plan = plan_of([CallLogId(5001)]);
        let mut pricing = Pricing::new(&plan, (0, 0, 0.0));
        assert_eq!(
            pricing.of(&[]).0,
            1,
            "the plan knows no metric: one at least"
        );
        assert!((pricing.of(&[]).1 - 0.2).abs() < 1e-9, "at the usual price");
        pricing.learn(&metrics(&[71, 72]));
        pricing.learn(&metrics(&[71]));
        let (count, cost) = pricing.of(&[]);
        assert_eq!(count, 2, "1.5, rounded up");
        assert!((cost - 0.3).abs() < 1e-9, "{cost}");
    }
}
