//! The operations that send calls, change them, and vote on their verdicts.

use cekura_api::scalars::{CallLogId, MetricId};

use super::{CallLogPatch, CallLogsClient, NewCallLog, NewVote, Observe, UpdateCallLog};
#[cfg(doc)]
use crate::Error;

impl CallLogsClient {
    /// Sends a finished call: makes a call log of it and starts its evaluation. Costs credits each time.
    ///
    /// It is sent once. Whether the service refuses a `call_id` that it has already (409) or updates that call log is a
    /// setting of the organization.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// use cekura::{AgentId, NewCallLog, Utterance};
    /// let call = NewCallLog::new(AgentId(310), "harbor-20260518-1107")
    ///     .transcript([
    ///         Utterance::agent("Harbor Hotel, front desk.", 0.2..1.9),
    ///         Utterance::caller("Can I come on Friday instead?", 2.3..5.0),
    ///     ])
    ///     .recording_file("recordings/1107.wav");
    /// let observed = cekura.call_logs().observe(call).await?;
    /// println!("call log {}", observed.id());
    /// for log in observed.wait().await? {
    ///     println!("{:?} {:?}", log.passed(), log.outcome);
    /// }
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// - [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response was read: the call may have
    ///   been taken in and charged. Look for its `call_id` before you send it again.
    /// - [`is_invalid_response`](Error::is_invalid_response) if the call was taken in, and the response is not a call log.
    /// - [`is_out_of_credits`](Error::is_out_of_credits), [`is_bad_request`](Error::is_bad_request), also for a known `call_id`,
    ///   and others by the status that the service returned.
    /// - [`is_invalid_request`](Error::is_invalid_request) for a project in place of an agent, a transcript that is not in order,
    ///   or a file that cannot be read; nothing was sent.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/send-calls>
    pub fn observe(&self, call: impl Into<NewCallLog>) -> Observe {
        Observe::new(self.client.clone(), call.into())
    }

    /// Votes on the verdict of one metric on one call log. The call log counts as reviewed afterwards.
    ///
    /// It is sent once: a second vote would be recorded as well.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// use cekura::Patch;
    /// let logs = cekura.call_logs();
    /// logs.vote(5001, 71).up().await?;
    /// logs.vote(5002, 71).down().expected_value(true).feedback("The day was named.").await?;
    /// logs.vote(5003, 73).down().expected_value(Patch::Null).await?; // not applicable
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// - [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response was read: the vote may have
    ///   been recorded.
    /// - [`is_not_found`](Error::is_not_found), [`is_bad_request`](Error::is_bad_request) and others by the status that the
    ///   service returned.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/vote-call-log-metric>
    pub fn vote(&self, id: impl Into<CallLogId>, metric: impl Into<MetricId>) -> NewVote {
        NewVote::new(self.client.clone(), id.into(), metric.into())
    }

    /// Changes what was sent about a call, or records a person's review of it; returns the call log as it is afterwards.
    ///
    /// With [`reevaluate_metrics`](CallLogPatch::reevaluate_metrics) it also starts a re-evaluation, which costs credits each
    /// time. It is sent once, paid or not.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// use cekura::{CallLogPatch, types::ReviewedStatus};
    /// let patch = CallLogPatch::new().status(ReviewedStatus::ReviewedFailure).feedback("The day was never named.");
    /// let log = cekura.call_logs().update(5002, patch).await?;
    /// println!("{:?}", log.status);
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// - [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response was read: the update may have
    ///   been made, and a re-evaluation charged. Read the call log before you send it again.
    /// - [`is_invalid_response`](Error::is_invalid_response) if the update was accepted and the response is not that call log.
    /// - [`is_out_of_credits`](Error::is_out_of_credits), [`is_not_found`](Error::is_not_found),
    ///   [`is_bad_request`](Error::is_bad_request) and others by the status that the service returned.
    /// - [`is_invalid_request`](Error::is_invalid_request) for a transcript that is not in order; nothing was sent.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/update-call-log>
    pub fn update(
        &self,
        id: impl Into<CallLogId>,
        patch: impl Into<CallLogPatch>,
    ) -> UpdateCallLog {
        UpdateCallLog::new(self.client.clone(), id.into(), patch.into())
    }
}
