//! The confirmation that every paid command asks for before it spends more than a little.

use std::io::{BufRead, Write, stderr, stdin};

use crate::app::App;
use crate::campaign::{credits, several};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Terminal;
use crate::session::Session;

/// The most metric evaluations that need no confirmation, unless they cost more than [`FREE_CREDITS`].
const FREE_EVALUATIONS: u64 = 100;

/// The most credits that need no confirmation, unless for more than [`FREE_EVALUATIONS`].
const FREE_CREDITS: f64 = 20.0;

/// The expected cost.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cost {
    /// `None` if the number of metrics of a call log is unknown.
    pub(crate) metric_evaluations: Option<u64>,
    pub(crate) credits: Option<f64>,
    pub(crate) accuracy: Accuracy,
}

/// How an expected cost is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Accuracy {
    /// The highest cost.
    AtMost,
    /// An estimate: it may be more or less.
    About,
    /// There may be more call logs than were counted.
    AtLeast,
}

impl Cost {
    /// Returns whether no confirmation is needed. An unknown cost always needs one.
    pub(crate) fn is_small(&self) -> bool {
        // Sums of prices such as 0.2 have rounding errors.
        const TOLERANCE: f64 = 1e-6;
        self.accuracy != Accuracy::AtLeast
            && self
                .metric_evaluations
                .is_some_and(|number| number <= FREE_EVALUATIONS)
            && self
                .credits
                .is_some_and(|credits| credits <= FREE_CREDITS + TOLERANCE)
    }

    /// Returns the cost in words: `at most 500 metric evaluations and 100 credits (estimated)`.
    pub(crate) fn words(&self) -> String {
        let parts = self
            .metric_evaluations
            .map(|number| several(number, "metric evaluation"))
            .into_iter()
            .chain(self.credits.map(credits));
        let parts: Vec<String> = parts.collect();
        let parts = parts.join(" and ");
        match self.accuracy {
            _ if parts.is_empty() => "an unknown number of metric evaluations".to_owned(),
            Accuracy::AtLeast => format!("{parts} or more (estimated)"),
            _ if self.metric_evaluations.is_none() => {
                format!("an unknown number of metric evaluations, and at most {parts}")
            }
            Accuracy::AtMost => format!("at most {parts} (estimated)"),
            Accuracy::About => format!("about {parts} (estimated)"),
        }
    }
}

/// Returns whether a question can be asked on the terminal.
pub(crate) fn can_ask(terminal: &Terminal) -> bool {
    terminal.stdin && terminal.stderr
}

/// Asks for confirmation, unless the cost is small and there are no `doubts`, `--yes` was given, or the service is a sandbox.
///
/// `what` describes the request; `doubts` are reasons to reconsider.
pub(crate) fn confirm_cost(
    app: &App,
    session: &Session,
    yes: bool,
    what: &str,
    cost: &Cost,
    doubts: &[String],
) -> Result<(), Failure> {
    let is_free = cost.is_small() && doubts.is_empty();
    if yes || is_free || session.sandbox.is_some() {
        return Ok(());
    }
    let doubts: String = doubts.iter().map(|doubt| format!("; {doubt}")).collect();
    let shown = format!("{what}: {}{doubts}", cost.words());
    confirm(&app.terminal, &shown, "no paid request was sent")
}

/// Asks whether to continue with what is shown.
///
/// # Errors
/// An answer other than yes, or a usage error if nobody can be asked.
pub(crate) fn confirm(terminal: &Terminal, shown: &str, otherwise: &str) -> Result<(), Failure> {
    match can_ask(terminal) {
        true => question(&format!("{shown}. Continue?"), otherwise),
        false => Err(unasked(shown, otherwise)),
    }
}

/// Returns the error for a confirmation that cannot be asked for.
fn unasked(shown: &str, otherwise: &str) -> Failure {
    Failure::usage(format!(
        "confirmation needed, but there is no terminal: {shown}"
    ))
    .hint(format!("{otherwise}; add --yes to confirm"))
}

/// Checks early that all call logs of an agent can be confirmed, before they are counted.
pub(crate) fn check_all(app: &App, yes: bool) -> Result<(), Failure> {
    match yes || app.global.sandbox || can_ask(&app.terminal) {
        true => Ok(()),
        false => Err(unasked(
            "all call logs of the agent would be evaluated and paid for",
            "no paid request was sent",
        )),
    }
}

/// Asks a question; fails unless the answer is yes.
fn question(question: &str, otherwise: &str) -> Result<(), Failure> {
    let mut answer = String::new();
    let asked =
        write!(stderr(), "{question} [y/N] ").and_then(|()| stdin().lock().read_line(&mut answer));
    asked.map_err(|e| {
        Failure::own(
            Exit::Other,
            format!("the answer cannot be read: {e}; {otherwise}"),
        )
    })?;
    if is_yes(&answer) {
        Ok(())
    } else {
        Err(Failure::own(
            Exit::Other,
            format!("not confirmed; {otherwise}"),
        ))
    }
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_costs_need_no_confirmation_and_unknown_ones_do() {
        let cost = |metrics, credits| Cost {
            metric_evaluations: metrics,
            credits,
            accuracy: Accuracy::AtMost,
        };
        assert!(cost(Some(100), Some(100.0 * 0.2)).is_small());
        assert!(!cost(Some(101), Some(0.0)).is_small());
        assert!(!cost(Some(1), Some(20.1)).is_small());
        assert!(!cost(None, Some(1.0)).is_small());
        assert!(!cost(Some(1), None).is_small());
        let open = Cost {
            accuracy: Accuracy::AtLeast,
            ..cost(Some(1), Some(0.2))
        };
        assert!(!open.is_small());
    }

    #[test]
    fn only_y_and_yes_confirm() {
        for yes in ["y\n", "Yes", " YES \r\n"] {
            assert!(is_yes(yes), "{yes:?}");
        }
        for no in ["", "\n", "n", "yep", "ja", "y y"] {
            assert!(!is_yes(no), "{no:?}");
        }
    }

    #[test]
    fn the_question_states_the_known_cost() {
        let known = Cost {
            metric_evaluations: Some(700),
            credits: Some(140.0),
            accuracy: Accuracy::AtMost,
        };
        assert_eq!(
            known.words(),
            "at most 700 metric evaluations and 140 credits (estimated)"
        );
        assert_eq!(
            Cost {
                accuracy: Accuracy::AtLeast,
                ..known
            }
            .words(),
            "700 metric evaluations and 140 credits or more (estimated)"
        );
        let unknown = Cost {
            metric_evaluations: None,
            credits: None,
            accuracy: Accuracy::AtMost,
        };
        assert_eq!(unknown.words(), "an unknown number of metric evaluations");
        let limited = Cost {
            credits: Some(12.0),
            ..unknown
        };
        assert!(limited.words().ends_with("at most 12 credits"));
    }
}
