//! Splits a time range into windows that the list accepts.

use std::time::{Duration, SystemTime};

use cekura::Timestamp;
use cekura::reevaluation::MAX_LIST_RANGE;

use super::error::PlanError;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The longest range; a longer one is a typing error, such as the year 206.
const LONGEST: Duration = Duration::from_secs(3660 * 24 * 3600);

/// A time range of call logs, including both ends.
///
/// The list of call logs takes about a month at a time, so a longer range is requested in [`pieces`](Self::pieces).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Window {
    /// The beginning.
    pub from: SystemTime,
    /// The end.
    pub to: SystemTime,
}

impl Window {
    /// Creates a time range; without `from` it is 30 days long.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) if it ends before it starts, or is longer than ten years.
    pub fn new(from: Option<SystemTime>, to: SystemTime) -> Result<Self, PlanError> {
        let window = Self {
            from: from.unwrap_or_else(|| to.checked_sub(MAX_LIST_RANGE).unwrap_or(to)),
            to,
        };
        let (from, to) = (Timestamp::from(window.from), Timestamp::from(window.to));
        match window.to.duration_since(window.from) {
            Err(_) => Err(PlanError::usage(format!(
                "the time range starts at {from}, after its end at {to}: exchange them, or leave one out"
            ))),
            Ok(length) if length > LONGEST => Err(PlanError::usage(format!(
                "the time range from {from} to {to} is {} days long: expected at most {}; check the year",
                length.as_secs() / DAY.as_secs(),
                LONGEST.as_secs() / DAY.as_secs(),
            ))),
            Ok(_) => Ok(window),
        }
    }

    /// Completes an open range, which ends now. `None` if both ends are open: the service's clock decides.
    pub(super) fn of(
        from: Option<SystemTime>,
        to: Option<SystemTime>,
        now: SystemTime,
    ) -> Result<Option<Self>, PlanError> {
        match (from, to) {
            (None, None) => Ok(None),
            (from, to) => Self::new(from, to.unwrap_or(now)).map(Some),
        }
    }

    /// Returns windows of at most 30 days, newest first.
    ///
    /// Adjacent windows share their boundary, so a call log at that moment is listed in both.
    #[must_use]
    pub fn pieces(self) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut to = self.to;
        loop {
            let from = to
                .checked_sub(MAX_LIST_RANGE)
                .map_or(self.from, |from| from.max(self.from));
            pieces.push(Self { from, to });
            if from <= self.from {
                return pieces;
            }
            to = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH
            + Duration::from_secs(1_770_000_000)
            + DAY * u32::try_from(n).unwrap()
    }

    fn pieces(from: u64, to: u64) -> Vec<(SystemTime, SystemTime)> {
        let window = Window::of(Some(day(from)), Some(day(to)), day(0))
            .unwrap()
            .unwrap();
        window
            .pieces()
            .into_iter()
            .map(|piece| (piece.from, piece.to))
            .collect()
    }

    #[test]
    fn pieces_are_short_and_leave_no_gap() {
        assert_eq!(pieces(5, 5), [(day(5), day(5))]);
        assert_eq!(pieces(0, 30), [(day(0), day(30))]);
        assert_eq!(pieces(0, 31), [(day(1), day(31)), (day(0), day(1))]);
        assert_eq!(pieces(0, 60), [(day(30), day(60)), (day(0), day(30))]);
        assert_eq!(pieces(0, 365).len(), 13);
        let year = pieces(0, 365);
        assert!(year.windows(2).all(|pair| pair[0].0 == pair[1].1));
        assert_eq!((year[12].0, year[0].1), (day(0), day(365)));
    }

    #[test]
    fn open_ends_have_a_meaning() {
        let now = day(100);
        assert_eq!(Window::of(None, None, now).unwrap(), None);
        let since = Window::of(Some(day(95)), None, now).unwrap().unwrap();
        assert_eq!((since.from, since.to), (day(95), now));
        let until = Window::of(None, Some(day(50)), now).unwrap().unwrap();
        assert_eq!((until.from, until.to), (day(20), day(50)));
    }

    #[test]
    fn what_cannot_be_is_refused_by_name() {
        for (from, to) in [(Some(day(3)), Some(day(2))), (Some(day(101)), None)] {
            let error = Window::of(from, to, day(100)).unwrap_err();
            assert!(
                error.is_usage() && error.to_string().contains("after its end"),
                "{error}"
            );
        }
        let long_ago = SystemTime::UNIX_EPOCH;
        let error = Window::of(Some(long_ago), None, day(0))
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("check the year") && error.contains("1970-01-01T00:00:00Z"),
            "{error}"
        );
    }
}
