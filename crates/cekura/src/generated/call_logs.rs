// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `call_logs`: production calls of an agent, with their transcripts and the verdicts of its metrics.

use cekura_api::operations;
use crate::http::{CallOptions, Response, call_options, read, response_checks, sends};
use crate::{Client, Error};
use crate::resources::CallLogsClient;
impl CallLogsClient {
    /// Reads one call log in full.
    ///
    /// The call log with its transcript, its verdicts and everything known about the call,
    /// whatever its age.
    /// The id is the number that lists show as `id`; the provider's own text in `call_id` is
    /// something else.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let found = cekura.call_logs().get(5001).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) when there is none, or the key may not see it;
    /// [`is_invalid_response`](Error::is_invalid_response) when the response is not what was
    /// asked for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-call>
    pub fn get(&self, id: impl Into<::cekura_api::scalars::CallLogId>) -> GetCallLog {
        GetCallLog {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
}
/// The request of [`get`](CallLogsClient::get).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCallLog {
    pub(crate) client: Client,
    pub(crate) id: ::cekura_api::scalars::CallLogId,
    pub(crate) options: CallOptions,
}
call_options!(GetCallLog);
sends!(GetCallLog => cekura_api::types::CallLog);
impl GetCallLog {
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::CallLog>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let send = |api: cekura_api::Client| async move {
            api.call_logs_retrieve(&id).await
        };
        read(
                &client.shared,
                &options,
                &operations::CALL_LOGS_RETRIEVE,
                |response| response_checks::same_id(response.id.as_ref(), &asked),
                send,
            )
            .await
    }
}
