// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `runs`: single simulated calls.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::runs`](crate::Client::runs): single simulated calls.
#[derive(Clone, Debug)]
pub struct RunsClient {
    pub(crate) client: Client,
}
impl RunsClient {
    /// Reads runs by their ids.
    ///
    /// The runs with these ids, each with its transcript and verdicts.
    /// A run that did not succeed has either failed to connect, and then `error_message` says
    /// why, or did not pass, and then `evaluation` does.
    /// With an OAuth token, give an agent, a result or a project.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let runs = cekura.runs().bulk([9001, 9002]).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/list-runs-with-ids>
    #[inline]
    pub fn bulk(&self, run_ids: impl IntoIterator<Item = impl Into<i64>>) -> GetRunBulk {
        GetRunBulk {
            client: self.client.clone(),
            agent_id: None,
            project_id: None,
            result_id: None,
            run_ids: Some(run_ids.into_iter().map(Into::into).collect()),
            options: self.client.options(),
        }
    }
}
/// The request of [`bulk`](RunsClient::bulk).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct GetRunBulk {
    pub(crate) client: Client,
    pub(crate) agent_id: Option<::cekura_api::scalars::AgentId>,
    pub(crate) project_id: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) result_id: Option<i64>,
    pub(crate) run_ids: Option<Vec<i64>>,
    pub(crate) options: CallOptions,
}
call_options!(GetRunBulk);
sends!(GetRunBulk => cekura_api::Page < cekura_api::types::Run >);
lists!(GetRunBulk => cekura_api::types::Run, operations::RUNS_BULK);
impl GetRunBulk {
    /// Sets `agent_id`: Only entries of this agent.
    #[inline]
    pub fn agent_id(
        mut self,
        agent_id: impl Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.agent_id = Some(agent_id.into());
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
    /// Sets `result_id`: Only runs of this result.
    #[inline]
    pub fn result_id(mut self, result_id: impl Into<i64>) -> Self {
        self.result_id = Some(result_id.into());
        self
    }
}
impl GetRunBulk {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::Run>>, Error> {
        let Self { client, agent_id, project_id, result_id, run_ids, options } = self;
        let run_ids = response_checks::joined(
            &operations::RUNS_BULK,
            "run_ids",
            run_ids,
        )?;
        let request = api_request!(
            api => api.runs_bulk(agent_id.as_ref(), project_id.as_ref(), result_id,
            run_ids.as_deref().unwrap_or_default())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::RUNS_BULK,
                request,
                &|response: &cekura_api::Page<cekura_api::types::Run>| response_checks::page(
                    response,
                    None,
                ),
            )
            .await
    }
}
