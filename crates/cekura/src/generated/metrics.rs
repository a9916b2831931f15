// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `metrics`: what calls are judged by.

use cekura_api::operations;
use crate::http::{CallOptions, Response, call_options, read, sends};
use crate::http::reply_checks;
use crate::{Client, Error};
/// The operations of [`Client::metrics`](crate::Client::metrics): what calls are judged by.
#[derive(Clone, Debug)]
pub struct MetricsClient {
    pub(crate) client: Client,
}
impl MetricsClient {
    /// Reads the definition of one metric.
    ///
    /// The metric as it stands now: what it asks, of which calls, and how it answers.
    /// Verdicts do not say which definition they came from and the definition has no version or
    /// date of its own, so whoever wants to know later by what a call was judged keeps a copy.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let found = cekura.metrics().get(71).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) when there is none, or the key may not see it;
    /// [`is_invalid_response`](Error::is_invalid_response) when the response is not what was
    /// asked for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/get-metric>
    pub fn get(&self, id: impl Into<::cekura_api::scalars::MetricId>) -> GetMetric {
        GetMetric {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
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
    pub(crate) async fn run(self) -> Result<Response<cekura_api::types::Metric>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let send = |api: cekura_api::Client| async move {
            api.metrics_retrieve(&id).await
        };
        read(
                &client.shared,
                &options,
                &operations::METRICS_RETRIEVE,
                |reply: &cekura_api::types::Metric| reply_checks::same_id(
                    reply.id.as_ref(),
                    &asked,
                ),
                send,
            )
            .await
    }
}
