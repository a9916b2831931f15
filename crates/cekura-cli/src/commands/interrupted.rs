//! Requests that Ctrl-C interrupts.

use cekura::{Effect, Method};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::stop::StopSignal;

/// Waits for the response to a request. Ctrl-C ends the wait, and the process at once if the request only reads.
pub(crate) async fn unless_interrupted<T>(
    request: impl Future<Output = T>,
    method: &Method,
    path: &str,
    effect: Effect,
) -> Result<T, Failure> {
    if effect == Effect::Read {
        return Ok(request.await);
    }
    let mut stop = StopSignal::listen();
    tokio::select! {
        biased;
        response = request => Ok(response),
        () = stop.given() => Err(interrupted(method, path, effect)),
    }
}

/// Returns the failure of a request that Ctrl-C interrupted.
pub(super) fn interrupted(method: &Method, path: &str, effect: Effect) -> Failure {
    let (paid, hint) = match effect {
        Effect::Billable => (
            " and charged",
            "check what it did (`cekura calls get ID` shows a call log), and do not repeat the command: it could cost twice",
        ),
        Effect::Write => (
            "",
            "check before you repeat the command: it could be carried out twice",
        ),
        Effect::Read | Effect::Idempotent => ("", "the command can be repeated"),
    };
    Failure::own(
        Exit::OutcomeUnknown,
        format!(
            "interrupted during {method} {path}: it is unknown whether it was carried out{paid}"
        ),
    )
    .hint(hint)
}
