//! The rate limit.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::timestamp::Timestamp;

/// A rate limit: the number of requests that are accepted in a time window. Windows are fixed on the sandbox's clock, and
/// all operations count. A refused request does no work, uses no fault, and is not counted.
///
/// Written as a number and a time: `20/s`, `600/m`, `3/10s`, `1/250ms`.
///
/// ```
/// use cekura_sandbox::RateLimit;
///
/// let limit: RateLimit = "20/s".parse()?;
/// assert_eq!(limit, RateLimit::per_second(20));
/// # Ok::<(), cekura_sandbox::BadRateLimit>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    requests: u64,
    per: Duration,
}

impl RateLimit {
    /// Allows `requests` in each window of `per`.
    #[must_use]
    pub const fn new(requests: u64, per: Duration) -> Self {
        Self { requests, per }
    }

    /// Allows `requests` per second.
    #[must_use]
    pub const fn per_second(requests: u64) -> Self {
        Self::new(requests, Duration::from_secs(1))
    }

    /// Allows `requests` per minute.
    #[must_use]
    pub const fn per_minute(requests: u64) -> Self {
        Self::new(requests, Duration::from_secs(60))
    }
}

/// The units of time, the largest first.
const UNITS: [(&str, u64); 4] = [("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

impl fmt::Display for RateLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = u64::try_from(self.per.as_millis()).unwrap_or(u64::MAX);
        let whole = |(_, unit): &&(&str, u64)| millis > 0 && millis.is_multiple_of(*unit);
        let (name, unit) = UNITS.iter().find(whole).unwrap_or(&("ms", 1));
        match millis / unit {
            1 => write!(f, "{}/{name}", self.requests),
            times => write!(f, "{}/{times}{name}", self.requests),
        }
    }
}

impl FromStr for RateLimit {
    type Err = BadRateLimit;

    fn from_str(text: &str) -> Result<Self, BadRateLimit> {
        let read = || {
            let (requests, time) = text.trim().split_once('/')?;
            let requests: u64 = requests.trim().parse().ok().filter(|n| *n > 0)?;
            let time = time.trim();
            let digits = time.bytes().take_while(u8::is_ascii_digit).count();
            let (times, name) = time.split_at(digits);
            let times: u64 = if times.is_empty() {
                1
            } else {
                times.parse().ok().filter(|n| *n > 0)?
            };
            let (_, unit) = UNITS.iter().find(|(known, _)| *known == name.trim())?;
            let per = Duration::from_millis(times.checked_mul(*unit)?);
            Some(Self::new(requests, per))
        };
        read().ok_or_else(|| BadRateLimit(text.to_owned()))
    }
}

impl Serialize for RateLimit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RateLimit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The error of parsing a [`RateLimit`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRateLimit(String);

impl fmt::Display for BadRateLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not a rate limit: expected a number of requests, at least 1, and a time in ms, s, m or h, such as \
             20/s or 3/10s",
            self.0
        )
    }
}

impl std::error::Error for BadRateLimit {}

/// The count of the current window.
#[derive(Debug, Default)]
pub(crate) struct Limiter {
    window: Option<(Timestamp, u64)>,
}

impl Limiter {
    /// Admits the request, or returns how long to wait.
    pub(crate) fn admit(&mut self, limit: RateLimit, now: Timestamp) -> Result<(), Duration> {
        let (start, count) = match self.window {
            Some((start, count)) if now < start.plus(limit.per) => (start, count),
            _ => (now, 0),
        };
        if count >= limit.requests {
            self.window = Some((start, count));
            return Err(start.plus(limit.per).since(now));
        }
        self.window = Some((start, count + 1));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_lets_so_many_through_and_says_when_the_next_begins() {
        let limit = RateLimit::per_second(2);
        let start = Timestamp::from_seconds(100);
        let later = start.plus(Duration::from_millis(400));
        let mut limiter = Limiter::default();
        assert_eq!(limiter.admit(limit, start), Ok(()));
        assert_eq!(limiter.admit(limit, later), Ok(()));
        let wait = Duration::from_millis(600);
        assert_eq!(limiter.admit(limit, later), Err(wait));
        assert_eq!(limiter.admit(limit, later), Err(wait));
        assert_eq!(limiter.admit(limit, later.plus(wait)), Ok(()));
    }

    #[test]
    fn text_goes_in_and_comes_out() {
        for text in ["20/s", "600/m", "3/10s", "1/250ms", "7/h", "5/90s"] {
            let limit: RateLimit = text.parse().unwrap();
            assert_eq!(limit.to_string(), text);
        }
        assert_eq!("60/60s".parse(), Ok(RateLimit::per_minute(60)));
        assert_eq!(RateLimit::per_minute(60).to_string(), "60/m");
    }

    #[test]
    fn what_is_no_limit_is_refused_with_an_example() {
        for text in [
            "",
            "20",
            "0/s",
            "20/",
            "20/0s",
            "-1/s",
            "1.5/s",
            "20/d",
            "20/99999999999999999h",
        ] {
            let error = text.parse::<RateLimit>().unwrap_err().to_string();
            assert!(error.contains("20/s") && error.contains(text), "{error}");
        }
    }
}
