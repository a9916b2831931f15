//! Sending the paid request once, and knowing what became of it.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cekura_api::open::{CallLogId, Timestamp};
use cekura_api::types::{CallLog, CallLogSummary};
use cekura_api::{Operation, operations};

use super::baseline::take_baseline;
use super::reconcile::{Findings, LookBack};
use super::{Baseline, CallLogs, OnUnknown, Place, Reevaluation, Snapshot, request};
use crate::Client;
use crate::error::{Error, Evidence, Kind, LogEvidence};
use crate::http::{CallOptions, call};

/// Most times that one log is sent under [`OnUnknown::ResendIfUntouched`].
const MOST_SENDS: usize = 2;

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
            Work::Evaluate(_, metrics) if metrics.iter().any(|id| id.0 <= 0) => {
                Err(Error::invalid_request(format!(
                    "{} is not the id of a metric: ids are whole numbers above 0",
                    metrics.iter().find(|id| id.0 <= 0).map_or(0, |id| id.0)
                )))
            }
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
    submission
        .complete_baseline()
        .await
        .map_err(|e| e.in_operation(operation))?;
    let mut outcome = Outcome::default();
    let mut logs = submission.logs.clone();
    for send in 1.. {
        match submission
            .work
            .send(&submission.client, &logs, &submission.options)
            .await
        {
            Ok(entries) => {
                outcome.spoken_for(logs.ids());
                let known = entries
                    .into_iter()
                    .filter_map(|entry| Some((entry.id?, entry)));
                outcome.entries = Some(known.collect());
                break;
            }
            Err(e) if proves_acceptance(&e) && logs.is_all() => {
                return Err(outcome.unknown(e.into_outcome_unknown(), &submission.logs));
            }
            Err(e) if proves_acceptance(&e) => {
                outcome.spoken_for(logs.ids());
                outcome.unreadable = Some(e);
                break;
            }
            Err(e) if e.is_outcome_unknown() => {
                let looked = submission.look_back(logs.ids()).await;
                let rest: CallLogs = looked
                    .logs
                    .iter()
                    .filter(|(_, (evidence, _))| !evidence.shows_acceptance())
                    .map(|(id, _)| *id)
                    .collect();
                let untouched = rest
                    .ids()
                    .iter()
                    .all(|id| looked.logs[id].0 == Evidence::Untouched);
                let may_resend =
                    submission.on_unknown == OnUnknown::ResendIfUntouched && send < MOST_SENDS;
                let looked_in_vain = looked.logs.is_empty();
                outcome.findings.logs.extend(looked.logs);
                if looked_in_vain || !(rest.ids().is_empty() || (untouched && may_resend)) {
                    return Err(outcome.unknown(e, &submission.logs));
                }
                if rest.ids().is_empty() {
                    break;
                }
                logs = rest;
            }
            // What an earlier round did stays known, though this one was refused.
            Err(e) if !outcome.findings.logs.is_empty() => {
                return Err(outcome.unknown(e.into_outcome_unknown(), &submission.logs));
            }
            Err(e) => return Err(e),
        }
    }
    Ok(Reevaluation::new(submission, outcome))
}

impl Submission {
    /// Reads what the baseline lacks, if one was asked for. If one log cannot be read, nothing is sent.
    async fn complete_baseline(&mut self) -> Result<(), Error> {
        if !self.take_baseline {
            return Ok(());
        }
        let lacking = match &self.baseline {
            Some(stored) => stored.lacks(&self.logs).into(),
            None => self.logs.clone(),
        };
        if lacking.is_all() || !lacking.ids().is_empty() {
            let taken = take_baseline(&self.client, &lacking, &self.options).await?;
            self.baseline.get_or_insert_default().complete(taken);
        }
        Ok(())
    }

    /// What `ids` show now, compared with the baseline; nothing without one.
    async fn look_back(&self, ids: &[CallLogId]) -> Findings {
        let Some(baseline) = &self.baseline else {
            return Findings::default();
        };
        let look_back = LookBack {
            client: self.client.clone(),
            options: self.options.clone(),
            resets_success: self.work.resets_success(),
            window: self.settle,
        };
        look_back.at(ids, baseline).await
    }
}

/// What the rounds came to so far.
#[derive(Default)]
pub(super) struct Outcome {
    /// The reply, where one was read.
    pub(super) entries: Option<BTreeMap<CallLogId, Entry>>,
    /// Why an accepting reply could not be read.
    pub(super) unreadable: Option<Error>,
    /// What looking back showed about logs that no reply speaks for.
    pub(super) findings: Findings,
}

impl Outcome {
    /// Forgets what was found about logs that a later reply speaks for.
    fn spoken_for(&mut self, ids: &[CallLogId]) {
        for id in ids {
            self.findings.logs.remove(id);
        }
    }

    pub(super) fn evidence(&self) -> Vec<LogEvidence> {
        self.findings.evidence()
    }

    /// `error` with what was targeted and what looking back showed, over all rounds.
    fn unknown(&self, mut error: Error, logs: &CallLogs) -> Error {
        if let Some(unknown) = error.outcome_unknown_mut() {
            unknown.targets = logs.ids().to_vec();
            unknown.all = logs.is_all();
            unknown.evidence = self.evidence();
        }
        error
    }
}

/// A success whose body is lost: the ids are known from the request, so there is nothing to ask again.
fn proves_acceptance(error: &Error) -> bool {
    matches!(error.kind(), Kind::Unreadable(why) if why.proves_acceptance())
}
