//! Timestamps in the form of the service.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    time::SystemTime,
};

use chrono::{DateTime, Datelike as _, SecondsFormat, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Number, Value};

use super::lenient::{
    Decoded, Lenient,
    kinds::{kinds, mismatch},
};

/// A timestamp, kept exactly as the service wrote it.
///
/// Decoding does not parse it, so an unexpected form cannot make decoding a response fail, and serializing returns the same
/// text. [`to_system_time`](Self::to_system_time) and [`to_chrono`](Self::to_chrono) parse it. It can be created from
/// text, [`SystemTime`] and [`chrono::DateTime`].
///
/// Timestamps are ordered by time; those that cannot be parsed come first. Two are equal only if their texts are equal:
/// different texts for the same time are ordered by text.
///
/// ```
/// use cekura_api::Timestamp;
/// use std::time::{Duration, SystemTime};
///
/// assert!(Timestamp::from("2026-05-18T11:31:04+02:00") < "2026-05-18T10:00:00Z".into());
///
/// let a = Timestamp::new("1970-01-01T00:01:00Z");
/// let b = Timestamp::new("1970-01-01 01:01:00.000+01:00");
/// assert_ne!(a, b);
/// assert_eq!(a.to_system_time(), b.to_system_time());
/// assert_eq!(a.to_system_time(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(60)));
/// assert_eq!(Timestamp::new("yesterday").to_system_time(), None);
/// ```
#[derive(Clone)]
pub struct Timestamp {
    text: Box<str>,
    /// Whether it was a JSON number and is serialized as one.
    number: bool,
}

impl Timestamp {
    /// Creates a timestamp from text, unchanged.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self {
            text: text.into(),
            number: false,
        }
    }

    /// Returns the text of the service.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the time if the text is a date and time of RFC 3339. The seconds may be missing, and the minutes of the offset;
    /// without an offset it is taken as UTC. Returns `None` for anything else, including numbers, whose unit is not documented.
    #[must_use]
    pub fn to_system_time(&self) -> Option<SystemTime> {
        let since = self.to_chrono()? - DateTime::UNIX_EPOCH;
        // Not every system has every time.
        match since.to_std() {
            Ok(after) => SystemTime::UNIX_EPOCH.checked_add(after),
            Err(_) => SystemTime::UNIX_EPOCH.checked_sub((-since).to_std().ok()?),
        }
    }

    /// Returns the time as [`chrono`] has it, by the rules of [`to_system_time`](Self::to_system_time).
    #[must_use]
    pub fn to_chrono(&self) -> Option<DateTime<Utc>> {
        let text = self.text.trim();
        match DateTime::parse_from_rfc3339(text) {
            Ok(moment) => Some(moment.to_utc()),
            Err(_) => loosely(text),
        }
    }
}

/// Parses a time whose seconds or offset are missing or short.
fn loosely(text: &str) -> Option<DateTime<Utc>> {
    let form = *b"0000-00-00T00:00";
    let (minute, rest) = text.split_at_checked(form.len())?;
    let fits = |(byte, form)| match form {
        b'0' => u8::is_ascii_digit(&byte),
        b'T' => b"Tt ".contains(&byte),
        form => byte == form,
    };
    minute.bytes().zip(form).all(fits).then_some(())?;
    let (second, rest) = match rest.starts_with(':') {
        true => rest.split_at_checked(3)?,
        false => (":00", rest),
    };
    let utc = if rest.contains(['Z', 'z', '+', '-']) {
        ""
    } else {
        "Z"
    };
    let (date, time) = (&minute[..10], &minute[11..]);
    let whole = format!("{date}T{time}{second}{rest}{utc}");
    let moment = DateTime::parse_from_str(&whole, "%FT%T%.f%#z").ok()?;
    Some(moment.to_utc())
}

impl From<DateTime<Utc>> for Timestamp {
    /// Formats as RFC 3339 in UTC, with 0, 3, 6 or 9 digits after the second, as few as needed. Years outside 0 to 9999 are
    /// clamped.
    fn from(moment: DateTime<Utc>) -> Self {
        match moment.year() {
            ..0 => Self::new("0000-01-01T00:00:00Z"),
            10_000.. => Self::new("9999-12-31T23:59:59Z"),
            _ => Self::new(moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        }
    }
}

impl From<&str> for Timestamp {
    /// Keeps the text unchanged.
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Timestamp {
    /// Keeps the text unchanged.
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<SystemTime> for Timestamp {
    /// As from [`DateTime`].
    fn from(moment: SystemTime) -> Self {
        let epoch = DateTime::UNIX_EPOCH;
        let nearest = match moment.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => TimeDelta::from_std(after)
                .ok()
                .and_then(|after| epoch.checked_add_signed(after))
                .unwrap_or(DateTime::<Utc>::MAX_UTC),
            Err(e) => TimeDelta::from_std(e.duration())
                .ok()
                .and_then(|before| epoch.checked_sub_signed(before))
                .unwrap_or(DateTime::<Utc>::MIN_UTC),
        };
        nearest.into()
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Timestamp {}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        let moments = self.to_chrono().cmp(&other.to_chrono());
        moments.then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Timestamp").field(&self.text).finish()
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        if self.number
            && let Ok(number) = self.text.parse::<Number>()
        {
            return number.serialize(out);
        }
        out.serialize_str(&self.text)
    }
}

/// Returns a number in its JSON form.
fn number(digits: impl Into<Value>) -> Decoded<Timestamp> {
    Decoded::Value(Timestamp {
        text: digits.into().to_string().into(),
        number: true,
    })
}

kinds!(Moment, Timestamp, "a date and time",
    bool: |v| mismatch(v),
    i64: |v| number(v),
    u64: |v| number(v),
    f64: |v| number(v),
    str: |v| Decoded::Value(Timestamp::new(v)),
    composite: Decoded::Mismatch);

impl Lenient for Timestamp {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        input.deserialize_any(Moment)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        match Self::lenient(input)? {
            Decoded::Value(timestamp) => Ok(timestamp),
            Decoded::Null => Err(de::Error::custom("null is not a date and time")),
            Decoded::Mismatch(value) => Err(de::Error::custom(format!(
                "{value} is not a date and time; expected text such as 2026-05-18T09:31:04Z"
            ))),
        }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Timestamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A moment as the service wrote it, normally RFC 3339 in UTC.",
            "type": ["string", "number"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn bytes_survive() {
        for json in [
            "\"2026-05-18T09:31:04Z\"",
            "\"2026-05-18T09:31:04.482913Z\"",
            "\"2026-05-18T09:31:04\"",
            "\"soon\"",
            "1779096664",
            "1779096664.25",
            "\"\"",
        ] {
            let read: Timestamp = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
        }
    }

    #[test]
    fn with_and_without_offset_or_fraction() {
        let expected = SystemTime::UNIX_EPOCH + Duration::from_secs(1_779_096_664);
        for text in [
            "2026-05-18T09:31:04Z",
            "2026-05-18T09:31:04",
            "2026-05-18 09:31:04.000000",
            "2026-05-18T11:31:04+02:00",
            " 2026-05-18T09:31:04Z ",
            "2026-05-18T15:01:04.0+0530",
            "2026-05-18 11:31:04+02",
        ] {
            assert_eq!(
                Timestamp::new(text).to_system_time(),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn seconds_may_be_missing() {
        let expected = Timestamp::new("2026-05-18T09:31:00Z").to_system_time();
        assert!(expected.is_some());
        for text in [
            "2026-05-18T09:31",
            "2026-05-18 09:31Z",
            "2026-05-18T11:31+02:00",
        ] {
            assert_eq!(Timestamp::new(text).to_system_time(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_gives_none() {
        for text in [
            "",
            "2026-05-18",
            "09:31",
            "null",
            "1779096664",
            "2026-13-01T00:00:00Z",
            "26-05-18T00:00:00Z",
            "2026-5-8 9:3",
            "+12026-05-18T00:00:00Z",
            "2026-05-18T09:31:4Z",
            "2026-05-18T09:31Z and more",
        ] {
            assert_eq!(Timestamp::new(text).to_system_time(), None, "{text}");
        }
    }

    #[test]
    fn system_time_goes_there_and_back() {
        for nanos in [0, 1_779_096_664_000_000_000, 1_779_096_664_482_913_000] {
            let moment = SystemTime::UNIX_EPOCH + Duration::from_nanos(nanos);
            assert_eq!(Timestamp::from(moment).to_system_time(), Some(moment));
        }
        assert_eq!(
            Timestamp::from(SystemTime::UNIX_EPOCH).as_str(),
            "1970-01-01T00:00:00Z"
        );
    }

    #[test]
    fn moments_are_ordered_and_what_is_none_comes_first() {
        let texts = [
            "soon",
            "2026-05-18T09:31:04+02:00",
            "2026-05-18T09:31:03Z",
            "2026-05-18T09:31:04Z",
        ];
        let mut sorted: Vec<Timestamp> = texts.iter().rev().map(|text| (*text).into()).collect();
        sorted.sort();
        assert_eq!(sorted, texts.map(Timestamp::from));
        let two = [
            Timestamp::new("2026-05-18T09:31:04Z"),
            Timestamp::new("2026-05-18T09:31:04.0Z"),
        ];
        assert_ne!(
            two[0].cmp(&two[1]),
            Ordering::Equal,
            "equal only if the texts are"
        );
    }

    #[test]
    fn chrono_goes_there_and_back() {
        let moment: DateTime<Utc> = "2026-05-18T09:31:04.5Z".parse().unwrap();
        let timestamp = Timestamp::from(moment);
        assert_eq!(timestamp.as_str(), "2026-05-18T09:31:04.500Z");
        assert_eq!(timestamp.to_chrono(), Some(moment));
        assert_eq!(Timestamp::new("yesterday").to_chrono(), None);
    }

    #[test]
    fn years_that_rfc_3339_lacks_are_clamped() {
        let after = |seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        let before = |seconds| SystemTime::UNIX_EPOCH.checked_sub(Duration::from_secs(seconds));
        let (first, last) = ("0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
        for (moment, text) in [
            (after(253_402_300_799), last),
            (after(253_402_300_800), last),
            (after(u64::MAX / 4), last),
            (before(62_167_219_200), first),
            (before(62_167_219_201), first),
            (before(u64::MAX / 4), first),
        ] {
            // Some systems have no such times.
            let Some(moment) = moment else { continue };
            assert_eq!(Timestamp::from(moment).as_str(), text);
        }
    }

    #[test]
    fn an_object_is_refused_with_what_was_expected() {
        let error = serde_json::from_str::<Timestamp>("{}")
            .unwrap_err()
            .to_string();
        assert!(error.contains("2026-05-18T09:31:04Z"), "{error}");
    }
}
