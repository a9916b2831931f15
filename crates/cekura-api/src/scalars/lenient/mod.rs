//! Tolerant decoding of responses.
//!
//! A field of an unexpected type must not make decoding the response of a paid call fail. So every field of every response is
//! decoded by these rules:
//!
//! | documented as | also accepted | else |
//! |---|---|---|
//! | text | numbers, booleans, and anything else as its JSON text | – |
//! | integer, number, id | a number in text, `1.0` for an integer | mismatch |
//! | boolean | `"true"`, `"false"`, `1`, `0` | mismatch |
//! | word of an enum | any other word, as `Unknown` | – |
//! | list | one element without its list, text that holds a JSON list | mismatch |
//! | object | text that holds a JSON object | mismatch |
//! | element of a list of objects | any other value, as `{"value": …}` | – |
//! | element of a list of numbers or ids | the same as outside a list | the whole list is a mismatch |
//!
//! `null` is the same as absent, and is left out of lists. A *mismatch* leaves its field `None`; the value is kept under the
//! field's name in the object's `unknown_fields`, and is serialized again.

pub(super) mod kinds;
mod list;
mod record;
mod scalar;
pub(super) mod value;

pub use list::{ListOrOther, elements, list_or_other};
pub use record::{FieldOutcome, Record, read_into, record, record_or_mismatch, wrap};
pub use scalar::{text, word};

use serde::de::{Deserialize, DeserializeSeed, Deserializer};
use serde_json::Value;
use std::marker::PhantomData;

/// A value that was decoded where a `T` was expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Decoded<T> {
    /// `null`.
    Null,
    /// A `T`, possibly after conversion.
    Value(T),
    /// Anything else.
    Mismatch(Value),
}

impl<T> Decoded<T> {
    /// Converts the value.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Decoded<U> {
        match self {
            Self::Null => Decoded::Null,
            Self::Value(value) => Decoded::Value(convert(value)),
            Self::Mismatch(value) => Decoded::Mismatch(value),
        }
    }
}

/// A type with tolerant decoding.
pub trait Lenient: Sized {
    /// Decodes by the rules of [this module](self).
    ///
    /// # Errors
    /// Only those of the input itself: text that is not JSON, or that ends too early.
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error>;

    /// Converts a mismatch that is an element of a list.
    ///
    /// # Errors
    /// The mismatch, if it cannot be converted: then the whole list is a mismatch.
    fn from_mismatch(mismatch: Value) -> Result<Self, Value> {
        Err(mismatch)
    }
}

/// Decodes a [`Lenient`] through serde's `DeserializeSeed`.
pub(crate) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Lenient> DeserializeSeed<'de> for Seed<T> {
    type Value = Decoded<T>;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Self::Value, D::Error> {
        T::lenient(input)
    }
}

impl Lenient for Value {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        Ok(match Self::deserialize(input)? {
            Self::Null => Decoded::Null,
            value => Decoded::Value(value),
        })
    }

    fn from_mismatch(mismatch: Value) -> Result<Self, Value> {
        Ok(mismatch)
    }
}
