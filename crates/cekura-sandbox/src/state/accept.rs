//! Taking in a request for evaluations: who is evaluated, by what, at which price.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use super::State;
use super::evaluation::{Assigned, Evaluation, Kind, first_span};
use crate::credits::Credits;
use crate::judge::{is_judge_error, sampled_out};
use crate::quirks::{EvaluationTime, OutOfCredits, OverlappingRerun, picks};
use crate::random::Random;
use crate::timestamp::Timestamp;
use crate::world::World;

/// The requested evaluations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    /// Every metric of the agent.
    Rerun,
    /// The named metrics.
    Metrics,
}

/// A request for evaluations, checked.
#[derive(Debug)]
pub(crate) struct Order<'a> {
    pub(crate) request: u64,
    pub(crate) work: Work,
    pub(crate) call_logs: &'a [i64],
    /// How many of the call logs are evaluated, the first ones; `None`: all.
    pub(crate) part: Option<u64>,
    /// For [`Work::Metrics`].
    pub(crate) metrics: &'a [i64],
}

/// Why nothing, or not everything, was accepted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// These call logs are being evaluated.
    Busy(Vec<i64>),
    /// The credits do not suffice.
    Credits { needed: Credits, left: Credits },
}

impl State {
    /// Accepts the order, pays for it and books the evaluations; or refuses it.
    pub(crate) fn accept(
        &mut self,
        world: &World,
        now: Timestamp,
        order: &Order<'_>,
    ) -> Result<(), Refusal> {
        let busy: HashSet<i64> = order
            .call_logs
            .iter()
            .copied()
            .filter(|id| self.is_busy(world, *id, now))
            .collect();
        let busy_rerun = self.quirks.overlapping_rerun;
        let rejects = order.work == Work::Metrics || busy_rerun == OverlappingRerun::Reject;
        if rejects && !busy.is_empty() {
            let mut busy: Vec<i64> = busy.into_iter().collect();
            busy.sort_unstable();
            return Err(Refusal::Busy(busy));
        }
        let ignores = order.work == Work::Rerun && busy_rerun == OverlappingRerun::Ignore;
        let passed_over = self.quirks.passed_over_every;
        let most = usize::try_from(order.part.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
        let accepted: Vec<i64> = order
            .call_logs
            .iter()
            .copied()
            .filter(|id| !(picks(passed_over, *id) || ignores && busy.contains(id)))
            .filter(|id| self.metrics_for(world, now, *id, order).next().is_some())
            .take(most)
            .collect();

        let prices: Vec<Credits> = accepted
            .iter()
            .map(|id| self.price(world, now, *id, order))
            .collect();
        let needed: Credits = prices.iter().copied().sum();
        let mut left = self.credits_left(now);
        let refusal = (needed > left).then_some(Refusal::Credits { needed, left });
        if refusal.is_some() && self.quirks.out_of_credits == OutOfCredits::Refuse {
            return refusal.map_or(Ok(()), Err);
        }
        for (id, price) in accepted.into_iter().zip(prices) {
            if price > left {
                break;
            }
            left = left.minus(price);
            self.begin(world, now, id, order);
        }
        refusal.map_or(Ok(()), Err)
    }

    /// The metrics that the order evaluates the call log with.
    fn metrics_for<'w>(
        &self,
        world: &'w World,
        now: Timestamp,
        call_log: i64,
        order: &Order<'_>,
    ) -> impl Iterator<Item = &'w crate::world::Metric> + use<'w> {
        let all = order.work == Work::Rerun || self.quirks.ignores_metrics_filter;
        let wanted: HashSet<i64> = order.metrics.iter().copied().collect();
        self.metrics_of(world, world.agent_of(call_log).id, now)
            .filter(move |metric| all || wanted.contains(&metric.id))
    }

    fn price(&self, world: &World, now: Timestamp, call_log: i64, order: &Order<'_>) -> Credits {
        let metrics = self.metrics_for(world, now, call_log, order);
        let billed = metrics.filter(|metric| !sampled_out(world, call_log, metric));
        Credits::PER_METRIC.times(billed.count() as u64)
    }

    fn begin(&mut self, world: &World, now: Timestamp, call_log: i64, order: &Order<'_>) {
        let nth = self.evaluations(call_log).len() as u32 + 1;
        let metrics: Arc<[Assigned]> = self
            .metrics_for(world, now, call_log, order)
            .map(|metric| self.assign(world, now, call_log, metric.id, nth))
            .collect();
        let billed: Vec<i64> = self
            .metrics_for(world, now, call_log, order)
            .filter(|metric| !sampled_out(world, call_log, metric))
            .map(|metric| metric.id)
            .collect();
        self.ledger.pay(order.request, call_log, billed.into_iter());

        let reviewed = self.review(world, call_log, now).is_some();
        let takes = if picks(self.quirks.stuck_every, call_log) {
            None
        } else {
            Some(match self.quirks.evaluation_time {
                EvaluationTime::Varied => self.evaluation_time_of(world, call_log, nth),
                EvaluationTime::Instant => Duration::ZERO,
            })
        };
        let evaluation = Evaluation {
            kind: match order.work {
                Work::Rerun => Kind::Rerun,
                Work::Metrics => Kind::Metrics,
            },
            accepted: now,
            takes,
            finishes: None,
            nth,
            metrics,
            quirks: Arc::clone(&self.quirks),
            reviewed,
        };
        let first_end = first_span(self, world, call_log).1;
        let history = self.histories.entry(call_log).or_default();
        history.queue(evaluation, first_end);
    }

    /// The metric as it takes part in the `nth` evaluation: in its current version.
    fn assign(
        &self,
        world: &World,
        now: Timestamp,
        call_log: i64,
        metric: i64,
        nth: u32,
    ) -> Assigned {
        Assigned {
            metric,
            version: self.version(world, metric, now),
            is_judge_error: is_judge_error(
                world,
                call_log,
                metric,
                nth,
                self.quirks.judge_error_rate,
            ),
        }
    }

    fn evaluation_time_of(&self, world: &World, call_log: i64, nth: u32) -> Duration {
        third_more_or_less(self.evaluation_time, world, call_log, nth)
    }

    /// How long the service's own evaluation of a call log takes that had none when the sandbox started.
    pub(super) fn first_evaluation_time_of(&self, world: &World, call_log: i64) -> Duration {
        third_more_or_less(self.first.evaluation_time, world, call_log, 0)
    }
}

pub(super) fn third_more_or_less(
    time: Duration,
    world: &World,
    call_log: i64,
    nth: u32,
) -> Duration {
    let parts = [20, call_log.unsigned_abs(), u64::from(nth)];
    let jitter = 2.0 / 3.0 + Random::of(world.seed, &parts).unit() * 2.0 / 3.0;
    time.mul_f64(jitter)
}
