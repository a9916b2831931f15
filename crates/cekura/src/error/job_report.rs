//! What is known of a job that did not end well.

use std::fmt;

use serde_json::Value;

use super::display::short;

/// A job that failed, or had not ended when the wait for it timed out: its id and what the last poll returned.
#[derive(Clone)]
pub struct JobReport {
    pub(crate) id: String,
    pub(crate) status: Option<String>,
    pub(crate) response: Option<Value>,
}

impl JobReport {
    /// Returns the job's id, by which it can be polled again.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the service's word for the job's state, or its counts; `None` without a poll, or if it has none.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.status.as_deref().filter(|status| !status.is_empty())
    }

    /// Returns the response to the last poll; `None` without one.
    #[must_use]
    pub fn response(&self) -> Option<&Value> {
        self.response.as_ref()
    }
}

impl JobReport {
    /// Writes the message for a job that ended without a result.
    pub(super) fn failed(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self
            .status()
            .map(|status| format!(" (status: {})", short(status)));
        write!(
            f,
            "job {} failed{}",
            short(&self.id),
            status.unwrap_or_default()
        )
    }

    /// Writes the message for a wait that timed out.
    pub(super) fn running(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status().map(|status| format!(" ({})", short(status)));
        write!(
            f,
            "job {} has not ended by the timeout of the wait{}; it continues: wait for it again, by its id",
            short(&self.id),
            status.unwrap_or_default()
        )
    }
}

impl fmt::Debug for JobReport {
    /// Leaves the response out: it may have anything in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JobReport")
            .field("id", &self.id)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Error, Kind};
    use super::*;

    #[test]
    fn a_message_has_the_id_the_status_and_what_to_do() {
        let report = |status: &str| {
            Box::new(JobReport {
                id: "5b0c".to_owned(),
                status: Some(status.to_owned()),
                response: Some("never shown".into()),
            })
        };
        let long = "long ".repeat(1000);
        for (kind, expected) in [
            (
                Kind::JobFailed(report("error")),
                "job 5b0c failed (status: error)",
            ),
            (
                Kind::JobRunning(report("2 of 3")),
                "job 5b0c has not ended by the timeout of the wait (2 of 3); it continues: wait for it again, by its id",
            ),
            (
                Kind::JobRunning(report("")),
                "job 5b0c has not ended by the timeout of the wait; it continues: wait for it again, by its id",
            ),
        ] {
            let error = Error::new(kind);
            assert_eq!(error.to_string(), expected);
            assert!(!format!("{error:?}").contains("never shown"), "{error:?}");
        }
        let error = Error::new(Kind::JobRunning(report(&long)));
        assert!(error.to_string().len() < 700, "{error}");
    }
}
