//! Call logs: list, read, re-evaluate.

use std::time::SystemTime;

use cekura_api::operations;
use cekura_api::scalars::{CallLogId, MetricId};
use cekura_api::types::CallLog;

use super::{EvaluateMetrics, ListCallLogs, RerunEvaluation, reply_checks};
use crate::http::{CallOptions, Response, call_options, read, sends};
use crate::reevaluation::{
    Baseline, FetchStatuses, GetMany, Reconcile, Reevaluation, Snapshot, take_baseline,
};
use crate::{BoxFuture, CallLogs, Client, Error, Scope};

/// Call logs of production calls; from [`Client::call_logs`].
#[derive(Clone, Debug)]
pub struct CallLogsClient {
    client: Client,
}

impl CallLogsClient {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Evaluates call logs again with every metric that is assigned to them, which costs credits each time.
    ///
    /// The work goes on in the background after the reply, and erases the results it replaces. The plain call
    /// sends one request. With [`with_baseline`](RerunEvaluation::with_baseline) the call logs are read first, so that
    /// the results can be compared and an unknown outcome can be cleared up.
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
    /// [`is_outcome_unknown`](Error::is_outcome_unknown) when the request was sent, no reply of the service came back, and it is
    /// not certain that it was carried out: do not simply call again. The same when the service refused, and a look at the call
    /// logs shows that it evaluates them all the same. [`is_rate_limited`](Error::is_rate_limited),
    /// [`is_out_of_credits`](Error::is_out_of_credits), [`is_rejected`](Error::is_rejected) and the like say that the
    /// service refused; only with a baseline was that looked into.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/reevaluate-calls>
    pub fn rerun_evaluation(
        &self,
        scope: impl Into<Scope>,
        logs: impl Into<CallLogs>,
    ) -> RerunEvaluation {
        RerunEvaluation::new(self.client.clone(), scope.into(), logs.into())
    }

    /// Evaluates chosen metrics on chosen call logs, which costs credits each time.
    ///
    /// The vendor notes that the choice of metrics is not always kept to, and that all of them may be
    /// evaluated and charged.
    ///
    /// # Errors
    /// As for [`rerun_evaluation`](Self::rerun_evaluation); also
    /// [`is_evaluation_in_progress`](Error::is_evaluation_in_progress) for a log in its first evaluation.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/evaluate-metrics>
    pub fn evaluate_metrics(
        &self,
        scope: impl Into<Scope>,
        logs: impl Into<CallLogs>,
        metrics: impl IntoIterator<Item = impl Into<MetricId>>,
    ) -> EvaluateMetrics {
        EvaluateMetrics::new(
            self.client.clone(),
            scope.into(),
            logs.into(),
            metrics.into_iter().map(Into::into).collect(),
        )
    }

    /// Lists call logs, the newest first, page by page or as a stream.
    ///
    /// Without a time range the service shows the last 30 days; a range of more than 33 days is refused. An
    /// organization's key has to name a project or an agent.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/list-calls>
    pub fn list(&self) -> ListCallLogs {
        ListCallLogs::new(self.client.clone())
    }

    /// Reads one call log whole: transcript, explanations, rubric.
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) when there is none, or the key may not see it;
    /// [`is_invalid_response`](Error::is_invalid_response) when the reply is not this call log.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-call>
    pub fn get(&self, id: impl Into<CallLogId>) -> GetCallLog {
        GetCallLog {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }

    /// Reads call logs as they are, to be kept before a re-evaluation erases their results.
    ///
    /// For a single call, [`with_baseline`](RerunEvaluation::with_baseline) does this by itself.
    ///
    /// # Errors
    /// As for [`get`](Self::get), for the first call log that cannot be read.
    pub fn baseline(&self, logs: impl Into<CallLogs>) -> TakeBaseline {
        let options = self.client.options();
        TakeBaseline {
            client: self.client.clone(),
            logs: logs.into(),
            options,
        }
    }

    /// Reads call logs whole, each by a request of its own, a few at a time, as a stream.
    ///
    /// For any number of them: ids are taken from the iterator as places become free. Each item is an id with its
    /// call log or with the reason why it could not be read; an answer that is not that call log is such a reason.
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

    /// Looks once at where call logs stand, up to 200 to a request: what every look of a wait does.
    ///
    /// Say the time of each call where it is known, because the list wants a time range; without one, a call of the last 30
    /// days is in the list and an older one is read singly.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) {
    /// use cekura::{AgentId, CallLogId};
    /// let wanted = [5001, 5002].map(|id| (CallLogId(id), None));
    /// let looked = cekura.call_logs().fetch_statuses(AgentId(310), wanted).await;
    /// for (id, now) in &looked.found {
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

    /// Finds out, log by log, whether a re-evaluation whose outcome is unknown was carried out, such as one that a
    /// journal recorded before the program was killed.
    ///
    /// `before` is a [`Baseline`] or the [`Snapshot`]s of call logs, as they were before the request. Reads them back until each proves that it was, or the settle window is over. The paid calls do
    /// the same by themselves when they have a baseline.
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

    /// Takes up a re-evaluation that was accepted earlier, such as before a restart, from the stored state before it.
    ///
    /// For either paid call: name the agent or the project whose call logs they are. Nothing is sent until it is waited for.
    pub fn attach(&self, scope: impl Into<Scope>, before: Baseline) -> Reevaluation {
        Reevaluation::attach(self.client.clone(), scope.into(), before)
    }
}

/// Reads one call log when it is awaited.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCallLog {
    client: Client,
    id: CallLogId,
    options: CallOptions,
}

call_options!(GetCallLog);

sends!(GetCallLog => CallLog);

impl GetCallLog {
    async fn run(self) -> Result<Response<CallLog>, Error> {
        retrieve(&self.client, self.id, &self.options).await
    }
}

/// Reads call logs as they are when it is awaited, a few at a time.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct TakeBaseline {
    client: Client,
    logs: CallLogs,
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

pub(crate) async fn retrieve(
    client: &Client,
    id: CallLogId,
    options: &CallOptions,
) -> Result<Response<CallLog>, Error> {
    let send = |api: cekura_api::Client| async move { api.call_logs_retrieve(&id).await };
    read(
        &client.shared,
        options,
        &operations::CALL_LOGS_RETRIEVE,
        |log| reply_checks::call_log(log, id),
        send,
    )
    .await
}
