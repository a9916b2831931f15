//! The book of everything that happened since the start.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use super::evaluation::{self, Evaluation, Verdicted};
use super::view::{self, View};
use crate::credits::Credits;
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

/// The changing part of the sandbox.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) knobs: Arc<Knobs>,
    pub(crate) ledger: Ledger,
    pub(crate) credits: Credits,
    pub(super) judge_time: Duration,
    first_pass: u64,
    versions: HashMap<i64, u32>,
    pub(super) histories: HashMap<i64, History>,
}

impl State {
    pub(crate) fn new(knobs: Knobs, credits: Credits, judge_time: Duration) -> Self {
        Self {
            first_pass: knobs.first_pass,
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
        (end - call_log).unsigned_abs() <= self.first_pass && call_log < end
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
            let before = !self.starts_unevaluated(world, call_log);
            world.reviewed_before(call_log).filter(|_| before)
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
