//! Sends a paid request once, and finds out whether it was accepted.

use std::time::{Duration, Instant};

use cekura_api::scalars::CallLogId;

use super::baseline::take_baseline;
use super::findings::Findings;
use super::paid_operation::Entry;
use super::reconcile::ReadBack;
use super::{Baseline, ById, MAX_RESENDS, OnUnknown, PaidOperation, Reevaluation};
use crate::error::{Error, Evidence, Kind, LogEvidence};
use crate::http::{CallOptions, ResponseMeta};
use crate::{CallLogTargets, Client, Scope};

/// The settings of a paid request.
#[derive(Clone, Debug)]
pub(crate) struct Submission {
    pub(crate) client: Client,
    pub(crate) work: PaidOperation,
    pub(crate) logs: CallLogTargets,
    pub(crate) scope: Scope,
    pub(crate) take_baseline: bool,
    pub(crate) baseline: Option<Baseline>,
    pub(crate) on_unknown: OnUnknown,
    pub(crate) settle: Duration,
    pub(crate) options: CallOptions,
}

impl Submission {
    /// Checks the arguments, before anything is sent.
    fn check(&self) -> Result<(), Error> {
        self.logs.check()?;
        match &self.work {
            PaidOperation::Rerun => self.scope.check_rerun_evaluation(),
            PaidOperation::Evaluate(metrics) if metrics.is_empty() => Err(Error::invalid_request(
                "no metrics are named: give at least one id, or re-evaluate with all metrics",
            )),
            PaidOperation::Evaluate(metrics) if metrics.iter().any(|id| id.0 <= 0) => {
                Err(Error::invalid_request(format!(
                    "{} is not the id of a metric: ids are whole numbers above 0",
                    metrics.iter().find(|id| id.0 <= 0).map_or(0, |id| id.0)
                )))
            }
            PaidOperation::Evaluate(_) if self.logs.is_all() => Err(Error::invalid_request(
                "chosen metrics need call log ids: only a re-evaluation with all metrics accepts all call logs",
            )),
            PaidOperation::Evaluate(_) => self.scope.check_evaluate_metrics(),
        }
    }
}

/// Takes the baseline, sends the request, and reads back where the outcome is unknown, all by one deadline.
///
/// # Errors
/// Those of the two paid calls of [`CallLogsClient`](crate::resources::CallLogsClient).
pub(crate) async fn submit(mut submission: Submission) -> Result<Reevaluation, Error> {
    let operation = submission.work.operation().id;
    submission.check().map_err(|e| e.in_operation(operation))?;
    let now = submission.client.shared.clock.now();
    let deadline = submission.options.deadline(now);
    submission
        .complete_baseline(deadline)
        .await
        .map_err(|e| e.in_operation(operation))?;
    let outcome = submission.send(deadline).await?;
    Ok(Reevaluation::new(submission, outcome))
}

impl Submission {
    /// Sends until everything is accepted. Fails where another send could pay twice and the caller did not allow that.
    async fn send(&self, deadline: Instant) -> Result<Outcome, Error> {
        let options = self.options.clone().until(deadline);
        let mut outcome = Outcome::default();
        let mut logs = self.logs.clone();
        loop {
            match self
                .work
                .send(&self.client, &self.scope, &logs, &options)
                .await
            {
                Ok(response) => {
                    outcome.accepted(logs.ids());
                    outcome.response = Some(response.meta);
                    let known = response
                        .value
                        .into_iter()
                        .filter_map(|entry| Some((entry.id?, entry)));
                    outcome.entries = Some(known.collect());
                    return Ok(outcome);
                }
                Err(e) if proves_acceptance(&e) => {
                    outcome.accepted(logs.ids());
                    if logs.is_all() {
                        return Err(outcome.unknown(e, &self.logs));
                    }
                    outcome.unreadable = Some(e);
                    return Ok(outcome);
                }
                Err(e) if e.is_outcome_unknown() => {
                    let found = self.read_back(logs.ids(), self.settle, deadline).await;
                    outcome.charged += 1;
                    let (known, rest) = (!found.is_empty(), CallLogTargets::from(found.open()));
                    let may_resend = self.on_unknown == OnUnknown::ResendIfUnchanged
                        && outcome.charged <= MAX_RESENDS
                        && known
                        && found.rest_is_unchanged();
                    outcome.findings.logs.extend(found.logs.into_entries());
                    let all_accepted = known && rest.ids().is_empty();
                    if !all_accepted && !may_resend {
                        return Err(outcome.unknown(e, &self.logs));
                    }
                    outcome.failure = Some(e);
                    if all_accepted {
                        return Ok(outcome);
                    }
                    logs = rest;
                }
                Err(e) => return Err(self.failed(e, outcome, logs.ids(), deadline).await),
            }
        }
    }

    /// Returns the error of a request with an error status, or of one that was not sent.
    ///
    /// An error status does not prove that none of a batch was carried out, so its call logs are read back once. What an
    /// earlier send did stays known.
    async fn failed(
        &self,
        error: Error,
        mut outcome: Outcome,
        ids: &[CallLogId],
        deadline: Instant,
    ) -> Error {
        if may_have_done_work(&error) {
            let found = self.read_back(ids, Duration::ZERO, deadline).await;
            outcome.charged += u32::from(found.shows_acceptance());
            outcome.findings.logs.extend(found.logs.into_entries());
        }
        match outcome.charged {
            0 => error,
            _ => outcome.unknown(error, &self.logs),
        }
    }

    /// Reads the call logs that are missing in the baseline, if one was requested.
    async fn complete_baseline(&mut self, deadline: Instant) -> Result<(), Error> {
        if !self.take_baseline {
            return Ok(());
        }
        let lacking = match &self.baseline {
            Some(stored) => stored.lacks(&self.logs).into(),
            None => self.logs.clone(),
        };
        if lacking.is_all() || !lacking.ids().is_empty() {
            let options = self.options.clone().until(deadline);
            let taken = take_baseline(&self.client, &lacking, &options).await;
            let taken = taken.map_err(|e| {
                let is_over = self.client.shared.clock.now() >= deadline;
                match is_over && e.is_timeout() {
                    true => Error::new(Kind::OutOfTime).with_source(e),
                    false => e,
                }
            })?;
            self.baseline.get_or_insert_default().complete(taken);
        }
        Ok(())
    }

    /// Reads `ids` back within `window` and compares them with the baseline; nothing without one.
    async fn read_back(&self, ids: &[CallLogId], window: Duration, deadline: Instant) -> Findings {
        let Some(baseline) = &self.baseline else {
            return Findings::default();
        };
        let read_back = ReadBack {
            client: self.client.clone(),
            options: self.options.clone(),
            resets_success: self.work.resets_success(),
            window,
            deadline,
        };
        let before = ids
            .iter()
            .filter_map(|id| Some((*id, baseline.snapshot(*id)?)));
        let mut found = read_back.at(&before.collect()).await;
        // A call log without a baseline cannot be compared, and must not count as accepted with the others.
        for id in ids {
            let unclear = || (Evidence::Inconclusive, None);
            found.logs.get_or_insert_with(*id, unclear);
        }
        found
    }
}

/// The outcome of all sends so far.
#[derive(Default)]
pub(super) struct Outcome {
    /// The response, where one was read.
    pub(super) entries: Option<ById<Entry>>,
    /// Status, headers and the like of that response.
    pub(super) response: Option<ResponseMeta>,
    /// Why the body of a success could not be decoded.
    pub(super) unreadable: Option<Error>,
    /// The evidence about call logs that no response covers.
    pub(super) findings: Findings,
    /// The error of a request that reading back showed to be accepted.
    pub(super) failure: Option<Error>,
    /// How many requests may have been carried out.
    pub(super) charged: u32,
}

impl Outcome {
    /// Counts an accepted request, and drops earlier evidence about its call logs.
    fn accepted(&mut self, ids: &[CallLogId]) {
        self.charged += 1;
        for id in ids {
            self.findings.logs.remove(*id);
        }
    }

    pub(super) fn evidence(&self) -> Vec<LogEvidence> {
        self.findings.evidence()
    }

    /// Returns `error` as an unknown outcome, with targets and evidence of all sends.
    fn unknown(&self, error: Error, logs: &CallLogTargets) -> Error {
        let mut error = match error.is_outcome_unknown() {
            true => error,
            false => error.into_outcome_unknown(),
        };
        if let Some(unknown) = error.outcome_unknown_mut() {
            unknown.targets = logs.ids().to_vec();
            unknown.all = logs.is_all();
            unknown.evidence = self.evidence();
            unknown.resends = self.charged.saturating_sub(1);
        }
        error
    }
}

/// Returns whether the status was a success whose body was lost.
fn proves_acceptance(error: &Error) -> bool {
    matches!(error.detail(), Kind::InvalidResponse(why) if why.proves_acceptance())
}

/// Returns whether a request with this error status may have been carried out in part. A 401 or 429 is returned before any work.
fn may_have_done_work(error: &Error) -> bool {
    error
        .status()
        .is_some_and(|status| (400..500).contains(&status) && status != 401 && status != 429)
}
