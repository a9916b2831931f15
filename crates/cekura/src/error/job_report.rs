//! What is known of a job that did not end well.

use std::fmt;

use serde_json::Value;

/// A job that failed, or had not ended when the wait for it timed out: its id and what the last poll returned.
#[derive(Clone)]
pub struct JobReport {
    pub(crate) id: String,
    pub(crate) status: Option<String>,
    pub(crate) reply: Option<Value>,
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
    pub fn reply(&self) -> Option<&Value> {
        self.reply.as_ref()
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
