// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

/// The word that stands for every call log of the agent.
/// The price grows with each of them.
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
pub enum AllCallLogs {
    #[serde(rename = "all")]
    All,
}
impl ::std::fmt::Display for AllCallLogs {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::All => f.write_str("all"),
        }
    }
}
impl ::std::str::FromStr for AllCallLogs {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "all" => Ok(Self::All),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for AllCallLogs {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for AllCallLogs {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The balance of an organization.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct BillingInfo {
    /// The organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub organization: ::std::option::Option<::cekura_api::scalars::OrganizationId>,
    /// Credits that can be spent now.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub credits_remaining: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// Credits used in this billing cycle, up to 30 minutes late; 0 at its start.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub credits_used: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// Credits that the plan granted at the start of the billing cycle.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub initial_balance: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// When the balance expires; null if it does not.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub balance_expiry: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// The subscription.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscription_status: ::std::option::Option<SubscriptionStatus>,
    /// When the billing record was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the billing record last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for BillingInfo {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "organization" => {
                crate::scalars::lenient::read_into(&mut self.organization, map)
            }
            "credits_remaining" => {
                crate::scalars::lenient::read_into(&mut self.credits_remaining, map)
            }
            "credits_used" => {
                crate::scalars::lenient::read_into(&mut self.credits_used, map)
            }
            "initial_balance" => {
                crate::scalars::lenient::read_into(&mut self.initial_balance, map)
            }
            "balance_expiry" => {
                crate::scalars::lenient::read_into(&mut self.balance_expiry, map)
            }
            "subscription_status" => {
                crate::scalars::lenient::read_into(&mut self.subscription_status, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for BillingInfo {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for BillingInfo {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A production call in full, with its transcript and the verdicts of its metrics.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CallLog {
    /// The number of this call log.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::CallLogId>,
    /// The provider's own id of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::std::string::String>,
    /// The OpenTelemetry trace of the call, 32 hexadecimal digits; empty without tracing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// How long the call took, as minutes and seconds (MM:SS), or with hours before them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<::std::string::String>,
    /// Where the recording is; empty or null for calls that are text only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_recording_url: ::std::option::Option<::std::string::String>,
    /// Problems that metrics of the kind "critical deviations" found in the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub critical_categories: ::std::option::Option<::std::vec::Vec<CriticalCategory>>,
    /// The conversation turn by turn.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_object: ::std::option::Option<::std::vec::Vec<TranscriptTurn>>,
    /// The conversation as text, one line for each turn, each line starting with its time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<::std::string::String>,
    /// A transcript that a person wrote or corrected.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub user_generated_transcript: ::std::option::Option<UserTranscript>,
    /// Where the evaluation stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<CallLogStatus>,
    /// The verdict on the whole call; null until evaluated, and again while a re-evaluation goes
    /// on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
    /// Whether a person has confirmed or corrected the verdict.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_reviewed: ::std::option::Option<bool>,
    /// What the reviewer wrote.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The verdicts of the metrics; null before the first evaluation.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation: ::std::option::Option<Evaluation>,
    /// How the metrics' verdicts add up to the verdict on the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rubric: ::std::option::Option<Rubric>,
    /// The agent that took the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The number of the agent, as text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::std::string::String>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_name: ::std::option::Option<::std::string::String>,
    /// The project of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The telephone number or other identification of the caller.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_number: ::std::option::Option<::std::string::String>,
    /// Why the call ended, in the provider's words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_ended_reason: ::std::option::Option<::std::string::String>,
    /// Where in the conversation the caller lost interest.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dropoff_point: ::std::option::Option<::std::string::String>,
    /// What the call was about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub topic: ::std::option::Option<::std::string::String>,
    /// What the sender of the call log added to it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Values that the agent's prompt was filled with for this call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dynamic_variables: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Which audio channel of the recording is the caller's, counted from 0.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub testing_channel_index: ::std::option::Option<i64>,
    /// What went wrong with the call log itself, if anything did.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// When the call took place.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call log was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call log last changed, by an evaluation or by a person.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CallLog {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "call_id" => crate::scalars::lenient::read_into(&mut self.call_id, map),
            "trace_id" => crate::scalars::lenient::read_into(&mut self.trace_id, map),
            "duration" => crate::scalars::lenient::read_into(&mut self.duration, map),
            "voice_recording_url" => {
                crate::scalars::lenient::read_into(&mut self.voice_recording_url, map)
            }
            "critical_categories" => {
                crate::scalars::lenient::read_into(&mut self.critical_categories, map)
            }
            "transcript_object" => {
                crate::scalars::lenient::read_into(&mut self.transcript_object, map)
            }
            "transcript" => crate::scalars::lenient::read_into(&mut self.transcript, map),
            "user_generated_transcript" => {
                crate::scalars::lenient::read_into(
                    &mut self.user_generated_transcript,
                    map,
                )
            }
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "success" => crate::scalars::lenient::read_into(&mut self.success, map),
            "is_reviewed" => {
                crate::scalars::lenient::read_into(&mut self.is_reviewed, map)
            }
            "feedback" => crate::scalars::lenient::read_into(&mut self.feedback, map),
            "evaluation" => crate::scalars::lenient::read_into(&mut self.evaluation, map),
            "rubric" => crate::scalars::lenient::read_into(&mut self.rubric, map),
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "agent_id" => crate::scalars::lenient::read_into(&mut self.agent_id, map),
            "agent_name" => crate::scalars::lenient::read_into(&mut self.agent_name, map),
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "customer_number" => {
                crate::scalars::lenient::read_into(&mut self.customer_number, map)
            }
            "call_ended_reason" => {
                crate::scalars::lenient::read_into(&mut self.call_ended_reason, map)
            }
            "dropoff_point" => {
                crate::scalars::lenient::read_into(&mut self.dropoff_point, map)
            }
            "topic" => crate::scalars::lenient::read_into(&mut self.topic, map),
            "metadata" => crate::scalars::lenient::read_into(&mut self.metadata, map),
            "dynamic_variables" => {
                crate::scalars::lenient::read_into(&mut self.dynamic_variables, map)
            }
            "testing_channel_index" => {
                crate::scalars::lenient::read_into(&mut self.testing_channel_index, map)
            }
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "timestamp" => crate::scalars::lenient::read_into(&mut self.timestamp, map),
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CallLog {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for CallLog {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// One page of a list of call logs.
pub type CallLogPage = crate::Page<CallLogSummary>;
/// Some call logs, or all that the agent has.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
pub enum CallLogSelection {
    Ids(::std::vec::Vec<::cekura_api::scalars::CallLogId>),
    Keyword(AllCallLogs),
}
impl ::std::convert::From<::std::vec::Vec<::cekura_api::scalars::CallLogId>>
for CallLogSelection {
    fn from(value: ::std::vec::Vec<::cekura_api::scalars::CallLogId>) -> Self {
        Self::Ids(value)
    }
}
impl ::std::convert::From<AllCallLogs> for CallLogSelection {
    fn from(value: AllCallLogs) -> Self {
        Self::Keyword(value)
    }
}
/// Where the evaluation of a call log stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum CallLogStatus {
    /// `success`
    #[serde(rename = "success")]
    Success,
    /// `failure`
    #[serde(rename = "failure")]
    Failure,
    /// `reviewed_success`
    #[serde(rename = "reviewed_success")]
    ReviewedSuccess,
    /// `reviewed_failure`
    #[serde(rename = "reviewed_failure")]
    ReviewedFailure,
    /// `evaluating`
    #[serde(rename = "evaluating")]
    Evaluating,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl CallLogStatus {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::ReviewedSuccess => "reviewed_success",
            Self::ReviewedFailure => "reviewed_failure",
            Self::Evaluating => "evaluating",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for CallLogStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for CallLogStatus {
    fn from(word: &str) -> Self {
        match word {
            "success" => Self::Success,
            "failure" => Self::Failure,
            "reviewed_success" => Self::ReviewedSuccess,
            "reviewed_failure" => Self::ReviewedFailure,
            "evaluating" => Self::Evaluating,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for CallLogStatus {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for CallLogStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for CallLogStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A production call as lists show it, with scores but without explanations.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CallLogSummary {
    /// The number of this call log.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::CallLogId>,
    /// The provider's own id of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::std::string::String>,
    /// The OpenTelemetry trace of the call, 32 hexadecimal digits; empty without tracing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// How long the call took, as minutes and seconds (MM:SS), or with hours before them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<::std::string::String>,
    /// Where the evaluation stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<CallLogStatus>,
    /// The verdict on the whole call; null until evaluated, and again while a re-evaluation goes
    /// on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
    /// Whether a person has confirmed or corrected the verdict.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_reviewed: ::std::option::Option<bool>,
    /// What the reviewer wrote.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The verdicts of the metrics, without explanations.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metrics: ::std::option::Option<::std::vec::Vec<MetricResult>>,
    /// The verdicts of the metrics; null before the first evaluation.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation: ::std::option::Option<Evaluation>,
    /// The conversation as text, one line for each turn, each line starting with its time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<::std::string::String>,
    /// The conversation turn by turn.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_object: ::std::option::Option<::std::vec::Vec<TranscriptTurn>>,
    /// The agent that took the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_name: ::std::option::Option<::std::string::String>,
    /// The telephone number or other identification of the caller.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_number: ::std::option::Option<::std::string::String>,
    /// Why the call ended, in the provider's words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_ended_reason: ::std::option::Option<::std::string::String>,
    /// Where in the conversation the caller lost interest.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dropoff_point: ::std::option::Option<::std::string::String>,
    /// What the call was about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub topic: ::std::option::Option<::std::string::String>,
    /// What went wrong with the call log itself, if anything did.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// When the call took place.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call log was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call log last changed, by an evaluation or by a person.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CallLogSummary {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "call_id" => crate::scalars::lenient::read_into(&mut self.call_id, map),
            "trace_id" => crate::scalars::lenient::read_into(&mut self.trace_id, map),
            "duration" => crate::scalars::lenient::read_into(&mut self.duration, map),
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "success" => crate::scalars::lenient::read_into(&mut self.success, map),
            "is_reviewed" => {
                crate::scalars::lenient::read_into(&mut self.is_reviewed, map)
            }
            "feedback" => crate::scalars::lenient::read_into(&mut self.feedback, map),
            "metrics" => crate::scalars::lenient::read_into(&mut self.metrics, map),
            "evaluation" => crate::scalars::lenient::read_into(&mut self.evaluation, map),
            "transcript" => crate::scalars::lenient::read_into(&mut self.transcript, map),
            "transcript_object" => {
                crate::scalars::lenient::read_into(&mut self.transcript_object, map)
            }
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "agent_name" => crate::scalars::lenient::read_into(&mut self.agent_name, map),
            "customer_number" => {
                crate::scalars::lenient::read_into(&mut self.customer_number, map)
            }
            "call_ended_reason" => {
                crate::scalars::lenient::read_into(&mut self.call_ended_reason, map)
            }
            "dropoff_point" => {
                crate::scalars::lenient::read_into(&mut self.dropoff_point, map)
            }
            "topic" => crate::scalars::lenient::read_into(&mut self.topic, map),
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "timestamp" => crate::scalars::lenient::read_into(&mut self.timestamp, map),
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CallLogSummary {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for CallLogSummary {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A problem found in a call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CriticalCategory {
    /// The number of the kind of problem.
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
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CriticalCategory {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for CriticalCategory {
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
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for CriticalCategoryPriority {
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
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for CriticalCategoryPriority {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for CriticalCategoryPriority {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// An evaluation with chosen metrics of one agent.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EvaluateMetricsByAgent {
    /// The agent that call logs and metrics belong to.
    pub agent_id: ::cekura_api::scalars::AgentId,
    /// The call logs to evaluate; at least one.
    pub call_logs: ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    /// The metrics to evaluate them with; at least one.
    pub metrics: ::std::vec::Vec<::cekura_api::scalars::MetricId>,
}
impl EvaluateMetricsByAgent {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        agent_id: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
        call_logs: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::CallLogId>,
        >,
        metrics: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::MetricId>,
        >,
    ) -> Self {
        Self {
            agent_id: agent_id.into(),
            call_logs: call_logs.into_iter().map(::std::convert::Into::into).collect(),
            metrics: metrics.into_iter().map(::std::convert::Into::into).collect(),
        }
    }
}
/// An evaluation with chosen metrics of one project.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EvaluateMetricsByProject {
    /// The project that call logs and metrics belong to.
    pub project_id: ::cekura_api::scalars::ProjectId,
    /// The call logs to evaluate; at least one.
    pub call_logs: ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    /// The metrics to evaluate them with; at least one.
    pub metrics: ::std::vec::Vec<::cekura_api::scalars::MetricId>,
}
impl EvaluateMetricsByProject {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        project_id: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
        call_logs: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::CallLogId>,
        >,
        metrics: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::MetricId>,
        >,
    ) -> Self {
        Self {
            project_id: project_id.into(),
            call_logs: call_logs.into_iter().map(::std::convert::Into::into).collect(),
            metrics: metrics.into_iter().map(::std::convert::Into::into).collect(),
        }
    }
}
/// Whose call logs to evaluate, which of them, and with which metrics.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
pub enum EvaluateMetricsRequest {
    Agent(EvaluateMetricsByAgent),
    Project(EvaluateMetricsByProject),
}
impl ::std::convert::From<EvaluateMetricsByAgent> for EvaluateMetricsRequest {
    fn from(value: EvaluateMetricsByAgent) -> Self {
        Self::Agent(value)
    }
}
impl ::std::convert::From<EvaluateMetricsByProject> for EvaluateMetricsRequest {
    fn from(value: EvaluateMetricsByProject) -> Self {
        Self::Project(value)
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
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Evaluation {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Evaluation {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Which calls a metric is applied to.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum EvaluationTrigger {
    /// `always`
    #[serde(rename = "always")]
    Always,
    /// `automatic`
    #[serde(rename = "automatic")]
    Automatic,
    /// `custom`
    #[serde(rename = "custom")]
    Custom,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl EvaluationTrigger {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Always => "always",
            Self::Automatic => "automatic",
            Self::Custom => "custom",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for EvaluationTrigger {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for EvaluationTrigger {
    fn from(word: &str) -> Self {
        match word {
            "always" => Self::Always,
            "automatic" => Self::Automatic,
            "custom" => Self::Custom,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for EvaluationTrigger {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for EvaluationTrigger {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for EvaluationTrigger {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// The definition of a metric.
/// Named here is what decides how it judges and where it applies; what else the service sends
/// with it (alerts, reviews, statistics) is kept as it came.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Metric {
    /// The number of this metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::MetricId>,
    /// A name for addresses, unique, in small letters and underscores.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub slug: ::std::option::Option<::std::string::String>,
    /// The name of the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// What the metric measures; for newer kinds also the instructions it judges by.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// What does the judging.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<MetricType>,
    /// What kind of answer the metric gives.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub eval_type: ::std::option::Option<MetricEvalType>,
    /// The answers that a metric of the kind enum chooses from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enum_values: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The instructions by which a language model judges.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prompt: ::std::option::Option<::std::string::String>,
    /// The Python code that judges, for metrics of the kind custom_code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub custom_code: ::std::option::Option<::std::string::String>,
    /// The service's function that computes the metric, for predefined ones.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub function_name: ::std::option::Option<::std::string::String>,
    /// The service's code for a metric it predefines.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub vocera_defined_metric_code: ::std::option::Option<::std::string::String>,
    /// Which calls the metric is applied to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_trigger: ::std::option::Option<EvaluationTrigger>,
    /// What decides that, when evaluation_trigger is custom.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trigger_type: ::std::option::Option<TriggerType>,
    /// The condition in words, when a language model decides.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_trigger_prompt: ::std::option::Option<::std::string::String>,
    /// The condition as Python code, when code decides.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_trigger_custom_code: ::std::option::Option<::std::string::String>,
    /// The instructions by which a priority is given to what the metric finds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub priority_assignment_prompt: ::std::option::Option<::std::string::String>,
    /// Parameters of metrics that take some, such as limits in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub configuration: ::std::option::Option<::serde_json::Value>,
    /// The documents that the metric compares calls with.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub knowledge_base_files: ::std::option::Option<::serde_json::Value>,
    /// Whether the recording is judged as well as the transcript.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub audio_enabled: ::std::option::Option<bool>,
    /// Whether only a sample of the calls is judged, at the rate that the project sets.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sampling_enabled: ::std::option::Option<bool>,
    /// Whether production calls are judged by it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub observability_enabled: ::std::option::Option<bool>,
    /// Whether simulated calls are judged by it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub simulation_enabled: ::std::option::Option<bool>,
    /// The project the metric belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The agents whose calls it judges.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agents: ::std::option::Option<::std::vec::Vec<::cekura_api::scalars::AgentId>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Metric {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "slug" => crate::scalars::lenient::read_into(&mut self.slug, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "description" => {
                crate::scalars::lenient::read_into(&mut self.description, map)
            }
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "eval_type" => crate::scalars::lenient::read_into(&mut self.eval_type, map),
            "enum_values" => {
                crate::scalars::lenient::read_into(&mut self.enum_values, map)
            }
            "prompt" => crate::scalars::lenient::read_into(&mut self.prompt, map),
            "custom_code" => {
                crate::scalars::lenient::read_into(&mut self.custom_code, map)
            }
            "function_name" => {
                crate::scalars::lenient::read_into(&mut self.function_name, map)
            }
            "vocera_defined_metric_code" => {
                crate::scalars::lenient::read_into(
                    &mut self.vocera_defined_metric_code,
                    map,
                )
            }
            "evaluation_trigger" => {
                crate::scalars::lenient::read_into(&mut self.evaluation_trigger, map)
            }
            "trigger_type" => {
                crate::scalars::lenient::read_into(&mut self.trigger_type, map)
            }
            "evaluation_trigger_prompt" => {
                crate::scalars::lenient::read_into(
                    &mut self.evaluation_trigger_prompt,
                    map,
                )
            }
            "evaluation_trigger_custom_code" => {
                crate::scalars::lenient::read_into(
                    &mut self.evaluation_trigger_custom_code,
                    map,
                )
            }
            "priority_assignment_prompt" => {
                crate::scalars::lenient::read_into(
                    &mut self.priority_assignment_prompt,
                    map,
                )
            }
            "configuration" => {
                crate::scalars::lenient::read_into(&mut self.configuration, map)
            }
            "knowledge_base_files" => {
                crate::scalars::lenient::read_into(&mut self.knowledge_base_files, map)
            }
            "audio_enabled" => {
                crate::scalars::lenient::read_into(&mut self.audio_enabled, map)
            }
            "sampling_enabled" => {
                crate::scalars::lenient::read_into(&mut self.sampling_enabled, map)
            }
            "observability_enabled" => {
                crate::scalars::lenient::read_into(&mut self.observability_enabled, map)
            }
            "simulation_enabled" => {
                crate::scalars::lenient::read_into(&mut self.simulation_enabled, map)
            }
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "agents" => crate::scalars::lenient::read_into(&mut self.agents, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Metric {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Metric {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What kind of answer a metric gives.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum MetricEvalType {
    /// `binary`
    #[serde(rename = "binary")]
    Binary,
    /// `continuous_qualitative`
    #[serde(rename = "continuous_qualitative")]
    ContinuousQualitative,
    /// `numeric`
    #[serde(rename = "numeric")]
    Numeric,
    /// `enum`
    #[serde(rename = "enum")]
    Enum,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl MetricEvalType {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Binary => "binary",
            Self::ContinuousQualitative => "continuous_qualitative",
            Self::Numeric => "numeric",
            Self::Enum => "enum",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for MetricEvalType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MetricEvalType {
    fn from(word: &str) -> Self {
        match word {
            "binary" => Self::Binary,
            "continuous_qualitative" => Self::ContinuousQualitative,
            "numeric" => Self::Numeric,
            "enum" => Self::Enum,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for MetricEvalType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MetricEvalType {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricEvalType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
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
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for MetricResult {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricResult {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What does the judging of a metric.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum MetricType {
    /// `basic`
    #[serde(rename = "basic")]
    Basic,
    /// `custom_prompt`
    #[serde(rename = "custom_prompt")]
    CustomPrompt,
    /// `custom_code`
    #[serde(rename = "custom_code")]
    CustomCode,
    /// `llm_judge`
    #[serde(rename = "llm_judge")]
    LlmJudge,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl MetricType {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Basic => "basic",
            Self::CustomPrompt => "custom_prompt",
            Self::CustomCode => "custom_code",
            Self::LlmJudge => "llm_judge",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for MetricType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MetricType {
    fn from(word: &str) -> Self {
        match word {
            "basic" => Self::Basic,
            "custom_prompt" => Self::CustomPrompt,
            "custom_code" => Self::CustomCode,
            "llm_judge" => Self::LlmJudge,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for MetricType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MetricType {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A re-evaluation whose agent is named by its number.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RerunEvaluationByAgent {
    /// The agent the call logs belong to.
    pub agent_id: ::cekura_api::scalars::AgentId,
    /// Which of its call logs.
    pub call_logs: CallLogSelection,
}
impl RerunEvaluationByAgent {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        agent_id: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
        call_logs: impl ::std::convert::Into<CallLogSelection>,
    ) -> Self {
        Self {
            agent_id: agent_id.into(),
            call_logs: call_logs.into(),
        }
    }
}
/// A re-evaluation whose agent is named by its provider's id.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RerunEvaluationByAssistant {
    /// The provider's id of the agent the call logs belong to.
    pub assistant_id: ::cekura_api::scalars::AssistantId,
    /// Which of its call logs.
    pub call_logs: CallLogSelection,
}
impl RerunEvaluationByAssistant {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        assistant_id: impl ::std::convert::Into<::cekura_api::scalars::AssistantId>,
        call_logs: impl ::std::convert::Into<CallLogSelection>,
    ) -> Self {
        Self {
            assistant_id: assistant_id.into(),
            call_logs: call_logs.into(),
        }
    }
}
/// Whose call logs to evaluate again, and which of them.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
pub enum RerunEvaluationRequest {
    Agent(RerunEvaluationByAgent),
    Assistant(RerunEvaluationByAssistant),
}
impl ::std::convert::From<RerunEvaluationByAgent> for RerunEvaluationRequest {
    fn from(value: RerunEvaluationByAgent) -> Self {
        Self::Agent(value)
    }
}
impl ::std::convert::From<RerunEvaluationByAssistant> for RerunEvaluationRequest {
    fn from(value: RerunEvaluationByAssistant) -> Self {
        Self::Assistant(value)
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
    fn from(value: ::std::vec::Vec<RubricEntry>) -> Self {
        Self::Entries(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for Rubric {
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
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for RubricCondition {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for RubricCondition {
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
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for RubricConditions {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for RubricConditions {
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
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for RubricEntry {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for RubricEntry {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The limits of a plan.
/// What is configured for an organization may be lower.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct SubscriptionPack {
    /// The name of the plan.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// How many simulated voice calls may go on at once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_concurrent_runs_limit: ::std::option::Option<i64>,
    /// How many simulated chats may go on at once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_concurrent_chat_runs_limit: ::std::option::Option<i64>,
    /// How many agents there may be.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_agents_limit: ::std::option::Option<i64>,
    /// How many people may belong to the organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_members_limit: ::std::option::Option<i64>,
    /// How many projects there may be.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_projects_limit: ::std::option::Option<i64>,
    /// How the plan is paid.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub billing_type: ::std::option::Option<::std::string::String>,
    /// What a credit beyond the plan costs.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscription_overage: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for SubscriptionPack {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "max_concurrent_runs_limit" => {
                crate::scalars::lenient::read_into(
                    &mut self.max_concurrent_runs_limit,
                    map,
                )
            }
            "max_concurrent_chat_runs_limit" => {
                crate::scalars::lenient::read_into(
                    &mut self.max_concurrent_chat_runs_limit,
                    map,
                )
            }
            "max_agents_limit" => {
                crate::scalars::lenient::read_into(&mut self.max_agents_limit, map)
            }
            "max_members_limit" => {
                crate::scalars::lenient::read_into(&mut self.max_members_limit, map)
            }
            "max_projects_limit" => {
                crate::scalars::lenient::read_into(&mut self.max_projects_limit, map)
            }
            "billing_type" => {
                crate::scalars::lenient::read_into(&mut self.billing_type, map)
            }
            "subscription_overage" => {
                crate::scalars::lenient::read_into(&mut self.subscription_overage, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionPack {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for SubscriptionPack {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The state of a subscription.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum SubscriptionState {
    /// `active`
    #[serde(rename = "active")]
    Active,
    /// `trial`
    #[serde(rename = "trial")]
    Trial,
    /// `expired`
    #[serde(rename = "expired")]
    Expired,
    /// `inactive`
    #[serde(rename = "inactive")]
    Inactive,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl SubscriptionState {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Trial => "trial",
            Self::Expired => "expired",
            Self::Inactive => "inactive",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for SubscriptionState {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for SubscriptionState {
    fn from(word: &str) -> Self {
        match word {
            "active" => Self::Active,
            "trial" => Self::Trial,
            "expired" => Self::Expired,
            "inactive" => Self::Inactive,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for SubscriptionState {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionState {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for SubscriptionState {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// The subscription of an organization; all null or false without one.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct SubscriptionStatus {
    /// The state of the subscription.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<SubscriptionState>,
    /// Whether it is active.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_active: ::std::option::Option<bool>,
    /// Whether it is a trial.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_trial: ::std::option::Option<bool>,
    /// The name of the plan.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pack_name: ::std::option::Option<::std::string::String>,
    /// When the billing period ends.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expire_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the last payment succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_payment_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Days until the billing period ends; negative afterwards.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub days_until_expiry: ::std::option::Option<i64>,
    /// When the subscription began.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// The limits of the plan.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pack: ::std::option::Option<SubscriptionPack>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for SubscriptionStatus {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "is_active" => crate::scalars::lenient::read_into(&mut self.is_active, map),
            "is_trial" => crate::scalars::lenient::read_into(&mut self.is_trial, map),
            "pack_name" => crate::scalars::lenient::read_into(&mut self.pack_name, map),
            "expire_at" => crate::scalars::lenient::read_into(&mut self.expire_at, map),
            "last_payment_at" => {
                crate::scalars::lenient::read_into(&mut self.last_payment_at, map)
            }
            "days_until_expiry" => {
                crate::scalars::lenient::read_into(&mut self.days_until_expiry, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "pack" => crate::scalars::lenient::read_into(&mut self.pack, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for SubscriptionStatus {
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
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for TranscriptTurn {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for TranscriptTurn {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What decides whether a metric applies to a call.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum TriggerType {
    /// `llm_judge`
    #[serde(rename = "llm_judge")]
    LlmJudge,
    /// `custom_code`
    #[serde(rename = "custom_code")]
    CustomCode,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl TriggerType {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::LlmJudge => "llm_judge",
            Self::CustomCode => "custom_code",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for TriggerType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for TriggerType {
    fn from(word: &str) -> Self {
        match word {
            "llm_judge" => Self::LlmJudge,
            "custom_code" => Self::CustomCode,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for TriggerType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for TriggerType {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for TriggerType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A transcript written or corrected by a person.
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum UserTranscript {
    Turns(::std::vec::Vec<TranscriptTurn>),
    Other(::serde_json::Value),
}
impl crate::scalars::lenient::Lenient for UserTranscript {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        let found = crate::scalars::lenient::list_or_other(input)?;
        Ok(
            found
                .map(|either| match either {
                    crate::scalars::lenient::ListOrOther::List(list) => Self::Turns(list),
                    crate::scalars::lenient::ListOrOther::Other(value) => {
                        Self::Other(value)
                    }
                }),
        )
    }
}
impl<'de> ::serde::Deserialize<'de> for UserTranscript {
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
impl ::std::convert::From<::std::vec::Vec<TranscriptTurn>> for UserTranscript {
    fn from(value: ::std::vec::Vec<TranscriptTurn>) -> Self {
        Self::Turns(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for UserTranscript {
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
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
