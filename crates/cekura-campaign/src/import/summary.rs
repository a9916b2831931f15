//! What an import has done, and what it would do.

use std::collections::HashMap;

use cekura::Scope;

use super::lookup::Found;
use super::pending::Pending;

/// The most calls that a summary names of each kind.
const NAMED: usize = 20;

/// What happened to the calls of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ImportSummary {
    /// The calls of the file.
    pub calls: u64,
    /// The calls that were sent, in this import or before.
    pub sent: u64,
    /// Those of them that were sent before.
    pub sent_before: u64,
    /// The calls that were at Cekura already and were not sent.
    pub already_there: u64,
    /// The calls that the service refused in this import.
    pub refused: u64,
    /// The calls that were sent, also in earlier imports, and whose outcome is unknown.
    pub unknown: u64,
    /// Those of them that [`with_resends`](super::Import::with_resends) sends once more: not those that were sent twice, or whose
    /// line changed.
    pub resendable: u64,
    /// The calls that were sent, whose outcome is unknown, and of which the file has no line: those of other files with the same
    /// journal, and of lines that were removed. This import does not look for them.
    pub unknown_elsewhere: u64,
    /// The calls that were sent or found before with another content. They were not sent again.
    pub changed: u64,
    /// The first 20 refused calls.
    pub refusals: Vec<NamedCall>,
    /// The first 20 calls with an unknown outcome.
    pub unknowns: Vec<NamedCall>,
    /// The first 20 changed calls.
    pub changes: Vec<NamedCall>,
}

/// A call in a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedCall {
    /// The number of its line, counted from 1.
    pub line: u64,
    /// The provider's id of the call.
    pub call_id: String,
    /// Why, in words.
    pub reason: String,
}

/// How an import ended, if not with an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportOutcome {
    /// Every call was tried.
    Finished,
    /// A stop was requested.
    Stopped,
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ImportForecast {
    /// The calls that would be sent, and those that would be sent again if they are not found.
    pub to_send: u64,
    /// The same by agent.
    pub agents: HashMap<Scope, u64>,
    /// The calls that an import sent before.
    pub sent_before: u64,
    /// The other calls that are at Cekura already.
    pub already_there: u64,
    /// The calls whose outcome is unknown: the import would look them up first.
    pub unknown: u64,
}

impl ImportSummary {
    /// Returns how many calls have not been tried.
    #[must_use]
    pub fn not_tried(&self) -> u64 {
        let tried = self.sent + self.already_there + self.refused + self.unknown;
        self.calls.saturating_sub(tried)
    }
}

impl ImportForecast {
    /// Adds calls, some of which are at Cekura.
    pub(super) fn add(&mut self, calls: &[Pending], found: &Found) {
        for call in calls {
            if found.contains_key(&call.call_id) {
                self.already_there += 1;
            } else {
                self.to_send += 1;
                *self.agents.entry(call.agent.clone()).or_default() += 1;
            }
        }
    }
}

/// Adds a call to those that are named, unless there are enough.
pub(super) fn name(calls: &mut Vec<NamedCall>, line: u64, call_id: &str, reason: &str) {
    if calls.len() < NAMED {
        calls.push(NamedCall {
            line,
            call_id: call_id.to_owned(),
            reason: reason.to_owned(),
        });
    }
}
