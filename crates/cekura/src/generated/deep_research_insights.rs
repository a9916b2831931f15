// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `deep_research_insights`: insights into failures in recent calls.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of
/// [`Client::deep_research_insights`](crate::Client::deep_research_insights): insights into
/// failures in recent calls.
#[derive(Clone, Debug)]
pub struct DeepResearchInsightsClient {
    pub(crate) client: Client,
}
impl DeepResearchInsightsClient {
    /// Lists deep research insights.
    ///
    /// The insights of the projects that the key may see.
    /// There are no pages.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let deep_research_insights = cekura.deep_research_insights().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/list-deep-research-insights>
    #[inline]
    pub fn list(&self) -> ListDeepResearchInsights {
        ListDeepResearchInsights {
            client: self.client.clone(),
            options: self.client.options(),
        }
    }
    /// Reads one deep research insight.
    ///
    /// The insight with its state.
    /// What it found is there once `status` is `succeeded`.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let deep_research_insight = cekura.deep_research_insights().get(21).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-deep-research-insight>
    #[inline]
    pub fn get(&self, id: impl Into<i64>) -> GetDeepResearchInsight {
        GetDeepResearchInsight {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
    /// Deletes a deep research insight.
    ///
    /// Deletes the insight and what it found.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let response = cekura.deep_research_insights().delete(21).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/delete-deep-research-insight>
    #[inline]
    pub fn delete(&self, id: impl Into<i64>) -> DeleteDeepResearchInsight {
        DeleteDeepResearchInsight {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
    /// Generates a deep research insight.
    ///
    /// May cost credits.
    ///
    /// Starts to generate an insight into the calls of a project and returns immediately.
    /// It costs credits; `pricing` reads how many.
    /// While an insight into the project is running, the reply is that one, and the requested
    /// period is ignored.
    ///
    /// Returns a [`Job`](crate::Job), which can be polled and awaited;
    /// [`generate_job`](Self::generate_job) returns it by its id.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let job =
    /// cekura.deep_research_insights().generate(cekura::types::GenerateDeepResearch::new(44)).await?;
    /// let done = job.wait().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response
    /// was read: it may have been carried out;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response has no id; the job may
    /// have been started all the same.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/generate-deep-research-insights>
    #[inline]
    pub fn generate(
        &self,
        body: impl Into<cekura_api::types::GenerateDeepResearch>,
    ) -> GenerateDeepResearchInsight {
        GenerateDeepResearchInsight {
            client: self.client.clone(),
            body: body.into(),
            options: self.client.options(),
        }
    }
    /// Returns the job that [`generate`](Self::generate) started, by its id.
    /// No request is sent.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let job = cekura.deep_research_insights().generate_job(21);
    /// let done = job.wait().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn generate_job(
        &self,
        id: impl ToString,
    ) -> crate::Job<cekura_api::types::DeepResearchInsight> {
        crate::Job::new(
            self.client.clone(),
            &operations::DEEP_RESEARCH_INSIGHTS_GENERATE_JOB,
            id.to_string(),
        )
    }
    /// Dismisses a failure mode.
    ///
    /// Hides a failure mode in every insight of the project, including later ones.
    /// It is identified by its exact title.
    /// This cannot be undone through the API.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let response =
    /// cekura.deep_research_insights().dismiss_mode(cekura::types::DismissFailureMode::new(44,
    /// "The new date is not repeated")).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response
    /// was read: it may have been carried out;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/dismiss-deep-research-insight-mode>
    #[inline]
    pub fn dismiss_mode(
        &self,
        body: impl Into<cekura_api::types::DismissFailureMode>,
    ) -> DismissDeepResearchInsightMode {
        DismissDeepResearchInsightMode {
            client: self.client.clone(),
            body: body.into(),
            options: self.client.options(),
        }
    }
    /// Reads the price of a deep research insight.
    ///
    /// The credits that one insight of the project costs, whatever its size.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let pricing = cekura.deep_research_insights().pricing().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/retrieve-deep-research-insights-pricing>
    #[inline]
    pub fn pricing(&self) -> GetDeepResearchInsightPricing {
        GetDeepResearchInsightPricing {
            client: self.client.clone(),
            project: None,
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](DeepResearchInsightsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListDeepResearchInsights {
    pub(crate) client: Client,
    pub(crate) options: CallOptions,
}
call_options!(ListDeepResearchInsights);
sends!(
    ListDeepResearchInsights => cekura_api::Page < cekura_api::types::DeepResearchInsight
    >
);
lists!(
    ListDeepResearchInsights => cekura_api::types::DeepResearchInsight,
    operations::DEEP_RESEARCH_INSIGHTS_LIST
);
impl ListDeepResearchInsights {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<
        Response<cekura_api::Page<cekura_api::types::DeepResearchInsight>>,
        Error,
    > {
        let Self { client, options } = self;
        let request = api_request!(api => api.deep_research_insights_list());
        crate::http::call(
                &client.shared,
                &options,
                &operations::DEEP_RESEARCH_INSIGHTS_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::DeepResearchInsight>| response_checks::page(
                    response,
                    None,
                ),
            )
            .await
    }
}
/// The request of [`get`](DeepResearchInsightsClient::get).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetDeepResearchInsight {
    pub(crate) client: Client,
    pub(crate) id: i64,
    pub(crate) options: CallOptions,
}
call_options!(GetDeepResearchInsight);
sends!(GetDeepResearchInsight => cekura_api::types::DeepResearchInsight);
impl GetDeepResearchInsight {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::DeepResearchInsight>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let request = api_request!(api => api.deep_research_insights_retrieve(id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::DEEP_RESEARCH_INSIGHTS_RETRIEVE,
                request,
                &|response: &cekura_api::types::DeepResearchInsight| response_checks::same_id(
                    response.id.as_ref(),
                    &asked,
                ),
            )
            .await
    }
}
/// The request of [`delete`](DeepResearchInsightsClient::delete).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DeleteDeepResearchInsight {
    pub(crate) client: Client,
    pub(crate) id: i64,
    pub(crate) options: CallOptions,
}
call_options!(DeleteDeepResearchInsight);
sends!(DeleteDeepResearchInsight => ());
impl DeleteDeepResearchInsight {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<()>, Error> {
        let Self { client, id, options } = self;
        let request = api_request!(api => api.deep_research_insights_destroy(id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::DEEP_RESEARCH_INSIGHTS_DESTROY,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`generate`](DeepResearchInsightsClient::generate).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GenerateDeepResearchInsight {
    pub(crate) client: Client,
    pub(crate) body: cekura_api::types::GenerateDeepResearch,
    pub(crate) options: CallOptions,
}
call_options!(GenerateDeepResearchInsight);
sends!(
    GenerateDeepResearchInsight => crate ::Job < cekura_api::types::DeepResearchInsight >
);
impl GenerateDeepResearchInsight {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<crate::Job<cekura_api::types::DeepResearchInsight>>, Error> {
        let Self { client, body, options } = self;
        let request = api_request!(api => api.deep_research_insights_generate(& body));
        crate::Job::start(
                client,
                &operations::DEEP_RESEARCH_INSIGHTS_GENERATE_JOB,
                options,
                request,
            )
            .await
    }
}
/// The request of [`dismiss_mode`](DeepResearchInsightsClient::dismiss_mode).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct DismissDeepResearchInsightMode {
    pub(crate) client: Client,
    pub(crate) body: cekura_api::types::DismissFailureMode,
    pub(crate) options: CallOptions,
}
call_options!(DismissDeepResearchInsightMode);
sends!(DismissDeepResearchInsightMode => ::serde_json::Value);
impl DismissDeepResearchInsightMode {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, body, options } = self;
        let request = api_request!(
            api => api.deep_research_insights_dismiss_mode(& body)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::DEEP_RESEARCH_INSIGHTS_DISMISS_MODE,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`pricing`](DeepResearchInsightsClient::pricing).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetDeepResearchInsightPricing {
    pub(crate) client: Client,
    pub(crate) project: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) options: CallOptions,
}
call_options!(GetDeepResearchInsightPricing);
sends!(GetDeepResearchInsightPricing => ::serde_json::Value);
impl GetDeepResearchInsightPricing {
    /// Sets `project`: The project.
    /// A key of a project needs none; an OAuth token and a key of an organization do.
    #[inline]
    pub fn project(
        mut self,
        project: impl Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        self.project = Some(project.into());
        self
    }
}
impl GetDeepResearchInsightPricing {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, project, options } = self;
        let request = api_request!(
            api => api.deep_research_insights_pricing(project.as_ref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::DEEP_RESEARCH_INSIGHTS_PRICING,
                request,
                &response_checks::any,
            )
            .await
    }
}
