//! The operations on metrics.

use cekura_api::operations;
use cekura_api::scalars::MetricId;
use cekura_api::types::Metric;

use super::reply_checks;
use crate::http::{CallOptions, Response, call_options, read, sends};
use crate::{Client, Error};

/// The operations on metrics, from [`Client::metrics`].
#[derive(Clone, Debug)]
pub struct MetricsClient {
    client: Client,
}

impl MetricsClient {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Gets the present definition of a metric.
    ///
    /// Results do not name the definition they were made with, and definitions have no version: keep a copy from before a
    /// re-evaluation if you need it later.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let metric = cekura.metrics().get(71).await?;
    /// println!("{:?} asks: {:?}", metric.name, metric.prompt);
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) when there is none, or the key may not see it.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/get-metric>
    pub fn get(&self, id: impl Into<MetricId>) -> GetMetric {
        GetMetric {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
}

/// Gets a metric when it is awaited.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetMetric {
    client: Client,
    id: MetricId,
    options: CallOptions,
}

call_options!(GetMetric);

sends!(GetMetric => Metric);

impl GetMetric {
    async fn run(self) -> Result<Response<Metric>, Error> {
        let id = self.id;
        let send = |api: cekura_api::Client| async move { api.metrics_retrieve(&id).await };
        read(
            &self.client.shared,
            &self.options,
            &operations::METRICS_RETRIEVE,
            |metric| reply_checks::metric(metric, id),
            send,
        )
        .await
    }
}
