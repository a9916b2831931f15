//! A stable hash of metric results.

use std::fmt;

use cekura_api::types::MetricResult;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Number, Value};

/// A hash of metric results, the same in any order.
///
/// It can be stored: the algorithm (64-bit FNV-1a over the parts of each result, summed over all results) does not depend
/// on process, platform or version. Votes, feedback and unknown fields are left out, since they can change without an
/// evaluation.
///
/// Serialized as 16 hexadecimal digits, since not every JSON parser keeps 64 bits of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    pub(super) fn of(metrics: &[MetricResult]) -> Self {
        let count = metrics.len() as u64;
        Self(metrics.iter().map(one).fold(count, u64::wrapping_add))
    }
}

fn one(metric: &MetricResult) -> u64 {
    let mut hash = Fnv::default();
    hash.maybe(metric.id, |hash, id| hash.part(&id.0.to_le_bytes()));
    hash.maybe(metric.name.as_deref(), Fnv::text);
    hash.maybe(metric.passed, |hash, passed| hash.part(&[passed.into()]));
    hash.maybe(metric.enum_.as_deref(), Fnv::text);
    hash.maybe(metric.score, Fnv::float);
    hash.maybe(metric.score_normalized, Fnv::float);
    hash.maybe(metric.value.as_ref(), Fnv::value);
    hash.maybe(metric.explanation.as_deref(), |hash, sentences| {
        hash.length(sentences.len());
        sentences.iter().for_each(|sentence| hash.text(sentence));
    });
    hash.0
}

/// 64-bit FNV-1a over parts, each after its length.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn raw(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn length(&mut self, length: usize) {
        self.raw(&(length as u64).to_le_bytes());
    }

    fn part(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.raw(bytes);
    }

    fn text(&mut self, text: &str) {
        self.part(text.as_bytes());
    }

    fn float(&mut self, number: f64) {
        self.part(&number.to_bits().to_le_bytes());
    }

    /// Adds an optional part; absent differs from empty.
    fn maybe<T>(&mut self, part: Option<T>, add: impl FnOnce(&mut Self, T)) {
        self.raw(&[part.is_some().into()]);
        if let Some(part) = part {
            add(self, part);
        }
    }

    /// Adds a JSON value; the order of an object's fields does not count.
    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.raw(b"n"),
            Value::Bool(yes) => self.raw(&[b'b', u8::from(*yes)]),
            Value::Number(number) => self.number(number),
            Value::String(text) => {
                self.raw(b"s");
                self.text(text);
            }
            Value::Array(items) => {
                self.raw(b"a");
                self.length(items.len());
                items.iter().for_each(|item| self.value(item));
            }
            Value::Object(fields) => {
                self.raw(b"o");
                self.length(fields.len());
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_unstable_by_key(|(name, _)| *name);
                for (name, field) in fields {
                    self.text(name);
                    self.value(field);
                }
            }
        }
    }

    fn number(&mut self, number: &Number) {
        self.raw(b"d");
        match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(whole), _, _) => self.part(&whole.to_le_bytes()),
            (None, Some(large), _) => self.part(&large.to_le_bytes()),
            (None, None, Some(float)) => self.float(float),
            (None, None, None) => self.text(&number.to_string()),
        }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        let is_hex = text.len() == 16 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u64::from_str_radix(&text, 16).ok().filter(|_| is_hex);
        number.map(Self).ok_or_else(|| {
            de::Error::custom(format!(
                "{text:?} is not a fingerprint; expected 16 hexadecimal digits"
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(metrics: Value) -> String {
        let metrics: Vec<MetricResult> = serde_json::from_value(metrics).unwrap();
        Fingerprint::of(&metrics).to_string()
    }

    /// Journals hold these very digits: a change here makes every stored state look like another.
    #[test]
    fn the_algorithm_never_changes() {
        assert_eq!(of(json!([])), "0000000000000000");
        assert_eq!(of(json!([{}])), "a8c7f832281a39c6");
        let whole = json!([{
            "id": 71, "name": "greets by name", "passed": true, "enum": "warm", "score": 4.5, "score_normalized": 0.9,
            "value": {"b": [1, -2.5, null], "a": "x"}, "explanation": ["Said hello.", ""],
        }, { "id": 72, "score": 0 }]);
        assert_eq!(of(whole), "6a20b9cfd4b3ba5b");
    }

    #[test]
    fn order_does_not_count_and_content_does() {
        let (a, b) = (json!({"id": 71, "score": 5}), json!({"id": 72, "score": 3}));
        assert_eq!(of(json!([a, b])), of(json!([b, a])));
        assert_ne!(of(json!([a, b])), of(json!([a])));
        assert_ne!(of(json!([a])), of(json!([{"id": 71, "score": 4}])));
        assert_ne!(
            of(json!([{"explanation": ["ab", "c"]}])),
            of(json!([{"explanation": ["a", "bc"]}]))
        );
        assert_ne!(
            of(json!([{"name": "x"}])),
            of(json!([{"enum": "x"}])),
            "no two fields run together"
        );
        assert_ne!(of(json!([{"value": 1}])), of(json!([{"value": "1"}])));
    }

    #[test]
    fn numbers_beyond_63_bits_count() {
        let large = |number: u64| of(json!([{"value": number}]));
        assert_ne!(large(u64::MAX), large(u64::MAX - 1));
    }

    #[test]
    fn votes_and_unknown_fields_do_not_count() {
        let plain = of(json!([{"id": 71, "score": 5}]));
        let voted = json!([{"id": 71, "score": 5, "thumbs_up": true, "extra": {"seen": 3}}]);
        assert_eq!(of(voted), plain);
    }

    #[test]
    fn it_is_serialized_as_16_hex_digits() {
        let metrics = [MetricResult::default()];
        let fingerprint = Fingerprint::of(&metrics);
        let text = serde_json::to_string(&fingerprint).unwrap();
        assert_eq!(
            serde_json::from_str::<Fingerprint>(&text).unwrap(),
            fingerprint
        );
        for bad in ["\"\"", "\"+123456789abcdef\"", "\"12\"", "7"] {
            assert!(serde_json::from_str::<Fingerprint>(bad).is_err(), "{bad}");
        }
    }
}
