//! The duration of a call.

use std::time::Duration;

#[cfg(feature = "observability")]
use crate::types::{CallLog, CallLogSummary};

/// Parses `MM:SS` or `HH:MM:SS`; seconds may have a fraction, and minutes of the short form may exceed 59.
///
/// Returns `None` for anything else, such as a number without a unit.
pub(super) fn clock(text: &str) -> Option<Duration> {
    let mut parts = text.trim().rsplit(':');
    let seconds = parts.next()?;
    let minutes = whole(parts.next()?)?;
    let hours = match parts.next() {
        Some(hours) => Some(whole(hours)?),
        None => None,
    };
    let (full, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let full = whole(full)?;
    let extra = parts.next().is_some();
    if extra || full > 59 || (hours.is_some() && minutes > 59) {
        return None;
    }
    let total = hours
        .unwrap_or(0)
        .checked_mul(60)?
        .checked_add(minutes)?
        .checked_mul(60)?
        .checked_add(full)?;
    Some(Duration::from_secs(total) + nanos(fraction)?)
}

fn whole(digits: &str) -> Option<u64> {
    let all = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    all.then(|| digits.parse().ok()).flatten()
}

fn nanos(fraction: &str) -> Option<Duration> {
    if fraction.is_empty() {
        return Some(Duration::ZERO);
    }
    whole(fraction)?;
    let nine: String = fraction
        .chars()
        .chain("000000000".chars())
        .take(9)
        .collect();
    nine.parse().ok().map(Duration::from_nanos)
}

#[cfg(feature = "observability")]
impl CallLog {
    /// Returns the duration of the call, parsed from `MM:SS` or `HH:MM:SS`; `None` if it is missing or in another form.
    ///
    /// ```
    /// let log: cekura_api::types::CallLog = serde_json::from_str(r#"{"duration": "1:02:03"}"#)?;
    /// assert_eq!(log.duration(), Some(std::time::Duration::from_secs(3723)));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        clock(self.duration.as_deref()?)
    }
}

#[cfg(feature = "observability")]
impl CallLogSummary {
    /// Returns the duration of the call, parsed from `MM:SS` or `HH:MM:SS`; `None` if it is missing or in another form.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        clock(self.duration.as_deref()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_and_hours() {
        for (text, seconds) in [
            ("00:00", 0),
            ("01:10", 70),
            ("1:10", 70),
            ("75:00", 4500),
            ("01:02:03", 3723),
            (" 00:09 ", 9),
            ("30:00:00", 108_000),
        ] {
            assert_eq!(clock(text), Some(Duration::from_secs(seconds)), "{text}");
        }
        assert_eq!(clock("00:01.25"), Some(Duration::from_millis(1250)));
    }

    #[test]
    fn what_is_no_duration_gives_none() {
        for text in [
            "",
            "70",
            "1:",
            ":10",
            "a:10",
            "-1:10",
            "01:60",
            "1:60:00",
            "1:2:3:4",
            "+1:10",
            "99999999999999999999:00",
            "18446744073709551615:00:00",
            "1:10.x",
        ] {
            assert_eq!(clock(text), None, "{text}");
        }
    }
}
