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
        ImportError::Changed { .. } | ImportError::LookUp(_) => Exit::Incomplete,
        _ => Exit::Other,
    };
    let hint = match &error {
        ImportError::NotFiltered(_) => {
            "a repetition changes nothing: check what is between this machine and Cekura, and ask Cekura about filters_v2"
        }
        _ => REPEAT,
    };
    let failure = match error {
        ImportError::Service(error) => Failure::from(error),
        error => Failure::own(exit, error.to_string()),
    };
    failure.hint(hint)
}

/// Returns the result of the command; `None` if a second Ctrl-C ended the import.
pub(crate) fn conclude(
    ended: Option<Result<ImportOutcome, ImportError>>,
    summary: &ImportSummary,
) -> Result<(), Failure> {
    let not_tried = several(summary.not_tried(), "call");
    let interrupted = |what: String| Failure::own(Exit::Incomplete, what).hint(REPEAT);
    let early = match ended {
        None => interrupted("interrupted: the outcome of what was in flight is unknown".to_owned()),
        Some(Err(error)) => failed(error),
        Some(Ok(ImportOutcome::Stopped)) => {
            interrupted(format!("interrupted: {not_tried} not tried"))
        }
        Some(Ok(_)) if summary.not_tried() > 0 => interrupted(format!("{not_tried} not tried")),
        Some(Ok(_)) => return completed(summary),
    };
    Err(match summary.unknown {
        0 => early,
        some => early.hint(format!(
            "{} may have been sent; the next import looks for them first",
            several(some, "call")
        )),
    })
}

/// Returns the result of an import that tried every call.
fn completed(summary: &ImportSummary) -> Result<(), Failure> {
    if summary.unknown > 0 {
        let unknown = several(summary.unknown, "call");
        let failure = Failure::own(
            Exit::OutcomeUnknown,
            format!("{unknown} may have been sent: no usable response, and not listed so far"),
        )
        .hint("repeat the command later: it looks for them again, and does not send them");
        return Err(match summary.resendable {
            0 => failure,
            _ => failure.hint(
                "to send those that are not found once more (may be charged twice): add --on-unknown resend-if-unchanged",
            ),
        });
    }
    if summary.refused > 0 {
        let refused = several(summary.refused, "call");
        return Err(
            Failure::own(Exit::Refused, format!("the service refused {refused}"))
                .hint("correct their lines and repeat the command: only what is missing is sent"),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_that_was_not_tried_is_no_success() {
        let mut summary = ImportSummary::default();
        (summary.calls, summary.sent) = (3, 3);
        conclude(Some(Ok(ImportOutcome::Finished)), &summary).unwrap();
        summary.sent = 2;
        let failure = conclude(Some(Ok(ImportOutcome::Finished)), &summary).unwrap_err();
        let Failure::Problem(problem) = failure else {
            panic!("{failure:?}")
        };
        assert_eq!(problem.exit, Exit::Incomplete, "{problem:?}");
    }
}
