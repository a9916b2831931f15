//! The builder of the two paid calls.

use std::time::Duration;

use crate::http::call_options_of;
use crate::reevaluation::{
    Baseline, OnUnknown, PaidOperation, Reevaluation, SETTLE_WINDOW, Submission, submit,
};
use crate::{BoxFuture, CallLogTargets, Client, Error, Scope};

/// Starts a re-evaluation when it is awaited; from
/// [`rerun_evaluation`](super::CallLogsClient::rerun_evaluation) or
/// [`evaluate_metrics`](super::CallLogsClient::evaluate_metrics).
///
/// If you drop the future before it is ready, the request may still be carried out and charged: see
/// [cancellation](crate#cancellation).
#[derive(Clone, Debug)]
#[must_use = "nothing is evaluated until this is awaited"]
pub struct ReevaluationRequest {
    submission: Submission,
}

impl ReevaluationRequest {
    pub(crate) fn new(
        client: Client,
        work: PaidOperation,
        logs: CallLogTargets,
        scope: Scope,
    ) -> Self {
        let options = client.options();
        Self {
            submission: Submission {
                client,
                work,
                logs,
                scope,
                take_baseline: false,
                baseline: None,
                on_unknown: OnUnknown::default(),
                settle: SETTLE_WINDOW,
                options,
            },
        }
    }
}

call_options_of!(ReevaluationRequest, submission.options);

impl IntoFuture for ReevaluationRequest {
    type Output = Result<Reevaluation, Error>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl ReevaluationRequest {
    /// Sends the paid request; awaiting the builder does the same.
    ///
    /// The future is `Send + 'static`, so it can be spawned. A spawned request continues even if the task that awaits it is
    /// dropped: see [cancellation](crate#cancellation).
    ///
    /// # Errors
    /// Those of the method that made the builder.
    pub fn send(self) -> BoxFuture<Result<Reevaluation, Error>> {
        Box::pin(submit(self.submission))
    }

    /// Reads the call logs before the request, as a baseline. If one cannot be read, nothing is sent.
    ///
    /// With a baseline, results can be compared, and an unknown outcome is reconciled by reading the call logs back.
    /// They are also read back after an error status, which does not prove that nothing was evaluated.
    /// [`with_timeout`](Self::with_timeout) covers all of these reads and the request. If it ends during the first
    /// reads, nothing was sent.
    pub fn with_baseline(mut self) -> Self {
        self.submission.take_baseline = true;
        self
    }

    /// Sets a baseline that was taken earlier.
    ///
    /// With [`with_baseline`](Self::with_baseline) as well, the call logs that it lacks are read.
    pub fn with_stored_baseline(mut self, baseline: Baseline) -> Self {
        self.submission.baseline = Some(baseline);
        self
    }

    /// Sets what happens to call logs that show no change after an unknown outcome; an error by default.
    pub fn with_on_unknown(mut self, on_unknown: OnUnknown) -> Self {
        self.submission.on_unknown = on_unknown;
        self
    }

    /// Sets the settle window: how long call logs are read back after an unknown outcome; 60 s by default.
    ///
    /// Only a read at the end of the window shows that a call log is unchanged, so the window must be shorter than the
    /// timeout of the call.
    pub fn with_settle_window(mut self, window: Duration) -> Self {
        self.submission.settle = window;
        self
    }
}
