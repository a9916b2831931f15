//! A macro for the visitors of scalars, which differ only in their rules.

use serde_json::Value;

use super::Decoded;

/// Returns a mismatch, for a value that no rule covers.
pub(in crate::scalars) fn mismatch<T>(value: impl Into<Value>) -> Decoded<T> {
    Decoded::Mismatch(value.into())
}

/// Defines a visitor `$name` with one rule for each kind of JSON value; `null` becomes [`Decoded::Null`].
macro_rules! kinds {
    ($name:ident, $target:ty, $expecting:literal,
     bool: $bool:expr, i64: $i64:expr, u64: $u64:expr, f64: $f64:expr, str: $str:expr,
     composite: $composite:expr) => {
        struct $name;

        impl<'de> ::serde::de::Visitor<'de> for $name {
            type Value = $crate::scalars::lenient::Decoded<$target>;

            fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($expecting)
            }
            fn visit_unit<E: ::serde::de::Error>(self) -> Result<Self::Value, E> {
                Ok($crate::scalars::lenient::Decoded::Null)
            }
            fn visit_bool<E: ::serde::de::Error>(self, v: bool) -> Result<Self::Value, E> {
                let read: fn(bool) -> $crate::scalars::lenient::Decoded<$target> = $bool;
                Ok(read(v))
            }
            fn visit_i64<E: ::serde::de::Error>(self, v: i64) -> Result<Self::Value, E> {
                let read: fn(i64) -> $crate::scalars::lenient::Decoded<$target> = $i64;
                Ok(read(v))
            }
            fn visit_u64<E: ::serde::de::Error>(self, v: u64) -> Result<Self::Value, E> {
                let read: fn(u64) -> $crate::scalars::lenient::Decoded<$target> = $u64;
                Ok(read(v))
            }
            fn visit_f64<E: ::serde::de::Error>(self, v: f64) -> Result<Self::Value, E> {
                let read: fn(f64) -> $crate::scalars::lenient::Decoded<$target> = $f64;
                Ok(read(v))
            }
            fn visit_str<E: ::serde::de::Error>(self, v: &str) -> Result<Self::Value, E> {
                let read: fn(&str) -> $crate::scalars::lenient::Decoded<$target> = $str;
                Ok(read(v))
            }
            fn visit_seq<A: ::serde::de::SeqAccess<'de>>(
                self,
                seq: A,
            ) -> Result<Self::Value, A::Error> {
                let read: fn(::serde_json::Value) -> $crate::scalars::lenient::Decoded<$target> =
                    $composite;
                $crate::scalars::lenient::value::of_seq(seq).map(read)
            }
            fn visit_map<A: ::serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<Self::Value, A::Error> {
                let read: fn(::serde_json::Value) -> $crate::scalars::lenient::Decoded<$target> =
                    $composite;
                match $crate::scalars::lenient::value::of_map(map)? {
                    // With serde_json's feature `arbitrary_precision`, numbers arrive as maps.
                    ::serde_json::Value::Number(number) => {
                        if let Some(v) = number.as_u64() {
                            self.visit_u64(v)
                        } else if let Some(v) = number.as_i64() {
                            self.visit_i64(v)
                        } else if let Some(v) = number.as_f64() {
                            self.visit_f64(v)
                        } else {
                            Ok(read(number.into()))
                        }
                    }
                    value => Ok(read(value)),
                }
            }
        }
    };
}

pub(in crate::scalars) use kinds;
