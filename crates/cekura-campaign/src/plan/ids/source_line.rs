//! A line of a file, for error messages.

use cekura::CallLogId;

use super::super::error::{PlanError, shortened};

/// The names of columns and fields that hold the id by default.
pub(super) const ID_NAMES: [&str; 4] = ["id", "log", "call_log", "call_log_id"];

/// A line of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct SourceLine<'a> {
    pub(super) name: &'a str,
    pub(super) line: u64,
}

impl SourceLine<'_> {
    /// The error that names this at_line.
    pub(super) fn error(self, what: &str) -> PlanError {
        PlanError::usage(format!("{}, line {}: {what}", self.name, self.line))
    }

    /// Parses an id.
    pub(super) fn id(self, text: &str) -> Result<CallLogId, PlanError> {
        let text = text.trim();
        let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let id = text.parse().ok().filter(|id| is_plain && *id > 0);
        id.map(CallLogId).ok_or_else(|| {
            self.error(&format!(
                "{:?} is not the id of a call log: expected a whole number above 0, such as 5001",
                shortened(text)
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_nothing_but_digits() {
        let at_line = SourceLine {
            name: "calls.txt",
            line: 3,
        };
        assert_eq!(at_line.id(" 5001 ").unwrap(), CallLogId(5001));
        for bad in [
            "",
            "0",
            "-5001",
            "+5001",
            "5001.0",
            "5,001",
            "5e3",
            "99999999999999999999",
            "call_77",
        ] {
            let error = at_line.id(bad).unwrap_err();
            let text = error.to_string();
            assert!(
                text.starts_with("calls.txt, line 3: ") && text.contains("such as 5001"),
                "{text}"
            );
            assert!(
                error.is_usage() && text.contains(&format!("{bad:?}")),
                "{text}"
            );
        }
    }
}
