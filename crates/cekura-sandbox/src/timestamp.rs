//! Moments on the sandbox's clock, in whole microseconds, and their text form.

use std::fmt;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat};
use serde::{Serialize, Serializer};

/// Microseconds since the Unix epoch. Formatted as RFC 3339 in UTC, with a fraction only if it is not zero, as in live
/// replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Timestamp(pub(crate) i64);

impl Timestamp {
    pub(crate) const fn from_seconds(seconds: i64) -> Self {
        Self(seconds * 1_000_000)
    }

    pub(crate) fn plus(self, time: Duration) -> Self {
        Self(self.0.saturating_add(micros(time)))
    }

    pub(crate) fn minus(self, time: Duration) -> Self {
        Self(self.0.saturating_sub(micros(time)))
    }

    /// Returns the time from `earlier` to `self`; zero if `earlier` is later.
    pub(crate) fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(self.0.saturating_sub(earlier.0).max(0).unsigned_abs())
    }

    /// Returns this moment without its fraction of a second.
    pub(crate) fn whole_second(self) -> Self {
        Self(self.0 - self.0.rem_euclid(1_000_000))
    }

    /// Parses RFC 3339. Without an offset the text is taken as UTC, without a time as midnight.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.replacen(' ', "T", 1);
        let moment = ["%FT%T%.f", "%FT%R"].iter().find_map(|form| {
            let with_offset = DateTime::parse_from_str(&text, &format!("{form}%#z"));
            let in_utc = || NaiveDateTime::parse_from_str(&text, form);
            let moment = with_offset.map(|moment| moment.to_utc());
            moment
                .or_else(|_| in_utc().map(|naive| naive.and_utc()))
                .ok()
        });
        let date = || {
            Some(
                text.parse::<NaiveDate>()
                    .ok()?
                    .and_time(NaiveTime::MIN)
                    .and_utc(),
            )
        };
        let moment = moment.or_else(date)?;
        Some(Self(moment.timestamp_micros()))
    }
}

fn micros(time: Duration) -> i64 {
    i64::try_from(time.as_micros()).unwrap_or(i64::MAX)
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self(micros(after)),
            Err(before) => Self(-micros(before.duration())),
        }
    }
}

impl From<Timestamp> for SystemTime {
    fn from(stamp: Timestamp) -> Self {
        let size = Duration::from_micros(stamp.0.unsigned_abs());
        if stamp.0 >= 0 {
            Self::UNIX_EPOCH + size
        } else {
            Self::UNIX_EPOCH - size
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = DateTime::from_timestamp_micros(self.0);
        let Some(moment) = moment.filter(|moment| moment.year() <= 9_999) else {
            return f.write_str("9999-12-31T23:59:59Z");
        };
        let digits = match self.0.rem_euclid(1_000_000) {
            0 => SecondsFormat::Secs,
            _ => SecondsFormat::Micros,
        };
        f.write_str(&moment.to_rfc3339_opts(digits, true))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_a_fraction_only_if_there_is_one() {
        assert_eq!(
            Timestamp::from_seconds(0).to_string(),
            "1970-01-01T00:00:00Z"
        );
        assert_eq!(
            Timestamp(1_500_000).to_string(),
            "1970-01-01T00:00:01.500000Z"
        );
        assert_eq!(Timestamp(i64::MAX).to_string(), "9999-12-31T23:59:59Z");
    }

    #[test]
    fn reads_offsets_naive_text_and_dates() {
        let want = Timestamp::parse("2026-03-02T09:00:00Z");
        assert!(want.is_some());
        assert_eq!(Timestamp::parse("2026-03-02T10:00:00+01:00"), want);
        assert_eq!(Timestamp::parse("2026-03-02T09:00:00"), want);
        assert_eq!(Timestamp::parse("2026-03-02 09:00"), want);
        assert_eq!(Timestamp::parse("2026-03-02T10:00+0100"), want);
        assert_eq!(Timestamp::parse("2026-03-02T10:00:00.0+01"), want);
        assert_eq!(
            Timestamp::parse("2026-03-02"),
            Timestamp::parse("2026-03-02T00:00:00Z")
        );
        assert_eq!(Timestamp::parse("last tuesday"), None);
    }

    #[test]
    fn survives_the_way_to_system_time_and_back() {
        for micros in [-1_000_001, 0, 1_772_442_000_123_456] {
            assert_eq!(
                Timestamp::from(SystemTime::from(Timestamp(micros))),
                Timestamp(micros)
            );
        }
    }
}
