//! One evaluation of one call log: acceptance, end and verdicts.

use std::sync::Arc;
use std::time::Duration;

use super::State;
use crate::judge::{Finding, is_judge_error, judge};
use crate::quirks::{Quirks, picks};
use crate::timestamp::Timestamp;
use crate::world::{Metric, World};

/// Which operation asked for an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The service's own, after the call came in.
    First,
    Rerun,
    Metrics,
}

/// An accepted evaluation. The quirks of the moment of acceptance hold until it ends.
#[derive(Clone, Debug)]
pub(crate) struct Evaluation {
    pub(crate) kind: Kind,
    pub(crate) accepted: Timestamp,
    /// How long it takes once its turn has come; `None`: it never ends.
    pub(crate) takes: Option<Duration>,
    /// `None`: it never ends.
    pub(crate) finishes: Option<Timestamp>,
    /// How often the log was evaluated before.
    pub(crate) nth: u32,
    pub(crate) metrics: Arc<[Assigned]>,
    pub(crate) quirks: Arc<Quirks>,
    /// The log was reviewed when the evaluation was accepted.
    pub(crate) reviewed: bool,
}

/// A metric that takes part in an evaluation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Assigned {
    pub(crate) metric: i64,
    pub(crate) version: u32,
    /// Noise moves the verdict away from the call log's own truth.
    pub(crate) is_judge_error: bool,
}

/// The verdict of one metric in one evaluation.
#[derive(Clone, Debug)]
pub(crate) struct Verdicted {
    pub(crate) metric: i64,
    pub(crate) version: u32,
    pub(crate) nth: u32,
    pub(crate) finding: Finding,
}

impl Evaluation {
    pub(crate) fn is_running(&self, at: Timestamp) -> bool {
        self.accepted <= at && !self.has_finished(at)
    }

    pub(crate) fn has_finished(&self, at: Timestamp) -> bool {
        self.finishes.is_some_and(|end| end <= at)
    }

    /// Returns the verdicts in the order of the metrics.
    pub(crate) fn findings(&self, world: &World, call_log: i64) -> Vec<Verdicted> {
        let nothing_applies = picks(self.quirks.not_applicable_every, call_log);
        let verdict = |assigned: &Assigned| {
            let &Assigned {
                metric: id,
                version,
                is_judge_error,
            } = assigned;
            let metric = world.metric(id)?;
            let noise = is_judge_error.then_some(self.nth);
            let mut finding = judge(world, call_log, metric, version, noise);
            if nothing_applies && self.kind != Kind::First && finding.is_applicable() {
                finding = Finding::NotTriggered;
            }
            Some(Verdicted {
                metric: id,
                version,
                nth: self.nth,
                finding,
            })
        };
        self.metrics.iter().filter_map(verdict).collect()
    }
}

/// The version of a metric that made the first evaluation of every call log.
pub(super) fn version_at_first(state: &State, metric: &Metric) -> u32 {
    if state.first.up_to_date {
        metric.first_version
    } else {
        1
    }
}

/// From when to when the first evaluation of a call log lasts.
pub(super) fn first_span(state: &State, world: &World, call_log: i64) -> (Timestamp, Timestamp) {
    if state.starts_unevaluated(world, call_log) {
        let time = state.first_evaluation_time_of(world, call_log);
        (world.started, world.started.plus(time))
    } else {
        let times = world.times(call_log);
        (times.created_at, times.evaluated_at)
    }
}

/// The evaluation that every call log gets when it comes in.
pub(super) fn first(state: &State, world: &World, call_log: i64) -> Evaluation {
    let agent = world.agent_of(call_log).id;
    let (accepted, finishes) = first_span(state, world, call_log);
    // A call that was sent is judged by the metrics of that moment.
    let was_sent = world.was_sent(call_log);
    let metrics: Vec<&Metric> = match was_sent {
        true => state.metrics_of(world, agent, accepted).collect(),
        false => world.metrics_of(agent).iter().collect(),
    };
    let noise = match was_sent {
        true => state.quirks.judge_error_rate,
        false => state.first.judge_error_rate,
    };
    Evaluation {
        kind: Kind::First,
        accepted,
        takes: Some(finishes.since(accepted)),
        finishes: Some(finishes),
        nth: 0,
        metrics: metrics
            .iter()
            .map(|metric| Assigned {
                metric: metric.id,
                version: match was_sent {
                    true => state.version(world, metric.id, accepted),
                    false => version_at_first(state, metric),
                },
                is_judge_error: is_judge_error(world, call_log, metric.id, 0, noise),
            })
            .collect(),
        quirks: Arc::clone(&state.quirks),
        reviewed: false,
    }
}
