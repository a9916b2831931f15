// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `alerts`: alerts about the metrics of a project. Requires an API key; OAuth tokens are not documented for alerts.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::{Client, Error};
/// The operations of [`Client::alerts`](crate::Client::alerts): alerts about the metrics of a
/// project.
/// Requires an API key; OAuth tokens are not documented for alerts.
#[derive(Clone, Debug)]
pub struct AlertsClient {
    pub(crate) client: Client,
}
impl AlertsClient {
    /// Reviews the alerts of a project.
    ///
    /// How often the alerts of a project were triggered in the last hours: in all, over time (by
    /// 1, 3 or 6 hours, the longer the period), and for each alert.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let review = cekura.alerts().review().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/list-alerts-for-review>
    #[inline]
    pub fn review(&self) -> GetAlertReview {
        GetAlertReview {
            client: self.client.clone(),
            hours: None,
            project_id: None,
            options: self.client.options(),
        }
    }
    /// Reviews one alert.
    ///
    /// The settings of an alert, how often it was triggered over time, and a page of its
    /// triggers.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let detail = cekura.alerts().review_detail(61).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-alert-review-detail>
    #[inline]
    pub fn review_detail(&self, id: impl Into<i64>) -> GetAlertReviewDetail {
        GetAlertReviewDetail {
            client: self.client.clone(),
            id: id.into(),
            hours: None,
            page: None,
            page_size: None,
            options: self.client.options(),
        }
    }
    /// Summarizes the triggers of an alert.
    ///
    /// May cost credits.
    ///
    /// Starts a summary of the latest triggers by a language model and returns immediately.
    /// A second request within an hour, without a new trigger in between, returns the same job.
    ///
    /// Returns a [`Job`](crate::Job), which can be polled and awaited;
    /// [`summarize_job`](Self::summarize_job) returns it by its id.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let job = cekura.alerts().summarize(61).await?;
    /// let done = job.wait().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response
    /// was read: it may have been carried out;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response has no id; the job may
    /// have been started all the same.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/summarize-alert>
    #[inline]
    pub fn summarize(&self, id: impl Into<i64>) -> SummarizeAlert {
        SummarizeAlert {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
    /// Returns the job that [`summarize`](Self::summarize) started, by its id.
    /// No request is sent.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let job = cekura.alerts().summarize_job("5b0c7f3e-9a41-4d0e-8a57-2f4f7c0d9e11");
    /// let done = job.wait().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn summarize_job(
        &self,
        id: impl ToString,
    ) -> crate::Job<cekura_api::types::AlertSummary, cekura_api::types::StartedJob> {
        crate::Job::new(
            self.client.clone(),
            &operations::ALERTS_SUMMARIZE_JOB,
            id.to_string(),
        )
    }
    /// Reads how far the summary of an alert is.
    ///
    /// The state of a summary, and the summary itself once `status` is `completed`.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let progress =
    /// cekura.alerts().summarize_progress("5b0c7f3e-9a41-4d0e-8a57-2f4f7c0d9e11").await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source:
    /// <https://docs.cekura.ai/api-reference/observability/get-alert-summarization-progress>
    #[inline]
    pub fn summarize_progress(
        &self,
        progress_id: impl Into<String>,
    ) -> GetAlertSummarizeProgress {
        GetAlertSummarizeProgress {
            client: self.client.clone(),
            progress_id: progress_id.into(),
            options: self.client.options(),
        }
    }
    /// Counts the triggers of each alert.
    ///
    /// How often each alert of a project was triggered in the last hours.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let summary = cekura.alerts().trigger_summary(44).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/trigger-alert-summary>
    #[inline]
    pub fn trigger_summary(
        &self,
        project_id: impl Into<::cekura_api::scalars::ProjectId>,
    ) -> GetAlertTriggerSummary {
        GetAlertTriggerSummary {
            client: self.client.clone(),
            hours: None,
            project_id: project_id.into(),
            options: self.client.options(),
        }
    }
}
/// The request of [`review`](AlertsClient::review).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAlertReview {
    pub(crate) client: Client,
    pub(crate) hours: Option<i64>,
    pub(crate) project_id: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) options: CallOptions,
}
call_options!(GetAlertReview);
sends!(GetAlertReview => ::serde_json::Value);
impl GetAlertReview {
    /// Sets `hours`: Hours back from now, at most 168 (service default: 24).
    #[inline]
    pub fn hours(mut self, hours: impl Into<i64>) -> Self {
        self.hours = Some(hours.into());
        self
    }
    /// Sets `project_id`: The project.
    /// A key of a project needs none.
    #[inline]
    pub fn project_id(
        mut self,
        project_id: impl Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        self.project_id = Some(project_id.into());
        self
    }
}
impl GetAlertReview {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, hours, project_id, options } = self;
        let request = api_request!(api => api.alerts_review(hours, project_id.as_ref()));
        crate::http::call(
                &client.shared,
                &options,
                &operations::ALERTS_REVIEW,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`review_detail`](AlertsClient::review_detail).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAlertReviewDetail {
    pub(crate) client: Client,
    pub(crate) id: i64,
    pub(crate) hours: Option<i64>,
    pub(crate) page: Option<i64>,
    pub(crate) page_size: Option<i64>,
    pub(crate) options: CallOptions,
}
call_options!(GetAlertReviewDetail);
sends!(GetAlertReviewDetail => ::serde_json::Value);
impl GetAlertReviewDetail {
    /// Sets `hours`: Hours back from now, at most 168 (service default: 24).
    #[inline]
    pub fn hours(mut self, hours: impl Into<i64>) -> Self {
        self.hours = Some(hours.into());
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
}
impl GetAlertReviewDetail {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, id, hours, page, page_size, options } = self;
        let request = api_request!(
            api => api.alerts_review_detail(id, hours, page, page_size)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::ALERTS_REVIEW_DETAIL,
                request,
                &response_checks::any,
            )
            .await
    }
}
/// The request of [`summarize`](AlertsClient::summarize).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct SummarizeAlert {
    pub(crate) client: Client,
    pub(crate) id: i64,
    pub(crate) options: CallOptions,
}
call_options!(SummarizeAlert);
sends!(
    SummarizeAlert => crate ::Job < cekura_api::types::AlertSummary,
    cekura_api::types::StartedJob >
);
impl SummarizeAlert {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<
        Response<
            crate::Job<cekura_api::types::AlertSummary, cekura_api::types::StartedJob>,
        >,
        Error,
    > {
        let Self { client, id, options } = self;
        let request = api_request!(api => api.alerts_summarize(id));
        crate::Job::start(client, &operations::ALERTS_SUMMARIZE_JOB, options, request)
            .await
    }
}
/// The request of [`summarize_progress`](AlertsClient::summarize_progress).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAlertSummarizeProgress {
    pub(crate) client: Client,
    pub(crate) progress_id: String,
    pub(crate) options: CallOptions,
}
call_options!(GetAlertSummarizeProgress);
sends!(GetAlertSummarizeProgress => cekura_api::types::AlertSummary);
impl GetAlertSummarizeProgress {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::AlertSummary>, Error> {
        let Self { client, progress_id, options } = self;
        let request = api_request!(api => api.alerts_summarize_progress(& progress_id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::ALERTS_SUMMARIZE_PROGRESS,
                request,
                &|response: &cekura_api::types::AlertSummary| response_checks::documented(
                    "status",
                    &[response.status.is_some()],
                ),
            )
            .await
    }
}
/// The request of [`trigger_summary`](AlertsClient::trigger_summary).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetAlertTriggerSummary {
    pub(crate) client: Client,
    pub(crate) hours: Option<i64>,
    pub(crate) project_id: ::cekura_api::scalars::ProjectId,
    pub(crate) options: CallOptions,
}
call_options!(GetAlertTriggerSummary);
sends!(GetAlertTriggerSummary => ::serde_json::Value);
impl GetAlertTriggerSummary {
    /// Sets `hours`: Hours back from now (service default: 24).
    #[inline]
    pub fn hours(mut self, hours: impl Into<i64>) -> Self {
        self.hours = Some(hours.into());
        self
    }
}
impl GetAlertTriggerSummary {
    #[inline]
    pub(crate) async fn run(self) -> Result<Response<::serde_json::Value>, Error> {
        let Self { client, hours, project_id, options } = self;
        let request = api_request!(
            api => api.alerts_trigger_summary(hours, & project_id)
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::ALERTS_TRIGGER_SUMMARY,
                request,
                &response_checks::any,
            )
            .await
    }
}
