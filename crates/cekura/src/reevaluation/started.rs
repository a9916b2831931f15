//! A re-evaluation that was accepted.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use cekura_api::scalars::{CallLogId, Timestamp};
use cekura_api::types::{CallLog, CallLogSummary};

use super::submit::{Outcome, Submission};
use super::{Baseline, ById, Snapshot, Wait};
use crate::http::{CallOptions, ResponseMeta};
use crate::{Client, Error, LogEvidence, Scope};

/// A re-evaluation that the service has accepted and runs in the background.
///
/// [`wait`](Self::wait) can be called more than once. Dropping it does not cancel the evaluations: the service has no such
/// operation.
#[derive(Debug)]
#[must_use = "the evaluations are paid for; wait() for their results"]
pub struct Reevaluation {
    work: Arc<Work>,
    /// The call logs of the response, by ascending id.
    listed: Option<Vec<CallLogId>>,
    acceptance: Acceptance,
    evidence: Vec<LogEvidence>,
    charged: u32,
    failure: Option<Error>,
    response: Option<ResponseMeta>,
}

/// What a wait needs, shared by all waits of one re-evaluation.
#[derive(Debug)]
pub(crate) struct Work {
    pub(super) client: Client,
    pub(super) scope: Scope,
    pub(super) targets: Vec<CallLogId>,
    pub(super) baseline: Option<Baseline>,
    /// By ascending id.
    pub(super) response_logs: Vec<CallLog>,
    /// The state of a log in the response, else when it was last read back.
    pub(super) seen: ById<Snapshot>,
    pub(super) times: ById<Option<SystemTime>>,
    /// The call logs were made by the request: a busy state in its response is the start of their first evaluation.
    pub(super) is_first: bool,
    pub(super) options: CallOptions,
}

/// The evidence that the request was accepted.
#[derive(Debug)]
#[non_exhaustive]
pub enum Acceptance {
    /// The service responded with a success.
    Responded,
    /// The service responded with a success whose body could not be decoded; the error has the raw body.
    InvalidResponse(Error),
    /// The response was lost, and reading the call logs back showed that the request was accepted.
    /// [`failure`](Reevaluation::request_error) is the error of the request.
    Reconciled(Vec<LogEvidence>),
    /// The caller attached to it with [`attach`](crate::resources::CallLogsClient::attach).
    Attached,
}

impl fmt::Display for Acceptance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Responded => f.write_str("accepted"),
            Self::InvalidResponse(error) => {
                write!(f, "accepted, but the response could not be read: {error}")
            }
            Self::Reconciled(_) => f.write_str("accepted, as reading the call logs back showed"),
            Self::Attached => f.write_str("attached"),
        }
    }
}

impl Reevaluation {
    pub(super) fn new(submission: Submission, outcome: Outcome) -> Self {
        let evidence = outcome.evidence();
        let responded = outcome.entries.is_some();
        let entries = outcome.entries.unwrap_or_default();
        let targets = match submission.logs.is_all() {
            true => entries.ids().collect(),
            false => submission.logs.ids().to_vec(),
        };
        let baseline = submission.baseline;
        let before = |id| baseline.as_ref()?.get(id).and_then(time_of);
        let in_response = |id| entries.get(id).and_then(|entry| entry.time);
        let times = targets
            .iter()
            .map(|id| (*id, in_response(*id).or_else(|| before(*id))))
            .collect();
        let read_back = outcome
            .findings
            .logs
            .into_entries()
            .filter_map(|(id, (_, last))| Some((id, last?)));
        let seen = entries
            .iter()
            .map(|(id, entry)| (id, entry.snapshot.clone()))
            .chain(read_back)
            .collect();
        let listed = responded.then(|| entries.ids().collect());
        let work = Work {
            client: submission.client,
            scope: submission.scope,
            options: submission.options,
            targets,
            baseline,
            response_logs: entries
                .into_entries()
                .filter_map(|(_, entry)| entry.log)
                .collect(),
            seen,
            times,
            is_first: false,
        };
        Self {
            work: Arc::new(work),
            listed,
            acceptance: match outcome.unreadable {
                Some(error) => Acceptance::InvalidResponse(error),
                None if evidence.is_empty() => Acceptance::Responded,
                None => Acceptance::Reconciled(evidence.clone()),
            },
            evidence,
            charged: outcome.charged,
            failure: outcome.failure,
            response: outcome.response,
        }
    }

    /// Attaches to a re-evaluation that was accepted earlier, with the baseline from before it.
    pub(crate) fn attach(client: Client, scope: Scope, baseline: Baseline) -> Self {
        let work = Work {
            options: client.options(),
            client,
            scope,
            targets: baseline.iter().map(|(id, _)| id).collect(),
            times: baseline
                .iter()
                .map(|(id, log)| (id, time_of(log)))
                .collect(),
            baseline: Some(baseline),
            response_logs: Vec::new(),
            seen: ById::default(),
            is_first: false,
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

    /// Returns the call logs that are being evaluated.
    #[must_use]
    pub fn targets(&self) -> &[CallLogId] {
        &self.work.targets
    }

    /// Returns the evidence that the request was accepted.
    #[must_use]
    pub fn acceptance(&self) -> &Acceptance {
        &self.acceptance
    }

    /// Returns the call logs of the response: their state at acceptance, not the result.
    ///
    /// Empty for `evaluate_metrics`, whose response has only list entries, and if there was no response.
    #[must_use]
    pub fn response_logs(&self) -> &[CallLog] {
        &self.work.response_logs
    }

    /// Returns the state of each target at acceptance, from the response or from reading it back. Targets without a state are left
    /// out.
    pub fn snapshots(&self) -> impl Iterator<Item = (CallLogId, &Snapshot)> {
        let seen = self.work.seen.iter();
        seen.filter(|(id, _)| self.work.times.contains(*id))
    }

    /// Returns the targets that are missing from the response; the service may not have accepted them.
    ///
    /// A wait includes them. Empty if there was no response.
    pub fn missing_from_response(&self) -> impl Iterator<Item = CallLogId> {
        let listed = self.listed.as_ref();
        let targets = self.work.targets.iter().copied();
        targets.filter(move |id| listed.is_some_and(|listed| listed.binary_search(id).is_err()))
    }

    /// Returns the evidence from reading back the call logs that no response contains.
    #[must_use]
    pub fn evidence(&self) -> &[LogEvidence] {
        &self.evidence
    }

    /// Returns how many sends may have been charged: 1, or 2 after a resend. Always 1 for
    /// [`Acceptance::Attached`].
    #[must_use]
    pub fn sends_possibly_charged(&self) -> u32 {
        self.charged
    }

    /// Returns the error of a request that [was accepted all the same](Acceptance::Reconciled), such as a timeout or a 503.
    #[must_use]
    pub fn request_error(&self) -> Option<&Error> {
        self.failure.as_ref().map(Error::root)
    }

    /// Returns the baseline, if one was taken.
    #[must_use]
    pub fn baseline(&self) -> Option<&Baseline> {
        self.work.baseline.as_ref()
    }

    /// Returns status, headers, request id and attempts of the response; `None` if no response was read.
    #[must_use]
    pub fn response_meta(&self) -> Option<&ResponseMeta> {
        self.response.as_ref()
    }

    /// Waits for the results: for all of them when it is awaited, or for one after the other as a
    /// [stream](Wait::results).
    ///
    /// The wait borrows nothing, so it can be spawned or returned.
    pub fn wait(&self) -> Wait<'static> {
        Wait::new(Arc::clone(&self.work))
    }
}

/// Returns the time of the call, if it can be parsed.
fn time_of(log: &CallLog) -> Option<SystemTime> {
    log.timestamp.as_ref().and_then(Timestamp::to_system_time)
}

impl Work {
    /// The first evaluation of a call log that was just made. Its state at acceptance is that of `log`, and nothing was before.
    pub(crate) fn of_new_call(
        client: Client,
        options: CallOptions,
        scope: Scope,
        log: &CallLogSummary,
    ) -> Self {
        let id = log.id.unwrap_or(CallLogId(0));
        let time = log.timestamp.as_ref().and_then(Timestamp::to_system_time);
        Self {
            client,
            scope,
            targets: vec![id],
            baseline: None,
            response_logs: Vec::new(),
            seen: [(id, Snapshot::from(log))].into_iter().collect(),
            times: [(id, time)].into_iter().collect(),
            is_first: true,
            options,
        }
    }

    /// The call log before the evaluation: from the baseline, else from the response.
    pub(super) fn before(&self, id: CallLogId) -> Option<&CallLog> {
        let responded = || {
            let index = self
                .response_logs
                .binary_search_by_key(&Some(id), |log| log.id);
            self.response_logs.get(index.ok()?)
        };
        self.baseline
            .as_ref()
            .and_then(|baseline| baseline.get(id))
            .or_else(responded)
    }
}
