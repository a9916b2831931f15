//! The operations on call logs.

use std::collections::BTreeSet;
use std::time::SystemTime;

use cekura_api::scalars::{CallLogId, MetricId};

use super::ReevaluationRequest;
use crate::http::{CallOptions, call_options};
use crate::reevaluation::{
    Baseline, FetchStatuses, GetMany, PaidOperation, Reconcile, Reevaluation, Snapshot,
    take_baseline,
};
use crate::{BoxFuture, CallLogTargets, Client, Error, Scope};

/// The operations on call logs, from [`Client::call_logs`].
#[derive(Clone, Debug)]
pub struct CallLogsClient {
    pub(crate) client: Client,
}

impl CallLogsClient {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Re-evaluates call logs with all metrics that are assigned to them. Costs credits each time.
    ///
    /// It runs in the background, gives no completion signal, and overwrites the previous results. With
    /// [`with_baseline`](ReevaluationRequest::with_baseline) the call logs are read first, so that results can be compared and an
    /// unknown outcome can be reconciled. The scope must be one agent: a project is an error, and nothing is sent.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// use cekura::{AgentId, CallLogId};
    /// let logs = [CallLogId(5001), CallLogId(5002)];
    /// let started = cekura.call_logs().rerun_evaluation(AgentId(310), logs).with_baseline().await?;
    /// for log in started.wait().await? {
    ///     println!("{} {:?} {:?}", log.id, log.passed(), log.outcome);
    /// }
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// - [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent, no response of the service was read, and the
    ///   request may have been carried out. Do not simply call again. With a baseline, also if the service returned an error
    ///   status although an evaluation was started.
    /// - [`is_rate_limited`](Error::is_rate_limited), [`is_out_of_credits`](Error::is_out_of_credits),
    ///   [`is_bad_request`](Error::is_bad_request) and others by the status that the service returned.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/reevaluate-calls>
    pub fn rerun_evaluation(
        &self,
        scope: impl Into<Scope>,
        logs: impl Into<CallLogTargets>,
    ) -> ReevaluationRequest {
        let client = self.client.clone();
        ReevaluationRequest::new(client, PaidOperation::Rerun, logs.into(), scope.into())
    }

    /// Re-evaluates call logs with chosen metrics, each metric once. Costs credits each time.
    ///
    /// According to the vendor, all metrics may be evaluated and charged even so. The scope must be an agent's id or a
    /// project: an assistant is an error, and nothing is sent.
    ///
    /// # Errors
    /// As for [`rerun_evaluation`](Self::rerun_evaluation); also
    /// [`is_evaluation_in_progress`](Error::is_evaluation_in_progress) for a call log in its first evaluation.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/evaluate-metrics>
    pub fn evaluate_metrics(
        &self,
        scope: impl Into<Scope>,
        logs: impl Into<CallLogTargets>,
        metrics: impl IntoIterator<Item = impl Into<MetricId>>,
    ) -> ReevaluationRequest {
        let mut seen = BTreeSet::new();
        let metrics = metrics.into_iter().map(Into::into);
        let metrics = metrics.filter(|id| seen.insert(*id)).collect();
        let work = PaidOperation::Evaluate(metrics);
        ReevaluationRequest::new(self.client.clone(), work, logs.into(), scope.into())
    }

    /// Reads call logs as a baseline, before a re-evaluation overwrites their results.
    ///
    /// [`with_baseline`](ReevaluationRequest::with_baseline) does this for one call.
    ///
    /// # Errors
    /// As for [`get`](Self::get), for the first call log that cannot be read.
    pub fn baseline(&self, logs: impl Into<CallLogTargets>) -> TakeBaseline {
        let options = self.client.options();
        TakeBaseline {
            client: self.client.clone(),
            logs: logs.into(),
            options,
        }
    }

    /// Gets many call logs in full, as a stream, one request each, 8 at a time.
    ///
    /// Works for any number of ids: each id is taken from the iterator when its read can begin. Each item is an id with its call log or
    /// the error of its read.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) {
    /// let mut reads = cekura.call_logs().get_many([5001, 5002]);
    /// while let Some((id, read)) = reads.next().await {
    ///     println!("{id}: {:?}", read.map(|log| log.success));
    /// }
    /// # }
    /// ```
    pub fn get_many<I>(&self, ids: I) -> GetMany
    where
        I: IntoIterator,
        I::Item: Into<CallLogId> + 'static,
        I::IntoIter: Send + 'static,
    {
        GetMany::new(self.client.clone(), self.client.options(), ids)
    }

    /// Fetches the states of call logs once, up to 200 to a request, as every poll of a wait does.
    ///
    /// Pass the time of each call if you know it, because a list request covers at most 33 days. Without it, only the last
    /// 30 days are listed, and older calls are read one by one.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) {
    /// use cekura::{AgentId, CallLogId};
    /// let wanted = [5001, 5002].map(|id| (CallLogId(id), None));
    /// let statuses = cekura.call_logs().fetch_statuses(AgentId(310), wanted).await;
    /// for (id, now) in &statuses.found {
    ///     println!("{id}: {}", if now.is_busy() { "in evaluation" } else { "idle" });
    /// }
    /// # }
    /// ```
    pub fn fetch_statuses(
        &self,
        scope: impl Into<Scope>,
        wanted: impl IntoIterator<Item = (CallLogId, Option<SystemTime>)>,
    ) -> FetchStatuses {
        let wanted = wanted.into_iter().collect();
        FetchStatuses::new(
            self.client.clone(),
            self.client.options(),
            scope.into(),
            wanted,
        )
    }

    /// Finds out for each call log whether a re-evaluation with an unknown outcome was carried out.
    ///
    /// `before` is a [`Baseline`] or the [`Snapshot`]s of the call logs before the request. Reads the call logs until each
    /// shows strong evidence, or the settle window ends. The paid calls do this themselves if they have a baseline.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client, before: cekura::reevaluation::Baseline) {
    /// for found in cekura.call_logs().reconcile(before).await {
    ///     println!("{}: {}", found.id, found.evidence);
    /// }
    /// # }
    /// ```
    pub fn reconcile<S: Into<Snapshot>>(
        &self,
        before: impl IntoIterator<Item = (CallLogId, S)>,
    ) -> Reconcile {
        let before = before.into_iter().map(|(id, state)| (id, state.into()));
        Reconcile::new(self.client.clone(), before.collect())
    }

    /// Attaches to a re-evaluation that was accepted earlier, such as before a restart, with its stored baseline.
    ///
    /// For either paid call. Nothing is sent before [`wait`](Reevaluation::wait).
    pub fn attach(&self, scope: impl Into<Scope>, before: Baseline) -> Reevaluation {
        Reevaluation::attach(self.client.clone(), scope.into(), before)
    }
}

/// Reads a baseline when it is awaited, 8 call logs at a time.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct TakeBaseline {
    client: Client,
    logs: CallLogTargets,
    options: CallOptions,
}

call_options!(TakeBaseline);

impl TakeBaseline {
    /// Reads the call logs; awaiting the builder does the same.
    ///
    /// The future is `Send + 'static`, so that it can be spawned and joined.
    ///
    /// # Errors
    /// As for [`baseline`](CallLogsClient::baseline).
    pub fn send(self) -> BoxFuture<Result<Baseline, Error>> {
        Box::pin(async move { take_baseline(&self.client, &self.logs, &self.options).await })
    }
}

impl IntoFuture for TakeBaseline {
    type Output = Result<Baseline, Error>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
