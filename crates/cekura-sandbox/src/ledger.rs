//! The ledger: every evaluation of a metric that was paid for since the sandbox started.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use crate::credits::Credits;

/// One evaluation of one metric on one call log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LedgerEntry {
    /// The request that caused it: [`LoggedRequest::number`](crate::LoggedRequest::number).
    pub request: u64,
    /// The call log that was evaluated.
    pub call_log: i64,
    /// The metric that it was evaluated by.
    pub metric: i64,
    /// The cost.
    pub credits: Credits,
}

/// A billable operation that evaluates no call logs, such as the generation of scenarios.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Charge {
    /// The request that caused it: [`LoggedRequest::number`](crate::LoggedRequest::number).
    pub request: u64,
    /// The operation's name in the contract.
    pub operation: String,
    /// The cost.
    pub credits: Credits,
}

/// Everything that was paid for. A snapshot: later evaluations do not change it.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    // Shared with the copies, until the next payment: looking is cheap however much was paid.
    book: Arc<Book>,
}

#[derive(Clone, Debug, Default)]
struct Book {
    entries: Vec<LedgerEntry>,
    charges: Vec<Charge>,
    jobs: HashMap<i64, u64>,
    evaluations: u64,
    spent: Credits,
}

impl Ledger {
    /// Returns the number of accepted, and so paid, evaluations of this call log. An evaluation by several metrics counts
    /// once.
    #[must_use]
    pub fn evaluations_of(&self, call_log: i64) -> u64 {
        self.book.jobs.get(&call_log).copied().unwrap_or(0)
    }

    /// Returns the number of paid evaluations over all call logs. An evaluation by several metrics counts once.
    #[must_use]
    pub fn evaluations(&self) -> u64 {
        self.book.evaluations
    }

    /// Returns the call logs that were evaluated at least once, ascending.
    #[must_use]
    pub fn call_logs(&self) -> Vec<i64> {
        let mut ids: Vec<i64> = self.book.jobs.keys().copied().collect();
        ids.sort_unstable();
        ids
    }

    /// Returns the number of paid evaluations of single metrics. Metrics that skipped a call log because of
    /// sampling cost nothing and are not counted.
    #[must_use]
    pub fn metric_evaluations(&self) -> u64 {
        self.book.entries.len() as u64
    }

    /// Returns the charges for billable operations that evaluate no call logs, in their order. A request that was sent
    /// twice is two charges; one that starts several insights is a charge for each.
    #[must_use]
    pub fn charges(&self) -> &[Charge] {
        &self.book.charges
    }

    /// Returns the cost of everything.
    #[must_use]
    pub fn credits_spent(&self) -> Credits {
        self.book.spent
    }

    /// Returns the call logs that were paid for more than once, ascending, each with the number of times.
    #[must_use]
    pub fn paid_more_than_once(&self) -> Vec<(i64, u64)> {
        let again = self.book.jobs.iter().filter(|(_, count)| **count > 1);
        let mut again: Vec<(i64, u64)> = again.map(|(id, count)| (*id, *count)).collect();
        again.sort_unstable();
        again
    }

    /// Returns every payment, in the order of acceptance.
    #[must_use]
    pub fn entries(&self) -> &[LedgerEntry] {
        &self.book.entries
    }

    /// Charges a billable operation that evaluates no call logs.
    pub(crate) fn charge(&mut self, request: u64, operation: &str) {
        let book = Arc::make_mut(&mut self.book);
        let credits = Credits::PER_OPERATION;
        book.spent = book.spent + credits;
        book.charges.push(Charge {
            request,
            operation: operation.to_owned(),
            credits,
        });
    }

    pub(crate) fn pay(&mut self, request: u64, call_log: i64, metrics: impl Iterator<Item = i64>) {
        let book = Arc::make_mut(&mut self.book);
        *book.jobs.entry(call_log).or_default() += 1;
        book.evaluations += 1;
        for metric in metrics {
            let credits = Credits::PER_METRIC;
            book.spent = book.spent + credits;
            book.entries.push(LedgerEntry {
                request,
                call_log,
                metric,
                credits,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_counts_once_and_each_of_its_metrics_costs() {
        let mut ledger = Ledger::default();
        ledger.pay(1, 5001, [71, 72].into_iter());
        ledger.pay(2, 5001, [71].into_iter());
        assert_eq!(ledger.evaluations_of(5001), 2);
        assert_eq!(ledger.evaluations_of(5002), 0);
        assert_eq!(ledger.metric_evaluations(), 3);
        assert_eq!(ledger.credits_spent().to_string(), "0.60");
        assert_eq!(ledger.entries()[2].request, 2);
        assert_eq!(ledger.paid_more_than_once(), [(5001, 2)]);
    }

    #[test]
    fn a_copy_does_not_change() {
        let mut ledger = Ledger::default();
        ledger.pay(1, 5001, [71].into_iter());
        let copy = ledger.clone();
        ledger.pay(2, 5002, [71].into_iter());
        assert_eq!((copy.evaluations(), ledger.evaluations()), (1, 2));
        assert_eq!(copy.call_logs(), [5001]);
    }
}
