//! The book of everything that happened since the start.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value};

use super::changes::{Account, HumanEdit};
use super::evaluation::{self, Evaluation, Verdicted};
use super::view::{self, View};
use crate::credits::Credits;
use crate::engine;
use crate::judge::judge;
use crate::ledger::Ledger;
use crate::quirks::Quirks;
use crate::routes::Failures;
use crate::timestamp::Timestamp;
use crate::world::World;

/// The history of one call log since the start.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    pub(super) evaluations: Vec<Evaluation>,
    pub(super) edits: Vec<(Timestamp, HumanEdit)>,
    /// The fields that were sent, in place of the seeded ones.
    pub(super) fields: Option<Arc<Map<String, Value>>>,
    pub(super) deleted: Option<Timestamp>,
}

impl History {
    /// Puts the evaluation into its place: they take turns in the order in which they are accepted, and work that is
    /// done late is accepted late. `first_end` is when the first evaluation ends.
    pub(super) fn queue(&mut self, evaluation: Evaluation, first_end: Timestamp) {
        let accepted = evaluation.accepted;
        let queue = &mut self.evaluations;
        let place = queue.partition_point(|other| other.accepted <= accepted);
        queue.insert(place, evaluation);
        let mut end = match place.checked_sub(1) {
            Some(before) => queue[before].finishes,
            None => Some(first_end),
        };
        for evaluation in &mut queue[place..] {
            let turn = end.map(|end| end.max(evaluation.accepted));
            end = turn
                .zip(evaluation.takes)
                .map(|(turn, takes)| turn.plus(takes));
            evaluation.finishes = end;
        }
    }
}

/// The settings of the first evaluations: those at the start, independent of later changes.
#[derive(Debug)]
pub(super) struct First {
    pub(super) evaluation_time: Duration,
    /// How many of the newest call logs are still in it at the start.
    pass: u64,
    pub(super) judge_error_rate: f64,
    /// It was made by the versions that the metrics have at the start.
    pub(super) up_to_date: bool,
}

/// The changing part of the sandbox.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) quirks: Arc<Quirks>,
    pub(crate) ledger: Ledger,
    /// The balance at the start.
    pub(super) credits: Credits,
    pub(crate) evaluation_time: Duration,
    pub(super) first: First,
    pub(super) account: Account,
    pub(super) histories: HashMap<i64, History>,
    /// The call logs that were ever sent with an id of the provider.
    pub(super) sent_as: HashMap<String, Vec<i64>>,
    /// The items and jobs of the engine.
    pub(crate) entities: engine::Store,
    /// What was done about failures of metrics.
    pub(crate) failures: Failures,
}

impl State {
    pub(crate) fn new(quirks: Quirks, credits: Credits, evaluation_time: Duration) -> Self {
        Self {
            first: First {
                evaluation_time,
                pass: quirks.first_pass,
                judge_error_rate: quirks.judge_error_rate,
                up_to_date: quirks.starts_up_to_date,
            },
            quirks: Arc::new(quirks),
            ledger: Ledger::default(),
            credits,
            evaluation_time,
            account: Account::default(),
            histories: HashMap::new(),
            sent_as: HashMap::new(),
            entities: engine::Store::default(),
            failures: Failures::default(),
        }
    }

    /// The call logs that are still in their first evaluation when the sandbox starts: the newest ones.
    pub(crate) fn starts_unevaluated(&self, world: &World, call_log: i64) -> bool {
        let end = world.seeded_ids().end;
        (end - call_log).unsigned_abs() <= self.first.pass && call_log < end
    }

    /// The call log as the service shows it at `at`.
    pub(crate) fn view(&self, world: &World, call_log: i64, at: Timestamp) -> View {
        view::view(self, world, call_log, at, false)
    }

    /// The call log as the reply to an accepted request shows it: the evaluation has only just begun.
    pub(crate) fn view_in_reply(&self, world: &World, call_log: i64, at: Timestamp) -> View {
        view::view(self, world, call_log, at, true)
    }

    /// Returns whether the call log is in evaluation, independent of its status.
    pub(crate) fn is_busy(&self, world: &World, call_log: i64, at: Timestamp) -> bool {
        let (_, first_end) = evaluation::first_span(self, world, call_log);
        let later = self.evaluations(call_log);
        first_end > at || later.iter().any(|evaluation| evaluation.is_running(at))
    }

    /// The evaluations since the start.
    pub(super) fn evaluations(&self, call_log: i64) -> &[Evaluation] {
        let history = self.histories.get(&call_log);
        history.map_or(&[], |history| &history.evaluations)
    }

    /// The changes by people since the start.
    pub(super) fn edits(&self, call_log: i64) -> &[(Timestamp, HumanEdit)] {
        let history = self.histories.get(&call_log);
        history.map_or(&[], |history| &history.edits)
    }

    /// The fields of the call log that were sent, in place of the seeded ones.
    pub(crate) fn fields(&self, call_log: i64) -> Option<Arc<Map<String, Value>>> {
        self.histories.get(&call_log)?.fields.clone()
    }

    /// The outcome of the latest human review up to `at`, if there was one.
    pub(super) fn review(&self, world: &World, call_log: i64, at: Timestamp) -> Option<bool> {
        self.reviewed_since_start(call_log, at).or_else(|| {
            let agreed = self.reviewer_agreed(world, call_log)?;
            Some(self.first_outcome(world, call_log) == agreed)
        })
    }

    /// The ids of the call logs that carry a human's review at `at`, ascending.
    pub(crate) fn reviewed(&self, world: &World, at: Timestamp) -> Vec<i64> {
        let since = |id: i64| self.reviewed_since_start(id, at).is_some();
        let ids = world.call_log_ids();
        ids.filter(|id| self.reviewer_agreed(world, *id).is_some() || since(*id))
            .filter(|id| self.has_call_log(world, *id, at))
            .collect()
    }

    /// If a human reviewed the call log before the start: did they agree with the judge?
    pub(super) fn reviewer_agreed(&self, world: &World, call_log: i64) -> Option<bool> {
        let agreed = world.reviewer_agreed(call_log)?;
        (!self.starts_unevaluated(world, call_log)).then_some(agreed)
    }

    /// The outcome that the first evaluation gave the call log, without noise: no yes-or-no question was answered with
    /// no.
    fn first_outcome(&self, world: &World, call_log: i64) -> bool {
        let metrics = world.metrics_of(world.agent_of(call_log).id);
        let mut binary = metrics.iter().filter(|metric| metric.kind.is_binary());
        binary.all(|metric| {
            let version = evaluation::version_at_first(self, metric);
            judge(world, call_log, metric, version, None).passed() != Some(false)
        })
    }

    /// Every verdict up to `at`, the oldest first.
    pub(crate) fn all_verdicts(
        &self,
        world: &World,
        call_log: i64,
        at: Timestamp,
    ) -> Vec<Verdicted> {
        let first = evaluation::first(self, world, call_log);
        std::iter::once(&first)
            .chain(self.evaluations(call_log))
            .filter(|evaluation| evaluation.has_finished(at))
            .flat_map(|evaluation| evaluation.findings(world, call_log))
            .collect()
    }
}
