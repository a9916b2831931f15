//! Lists call logs: one page, all pages, all entries.

use cekura_api::operations;
use cekura_api::scalars::{AgentId, AssistantId, CallLogId, ProjectId, Timestamp};
use cekura_api::types::{CallLogPage, CallLogSummary};

use super::listing::{Listing, PageCursor};
use crate::http::{CallOptions, Response, call_options, read, response_checks, sends};
use crate::{Client, Error, Scope};

/// The parameters of a list request.
#[derive(Clone, Debug, Default)]
pub(crate) struct ListQuery {
    pub(crate) agent: Option<AgentId>,
    pub(crate) assistant: Option<AssistantId>,
    pub(crate) project: Option<ProjectId>,
    pub(crate) ids: Option<Vec<CallLogId>>,
    pub(crate) from: Option<Timestamp>,
    pub(crate) to: Option<Timestamp>,
    pub(crate) filter: Option<String>,
    pub(crate) page: Option<u64>,
    pub(crate) page_size: Option<usize>,
}

impl ListQuery {
    pub(crate) fn set_scope(&mut self, scope: Scope) {
        match scope {
            Scope::Agent(id) => self.agent = Some(id),
            Scope::Assistant(id) => self.assistant = Some(id),
            Scope::Project(id) => self.project = Some(id),
        }
    }
}

pub(crate) async fn list_page(
    client: &Client,
    query: &ListQuery,
    options: &CallOptions,
) -> Result<Response<CallLogPage>, Error> {
    let ids = match query.ids.as_deref() {
        Some([]) => return Err(Error::invalid_request(
            "no call logs are named: give at least one id, or leave out the ids to list all call logs",
        )
        .in_operation(operations::CALL_LOGS_LIST.id)),
        ids => ids.map(|ids| {
            ids.iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(",")
        }),
    };
    let send = |api: cekura_api::Client| async move {
        api.call_logs_list(
            query.agent.as_ref(),
            query.assistant.as_ref(),
            ids.as_deref(),
            query.filter.as_deref(),
            query.page.and_then(|page| page.try_into().ok()),
            query.page_size.and_then(|size| size.try_into().ok()),
            query.project.as_ref(),
            query.from.as_ref(),
            query.to.as_ref(),
        )
        .await
    };
    // Without a page size, all ids may come on one page.
    let asked = query.page_size.or(query.ids.as_ref().map(Vec::len));
    read(
        &client.shared,
        options,
        &operations::CALL_LOGS_LIST,
        |page| response_checks::page(page, asked),
        send,
    )
    .await
}

/// Lists call logs. Awaiting it returns one page; [`items`](Self::items) and [`pages`](Self::pages) stream all of them.
///
/// ```no_run
/// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
/// let mut logs = cekura.call_logs().list().agent_id(310).page_size(100).items();
/// while let Some(log) = logs.next().await.transpose()? {
///     println!("{:?} {:?}", log.id, log.success);
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListCallLogs {
    pub(super) client: Client,
    pub(super) query: ListQuery,
    pub(super) options: CallOptions,
}

call_options!(ListCallLogs);

impl ListCallLogs {
    pub(crate) fn new(client: Client) -> Self {
        let options = client.options();
        Self {
            client,
            query: ListQuery::default(),
            options,
        }
    }

    /// Lists only call logs of this agent or project.
    pub fn scope(mut self, scope: impl Into<Scope>) -> Self {
        self.query.set_scope(scope.into());
        self
    }

    /// Lists only call logs of this agent.
    pub fn agent_id(mut self, id: impl Into<AgentId>) -> Self {
        self.query.agent = Some(id.into());
        self
    }

    /// Lists only call logs of the agent with this id at the voice provider.
    pub fn assistant_id(mut self, id: impl Into<AssistantId>) -> Self {
        self.query.assistant = Some(id.into());
        self
    }

    /// Lists only call logs of this project.
    pub fn project_id(mut self, id: impl Into<ProjectId>) -> Self {
        self.query.project = Some(id.into());
        self
    }

    /// Lists only the call logs with these ids, if they are within the time range.
    ///
    /// These are Cekura's ids ([`CallLogId`]), not the voice provider's `call_id`.
    pub fn call_ids(mut self, ids: impl IntoIterator<Item = impl Into<CallLogId>>) -> Self {
        self.query.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Lists only call logs from this time on, by the `timestamp` of the call.
    pub fn timestamp_from(mut self, moment: impl Into<Timestamp>) -> Self {
        self.query.from = Some(moment.into());
        self
    }

    /// Lists only call logs up to this time, by the `timestamp` of the call.
    pub fn timestamp_to(mut self, moment: impl Into<Timestamp>) -> Self {
        self.query.to = Some(moment.into());
        self
    }

    /// Lists only call logs that match a filter in the service's syntax, such as
    /// `{"field": "success", "op": "eq", "value": false}`.
    pub fn filters_v2(mut self, filter: &serde_json::Value) -> Self {
        self.query.filter = Some(filter.to_string());
        self
    }

    /// Sets the number of entries of a page; 200 is the largest number that is known to work.
    pub fn page_size(mut self, entries: usize) -> Self {
        self.query.page_size = Some(entries);
        self
    }

    /// Sets the first page, counted from 1.
    pub fn page(mut self, number: u64) -> Self {
        self.query.page = Some(number);
        self
    }

    /// Returns a stream of all pages; each is fetched when it is polled.
    ///
    /// Only the page number of a `next` link is used, never its host, so that the key is not sent elsewhere. The stream ends
    /// after the page without such a link, at a page that no longer exists (404), after 20 empty pages in a row, or with an
    /// error. The service's `count` is only [compared](Listing::count_mismatch). A page above
    /// [`with_max_response_bytes`](Self::with_max_response_bytes) is fetched again in smaller ones if [`page_size`](Self::page_size) is set.
    pub fn pages(self) -> Listing<CallLogPage> {
        Listing::of(PageCursor::new(self))
    }

    /// Returns a stream of the entries of all pages.
    pub fn items(self) -> Listing<CallLogSummary> {
        self.pages().entries()
    }
}

sends!(ListCallLogs => CallLogPage);

impl ListCallLogs {
    async fn run(self) -> Result<Response<CallLogPage>, Error> {
        list_page(&self.client, &self.query, &self.options).await
    }
}
