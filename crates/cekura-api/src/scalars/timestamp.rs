//! Timestamps in the form of the service.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    time::SystemTime,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Number, Value};

use super::lenient::{
    Decoded, Lenient,
    kinds::{kinds, mismatch},
};

/// A timestamp, kept exactly as the service wrote it.
///
/// Decoding does not parse it, so an unexpected form cannot make decoding a response fail, and serializing returns the same
/// text. [`to_system_time`](Self::to_system_time) and [`to_jiff`](Self::to_jiff) parse it. It can be created from text,
/// [`SystemTime`] and [`jiff::Timestamp`].
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

    /// Returns the time if the text is a date and time of RFC 3339; without an offset it is taken as UTC. Returns `None` for
    /// anything else, including numbers, whose unit is not documented.
    #[must_use]
    pub fn to_system_time(&self) -> Option<SystemTime> {
        SystemTime::try_from(self.to_jiff()?).ok()
    }

    /// Returns the time as a [`jiff`] timestamp, by the rules of [`to_system_time`](Self::to_system_time).
    #[must_use]
    pub fn to_jiff(&self) -> Option<jiff::Timestamp> {
        let text = self.text.trim();
        let moment = text.parse::<jiff::Timestamp>().or_else(|_| {
            // A date alone would parse too; it is not a moment.
            text.parse::<jiff::civil::DateTime>()
                .and_then(|naive| jiff::tz::TimeZone::UTC.to_timestamp(naive))
        });
        moment.ok().filter(|_| text.contains(':'))
    }
}

impl From<jiff::Timestamp> for Timestamp {
    /// Formats as RFC 3339 in UTC, with as many digits of the second as needed.
    fn from(moment: jiff::Timestamp) -> Self {
        Self::new(moment.to_string())
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
    /// Formats as RFC 3339 in UTC, with as many digits of the second as needed. Years outside -9999 to 9999 are clamped.
    fn from(moment: SystemTime) -> Self {
        let nearest = if moment < SystemTime::UNIX_EPOCH {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        };
        jiff::Timestamp::try_from(moment).unwrap_or(nearest).into()
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
        let moments = self.to_jiff().cmp(&other.to_jiff());
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
        ] {
            assert_eq!(
                Timestamp::new(text).to_system_time(),
                Some(expected),
                "{text}"
            );
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
    fn jiff_goes_there_and_back() {
        let moment: jiff::Timestamp = "2026-05-18T09:31:04.5Z".parse().unwrap();
        let timestamp = Timestamp::from(moment);
        assert_eq!(timestamp.as_str(), "2026-05-18T09:31:04.5Z");
        assert_eq!(timestamp.to_jiff(), Some(moment));
        assert_eq!(Timestamp::new("yesterday").to_jiff(), None);
    }

    #[test]
    fn an_object_is_refused_with_what_was_expected() {
        let error = serde_json::from_str::<Timestamp>("{}")
            .unwrap_err()
            .to_string();
        assert!(error.contains("2026-05-18T09:31:04Z"), "{error}");
    }
}
