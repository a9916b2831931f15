// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `call_logs`: production calls with their transcripts and the verdicts of metrics.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
use crate::resources::CallLogsClient;
impl CallLogsClient {
    /// Lists call logs of an agent or project.
    ///
    /// A page of production calls, newest first.
    /// Without a time range only the last 30 days are searched, and a range may span at most 33
    /// days, else the answer is 400.
    /// Name an agent or a project; with a key of a whole organization one of them is required.
    /// A call log that is older than the window is not shown even when its id is asked for, so
    /// absence here says nothing about it.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let call_logs = cekura.call_logs().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/list-calls>
    #[inline]
    pub fn list(&self) -> ListCallLogs {
        ListCallLogs {
            client: self.client.clone(),
            agent_id: None,
            assistant_id: None,
            call_ids: None,
            filters_v2: None,
            page: None,
            page_size: None,
            project_id: None,
            timestamp_from: None,
            timestamp_to: None,
            options: self.client.options(),
        }
    }
    /// Reads one call log in full.
    ///
    /// The call log with its transcript, its verdicts and everything known about the call,
    /// whatever its age.
    /// The id is the number that lists show as `id`, not the provider's own text in `call_id`.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let call_log = cekura.call_logs().get(5002).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-call>
    #[inline]
    pub fn get(&self, id: impl Into<::cekura_api::scalars::CallLogId>) -> GetCallLog {
        GetCallLog {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
    /// Deletes a call log.
    ///
    /// Deletes the call log with its transcript and its recording, and the verdicts of its
    /// metrics.
    /// This cannot be undone.
    /// With `retain_evaluations` the verdicts stay, and the call log is not marked as deleted.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let response = cekura.call_logs().delete(5002).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/delete-call>
    #[inline]
    pub fn delete(
        &self,
        id: impl Into<::cekura_api::scalars::CallLogId>,
    ) -> DeleteCallLog {
        DeleteCallLog {
            client: self.client.clone(),
            id: id.into(),
            retain_evaluations: None,
            options: self.client.options(),
        }
    }
    /// Reads the trace of a call.
    ///
    /// The OpenTelemetry trace that the agent sent for this call.
    /// The id is that of the call log, not its `call_id` or `trace_id`.
    /// A call log whose `trace_id` is empty has no trace, and the answer is 404.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let trace = cekura.call_logs().trace(5002).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-call-log-trace>
    #[inline]
    pub fn trace(
        &self,
        id: impl Into<::cekura_api::scalars::CallLogId>,
    ) -> GetCallLogTrace {
        GetCallLogTrace {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
    /// Creates scenarios from call logs.
    ///
    /// May cost credits.
    ///
    /// Starts to write a test scenario from each of the chosen call logs and returns immediately.
    /// Name the agent by its id or by its id at the provider.
    /// Only call logs with a transcript become scenarios.
    ///
    /// Returns a [`Job`](crate::Job), which can be polled and awaited;
    /// [`create_scenarios_job`](Self::create_scenarios_job) returns it by its id.
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response
    /// was read: it may have been carried out;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response has no id; the job may
    /// have been started all the same.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/create-scenarios-from-call-logs>
    #[inline]
    pub fn create_scenarios(
        &self,
        body: impl Into<cekura_api::types::CreateScenarios>,
    ) -> CreateCallLogScenarios {
        CreateCallLogScenarios {
            client: self.client.clone(),
            body: body.into(),
            options: self.client.options(),
        }
    }
    /// Returns the job that [`create_scenarios`](Self::create_scenarios) started, by its id.
    /// No request is sent.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let job = cekura.call_logs().create_scenarios_job("5b0c7f3e-9a41-4d0e-8a57-2f4f7c0d9e11");
    /// let done = job.wait().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create_scenarios_job(
        &self,
        id: impl ToString,
    ) -> crate::Job<
        cekura_api::types::CreateScenariosProgress,
        cekura_api::types::StartedJob,
    > {
        crate::Job::new(
            self.client.clone(),
            &operations::CALL_LOGS_CREATE_SCENARIOS_JOB,
            id.to_string(),
        )
    }
    /// Reads how far the creation of scenarios is.
    ///
    /// The job is done when completed and failed scenarios equal the total.
    /// The total can be 0 at first.
    /// The scenarios are only listed at the end.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let progress =
    /// cekura.call_logs().create_scenarios_progress("5b0c7f3e-9a41-4d0e-8a57-2f4f7c0d9e11").await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/create-scenarios-from-call-logs-progress>
    #[inline]
    pub fn create_scenarios_progress(
        &self,
        progress_id: impl Into<String>,
    ) -> GetCallLogCreateScenariosProgress {
        GetCallLogCreateScenariosProgress {
            client: self.client.clone(),
            progress_id: progress_id.into(),
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](CallLogsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListCallLogs {
    pub(crate) client: Client,
    pub(crate) agent_id: Option<::cekura_api::scalars::AgentId>,
    pub(crate) assistant_id: Option<::cekura_api::scalars::AssistantId>,
    pub(crate) call_ids: Option<Vec<cekura_api::scalars::CallLogId>>,
    pub(crate) filters_v2: Option<String>,
    pub(crate) page: Option<i64>,
    pub(crate) page_size: Option<i64>,
    pub(crate) project_id: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) timestamp_from: Option<::cekura_api::scalars::Timestamp>,
    pub(crate) timestamp_to: Option<::cekura_api::scalars::Timestamp>,
    pub(crate) options: CallOptions,
}
call_options!(ListCallLogs);
sends!(ListCallLogs => cekura_api::Page < cekura_api::types::CallLogSummary >);
lists!(
    ListCallLogs => cekura_api::types::CallLogSummary, operations::CALL_LOGS_LIST, paged
);
impl ListCallLogs {
    /// Sets `agent_id`: Only entries of this agent.
    #[inline]
    pub fn agent_id(
        mut self,
        agent_id: impl Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }
    /// Sets `assistant_id`: Only entries of the agent with this id at its provider.
    #[inline]
    pub fn assistant_id(
        mut self,
        assistant_id: impl Into<::cekura_api::scalars::AssistantId>,
    ) -> Self {
        self.assistant_id = Some(assistant_id.into());
        self
    }
    /// Sets `call_ids`: Only these call logs: their ids in one comma-separated value.
    /// Not the provider's `call_id`.
    #[inline]
    pub fn call_ids(
        mut self,
        call_ids: impl IntoIterator<Item = impl Into<cekura_api::scalars::CallLogId>>,
    ) -> Self {
        self.call_ids = Some(call_ids.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `filters_v2`: A condition as JSON text: a field with an operator (eq, neq, gt, gte,
    /// lt, lte, contains, startswith, in, isnull) and a value, or conditions joined by and / or.
    /// Durations are in seconds here.
    #[inline]
    pub fn filters_v2(mut self, filters_v2: impl Into<String>) -> Self {
        self.filters_v2 = Some(filters_v2.into());
        self
    }
    /// Sets `page`: The number of the page, counted from 1.
    #[inline]
    pub fn page(mut self, page: impl Into<i64>) -> Self {
        self.page = Some(page.into());
        self
    }
    /// Sets `page_size`: Entries on a page. 200 is known to work; the largest accepted value is
    /// not documented.
    #[inline]
    pub fn page_size(mut self, page_size: impl Into<i64>) -> Self {
        self.page_size = Some(page_size.into());
        self
    }
    /// Sets `project_id`: Only entries of this project.
    #[inline]
    pub fn project_id(
        mut self,
        project_id: impl Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        self.project_id = Some(project_id.into());
        self
    }
    /// Sets `timestamp_from`: Only calls at or after this moment.
    #[inline]
    pub fn timestamp_from(
        mut self,
        timestamp_from: impl Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.timestamp_from = Some(timestamp_from.into());
        self
    }
    /// Sets `timestamp_to`: Only calls at or before this moment, at most 33 days after the first.
    #[inline]
    pub fn timestamp_to(
        mut self,
        timestamp_to: impl Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.timestamp_to = Some(timestamp_to.into());
        self
    }
}
impl ListCallLogs {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::CallLogSummary>>, Error> {
        let Self {
            client,
            agent_id,
            assistant_id,
            call_ids,
            filters_v2,
            page,
            page_size,
            project_id,
            timestamp_from,
            timestamp_to,
            options,
        } = self;
        let asked = page_size
            .and_then(|size| usize::try_from(size).ok())
            .or(call_ids.as_ref().map(Vec::len));
        let call_ids = response_checks::joined(
            &operations::CALL_LOGS_LIST,
            "call_ids",
            call_ids,
        )?;
        let request = api_request!(
            api => api.call_logs_list(agent_id.as_ref(), assistant_id.as_ref(), call_ids
            .as_deref(), filters_v2.as_deref(), page, page_size, project_id.as_ref(),
            timestamp_from.as_ref(), timestamp_to.as_ref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::CALL_LOGS_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::CallLogSummary>| response_checks::page(
                    response,
                    Some(asked),
                ),
            )
            .await
    }
}
/// The request of [`get`](CallLogsClient::get).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCallLog {
    pub(crate) client: Client,
    pub(crate) id: ::cekura_api::scalars::CallLogId,
    pub(crate) options: CallOptions,
}
call_options!(GetCallLog);
sends!(GetCallLog => cekura_api::types::CallLog);
impl GetCallLog {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::CallLog>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let request = api_request!(api => api.call_logs_retrieve(& id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::CALL_LOGS_RETRIEVE,
                request,
                &|response: &cekura_api::types::CallLog| response_checks::same_id(
                    response.id.as_ref(),
                    &asked,
                ),
            )
            .await
    }
}
/// The request of [`delete`](CallLogsClient::delete).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteCallLog {
    pub(crate) client: Client,
    pub(crate) id: ::cekura_api::scalars::CallLogId,
    pub(crate) retain_evaluations: Option<bool>,
    pub(crate) options: CallOptions,
}
call_options!(DeleteCallLog);
sends!(DeleteCallLog => ());
impl DeleteCallLog {
    /// Sets `retain_evaluations`: Whether the verdicts of its metrics are kept; false when
    /// absent.
    #[inline]
    pub fn retain_evaluations(mut self, retain_evaluations: impl Into<bool>) -> Self {
        self.retain_evaluations = Some(retain_evaluations.into());
        self
    }
}
impl DeleteCallLog {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<()>, Error> {
        let Self { client, id, retain_evaluations, options } = self;
        let request = api_request!(
            api => api.call_logs_destroy(& id, retain_evaluations)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::CALL_LOGS_DESTROY,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`trace`](CallLogsClient::trace).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCallLogTrace {
    pub(crate) client: Client,
    pub(crate) id: ::cekura_api::scalars::CallLogId,
    pub(crate) options: CallOptions,
}
call_options!(GetCallLogTrace);
sends!(GetCallLogTrace => cekura_api::types::CallLogTrace);
impl GetCallLogTrace {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::CallLogTrace>, Error> {
        let Self { client, id, options } = self;
        let request = api_request!(api => api.call_logs_trace(& id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::CALL_LOGS_TRACE,
                request,
                &|response: &cekura_api::types::CallLogTrace| response_checks::documented(
                    "trace_id",
                    &[response.trace_id.is_some(), response.spans.is_some()],
                ),
            )
            .await
    }
}
/// The request of [`create_scenarios`](CallLogsClient::create_scenarios).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateCallLogScenarios {
    pub(crate) client: Client,
    pub(crate) body: cekura_api::types::CreateScenarios,
    pub(crate) options: CallOptions,
}
call_options!(CreateCallLogScenarios);
sends!(
    CreateCallLogScenarios => crate ::Job < cekura_api::types::CreateScenariosProgress,
    cekura_api::types::StartedJob >
);
impl CreateCallLogScenarios {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<
        Response<
            crate::Job<
                cekura_api::types::CreateScenariosProgress,
                cekura_api::types::StartedJob,
            >,
        >,
        Error,
    > {
        let Self { client, body, options } = self;
        let request = api_request!(api => api.call_logs_create_scenarios(& body));
        crate::Job::start(
                client,
                &operations::CALL_LOGS_CREATE_SCENARIOS_JOB,
                options,
                request,
            )
            .await
    }
}
/// The request of [`create_scenarios_progress`](CallLogsClient::create_scenarios_progress).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCallLogCreateScenariosProgress {
    pub(crate) client: Client,
    pub(crate) progress_id: String,
    pub(crate) options: CallOptions,
}
call_options!(GetCallLogCreateScenariosProgress);
sends!(GetCallLogCreateScenariosProgress => cekura_api::types::CreateScenariosProgress);
impl GetCallLogCreateScenariosProgress {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::CreateScenariosProgress>, Error> {
        let Self { client, progress_id, options } = self;
        let request = api_request!(
            api => api.call_logs_create_scenarios_progress(& progress_id)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::CALL_LOGS_CREATE_SCENARIOS_PROGRESS,
                request,
                &|response: &cekura_api::types::CreateScenariosProgress| response_checks::documented(
                    "agent_id",
                    &[
                        response.agent_id.is_some(),
                        response.completed_scenarios.is_some(),
                        response.failed_scenarios.is_some(),
                        response.total_scenarios.is_some(),
                        response.scenarios_list.is_some(),
                        response.errors.is_some(),
                    ],
                ),
            )
            .await
    }
}
