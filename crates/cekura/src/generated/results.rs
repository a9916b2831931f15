// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `results`: groups of simulated calls.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::results`](crate::Client::results): groups of simulated calls.
#[derive(Clone, Debug)]
pub struct ResultsClient {
    pub(crate) client: Client,
}
impl ResultsClient {
    /// Lists the results.
    ///
    /// A page of results.
    /// A result is a group of simulated calls that were started together.
    /// No parameter filters by `status`.
    /// With `scenarios` the same result can come several times.
    /// With an OAuth token, give an agent or a project.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let results = cekura.results().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/list-results>
    #[inline]
    pub fn list(&self) -> ListResults {
        ListResults {
            client: self.client.clone(),
            agent_id: None,
            assistant_id: None,
            page: None,
            page_size: None,
            project_id: None,
            scenarios: None,
            search: None,
            options: self.client.options(),
        }
    }
    /// Reads one result.
    ///
    /// The result with all its runs and what they add up to. `completed` means that every run has
    /// ended, whether or not it passed. `failed` means that the calls could not be made.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let result = cekura.results().get(901).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/get-result>
    #[inline]
    pub fn get(&self, id: impl Into<i64>) -> GetResult {
        GetResult {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](ResultsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListResults {
    pub(crate) client: Client,
    pub(crate) agent_id: Option<::cekura_api::scalars::AgentId>,
    pub(crate) assistant_id: Option<::cekura_api::scalars::AssistantId>,
    pub(crate) page: Option<i64>,
    pub(crate) page_size: Option<i64>,
    pub(crate) project_id: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) scenarios: Option<Vec<i64>>,
    pub(crate) search: Option<String>,
    pub(crate) options: CallOptions,
}
call_options!(ListResults);
sends!(ListResults => cekura_api::Page < cekura_api::types::TestResult >);
lists!(ListResults => cekura_api::types::TestResult, operations::RESULTS_LIST, paged);
impl ListResults {
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
    /// Sets `scenarios`: Only results with runs of these scenarios, their ids in one
    /// comma-separated value.
    #[inline]
    pub fn scenarios(
        mut self,
        scenarios: impl IntoIterator<Item = impl Into<i64>>,
    ) -> Self {
        self.scenarios = Some(scenarios.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `search`: Text in the name of the result.
    #[inline]
    pub fn search(mut self, search: impl Into<String>) -> Self {
        self.search = Some(search.into());
        self
    }
}
impl ListResults {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::TestResult>>, Error> {
        let Self {
            client,
            agent_id,
            assistant_id,
            page,
            page_size,
            project_id,
            scenarios,
            search,
            options,
        } = self;
        let asked = page_size
            .and_then(|size| usize::try_from(size).ok())
            .or(scenarios.as_ref().map(Vec::len));
        let scenarios = response_checks::joined(
            &operations::RESULTS_LIST,
            "scenarios",
            scenarios,
        )?;
        let request = api_request!(
            api => api.results_list(agent_id.as_ref(), assistant_id.as_ref(), page,
            page_size, project_id.as_ref(), scenarios.as_deref(), search.as_deref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::RESULTS_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::TestResult>| response_checks::page(
                    response,
                    Some(asked),
                ),
            )
            .await
    }
}
/// The request of [`get`](ResultsClient::get).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetResult {
    pub(crate) client: Client,
    pub(crate) id: i64,
    pub(crate) options: CallOptions,
}
call_options!(GetResult);
sends!(GetResult => cekura_api::types::TestResult);
impl GetResult {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::TestResult>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let request = api_request!(api => api.results_retrieve(id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::RESULTS_RETRIEVE,
                request,
                &|response: &cekura_api::types::TestResult| response_checks::same_id(
                    response.id.as_ref(),
                    &asked,
                ),
            )
            .await
    }
}
