//! Changes beside the requests, each with its moment. A change with a later moment is not visible until then.

use std::collections::HashSet;

use super::State;
use super::view;
use crate::credits::Credits;
use crate::events::Event;
use crate::timestamp::Timestamp;
use crate::world::{Metric, World};

/// Something a human did to a call log.
#[derive(Clone, Copy, Debug)]
pub(crate) enum HumanEdit {
    Edited,
    Reviewed(bool),
}

/// The changes of the account, ordered by time.
#[derive(Debug, Default)]
pub(super) struct Account {
    edited_metrics: Vec<(Timestamp, i64)>,
    assigned_metrics: Vec<(Timestamp, i64)>,
    bought: Vec<(Timestamp, Credits)>,
}

impl State {
    /// Makes the event happen at `at`; answers whether that is possible.
    pub(crate) fn happen(&mut self, world: &World, at: Timestamp, event: &Event) -> bool {
        match *event {
            Event::Review { call_log, success } => {
                self.edit_call_log(world, at, call_log, HumanEdit::Reviewed(success))
            }
            Event::EditCallLog { call_log } => {
                self.edit_call_log(world, at, call_log, HumanEdit::Edited)
            }
            Event::DeleteCallLog { call_log } => self.delete_call_log(world, at, call_log),
            Event::EditMetric { metric } => self.edit_metric(world, at, metric).is_some(),
            Event::AssignMetric { agent } => self.assign_metric(world, at, agent).is_some(),
            Event::AddCredits { credits } => {
                self.add_credits(at, credits);
                true
            }
        }
    }

    /// The version of a metric at `at`.
    pub(crate) fn version(&self, world: &World, metric: i64, at: Timestamp) -> u32 {
        let first = world
            .metric(metric)
            .map_or(1, |metric| metric.first_version);
        let edits = self.account.edited_metrics.iter();
        let edits = edits.filter(|(when, edited)| *edited == metric && *when <= at);
        first + edits.count() as u32
    }

    /// A human edits the metric: from then on its verdicts come from a new version. Answers that version, or `None` if
    /// there is no such metric.
    pub(crate) fn edit_metric(&mut self, world: &World, at: Timestamp, metric: i64) -> Option<u32> {
        self.metric(world, metric, at)?;
        insert(&mut self.account.edited_metrics, at, metric);
        let version = self.version(world, metric, at);
        // Work that is done later than it was asked for is done by the version of its time.
        let late = self
            .histories
            .values_mut()
            .flat_map(|history| &mut history.evaluations)
            .filter(|evaluation| evaluation.accepted > at);
        for evaluation in late {
            let mut metrics = evaluation.metrics.to_vec();
            for assigned in metrics.iter_mut().filter(|own| own.metric == metric) {
                assigned.version += 1;
            }
            evaluation.metrics = metrics.into();
        }
        Some(version)
    }

    /// Assigns one more metric to the agent; returns its id, or `None` if there is no such agent or no more metric for
    /// it.
    pub(crate) fn assign_metric(
        &mut self,
        world: &World,
        at: Timestamp,
        agent: i64,
    ) -> Option<i64> {
        let assigned = &self.account.assigned_metrics;
        let spare = world.spare_metrics_of(agent).iter();
        let mut free = spare.filter(|metric| !assigned.iter().any(|(_, id)| *id == metric.id));
        let metric = free.next()?.id;
        insert(&mut self.account.assigned_metrics, at, metric);
        Some(metric)
    }

    /// The metrics that judge the agent's call logs at `at`.
    pub(crate) fn metrics_of<'w>(
        &self,
        world: &'w World,
        agent: i64,
        at: Timestamp,
    ) -> impl Iterator<Item = &'w Metric> + use<'w> {
        let assigned = self.account.assigned_metrics.iter();
        let assigned: HashSet<i64> = assigned
            .filter(|(when, _)| *when <= at)
            .map(|(_, metric)| *metric)
            .collect();
        let spare = world.spare_metrics_of(agent).iter();
        let later = spare.filter(move |metric| assigned.contains(&metric.id));
        world.metrics_of(agent).iter().chain(later)
    }

    /// The metric, if it is assigned to its agent at `at`.
    pub(crate) fn metric<'w>(
        &self,
        world: &'w World,
        id: i64,
        at: Timestamp,
    ) -> Option<&'w Metric> {
        let agent = world.metric(id)?.agent;
        self.metrics_of(world, agent, at)
            .find(|metric| metric.id == id)
    }

    /// A human edits the call log; answers whether there is such a log.
    fn edit_call_log(
        &mut self,
        world: &World,
        now: Timestamp,
        call_log: i64,
        edit: HumanEdit,
    ) -> bool {
        if !self.has_call_log(world, call_log, now) {
            return false;
        }
        // Two saves never share a moment, even on a clock that stands still.
        let last = self.view(world, call_log, now).updated_at;
        let at = now.max(Timestamp(last.0 + 1));
        let history = self.histories.entry(call_log).or_default();
        insert(&mut history.edits, at, edit);
        true
    }

    fn delete_call_log(&mut self, world: &World, at: Timestamp, call_log: i64) -> bool {
        if !self.has_call_log(world, call_log, at) {
            return false;
        }
        let history = self.histories.entry(call_log).or_default();
        history.deleted = Some(at);
        true
    }

    /// Returns whether there is such a call log at `at`.
    pub(crate) fn has_call_log(&self, world: &World, call_log: i64, at: Timestamp) -> bool {
        let history = self.histories.get(&call_log);
        let deleted = history.and_then(|history| history.deleted);
        let is_made = !world.was_sent(call_log) || world.times(call_log).created_at <= at;
        world.has_call_log(call_log) && is_made && deleted.is_none_or(|when| when > at)
    }

    fn add_credits(&mut self, at: Timestamp, credits: Credits) {
        insert(&mut self.account.bought, at, credits);
    }

    /// The credits that there were at the start, and all that were bought up to `at`.
    pub(crate) fn credits_bought(&self, at: Timestamp) -> Credits {
        let bought = self.account.bought.iter();
        let bought = bought.filter(|(when, _)| *when <= at);
        self.credits + bought.map(|(_, credits)| *credits).sum()
    }

    pub(crate) fn credits_left(&self, at: Timestamp) -> Credits {
        self.credits_bought(at).minus(self.ledger.credits_spent())
    }

    /// The outcome of the latest human review up to `at` since the start, if there was one.
    pub(super) fn reviewed_since_start(&self, call_log: i64, at: Timestamp) -> Option<bool> {
        let reviewed = |(when, edit): &(Timestamp, HumanEdit)| match edit {
            HumanEdit::Reviewed(success) if view::is_visible(*when, at) => Some(*success),
            _ => None,
        };
        self.edits(call_log).iter().rev().find_map(reviewed)
    }
}

/// Keeps the list in the order of its moments.
fn insert<T>(list: &mut Vec<(Timestamp, T)>, at: Timestamp, item: T) {
    let place = list.partition_point(|(when, _)| *when <= at);
    list.insert(place, (at, item));
}
