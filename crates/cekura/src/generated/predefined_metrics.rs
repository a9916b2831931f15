// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `predefined_metrics`: ready-made metrics of the service.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::predefined_metrics`](crate::Client::predefined_metrics):
/// ready-made metrics of the service.
#[derive(Clone, Debug)]
pub struct PredefinedMetricsClient {
    pub(crate) client: Client,
}
impl PredefinedMetricsClient {
    /// Lists the predefined metrics.
    ///
    /// The ready-made metrics that an organization can use, with their prices, in one reply
    /// without pages.
    /// Agents and verdicts name a predefined metric by its `code`.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let predefined_metrics = cekura.predefined_metrics().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/list-predefined-metrics>
    #[inline]
    pub fn list(&self) -> ListPredefinedMetrics {
        ListPredefinedMetrics {
            client: self.client.clone(),
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](PredefinedMetricsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListPredefinedMetrics {
    pub(crate) client: Client,
    pub(crate) options: CallOptions,
}
call_options!(ListPredefinedMetrics);
sends!(
    ListPredefinedMetrics => cekura_api::Page < cekura_api::types::PredefinedMetric >
);
lists!(
    ListPredefinedMetrics => cekura_api::types::PredefinedMetric,
    operations::PREDEFINED_METRICS_LIST
);
impl ListPredefinedMetrics {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::PredefinedMetric>>, Error> {
        let Self { client, options } = self;
        let request = api_request!(api => api.predefined_metrics_list());
        crate::http::call(
                &client.shared,
                &options,
                &operations::PREDEFINED_METRICS_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::PredefinedMetric>| response_checks::page(
                    response,
                    None,
                ),
            )
            .await
    }
}
