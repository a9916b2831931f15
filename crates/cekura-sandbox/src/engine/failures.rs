//! The calls that failed the metric of an item.

use super::answer::Call;
use super::catalog::Engine;
use super::entity::Entity;
use super::job::Progress;
use super::moments::time_of;
use super::plan::Plan;
use super::stock::hash;
use super::store::Item;
use crate::routes::Window;
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;

/// The items that are about one metric at the start: each has a part of the calls that fail it.
pub(super) const PARTS: usize = 2;

/// Whether a call passed a metric.
#[derive(Debug)]
struct Judged {
    call_log: i64,
    at: Timestamp,
    metric: i64,
    passed: bool,
}

/// An item, and the calls that it is about.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) item: Item,
    /// How many calls its metric judged, in all its parts.
    pub(super) judged: usize,
    /// The calls that failed, the newest first.
    pub(super) calls: Vec<(i64, Timestamp)>,
}

impl<'c> Engine<'c> {
    /// The items with their calls of the period that is asked for.
    ///
    /// # Errors
    /// 400 for a period that cannot be read.
    pub(super) fn rows(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        entity: &Entity,
        items: Vec<Item>,
    ) -> Result<Vec<Row>, Reply> {
        let hours = plan.declared["hours"].as_u64();
        let window = Window::of_report(call.asked, call.now, hours)?;
        let judged = match plan.is_about_calls() || plan.shows("percent") {
            true => judged(state, call, &window),
            false => Vec::new(),
        };
        let audits = plan.declared["until"].as_str();
        let audits = audits.and_then(|name| self.entities.get(name));
        let audits: Option<Vec<Item>> = audits.map(|entity| {
            let mut audits = self.all(state, call, entity, &entity.name);
            audits.retain(|audit| is_done(state, call, entity, audit));
            audits
        });
        let row = |item: Item| {
            let is_metric = entity.name == "metric";
            let metric = number(&item, if is_metric { &entity.key } else { "metric" });
            let is_audited = |one: &&Judged| {
                audits.as_ref().is_none_or(|audits| {
                    let is_own = |audit: &&Item| metric == number(audit, "metric");
                    let mut own = audits.iter().filter(is_own);
                    own.any(|audit| Some(one.at) <= time_of(audit, "created_at"))
                })
            };
            let own = judged.iter().filter(|one| metric == Some(one.metric));
            let own: Vec<&Judged> = own.filter(is_audited).collect();
            let part = number(&item, "part");
            let part_of = |call_log: i64| (hash(&call_log.to_string()) % PARTS as u64) as i64;
            let is_in = |call_log| part.is_none_or(|part| part_of(call_log) == part);
            let failed = own.iter().filter(|one| !one.passed && is_in(one.call_log));
            Row {
                judged: own.len(),
                calls: failed.map(|one| (one.call_log, one.at)).collect(),
                item,
            }
        };
        Ok(items.into_iter().map(row).collect())
    }
}

/// Every yes-or-no verdict on a call of the period that the key may see, the newest call first.
fn judged(state: &State, call: &Call<'_>, window: &Window) -> Vec<Judged> {
    let mut all = Vec::new();
    for id in call.world.call_log_ids().rev() {
        let at = call.world.times(id).timestamp;
        if !window.contains(at) || !call.scope.sees_call_log(state, call.world, id, call.now) {
            continue;
        }
        let verdicts = state.view(call.world, id, call.now).verdicts;
        let verdicts = verdicts.into_iter().flatten();
        all.extend(verdicts.filter_map(|verdict| {
            Some(Judged {
                call_log: id,
                at,
                metric: verdict.metric,
                passed: verdict.finding.passed()?,
            })
        }));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    all
}

/// Has the work that made the item ended? That of the items at the start has.
pub(super) fn is_done(state: &State, call: &Call<'_>, entity: &Entity, item: &Item) -> bool {
    let key = entity.key_of(item);
    let started = state.entities.started(&entity.name, &key);
    started.is_none_or(|at| Progress::new(at, call, state.quirks.job_outcome) == Progress::Done)
}

fn number(item: &Item, field: &str) -> Option<i64> {
    item.get(field)?.as_i64()
}
