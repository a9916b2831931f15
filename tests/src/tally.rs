//! Counting what arrived at the sandbox.

use std::time::SystemTime;

use cekura_sandbox::LoggedRequest;

/// A place in the journal, to count from.
#[derive(Clone, Copy, Debug)]
pub struct Mark(pub(crate) usize);

/// A part of the journal.
#[derive(Clone, Debug)]
pub struct Tally(pub(crate) Vec<LoggedRequest>);

impl Tally {
    /// The requests for one operation, in the order of arrival.
    pub fn of<'a>(&'a self, operation: &'a str) -> impl Iterator<Item = &'a LoggedRequest> {
        let matches =
            move |exchange: &&LoggedRequest| exchange.operation.as_deref() == Some(operation);
        self.0.iter().filter(matches)
    }

    /// How many requests for one operation arrived.
    #[must_use]
    pub fn count(&self, operation: &str) -> usize {
        self.of(operation).count()
    }

    /// How many paid requests arrived, of either kind.
    #[must_use]
    pub fn paid_requests(&self) -> usize {
        self.count("call_logs_rerun_evaluation") + self.count("call_logs_evaluate_metrics")
    }

    /// All requests.
    #[must_use]
    pub fn all(&self) -> &[LoggedRequest] {
        &self.0
    }

    /// When the requests for one operation arrived, on the sandbox's clock.
    #[must_use]
    pub fn times(&self, operation: &str) -> Vec<SystemTime> {
        self.of(operation).map(|exchange| exchange.at).collect()
    }
}
