// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `metrics`: definitions of metrics.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::metrics`](crate::Client::metrics): definitions of metrics.
#[derive(Clone, Debug)]
pub struct MetricsClient {
    pub(crate) client: Client,
}
impl MetricsClient {
    /// Lists the metrics.
    ///
    /// The metrics of an agent or a project, in one reply without pages. `custom_code` is not in
    /// it; the single metric has that.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let metrics = cekura.metrics().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/list-metrics>
    #[inline]
    pub fn list(&self) -> ListMetrics {
        ListMetrics {
            client: self.client.clone(),
            agent_id: None,
            agents: None,
            assistant_id: None,
            filters: None,
            include_scores: None,
            project_id: None,
            slug: None,
            options: self.client.options(),
        }
    }
    /// Reads the definition of one metric.
    ///
    /// The current definition of the metric: its prompt or code, the calls it applies to, and the
    /// type of its result.
    /// The service keeps no versions, and verdicts do not name the definition they came from.
    /// Store a copy to compare later.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let metric = cekura.metrics().get(71).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/get-metric>
    #[inline]
    pub fn get(&self, id: impl Into<::cekura_api::scalars::MetricId>) -> GetMetric {
        GetMetric {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](MetricsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListMetrics {
    pub(crate) client: Client,
    pub(crate) agent_id: Option<::cekura_api::scalars::AgentId>,
    pub(crate) agents: Option<Vec<cekura_api::scalars::AgentId>>,
    pub(crate) assistant_id: Option<::cekura_api::scalars::AssistantId>,
    pub(crate) filters: Option<String>,
    pub(crate) include_scores: Option<bool>,
    pub(crate) project_id: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) slug: Option<String>,
    pub(crate) options: CallOptions,
}
call_options!(ListMetrics);
sends!(ListMetrics => cekura_api::Page < cekura_api::types::Metric >);
lists!(ListMetrics => cekura_api::types::Metric, operations::METRICS_LIST);
impl ListMetrics {
    /// Sets `agent_id`: Only entries of this agent.
    #[inline]
    pub fn agent_id(
        mut self,
        agent_id: impl Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }
    /// Sets `agents`: Only metrics of any of these agents, their ids in one comma-separated
    /// value.
    #[inline]
    pub fn agents(
        mut self,
        agents: impl IntoIterator<Item = impl Into<cekura_api::scalars::AgentId>>,
    ) -> Self {
        self.agents = Some(agents.into_iter().map(Into::into).collect());
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
    /// Sets `filters`: Conditions as JSON text, an object of `operator` and `conditions`, on the
    /// fields agents__id, eval_type, type and name, with the operators in, eq and contains.
    #[inline]
    pub fn filters(mut self, filters: impl Into<String>) -> Self {
        self.filters = Some(filters.into());
        self
    }
    /// Sets `include_scores`: Whether each metric also gets `overall_score` and `total_score`.
    #[inline]
    pub fn include_scores(mut self, include_scores: impl Into<bool>) -> Self {
        self.include_scores = Some(include_scores.into());
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
    /// Sets `slug`: Only the metric with this slug.
    #[inline]
    pub fn slug(mut self, slug: impl Into<String>) -> Self {
        self.slug = Some(slug.into());
        self
    }
}
impl ListMetrics {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::Metric>>, Error> {
        let Self {
            client,
            agent_id,
            agents,
            assistant_id,
            filters,
            include_scores,
            project_id,
            slug,
            options,
        } = self;
        let agents = response_checks::joined(
            &operations::METRICS_LIST,
            "agents",
            agents,
        )?;
        let request = api_request!(
            api => api.metrics_list(agent_id.as_ref(), agents.as_deref(), assistant_id
            .as_ref(), filters.as_deref(), include_scores, project_id.as_ref(), slug
            .as_deref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRICS_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::Metric>| response_checks::page(
                    response,
                    None,
                ),
            )
            .await
    }
}
/// The request of [`get`](MetricsClient::get).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetMetric {
    pub(crate) client: Client,
    pub(crate) id: ::cekura_api::scalars::MetricId,
    pub(crate) options: CallOptions,
}
call_options!(GetMetric);
sends!(GetMetric => cekura_api::types::Metric);
impl GetMetric {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<cekura_api::types::Metric>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let request = api_request!(api => api.metrics_retrieve(& id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRICS_RETRIEVE,
                request,
                &|response: &cekura_api::types::Metric| response_checks::same_id(
                    response.id.as_ref(),
                    &asked,
                ),
            )
            .await
    }
}
