//! The calls that fail a yes-or-no metric. Alerts and categories are each about a part of them, insights about all.

use std::collections::HashSet;
use std::time::Duration;

use super::window::Window;
use crate::random::Random;
use crate::request::{Call, Progress};
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::Metric;

/// The number of parts of the calls that fail a metric.
const PARTS: usize = 2;
const DAY: u64 = 86_400;

/// What was done about failures since the start.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    /// The metrics that insights were generated for, and when.
    pub(super) insights: Vec<(i64, Timestamp)>,
    /// The slugs of the deleted categories.
    pub(super) deleted: HashSet<String>,
    /// The projects and the titles of the dismissed failure modes.
    pub(super) dismissed: HashSet<(i64, String)>,
}

/// The verdict of a yes-or-no metric on a call.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) call_log: i64,
    /// When the call was made.
    pub(super) at: Timestamp,
    pub(super) metric: i64,
    pub(super) passed: bool,
}

/// A part of the calls that fail a metric.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'w> {
    /// Its number among the parts of all metrics, from 0.
    pub(super) nth: usize,
    pub(super) metric: &'w Metric,
}

impl Part<'_> {
    /// Those of the verdicts that say that a call of this part failed.
    pub(super) fn failed<'j>(&self, call: &Call<'_>, judged: &'j [Judged]) -> Vec<&'j Judged> {
        let is_in = |id: i64| {
            let mut draw = Random::of(call.world.seed, &[64, id.unsigned_abs()]);
            draw.below(PARTS as u64) == (self.nth % PARTS) as u64
        };
        let failed = judged.iter().filter(|one| one.has_failed(self.metric));
        failed.filter(|one| is_in(one.call_log)).collect()
    }
}

impl Judged {
    pub(super) fn has_failed(&self, metric: &Metric) -> bool {
        self.metric == metric.id && !self.passed
    }
}

/// The parts of the metrics that the request is about.
pub(super) fn parts<'w>(call: &Call<'w>) -> impl Iterator<Item = Part<'w>> {
    let metrics = binary_metrics(call).flat_map(|metric| [metric; PARTS]);
    let parts = metrics
        .enumerate()
        .map(|(nth, metric)| Part { nth, metric });
    parts.filter(|part| is_asked(call, part.metric))
}

fn binary_metrics<'w>(call: &Call<'w>) -> impl Iterator<Item = &'w Metric> {
    let metrics = call.world.metrics.iter();
    metrics.filter(|metric| metric.kind.is_binary())
}

/// Returns whether the key may see the metric, and the request names no other project, agent or metric.
pub(super) fn is_asked(call: &Call<'_>, metric: &Metric) -> bool {
    let asked = call.asked;
    let agent = metric.agent.to_string();
    let agents = asked.query("agent_ids").map(|ids| ids.split(','));
    let only = asked.query_number("metric_id");
    let project = call.world.agent(metric.agent).map(|agent| agent.project);
    project.is_some_and(|project| call.scope.sees(project))
        && call.project().is_none_or(|asked| project == Some(asked))
        && agents.is_none_or(|mut ids| ids.any(|id| id.trim() == agent))
        && only.is_none_or(|id| id == metric.id)
}

/// Returns the verdicts on the calls of the period that the key may see, the newest call first. `hours` is how long the
/// period is if the request does not say.
///
/// # Errors
/// 400 for a period that cannot be read.
pub(super) fn judged(
    state: &State,
    call: &Call<'_>,
    hours: Option<u64>,
) -> Result<Vec<Judged>, Reply> {
    let window = Window::of_report(call.asked, call.now, hours)?;
    let mut all = Vec::new();
    for id in call.world.call_log_ids().rev() {
        let at = call.world.times(id).timestamp;
        if !window.contains(at) || !call.scope.sees_call_log(state, call.world, id, call.now) {
            continue;
        }
        let verdicts = state.view(call.world, id, call.now).verdicts;
        all.extend(verdicts.into_iter().flatten().filter_map(|verdict| {
            Some(Judged {
                call_log: id,
                at,
                metric: verdict.metric,
                passed: verdict.finding.passed()?,
            })
        }));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    Ok(all)
}

/// The metrics and the moments of the finished insights that the request is about; the last one of a metric comes last.
pub(super) fn insights(state: &State, call: &Call<'_>) -> impl Iterator<Item = (i64, Timestamp)> {
    let seeded = binary_metrics(call).zip(2..).map(|(metric, days)| {
        let age = Duration::from_secs(days * DAY);
        (metric.id, call.world.started.minus(age))
    });
    let generated = state.failures.insights.iter().copied();
    let finished = generated.filter(|(_, at)| call.progress(state, *at) == Progress::Done);
    seeded.chain(finished).filter(|(metric, _)| {
        let metric = call.world.metric(*metric);
        metric.is_some_and(|metric| is_asked(call, metric))
    })
}
