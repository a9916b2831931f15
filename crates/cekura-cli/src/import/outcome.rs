//! How an import ends.

use cekura_campaign::import::{ImportError, ImportOutcome, ImportSummary};

use crate::campaign::several;
use crate::exit::Exit;
use crate::failure::Failure;

const REPEAT: &str = "repeat the command to continue: only what is missing is sent";

/// Returns the failure of an import that could not begin, or ended early.
pub(crate) fn failed(error: ImportError) -> Failure {
    let exit = match &error {
        error if error.is_usage() => return Failure::usage(error.to_string()),
        ImportError::AllRefused(_) => Exit::Refused,
        ImportError::AllLost(_) => Exit::OutcomeUnknown,
        _ => Exit::Other,
    };
    let failure = match error {
        ImportError::Service(error) => Failure::from(error),
        error => Failure::own(exit, error.to_string()),
    };
    failure.hint(REPEAT)
}

/// Returns the result of the command; `None` if a second Ctrl-C ended the import.
pub(crate) fn conclude(
    ended: Option<Result<ImportOutcome, ImportError>>,
    summary: &ImportSummary,
) -> Result<(), Failure> {
    let interrupted = |what: String| Failure::own(Exit::Incomplete, what).hint(REPEAT);
    match ended {
        None => Err(interrupted(
            "interrupted: the outcome of what was in flight is unknown".to_owned(),
        )),
        Some(Err(error)) => Err(failed(error)),
        Some(Ok(ImportOutcome::Stopped)) => Err(interrupted(format!(
            "interrupted: {} not tried",
            several(summary.not_tried(), "call")
        ))),
        Some(Ok(_)) if summary.unknown > 0 => Err(Failure::own(
            Exit::OutcomeUnknown,
            format!(
                "{} may have been sent: no usable response, and not listed so far",
                several(summary.unknown, "call")
            ),
        )
        .hint("repeat the command later: it looks for them again, and does not send them")
        .hint(
            "to send those that are not found once more (may be charged twice): add --on-unknown resend-if-unchanged",
        )),
        Some(Ok(_)) if summary.refused > 0 => Err(Failure::own(
            Exit::Refused,
            format!("the service refused {}", several(summary.refused, "call")),
        )
        .hint("correct their lines and repeat the command: only what is missing is sent")),
        Some(Ok(_)) => Ok(()),
    }
}
