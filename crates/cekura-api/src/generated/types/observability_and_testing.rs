// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

use super::*;
/// A problem found in a call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CriticalCategory {
    /// The id of the kind of problem.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub category_id: ::std::option::Option<i64>,
    /// The name of the kind of problem.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub category: ::std::option::Option<::std::string::String>,
    /// What the agent did differently, a number or a sentence.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub deviation: ::std::option::Option<::serde_json::Value>,
    /// Whether a person has said that this is not a problem after all.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub wrongly_marked: ::std::option::Option<bool>,
    /// What that person wrote.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// How serious it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub priority: ::std::option::Option<CriticalCategoryPriority>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CriticalCategory {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "category_id" => {
                crate::scalars::lenient::read_into(&mut self.category_id, map)
            }
            "category" => crate::scalars::lenient::read_into(&mut self.category, map),
            "deviation" => crate::scalars::lenient::read_into(&mut self.deviation, map),
            "wrongly_marked" => {
                crate::scalars::lenient::read_into(&mut self.wrongly_marked, map)
            }
            "feedback" => crate::scalars::lenient::read_into(&mut self.feedback, map),
            "priority" => crate::scalars::lenient::read_into(&mut self.priority, map),
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
impl crate::scalars::lenient::Lenient for CriticalCategory {
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
impl<'de> ::serde::Deserialize<'de> for CriticalCategory {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// How serious a problem is.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum CriticalCategoryPriority {
    /// `critical`
    #[serde(rename = "critical")]
    Critical,
    /// `non-critical`
    #[serde(rename = "non-critical")]
    NonCritical,
    /// `not_a_bug`
    #[serde(rename = "not_a_bug")]
    NotABug,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl CriticalCategoryPriority {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Critical => "critical",
            Self::NonCritical => "non-critical",
            Self::NotABug => "not_a_bug",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for CriticalCategoryPriority {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for CriticalCategoryPriority {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "critical" => Self::Critical,
            "non-critical" => Self::NonCritical,
            "not_a_bug" => Self::NotABug,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for CriticalCategoryPriority {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for CriticalCategoryPriority {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for CriticalCategoryPriority {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// The verdicts of an agent's metrics on one call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Evaluation {
    /// One entry for each metric, also for those that were skipped or not applicable.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metrics: ::std::option::Option<::std::vec::Vec<MetricResult>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Evaluation {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "metrics" => crate::scalars::lenient::read_into(&mut self.metrics, map),
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
impl crate::scalars::lenient::Lenient for Evaluation {
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
impl<'de> ::serde::Deserialize<'de> for Evaluation {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What one metric says about one call.
/// A null score is a finished verdict too: the metric was not applicable, or was skipped by
/// sampling.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct MetricResult {
    /// The metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::MetricId>,
    /// The name of the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The kind of metric, such as binary, numeric, enum or continuous_qualitative, or an older
    /// name.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
    /// The kind of metric under the service's newer names.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub eval_type: ::std::option::Option<::std::string::String>,
    /// The score; 5 is a pass and 0 a fail for binary metrics.
    /// Null if not applicable or skipped.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub score: ::std::option::Option<f64>,
    /// The score on a scale from 0 to 1.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub score_normalized: ::std::option::Option<f64>,
    /// Whether the call passes by this metric, for metrics that can say so.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub passed: ::std::option::Option<bool>,
    /// The chosen value of an enum metric.
    #[serde(rename = "enum", skip_serializing_if = "::std::option::Option::is_none")]
    pub enum_: ::std::option::Option<::std::string::String>,
    /// The value of an enum metric, normally text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::serde_json::Value>,
    /// Why, in sentences.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub explanation: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// More that this kind of metric has to say, such as the categories it found.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub extra: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// The service's code for a metric it predefines.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub vocera_defined_metric_code: ::std::option::Option<::std::string::String>,
    /// The service's function that computed the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub function_name: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for MetricResult {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "eval_type" => crate::scalars::lenient::read_into(&mut self.eval_type, map),
            "score" => crate::scalars::lenient::read_into(&mut self.score, map),
            "score_normalized" => {
                crate::scalars::lenient::read_into(&mut self.score_normalized, map)
            }
            "passed" => crate::scalars::lenient::read_into(&mut self.passed, map),
            "enum" => crate::scalars::lenient::read_into(&mut self.enum_, map),
            "value" => crate::scalars::lenient::read_into(&mut self.value, map),
            "explanation" => {
                crate::scalars::lenient::read_into(&mut self.explanation, map)
            }
            "extra" => crate::scalars::lenient::read_into(&mut self.extra, map),
            "vocera_defined_metric_code" => {
                crate::scalars::lenient::read_into(
                    &mut self.vocera_defined_metric_code,
                    map,
                )
            }
            "function_name" => {
                crate::scalars::lenient::read_into(&mut self.function_name, map)
            }
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
impl crate::scalars::lenient::Lenient for MetricResult {
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
impl<'de> ::serde::Deserialize<'de> for MetricResult {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// How the metrics' verdicts add up to the verdict on the call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Rubric {
    Entries(::std::vec::Vec<RubricEntry>),
    Other(::serde_json::Value),
}
impl crate::scalars::lenient::Lenient for Rubric {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        let found = crate::scalars::lenient::list_or_other(input)?;
        Ok(
            found
                .map(|either| match either {
                    crate::scalars::lenient::ListOrOther::List(list) => {
                        Self::Entries(list)
                    }
                    crate::scalars::lenient::ListOrOther::Other(value) => {
                        Self::Other(value)
                    }
                }),
        )
    }
}
impl<'de> ::serde::Deserialize<'de> for Rubric {
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
impl ::std::convert::From<::std::vec::Vec<RubricEntry>> for Rubric {
    #[inline]
    fn from(value: ::std::vec::Vec<RubricEntry>) -> Self {
        Self::Entries(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for Rubric {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}
/// One comparison.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct RubricCondition {
    /// What is compared, such as score.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub field: ::std::option::Option<::std::string::String>,
    /// The comparison, such as gte.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub op: ::std::option::Option<::std::string::String>,
    /// What it is compared with.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::serde_json::Value>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for RubricCondition {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "field" => crate::scalars::lenient::read_into(&mut self.field, map),
            "op" => crate::scalars::lenient::read_into(&mut self.op, map),
            "value" => crate::scalars::lenient::read_into(&mut self.value, map),
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
impl crate::scalars::lenient::Lenient for RubricCondition {
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
impl<'de> ::serde::Deserialize<'de> for RubricCondition {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Conditions that are joined by and / or.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct RubricConditions {
    /// How they are joined.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub operator: ::std::option::Option<::std::string::String>,
    /// The conditions.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub conditions: ::std::option::Option<::std::vec::Vec<RubricCondition>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for RubricConditions {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "operator" => crate::scalars::lenient::read_into(&mut self.operator, map),
            "conditions" => crate::scalars::lenient::read_into(&mut self.conditions, map),
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
impl crate::scalars::lenient::Lenient for RubricConditions {
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
impl<'de> ::serde::Deserialize<'de> for RubricConditions {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What one metric contributes to the verdict on the call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct RubricEntry {
    /// The metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_id: ::std::option::Option<::cekura_api::scalars::MetricId>,
    /// The name of the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_name: ::std::option::Option<::std::string::String>,
    /// The value that was compared, a score or the value of an enum metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::serde_json::Value>,
    /// Why, in sentences.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub explanation: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Whether the conditions hold.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub passed: ::std::option::Option<bool>,
    /// The conditions in words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub conditions: ::std::option::Option<::std::string::String>,
    /// The conditions as a tree.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expected_conditions: ::std::option::Option<RubricConditions>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for RubricEntry {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "metric_id" => crate::scalars::lenient::read_into(&mut self.metric_id, map),
            "metric_name" => {
                crate::scalars::lenient::read_into(&mut self.metric_name, map)
            }
            "value" => crate::scalars::lenient::read_into(&mut self.value, map),
            "explanation" => {
                crate::scalars::lenient::read_into(&mut self.explanation, map)
            }
            "passed" => crate::scalars::lenient::read_into(&mut self.passed, map),
            "conditions" => crate::scalars::lenient::read_into(&mut self.conditions, map),
            "expected_conditions" => {
                crate::scalars::lenient::read_into(&mut self.expected_conditions, map)
            }
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
impl crate::scalars::lenient::Lenient for RubricEntry {
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
impl<'de> ::serde::Deserialize<'de> for RubricEntry {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What one side said before the other spoke.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct TranscriptTurn {
    /// Who spoke, usually "Main Agent" or "Testing Agent"; tool calls have roles of their own.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub role: ::std::option::Option<::std::string::String>,
    /// What was said.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub content: ::std::option::Option<::std::string::String>,
    /// When it was said, as seconds from the start of the call or as minutes and seconds in text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::serde_json::Value>,
    /// When it was said, as minutes and seconds from the start of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub time: ::std::option::Option<::std::string::String>,
    /// When the turn began, in seconds from the start of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start_time: ::std::option::Option<f64>,
    /// When the turn ended, in seconds from the start of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_time: ::std::option::Option<f64>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for TranscriptTurn {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "role" => crate::scalars::lenient::read_into(&mut self.role, map),
            "content" => crate::scalars::lenient::read_into(&mut self.content, map),
            "timestamp" => crate::scalars::lenient::read_into(&mut self.timestamp, map),
            "time" => crate::scalars::lenient::read_into(&mut self.time, map),
            "start_time" => crate::scalars::lenient::read_into(&mut self.start_time, map),
            "end_time" => crate::scalars::lenient::read_into(&mut self.end_time, map),
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
impl crate::scalars::lenient::Lenient for TranscriptTurn {
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
impl<'de> ::serde::Deserialize<'de> for TranscriptTurn {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
