//! The exit status of a paid command that waits, by the state of each call log.

use cekura_campaign::CampaignError;
use cekura_campaign::engine::CampaignOutcome;
use serde_json::{Value, json};

use super::result::CallLogResult;
use crate::campaign::{Work, to_resume};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{named, safe_line};

/// The most call logs that a message lists.
const LISTED: usize = 10;

/// Why the work ended.
#[derive(Debug)]
pub(super) enum Cause {
    /// All work is done.
    Finished,
    /// It was interrupted or reached its deadline; the reason in words.
    Ended(&'static str),
    Error(Box<CampaignError>),
}

impl From<Work> for Cause {
    fn from(work: Work) -> Self {
        match work {
            Work::Ended(Ok(CampaignOutcome::Stopped)) => Self::Ended("interrupted"),
            Work::Ended(Ok(CampaignOutcome::DeadlineReached)) => Self::Ended("the deadline passed"),
            Work::Ended(Ok(_)) => Self::Finished,
            Work::Ended(Err(e)) => Self::Error(Box::new(e)),
            Work::Dropped => Self::Ended("interrupted, and ended at once"),
        }
    }
}

/// Returns `Ok` if every call log has its result; else why the program fails and what to do next. `resume` is the command
/// that continues, if there is one.
pub(super) fn ending(
    results: &[CallLogResult],
    cause: Cause,
    resume: Option<&str>,
) -> Result<(), Failure> {
    let has = |state: &str| results.iter().any(|result| result.state == state);
    let missing = missing(results);
    let mut failure = match cause {
        Cause::Error(error)
            if missing.is_empty() && matches!(*error, CampaignError::Journal(_)) =>
        {
            return Err(Failure::from(*error));
        }
        // Every result is there, so an error on the way does not matter.
        _ if missing.is_empty() => return Ok(()),
        Cause::Error(error) => Failure::from(*error).about(missing),
        Cause::Finished => Failure::own(exit(&has), missing),
        Cause::Ended(why) => Failure::own(exit(&has), format!("{why}: {missing}")),
    };
    if has("unknown") {
        failure = failure
            .ending_as(Exit::OutcomeUnknown)
            .targeting(targets(results))
            .hint(
                "unknown: a request was sent, and it is unknown whether it was carried out. Check with `cekura calls get ID`, and \
                 do not repeat the command: it could cost twice",
            );
        if let Some(resume) = resume {
            failure = failure.hint(format!(
                "to check again: {resume}\nto retry call logs that show no sign of an evaluation (may be charged again): \
                 {resume} --on-unknown resend-if-unchanged"
            ));
        }
    }
    if has("waiting") || has("timed_out") {
        let text = "accepted evaluations are paid for and continue: do not start them again";
        failure = to_resume(failure.hint(text), resume, |resume| {
            format!("to collect their results: {resume}")
        });
    }
    if has("not_sent") || has("refused") {
        let was_sent = results.iter().any(|result| result.sends > 0);
        failure = failure.hint(match was_sent {
            true => "call logs that were refused or not sent were not evaluated".to_owned(),
            false => "nothing was evaluated".to_owned(),
        });
    }
    if has("not_sent") {
        failure = to_resume(failure, resume, |resume| {
            format!("to send the rest: {resume}")
        });
    }
    Err(failure)
}

/// Returns the exit code if no error of the service or the journal decides it.
fn exit(has: &dyn Fn(&str) -> bool) -> Exit {
    if has("unknown") {
        Exit::OutcomeUnknown
    } else if has("waiting") || has("timed_out") {
        Exit::WaitTimedOut
    } else if has("refused") {
        Exit::Refused
    } else if has("deleted") {
        Exit::NotFound
    } else {
        Exit::Incomplete
    }
}

/// Returns each kind of missing result with its call logs and the first reason; empty if none is missing.
fn missing(results: &[CallLogResult]) -> String {
    let kinds = [
        ("unknown", "unknown whether evaluated"),
        ("waiting", "no result yet"),
        ("timed_out", "no result in time"),
        ("refused", "refused"),
        ("deleted", "deleted"),
        ("not_sent", "not sent"),
    ];
    let shown = kinds.iter().filter_map(|(state, words)| {
        let those = || results.iter().filter(|result| result.state == *state);
        let ids: Vec<String> = those().map(|result| result.id.to_string()).collect();
        let list = match ids.len() {
            0 => return None,
            n if n > LISTED => format!("{} and {} more", ids[..LISTED].join(", "), n - LISTED),
            _ => ids.join(", "),
        };
        let reason = those().find_map(|result| result.reason.as_deref());
        let reason = reason.map_or_else(String::new, |why| format!(" ({})", safe_line(why)));
        let logs = named(ids.len(), "call log", &list);
        Some(format!("{logs}: {words}{reason}"))
    });
    shown.collect::<Vec<_>>().join("; ")
}

/// Returns the state of each call log, for scripts.
fn targets(results: &[CallLogResult]) -> Value {
    let target = |result: &CallLogResult| {
        json!({
            "id": result.id,
            "accepted": result.was_accepted().then_some(true),
            "evidence": result.reason.as_deref().unwrap_or(&result.state),
        })
    };
    results.iter().map(target).collect()
}

#[cfg(test)]
mod tests {
    use cekura::CallLogId;

    use super::*;
    use crate::output::Style;

    fn results(states: &[&str]) -> Vec<CallLogResult> {
        let mut results = Vec::new();
        for (id, state) in (5001..).zip(states) {
            let mut result = CallLogResult::accepted(CallLogId(id));
            result.state = (*state).to_owned();
            results.push(result);
        }
        results
    }

    fn shown(states: &[&str], cause: Cause) -> (Exit, String) {
        let failure = ending(&results(states), cause, Some("cekura campaign resume x"));
        let Err(Failure::Problem(problem)) = failure else {
            panic!("a problem")
        };
        (problem.exit, problem.to_text(Style::plain()))
    }

    #[test]
    fn each_state_has_its_exit_code_and_the_most_severe_decides() {
        let done = results(&["confirmed", "inferred"]);
        assert!(ending(&done, Cause::Finished, None).is_ok());
        assert!(ending(&done, Cause::Ended("interrupted"), None).is_ok());
        for (states, exit) in [
            (
                &["unknown", "timed_out", "deleted"][..],
                Exit::OutcomeUnknown,
            ),
            (&["timed_out", "deleted", "refused"], Exit::WaitTimedOut),
            (&["waiting", "not_sent"], Exit::WaitTimedOut),
            (&["refused", "confirmed"], Exit::Refused),
            (&["deleted", "confirmed"], Exit::NotFound),
            (&["not_sent", "confirmed"], Exit::Incomplete),
        ] {
            assert_eq!(shown(states, Cause::Finished).0, exit, "{states:?}");
        }
    }

    #[test]
    fn the_hint_fits_the_state() {
        let (_, unknown) = shown(&["unknown", "confirmed"], Cause::Finished);
        assert!(
            unknown.contains("call log 5001: unknown whether evaluated")
                && unknown.contains("resume x --on-unknown resend-if-unchanged")
                && unknown.contains("could cost twice"),
            "{unknown}"
        );
        let (_, late) = shown(&["timed_out", "waiting"], Cause::Ended("interrupted"));
        assert!(
            late.starts_with(
                "error: interrupted: call log 5002: no result yet; call log 5001: no result in time"
            ) && late.contains("paid for and continue")
                && late.contains("cekura campaign resume x"),
            "{late}"
        );
        let error = CampaignError::AllRefused("no".to_owned());
        let (exit, refused) = shown(&["refused"], Cause::Error(Box::new(error)));
        assert_eq!(exit, Exit::Refused);
        assert!(refused.contains("call log 5001: refused"), "{refused}");
    }
}
