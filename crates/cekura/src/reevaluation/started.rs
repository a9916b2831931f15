//! A re-evaluation that the service has accepted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use cekura_api::scalars::{CallLogId, Timestamp};
use cekura_api::types::CallLog;

use super::submit::{Outcome, Submission};
use super::{Baseline, Snapshot, Wait};
use crate::http::{CallOptions, ResponseMeta};
use crate::{Client, Error, LogEvidence, Scope};

/// A re-evaluation that the service has accepted and works on in the background.
///
/// It can be waited for, more than once, and dropping it cancels nothing: the service knows no way to.
#[derive(Debug)]
#[must_use = "the evaluations are paid for; wait() for their results"]
pub struct Reevaluation {
    work: Arc<Work>,
    listed: Option<BTreeSet<CallLogId>>,
    acceptance: Acceptance,
    evidence: Vec<LogEvidence>,
    charged: u32,
    failure: Option<Error>,
    response: Option<ResponseMeta>,
}

/// What a wait needs, shared by all waits of one re-evaluation.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) client: Client,
    pub(super) scope: Scope,
    pub(super) targets: Vec<CallLogId>,
    pub(super) baseline: Option<Baseline>,
    /// In the order of their ids.
    pub(super) reply: Vec<CallLog>,
    /// The state of a log in the reply, else at the last look back.
    pub(super) seen: BTreeMap<CallLogId, Snapshot>,
    pub(super) times: BTreeMap<CallLogId, Option<SystemTime>>,
    pub(super) options: CallOptions,
}

/// How it is known that the service accepted.
#[derive(Debug)]
#[non_exhaustive]
pub enum Acceptance {
    /// It said so.
    Replied,
    /// It said so, and the rest of what it said could not be read; the error has the raw body.
    ReplyUnreadable(Error),
    /// No reply of the service said so, and reading the call logs back showed it;
    /// [`failure`](Reevaluation::failure) is what came instead of one.
    Reconciled(Vec<LogEvidence>),
    /// The caller said so, through [`attach`](crate::resources::CallLogsClient::attach).
    Attached,
}

impl fmt::Display for Acceptance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Replied => f.write_str("accepted"),
            Self::ReplyUnreadable(error) => {
                write!(f, "accepted, but the reply could not be read: {error}")
            }
            Self::Reconciled(_) => f.write_str("accepted, as reading the call logs back showed"),
            Self::Attached => f.write_str("attached"),
        }
    }
}

impl Reevaluation {
    pub(super) fn new(submission: Submission, outcome: Outcome) -> Self {
        let evidence = outcome.evidence();
        let replied = outcome.entries.is_some();
        let entries = outcome.entries.unwrap_or_default();
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
        let looked = outcome
            .findings
            .logs
            .into_iter()
            .filter_map(|(id, (_, last))| Some((id, last?)));
        let seen = entries
            .iter()
            .map(|(id, entry)| (*id, entry.snapshot.clone()))
            .chain(looked)
            .collect();
        let listed = replied.then(|| entries.keys().copied().collect());
        let work = Work {
            client: submission.client,
            scope: submission.scope,
            options: submission.options,
            targets,
            baseline,
            reply: entries
                .into_values()
                .filter_map(|entry| entry.log)
                .collect(),
            seen,
            times,
        };
        Self {
            work: Arc::new(work),
            listed,
            acceptance: match outcome.unreadable {
                Some(error) => Acceptance::ReplyUnreadable(error),
                None if evidence.is_empty() => Acceptance::Replied,
                None => Acceptance::Reconciled(evidence.clone()),
            },
            evidence,
            charged: outcome.charged,
            failure: outcome.failure,
            response: outcome.response,
        }
    }

    /// Takes up a re-evaluation that was accepted earlier, such as by another process, from what was there before it.
    pub(crate) fn attach(client: Client, scope: Scope, baseline: Baseline) -> Self {
        let time = |log: &CallLog| log.timestamp.as_ref().and_then(Timestamp::to_system_time);
        let work = Work {
            options: client.options(),
            client,
            scope,
            targets: baseline.iter().map(|(id, _)| id).collect(),
            times: baseline.iter().map(|(id, log)| (id, time(log))).collect(),
            baseline: Some(baseline),
            reply: Vec::new(),
            seen: BTreeMap::new(),
        };
        Self {
            work: Arc::new(work),
            listed: None,
            acceptance: Acceptance::Attached,
            evidence: Vec::new(),
            charged: 1,
            failure: None,
            response: None,
        }
    }

    /// The call logs that are being evaluated.
    #[must_use]
    pub fn targets(&self) -> &[CallLogId] {
        &self.work.targets
    }

    /// How it is known that the service accepted.
    #[must_use]
    pub fn acceptance(&self) -> &Acceptance {
        &self.acceptance
    }

    /// The call logs as the reply shows them: the state at acceptance, not the result.
    ///
    /// Empty for chosen metrics, whose reply has list entries, and where no reply was read.
    #[must_use]
    pub fn reply(&self) -> &[CallLog] {
        &self.work.reply
    }

    /// Where each target stood at acceptance: in the reply, of either of the two calls, else when it was read back.
    ///
    /// Empty where no reply was read and nothing was read back; a target that the reply does not list is left out.
    pub fn snapshots(&self) -> impl Iterator<Item = (CallLogId, &Snapshot)> {
        let seen = self.work.seen.iter().map(|(id, snapshot)| (*id, snapshot));
        seen.filter(|(id, _)| self.work.times.contains_key(id))
    }

    /// The targets that the reply does not list; the service may not have taken them up.
    ///
    /// They are waited for all the same: being absent proves nothing. Empty where no reply was read.
    pub fn not_listed(&self) -> impl Iterator<Item = CallLogId> {
        let listed = self.listed.as_ref();
        let targets = self.work.targets.iter().copied();
        targets.filter(move |id| listed.is_some_and(|listed| !listed.contains(id)))
    }

    /// What reading call logs back showed, for those that no reply speaks for.
    #[must_use]
    pub fn evidence(&self) -> &[LogEvidence] {
        &self.evidence
    }

    /// How often the request was sent and may have been carried out, which is how often a call log may have been
    /// charged: 1, or up to 2 after a resend. For one that was [attached](Acceptance::Attached): 1, as far as is known here.
    #[must_use]
    pub fn sends_possibly_charged(&self) -> u32 {
        self.charged
    }

    /// What came instead of a reply, where the outcome of a request was unknown and reading back cleared it up: no answer in
    /// time, a 503, a login page.
    #[must_use]
    pub fn failure(&self) -> Option<&Error> {
        self.failure.as_ref().map(Error::root)
    }

    /// The call logs as they were before the request, if that was asked for.
    #[must_use]
    pub fn baseline(&self) -> Option<&Baseline> {
        self.work.baseline.as_ref()
    }

    /// Returns status, headers, request id and attempts of the reply; `None` where no reply was read.
    #[must_use]
    pub fn response(&self) -> Option<&ResponseMeta> {
        self.response.as_ref()
    }

    /// Waits until the results are there: all of them when it is awaited, or one by one as a
    /// [stream](Wait::results).
    ///
    /// The wait owns what it needs, so that it can be spawned or returned.
    pub fn wait(&self) -> Wait<'static> {
        Wait::new(Arc::clone(&self.work))
    }
}

impl Work {
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
