//! Asking before much money is spent.

use std::io::{BufRead, Write, stderr, stdin};

use cekura::{CallLogId, Client};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Terminal, count};

/// Up to this many call logs nobody is asked.
const FREE: usize = 100;

/// Call logs that are read for an estimate.
const LOOKS: usize = 3;

/// What a request will come to, as far as one can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cost {
    pub(crate) logs: usize,
    /// Paid evaluations: metrics over all call logs.
    pub(crate) evaluations: usize,
    /// There may be call logs beyond those that were counted.
    pub(crate) at_least: bool,
}

impl Cost {
    /// `logs` call logs with `each` metrics on average.
    pub(crate) fn of(logs: usize, each: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a rounded count, never negative"
        )]
        let evaluations = (logs as f64 * each).round() as usize;
        Self {
            logs,
            evaluations,
            at_least: false,
        }
    }
}

/// Whether this is enough to ask about.
pub(crate) fn needs_confirmation(logs: usize, all: bool) -> bool {
    all || logs > FREE
}

/// How many metrics the call logs have on average, from a few of them.
pub(crate) async fn metrics_of_some(client: &Client, ids: &[CallLogId]) -> Result<f64, Failure> {
    let mut counts = Vec::new();
    for id in ids.iter().step_by(ids.len().div_ceil(LOOKS).max(1)) {
        let log = client.call_logs().get(*id).await;
        let log = log.map_err(|e| {
            Failure::from(e)
                .about(format!("call log {id}, read for an estimate"))
                .hint("nothing was sent that costs anything")
        })?;
        counts.push(log.metrics().len());
    }
    Ok(counts.iter().sum::<usize>() as f64 / counts.len().max(1) as f64)
}

/// Refuses to go on where a question would have to be asked and nobody can answer.
pub(crate) fn can_ask(terminal: &Terminal, yes: bool, logs: Option<usize>) -> Result<(), Failure> {
    if yes || (terminal.stdin && terminal.stderr) {
        return Ok(());
    }
    let what = logs.map_or_else(
        || "all call logs of the agent".to_owned(),
        |logs| count(logs, "call log"),
    );
    Err(Failure::usage(format!(
        "{what} would be evaluated and paid for, which needs a confirmation, and there is no terminal to ask on"
    ))
    .hint("nothing was sent; --yes confirms in advance"))
}

/// Asks, unless `--yes` answered before.
///
/// `cost` is only worked out when there is somebody to ask.
pub(crate) async fn confirm<C>(
    terminal: &Terminal,
    yes: bool,
    logs: Option<usize>,
    cost: C,
) -> Result<(), Failure>
where
    C: AsyncFnOnce() -> Result<Cost, Failure>,
{
    if yes {
        return Ok(());
    }
    can_ask(terminal, yes, logs)?;
    ask(&question(cost().await?))
}

/// Asks, and refuses to go on without a clear yes.
pub(crate) fn ask(question: &str) -> Result<(), Failure> {
    let mut answer = String::new();
    let asked =
        write!(stderr(), "{question} [y/N] ").and_then(|()| stdin().lock().read_line(&mut answer));
    asked.map_err(|e| {
        Failure::own(
            Exit::Other,
            format!("the answer cannot be read: {e}; nothing was sent"),
        )
    })?;
    if is_yes(&answer) {
        Ok(())
    } else {
        Err(Failure::own(Exit::Other, "not confirmed; nothing was sent"))
    }
}

fn question(cost: Cost) -> String {
    let (logs, evaluations) = if cost.at_least {
        (
            format!("{} or more call logs", cost.logs),
            format!("{} or more paid evaluations", cost.evaluations),
        )
    } else {
        (
            count(cost.logs, "call log"),
            format!("about {}", count(cost.evaluations, "paid evaluation")),
        )
    };
    format!(
        "This evaluates {logs} again: {evaluations} (an estimate: call logs × their metrics). Go on?"
    )
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_are_free_and_all_never_is() {
        assert!(!needs_confirmation(100, false));
        assert!(needs_confirmation(101, false));
        assert!(needs_confirmation(1, true));
    }

    #[test]
    fn only_a_clear_yes_is_one() {
        for yes in ["y\n", "Yes", " YES \r\n"] {
            assert!(is_yes(yes), "{yes:?}");
        }
        for no in ["", "\n", "n", "yep", "ja", "y y"] {
            assert!(!is_yes(no), "{no:?}");
        }
    }

    #[test]
    fn the_question_says_that_it_is_an_estimate() {
        let asked = question(Cost {
            logs: 140,
            evaluations: 700,
            at_least: false,
        });
        assert!(
            asked.contains("140 call logs")
                && asked.contains("about 700 paid")
                && asked.contains("estimate")
        );
        let open = question(Cost {
            logs: 140,
            evaluations: 700,
            at_least: true,
        });
        assert!(
            open.starts_with(
                "This evaluates 140 or more call logs again: 700 or more paid evaluations ("
            ),
            "{open}"
        );
        let one = question(Cost::of(1, 1.0));
        assert!(
            one.contains("1 call log again: about 1 paid evaluation ("),
            "{one}"
        );
    }
}
