// Written by `cargo xtask regen` from xtask/src/regen/shapes. Do not edit.

//! The models.

/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Client {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Client {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Client {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Client {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConversionError {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for ConversionError {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ConversionError {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ConversionError {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Core {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Core {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Core {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Core {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Debug {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Debug {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Debug {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Debug {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Decoded {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Decoded {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Decoded {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Decoded {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Error {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Error {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Error {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Error {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Example2 {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Example2 {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Example2 {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Example2 {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Lenient {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Lenient {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Lenient {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Lenient {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Map {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Map {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Map {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Map {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reply {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub names: ::std::option::Option<ReplyNames>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub words: ::std::option::Option<ReplyWords>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub any: ::std::option::Option<::serde_json::Value>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_any: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_any: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Value>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub map_of_any: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_any: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<::serde_json::Value>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_any: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<::serde_json::Value>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_maps_of_any: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub text: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_text: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_text: ::std::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_text: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<::std::string::String>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_text: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<::std::string::String>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub integer: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_integer: ::std::option::Option<::std::vec::Vec<i64>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_integer: ::std::option::Option<::std::vec::Vec<i64>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_integer: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<i64>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_integer: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<i64>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub number: ::std::option::Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_number: ::std::option::Option<::std::vec::Vec<f64>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_number: ::std::option::Option<::std::vec::Vec<f64>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_number: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<f64>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_number: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<f64>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub flag: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_flag: ::std::option::Option<::std::vec::Vec<bool>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_flag: ::std::option::Option<::std::vec::Vec<bool>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_flag: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<bool>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_flag: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<bool>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_inline_word: ::std::option::Option<ReplyComponentInlineWord>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_inline_union: ::std::option::Option<ReplyComponentInlineUnion>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::CallLogId>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_id: ::std::option::Option<
        ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_id: ::std::option::Option<
        ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_id: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<::cekura_api::scalars::CallLogId>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_id: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<::cekura_api::scalars::CallLogId>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub word: ::std::option::Option<ReplyWord>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_word: ::std::option::Option<::std::vec::Vec<ReplyWord>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_word: ::std::option::Option<::std::vec::Vec<ReplyWord>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_word: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<ReplyWord>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_word: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<ReplyWord>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub record: ::std::option::Option<ReplyRecord>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_record: ::std::option::Option<::std::vec::Vec<ReplyRecord>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_record: ::std::option::Option<::std::vec::Vec<ReplyRecord>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_record: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<ReplyRecord>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_record: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<ReplyRecord>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub union: ::std::option::Option<ReplyUnion>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_union: ::std::option::Option<::std::vec::Vec<ReplyUnion>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_nullable_union: ::std::option::Option<::std::vec::Vec<ReplyUnion>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_union: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<ReplyUnion>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_lists_of_nullable_union: ::std::option::Option<
        ::std::vec::Vec<::std::vec::Vec<ReplyUnion>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_inline_record: ::std::option::Option<ReplyComponentInlineRecord>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_text: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patterned_text: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub date: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub uuid: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub small_integer: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub small_number: ::std::option::Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub bounded_list: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_different: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list_of_short: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_one_word: ::std::option::Option<ReplyComponentOneWord>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_value: ::std::option::Option<Value>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_map: ::std::option::Option<Map>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_error: ::std::option::Option<Error>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_client: ::std::option::Option<Client>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_type: ::std::option::Option<Type>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_std: ::std::option::Option<Std>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_serde: ::std::option::Option<Serde>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_lenient: ::std::option::Option<Lenient>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_decoded: ::std::option::Option<Decoded>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_debug: ::std::option::Option<Debug>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_conversionerror: ::std::option::Option<ConversionError>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_example2: ::std::option::Option<Example2>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub named_core: ::std::option::Option<Core>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Reply {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "names" => crate::scalars::lenient::read_into(&mut self.names, map),
            "words" => crate::scalars::lenient::read_into(&mut self.words, map),
            "any" => crate::scalars::lenient::read_into(&mut self.any, map),
            "list_of_any" => {
                crate::scalars::lenient::read_into(&mut self.list_of_any, map)
            }
            "list_of_nullable_any" => {
                crate::scalars::lenient::read_into(&mut self.list_of_nullable_any, map)
            }
            "map_of_any" => crate::scalars::lenient::read_into(&mut self.map_of_any, map),
            "list_of_lists_of_any" => {
                crate::scalars::lenient::read_into(&mut self.list_of_lists_of_any, map)
            }
            "list_of_lists_of_nullable_any" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_any,
                    map,
                )
            }
            "list_of_maps_of_any" => {
                crate::scalars::lenient::read_into(&mut self.list_of_maps_of_any, map)
            }
            "text" => crate::scalars::lenient::read_into(&mut self.text, map),
            "list_of_text" => {
                crate::scalars::lenient::read_into(&mut self.list_of_text, map)
            }
            "list_of_nullable_text" => {
                crate::scalars::lenient::read_into(&mut self.list_of_nullable_text, map)
            }
            "list_of_lists_of_text" => {
                crate::scalars::lenient::read_into(&mut self.list_of_lists_of_text, map)
            }
            "list_of_lists_of_nullable_text" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_text,
                    map,
                )
            }
            "integer" => crate::scalars::lenient::read_into(&mut self.integer, map),
            "list_of_integer" => {
                crate::scalars::lenient::read_into(&mut self.list_of_integer, map)
            }
            "list_of_nullable_integer" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_nullable_integer,
                    map,
                )
            }
            "list_of_lists_of_integer" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_integer,
                    map,
                )
            }
            "list_of_lists_of_nullable_integer" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_integer,
                    map,
                )
            }
            "number" => crate::scalars::lenient::read_into(&mut self.number, map),
            "list_of_number" => {
                crate::scalars::lenient::read_into(&mut self.list_of_number, map)
            }
            "list_of_nullable_number" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_nullable_number,
                    map,
                )
            }
            "list_of_lists_of_number" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_number,
                    map,
                )
            }
            "list_of_lists_of_nullable_number" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_number,
                    map,
                )
            }
            "flag" => crate::scalars::lenient::read_into(&mut self.flag, map),
            "list_of_flag" => {
                crate::scalars::lenient::read_into(&mut self.list_of_flag, map)
            }
            "list_of_nullable_flag" => {
                crate::scalars::lenient::read_into(&mut self.list_of_nullable_flag, map)
            }
            "list_of_lists_of_flag" => {
                crate::scalars::lenient::read_into(&mut self.list_of_lists_of_flag, map)
            }
            "list_of_lists_of_nullable_flag" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_flag,
                    map,
                )
            }
            "component_inline_word" => {
                crate::scalars::lenient::read_into(&mut self.component_inline_word, map)
            }
            "component_inline_union" => {
                crate::scalars::lenient::read_into(&mut self.component_inline_union, map)
            }
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "list_of_id" => crate::scalars::lenient::read_into(&mut self.list_of_id, map),
            "list_of_nullable_id" => {
                crate::scalars::lenient::read_into(&mut self.list_of_nullable_id, map)
            }
            "list_of_lists_of_id" => {
                crate::scalars::lenient::read_into(&mut self.list_of_lists_of_id, map)
            }
            "list_of_lists_of_nullable_id" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_id,
                    map,
                )
            }
            "word" => crate::scalars::lenient::read_into(&mut self.word, map),
            "list_of_word" => {
                crate::scalars::lenient::read_into(&mut self.list_of_word, map)
            }
            "list_of_nullable_word" => {
                crate::scalars::lenient::read_into(&mut self.list_of_nullable_word, map)
            }
            "list_of_lists_of_word" => {
                crate::scalars::lenient::read_into(&mut self.list_of_lists_of_word, map)
            }
            "list_of_lists_of_nullable_word" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_word,
                    map,
                )
            }
            "record" => crate::scalars::lenient::read_into(&mut self.record, map),
            "list_of_record" => {
                crate::scalars::lenient::read_into(&mut self.list_of_record, map)
            }
            "list_of_nullable_record" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_nullable_record,
                    map,
                )
            }
            "list_of_lists_of_record" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_record,
                    map,
                )
            }
            "list_of_lists_of_nullable_record" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_record,
                    map,
                )
            }
            "union" => crate::scalars::lenient::read_into(&mut self.union, map),
            "list_of_union" => {
                crate::scalars::lenient::read_into(&mut self.list_of_union, map)
            }
            "list_of_nullable_union" => {
                crate::scalars::lenient::read_into(&mut self.list_of_nullable_union, map)
            }
            "list_of_lists_of_union" => {
                crate::scalars::lenient::read_into(&mut self.list_of_lists_of_union, map)
            }
            "list_of_lists_of_nullable_union" => {
                crate::scalars::lenient::read_into(
                    &mut self.list_of_lists_of_nullable_union,
                    map,
                )
            }
            "component_inline_record" => {
                crate::scalars::lenient::read_into(
                    &mut self.component_inline_record,
                    map,
                )
            }
            "short_text" => crate::scalars::lenient::read_into(&mut self.short_text, map),
            "patterned_text" => {
                crate::scalars::lenient::read_into(&mut self.patterned_text, map)
            }
            "date" => crate::scalars::lenient::read_into(&mut self.date, map),
            "uuid" => crate::scalars::lenient::read_into(&mut self.uuid, map),
            "small_integer" => {
                crate::scalars::lenient::read_into(&mut self.small_integer, map)
            }
            "small_number" => {
                crate::scalars::lenient::read_into(&mut self.small_number, map)
            }
            "bounded_list" => {
                crate::scalars::lenient::read_into(&mut self.bounded_list, map)
            }
            "list_of_different" => {
                crate::scalars::lenient::read_into(&mut self.list_of_different, map)
            }
            "list_of_short" => {
                crate::scalars::lenient::read_into(&mut self.list_of_short, map)
            }
            "component_one_word" => {
                crate::scalars::lenient::read_into(&mut self.component_one_word, map)
            }
            "named_value" => {
                crate::scalars::lenient::read_into(&mut self.named_value, map)
            }
            "named_map" => crate::scalars::lenient::read_into(&mut self.named_map, map),
            "named_error" => {
                crate::scalars::lenient::read_into(&mut self.named_error, map)
            }
            "named_client" => {
                crate::scalars::lenient::read_into(&mut self.named_client, map)
            }
            "named_type" => crate::scalars::lenient::read_into(&mut self.named_type, map),
            "named_std" => crate::scalars::lenient::read_into(&mut self.named_std, map),
            "named_serde" => {
                crate::scalars::lenient::read_into(&mut self.named_serde, map)
            }
            "named_lenient" => {
                crate::scalars::lenient::read_into(&mut self.named_lenient, map)
            }
            "named_decoded" => {
                crate::scalars::lenient::read_into(&mut self.named_decoded, map)
            }
            "named_debug" => {
                crate::scalars::lenient::read_into(&mut self.named_debug, map)
            }
            "named_conversionerror" => {
                crate::scalars::lenient::read_into(&mut self.named_conversionerror, map)
            }
            "named_example2" => {
                crate::scalars::lenient::read_into(&mut self.named_example2, map)
            }
            "named_core" => crate::scalars::lenient::read_into(&mut self.named_core, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Reply {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Reply {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// `ReplyComponentInlineRecord`
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReplyComponentInlineRecord {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for ReplyComponentInlineRecord {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ReplyComponentInlineRecord {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyComponentInlineRecord {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// `ReplyComponentInlineUnion`
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum ReplyComponentInlineUnion {
    Rows(::std::vec::Vec<ReplyRecord>),
    Other(::serde_json::Value),
}
impl crate::scalars::lenient::Lenient for ReplyComponentInlineUnion {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        let found = crate::scalars::lenient::list_or_other(input)?;
        Ok(
            found
                .map(|either| match either {
                    crate::scalars::lenient::ListOrOther::List(list) => Self::Rows(list),
                    crate::scalars::lenient::ListOrOther::Other(value) => {
                        Self::Other(value)
                    }
                }),
        )
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyComponentInlineUnion {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        use crate::scalars::lenient::{Decoded, Lenient};
        Ok(
            match Self::lenient(input)? {
                Decoded::Value(value) => value,
                Decoded::Null => Self::Other(::serde_json::Value::Null),
                Decoded::Mismatch(value) => Self::Other(value),
            },
        )
    }
}
impl ::std::convert::From<::std::vec::Vec<ReplyRecord>> for ReplyComponentInlineUnion {
    #[inline]
    fn from(value: ::std::vec::Vec<ReplyRecord>) -> Self {
        Self::Rows(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for ReplyComponentInlineUnion {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}
/// `ReplyComponentInlineWord`
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ReplyComponentInlineWord {
    /// `one`
    #[serde(rename = "one")]
    One,
    /// `two`
    #[serde(rename = "two")]
    Two,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ReplyComponentInlineWord {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::One => "one",
            Self::Two => "two",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ReplyComponentInlineWord {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ReplyComponentInlineWord {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "one" => Self::One,
            "two" => Self::Two,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ReplyComponentInlineWord {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ReplyComponentInlineWord {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyComponentInlineWord {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// `ReplyComponentOneWord`
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ReplyComponentOneWord {
    /// `one`
    #[serde(rename = "one")]
    One,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ReplyComponentOneWord {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::One => "one",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ReplyComponentOneWord {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ReplyComponentOneWord {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "one" => Self::One,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ReplyComponentOneWord {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ReplyComponentOneWord {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyComponentOneWord {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReplyNames {
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "self", skip_serializing_if = "::std::option::Option::is_none")]
    pub self_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "super", skip_serializing_if = "::std::option::Option::is_none")]
    pub super_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "crate", skip_serializing_if = "::std::option::Option::is_none")]
    pub crate_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "async", skip_serializing_if = "::std::option::Option::is_none")]
    pub async_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "gen", skip_serializing_if = "::std::option::Option::is_none")]
    pub gen_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "try", skip_serializing_if = "::std::option::Option::is_none")]
    pub try_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "yield", skip_serializing_if = "::std::option::Option::is_none")]
    pub yield_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "box", skip_serializing_if = "::std::option::Option::is_none")]
    pub box_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "dyn", skip_serializing_if = "::std::option::Option::is_none")]
    pub dyn_: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub union: ::std::option::Option<::std::string::String>,
    #[serde(rename = "true", skip_serializing_if = "::std::option::Option::is_none")]
    pub true_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "match", skip_serializing_if = "::std::option::Option::is_none")]
    pub match_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "_", skip_serializing_if = "::std::option::Option::is_none")]
    pub x: ::std::option::Option<::std::string::String>,
    #[serde(rename = "_a", skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    #[serde(rename = "a__b", skip_serializing_if = "::std::option::Option::is_none")]
    pub a_b: ::std::option::Option<::std::string::String>,
    #[serde(rename = "1a", skip_serializing_if = "::std::option::Option::is_none")]
    pub x1a: ::std::option::Option<::std::string::String>,
    #[serde(rename = "9", skip_serializing_if = "::std::option::Option::is_none")]
    pub x9: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ä: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub 名: ::std::option::Option<::std::string::String>,
    #[serde(rename = "fooBar", skip_serializing_if = "::std::option::Option::is_none")]
    pub foo_bar: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub extra: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub body: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub response: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub result: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub info: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub header_map: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub map: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub five1: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub five_1: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for ReplyNames {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "self" => crate::scalars::lenient::read_into(&mut self.self_, map),
            "super" => crate::scalars::lenient::read_into(&mut self.super_, map),
            "crate" => crate::scalars::lenient::read_into(&mut self.crate_, map),
            "async" => crate::scalars::lenient::read_into(&mut self.async_, map),
            "gen" => crate::scalars::lenient::read_into(&mut self.gen_, map),
            "try" => crate::scalars::lenient::read_into(&mut self.try_, map),
            "yield" => crate::scalars::lenient::read_into(&mut self.yield_, map),
            "box" => crate::scalars::lenient::read_into(&mut self.box_, map),
            "dyn" => crate::scalars::lenient::read_into(&mut self.dyn_, map),
            "union" => crate::scalars::lenient::read_into(&mut self.union, map),
            "true" => crate::scalars::lenient::read_into(&mut self.true_, map),
            "match" => crate::scalars::lenient::read_into(&mut self.match_, map),
            "_" => crate::scalars::lenient::read_into(&mut self.x, map),
            "_a" => crate::scalars::lenient::read_into(&mut self.a, map),
            "a__b" => crate::scalars::lenient::read_into(&mut self.a_b, map),
            "1a" => crate::scalars::lenient::read_into(&mut self.x1a, map),
            "9" => crate::scalars::lenient::read_into(&mut self.x9, map),
            "ä" => crate::scalars::lenient::read_into(&mut self.ä, map),
            "名" => crate::scalars::lenient::read_into(&mut self.名, map),
            "fooBar" => crate::scalars::lenient::read_into(&mut self.foo_bar, map),
            "value" => crate::scalars::lenient::read_into(&mut self.value, map),
            "extra" => crate::scalars::lenient::read_into(&mut self.extra, map),
            "body" => crate::scalars::lenient::read_into(&mut self.body, map),
            "url" => crate::scalars::lenient::read_into(&mut self.url, map),
            "request" => crate::scalars::lenient::read_into(&mut self.request, map),
            "response" => crate::scalars::lenient::read_into(&mut self.response, map),
            "result" => crate::scalars::lenient::read_into(&mut self.result, map),
            "client" => crate::scalars::lenient::read_into(&mut self.client, map),
            "info" => crate::scalars::lenient::read_into(&mut self.info, map),
            "header_map" => crate::scalars::lenient::read_into(&mut self.header_map, map),
            "map" => crate::scalars::lenient::read_into(&mut self.map, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "five1" => crate::scalars::lenient::read_into(&mut self.five1, map),
            "five_1" => crate::scalars::lenient::read_into(&mut self.five_1, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ReplyNames {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyNames {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReplyRecord {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for ReplyRecord {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "title" => crate::scalars::lenient::read_into(&mut self.title, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ReplyRecord {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyRecord {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum ReplyUnion {
    Rows(::std::vec::Vec<ReplyRecord>),
    Other(::serde_json::Value),
}
impl crate::scalars::lenient::Lenient for ReplyUnion {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        let found = crate::scalars::lenient::list_or_other(input)?;
        Ok(
            found
                .map(|either| match either {
                    crate::scalars::lenient::ListOrOther::List(list) => Self::Rows(list),
                    crate::scalars::lenient::ListOrOther::Other(value) => {
                        Self::Other(value)
                    }
                }),
        )
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyUnion {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        use crate::scalars::lenient::{Decoded, Lenient};
        Ok(
            match Self::lenient(input)? {
                Decoded::Value(value) => value,
                Decoded::Null => Self::Other(::serde_json::Value::Null),
                Decoded::Mismatch(value) => Self::Other(value),
            },
        )
    }
}
impl ::std::convert::From<::std::vec::Vec<ReplyRecord>> for ReplyUnion {
    #[inline]
    fn from(value: ::std::vec::Vec<ReplyRecord>) -> Self {
        Self::Rows(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for ReplyUnion {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ReplyWord {
    /// `one`
    #[serde(rename = "one")]
    One,
    /// `two`
    #[serde(rename = "two")]
    Two,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ReplyWord {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::One => "one",
            Self::Two => "two",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ReplyWord {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ReplyWord {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "one" => Self::One,
            "two" => Self::Two,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ReplyWord {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ReplyWord {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyWord {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ReplyWords {
    /// `one`
    #[serde(rename = "one")]
    One,
    /// `self`
    #[serde(rename = "self")]
    Self_,
    /// `type`
    #[serde(rename = "type")]
    Type,
    /// `crate`
    #[serde(rename = "crate")]
    Crate,
    /// `super`
    #[serde(rename = "super")]
    Super,
    /// `None`
    None,
    /// `Some`
    Some,
    /// `Ok`
    Ok,
    /// `Err`
    Err,
    /// `a b`
    #[serde(rename = "a b")]
    AB,
    /// `c.d`
    #[serde(rename = "c.d")]
    CD,
    /// `a1`
    #[serde(rename = "a1")]
    A1,
    /// `HTTP`
    #[serde(rename = "HTTP")]
    Http,
    /// `unknown_fields`
    #[serde(rename = "unknown_fields")]
    UnknownFields,
    /// `String`
    String,
    /// `Error`
    Error,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ReplyWords {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::One => "one",
            Self::Self_ => "self",
            Self::Type => "type",
            Self::Crate => "crate",
            Self::Super => "super",
            Self::None => "None",
            Self::Some => "Some",
            Self::Ok => "Ok",
            Self::Err => "Err",
            Self::AB => "a b",
            Self::CD => "c.d",
            Self::A1 => "a1",
            Self::Http => "HTTP",
            Self::UnknownFields => "unknown_fields",
            Self::String => "String",
            Self::Error => "Error",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ReplyWords {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ReplyWords {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "one" => Self::One,
            "self" => Self::Self_,
            "type" => Self::Type,
            "crate" => Self::Crate,
            "super" => Self::Super,
            "None" => Self::None,
            "Some" => Self::Some,
            "Ok" => Self::Ok,
            "Err" => Self::Err,
            "a b" => Self::AB,
            "c.d" => Self::CD,
            "a1" => Self::A1,
            "HTTP" => Self::Http,
            "unknown_fields" => Self::UnknownFields,
            "String" => Self::String,
            "Error" => Self::Error,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ReplyWords {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ReplyWords {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ReplyWords {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// d
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Request {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub names: ::std::option::Option<RequestNames>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub words: ::std::option::Option<RequestWords>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub any: ::std::option::Option<::serde_json::Value>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_any: ::std::vec::Vec<::serde_json::Value>,
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub map_of_any: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_any: ::std::vec::Vec<::std::vec::Vec<::serde_json::Value>>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_maps_of_any: ::std::vec::Vec<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub text: ::std::option::Option<::std::string::String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_text: ::std::vec::Vec<::std::string::String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_text: ::std::vec::Vec<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub integer: ::std::option::Option<i64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_integer: ::std::vec::Vec<i64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_integer: ::std::vec::Vec<::std::vec::Vec<i64>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub number: ::std::option::Option<f64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_number: ::std::vec::Vec<f64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_number: ::std::vec::Vec<::std::vec::Vec<f64>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub flag: ::std::option::Option<bool>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_flag: ::std::vec::Vec<bool>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_flag: ::std::vec::Vec<::std::vec::Vec<bool>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_inline_word: ::std::option::Option<RequestComponentInlineWord>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_inline_union: ::std::option::Option<RequestComponentInlineUnion>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::CallLogId>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_id: ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_id: ::std::vec::Vec<
        ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub word: ::std::option::Option<RequestWord>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_word: ::std::vec::Vec<RequestWord>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_word: ::std::vec::Vec<::std::vec::Vec<RequestWord>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub record: ::std::option::Option<RequestRecord>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_record: ::std::vec::Vec<RequestRecord>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_record: ::std::vec::Vec<::std::vec::Vec<RequestRecord>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub union: ::std::option::Option<RequestUnion>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_union: ::std::vec::Vec<RequestUnion>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_lists_of_union: ::std::vec::Vec<::std::vec::Vec<RequestUnion>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_inline_strict_record: ::std::option::Option<
        RequestComponentInlineStrictRecord,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_required_record: ::std::option::Option<RequestComponentRequiredRecord>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub closed_object: ::std::option::Option<RequestClosedObject>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_text: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub small_integer: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub small_number: ::std::option::Option<f64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub bounded_list: ::std::vec::Vec<::std::string::String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_different: ::std::vec::Vec<::std::string::String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub list_of_short: ::std::vec::Vec<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub component_one_word: ::std::option::Option<RequestComponentOneWord>,
}
impl Request {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self {
            names: ::std::default::Default::default(),
            words: ::std::default::Default::default(),
            any: ::std::default::Default::default(),
            list_of_any: ::std::default::Default::default(),
            map_of_any: ::std::default::Default::default(),
            list_of_lists_of_any: ::std::default::Default::default(),
            list_of_maps_of_any: ::std::default::Default::default(),
            text: ::std::default::Default::default(),
            list_of_text: ::std::default::Default::default(),
            list_of_lists_of_text: ::std::default::Default::default(),
            integer: ::std::default::Default::default(),
            list_of_integer: ::std::default::Default::default(),
            list_of_lists_of_integer: ::std::default::Default::default(),
            number: ::std::default::Default::default(),
            list_of_number: ::std::default::Default::default(),
            list_of_lists_of_number: ::std::default::Default::default(),
            flag: ::std::default::Default::default(),
            list_of_flag: ::std::default::Default::default(),
            list_of_lists_of_flag: ::std::default::Default::default(),
            component_inline_word: ::std::default::Default::default(),
            component_inline_union: ::std::default::Default::default(),
            id: ::std::default::Default::default(),
            list_of_id: ::std::default::Default::default(),
            list_of_lists_of_id: ::std::default::Default::default(),
            word: ::std::default::Default::default(),
            list_of_word: ::std::default::Default::default(),
            list_of_lists_of_word: ::std::default::Default::default(),
            record: ::std::default::Default::default(),
            list_of_record: ::std::default::Default::default(),
            list_of_lists_of_record: ::std::default::Default::default(),
            union: ::std::default::Default::default(),
            list_of_union: ::std::default::Default::default(),
            list_of_lists_of_union: ::std::default::Default::default(),
            component_inline_strict_record: ::std::default::Default::default(),
            component_required_record: ::std::default::Default::default(),
            closed_object: ::std::default::Default::default(),
            short_text: ::std::default::Default::default(),
            small_integer: ::std::default::Default::default(),
            small_number: ::std::default::Default::default(),
            bounded_list: ::std::default::Default::default(),
            list_of_different: ::std::default::Default::default(),
            list_of_short: ::std::default::Default::default(),
            component_one_word: ::std::default::Default::default(),
        }
    }
    /// Sets `names`.
    ///
    #[must_use]
    #[inline]
    pub fn names(mut self, names: impl ::std::convert::Into<RequestNames>) -> Self {
        self.names = ::std::option::Option::Some(names.into());
        self
    }
    /// Sets `words`.
    ///
    #[must_use]
    #[inline]
    pub fn words(mut self, words: impl ::std::convert::Into<RequestWords>) -> Self {
        self.words = ::std::option::Option::Some(words.into());
        self
    }
    /// Sets `any`.
    ///
    #[must_use]
    #[inline]
    pub fn any(mut self, any: impl ::std::convert::Into<::serde_json::Value>) -> Self {
        self.any = ::std::option::Option::Some(any.into());
        self
    }
    /// Sets `list_of_any`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_any(
        mut self,
        list_of_any: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::serde_json::Value>,
        >,
    ) -> Self {
        self.list_of_any = list_of_any
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `map_of_any`.
    ///
    #[must_use]
    #[inline]
    pub fn map_of_any(
        mut self,
        map_of_any: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.map_of_any = map_of_any.into();
        self
    }
    /// Sets `list_of_lists_of_any`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_any(
        mut self,
        list_of_lists_of_any: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::vec::Vec<::serde_json::Value>>,
        >,
    ) -> Self {
        self.list_of_lists_of_any = list_of_lists_of_any
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_maps_of_any`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_maps_of_any(
        mut self,
        list_of_maps_of_any: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            >,
        >,
    ) -> Self {
        self.list_of_maps_of_any = list_of_maps_of_any
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `text`.
    ///
    #[must_use]
    #[inline]
    pub fn text(
        mut self,
        text: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.text = ::std::option::Option::Some(text.into());
        self
    }
    /// Sets `list_of_text`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_text(
        mut self,
        list_of_text: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.list_of_text = list_of_text
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_lists_of_text`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_text(
        mut self,
        list_of_lists_of_text: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::vec::Vec<::std::string::String>>,
        >,
    ) -> Self {
        self.list_of_lists_of_text = list_of_lists_of_text
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `integer`.
    ///
    #[must_use]
    #[inline]
    pub fn integer(mut self, integer: impl ::std::convert::Into<i64>) -> Self {
        self.integer = ::std::option::Option::Some(integer.into());
        self
    }
    /// Sets `list_of_integer`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_integer(
        mut self,
        list_of_integer: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<i64>,
        >,
    ) -> Self {
        self.list_of_integer = list_of_integer
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_lists_of_integer`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_integer(
        mut self,
        list_of_lists_of_integer: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::vec::Vec<i64>>,
        >,
    ) -> Self {
        self.list_of_lists_of_integer = list_of_lists_of_integer
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `number`.
    ///
    #[must_use]
    #[inline]
    pub fn number(mut self, number: impl ::std::convert::Into<f64>) -> Self {
        self.number = ::std::option::Option::Some(number.into());
        self
    }
    /// Sets `list_of_number`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_number(
        mut self,
        list_of_number: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<f64>,
        >,
    ) -> Self {
        self.list_of_number = list_of_number
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_lists_of_number`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_number(
        mut self,
        list_of_lists_of_number: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::vec::Vec<f64>>,
        >,
    ) -> Self {
        self.list_of_lists_of_number = list_of_lists_of_number
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `flag`.
    ///
    #[must_use]
    #[inline]
    pub fn flag(mut self, flag: impl ::std::convert::Into<bool>) -> Self {
        self.flag = ::std::option::Option::Some(flag.into());
        self
    }
    /// Sets `list_of_flag`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_flag(
        mut self,
        list_of_flag: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<bool>,
        >,
    ) -> Self {
        self.list_of_flag = list_of_flag
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_lists_of_flag`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_flag(
        mut self,
        list_of_lists_of_flag: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::vec::Vec<bool>>,
        >,
    ) -> Self {
        self.list_of_lists_of_flag = list_of_lists_of_flag
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `component_inline_word`.
    ///
    #[must_use]
    #[inline]
    pub fn component_inline_word(
        mut self,
        component_inline_word: impl ::std::convert::Into<RequestComponentInlineWord>,
    ) -> Self {
        self.component_inline_word = ::std::option::Option::Some(
            component_inline_word.into(),
        );
        self
    }
    /// Sets `component_inline_union`.
    ///
    #[must_use]
    #[inline]
    pub fn component_inline_union(
        mut self,
        component_inline_union: impl ::std::convert::Into<RequestComponentInlineUnion>,
    ) -> Self {
        self.component_inline_union = ::std::option::Option::Some(
            component_inline_union.into(),
        );
        self
    }
    /// Sets `id`.
    ///
    #[must_use]
    #[inline]
    pub fn id(
        mut self,
        id: impl ::std::convert::Into<::cekura_api::scalars::CallLogId>,
    ) -> Self {
        self.id = ::std::option::Option::Some(id.into());
        self
    }
    /// Sets `list_of_id`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_id(
        mut self,
        list_of_id: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::CallLogId>,
        >,
    ) -> Self {
        self.list_of_id = list_of_id
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_lists_of_id`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_id(
        mut self,
        list_of_lists_of_id: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<
                ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
            >,
        >,
    ) -> Self {
        self.list_of_lists_of_id = list_of_lists_of_id
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `word`.
    ///
    #[must_use]
    #[inline]
    pub fn word(mut self, word: impl ::std::convert::Into<RequestWord>) -> Self {
        self.word = ::std::option::Option::Some(word.into());
        self
    }
    /// Sets `list_of_word`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_word(
        mut self,
        list_of_word: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<RequestWord>,
        >,
    ) -> Self {
        self.list_of_word = list_of_word
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_lists_of_word`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_word(
        mut self,
        list_of_lists_of_word: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::vec::Vec<RequestWord>>,
        >,
    ) -> Self {
        self.list_of_lists_of_word = list_of_lists_of_word
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `record`.
    ///
    #[must_use]
    #[inline]
    pub fn record(mut self, record: impl ::std::convert::Into<RequestRecord>) -> Self {
        self.record = ::std::option::Option::Some(record.into());
        self
    }
    /// Sets `list_of_record`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_record(
        mut self,
        list_of_record: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<RequestRecord>,
        >,
    ) -> Self {
        self.list_of_record = list_of_record
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_lists_of_record`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_record(
        mut self,
        list_of_lists_of_record: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::vec::Vec<RequestRecord>>,
        >,
    ) -> Self {
        self.list_of_lists_of_record = list_of_lists_of_record
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `union`.
    ///
    #[must_use]
    #[inline]
    pub fn union(mut self, union: impl ::std::convert::Into<RequestUnion>) -> Self {
        self.union = ::std::option::Option::Some(union.into());
        self
    }
    /// Sets `list_of_union`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_union(
        mut self,
        list_of_union: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<RequestUnion>,
        >,
    ) -> Self {
        self.list_of_union = list_of_union
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_lists_of_union`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_lists_of_union(
        mut self,
        list_of_lists_of_union: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::vec::Vec<RequestUnion>>,
        >,
    ) -> Self {
        self.list_of_lists_of_union = list_of_lists_of_union
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `component_inline_strict_record`.
    ///
    #[must_use]
    #[inline]
    pub fn component_inline_strict_record(
        mut self,
        component_inline_strict_record: impl ::std::convert::Into<
            RequestComponentInlineStrictRecord,
        >,
    ) -> Self {
        self.component_inline_strict_record = ::std::option::Option::Some(
            component_inline_strict_record.into(),
        );
        self
    }
    /// Sets `component_required_record`.
    ///
    #[must_use]
    #[inline]
    pub fn component_required_record(
        mut self,
        component_required_record: impl ::std::convert::Into<
            RequestComponentRequiredRecord,
        >,
    ) -> Self {
        self.component_required_record = ::std::option::Option::Some(
            component_required_record.into(),
        );
        self
    }
    /// Sets `closed_object`.
    ///
    #[must_use]
    #[inline]
    pub fn closed_object(
        mut self,
        closed_object: impl ::std::convert::Into<RequestClosedObject>,
    ) -> Self {
        self.closed_object = ::std::option::Option::Some(closed_object.into());
        self
    }
    /// Sets `short_text`.
    ///
    #[must_use]
    #[inline]
    pub fn short_text(
        mut self,
        short_text: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.short_text = ::std::option::Option::Some(short_text.into());
        self
    }
    /// Sets `small_integer`.
    ///
    #[must_use]
    #[inline]
    pub fn small_integer(
        mut self,
        small_integer: impl ::std::convert::Into<i64>,
    ) -> Self {
        self.small_integer = ::std::option::Option::Some(small_integer.into());
        self
    }
    /// Sets `small_number`.
    ///
    #[must_use]
    #[inline]
    pub fn small_number(mut self, small_number: impl ::std::convert::Into<f64>) -> Self {
        self.small_number = ::std::option::Option::Some(small_number.into());
        self
    }
    /// Sets `bounded_list`.
    ///
    #[must_use]
    #[inline]
    pub fn bounded_list(
        mut self,
        bounded_list: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.bounded_list = bounded_list
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_different`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_different(
        mut self,
        list_of_different: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.list_of_different = list_of_different
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `list_of_short`.
    ///
    #[must_use]
    #[inline]
    pub fn list_of_short(
        mut self,
        list_of_short: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.list_of_short = list_of_short
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `component_one_word`.
    ///
    #[must_use]
    #[inline]
    pub fn component_one_word(
        mut self,
        component_one_word: impl ::std::convert::Into<RequestComponentOneWord>,
    ) -> Self {
        self.component_one_word = ::std::option::Option::Some(component_one_word.into());
        self
    }
}
/// `RequestClosedObject`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RequestClosedObject {}
impl RequestClosedObject {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self {}
    }
}
/// `RequestComponentInlineStrictRecord`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RequestComponentInlineStrictRecord {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
}
impl RequestComponentInlineStrictRecord {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self {
            a: ::std::default::Default::default(),
        }
    }
    /// Sets `a`.
    ///
    #[must_use]
    #[inline]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = ::std::option::Option::Some(a.into());
        self
    }
}
/// `RequestComponentInlineUnion`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
pub enum RequestComponentInlineUnion {
    Rows(::std::vec::Vec<RequestRecord>),
    Other(::serde_json::Value),
}
impl ::std::convert::From<::std::vec::Vec<RequestRecord>>
for RequestComponentInlineUnion {
    #[inline]
    fn from(value: ::std::vec::Vec<RequestRecord>) -> Self {
        Self::Rows(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for RequestComponentInlineUnion {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}
/// `RequestComponentInlineWord`
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RequestComponentInlineWord {
    #[serde(rename = "one")]
    One,
    #[serde(rename = "two")]
    Two,
}
impl ::std::fmt::Display for RequestComponentInlineWord {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::One => f.write_str("one"),
            Self::Two => f.write_str("two"),
        }
    }
}
impl ::std::str::FromStr for RequestComponentInlineWord {
    type Err = self::error::ConversionError;
    #[inline]
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "one" => Ok(Self::One),
            "two" => Ok(Self::Two),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for RequestComponentInlineWord {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for RequestComponentInlineWord {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// `RequestComponentOneWord`
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RequestComponentOneWord {
    #[serde(rename = "one")]
    One,
}
impl ::std::fmt::Display for RequestComponentOneWord {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::One => f.write_str("one"),
        }
    }
}
impl ::std::str::FromStr for RequestComponentOneWord {
    type Err = self::error::ConversionError;
    #[inline]
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "one" => Ok(Self::One),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for RequestComponentOneWord {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for RequestComponentOneWord {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// `RequestComponentRequiredRecord`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RequestComponentRequiredRecord {
    pub a: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub b: ::std::option::Option<bool>,
}
impl RequestComponentRequiredRecord {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new(a: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            a: a.into(),
            b: ::std::default::Default::default(),
        }
    }
    /// Sets `b`.
    ///
    #[must_use]
    #[inline]
    pub fn b(mut self, b: impl ::std::convert::Into<bool>) -> Self {
        self.b = ::std::option::Option::Some(b.into());
        self
    }
}
/// d
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RequestNames {
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "self", skip_serializing_if = "::std::option::Option::is_none")]
    pub self_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "super", skip_serializing_if = "::std::option::Option::is_none")]
    pub super_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "crate", skip_serializing_if = "::std::option::Option::is_none")]
    pub crate_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "async", skip_serializing_if = "::std::option::Option::is_none")]
    pub async_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "gen", skip_serializing_if = "::std::option::Option::is_none")]
    pub gen_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "try", skip_serializing_if = "::std::option::Option::is_none")]
    pub try_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "yield", skip_serializing_if = "::std::option::Option::is_none")]
    pub yield_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "box", skip_serializing_if = "::std::option::Option::is_none")]
    pub box_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "dyn", skip_serializing_if = "::std::option::Option::is_none")]
    pub dyn_: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub union: ::std::option::Option<::std::string::String>,
    #[serde(rename = "true", skip_serializing_if = "::std::option::Option::is_none")]
    pub true_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "match", skip_serializing_if = "::std::option::Option::is_none")]
    pub match_: ::std::option::Option<::std::string::String>,
    #[serde(rename = "_", skip_serializing_if = "::std::option::Option::is_none")]
    pub x: ::std::option::Option<::std::string::String>,
    #[serde(rename = "_a", skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    #[serde(rename = "a__b", skip_serializing_if = "::std::option::Option::is_none")]
    pub a_b: ::std::option::Option<::std::string::String>,
    #[serde(rename = "1a", skip_serializing_if = "::std::option::Option::is_none")]
    pub x1a: ::std::option::Option<::std::string::String>,
    #[serde(rename = "9", skip_serializing_if = "::std::option::Option::is_none")]
    pub x9: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ä: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub 名: ::std::option::Option<::std::string::String>,
    #[serde(rename = "fooBar", skip_serializing_if = "::std::option::Option::is_none")]
    pub foo_bar: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub extra: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub body: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub response: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub result: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub client: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub info: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub header_map: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub map: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub five1: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub five_1: ::std::option::Option<::std::string::String>,
}
impl RequestNames {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self {
            type_: ::std::default::Default::default(),
            self_: ::std::default::Default::default(),
            super_: ::std::default::Default::default(),
            crate_: ::std::default::Default::default(),
            async_: ::std::default::Default::default(),
            gen_: ::std::default::Default::default(),
            try_: ::std::default::Default::default(),
            yield_: ::std::default::Default::default(),
            box_: ::std::default::Default::default(),
            dyn_: ::std::default::Default::default(),
            union: ::std::default::Default::default(),
            true_: ::std::default::Default::default(),
            match_: ::std::default::Default::default(),
            x: ::std::default::Default::default(),
            a: ::std::default::Default::default(),
            a_b: ::std::default::Default::default(),
            x1a: ::std::default::Default::default(),
            x9: ::std::default::Default::default(),
            ä: ::std::default::Default::default(),
            名: ::std::default::Default::default(),
            foo_bar: ::std::default::Default::default(),
            value: ::std::default::Default::default(),
            extra: ::std::default::Default::default(),
            body: ::std::default::Default::default(),
            url: ::std::default::Default::default(),
            request: ::std::default::Default::default(),
            response: ::std::default::Default::default(),
            result: ::std::default::Default::default(),
            client: ::std::default::Default::default(),
            info: ::std::default::Default::default(),
            header_map: ::std::default::Default::default(),
            map: ::std::default::Default::default(),
            name: ::std::default::Default::default(),
            five1: ::std::default::Default::default(),
            five_1: ::std::default::Default::default(),
        }
    }
    /// Sets `type`.
    ///
    #[must_use]
    #[inline]
    pub fn type_(
        mut self,
        type_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.type_ = ::std::option::Option::Some(type_.into());
        self
    }
    /// Sets `self`.
    ///
    #[must_use]
    #[inline]
    pub fn self_(
        mut self,
        self_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.self_ = ::std::option::Option::Some(self_.into());
        self
    }
    /// Sets `super`.
    ///
    #[must_use]
    #[inline]
    pub fn super_(
        mut self,
        super_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.super_ = ::std::option::Option::Some(super_.into());
        self
    }
    /// Sets `crate`.
    ///
    #[must_use]
    #[inline]
    pub fn crate_(
        mut self,
        crate_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.crate_ = ::std::option::Option::Some(crate_.into());
        self
    }
    /// Sets `async`.
    ///
    #[must_use]
    #[inline]
    pub fn async_(
        mut self,
        async_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.async_ = ::std::option::Option::Some(async_.into());
        self
    }
    /// Sets `gen`.
    ///
    #[must_use]
    #[inline]
    pub fn gen_(
        mut self,
        gen_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.gen_ = ::std::option::Option::Some(gen_.into());
        self
    }
    /// Sets `try`.
    ///
    #[must_use]
    #[inline]
    pub fn try_(
        mut self,
        try_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.try_ = ::std::option::Option::Some(try_.into());
        self
    }
    /// Sets `yield`.
    ///
    #[must_use]
    #[inline]
    pub fn yield_(
        mut self,
        yield_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.yield_ = ::std::option::Option::Some(yield_.into());
        self
    }
    /// Sets `box`.
    ///
    #[must_use]
    #[inline]
    pub fn box_(
        mut self,
        box_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.box_ = ::std::option::Option::Some(box_.into());
        self
    }
    /// Sets `dyn`.
    ///
    #[must_use]
    #[inline]
    pub fn dyn_(
        mut self,
        dyn_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.dyn_ = ::std::option::Option::Some(dyn_.into());
        self
    }
    /// Sets `union`.
    ///
    #[must_use]
    #[inline]
    pub fn union(
        mut self,
        union: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.union = ::std::option::Option::Some(union.into());
        self
    }
    /// Sets `true`.
    ///
    #[must_use]
    #[inline]
    pub fn true_(
        mut self,
        true_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.true_ = ::std::option::Option::Some(true_.into());
        self
    }
    /// Sets `match`.
    ///
    #[must_use]
    #[inline]
    pub fn match_(
        mut self,
        match_: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.match_ = ::std::option::Option::Some(match_.into());
        self
    }
    /// Sets `_`.
    ///
    #[must_use]
    #[inline]
    pub fn x(mut self, x: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.x = ::std::option::Option::Some(x.into());
        self
    }
    /// Sets `_a`.
    ///
    #[must_use]
    #[inline]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = ::std::option::Option::Some(a.into());
        self
    }
    /// Sets `a__b`.
    ///
    #[must_use]
    #[inline]
    pub fn a_b(mut self, a_b: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a_b = ::std::option::Option::Some(a_b.into());
        self
    }
    /// Sets `1a`.
    ///
    #[must_use]
    #[inline]
    pub fn x1a(mut self, x1a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.x1a = ::std::option::Option::Some(x1a.into());
        self
    }
    /// Sets `9`.
    ///
    #[must_use]
    #[inline]
    pub fn x9(mut self, x9: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.x9 = ::std::option::Option::Some(x9.into());
        self
    }
    /// Sets `ä`.
    ///
    #[must_use]
    #[inline]
    pub fn ä(mut self, ä: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.ä = ::std::option::Option::Some(ä.into());
        self
    }
    /// Sets `名`.
    ///
    #[must_use]
    #[inline]
    pub fn 名(mut self, 名: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.名 = ::std::option::Option::Some(名.into());
        self
    }
    /// Sets `fooBar`.
    ///
    #[must_use]
    #[inline]
    pub fn foo_bar(
        mut self,
        foo_bar: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.foo_bar = ::std::option::Option::Some(foo_bar.into());
        self
    }
    /// Sets `value`.
    ///
    #[must_use]
    #[inline]
    pub fn value(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.value = ::std::option::Option::Some(value.into());
        self
    }
    /// Sets `extra`.
    ///
    #[must_use]
    #[inline]
    pub fn extra(
        mut self,
        extra: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.extra = ::std::option::Option::Some(extra.into());
        self
    }
    /// Sets `body`.
    ///
    #[must_use]
    #[inline]
    pub fn body(
        mut self,
        body: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.body = ::std::option::Option::Some(body.into());
        self
    }
    /// Sets `url`.
    ///
    #[must_use]
    #[inline]
    pub fn url(mut self, url: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.url = ::std::option::Option::Some(url.into());
        self
    }
    /// Sets `request`.
    ///
    #[must_use]
    #[inline]
    pub fn request(
        mut self,
        request: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.request = ::std::option::Option::Some(request.into());
        self
    }
    /// Sets `response`.
    ///
    #[must_use]
    #[inline]
    pub fn response(
        mut self,
        response: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.response = ::std::option::Option::Some(response.into());
        self
    }
    /// Sets `result`.
    ///
    #[must_use]
    #[inline]
    pub fn result(
        mut self,
        result: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.result = ::std::option::Option::Some(result.into());
        self
    }
    /// Sets `client`.
    ///
    #[must_use]
    #[inline]
    pub fn client(
        mut self,
        client: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.client = ::std::option::Option::Some(client.into());
        self
    }
    /// Sets `info`.
    ///
    #[must_use]
    #[inline]
    pub fn info(
        mut self,
        info: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.info = ::std::option::Option::Some(info.into());
        self
    }
    /// Sets `header_map`.
    ///
    #[must_use]
    #[inline]
    pub fn header_map(
        mut self,
        header_map: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.header_map = ::std::option::Option::Some(header_map.into());
        self
    }
    /// Sets `map`.
    ///
    #[must_use]
    #[inline]
    pub fn map(mut self, map: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.map = ::std::option::Option::Some(map.into());
        self
    }
    /// Sets `name`.
    ///
    #[must_use]
    #[inline]
    pub fn name(
        mut self,
        name: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.name = ::std::option::Option::Some(name.into());
        self
    }
    /// Sets `five1`.
    ///
    #[must_use]
    #[inline]
    pub fn five1(
        mut self,
        five1: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.five1 = ::std::option::Option::Some(five1.into());
        self
    }
    /// Sets `five_1`.
    ///
    #[must_use]
    #[inline]
    pub fn five_1(
        mut self,
        five_1: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.five_1 = ::std::option::Option::Some(five_1.into());
        self
    }
}
/// d
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RequestRecord {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}
impl RequestRecord {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self {
            title: ::std::default::Default::default(),
        }
    }
    /// Sets `title`.
    ///
    #[must_use]
    #[inline]
    pub fn title(
        mut self,
        title: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.title = ::std::option::Option::Some(title.into());
        self
    }
}
/// d
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
pub enum RequestUnion {
    Record(RequestRecord),
    Word(RequestWord),
}
impl ::std::convert::From<RequestRecord> for RequestUnion {
    #[inline]
    fn from(value: RequestRecord) -> Self {
        Self::Record(value)
    }
}
impl ::std::convert::From<RequestWord> for RequestUnion {
    #[inline]
    fn from(value: RequestWord) -> Self {
        Self::Word(value)
    }
}
/// d
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RequestWord {
    #[serde(rename = "one")]
    One,
    #[serde(rename = "two")]
    Two,
}
impl ::std::fmt::Display for RequestWord {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::One => f.write_str("one"),
            Self::Two => f.write_str("two"),
        }
    }
}
impl ::std::str::FromStr for RequestWord {
    type Err = self::error::ConversionError;
    #[inline]
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "one" => Ok(Self::One),
            "two" => Ok(Self::Two),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for RequestWord {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for RequestWord {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// d
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RequestWords {
    #[serde(rename = "one")]
    One,
    #[serde(rename = "self")]
    Self_,
    #[serde(rename = "type")]
    Type,
    #[serde(rename = "crate")]
    Crate,
    #[serde(rename = "super")]
    Super,
    None,
    Some,
    Ok,
    Err,
    #[serde(rename = "a b")]
    AB,
    #[serde(rename = "c.d")]
    CD,
    #[serde(rename = "a1")]
    A1,
    #[serde(rename = "HTTP")]
    Http,
    #[serde(rename = "unknown_fields")]
    UnknownFields,
    String,
    Error,
}
impl ::std::fmt::Display for RequestWords {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::One => f.write_str("one"),
            Self::Self_ => f.write_str("self"),
            Self::Type => f.write_str("type"),
            Self::Crate => f.write_str("crate"),
            Self::Super => f.write_str("super"),
            Self::None => f.write_str("None"),
            Self::Some => f.write_str("Some"),
            Self::Ok => f.write_str("Ok"),
            Self::Err => f.write_str("Err"),
            Self::AB => f.write_str("a b"),
            Self::CD => f.write_str("c.d"),
            Self::A1 => f.write_str("a1"),
            Self::Http => f.write_str("HTTP"),
            Self::UnknownFields => f.write_str("unknown_fields"),
            Self::String => f.write_str("String"),
            Self::Error => f.write_str("Error"),
        }
    }
}
impl ::std::str::FromStr for RequestWords {
    type Err = self::error::ConversionError;
    #[inline]
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "one" => Ok(Self::One),
            "self" => Ok(Self::Self_),
            "type" => Ok(Self::Type),
            "crate" => Ok(Self::Crate),
            "super" => Ok(Self::Super),
            "None" => Ok(Self::None),
            "Some" => Ok(Self::Some),
            "Ok" => Ok(Self::Ok),
            "Err" => Ok(Self::Err),
            "a b" => Ok(Self::AB),
            "c.d" => Ok(Self::CD),
            "a1" => Ok(Self::A1),
            "HTTP" => Ok(Self::Http),
            "unknown_fields" => Ok(Self::UnknownFields),
            "String" => Ok(Self::String),
            "Error" => Ok(Self::Error),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for RequestWords {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for RequestWords {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Serde {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Serde {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Serde {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Serde {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Std {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Std {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Std {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Std {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Type {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Type {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Type {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Type {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// d
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Value {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub a: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Value {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "a" => crate::scalars::lenient::read_into(&mut self.a, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Value {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Value {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(::std::borrow::Cow<'static, str>);
    impl ::std::error::Error for ConversionError {}
    impl ::std::fmt::Display for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Display::fmt(&self.0, f)
        }
    }
    impl ::std::fmt::Debug for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }
    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}
