// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `agent_improvement_sessions`: tested rewrites of the prompt of an agent.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of
/// [`Client::agent_improvement_sessions`](crate::Client::agent_improvement_sessions): tested
/// rewrites of the prompt of an agent.
#[derive(Clone, Debug)]
pub struct AgentImprovementSessionsClient {
    pub(crate) client: Client,
}
impl AgentImprovementSessionsClient {
    /// Lists agent improvement sessions.
    ///
    /// The sessions that the key may see.
    /// There are no pages.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let agent_improvement_sessions = cekura.agent_improvement_sessions().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/list-agent-improvement-sessions>
    #[inline]
    pub fn list(&self) -> ListAgentImprovementSessions {
        ListAgentImprovementSessions {
            client: self.client.clone(),
            options: self.client.options(),
        }
    }
    /// Starts an agent improvement session.
    ///
    /// May cost credits.
    ///
    /// Starts a session that proposes a better prompt for an agent and tests it with simulated
    /// calls.
    /// The agent is found by call logs, runs or scenarios.
    /// The agent must run on Vapi or ElevenLabs, and its provider key must be stored at Cekura.
    /// The session runs in the background.
    /// The fields of the body are not documented; see the example.
    ///
    /// Returns a [`Job`](crate::Job), which can be polled and awaited;
    /// [`create_job`](Self::create_job) returns it by its id.
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response
    /// was read: it may have been carried out;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response has no id; the job may
    /// have been started all the same.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/create-agent-improvement-session>
    #[inline]
    pub fn create(
        &self,
        body: impl Into<::serde_json::Value>,
    ) -> CreateAgentImprovementSession {
        CreateAgentImprovementSession {
            client: self.client.clone(),
            body: body.into(),
            options: self.client.options(),
        }
    }
    /// Returns the job that [`create`](Self::create) started, by its id.
    /// No request is sent.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let job = cekura.agent_improvement_sessions().create_job(31);
    /// let done = job.wait().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn create_job(
        &self,
        id: impl ToString,
    ) -> crate::Job<cekura_api::types::AgentImprovementSession> {
        crate::Job::new(
            self.client.clone(),
            &operations::AGENT_IMPROVEMENT_SESSIONS_CREATE_JOB,
            id.to_string(),
        )
    }
    /// Reads one agent improvement session.
    ///
    /// The session with its state, the stage it is in, and what it proposes.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let agent_improvement_session = cekura.agent_improvement_sessions().get(31).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-agent-improvement-session>
    #[inline]
    pub fn get(&self, id: impl Into<i64>) -> GetAgentImprovementSession {
        GetAgentImprovementSession {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](AgentImprovementSessionsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListAgentImprovementSessions {
    pub(crate) client: Client,
    pub(crate) options: CallOptions,
}
call_options!(ListAgentImprovementSessions);
sends!(
    ListAgentImprovementSessions => cekura_api::Page <
    cekura_api::types::AgentImprovementSession >
);
lists!(
    ListAgentImprovementSessions => cekura_api::types::AgentImprovementSession,
    operations::AGENT_IMPROVEMENT_SESSIONS_LIST
);
impl ListAgentImprovementSessions {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<
        Response<cekura_api::Page<cekura_api::types::AgentImprovementSession>>,
        Error,
    > {
        let Self { client, options } = self;
        let request = api_request!(api => api.agent_improvement_sessions_list());
        crate::http::call(
                &client.shared,
                &options,
                &operations::AGENT_IMPROVEMENT_SESSIONS_LIST,
                request,
                &|
                    response: &cekura_api::Page<
                        cekura_api::types::AgentImprovementSession,
                    >|
                response_checks::page(response, None),
            )
            .await
    }
}
/// The request of [`create`](AgentImprovementSessionsClient::create).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct CreateAgentImprovementSession {
    pub(crate) client: Client,
    pub(crate) body: ::serde_json::Value,
    pub(crate) options: CallOptions,
}
call_options!(CreateAgentImprovementSession);
sends!(
    CreateAgentImprovementSession => crate ::Job <
    cekura_api::types::AgentImprovementSession >
);
impl CreateAgentImprovementSession {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<
        Response<crate::Job<cekura_api::types::AgentImprovementSession>>,
        Error,
    > {
        let Self { client, body, options } = self;
        let request = api_request!(api => api.agent_improvement_sessions_create(& body));
        crate::Job::start(
                client,
                &operations::AGENT_IMPROVEMENT_SESSIONS_CREATE_JOB,
                options,
                request,
            )
            .await
    }
}
/// The request of [`get`](AgentImprovementSessionsClient::get).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAgentImprovementSession {
    pub(crate) client: Client,
    pub(crate) id: i64,
    pub(crate) options: CallOptions,
}
call_options!(GetAgentImprovementSession);
sends!(GetAgentImprovementSession => cekura_api::types::AgentImprovementSession);
impl GetAgentImprovementSession {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::AgentImprovementSession>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let request = api_request!(api => api.agent_improvement_sessions_retrieve(id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::AGENT_IMPROVEMENT_SESSIONS_RETRIEVE,
                request,
                &|response: &cekura_api::types::AgentImprovementSession| response_checks::same_id(
                    response.id.as_ref(),
                    &asked,
                ),
            )
            .await
    }
}
