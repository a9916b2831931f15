//! Fault scripts: faults and rates, parsed from JSON.

use std::collections::VecDeque;
use std::fmt;

use serde::Deserialize;
use serde_json::Value;

use super::entry::ScriptEntry;
use super::{Fault, FaultRates};
use crate::contract::CONTRACT;

/// Faults in their order, and rates for all other requests.
///
/// Parsed from JSON: one fault on each line, an array of faults, or an object with `faults` and `rates`.
///
/// ```
/// use cekura_sandbox::FaultScript;
///
/// let script: FaultScript = r#"
///     {"fault": "status", "status": 503, "when": "after_work", "operation": "call_logs_rerun_evaluation"}
///     {"fault": "too_many_requests", "retry_after": 2}
///     {"fault": "reset"}
/// "#.parse()?;
/// assert_eq!(script.len(), 3);
/// # Ok::<(), cekura_sandbox::ScriptError>(())
/// ```
///
/// The faults and their keys: `none` · `status` (`status`) · `too_many_requests` (`retry_after`: seconds or
/// text; or `retry_after_date`: seconds ahead) · `delay` (`ms`) · `hang` · `reset` · `late` (`ms`) ·
/// `truncate` (`bytes`) · `garbage` ·
/// `login_page` · `empty` · `redirect` (`status`, `location`) · `slow_body` (`bytes`, `ms`) · `oversize` (`mebibytes`, `status`) ·
/// `gzip_bomb` (`mebibytes`, `status`) · `repeated_values` (`mebibytes`, `value`: `object`, `array`, `null` or `zero`, `gzip`,
/// `status`) · `endless` (`value`) · `corruption` (`corruption`: a name of [`Corruption`](crate::Corruption)) · `close_unread` ·
/// `echo_headers` (`status`). All of them: `when` (`before_work`, `after_work`, or
/// `after_part` with `part`, the number of call logs whose work is done),
/// `operation`, `headers` (an object), `body`, `late_ms` to delay the work, and `times` to repeat the fault.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FaultScript {
    pub(super) faults: VecDeque<Fault>,
    /// `None` keeps the current rates.
    pub(super) rates: Option<FaultRates>,
}

impl FaultScript {
    /// Returns the number of faults, without the rates.
    #[must_use]
    pub fn len(&self) -> usize {
        self.faults.len()
    }

    /// Returns whether the script has no faults.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// Sets the rates for all other requests.
    #[must_use]
    pub fn with_rates(mut self, rates: FaultRates) -> Self {
        self.rates = Some(rates);
        self
    }
}

impl FromIterator<Fault> for FaultScript {
    fn from_iter<I: IntoIterator<Item = Fault>>(faults: I) -> Self {
        Self {
            faults: faults.into_iter().collect(),
            rates: None,
        }
    }
}

/// The error of parsing a [`FaultScript`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptError {
    pub(super) line: usize,
    pub(super) problem: String,
}

impl ScriptError {
    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {} of the fault script: {}",
            self.line, self.problem
        )
    }
}

impl std::error::Error for ScriptError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    #[serde(default)]
    faults: Vec<ScriptEntry>,
    rates: Option<FaultRates>,
}

impl std::str::FromStr for FaultScript {
    type Err = ScriptError;

    fn from_str(text: &str) -> Result<Self, ScriptError> {
        let shape = serde_json::from_str::<Value>(text);
        let whole = match shape {
            Ok(Value::Array(_)) => {
                let faults = serde_json::from_str(text).map_err(|error| at_error(&error))?;
                let rates = None;
                Whole { faults, rates }
            }
            Ok(Value::Object(map)) if !map.contains_key("fault") => {
                serde_json::from_str(text).map_err(|error| at_error(&error))?
            }
            _ => return by_line(text),
        };
        let mut script = Self {
            faults: VecDeque::new(),
            rates: whole.rates,
        };
        for (n, entry) in whole.faults.into_iter().enumerate() {
            let line = line_of_entry(text, n);
            script.faults.extend(entry.read(line)?);
        }
        check_rates(script.rates.as_ref(), 1)?;
        Ok(script)
    }
}

fn by_line(text: &str) -> Result<FaultScript, ScriptError> {
    let mut script = FaultScript::default();
    for (n, line) in text.lines().enumerate() {
        let number = n + 1;
        if line.trim().is_empty() {
            continue;
        }
        let at_line = |error: serde_json::Error| ScriptError {
            line: number,
            problem: problem_text(&error),
        };
        if line.contains("\"rates\"") {
            let whole: Whole = serde_json::from_str(line).map_err(at_line)?;
            check_rates(whole.rates.as_ref(), number)?;
            script.rates = whole.rates;
            continue;
        }
        let entry: ScriptEntry = serde_json::from_str(line).map_err(at_line)?;
        script.faults.extend(entry.read(number)?);
    }
    Ok(script)
}

fn at_error(error: &serde_json::Error) -> ScriptError {
    ScriptError {
        line: error.line(),
        problem: problem_text(error),
    }
}

/// Returns serde_json's message without its position, which is wrong in a file of lines.
fn problem_text(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let cut = text.rfind(" at line ").unwrap_or(text.len());
    format!(
        "{}; expected JSON such as {{\"fault\": \"status\", \"status\": 503, \"when\": \"after_work\"}}",
        &text[..cut]
    )
}

/// Returns the line on which the n-th fault of an array begins.
fn line_of_entry(text: &str, n: usize) -> usize {
    let mut names = text.match_indices("\"fault\"");
    let at = names.nth(n).map_or(0, |(at, _)| at);
    text[..at].matches('\n').count() + 1
}

fn check_rates(rates: Option<&FaultRates>, line: usize) -> Result<(), ScriptError> {
    let Some(rates) = rates else { return Ok(()) };
    let problem = |problem: String| Err(ScriptError { line, problem });
    if let Some(operation) = rates.operation.as_deref().filter(|id| !CONTRACT.knows(id)) {
        return problem(unknown_operation(operation));
    }
    let all = rates.each();
    let sum: f64 = all.iter().sum();
    if all.iter().any(|rate| *rate < 0.0) || !(0.0..=1.0).contains(&sum) {
        return problem(format!(
            "the rates sum to {sum}: expected rates such as 0.05 with a sum of at most 1"
        ));
    }
    Ok(())
}

/// Returns the message about an operation that the contract does not have.
pub(super) fn unknown_operation(operation: &str) -> String {
    let known: Vec<&str> = CONTRACT.operation_ids().collect();
    format!(
        "unknown operation {operation:?}: expected one of {}",
        known.join(", ")
    )
}

#[cfg(test)]
#[path = "script_tests.rs"]
mod tests;
