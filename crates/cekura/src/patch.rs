//! A field in which absent and null mean different things.

use serde_json::Value;

/// A field of a request that can be left out, be null, or have a value, and each means something else.
///
/// Setters accept a value directly:
///
/// ```
/// use cekura::Patch;
/// assert_eq!(Patch::from("late"), Patch::Value("late"));
/// assert!(Patch::<bool>::default().is_absent());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// The field is not sent.
    #[default]
    Absent,
    /// The field is sent as null.
    Null,
    /// The field is sent with this value.
    Value(T),
}

impl<T> Patch<T> {
    /// Returns whether the field is not sent.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T: Into<Value>> Patch<T> {
    /// Returns the JSON of the field; `None` if it is not sent.
    pub(crate) fn into_json(self) -> Option<Value> {
        match self {
            Self::Absent => None,
            Self::Null => Some(Value::Null),
            Self::Value(value) => Some(value.into()),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// Plain values for a field that takes any JSON.
macro_rules! json_values {
    ($($plain:ty),*) => {$(
        impl From<$plain> for Patch<Value> {
            fn from(value: $plain) -> Self {
                Self::Value(value.into())
            }
        }
    )*};
}
json_values!(bool, i64, f64, &str, String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_null_and_value_differ() {
        assert_eq!(Patch::<Value>::Absent.into_json(), None);
        assert_eq!(Patch::<Value>::Null.into_json(), Some(Value::Null));
        assert_eq!(Patch::<Value>::from(false).into_json(), Some(false.into()));
        assert!(Patch::<Value>::default().is_absent() && !Patch::<Value>::Null.is_absent());
    }
}
