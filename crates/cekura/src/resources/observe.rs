//! Sends a finished call.

use std::sync::Arc;

use cekura_api::operations;
use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLogSummary;

use super::NewCallLog;
use crate::http::{
    CallOptions, Mismatch, Response, Upload, api_request, call, call_options, send_upload, sends,
};
use crate::reevaluation::{Wait, Work};
use crate::{Client, Error, Scope};

/// The request of [`observe`](super::CallLogsClient::observe).
///
/// If you drop the future before it is ready, the call may still be taken in and charged: see
/// [cancellation](crate#cancellation).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Observe {
    client: Client,
    call: NewCallLog,
    options: CallOptions,
}

call_options!(Observe);
sends!(Observe => Observed);

impl Observe {
    pub(super) fn new(client: Client, call: NewCallLog) -> Self {
        Self {
            options: client.options(),
            client,
            call,
        }
    }

    async fn run(self) -> Result<Response<Observed>, Error> {
        let operation = &operations::CALL_LOGS_OBSERVE;
        let done = self.send_once().await;
        done.map_err(|e| e.in_operation(operation.id))
    }

    async fn send_once(self) -> Result<Response<Observed>, Error> {
        let operation = &operations::CALL_LOGS_OBSERVE;
        let (client, options) = (self.client, self.options);
        let agent = self.call.agent()?;
        let recording = self.call.recording().map(ToOwned::to_owned);
        let body = self.call.into_body()?;
        let response = match recording {
            None => {
                let request = api_request!(api => api.call_logs_observe(&body));
                call(&client.shared, &options, operation, request, &has_id).await?
            }
            Some(path) => {
                let form = Upload::new(&body, "voice_recording", &path)?;
                send_upload(&client.shared, &options, operation, &has_id, form).await?
            }
        };
        Ok(response.map(|log| Observed::new(client, options, agent, log)))
    }
}

/// Checks that the response is a call log. Without its id it could not be waited for.
fn has_id(log: &CallLogSummary) -> Result<(), Mismatch> {
    match log.id {
        Some(_) => Ok(()),
        None => Err(Mismatch {
            path: "id",
            expected: "the new call log must have an id".to_owned(),
        }),
    }
}

/// A call that the service has taken in and evaluates in the background.
#[derive(Clone, Debug)]
#[must_use = "the evaluation is paid for; wait() for its result"]
pub struct Observed {
    log: CallLogSummary,
    work: Arc<Work>,
}

impl Observed {
    fn new(client: Client, options: CallOptions, agent: Scope, log: CallLogSummary) -> Self {
        Self {
            work: Arc::new(Work::of_new_call(client, options, agent, &log)),
            log,
        }
    }

    /// Returns the id of the call log.
    #[must_use]
    pub fn id(&self) -> CallLogId {
        self.log.id.unwrap_or(CallLogId(0))
    }

    /// Returns the call log as it was taken in, before any verdict.
    #[must_use]
    pub fn log(&self) -> &CallLogSummary {
        &self.log
    }

    /// Waits until the call is evaluated, as the wait of a [re-evaluation](crate::reevaluation::Reevaluation::wait) does.
    ///
    /// It can be called more than once, and the wait borrows nothing, so it can be spawned.
    pub fn wait(&self) -> Wait<'static> {
        Wait::new(Arc::clone(&self.work))
    }
}
