// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `call_logs`: production calls of an agent, with their transcripts and the verdicts of its metrics.

use cekura_api::operations;
use crate::http::{CallOptions, Response, call_options, read, reply_checks, sends};
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
    /// let found = cekura.call_logs().get(5002).await?;
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
    /// Reads the trace of a call.
    ///
    /// The OpenTelemetry trace that the agent sent for this call.
    /// The id is the number of the call log, not its `call_id` or `trace_id`.
    /// A call log whose `trace_id` is empty has no trace, and the answer is 404.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let found = cekura.call_logs().trace(5002).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) when the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) when the response is not what was
    /// asked for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/observability/get-call-log-trace>
    pub fn trace(
        &self,
        id: impl Into<::cekura_api::scalars::CallLogId>,
    ) -> GetCallLogTrace {
        GetCallLogTrace {
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
                |reply| reply_checks::same_id(reply.id.as_ref(), &asked),
                send,
            )
            .await
    }
}
/// The request of [`trace`](CallLogsClient::trace).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetCallLogTrace {
    pub(crate) client: Client,
    pub(crate) id: ::cekura_api::scalars::CallLogId,
    pub(crate) options: CallOptions,
}
call_options!(GetCallLogTrace);
sends!(GetCallLogTrace => cekura_api::types::CallLogTrace);
impl GetCallLogTrace {
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::CallLogTrace>, Error> {
        let Self { client, id, options } = self;
        let send = |api: cekura_api::Client| async move {
            api.call_logs_trace(&id).await
        };
        read(
                &client.shared,
                &options,
                &operations::CALL_LOGS_TRACE,
                |reply| reply_checks::documented(
                    "trace_id",
                    &[reply.trace_id.is_some(), reply.spans.is_some()],
                ),
                send,
            )
            .await
    }
}
