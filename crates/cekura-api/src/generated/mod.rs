// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The client: one method for each operation.

/// Every operation of the API, and what sending it twice would do.
pub mod operations;
/// The models: what requests hold and what replies hold.
pub mod types;
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/// Client for Cekura API
///
/// The Cekura API for observability (call logs and their evaluation, alerts, insights), and
/// for agents, projects, metrics, results, runs and billing.
///
/// Version: v1
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::Inner,
}
impl Client {
    /// A client for the service at `baseurl`, which has no final slash.
    ///
    /// `client` brings TLS, timeouts and the key as a default header; `inner` sends the requests.
    #[inline]
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::Inner,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl ClientInfo<crate::Inner> for Client {
    #[inline]
    fn api_version() -> &'static str {
        "v1"
    }
    #[inline]
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    #[inline]
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    #[inline]
    fn inner(&self) -> &crate::Inner {
        &self.inner
    }
}
const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<crate::Inner>,
    {}
};
#[allow(clippy::all)]
impl Client {
    /// Evaluate call logs again with every metric of their agent
    ///
    /// Starts a new evaluation of the chosen call logs, each with all metrics assigned to the
    /// agent, and returns immediately.
    /// The work goes on in the background: there is no job id and no progress endpoint, so the
    /// reply is a snapshot from before the new verdicts exist.
    /// A call log that no person has reviewed loses its `success` (it becomes null) until the new
    /// verdict arrives; a reviewed one keeps the human verdict.
    /// Each metric of each call log costs credits every time, and nothing identifies a repeated
    /// request as a repetition: sending it twice pays twice.
    /// Name the agent by `agent_id` or by `assistant_id`, never both.
    /// Too many requests are refused with 429 and a `Retry-After` header.
    ///
    /// Sends a `POST` request to `/observability/v1/call-logs/rerun_evaluation/`
    ///
    /// Arguments:
    /// - `body`: Whose call logs, and which of them.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_rerun_evaluation<'a>(
        &'a self,
        body: &'a types::RerunEvaluationRequest,
    ) -> Result<ResponseValue<::std::vec::Vec<types::CallLog>>, Error<()>> {
        let url = format!(
            "{}/observability/v1/call-logs/rerun_evaluation/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_rerun_evaluation",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Evaluate call logs with chosen metrics
    ///
    /// Starts an evaluation of the chosen call logs with the chosen metrics, which must belong to
    /// the agent or project named, and returns immediately with the call logs as they are; the
    /// verdicts appear later.
    /// The price grows with the number of call logs times the number of metrics, is checked
    /// against the balance first, and is charged again each time the request is sent.
    /// Call logs still in their first evaluation are refused with 400; too many requests with 429
    /// and a `Retry-After` header.
    ///
    /// Sends a `POST` request to `/observability/v1/call-logs/evaluate_metrics/`
    ///
    /// Arguments:
    /// - `body`: Whose call logs, which of them, and which metrics.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_evaluate_metrics<'a>(
        &'a self,
        body: &'a types::EvaluateMetricsRequest,
    ) -> Result<ResponseValue<::std::vec::Vec<types::CallLogSummary>>, Error<()>> {
        let url = format!(
            "{}/observability/v1/call-logs/evaluate_metrics/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_evaluate_metrics",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List call logs of an agent or project
    ///
    /// A page of production calls, newest first.
    /// Without a time range only the last 30 days are searched, and a range may span at most 33
    /// days, else the answer is 400.
    /// Name an agent or a project; with a key of a whole organization one of them is required.
    /// A call log that is older than the window is not shown even when its id is asked for, so
    /// absence here says nothing about it.
    ///
    /// Sends a `GET` request to `/observability/v2/call-logs/`
    ///
    /// Arguments:
    /// - `agent_id`: Only entries of this agent.
    /// - `assistant_id`: Only entries of the agent with this id at its provider.
    /// - `call_ids`: Only these call logs: their ids in one comma-separated value.
    ///   Not the provider's `call_id`.
    /// - `filters_v2`: A condition as JSON text: a field with an operator (eq, neq, gt, gte, lt,
    ///   lte, contains, startswith, in, isnull) and a value, or conditions joined by and / or.
    ///   Durations are in seconds here.
    /// - `page`: The number of the page, counted from 1.
    /// - `page_size`: Entries on a page. 200 is known to work; the largest accepted value is not
    ///   documented.
    /// - `project_id`: Only entries of this project.
    /// - `timestamp_from`: Only calls at or after this moment.
    /// - `timestamp_to`: Only calls at or before this moment, at most 33 days after the first.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_list<'a>(
        &'a self,
        agent_id: Option<&'a ::cekura_api::scalars::AgentId>,
        assistant_id: Option<&'a ::cekura_api::scalars::AssistantId>,
        call_ids: Option<&'a str>,
        filters_v2: Option<&'a str>,
        page: Option<i64>,
        page_size: Option<i64>,
        project_id: Option<&'a ::cekura_api::scalars::ProjectId>,
        timestamp_from: Option<&'a ::cekura_api::scalars::Timestamp>,
        timestamp_to: Option<&'a ::cekura_api::scalars::Timestamp>,
    ) -> Result<ResponseValue<types::CallLogPage>, Error<()>> {
        let url = format!("{}/observability/v2/call-logs/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("agent_id", &agent_id))
            .query(&progenitor_client::QueryParam::new("assistant_id", &assistant_id))
            .query(&progenitor_client::QueryParam::new("call_ids", &call_ids))
            .query(&progenitor_client::QueryParam::new("filters_v2", &filters_v2))
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .query(
                &progenitor_client::QueryParam::new("timestamp_from", &timestamp_from),
            )
            .query(&progenitor_client::QueryParam::new("timestamp_to", &timestamp_to))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read one call log in full
    ///
    /// The call log with its transcript, its verdicts and everything known about the call,
    /// whatever its age.
    /// The id is the number that lists show as `id`, not the provider's own text in `call_id`.
    ///
    /// Sends a `GET` request to `/observability/v2/call-logs/{id}/`
    ///
    /// Arguments:
    /// - `id`: The call log.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_retrieve<'a>(
        &'a self,
        id: &'a ::cekura_api::scalars::CallLogId,
    ) -> Result<ResponseValue<types::CallLog>, Error<()>> {
        let url = format!(
            "{}/observability/v2/call-logs/{}/", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_retrieve",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Update a call log
    ///
    /// Changes what was sent about a call, or records a person's review of it. `metadata` and
    /// `dynamic_variables` are merged: keys that are left out stay.
    /// With `reevaluate_metrics` the metrics are evaluated afterwards and paid again, unless an
    /// evaluation is under way; the first evaluation of a call that was sent without one starts
    /// then.
    ///
    /// Sends a `PATCH` request to `/observability/v2/call-logs/{id}/`
    ///
    /// Arguments:
    /// - `id`: The call log.
    /// - `body`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_partial_update<'a>(
        &'a self,
        id: &'a ::cekura_api::scalars::CallLogId,
        body: &'a types::CallLogUpdate,
    ) -> Result<ResponseValue<types::CallLog>, Error<()>> {
        let url = format!(
            "{}/observability/v2/call-logs/{}/", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .patch(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_partial_update",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Delete a call log
    ///
    /// Deletes the call log with its transcript and its recording, and the verdicts of its
    /// metrics.
    /// This cannot be undone.
    /// With `retain_evaluations` the verdicts stay, and the call log is not marked as deleted.
    ///
    /// Sends a `DELETE` request to `/observability/v1/call-logs/{id}/`
    ///
    /// Arguments:
    /// - `id`: The call log.
    /// - `retain_evaluations`: Whether the verdicts of its metrics are kept; false when absent.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_destroy<'a>(
        &'a self,
        id: &'a ::cekura_api::scalars::CallLogId,
        retain_evaluations: Option<bool>,
    ) -> Result<ResponseValue<()>, Error<()>> {
        let url = format!(
            "{}/observability/v1/call-logs/{}/", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .query(
                &progenitor_client::QueryParam::new(
                    "retain_evaluations",
                    &retain_evaluations,
                ),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_destroy",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => Ok(ResponseValue::empty(response)),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read the trace of a call
    ///
    /// The OpenTelemetry trace that the agent sent for this call.
    /// The id is that of the call log, not its `call_id` or `trace_id`.
    /// A call log whose `trace_id` is empty has no trace, and the answer is 404.
    ///
    /// Sends a `GET` request to `/observability/v1/call-logs/{id}/trace/`
    ///
    /// Arguments:
    /// - `id`: The call log.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_trace<'a>(
        &'a self,
        id: &'a ::cekura_api::scalars::CallLogId,
    ) -> Result<ResponseValue<types::CallLogTrace>, Error<()>> {
        let url = format!(
            "{}/observability/v1/call-logs/{}/trace/", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_trace",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Vote on the verdict of a metric
    ///
    /// Records what a person thinks of the verdict of one metric on one call, and what it should
    /// have been.
    /// The call log is reviewed afterwards.
    ///
    /// Sends a `POST` request to `/observability/v1/call-logs/{id}/mark_metric_vote/`
    ///
    /// Arguments:
    /// - `id`: The call log.
    /// - `body`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_mark_metric_vote<'a>(
        &'a self,
        id: &'a ::cekura_api::scalars::CallLogId,
        body: &'a types::MetricVote,
    ) -> Result<ResponseValue<types::MetricVoteRecorded>, Error<()>> {
        let url = format!(
            "{}/observability/v1/call-logs/{}/mark_metric_vote/", self.baseurl,
            encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_mark_metric_vote",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Send a finished call
    ///
    /// Makes a call log of a finished call and starts its evaluation.
    /// The answer shows it before any verdict, with the status `evaluating`.
    /// Each call costs credits, one with a recording more than one without.
    /// Name the agent by `agent` or by `assistant_id`.
    /// A recording is named by its address, or sent as the file `voice_recording` of a multipart
    /// form, in which objects and lists are JSON text.
    ///
    /// Sends a `POST` request to `/observability/v1/observe/`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_observe<'a>(
        &'a self,
        body: &'a types::ObservedCall,
    ) -> Result<ResponseValue<types::CallLogSummary>, Error<()>> {
        let url = format!("{}/observability/v1/observe/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_observe",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List deep research insights
    ///
    /// The insights of the projects that the key may see.
    /// There are no pages.
    ///
    /// Sends a `GET` request to `/observability/v1/deep-research-insights/`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn deep_research_insights_list<'a>(
        &'a self,
    ) -> Result<ResponseValue<::std::vec::Vec<types::DeepResearchInsight>>, Error<()>> {
        let url = format!("{}/observability/v1/deep-research-insights/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "deep_research_insights_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read one deep research insight
    ///
    /// The insight with its state.
    /// What it found is there once `status` is `succeeded`.
    ///
    /// Sends a `GET` request to `/observability/v1/deep-research-insights/{id}/`
    ///
    /// Arguments:
    /// - `id`: The insight.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn deep_research_insights_retrieve<'a>(
        &'a self,
        id: i64,
    ) -> Result<ResponseValue<types::DeepResearchInsight>, Error<()>> {
        let url = format!(
            "{}/observability/v1/deep-research-insights/{}/", self.baseurl, encode_path(&
            id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "deep_research_insights_retrieve",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Delete a deep research insight
    ///
    /// Deletes the insight and what it found.
    ///
    /// Sends a `DELETE` request to `/observability/v1/deep-research-insights/{id}/`
    ///
    /// Arguments:
    /// - `id`: The insight.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn deep_research_insights_destroy<'a>(
        &'a self,
        id: i64,
    ) -> Result<ResponseValue<()>, Error<()>> {
        let url = format!(
            "{}/observability/v1/deep-research-insights/{}/", self.baseurl, encode_path(&
            id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self.client.delete(url).headers(header_map).build()?;
        let info = OperationInfo {
            operation_id: "deep_research_insights_destroy",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => Ok(ResponseValue::empty(response)),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Generate a deep research insight
    ///
    /// Starts to generate an insight into the calls of a project and returns immediately.
    /// It costs credits; `pricing` reads how many.
    /// While an insight into the project is running, the reply is that one, and the requested
    /// period is ignored.
    ///
    /// Sends a `POST` request to `/observability/v1/deep-research-insights/generate/`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn deep_research_insights_generate<'a>(
        &'a self,
        body: &'a types::GenerateDeepResearch,
    ) -> Result<ResponseValue<types::DeepResearchInsight>, Error<()>> {
        let url = format!(
            "{}/observability/v1/deep-research-insights/generate/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "deep_research_insights_generate",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Dismiss a failure mode
    ///
    /// Hides a failure mode in every insight of the project, including later ones.
    /// It is identified by its exact title.
    /// This cannot be undone through the API.
    ///
    /// Sends a `POST` request to `/observability/v1/deep-research-insights/dismiss_mode/`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn deep_research_insights_dismiss_mode<'a>(
        &'a self,
        body: &'a types::DismissFailureMode,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!(
            "{}/observability/v1/deep-research-insights/dismiss_mode/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "deep_research_insights_dismiss_mode",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read the price of a deep research insight
    ///
    /// The credits that one insight of the project costs, whatever its size.
    ///
    /// Sends a `GET` request to `/observability/v1/deep-research-insights/pricing/`
    ///
    /// Arguments:
    /// - `project`: The project.
    ///   A key of a project needs none; an OAuth token and a key of an organization do.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn deep_research_insights_pricing<'a>(
        &'a self,
        project: Option<&'a ::cekura_api::scalars::ProjectId>,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!(
            "{}/observability/v1/deep-research-insights/pricing/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("project", &project))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "deep_research_insights_pricing",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Create scenarios from call logs
    ///
    /// Starts to write a test scenario from each of the chosen call logs and returns immediately.
    /// Name the agent by its id or by its id at the provider.
    /// Only call logs with a transcript become scenarios.
    ///
    /// Sends a `POST` request to `/observability/v1/call-logs/create_scenarios/`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_create_scenarios<'a>(
        &'a self,
        body: &'a types::CreateScenarios,
    ) -> Result<ResponseValue<types::StartedJob>, Error<()>> {
        let url = format!(
            "{}/observability/v1/call-logs/create_scenarios/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_create_scenarios",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read how far the creation of scenarios is
    ///
    /// The job is done when completed and failed scenarios equal the total.
    /// The total can be 0 at first.
    /// The scenarios are only listed at the end.
    ///
    /// Sends a `GET` request to `/observability/v1/call-logs/create_scenarios_progress/`
    ///
    /// Arguments:
    /// - `progress_id`: The `progress_id` that `cekura calls create-scenarios` printed.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn call_logs_create_scenarios_progress<'a>(
        &'a self,
        progress_id: &'a str,
    ) -> Result<ResponseValue<types::CreateScenariosProgress>, Error<()>> {
        let url = format!(
            "{}/observability/v1/call-logs/create_scenarios_progress/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("progress_id", &progress_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "call_logs_create_scenarios_progress",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Review the alerts of a project
    ///
    /// How often the alerts of a project were triggered in the last hours: in all, over time (by
    /// 1, 3 or 6 hours, the longer the period), and for each alert.
    ///
    /// Sends a `GET` request to `/observability/v1/alerts/review/`
    ///
    /// Arguments:
    /// - `hours`: Hours back from now, at most 168 (service default: 24).
    /// - `project_id`: The project.
    ///   A key of a project needs none.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn alerts_review<'a>(
        &'a self,
        hours: Option<i64>,
        project_id: Option<&'a ::cekura_api::scalars::ProjectId>,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!("{}/observability/v1/alerts/review/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("hours", &hours))
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "alerts_review",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Review one alert
    ///
    /// The settings of an alert, how often it was triggered over time, and a page of its
    /// triggers.
    ///
    /// Sends a `GET` request to `/observability/v1/alerts/{id}/review_detail/`
    ///
    /// Arguments:
    /// - `id`: The alert.
    /// - `hours`: Hours back from now, at most 168 (service default: 24).
    /// - `page`: The number of the page, counted from 1.
    /// - `page_size`: Entries on a page. 200 is known to work; the largest accepted value is not
    ///   documented.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn alerts_review_detail<'a>(
        &'a self,
        id: i64,
        hours: Option<i64>,
        page: Option<i64>,
        page_size: Option<i64>,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!(
            "{}/observability/v1/alerts/{}/review_detail/", self.baseurl, encode_path(&
            id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("hours", &hours))
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "alerts_review_detail",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Summarize the triggers of an alert
    ///
    /// Starts a summary of the latest triggers by a language model and returns immediately.
    /// A second request within an hour, without a new trigger in between, returns the same job.
    ///
    /// Sends a `POST` request to `/observability/v1/alerts/{id}/summarize/`
    ///
    /// Arguments:
    /// - `id`: The alert.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn alerts_summarize<'a>(
        &'a self,
        id: i64,
    ) -> Result<ResponseValue<types::StartedJob>, Error<()>> {
        let url = format!(
            "{}/observability/v1/alerts/{}/summarize/", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "alerts_summarize",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read how far the summary of an alert is
    ///
    /// The state of a summary, and the summary itself once `status` is `completed`.
    ///
    /// Sends a `GET` request to `/observability/v1/alerts/summarize_progress/`
    ///
    /// Arguments:
    /// - `progress_id`: The `progress_id` that `cekura alerts summarize` printed.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn alerts_summarize_progress<'a>(
        &'a self,
        progress_id: &'a str,
    ) -> Result<ResponseValue<types::AlertSummary>, Error<()>> {
        let url = format!(
            "{}/observability/v1/alerts/summarize_progress/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("progress_id", &progress_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "alerts_summarize_progress",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Count the triggers of each alert
    ///
    /// How often each alert of a project was triggered in the last hours.
    ///
    /// Sends a `GET` request to `/observability/v1/alerts/trigger_summary/`
    ///
    /// Arguments:
    /// - `hours`: Hours back from now (service default: 24).
    /// - `project_id`: The project.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn alerts_trigger_summary<'a>(
        &'a self,
        hours: Option<i64>,
        project_id: &'a ::cekura_api::scalars::ProjectId,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!("{}/observability/v1/alerts/trigger_summary/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("hours", &hours))
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "alerts_trigger_summary",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List agent improvement sessions
    ///
    /// The sessions that the key may see.
    /// There are no pages.
    ///
    /// Sends a `GET` request to `/observability/v1/agent-improvement-sessions/`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn agent_improvement_sessions_list<'a>(
        &'a self,
    ) -> Result<
        ResponseValue<::std::vec::Vec<types::AgentImprovementSession>>,
        Error<()>,
    > {
        let url = format!(
            "{}/observability/v1/agent-improvement-sessions/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "agent_improvement_sessions_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Start an agent improvement session
    ///
    /// Starts a session that proposes a better prompt for an agent and tests it with simulated
    /// calls.
    /// The agent is found by call logs, runs or scenarios.
    /// The agent must run on Vapi or ElevenLabs, and its provider key must be stored at Cekura.
    /// The session runs in the background.
    /// The fields of the body are not documented; see the example.
    ///
    /// Sends a `POST` request to `/observability/v1/agent-improvement-sessions/`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn agent_improvement_sessions_create<'a>(
        &'a self,
        body: &'a ::serde_json::Value,
    ) -> Result<ResponseValue<types::AgentImprovementSession>, Error<()>> {
        let url = format!(
            "{}/observability/v1/agent-improvement-sessions/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "agent_improvement_sessions_create",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read one agent improvement session
    ///
    /// The session with its state, the stage it is in, and what it proposes.
    ///
    /// Sends a `GET` request to `/observability/v1/agent-improvement-sessions/{id}/`
    ///
    /// Arguments:
    /// - `id`: The session.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn agent_improvement_sessions_retrieve<'a>(
        &'a self,
        id: i64,
    ) -> Result<ResponseValue<types::AgentImprovementSession>, Error<()>> {
        let url = format!(
            "{}/observability/v1/agent-improvement-sessions/{}/", self.baseurl,
            encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "agent_improvement_sessions_retrieve",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Generate failure mode insights for the metrics of a project
    ///
    /// Starts to generate an insight into the last 24 hours for each metric of a project, or for
    /// the named ones, and returns immediately.
    /// Each insight that finds failures costs credits; a metric that no call failed is left out
    /// and costs nothing.
    ///
    /// Sends a `POST` request to `/observability/v1/metric-failure-mode-insights/bulk_generate/`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn metric_failure_mode_insights_bulk_generate<'a>(
        &'a self,
        body: &'a types::BulkGenerateInsights,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!(
            "{}/observability/v1/metric-failure-mode-insights/bulk_generate/", self
            .baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metric_failure_mode_insights_bulk_generate",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the days that have failure mode insights
    ///
    /// The days on which a project has a finished insight, the newest first.
    ///
    /// Sends a `GET` request to `/observability/v1/metric-failure-mode-insights/available_dates/`
    ///
    /// Arguments:
    /// - `project`: The project.
    ///   A key of a project needs none; an OAuth token and a key of an organization do.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn metric_failure_mode_insights_available_dates<'a>(
        &'a self,
        project: Option<&'a ::cekura_api::scalars::ProjectId>,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!(
            "{}/observability/v1/metric-failure-mode-insights/available_dates/", self
            .baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("project", &project))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metric_failure_mode_insights_available_dates",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the categories of failures
    ///
    /// The categories of failures of a project or of one metric, each with the number of its
    /// calls and some of them, the largest first.
    ///
    /// Sends a `GET` request to `/observability/v1/metric-failure-mode-insights/categories/`
    ///
    /// Arguments:
    /// - `agent_ids`: Only calls of these agents.
    ///   Their ids in one comma-separated value.
    /// - `date_from`: Only calls from this moment on, or from this day on.
    /// - `date_to`: Only calls until this moment, or until the end of this day.
    /// - `metric_id`: Only categories of this metric.
    /// - `project`: The project.
    ///   A key of a project needs none; an OAuth token and a key of an organization do.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn metric_failure_mode_insights_categories<'a>(
        &'a self,
        agent_ids: Option<&'a str>,
        date_from: Option<&'a str>,
        date_to: Option<&'a str>,
        metric_id: Option<&'a ::cekura_api::scalars::MetricId>,
        project: Option<&'a ::cekura_api::scalars::ProjectId>,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!(
            "{}/observability/v1/metric-failure-mode-insights/categories/", self.baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("agent_ids", &agent_ids))
            .query(&progenitor_client::QueryParam::new("date_from", &date_from))
            .query(&progenitor_client::QueryParam::new("date_to", &date_to))
            .query(&progenitor_client::QueryParam::new("metric_id", &metric_id))
            .query(&progenitor_client::QueryParam::new("project", &project))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metric_failure_mode_insights_categories",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the call logs in a category of failures
    ///
    /// The ids of all call logs in a category, the newest first.
    /// The service keeps at most 500 calls of a metric.
    ///
    /// Sends a `GET` request to
    /// `/observability/v1/metric-failure-mode-insights/categories/{category_slug}/calls/`
    ///
    /// Arguments:
    /// - `category_slug`: The slug of the category, as `categories` lists it.
    /// - `agent_ids`: Only calls of these agents.
    ///   Their ids in one comma-separated value.
    /// - `date_from`: Only calls from this moment on, or from this day on.
    /// - `date_to`: Only calls until this moment, or until the end of this day.
    /// - `metric_id`: The metric of the category.
    /// - `project`: The project of the category.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn metric_failure_mode_insights_category_calls<'a>(
        &'a self,
        category_slug: &'a str,
        agent_ids: Option<&'a str>,
        date_from: Option<&'a str>,
        date_to: Option<&'a str>,
        metric_id: &'a ::cekura_api::scalars::MetricId,
        project: &'a ::cekura_api::scalars::ProjectId,
    ) -> Result<ResponseValue<types::FailureCategoryCalls>, Error<()>> {
        let url = format!(
            "{}/observability/v1/metric-failure-mode-insights/categories/{}/calls/", self
            .baseurl, encode_path(& category_slug.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("agent_ids", &agent_ids))
            .query(&progenitor_client::QueryParam::new("date_from", &date_from))
            .query(&progenitor_client::QueryParam::new("date_to", &date_to))
            .query(&progenitor_client::QueryParam::new("metric_id", &metric_id))
            .query(&progenitor_client::QueryParam::new("project", &project))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metric_failure_mode_insights_category_calls",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Add example calls of a category to Labs
    ///
    /// Adds some of the latest calls of the category to Labs, where the metric is improved, each
    /// with the value that would have been right.
    ///
    /// Sends a `POST` request to
    /// `/observability/v1/metric-failure-mode-insights/categories/{category_slug}/fix-metric/`
    ///
    /// Arguments:
    /// - `category_slug`: The slug of the category, as `categories` lists it.
    /// - `body`
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn metric_failure_mode_insights_category_fix_metric<'a>(
        &'a self,
        category_slug: &'a str,
        body: &'a types::FixMetric,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!(
            "{}/observability/v1/metric-failure-mode-insights/categories/{}/fix-metric/",
            self.baseurl, encode_path(& category_slug.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metric_failure_mode_insights_category_fix_metric",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Delete a category of failures
    ///
    /// Deletes the category and its list of calls.
    /// Later calls go to the other categories.
    ///
    /// Sends a `DELETE` request to
    /// `/observability/v1/metric-failure-mode-insights/categories/{category_slug}/delete/`
    ///
    /// Arguments:
    /// - `category_slug`: The slug of the category, as `categories` lists it.
    /// - `metric_id`: The metric of the category.
    /// - `project`: The project of the category.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn metric_failure_mode_insights_category_delete<'a>(
        &'a self,
        category_slug: &'a str,
        metric_id: &'a ::cekura_api::scalars::MetricId,
        project: &'a ::cekura_api::scalars::ProjectId,
    ) -> Result<ResponseValue<()>, Error<()>> {
        let url = format!(
            "{}/observability/v1/metric-failure-mode-insights/categories/{}/delete/",
            self.baseurl, encode_path(& category_slug.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .query(&progenitor_client::QueryParam::new("metric_id", &metric_id))
            .query(&progenitor_client::QueryParam::new("project", &project))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metric_failure_mode_insights_category_delete",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => Ok(ResponseValue::empty(response)),
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the failure rates of metrics
    ///
    /// For each metric, the share of evaluated calls that failed it in a period, in percent.
    ///
    /// Sends a `GET` request to `/observability/v1/metric-failure-mode-insights/failure-rates/`
    ///
    /// Arguments:
    /// - `agent_ids`: Only calls of these agents.
    ///   Their ids in one comma-separated value.
    /// - `date_from`: Only calls from this moment on, or from this day on.
    /// - `date_to`: Only calls until this moment, or until the end of this day.
    /// - `project`: The project.
    ///   A key of a project needs none; an OAuth token and a key of an organization do.
    #[inline]
    #[cfg(feature = "observability")]
    pub async fn metric_failure_mode_insights_failure_rates<'a>(
        &'a self,
        agent_ids: Option<&'a str>,
        date_from: Option<&'a str>,
        date_to: Option<&'a str>,
        project: Option<&'a ::cekura_api::scalars::ProjectId>,
    ) -> Result<ResponseValue<::serde_json::Value>, Error<()>> {
        let url = format!(
            "{}/observability/v1/metric-failure-mode-insights/failure-rates/", self
            .baseurl,
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("agent_ids", &agent_ids))
            .query(&progenitor_client::QueryParam::new("date_from", &date_from))
            .query(&progenitor_client::QueryParam::new("date_to", &date_to))
            .query(&progenitor_client::QueryParam::new("project", &project))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metric_failure_mode_insights_failure_rates",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the agents
    ///
    /// A page of the agents that the key can see, with their telephony, their provider and their
    /// mock tools.
    /// With an OAuth token, give a project or an organization.
    ///
    /// Sends a `GET` request to `/test_framework/v2/aiagents/`
    ///
    /// Arguments:
    /// - `organization_id`: Only entries of this organization.
    ///   A key belongs to one organization; an OAuth token needs it where nothing narrower is
    ///   given.
    /// - `page`: The number of the page, counted from 1.
    /// - `page_size`: Entries on a page. 200 is known to work; the largest accepted value is not
    ///   documented.
    /// - `project_id`: Only entries of this project.
    /// - `q`: Text in the name of the agent; a number also finds its id.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn agents_list<'a>(
        &'a self,
        organization_id: Option<&'a ::cekura_api::scalars::OrganizationId>,
        page: Option<i64>,
        page_size: Option<i64>,
        project_id: Option<&'a ::cekura_api::scalars::ProjectId>,
        q: Option<&'a str>,
    ) -> Result<ResponseValue<types::AgentPage>, Error<()>> {
        let url = format!("{}/test_framework/v2/aiagents/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(
                &progenitor_client::QueryParam::new("organization_id", &organization_id),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .query(&progenitor_client::QueryParam::new("q", &q))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "agents_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read one agent
    ///
    /// The agent with everything that decides how it can be called: a telephone number, a SIP
    /// address or a websocket in `telephony`, the platform it runs on in `provider`, and the chat
    /// in `provider.chat_agent_details`.
    /// A run over a connection needs that connection here.
    ///
    /// Sends a `GET` request to `/test_framework/v2/aiagents/{id}/`
    ///
    /// Arguments:
    /// - `id`: The agent.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn agents_retrieve<'a>(
        &'a self,
        id: &'a ::cekura_api::scalars::AgentId,
    ) -> Result<ResponseValue<types::Agent>, Error<()>> {
        let url = format!(
            "{}/test_framework/v2/aiagents/{}/", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "agents_retrieve",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the projects
    ///
    /// Every project that the key can see, in one reply without pages.
    /// Projects come with their members, so the reply of a large organization is large.
    /// With an OAuth token, give an organization or a project.
    ///
    /// Sends a `GET` request to `/user/v1/projects/`
    ///
    /// Arguments:
    /// - `organization_id`: Only entries of this organization.
    ///   A key belongs to one organization; an OAuth token needs it where nothing narrower is
    ///   given.
    /// - `project_id`: Only entries of this project.
    #[inline]
    #[cfg(feature = "account")]
    pub async fn projects_list<'a>(
        &'a self,
        organization_id: Option<&'a ::cekura_api::scalars::OrganizationId>,
        project_id: Option<&'a ::cekura_api::scalars::ProjectId>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Project>>, Error<()>> {
        let url = format!("{}/user/v1/projects/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(
                &progenitor_client::QueryParam::new("organization_id", &organization_id),
            )
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "projects_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read one project
    ///
    /// The settings of the project and its members.
    /// Keys of providers and the secret of the webhook are never in the reply; fields that end in
    /// `_configured` say whether they are set.
    ///
    /// Sends a `GET` request to `/user/v1/projects/{id}/`
    ///
    /// Arguments:
    /// - `id`: The project.
    #[inline]
    #[cfg(feature = "account")]
    pub async fn projects_retrieve<'a>(
        &'a self,
        id: &'a ::cekura_api::scalars::ProjectId,
    ) -> Result<ResponseValue<types::Project>, Error<()>> {
        let url = format!(
            "{}/user/v1/projects/{}/", self.baseurl, encode_path(& id.to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "projects_retrieve",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the metrics
    ///
    /// The metrics of an agent or a project, in one reply without pages. `custom_code` is not in
    /// it; the single metric has that.
    ///
    /// Sends a `GET` request to `/test_framework/v2/metrics/`
    ///
    /// Arguments:
    /// - `agent_id`: Only entries of this agent.
    /// - `agents`: Only metrics of any of these agents, their ids in one comma-separated value.
    /// - `assistant_id`: Only entries of the agent with this id at its provider.
    /// - `filters`: Conditions as JSON text, an object of `operator` and `conditions`, on the
    ///   fields agents__id, eval_type, type and name, with the operators in, eq and contains.
    /// - `include_scores`: Whether each metric also gets `overall_score` and `total_score`.
    /// - `project_id`: Only entries of this project.
    /// - `slug`: Only the metric with this slug.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn metrics_list<'a>(
        &'a self,
        agent_id: Option<&'a ::cekura_api::scalars::AgentId>,
        agents: Option<&'a str>,
        assistant_id: Option<&'a ::cekura_api::scalars::AssistantId>,
        filters: Option<&'a str>,
        include_scores: Option<bool>,
        project_id: Option<&'a ::cekura_api::scalars::ProjectId>,
        slug: Option<&'a str>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Metric>>, Error<()>> {
        let url = format!("{}/test_framework/v2/metrics/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("agent_id", &agent_id))
            .query(&progenitor_client::QueryParam::new("agents", &agents))
            .query(&progenitor_client::QueryParam::new("assistant_id", &assistant_id))
            .query(&progenitor_client::QueryParam::new("filters", &filters))
            .query(
                &progenitor_client::QueryParam::new("include_scores", &include_scores),
            )
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .query(&progenitor_client::QueryParam::new("slug", &slug))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metrics_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read the definition of one metric
    ///
    /// The current definition of the metric: its prompt or code, the calls it applies to, and the
    /// type of its result.
    /// The service keeps no versions, and verdicts do not name the definition they came from.
    /// Store a copy to compare later.
    ///
    /// Sends a `GET` request to `/test_framework/v2/metrics/{id}/`
    ///
    /// Arguments:
    /// - `id`: The metric.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn metrics_retrieve<'a>(
        &'a self,
        id: &'a ::cekura_api::scalars::MetricId,
    ) -> Result<ResponseValue<types::Metric>, Error<()>> {
        let url = format!(
            "{}/test_framework/v2/metrics/{}/", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "metrics_retrieve",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the predefined metrics
    ///
    /// The ready-made metrics that an organization can use, with their prices, in one reply
    /// without pages.
    /// Agents and verdicts name a predefined metric by its `code`.
    ///
    /// Sends a `GET` request to `/test_framework/v1/predefined-metrics/`
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn predefined_metrics_list<'a>(
        &'a self,
    ) -> Result<ResponseValue<::std::vec::Vec<types::PredefinedMetric>>, Error<()>> {
        let url = format!("{}/test_framework/v1/predefined-metrics/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "predefined_metrics_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the results
    ///
    /// A page of results.
    /// A result is a group of simulated calls that were started together.
    /// No parameter filters by `status`.
    /// With `scenarios` the same result can come several times.
    /// With an OAuth token, give an agent or a project.
    ///
    /// Sends a `GET` request to `/test_framework/v2/results/`
    ///
    /// Arguments:
    /// - `agent_id`: Only entries of this agent.
    /// - `assistant_id`: Only entries of the agent with this id at its provider.
    /// - `page`: The number of the page, counted from 1.
    /// - `page_size`: Entries on a page. 200 is known to work; the largest accepted value is not
    ///   documented.
    /// - `project_id`: Only entries of this project.
    /// - `scenarios`: Only results with runs of these scenarios, their ids in one comma-separated
    ///   value.
    /// - `search`: Text in the name of the result.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn results_list<'a>(
        &'a self,
        agent_id: Option<&'a ::cekura_api::scalars::AgentId>,
        assistant_id: Option<&'a ::cekura_api::scalars::AssistantId>,
        page: Option<i64>,
        page_size: Option<i64>,
        project_id: Option<&'a ::cekura_api::scalars::ProjectId>,
        scenarios: Option<&'a str>,
        search: Option<&'a str>,
    ) -> Result<ResponseValue<types::TestResultPage>, Error<()>> {
        let url = format!("{}/test_framework/v2/results/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("agent_id", &agent_id))
            .query(&progenitor_client::QueryParam::new("assistant_id", &assistant_id))
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .query(&progenitor_client::QueryParam::new("scenarios", &scenarios))
            .query(&progenitor_client::QueryParam::new("search", &search))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "results_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read one result
    ///
    /// The result with all its runs and what they add up to. `completed` means that every run has
    /// ended, whether or not it passed. `failed` means that the calls could not be made.
    ///
    /// Sends a `GET` request to `/test_framework/v2/results/{id}/`
    ///
    /// Arguments:
    /// - `id`: The result.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn results_retrieve<'a>(
        &'a self,
        id: i64,
    ) -> Result<ResponseValue<types::TestResult>, Error<()>> {
        let url = format!(
            "{}/test_framework/v2/results/{}/", self.baseurl, encode_path(& id
            .to_string()),
        );
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "results_retrieve",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read runs by their ids
    ///
    /// The runs with these ids, each with its transcript and verdicts.
    /// A run that did not succeed has either failed to connect, and then `error_message` says
    /// why, or did not pass, and then `evaluation` does.
    /// With an OAuth token, give an agent, a result or a project.
    ///
    /// Sends a `GET` request to `/test_framework/v2/runs/bulk/`
    ///
    /// Arguments:
    /// - `agent_id`: Only entries of this agent.
    /// - `project_id`: Only entries of this project.
    /// - `result_id`: Only runs of this result.
    /// - `run_ids`: The ids of the runs in one comma-separated value.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn runs_bulk<'a>(
        &'a self,
        agent_id: Option<&'a ::cekura_api::scalars::AgentId>,
        project_id: Option<&'a ::cekura_api::scalars::ProjectId>,
        result_id: Option<i64>,
        run_ids: &'a str,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Run>>, Error<()>> {
        let url = format!("{}/test_framework/v2/runs/bulk/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("agent_id", &agent_id))
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .query(&progenitor_client::QueryParam::new("result_id", &result_id))
            .query(&progenitor_client::QueryParam::new("run_ids", &run_ids))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "runs_bulk",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the personalities
    ///
    /// The personalities of the organization and those available to every organization, in one
    /// reply without pages.
    /// The reply is large; a language or a project makes it smaller.
    ///
    /// Sends a `GET` request to `/test_framework/v1/personalities/`
    ///
    /// Arguments:
    /// - `language`: Only personalities that speak this language.
    /// - `project_id`: Only entries of this project.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn personalities_list<'a>(
        &'a self,
        language: Option<&'a str>,
        project_id: Option<&'a ::cekura_api::scalars::ProjectId>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Personality>>, Error<()>> {
        let url = format!("{}/test_framework/v1/personalities/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("language", &language))
            .query(&progenitor_client::QueryParam::new("project_id", &project_id))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "personalities_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the phone numbers for inbound tests
    ///
    /// The telephone numbers that inbound tests can use, in one reply without pages.
    ///
    /// Sends a `GET` request to `/test_framework/v1/phone-numbers/inbound/`
    ///
    /// Arguments:
    /// - `organization_id`: Only entries of this organization.
    ///   A key belongs to one organization; an OAuth token needs it where nothing narrower is
    ///   given.
    #[inline]
    #[cfg(feature = "testing")]
    pub async fn phone_numbers_inbound<'a>(
        &'a self,
        organization_id: Option<&'a ::cekura_api::scalars::OrganizationId>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::PhoneNumber>>, Error<()>> {
        let url = format!("{}/test_framework/v1/phone-numbers/inbound/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(
                &progenitor_client::QueryParam::new("organization_id", &organization_id),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "phone_numbers_inbound",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// List the organizations
    ///
    /// A page of the organizations that the key or the person belongs to, with their limits,
    /// members and projects.
    ///
    /// Sends a `GET` request to `/user/v2/organizations/`
    ///
    /// Arguments:
    /// - `page`: The number of the page, counted from 1.
    /// - `page_size`: Entries on a page. 200 is known to work; the largest accepted value is not
    ///   documented.
    /// - `search`: Text to look for.
    #[inline]
    #[cfg(feature = "account")]
    pub async fn organizations_list<'a>(
        &'a self,
        page: Option<i64>,
        page_size: Option<i64>,
        search: Option<&'a str>,
    ) -> Result<ResponseValue<types::OrganizationPage>, Error<()>> {
        let url = format!("{}/user/v2/organizations/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("page", &page))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("search", &search))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "organizations_list",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
    /// Read the balance of an organization
    ///
    /// Credits left, credits used in this billing cycle (up to 30 minutes late), and the state of
    /// the subscription.
    /// A key that belongs to an organization needs no parameter; with an OAuth token, give the
    /// organization; the token must belong to one of its administrators.
    /// Keys of a project are refused with 403.
    ///
    /// Sends a `GET` request to `/test_framework/billing/info/`
    ///
    /// Arguments:
    /// - `organization_id`: The organization.
    ///   Only an OAuth token needs it; a key belongs to one organization.
    #[inline]
    #[cfg(feature = "account")]
    pub async fn billing_info<'a>(
        &'a self,
        organization_id: Option<&'a ::cekura_api::scalars::OrganizationId>,
    ) -> Result<ResponseValue<types::BillingInfo>, Error<()>> {
        let url = format!("{}/test_framework/billing/info/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(
                &progenitor_client::QueryParam::new("organization_id", &organization_id),
            )
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "billing_info",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
