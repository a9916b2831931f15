//! Decodes lists, and other values in place of a list.

use std::{fmt, marker::PhantomData};

use serde::Serialize;
use serde::de::{
    Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor, value as de,
};
use serde_json::Value;

use super::{Decoded, Lenient, Seed, value};
use crate::json::afford_wrapping;

struct List<T>(PhantomData<T>);

impl<T: Lenient + Serialize> List<T> {
    /// Decodes one element without a list as a list of one.
    fn single<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Vec<T>>, D::Error> {
        T::lenient(input).map(|found| found.map(|one| vec![one]))
    }

    /// Returns the whole list as JSON, because one of its elements is a mismatch.
    fn as_json<'de, A: SeqAccess<'de>>(
        before: &[T],
        mismatch: Value,
        mut after: A,
    ) -> Result<Value, A::Error> {
        let before: Result<Vec<Value>, _> = before.iter().map(serde_json::to_value).collect();
        let mut all = before.map_err(A::Error::custom)?;
        all.push(mismatch);
        while let Some(element) = after.next_element()? {
            all.push(element);
        }
        Ok(Value::Array(all))
    }
}

/// Decodes the elements of a list; `null` is left out.
///
/// # Errors
/// Those of the input, and more elements of another kind than there is memory for.
pub fn elements<'de, T, A>(mut seq: A) -> Result<Decoded<Vec<T>>, A::Error>
where
    T: Lenient + Serialize,
    A: SeqAccess<'de>,
{
    let mut all = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(1024));
    while let Some(found) = seq.next_element_seed(Seed::<T>::new())? {
        match found {
            Decoded::Value(one) => all.push(one),
            Decoded::Mismatch(_) if !afford_wrapping::<T>() => {
                return Err(A::Error::custom("too many elements of another kind"));
            }
            Decoded::Mismatch(other) => match T::from_mismatch(other) {
                Ok(one) => all.push(one),
                Err(other) => return List::as_json(&all, other, seq).map(Decoded::Mismatch),
            },
            Decoded::Null => {}
        }
    }
    Ok(Decoded::Value(all))
}

impl<'de, T: Lenient + Serialize> Visitor<'de> for List<T> {
    type Value = Decoded<Vec<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Decoded::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        elements(seq)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Self::single(de::MapAccessDeserializer::new(map))
    }
    fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
        match value::inside(v, '[') {
            Some(list) => Vec::<T>::lenient(list).map_err(E::custom),
            None => Self::single(v.into_deserializer()),
        }
    }
    fn visit_bool<E: Error>(self, v: bool) -> Result<Self::Value, E> {
        Self::single(v.into_deserializer())
    }
    fn visit_i64<E: Error>(self, v: i64) -> Result<Self::Value, E> {
        Self::single(v.into_deserializer())
    }
    fn visit_u64<E: Error>(self, v: u64) -> Result<Self::Value, E> {
        Self::single(v.into_deserializer())
    }
    fn visit_f64<E: Error>(self, v: f64) -> Result<Self::Value, E> {
        Self::single(v.into_deserializer())
    }
}

impl<T: Lenient + Serialize> Lenient for Vec<T> {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        input.deserialize_any(List(PhantomData))
    }
}

/// A list of `T`, or any other JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum ListOrOther<T> {
    /// A list.
    List(Vec<T>),
    /// Any other value except `null`.
    Other(Value),
}

/// Decodes a union of a list and any other value.
///
/// # Errors
/// Only those of the input itself.
pub fn list_or_other<'de, T, D>(input: D) -> Result<Decoded<ListOrOther<T>>, D::Error>
where
    T: Lenient + Serialize,
    D: Deserializer<'de>,
{
    struct Union<T>(PhantomData<T>);

    impl<T> Union<T> {
        fn other<E>(v: impl Into<Value>) -> Result<Decoded<ListOrOther<T>>, E> {
            Ok(Decoded::Value(ListOrOther::Other(v.into())))
        }
    }

    impl<'de, T: Lenient + Serialize> Visitor<'de> for Union<T> {
        type Value = Decoded<ListOrOther<T>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any JSON")
        }
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(Decoded::Null)
        }
        fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
            Ok(Decoded::Value(match elements(seq)? {
                Decoded::Mismatch(other) => ListOrOther::Other(other),
                Decoded::Value(all) => ListOrOther::List(all),
                Decoded::Null => return Ok(Decoded::Null),
            }))
        }
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            Self::other(value::of_map(map)?)
        }
        fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
            Self::other(v)
        }
        fn visit_bool<E: Error>(self, v: bool) -> Result<Self::Value, E> {
            Self::other(v)
        }
        fn visit_i64<E: Error>(self, v: i64) -> Result<Self::Value, E> {
            Self::other(v)
        }
        fn visit_u64<E: Error>(self, v: u64) -> Result<Self::Value, E> {
            Self::other(v)
        }
        fn visit_f64<E: Error>(self, v: f64) -> Result<Self::Value, E> {
            Self::other(v)
        }
    }

    input.deserialize_any(Union(PhantomData))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn texts(value: Value) -> Decoded<Vec<String>> {
        Vec::<String>::lenient(value).unwrap()
    }

    #[test]
    fn decodes_text_as_a_list_of_one() {
        assert_eq!(texts(json!("why")), Decoded::Value(vec!["why".to_owned()]));
    }

    #[test]
    fn decodes_a_list_inside_text() {
        assert_eq!(
            texts(json!(r#" ["a", 2]"#)),
            Decoded::Value(vec!["a".to_owned(), "2".to_owned()])
        );
        assert_eq!(
            texts(json!("[not json")),
            Decoded::Value(vec!["[not json".to_owned()])
        );
    }

    #[test]
    fn omits_null_elements() {
        assert_eq!(
            texts(json!([null, "a"])),
            Decoded::Value(vec!["a".to_owned()])
        );
        assert_eq!(texts(Value::Null), Decoded::Null);
    }

    #[test]
    fn a_word_is_a_mismatch_in_a_list_of_numbers() {
        assert_eq!(
            Vec::<i64>::lenient(json!("x")).unwrap(),
            Decoded::Mismatch(json!("x"))
        );
        assert_eq!(
            Vec::<i64>::lenient(json!("7")).unwrap(),
            Decoded::Value(vec![7])
        );
    }

    #[test]
    fn a_list_with_a_mismatch_is_kept_as_json() {
        let numbers = |list: Value| Vec::<i64>::lenient(list).unwrap();
        let odd = json!([1, "x", {"a": [2]}, 3]);
        assert_eq!(numbers(odd.clone()), Decoded::Mismatch(odd));
        assert_eq!(numbers(json!([1, "2", null])), Decoded::Value(vec![1, 2]));
        let union = list_or_other::<i64, _>(json!([1, true])).unwrap();
        let other = ListOrOther::Other(json!([1, true]));
        assert_eq!(union, Decoded::Value(other));
    }
}
