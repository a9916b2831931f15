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
/// The part of the Cekura API that re-evaluates production calls of voice agents: find call
/// logs, have their metrics judged again, read the verdicts, and see what it cost.
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
    fn api_version() -> &'static str {
        "v1"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
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
    /// agent, and answers at once.
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
    /// the agent or project named, and answers at once with the call logs as they are; the
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
    /// Name an agent or a project; a key of a whole organization must.
    /// A call log that is older than the window is not shown even when its id is asked for, so
    /// absence here says nothing about it.
    ///
    /// Sends a `GET` request to `/observability/v2/call-logs/`
    ///
    /// Arguments:
    /// - `agent_id`: Only entries of this agent.
    /// - `assistant_id`: Only entries of the agent with this id at its provider.
    /// - `call_ids`: Only these call logs: their numeric ids in one comma-separated value.
    ///   Not the provider's `call_id`.
    /// - `filters_v2`: A condition as JSON text: a field with an operator (eq, neq, gt, gte, lt,
    ///   lte, contains, startswith, in, isnull) and a value, or conditions joined by and / or.
    ///   Durations are in seconds here.
    /// - `page`: The number of the page, counted from 1.
    /// - `page_size`: Entries on a page. 200 is known to work; the largest accepted value is not
    ///   documented.
    /// - `project_id`: Only entries of this project.
    ///   A key of a whole organization needs this or an agent to list call logs.
    /// - `timestamp_from`: Only calls at or after this moment.
    /// - `timestamp_to`: Only calls at or before this moment, at most 33 days after the first.
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
    /// The id is the number that lists show as `id`; the provider's own text in `call_id` is
    /// something else.
    ///
    /// Sends a `GET` request to `/observability/v2/call-logs/{id}/`
    ///
    /// Arguments:
    /// - `id`: The call log.
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
    /// List the agents
    ///
    /// A page of the agents that the key can see, with their telephony, their provider and their
    /// mock tools. `q` finds agents by name, or by number.
    /// A bearer token names a project or an organization.
    ///
    /// Sends a `GET` request to `/test_framework/v2/aiagents/`
    ///
    /// Arguments:
    /// - `organization_id`: Only entries of this organization.
    ///   A key knows its own; a bearer token needs it where nothing narrower is named.
    /// - `page`: The number of the page, counted from 1.
    /// - `page_size`: Entries on a page. 200 is known to work; the largest accepted value is not
    ///   documented.
    /// - `project_id`: Only entries of this project.
    ///   A key of a whole organization needs this or an agent to list call logs.
    /// - `q`: Text in the name of the agent; a number also finds its id.
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
    /// A bearer token names an organization or a project.
    ///
    /// Sends a `GET` request to `/user/v1/projects/`
    ///
    /// Arguments:
    /// - `organization_id`: Only entries of this organization.
    ///   A key knows its own; a bearer token needs it where nothing narrower is named.
    /// - `project_id`: Only entries of this project.
    ///   A key of a whole organization needs this or an agent to list call logs.
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
    /// Read the definition of one metric
    ///
    /// The metric as it stands now: what it asks, of which calls, and how it answers.
    /// Verdicts do not say which definition they came from and the definition has no version or
    /// date of its own, so whoever wants to know later by what a call was judged keeps a copy.
    ///
    /// Sends a `GET` request to `/test_framework/v2/metrics/{id}/`
    ///
    /// Arguments:
    /// - `id`: The metric.
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
    /// Read the balance of an organization
    ///
    /// Credits left, credits used in this billing cycle (up to 30 minutes late), and the state of
    /// the subscription.
    /// A key that belongs to an organization needs no parameter; a bearer token names the
    /// organization and must belong to one of its administrators.
    /// Keys of a project are refused with 403.
    ///
    /// Sends a `GET` request to `/test_framework/billing/info/`
    ///
    /// Arguments:
    /// - `organization_id`: The organization; only for bearer tokens, since a key knows its own.
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
