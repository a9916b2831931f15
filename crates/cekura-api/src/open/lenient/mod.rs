//! Reading replies that do not keep to their description.
//!
//! A reply of a paid call must not be lost because one of its fields holds a number where text was
//! described. So every field of every reply is read by these rules:
//!
//! | described as | also taken | else |
//! |---|---|---|
//! | text | numbers, booleans, and anything else as its JSON text | – |
//! | integer, number, id | the same in text, `1.0` for an integer | misfit |
//! | boolean | `"true"`, `"false"`, `1`, `0` | misfit |
//! | word of an enum | any other word, as `Unknown` | – |
//! | list | one element without its list, text that holds a JSON list | misfit |
//! | object | text that holds a JSON object | misfit |
//! | element of a list of objects | anything, as `{"value": it}` | – |
//! | element of a list of numbers or ids | as outside a list | the list is a misfit |
//!
//! `null` is the same as absent, and is left out of lists. A *misfit* leaves its field `None` and keeps the
//! value, under the field's name, in the object's `unknown_fields`, so that writing the object writes it back.

pub(super) mod kinds;
mod list;
mod record;
mod scalar;
pub(super) mod value;

pub use list::{ListOrOther, list_or_other};
pub use record::{Fate, Record, read_into, record, record_or_misfit, wrap};
pub use scalar::{text, word};

use serde::de::{Deserialize, DeserializeSeed, Deserializer};
use serde_json::Value;
use std::marker::PhantomData;

/// What was found where a `T` was expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<T> {
    /// `null`.
    Null,
    /// A `T`, perhaps after conversion.
    Fit(T),
    /// Something that no rule turns into a `T`.
    Misfit(Value),
}

impl<T> Found<T> {
    /// Converts what fits.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Found<U> {
        match self {
            Self::Null => Found::Null,
            Self::Fit(value) => Found::Fit(convert(value)),
            Self::Misfit(value) => Found::Misfit(value),
        }
    }
}

/// A type that can be read from whatever stands in its place.
pub trait Lenient: Sized {
    /// Reads by the rules of [this module](self).
    ///
    /// # Errors
    /// Only those of the input itself: text that is not JSON, or that ends too early.
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Found<Self>, D::Error>;

    /// Keeps a misfit that is an element of a list.
    ///
    /// # Errors
    /// The misfit, if it cannot be kept: then the whole list is a misfit.
    fn from_misfit(misfit: Value) -> Result<Self, Value> {
        Err(misfit)
    }
}

/// Reads a [`Lenient`] where serde wants a seed.
pub(crate) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Lenient> DeserializeSeed<'de> for Seed<T> {
    type Value = Found<T>;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Self::Value, D::Error> {
        T::lenient(input)
    }
}

impl Lenient for Value {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Found<Self>, D::Error> {
        Ok(match Self::deserialize(input)? {
            Self::Null => Found::Null,
            value => Found::Fit(value),
        })
    }

    fn from_misfit(misfit: Value) -> Result<Self, Value> {
        Ok(misfit)
    }
}
