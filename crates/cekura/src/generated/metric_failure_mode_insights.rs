// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `metric_failure_mode_insights`: categories of calls that fail a metric.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::{Client, Error};
/// The operations of
/// [`Client::metric_failure_mode_insights`](crate::Client::metric_failure_mode_insights):
/// categories of calls that fail a metric.
#[derive(Clone, Debug)]
pub struct MetricFailureModeInsightsClient {
    pub(crate) client: Client,
}
impl MetricFailureModeInsightsClient {
    /// Generates failure mode insights for the metrics of a project.
    ///
    /// May cost credits.
    ///
    /// Starts to generate an insight into the last 24 hours for each metric of a project, or for
    /// the named ones, and returns immediately.
    /// Each insight that finds failures costs credits; a metric that no call failed is left out
    /// and costs nothing.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let response =
    /// cekura.metric_failure_mode_insights().bulk_generate(cekura::types::BulkGenerateInsights::new(44)).await?;
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
    /// <https://docs.cekura.ai/api-reference/observability/bulk-generate-metric-failure-mode-insights>
    #[inline]
    pub fn bulk_generate(
        &self,
        body: impl Into<cekura_api::types::BulkGenerateInsights>,
    ) -> MetricFailureModeInsightBulkGenerate {
        MetricFailureModeInsightBulkGenerate {
            client: self.client.clone(),
            body: body.into(),
            options: self.client.options(),
        }
    }
    /// Lists the days that have failure mode insights.
    ///
    /// The days on which a project has a finished insight, the newest first.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let dates = cekura.metric_failure_mode_insights().available_dates().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/get-metric-failure-mode-insights-available-dates>
    #[inline]
    pub fn available_dates(&self) -> GetMetricFailureModeInsightAvailableDates {
        GetMetricFailureModeInsightAvailableDates {
            client: self.client.clone(),
            project: None,
            options: self.client.options(),
        }
    }
    /// Lists the categories of failures.
    ///
    /// The categories of failures of a project or of one metric, each with the number of its
    /// calls and some of them, the largest first.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let categories = cekura.metric_failure_mode_insights().categories().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/list-metric-failure-mode-insight-categories>
    #[inline]
    pub fn categories(&self) -> GetMetricFailureModeInsightCategories {
        GetMetricFailureModeInsightCategories {
            client: self.client.clone(),
            agent_ids: None,
            date_from: None,
            date_to: None,
            metric_id: None,
            project: None,
            options: self.client.options(),
        }
    }
    /// Lists the call logs in a category of failures.
    ///
    /// The ids of all call logs in a category, the newest first.
    /// The service keeps at most 500 calls of a metric.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let calls = cekura.metric_failure_mode_insights().category_calls("date-not-repeated", 71,
    /// 44).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/list-metric-failure-mode-insight-category-calls>
    #[inline]
    pub fn category_calls(
        &self,
        category_slug: impl Into<String>,
        metric_id: impl Into<::cekura_api::scalars::MetricId>,
        project: impl Into<::cekura_api::scalars::ProjectId>,
    ) -> GetMetricFailureModeInsightCategoryCalls {
        GetMetricFailureModeInsightCategoryCalls {
            client: self.client.clone(),
            category_slug: category_slug.into(),
            agent_ids: None,
            date_from: None,
            date_to: None,
            metric_id: metric_id.into(),
            project: project.into(),
            options: self.client.options(),
        }
    }
    /// Adds example calls of a category to Labs.
    ///
    /// Adds some of the latest calls of the category to Labs, where the metric is improved, each
    /// with the value that would have been right.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let response =
    /// cekura.metric_failure_mode_insights().category_fix_metric("date-not-repeated",
    /// cekura::types::FixMetric::new(0)).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response
    /// was read: it may have been carried out;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/add-metric-failure-mode-insight-category-example-calls-to-labs>
    #[inline]
    pub fn category_fix_metric(
        &self,
        category_slug: impl Into<String>,
        body: impl Into<cekura_api::types::FixMetric>,
    ) -> MetricFailureModeInsightCategoryFixMetric {
        MetricFailureModeInsightCategoryFixMetric {
            client: self.client.clone(),
            category_slug: category_slug.into(),
            body: body.into(),
            options: self.client.options(),
        }
    }
    /// Deletes a category of failures.
    ///
    /// Deletes the category and its list of calls.
    /// Later calls go to the other categories.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let response = cekura.metric_failure_mode_insights().category_delete("date-not-repeated",
    /// 71, 44).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/delete-metric-failure-mode-insight-category>
    #[inline]
    pub fn category_delete(
        &self,
        category_slug: impl Into<String>,
        metric_id: impl Into<::cekura_api::scalars::MetricId>,
        project: impl Into<::cekura_api::scalars::ProjectId>,
    ) -> MetricFailureModeInsightCategoryDelete {
        MetricFailureModeInsightCategoryDelete {
            client: self.client.clone(),
            category_slug: category_slug.into(),
            metric_id: metric_id.into(),
            project: project.into(),
            options: self.client.options(),
        }
    }
    /// Lists the failure rates of metrics.
    ///
    /// For each metric, the share of evaluated calls that failed it in a period, in percent.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let rates = cekura.metric_failure_mode_insights().failure_rates().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/list-metric-failure-rates>
    #[inline]
    pub fn failure_rates(&self) -> GetMetricFailureModeInsightFailureRates {
        GetMetricFailureModeInsightFailureRates {
            client: self.client.clone(),
            agent_ids: None,
            date_from: None,
            date_to: None,
            project: None,
            options: self.client.options(),
        }
    }
}
/// The request of [`bulk_generate`](MetricFailureModeInsightsClient::bulk_generate).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct MetricFailureModeInsightBulkGenerate {
    pub(crate) client: Client,
    pub(crate) body: cekura_api::types::BulkGenerateInsights,
    pub(crate) options: CallOptions,
}
call_options!(MetricFailureModeInsightBulkGenerate);
sends!(MetricFailureModeInsightBulkGenerate => ::serde_json::Value);
impl MetricFailureModeInsightBulkGenerate {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, body, options } = self;
        let request = api_request!(
            api => api.metric_failure_mode_insights_bulk_generate(& body)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRIC_FAILURE_MODE_INSIGHTS_BULK_GENERATE,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`available_dates`](MetricFailureModeInsightsClient::available_dates).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetMetricFailureModeInsightAvailableDates {
    pub(crate) client: Client,
    pub(crate) project: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) options: CallOptions,
}
call_options!(GetMetricFailureModeInsightAvailableDates);
sends!(GetMetricFailureModeInsightAvailableDates => ::serde_json::Value);
impl GetMetricFailureModeInsightAvailableDates {
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
impl GetMetricFailureModeInsightAvailableDates {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, project, options } = self;
        let request = api_request!(
            api => api.metric_failure_mode_insights_available_dates(project.as_ref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRIC_FAILURE_MODE_INSIGHTS_AVAILABLE_DATES,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`categories`](MetricFailureModeInsightsClient::categories).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetMetricFailureModeInsightCategories {
    pub(crate) client: Client,
    pub(crate) agent_ids: Option<Vec<cekura_api::scalars::AgentId>>,
    pub(crate) date_from: Option<String>,
    pub(crate) date_to: Option<String>,
    pub(crate) metric_id: Option<::cekura_api::scalars::MetricId>,
    pub(crate) project: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) options: CallOptions,
}
call_options!(GetMetricFailureModeInsightCategories);
sends!(GetMetricFailureModeInsightCategories => ::serde_json::Value);
impl GetMetricFailureModeInsightCategories {
    /// Sets `agent_ids`: Only calls of these agents.
    /// Their ids in one comma-separated value.
    #[inline]
    pub fn agent_ids(
        mut self,
        agent_ids: impl IntoIterator<Item = impl Into<cekura_api::scalars::AgentId>>,
    ) -> Self {
        self.agent_ids = Some(agent_ids.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `date_from`: Only calls from this moment on, or from this day on.
    #[inline]
    pub fn date_from(mut self, date_from: impl Into<String>) -> Self {
        self.date_from = Some(date_from.into());
        self
    }
    /// Sets `date_to`: Only calls until this moment, or until the end of this day.
    #[inline]
    pub fn date_to(mut self, date_to: impl Into<String>) -> Self {
        self.date_to = Some(date_to.into());
        self
    }
    /// Sets `metric_id`: Only categories of this metric.
    #[inline]
    pub fn metric_id(
        mut self,
        metric_id: impl Into<::cekura_api::scalars::MetricId>,
    ) -> Self {
        self.metric_id = Some(metric_id.into());
        self
    }
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
impl GetMetricFailureModeInsightCategories {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self {
            client,
            agent_ids,
            date_from,
            date_to,
            metric_id,
            project,
            options,
        } = self;
        let agent_ids = response_checks::joined(
            &operations::METRIC_FAILURE_MODE_INSIGHTS_CATEGORIES,
            "agent_ids",
            agent_ids,
        )?;
        let request = api_request!(
            api => api.metric_failure_mode_insights_categories(agent_ids.as_deref(),
            date_from.as_deref(), date_to.as_deref(), metric_id.as_ref(), project
            .as_ref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRIC_FAILURE_MODE_INSIGHTS_CATEGORIES,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`category_calls`](MetricFailureModeInsightsClient::category_calls).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetMetricFailureModeInsightCategoryCalls {
    pub(crate) client: Client,
    pub(crate) category_slug: String,
    pub(crate) agent_ids: Option<Vec<cekura_api::scalars::AgentId>>,
    pub(crate) date_from: Option<String>,
    pub(crate) date_to: Option<String>,
    pub(crate) metric_id: ::cekura_api::scalars::MetricId,
    pub(crate) project: ::cekura_api::scalars::ProjectId,
    pub(crate) options: CallOptions,
}
call_options!(GetMetricFailureModeInsightCategoryCalls);
sends!(
    GetMetricFailureModeInsightCategoryCalls => cekura_api::types::FailureCategoryCalls
);
impl GetMetricFailureModeInsightCategoryCalls {
    /// Sets `agent_ids`: Only calls of these agents.
    /// Their ids in one comma-separated value.
    #[inline]
    pub fn agent_ids(
        mut self,
        agent_ids: impl IntoIterator<Item = impl Into<cekura_api::scalars::AgentId>>,
    ) -> Self {
        self.agent_ids = Some(agent_ids.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `date_from`: Only calls from this moment on, or from this day on.
    #[inline]
    pub fn date_from(mut self, date_from: impl Into<String>) -> Self {
        self.date_from = Some(date_from.into());
        self
    }
    /// Sets `date_to`: Only calls until this moment, or until the end of this day.
    #[inline]
    pub fn date_to(mut self, date_to: impl Into<String>) -> Self {
        self.date_to = Some(date_to.into());
        self
    }
}
impl GetMetricFailureModeInsightCategoryCalls {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::FailureCategoryCalls>, Error> {
        let Self {
            client,
            category_slug,
            agent_ids,
            date_from,
            date_to,
            metric_id,
            project,
            options,
        } = self;
        let agent_ids = response_checks::joined(
            &operations::METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_CALLS,
            "agent_ids",
            agent_ids,
        )?;
        let request = api_request!(
            api => api.metric_failure_mode_insights_category_calls(& category_slug,
            agent_ids.as_deref(), date_from.as_deref(), date_to.as_deref(), & metric_id,
            & project)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_CALLS,
                request,
                &|response: &cekura_api::types::FailureCategoryCalls| response_checks::documented(
                    "count",
                    &[response.count.is_some(), response.call_log_ids.is_some()],
                ),
            )
            .await
    }
}
/// The request of
/// [`category_fix_metric`](MetricFailureModeInsightsClient::category_fix_metric).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct MetricFailureModeInsightCategoryFixMetric {
    pub(crate) client: Client,
    pub(crate) category_slug: String,
    pub(crate) body: cekura_api::types::FixMetric,
    pub(crate) options: CallOptions,
}
call_options!(MetricFailureModeInsightCategoryFixMetric);
sends!(MetricFailureModeInsightCategoryFixMetric => ::serde_json::Value);
impl MetricFailureModeInsightCategoryFixMetric {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, category_slug, body, options } = self;
        let request = api_request!(
            api => api.metric_failure_mode_insights_category_fix_metric(& category_slug,
            & body)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_FIX_METRIC,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`category_delete`](MetricFailureModeInsightsClient::category_delete).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct MetricFailureModeInsightCategoryDelete {
    pub(crate) client: Client,
    pub(crate) category_slug: String,
    pub(crate) metric_id: ::cekura_api::scalars::MetricId,
    pub(crate) project: ::cekura_api::scalars::ProjectId,
    pub(crate) options: CallOptions,
}
call_options!(MetricFailureModeInsightCategoryDelete);
sends!(MetricFailureModeInsightCategoryDelete => ());
impl MetricFailureModeInsightCategoryDelete {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<()>, Error> {
        let Self { client, category_slug, metric_id, project, options } = self;
        let request = api_request!(
            api => api.metric_failure_mode_insights_category_delete(& category_slug, &
            metric_id, & project)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRIC_FAILURE_MODE_INSIGHTS_CATEGORY_DELETE,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`failure_rates`](MetricFailureModeInsightsClient::failure_rates).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetMetricFailureModeInsightFailureRates {
    pub(crate) client: Client,
    pub(crate) agent_ids: Option<Vec<cekura_api::scalars::AgentId>>,
    pub(crate) date_from: Option<String>,
    pub(crate) date_to: Option<String>,
    pub(crate) project: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) options: CallOptions,
}
call_options!(GetMetricFailureModeInsightFailureRates);
sends!(GetMetricFailureModeInsightFailureRates => ::serde_json::Value);
impl GetMetricFailureModeInsightFailureRates {
    /// Sets `agent_ids`: Only calls of these agents.
    /// Their ids in one comma-separated value.
    #[inline]
    pub fn agent_ids(
        mut self,
        agent_ids: impl IntoIterator<Item = impl Into<cekura_api::scalars::AgentId>>,
    ) -> Self {
        self.agent_ids = Some(agent_ids.into_iter().map(Into::into).collect());
        self
    }
    /// Sets `date_from`: Only calls from this moment on, or from this day on.
    #[inline]
    pub fn date_from(mut self, date_from: impl Into<String>) -> Self {
        self.date_from = Some(date_from.into());
        self
    }
    /// Sets `date_to`: Only calls until this moment, or until the end of this day.
    #[inline]
    pub fn date_to(mut self, date_to: impl Into<String>) -> Self {
        self.date_to = Some(date_to.into());
        self
    }
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
impl GetMetricFailureModeInsightFailureRates {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, agent_ids, date_from, date_to, project, options } = self;
        let agent_ids = response_checks::joined(
            &operations::METRIC_FAILURE_MODE_INSIGHTS_FAILURE_RATES,
            "agent_ids",
            agent_ids,
        )?;
        let request = api_request!(
            api => api.metric_failure_mode_insights_failure_rates(agent_ids.as_deref(),
            date_from.as_deref(), date_to.as_deref(), project.as_ref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::METRIC_FAILURE_MODE_INSIGHTS_FAILURE_RATES,
                request,
                &response_checks::any,
            )
            .await
    }
}
