//! The number of requests of a campaign, and their duration at a known rate.

use std::time::Duration;

use cekura::reevaluation::MAX_IDS_PER_REQUEST;
use serde::Serialize;

use crate::engine::Detail;

/// The least number of requests of a campaign. Changed call logs are read one by one in addition, results are polled repeatedly,
/// and failed requests are retried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Requests {
    /// Requests that read the call logs before sending.
    pub before: u64,
    /// Paid requests.
    pub paid: u64,
    /// Requests of one poll of all results.
    pub poll: u64,
}

impl Requests {
    /// Counts the requests for `logs` call logs, with `batch_size` of them in a paid request.
    #[must_use]
    pub fn of(logs: u64, batch_size: u32, detail: Detail) -> Self {
        let listed = logs.div_ceil(MAX_IDS_PER_REQUEST as u64);
        Self {
            before: match detail {
                Detail::Verdicts => listed,
                Detail::Before | Detail::Explanations => logs,
            },
            paid: logs.div_ceil(u64::from(batch_size).max(1)),
            poll: match detail {
                Detail::Verdicts | Detail::Before => listed,
                Detail::Explanations => listed + logs,
            },
        }
    }

    /// Returns the sum of all requests, with one poll.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.before + self.paid + self.poll
    }

    /// Returns the time that the requests take at `rate` requests per second, without the evaluations themselves; `None` if the
    /// rate is not positive.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of requests are far below 2^52"
    )]
    pub fn time_at(&self, rate: f64) -> Option<Duration> {
        Duration::try_from_secs_f64(self.total() as f64 / rate).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_everything_takes_a_request_for_each_call_log() {
        let requests = Requests::of(10_000, 50, Detail::Before);
        assert_eq!(
            (requests.before, requests.paid, requests.poll),
            (10_000, 200, 50)
        );
        assert_eq!(
            requests.time_at(20.0).map(|time| time.as_secs()),
            Some(512),
            "10,250 requests"
        );
    }

    #[test]
    fn verdicts_take_a_request_for_many_call_logs() {
        let requests = Requests::of(10_000, 50, Detail::Verdicts);
        assert_eq!(
            (requests.before, requests.paid, requests.poll),
            (50, 200, 50)
        );
        assert_eq!(
            requests.time_at(20.0).map(|time| time.as_millis()),
            Some(15_000)
        );
        assert_eq!(requests.time_at(0.0), None);
    }

    #[test]
    fn a_few_call_logs_and_none_are_counted_too() {
        for detail in [Detail::Before, Detail::Verdicts] {
            assert_eq!(Requests::of(1, 50, detail).total(), 3);
            assert_eq!(Requests::of(0, 50, detail).total(), 0);
        }
        assert_eq!(Requests::of(51, 50, Detail::Before).paid, 2);
        assert_eq!(Requests::of(3, 0, Detail::Before).paid, 3);
    }
}
