//! A re-evaluation that the service has accepted.

use std::collections::BTreeMap;
use std::time::SystemTime;

use cekura_api::open::{CallLogId, Timestamp};
use cekura_api::types::CallLog;

use super::submit::{Entry, Submission};
use super::{Baseline, Place, Snapshot, Wait};
use crate::http::CallOptions;
use crate::{Client, Error, LogEvidence};

/// A re-evaluation that the service has accepted and works on in the background.
///
/// It can be waited for, more than once, and dropping it cancels nothing: the service knows no way to.
#[derive(Debug)]
#[must_use = "the evaluations are paid for; wait() for their results"]
pub struct Reevaluation {
    pub(super) client: Client,
    pub(super) place: Place,
    pub(super) targets: Vec<CallLogId>,
    pub(super) baseline: Option<Baseline>,
    /// In the order of their ids.
    pub(super) reply: Vec<CallLog>,
    pub(super) replied: BTreeMap<CallLogId, Snapshot>,
    pub(super) times: BTreeMap<CallLogId, Option<SystemTime>>,
    pub(super) options: CallOptions,
    acceptance: Acceptance,
}

/// How it is known that the service accepted.
#[derive(Debug)]
#[non_exhaustive]
pub enum Acceptance {
    /// It said so.
    Replied,
    /// It said so, and the rest of what it said could not be read; the error has the raw body.
    ReplyUnreadable(Error),
    /// Its answer was lost, and reading the call logs back showed it.
    Reconciled(Vec<LogEvidence>),
}

impl Acceptance {
    /// What reading the call logs back showed; empty where that was not needed.
    #[must_use]
    pub fn evidence(&self) -> &[LogEvidence] {
        match self {
            Self::Reconciled(evidence) => evidence,
            Self::Replied | Self::ReplyUnreadable(_) => &[],
        }
    }

    /// Adds the findings of one round; a later finding about a log replaces the earlier one.
    pub(super) fn reconciled(&mut self, evidence: &[LogEvidence]) {
        let mut all = self.evidence().to_vec();
        all.retain(|old| !evidence.iter().any(|new| new.id == old.id));
        all.extend_from_slice(evidence);
        *self = Self::Reconciled(all);
    }

    /// Forgets what was found about logs that a later reply speaks for.
    pub(super) fn superseded(&mut self, ids: &[CallLogId]) {
        if let Self::Reconciled(evidence) = self {
            evidence.retain(|found| !ids.contains(&found.id));
            if evidence.is_empty() {
                *self = Self::Replied;
            }
        }
    }
}

impl Reevaluation {
    pub(super) fn new(
        submission: Submission,
        entries: BTreeMap<CallLogId, Entry>,
        acceptance: Acceptance,
    ) -> Self {
        let targets = match submission.logs.is_all() {
            true => entries.keys().copied().collect(),
            false => submission.logs.ids().to_vec(),
        };
        let baseline = submission.baseline;
        let before = |id: CallLogId| {
            baseline
                .as_ref()?
                .get(id)?
                .timestamp
                .as_ref()?
                .to_system_time()
        };
        let times = targets
            .iter()
            .map(|id| {
                (
                    *id,
                    entries
                        .get(id)
                        .and_then(|entry| entry.time)
                        .or_else(|| before(*id)),
                )
            })
            .collect();
        let replied = entries
            .iter()
            .map(|(id, entry)| (*id, entry.snapshot.clone()))
            .collect();
        let reply = entries
            .into_values()
            .filter_map(|entry| entry.log)
            .collect();
        Self {
            client: submission.client,
            place: submission.place,
            options: submission.options,
            targets,
            baseline,
            reply,
            replied,
            times,
            acceptance,
        }
    }

    /// Takes up a re-evaluation that was accepted earlier, such as by another process, from what was there before it.
    pub(crate) fn attach(client: Client, place: Place, baseline: Baseline) -> Self {
        let time = |log: &CallLog| log.timestamp.as_ref().and_then(Timestamp::to_system_time);
        Self {
            options: client.options(),
            client,
            place,
            targets: baseline.iter().map(|(id, _)| id).collect(),
            times: baseline.iter().map(|(id, log)| (id, time(log))).collect(),
            baseline: Some(baseline),
            reply: Vec::new(),
            replied: BTreeMap::new(),
            acceptance: Acceptance::Replied,
        }
    }

    /// The call logs that are being evaluated.
    #[must_use]
    pub fn targets(&self) -> &[CallLogId] {
        &self.targets
    }

    /// How it is known that the service accepted.
    #[must_use]
    pub fn acceptance(&self) -> &Acceptance {
        &self.acceptance
    }

    /// The call logs as the reply shows them: the state at acceptance, not the result.
    ///
    /// Empty for chosen metrics, whose reply has list entries, and where the reply was lost.
    #[must_use]
    pub fn reply(&self) -> &[CallLog] {
        &self.reply
    }

    /// The targets that the reply does not list; the service may not have taken them up.
    ///
    /// They are waited for all the same: being absent proves nothing.
    pub fn not_listed(&self) -> impl Iterator<Item = CallLogId> {
        let replied = !self.replied.is_empty();
        self.targets
            .iter()
            .copied()
            .filter(move |id| replied && !self.replied.contains_key(id))
    }

    /// The call logs as they were before the request, if that was asked for.
    #[must_use]
    pub fn baseline(&self) -> Option<&Baseline> {
        self.baseline.as_ref()
    }

    /// Waits until the results are there.
    pub fn wait(&self) -> Wait<'_> {
        Wait::new(self)
    }

    /// The call log before the evaluation: from the baseline, else from the reply.
    pub(super) fn before(&self, id: CallLogId) -> Option<&CallLog> {
        let replied = || {
            let place = self.reply.binary_search_by_key(&Some(id), |log| log.id);
            self.reply.get(place.ok()?)
        };
        self.baseline
            .as_ref()
            .and_then(|baseline| baseline.get(id))
            .or_else(replied)
    }
}
