//! Sending the paid request once, and knowing what became of it.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cekura_api::open::{CallLogId, Timestamp};
use cekura_api::types::{CallLog, CallLogSummary};
use cekura_api::{Operation, operations};

use super::baseline::take_baseline;
use super::reconcile::reconcile;
use super::{Acceptance, Baseline, CallLogs, OnUnknown, Place, Reevaluation, Snapshot, request};
use crate::Client;
use crate::error::{Error, Evidence, Kind, LogEvidence};
use crate::http::{CallOptions, call};

/// Most times that one log is sent under [`OnUnknown::ResendIfUntouched`].
const MOST_SENDS: usize = 3;

/// A paid request before it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Submission {
    pub(crate) client: Client,
    pub(crate) work: Work,
    pub(crate) logs: CallLogs,
    pub(crate) place: Place,
    pub(crate) take_baseline: bool,
    pub(crate) baseline: Option<Baseline>,
    pub(crate) on_unknown: OnUnknown,
    pub(crate) settle: Duration,
    pub(crate) options: CallOptions,
}

impl Submission {
    /// Refuses what the service leaves undefined or cannot do, before anything is sent.
    fn check(&self) -> Result<(), Error> {
        self.logs.check()?;
        match &self.work {
            Work::Rerun(agent) => agent.check(),
            Work::Evaluate(_, metrics) if metrics.is_empty() => Err(Error::invalid_request(
                "no metrics are named: give at least one id, or use rerun_evaluation for all of them",
            )),
            Work::Evaluate(..) if self.logs.is_all() => Err(Error::invalid_request(
                "chosen metrics need named call logs: only rerun_evaluation takes all of them",
            )),
            Work::Evaluate(..) => Ok(()),
        }
    }
}

/// Which of the two paid operations, with all but the call logs.
#[derive(Clone, Debug)]
pub(crate) enum Work {
    Rerun(super::AgentRef),
    Evaluate(super::Scope, Vec<cekura_api::open::MetricId>),
}

/// One entry of a reply, reduced to what the wait needs.
pub(super) struct Entry {
    pub(super) id: Option<CallLogId>,
    pub(super) time: Option<SystemTime>,
    pub(super) snapshot: Snapshot,
    pub(super) log: Option<CallLog>,
}

impl Work {
    fn operation(&self) -> &'static Operation {
        match self {
            Self::Rerun(_) => &operations::CALL_LOGS_RERUN_EVALUATION,
            Self::Evaluate(..) => &operations::CALL_LOGS_EVALUATE_METRICS,
        }
    }

    async fn send(
        &self,
        client: &Client,
        logs: &CallLogs,
        options: &CallOptions,
    ) -> Result<Vec<Entry>, Error> {
        let operation = self.operation();
        match self {
            Self::Rerun(agent) => {
                let body = request::rerun(agent, logs);
                let send = |api: cekura_api::Client| async move {
                    api.call_logs_rerun_evaluation(&body).await
                };
                let reply: Vec<CallLog> = call(&client.shared, options, operation, send).await?;
                Ok(reply.into_iter().map(Entry::from).collect())
            }
            Self::Evaluate(scope, metrics) => {
                let body = request::evaluate(scope, logs, metrics);
                let send = |api: cekura_api::Client| async move {
                    api.call_logs_evaluate_metrics(&body).await
                };
                let reply: Vec<CallLogSummary> =
                    call(&client.shared, options, operation, send).await?;
                Ok(reply.into_iter().map(Entry::from).collect())
            }
        }
    }

    fn resets_success(&self) -> bool {
        matches!(self, Self::Rerun(_))
    }
}

impl From<CallLog> for Entry {
    fn from(log: CallLog) -> Self {
        let time = log.timestamp.as_ref().and_then(Timestamp::to_system_time);
        Self {
            id: log.id,
            time,
            snapshot: Snapshot::from(&log),
            log: Some(log),
        }
    }
}

impl From<CallLogSummary> for Entry {
    fn from(log: CallLogSummary) -> Self {
        let time = log.timestamp.as_ref().and_then(Timestamp::to_system_time);
        Self {
            id: log.id,
            time,
            snapshot: Snapshot::from(&log),
            log: None,
        }
    }
}

/// Sends the request, with everything that makes it safe.
///
/// # Errors
/// As the two calls of [`CallLogsClient`](crate::resources::CallLogsClient) say.
pub(crate) async fn submit(mut submission: Submission) -> Result<Reevaluation, Error> {
    let operation = submission.work.operation().id;
    submission.check().map_err(|e| e.in_operation(operation))?;
    if submission.take_baseline && submission.baseline.is_none() {
        let Submission {
            client,
            logs,
            options,
            ..
        } = &submission;
        let taken = take_baseline(client, logs, options).await;
        submission.baseline = Some(taken.map_err(|e| e.in_operation(operation))?);
    }
    let mut accepted = BTreeMap::new();
    let mut acceptance = Acceptance::Replied;
    let mut logs = submission.logs.clone();
    for send in 1.. {
        let sent = submission
            .work
            .send(&submission.client, &logs, &submission.options)
            .await;
        match sent {
            Ok(entries) => {
                acceptance.superseded(logs.ids());
                accepted.extend(
                    entries
                        .into_iter()
                        .filter_map(|entry| Some((entry.id?, entry))),
                );
                break;
            }
            Err(e) if proves_acceptance(&e) && logs.is_all() => {
                return Err(describe(
                    e.into_outcome_unknown(),
                    &submission.logs,
                    &acceptance,
                    Vec::new(),
                ));
            }
            Err(e) if proves_acceptance(&e) => {
                acceptance = Acceptance::ReplyUnreadable(e);
                break;
            }
            Err(e) if e.is_outcome_unknown() => {
                let evidence = look_back(&submission, logs.ids()).await;
                let untouched = |e: &LogEvidence| e.evidence == Evidence::Untouched;
                let rest: Vec<&LogEvidence> = evidence
                    .iter()
                    .filter(|e| !e.evidence.is_strong())
                    .collect();
                let known = !evidence.is_empty() && rest.is_empty();
                let may_resend =
                    submission.on_unknown == OnUnknown::ResendIfUntouched && send < MOST_SENDS;
                acceptance.reconciled(&evidence);
                if known {
                    break;
                }
                if !(may_resend && !rest.is_empty() && rest.iter().all(|e| untouched(e))) {
                    return Err(describe(e, &submission.logs, &acceptance, evidence));
                }
                logs = rest.iter().map(|e| e.id).collect();
            }
            Err(e) => return Err(refused(e, &submission.logs, acceptance)),
        }
    }
    Ok(Reevaluation::new(submission, accepted, acceptance))
}

/// A success whose body is lost: the ids are known from the request, so there is nothing to ask again.
fn proves_acceptance(error: &Error) -> bool {
    matches!(error.kind(), Kind::Unreadable(why) if why.proves_acceptance())
}

async fn look_back(submission: &Submission, ids: &[CallLogId]) -> Vec<LogEvidence> {
    let Some(baseline) = &submission.baseline else {
        return Vec::new();
    };
    let resets = submission.work.resets_success();
    reconcile(
        &submission.client,
        baseline,
        ids,
        resets,
        submission.settle,
        &submission.options,
    )
    .await
}

/// The error with what was targeted and what looking back showed, over all rounds.
fn describe(
    mut error: Error,
    logs: &CallLogs,
    acceptance: &Acceptance,
    last: Vec<LogEvidence>,
) -> Error {
    if let Some(unknown) = error.outcome_unknown_mut() {
        unknown.targets = logs.ids().to_vec();
        unknown.all = logs.is_all();
        let earlier = acceptance
            .evidence()
            .iter()
            .filter(|e| !last.iter().any(|l| l.id == e.id));
        unknown.evidence = earlier.copied().chain(last.iter().copied()).collect();
    }
    error
}

/// A later round was refused: what the first one did to its logs stays known.
fn refused(error: Error, logs: &CallLogs, acceptance: Acceptance) -> Error {
    match acceptance {
        Acceptance::Replied => error,
        _ => describe(error.into_outcome_unknown(), logs, &acceptance, Vec::new()),
    }
}
