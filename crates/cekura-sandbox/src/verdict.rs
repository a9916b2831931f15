//! The verdicts of evaluations, as tests and the control routes see them.

use serde::Serialize;

use crate::judge::explain;
use crate::lock;
use crate::shared::Shared;

/// The verdict of a metric on a call log in one evaluation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Verdict {
    /// The metric.
    pub metric: i64,
    /// The version of the metric.
    pub version: u32,
    /// The number of the evaluation of the call log: 0 is the one from before the sandbox started.
    pub evaluation: u32,
    /// The score; `None` if the metric has none or was not applicable.
    pub score: Option<f64>,
    /// Whether a yes-or-no metric passed.
    pub passed: Option<bool>,
    /// The word of a metric that chooses one of a few.
    pub choice: Option<&'static str>,
    /// The reasons.
    pub explanation: Vec<String>,
}

/// Returns every verdict on a call log so far; `None` if there is no such call log.
pub(crate) fn verdicts_of(shared: &Shared, call_log: i64) -> Option<Vec<Verdict>> {
    let world = &shared.world;
    if !world.has_call_log(call_log) {
        return None;
    }
    let now = shared.clock.now();
    let found = lock(&shared.state).all_verdicts(world, call_log, now);
    let verdicts = found.into_iter().filter_map(|verdict| {
        let metric = world.metric(verdict.metric)?;
        Some(Verdict {
            metric: verdict.metric,
            version: verdict.version,
            evaluation: verdict.nth,
            score: verdict.finding.score(),
            passed: verdict.finding.passed(),
            choice: verdict.finding.choice(),
            explanation: explain(world, call_log, metric, verdict.finding),
        })
    });
    Some(verdicts.collect())
}
