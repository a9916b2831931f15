//! Sends one paid request and classifies its response.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use cekura::Evidence;
use cekura::reevaluation::Reevaluation;

use super::CampaignError;
use super::baseline::is_final;
use super::campaign::Campaign;
use crate::journal::{Answer, Batch, BatchOutcome, SendResult};
use crate::plan::PlannedOperation;

/// How long to wait after a 429 without Retry-After.
const COOLDOWN: Duration = Duration::from_secs(30);

/// The outcome of one request or reconciliation.
pub(super) struct Completed {
    pub(super) outcome: BatchOutcome,
    /// Why nothing more may be sent.
    pub(super) interruption: Option<CampaignError>,
    /// How long nothing may be sent, and the error that says so.
    pub(super) cooldown: Option<(Duration, cekura::Error)>,
}

impl Campaign {
    /// Sends the request of one batch, without retries.
    pub(super) fn send(&self, batch: Batch) -> Pin<Box<dyn Future<Output = Completed> + Send>> {
        let call_logs = self.client.call_logs();
        let logs = batch.logs.clone();
        let Some(scope) = self.request_scope(batch.agent) else {
            return Box::pin(async move { without_agent(batch) });
        };
        match &self.plan.operation {
            PlannedOperation::AllMetrics => {
                let reply = call_logs.rerun_evaluation(scope, logs);
                Box::pin(async move { from_reply(batch, reply.await) })
            }
            PlannedOperation::Metrics(metrics) => {
                let reply = call_logs.evaluate_metrics(scope, logs, metrics.iter().copied());
                Box::pin(async move { from_reply(batch, reply.await) })
            }
        }
    }
}

/// A request that cannot be built, and so was not sent.
fn without_agent(mut batch: Batch) -> Completed {
    let reason = "its agent is unknown, and the request needs one; it was not sent";
    let unchanged = batch.logs.iter().map(|id| (*id, Evidence::Unchanged));
    let result = SendResult::Reconciled {
        evidence: unchanged.collect(),
        states: BTreeMap::new(),
        resend: false,
    };
    batch.answer = Some(Answer::Refused(reason.to_owned()));
    Completed::from(BatchOutcome {
        batch,
        result,
        attempts: Some(0),
        status: None,
        request_id: None,
    })
}

impl From<BatchOutcome> for Completed {
    fn from(outcome: BatchOutcome) -> Self {
        Self {
            outcome,
            interruption: None,
            cooldown: None,
        }
    }
}

/// Classifies a response for the call logs of a batch.
fn from_reply(mut batch: Batch, reply: Result<Reevaluation, cekura::Error>) -> Completed {
    let error = match reply {
        Ok(started) => return accepted(batch, &started),
        Err(error) => error,
    };
    batch.answer = match Meaning::of(&error) {
        Meaning::NotSent => None,
        Meaning::Busy => Some(Answer::Busy(error.to_string())),
        Meaning::Refused => Some(Answer::Refused(error.to_string())),
        Meaning::Unknown => Some(Answer::Unusable(cause(&error))),
    };
    let mut completed = Completed::from(BatchOutcome {
        result: match batch.answer {
            None => SendResult::NotSent,
            Some(_) => SendResult::Unknown,
        },
        batch,
        attempts: Some(error.attempts()),
        status: error.status(),
        request_id: error.request_id().map(str::to_owned),
    });
    if error.is_rate_limited() {
        completed.cooldown = Some((error.retry_after().unwrap_or(COOLDOWN), error));
    } else if stops_sending(&error) {
        completed.interruption = Some(CampaignError::Service(error));
    }
    completed
}

/// The cause of a missing response, without the text that all unknown outcomes share.
fn cause(error: &cekura::Error) -> String {
    match std::error::Error::source(error) {
        Some(cause) if error.is_outcome_unknown() => cause.to_string(),
        _ => error.to_string(),
    }
}

/// What an error means for a paid request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// It never reached the service, or was rate limited.
    NotSent,
    /// Refused because of an evaluation in progress. No status proves that nothing was carried out.
    Busy,
    /// Refused. No status proves that nothing was carried out.
    Refused,
    /// Anything else: the request may have been carried out.
    Unknown,
}

impl Meaning {
    /// Classifies an error.
    pub(crate) fn of(error: &cekura::Error) -> Self {
        let is_refusal = error
            .status()
            .is_some_and(|status| (400..500).contains(&status));
        if error.is_outcome_unknown() {
            Self::Unknown
        } else if error.attempts() == 0 || error.is_connect() || error.is_rate_limited() {
            Self::NotSent
        } else if error.is_evaluation_in_progress() {
            Self::Busy
        } else if is_refusal {
            Self::Refused
        } else {
            Self::Unknown
        }
    }
}

/// Whether every further request would fail in the same way.
fn stops_sending(error: &cekura::Error) -> bool {
    let is_about_its_logs = error.is_bad_request() || error.is_certainly_missing();
    is_final(error) || !(is_about_its_logs || error.is_outcome_unknown())
}

fn accepted(batch: Batch, started: &Reevaluation) -> Completed {
    let seen = started.snapshots();
    let result = SendResult::Accepted {
        seen: seen.map(|(id, snapshot)| (id, snapshot.clone())).collect(),
        missing_from_response: started.missing_from_response().collect(),
    };
    Completed::from(BatchOutcome {
        batch,
        result,
        attempts: None,
        status: None,
        request_id: None,
    })
}
