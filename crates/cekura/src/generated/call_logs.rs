// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `call_logs`: production calls of an agent, with their transcripts and the verdicts of its metrics.

use cekura_api::operations;
use crate::http::{CallOptions, Response, call_options, read, sends};
use crate::http::reply_checks;
use crate::resources::lists;
use crate::{Client, Error};
use crate::resources::CallLogsClient;
impl CallLogsClient {
    /// Lists call logs of an agent or project.
    ///
    /// A page of production calls, newest first.
    /// Without a time range only the last 30 days are searched, and a range may span at most 33
    /// days, else the answer is 400.
    /// Name an agent or a project; a key of a whole organization must.
    /// A call log that is older than the window is not shown even when its id is asked for, so
    /// absence here says nothing about it.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let page = cekura.call_logs().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) when the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) when the response is not what was
    /// asked for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/list-calls>
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
    /// The id is the number that lists show as `id`; the provider's own text in `call_id` is
    /// something else.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let found = cekura.call_logs().get(5001).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) when there is none, or the key may not see it;
    /// [`is_invalid_response`](Error::is_invalid_response) when the response is not what was
    /// asked for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-call>
    pub fn get(&self, id: impl Into<::cekura_api::scalars::CallLogId>) -> GetCallLog {
        GetCallLog {
            client: self.client.clone(),
            id: id.into(),
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
    pub fn agent_id(
        mut self,
        agent_id: impl Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }
    /// Sets `assistant_id`: Only entries of the agent with this id at its provider.
    pub fn assistant_id(
        mut self,
        assistant_id: impl Into<::cekura_api::scalars::AssistantId>,
    ) -> Self {
        self.assistant_id = Some(assistant_id.into());
        self
    }
    /// Sets `call_ids`: Only these call logs: their numeric ids in one comma-separated value.
    /// Not the provider's `call_id`.
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
    pub fn filters_v2(mut self, filters_v2: impl Into<String>) -> Self {
        self.filters_v2 = Some(filters_v2.into());
        self
    }
    /// Sets `page`: The number of the page, counted from 1.
    pub fn page(mut self, page: impl Into<i64>) -> Self {
        self.page = Some(page.into());
        self
    }
    /// Sets `page_size`: Entries on a page. 200 is known to work; the largest accepted value is
    /// not documented.
    pub fn page_size(mut self, page_size: impl Into<i64>) -> Self {
        self.page_size = Some(page_size.into());
        self
    }
    /// Sets `project_id`: Only entries of this project.
    /// A key of a whole organization needs this or an agent to list call logs.
    pub fn project_id(
        mut self,
        project_id: impl Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        self.project_id = Some(project_id.into());
        self
    }
    /// Sets `timestamp_from`: Only calls at or after this moment.
    pub fn timestamp_from(
        mut self,
        timestamp_from: impl Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.timestamp_from = Some(timestamp_from.into());
        self
    }
    /// Sets `timestamp_to`: Only calls at or before this moment, at most 33 days after the first.
    pub fn timestamp_to(
        mut self,
        timestamp_to: impl Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.timestamp_to = Some(timestamp_to.into());
        self
    }
}
impl ListCallLogs {
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
        let call_ids = reply_checks::joined(
            &operations::CALL_LOGS_LIST,
            "call_ids",
            call_ids,
        )?;
        let send = |api: cekura_api::Client| async move {
            api.call_logs_list(
                    agent_id.as_ref(),
                    assistant_id.as_ref(),
                    call_ids.as_deref(),
                    filters_v2.as_deref(),
                    page,
                    page_size,
                    project_id.as_ref(),
                    timestamp_from.as_ref(),
                    timestamp_to.as_ref(),
                )
                .await
        };
        read(
                &client.shared,
                &options,
                &operations::CALL_LOGS_LIST,
                |reply| reply_checks::page(reply, Some(asked)),
                send,
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
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::CallLog>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let send = |api: cekura_api::Client| async move {
            api.call_logs_retrieve(&id).await
        };
        read(
                &client.shared,
                &options,
                &operations::CALL_LOGS_RETRIEVE,
                |reply| reply_checks::same_id(reply.id.as_ref(), &asked),
                send,
            )
            .await
    }
}
