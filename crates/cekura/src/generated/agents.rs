// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `agents`: voice and chat agents.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::agents`](crate::Client::agents): voice and chat agents.
#[derive(Clone, Debug)]
pub struct AgentsClient {
    pub(crate) client: Client,
}
impl AgentsClient {
    /// Lists the agents.
    ///
    /// A page of the agents that the key can see, with their telephony, their provider and their
    /// mock tools.
    /// With an OAuth token, give a project or an organization.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let agents = cekura.agents().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/list-agents>
    #[inline]
    pub fn list(&self) -> ListAgents {
        ListAgents {
            client: self.client.clone(),
            organization_id: None,
            page: None,
            page_size: None,
            project_id: None,
            q: None,
            options: self.client.options(),
        }
    }
    /// Reads one agent.
    ///
    /// The agent with everything that decides how it can be called: a telephone number, a SIP
    /// address or a websocket in `telephony`, the platform it runs on in `provider`, and the chat
    /// in `provider.chat_agent_details`.
    /// A run over a connection needs that connection here.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let agent = cekura.agents().get(310).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/get-agent>
    #[inline]
    pub fn get(&self, id: impl Into<::cekura_api::scalars::AgentId>) -> GetAgent {
        GetAgent {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](AgentsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListAgents {
    pub(crate) client: Client,
    pub(crate) organization_id: Option<::cekura_api::scalars::OrganizationId>,
    pub(crate) page: Option<i64>,
    pub(crate) page_size: Option<i64>,
    pub(crate) project_id: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) q: Option<String>,
    pub(crate) options: CallOptions,
}
call_options!(ListAgents);
sends!(ListAgents => cekura_api::Page < cekura_api::types::Agent >);
lists!(ListAgents => cekura_api::types::Agent, operations::AGENTS_LIST, paged);
impl ListAgents {
    /// Sets `organization_id`: Only entries of this organization.
    /// A key belongs to one organization; an OAuth token needs it where nothing narrower is
    /// given.
    #[inline]
    pub fn organization_id(
        mut self,
        organization_id: impl Into<::cekura_api::scalars::OrganizationId>,
    ) -> Self {
        self.organization_id = Some(organization_id.into());
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
    /// Sets `q`: Text in the name of the agent; a number also finds its id.
    #[inline]
    pub fn q(mut self, q: impl Into<String>) -> Self {
        self.q = Some(q.into());
        self
    }
}
impl ListAgents {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::Agent>>, Error> {
        let Self { client, organization_id, page, page_size, project_id, q, options } = self;
        let asked = page_size.and_then(|size| usize::try_from(size).ok());
        let request = api_request!(
            api => api.agents_list(organization_id.as_ref(), page, page_size, project_id
            .as_ref(), q.as_deref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::AGENTS_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::Agent>| response_checks::page(
                    response,
                    Some(asked),
                ),
            )
            .await
    }
}
/// The request of [`get`](AgentsClient::get).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAgent {
    pub(crate) client: Client,
    pub(crate) id: ::cekura_api::scalars::AgentId,
    pub(crate) options: CallOptions,
}
call_options!(GetAgent);
sends!(GetAgent => cekura_api::types::Agent);
impl GetAgent {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<cekura_api::types::Agent>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let request = api_request!(api => api.agents_retrieve(& id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::AGENTS_RETRIEVE,
                request,
                &|response: &cekura_api::types::Agent| response_checks::same_id(
                    response.id.as_ref(),
                    &asked,
                ),
            )
            .await
    }
}
