//! Decodes objects with known fields.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor, value as de,
};
use serde_json::{Map, Value};

use super::{Decoded, Lenient, Seed, value};

/// A response object: known and unknown fields. Generated for every response.
pub trait Record: Default {
    /// Decodes the next value of `map` into the field `name`.
    ///
    /// # Errors
    /// Only those of the input itself.
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<FieldOutcome, A::Error>;

    /// Returns the unknown fields.
    fn unknown_fields(&mut self) -> &mut Map<String, Value>;
}

/// The result of decoding one field.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldOutcome {
    /// It was decoded.
    Read,
    /// Its value has another type.
    Mismatch(Value),
    /// The field is unknown; its value was not decoded yet.
    Unknown,
}

/// Decodes the next value of `map` into `place`.
///
/// # Errors
/// Only those of the input itself.
pub fn read_into<'de, T, A>(place: &mut Option<T>, map: &mut A) -> Result<FieldOutcome, A::Error>
where
    T: Lenient,
    A: MapAccess<'de>,
{
    Ok(match map.next_value_seed(Seed::<T>::new())? {
        Decoded::Value(value) => {
            *place = Some(value);
            FieldOutcome::Read
        }
        Decoded::Null => {
            *place = None;
            FieldOutcome::Read
        }
        Decoded::Mismatch(value) => FieldOutcome::Mismatch(value),
    })
}

/// Decodes an object. Any other value is an error, because a response must be an object.
///
/// # Errors
/// Those of the input, and a value that is not an object.
pub fn record<'de, T: Record, D: Deserializer<'de>>(input: D) -> Result<T, D::Error> {
    struct Strict<T>(PhantomData<T>);

    impl<'de, T: Record> Visitor<'de> for Strict<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            fields(map)
        }
    }

    input.deserialize_map(Strict(PhantomData))
}

/// Decodes an object, or text that contains one. Any other value is a mismatch.
///
/// # Errors
/// Only those of the input itself.
pub fn record_or_mismatch<'de, T, D>(input: D) -> Result<Decoded<T>, D::Error>
where
    T: Record,
    D: Deserializer<'de>,
{
    input.deserialize_any(Object(PhantomData))
}

/// Returns a record whose field `value` is `mismatch`, so that an element that is not an object can be kept in its list.
///
/// # Errors
/// `null`, if the record cannot be built.
pub fn wrap<T: Record>(mismatch: Value) -> Result<T, Value> {
    let only = std::iter::once(("value", mismatch));
    fields(de::MapDeserializer::<_, serde_json::Error>::new(only)).map_err(|_| Value::Null)
}

impl Lenient for Map<String, Value> {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        input.deserialize_any(Object(PhantomData))
    }
}

/// A type that can be decoded from the fields of an object.
trait FromFields: Sized {
    fn from_fields<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

impl<T: Record> FromFields for T {
    fn from_fields<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        fields(map)
    }
}

impl FromFields for Map<String, Value> {
    fn from_fields<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        Self::deserialize(de::MapAccessDeserializer::new(map))
    }
}

fn fields<'de, T: Record, A: MapAccess<'de>>(mut map: A) -> Result<T, A::Error> {
    let mut record = T::default();
    while let Some(name) = map.next_key_seed(Name)? {
        match record.read(&name, &mut map)? {
            FieldOutcome::Read => {}
            FieldOutcome::Mismatch(value) => {
                record.unknown_fields().insert(name.into_owned(), value);
            }
            FieldOutcome::Unknown => {
                let value = map.next_value()?;
                record.unknown_fields().insert(name.into_owned(), value);
            }
        }
    }
    Ok(record)
}

struct Object<T>(PhantomData<T>);

impl<'de, T: FromFields> Visitor<'de> for Object<T> {
    type Value = Decoded<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::from_fields(map).map(Decoded::Value)
    }
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Decoded::Null)
    }
    fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
        match value::inside(v, '{') {
            Some(object) => object.deserialize_any(self).map_err(E::custom),
            None => Ok(Decoded::Mismatch(v.into())),
        }
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        value::of_seq(seq).map(Decoded::Mismatch)
    }
    fn visit_bool<E: Error>(self, v: bool) -> Result<Self::Value, E> {
        Ok(Decoded::Mismatch(v.into()))
    }
    fn visit_i64<E: Error>(self, v: i64) -> Result<Self::Value, E> {
        Ok(Decoded::Mismatch(v.into()))
    }
    fn visit_u64<E: Error>(self, v: u64) -> Result<Self::Value, E> {
        Ok(Decoded::Mismatch(v.into()))
    }
    fn visit_f64<E: Error>(self, v: f64) -> Result<Self::Value, E> {
        Ok(Decoded::Mismatch(v.into()))
    }
}

/// The name of a field, borrowed from the input if possible.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Self::Value, D::Error> {
        input.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }
    fn visit_borrowed_str<E: Error>(self, v: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(v))
    }
    fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(v.to_owned()))
    }
    fn visit_string<E: Error>(self, v: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(v))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{
        CallLogId, MetricId,
        types::{CallLog, CallLogSummary, MetricResult, Rubric},
    };

    fn log(value: Value) -> CallLog {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn keeps_a_mismatch_in_unknown_fields() {
        let given =
            json!({"id": "no number", "success": "perhaps", "metadata": "text", "topic": 7});
        let read = log(given);
        assert_eq!((read.id, read.success, &read.metadata), (None, None, &None));
        assert_eq!(read.topic.as_deref(), Some("7"));
        assert_eq!(
            serde_json::to_value(&read).unwrap(),
            json!({"id": "no number", "success": "perhaps", "metadata": "text", "topic": "7"})
        );
    }

    #[test]
    fn decodes_objects_and_lists_inside_text() {
        let summary: CallLogSummary = serde_json::from_value(json!({
            "id": "5001",
            "evaluation": r#"{"metrics": [{"id": 71, "score": "5"}]}"#,
            "transcript_object": r#"[{"role": "Main Agent"}]"#,
        }))
        .unwrap();
        assert_eq!(summary.id, Some(CallLogId(5001)));
        let metrics = summary.evaluation.unwrap().metrics.unwrap();
        assert_eq!(
            (metrics[0].id, metrics[0].score),
            (Some(MetricId(71)), Some(5.0))
        );
        assert_eq!(
            summary.transcript_object.unwrap()[0].role.as_deref(),
            Some("Main Agent")
        );
    }

    #[test]
    fn keeps_an_element_that_is_not_an_object() {
        let read = log(json!({"critical_categories": ["Rude", {"category": "Late"}]}));
        let categories = read.critical_categories.unwrap();
        assert_eq!(categories[0].unknown_fields["value"], "Rude");
        assert_eq!(categories[1].category.as_deref(), Some("Late"));
        let metrics: MetricResult = super::wrap(json!(3)).unwrap();
        assert_eq!(metrics.value, Some(json!(3)));
    }

    #[test]
    fn a_metric_keeps_extra_and_unknown_fields_apart() {
        let given = json!({"id": 71, "extra": {"categories": []}, "weather": {"extra": 1}});
        let metric: MetricResult = serde_json::from_value(given.clone()).unwrap();
        assert!(metric.extra.as_ref().unwrap().contains_key("categories"));
        assert_eq!(metric.unknown_fields["weather"], json!({"extra": 1}));
        assert_eq!(serde_json::to_value(&metric).unwrap(), given);
    }

    #[test]
    fn decodes_unions_of_a_list_and_any_value() {
        let entries = log(json!({"rubric": [{"metric_id": "71"}]}))
            .rubric
            .unwrap();
        assert!(matches!(&entries, Rubric::Entries(all) if all[0].metric_id == Some(MetricId(71))));
        let other = log(json!({"rubric": {"total": 3}})).rubric.unwrap();
        assert_eq!(other, Rubric::Other(json!({"total": 3})));
        assert_eq!(log(json!({"rubric": null})).rubric, None);
    }

    #[test]
    fn a_reply_that_is_not_an_object_is_an_error() {
        let error = serde_json::from_value::<CallLog>(json!([1])).unwrap_err();
        assert!(error.to_string().contains("expected an object"), "{error}");
    }

    #[test]
    fn a_repeated_field_takes_its_last_value() {
        let read: CallLog = serde_json::from_str(r#"{"topic": "a", "topic": "b"}"#).unwrap();
        assert_eq!(read.topic.as_deref(), Some("b"));
    }
}
