//! The book of everything that happened since the start.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use super::evaluation::{self, Evaluation, Verdicted};
use super::view::{self, View};
use crate::credits::Credits;
use crate::judge::judge;
use crate::knobs::Knobs;
use crate::ledger::Ledger;
use crate::stamp::Stamp;
use crate::world::World;

/// Something a human did to a call log.
#[derive(Clone, Copy, Debug)]
pub(crate) enum HumanEdit {
    Edited,
    Reviewed(bool),
}

/// The history of one call log since the start.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    pub(super) evaluations: Vec<Evaluation>,
    pub(super) edits: Vec<(Stamp, HumanEdit)>,
}

impl History {
    /// Puts the evaluation into its place: they take turns in the order in which they are accepted, and work that is
    /// done late is accepted late. `first_end` is when the first evaluation ends.
    pub(super) fn queue(&mut self, evaluation: Evaluation, first_end: Stamp) {
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

/// What the first evaluations go by: as it was set at the start, whatever is set later.
#[derive(Debug)]
pub(super) struct First {
    pub(super) judge_time: Duration,
    /// How many of the newest call logs are still in it at the start.
    pass: u64,
    pub(super) noise: f64,
    /// It was made by the versions that the metrics have at the start.
    pub(super) up_to_date: bool,
}

/// The changing part of the sandbox.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) knobs: Arc<Knobs>,
    pub(crate) ledger: Ledger,
    pub(crate) credits: Credits,
    pub(crate) judge_time: Duration,
    pub(super) first: First,
    versions: HashMap<i64, u32>,
    pub(super) histories: HashMap<i64, History>,
}

impl State {
    pub(crate) fn new(knobs: Knobs, credits: Credits, judge_time: Duration) -> Self {
        Self {
            first: First {
                judge_time,
                pass: knobs.first_pass,
                noise: knobs.noise,
                up_to_date: knobs.starts_up_to_date,
            },
            knobs: Arc::new(knobs),
            ledger: Ledger::default(),
            credits,
            judge_time,
            versions: HashMap::new(),
            histories: HashMap::new(),
        }
    }

    pub(crate) fn credits_left(&self) -> Credits {
        self.credits.minus(self.ledger.credits_spent())
    }

    /// The current version of a metric.
    pub(crate) fn version(&self, world: &World, metric: i64) -> u32 {
        self.versions.get(&metric).copied().unwrap_or_else(|| {
            let metric = world.metric(metric);
            metric.map_or(1, |metric| metric.first_version)
        })
    }

    /// A human edits the metric: its next verdicts come from a new version. Answers that version, or `None` if
    /// there is no such metric.
    pub(crate) fn edit_metric(&mut self, world: &World, metric: i64) -> Option<u32> {
        world.metric(metric)?;
        let version = self.version(world, metric) + 1;
        self.versions.insert(metric, version);
        Some(version)
    }

    /// A human edits the call log; answers whether there is such a log.
    pub(crate) fn edit_call_log(
        &mut self,
        world: &World,
        now: Stamp,
        call_log: i64,
        edit: HumanEdit,
    ) -> bool {
        if !world.has_call_log(call_log) {
            return false;
        }
        // Two saves never share a moment, even on a clock that stands still.
        let last = self.view(world, call_log, now).updated_at;
        let at = now.max(Stamp(last.0 + 1));
        let history = self.histories.entry(call_log).or_default();
        history.edits.push((at, edit));
        true
    }

    /// The call logs that are still in their first evaluation when the sandbox starts: the newest ones.
    pub(crate) fn starts_unevaluated(&self, world: &World, call_log: i64) -> bool {
        let end = world.call_log_ids().end;
        (end - call_log).unsigned_abs() <= self.first.pass && call_log < end
    }

    /// The call log as the service shows it at `at`.
    pub(crate) fn view(&self, world: &World, call_log: i64, at: Stamp) -> View {
        view::view(self, world, call_log, at, false)
    }

    /// The call log as the reply to an accepted request shows it: the evaluation has only just begun.
    pub(crate) fn view_in_reply(&self, world: &World, call_log: i64, at: Stamp) -> View {
        view::view(self, world, call_log, at, true)
    }

    /// Is the call log being evaluated, whatever its status says?
    pub(crate) fn is_busy(&self, world: &World, call_log: i64, at: Stamp) -> bool {
        let (_, first_end) = evaluation::first_span(self, world, call_log);
        let later = self.evaluations(call_log);
        first_end > at || later.iter().any(|evaluation| evaluation.is_running(at))
    }

    /// The evaluations since the start.
    pub(super) fn evaluations(&self, call_log: i64) -> &[Evaluation] {
        let history = self.histories.get(&call_log);
        history.map_or(&[], |history| &history.evaluations)
    }

    /// What humans did since the start.
    pub(super) fn edits(&self, call_log: i64) -> &[(Stamp, HumanEdit)] {
        let history = self.histories.get(&call_log);
        history.map_or(&[], |history| &history.edits)
    }

    /// The outcome of the latest human review up to `at`, if there was one.
    pub(super) fn review(&self, world: &World, call_log: i64, at: Stamp) -> Option<bool> {
        let reviewed = |(when, edit): &(Stamp, HumanEdit)| match edit {
            HumanEdit::Reviewed(success) if view::is_visible(*when, at) => Some(*success),
            _ => None,
        };
        let since = self.edits(call_log).iter().rev().find_map(reviewed);
        since.or_else(|| {
            let agreed = self.reviewer_agreed(world, call_log)?;
            Some(self.first_outcome(world, call_log) == agreed)
        })
    }

    /// The ids of the call logs that carry a human's review at `at`, ascending.
    pub(crate) fn reviewed(&self, world: &World, at: Stamp) -> Vec<i64> {
        let since = |id: i64| {
            let mut edits = self.edits(id).iter();
            edits.any(|(when, edit)| {
                matches!(edit, HumanEdit::Reviewed(_)) && view::is_visible(*when, at)
            })
        };
        let ids = world.call_log_ids();
        ids.filter(|id| self.reviewer_agreed(world, *id).is_some() || since(*id))
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
    pub(crate) fn all_verdicts(&self, world: &World, call_log: i64, at: Stamp) -> Vec<Verdicted> {
        let first = evaluation::first(self, world, call_log);
        std::iter::once(&first)
            .chain(self.evaluations(call_log))
            .filter(|evaluation| evaluation.has_finished(at))
            .flat_map(|evaluation| evaluation.findings(world, call_log))
            .collect()
    }
}
