// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

use super::*;
/// A session that improves an agent.
/// Its messages, its history and its notes to Slack are kept as they came.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgentImprovementSession {
    /// The id of this session.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The project.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_name: ::std::option::Option<::std::string::String>,
    /// The provider of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<::std::string::String>,
    /// From what the session was started.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: ::std::option::Option<ImprovementSource>,
    /// The call logs it was started from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_log_ids: ::std::option::Option<
        ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    >,
    /// The runs it was started from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub run_ids: ::std::option::Option<::std::vec::Vec<i64>>,
    /// The scenarios it was started from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenario_ids: ::std::option::Option<::std::vec::Vec<i64>>,
    /// Where the session stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<ImprovementStatus>,
    /// What it is doing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stage: ::std::option::Option<ImprovementStage>,
    /// Where the stage stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stage_status: ::std::option::Option<ImprovementStageStatus>,
    /// The result before the change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub baseline_result: ::std::option::Option<i64>,
    /// The result after the change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub verify_result: ::std::option::Option<i64>,
    /// How the metrics changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_delta: ::std::option::Option<::serde_json::Value>,
    /// What is proposed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub proposal_summary: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// The round it is in.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub iteration: ::std::option::Option<i64>,
    /// The best round.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub best_iteration: ::std::option::Option<i64>,
    /// The score of the best round.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub best_score: ::std::option::Option<f64>,
    /// What a person is asked before it goes on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pending_question: ::std::option::Option<::serde_json::Value>,
    /// Why it failed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// When the proposal was taken over.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub promoted_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When it began.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When it last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for AgentImprovementSession {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "agent_name" => crate::scalars::lenient::read_into(&mut self.agent_name, map),
            "provider" => crate::scalars::lenient::read_into(&mut self.provider, map),
            "source" => crate::scalars::lenient::read_into(&mut self.source, map),
            "call_log_ids" => {
                crate::scalars::lenient::read_into(&mut self.call_log_ids, map)
            }
            "run_ids" => crate::scalars::lenient::read_into(&mut self.run_ids, map),
            "scenario_ids" => {
                crate::scalars::lenient::read_into(&mut self.scenario_ids, map)
            }
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "stage" => crate::scalars::lenient::read_into(&mut self.stage, map),
            "stage_status" => {
                crate::scalars::lenient::read_into(&mut self.stage_status, map)
            }
            "baseline_result" => {
                crate::scalars::lenient::read_into(&mut self.baseline_result, map)
            }
            "verify_result" => {
                crate::scalars::lenient::read_into(&mut self.verify_result, map)
            }
            "metric_delta" => {
                crate::scalars::lenient::read_into(&mut self.metric_delta, map)
            }
            "proposal_summary" => {
                crate::scalars::lenient::read_into(&mut self.proposal_summary, map)
            }
            "iteration" => crate::scalars::lenient::read_into(&mut self.iteration, map),
            "best_iteration" => {
                crate::scalars::lenient::read_into(&mut self.best_iteration, map)
            }
            "best_score" => crate::scalars::lenient::read_into(&mut self.best_score, map),
            "pending_question" => {
                crate::scalars::lenient::read_into(&mut self.pending_question, map)
            }
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "promoted_at" => {
                crate::scalars::lenient::read_into(&mut self.promoted_at, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
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
impl crate::scalars::lenient::Lenient for AgentImprovementSession {
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
impl<'de> ::serde::Deserialize<'de> for AgentImprovementSession {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A summary of the triggers of an alert, or its progress.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct AlertSummary {
    /// Where the summary stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<AlertSummaryStatus>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for AlertSummary {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
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
impl crate::scalars::lenient::Lenient for AlertSummary {
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
impl<'de> ::serde::Deserialize<'de> for AlertSummary {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Where a summary stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum AlertSummaryStatus {
    /// `completed`
    #[serde(rename = "completed")]
    Completed,
    /// `error`
    #[serde(rename = "error")]
    Error,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl AlertSummaryStatus {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Completed => "completed",
            Self::Error => "error",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for AlertSummaryStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for AlertSummaryStatus {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "completed" => Self::Completed,
            "error" => Self::Error,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for AlertSummaryStatus {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for AlertSummaryStatus {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for AlertSummaryStatus {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::All => f.write_str("all"),
        }
    }
}
impl ::std::str::FromStr for AllCallLogs {
    type Err = self::error::ConversionError;
    #[inline]
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
    #[inline]
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for AllCallLogs {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Which metrics are looked at.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BulkGenerateInsights {
    /// The project.
    pub project: ::cekura_api::scalars::ProjectId,
    /// Only metrics of these names; all when absent.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub metric_names: ::std::vec::Vec<::std::string::String>,
}
impl BulkGenerateInsights {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        project: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        Self {
            project: project.into(),
            metric_names: ::std::default::Default::default(),
        }
    }
    /// Sets `metric_names`.
    ///
    /// Only metrics of these names; all when absent.
    #[must_use]
    #[inline]
    pub fn metric_names(
        mut self,
        metric_names: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.metric_names = metric_names
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
}
/// A production call in full, with its transcript and the verdicts of its metrics.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CallLog {
    /// The id of this call log.
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
    /// The id of the agent, as text.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CallLog {
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
impl<'de> ::serde::Deserialize<'de> for CallLog {
    #[inline]
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
    #[inline]
    fn from(value: ::std::vec::Vec<::cekura_api::scalars::CallLogId>) -> Self {
        Self::Ids(value)
    }
}
impl ::std::convert::From<AllCallLogs> for CallLogSelection {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for CallLogStatus {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for CallLogStatus {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for CallLogStatus {
    #[inline]
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
    /// The id of this call log.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CallLogSummary {
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
impl<'de> ::serde::Deserialize<'de> for CallLogSummary {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The OpenTelemetry trace of a call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CallLogTrace {
    /// The id of the trace.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// The spans as the trace store has them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub spans: ::std::option::Option<::serde_json::Value>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CallLogTrace {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "trace_id" => crate::scalars::lenient::read_into(&mut self.trace_id, map),
            "spans" => crate::scalars::lenient::read_into(&mut self.spans, map),
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
impl crate::scalars::lenient::Lenient for CallLogTrace {
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
impl<'de> ::serde::Deserialize<'de> for CallLogTrace {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What changes about a call log.
/// What is left out stays as it is.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CallLogUpdate {
    /// The outcome as a person sees it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<ReviewedStatus>,
    /// What that person has to say.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The provider's own id of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::std::string::String>,
    /// The format of the transcript: cekura, vocera, vapi, retell, deepgram, pipecat, livekit or
    /// elevenlabs.
    /// Found out when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_type: ::std::option::Option<::std::string::String>,
    /// A transcript in that format.
    /// It replaces the one there is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_json: ::std::option::Option<::serde_json::Value>,
    /// When the call took place.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// How long the call took in minutes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<f64>,
    /// Why the call ended.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_ended_reason: ::std::option::Option<::std::string::String>,
    /// The number or name of the caller.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_number: ::std::option::Option<::std::string::String>,
    /// Keys to add or replace in the metadata.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Keys to add or replace in the variables.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub dynamic_variables: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Whether the metrics are evaluated afterwards.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reevaluate_metrics: ::std::option::Option<bool>,
}
impl CallLogUpdate {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self {
            status: ::std::default::Default::default(),
            feedback: ::std::default::Default::default(),
            call_id: ::std::default::Default::default(),
            transcript_type: ::std::default::Default::default(),
            transcript_json: ::std::default::Default::default(),
            timestamp: ::std::default::Default::default(),
            duration: ::std::default::Default::default(),
            call_ended_reason: ::std::default::Default::default(),
            customer_number: ::std::default::Default::default(),
            metadata: ::std::default::Default::default(),
            dynamic_variables: ::std::default::Default::default(),
            reevaluate_metrics: ::std::default::Default::default(),
        }
    }
    /// Sets `status`.
    ///
    /// The outcome as a person sees it.
    #[must_use]
    #[inline]
    pub fn status(mut self, status: impl ::std::convert::Into<ReviewedStatus>) -> Self {
        self.status = ::std::option::Option::Some(status.into());
        self
    }
    /// Sets `feedback`.
    ///
    /// What that person has to say.
    #[must_use]
    #[inline]
    pub fn feedback(
        mut self,
        feedback: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.feedback = ::std::option::Option::Some(feedback.into());
        self
    }
    /// Sets `call_id`.
    ///
    /// The provider's own id of the call.
    #[must_use]
    #[inline]
    pub fn call_id(
        mut self,
        call_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.call_id = ::std::option::Option::Some(call_id.into());
        self
    }
    /// Sets `transcript_type`.
    ///
    /// The format of the transcript: cekura, vocera, vapi, retell, deepgram, pipecat, livekit or
    /// elevenlabs.
    /// Found out when absent.
    #[must_use]
    #[inline]
    pub fn transcript_type(
        mut self,
        transcript_type: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.transcript_type = ::std::option::Option::Some(transcript_type.into());
        self
    }
    /// Sets `transcript_json`.
    ///
    /// A transcript in that format.
    /// It replaces the one there is.
    #[must_use]
    #[inline]
    pub fn transcript_json(
        mut self,
        transcript_json: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        self.transcript_json = ::std::option::Option::Some(transcript_json.into());
        self
    }
    /// Sets `timestamp`.
    ///
    /// When the call took place.
    #[must_use]
    #[inline]
    pub fn timestamp(
        mut self,
        timestamp: impl ::std::convert::Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.timestamp = ::std::option::Option::Some(timestamp.into());
        self
    }
    /// Sets `duration`.
    ///
    /// How long the call took in minutes.
    #[must_use]
    #[inline]
    pub fn duration(mut self, duration: impl ::std::convert::Into<f64>) -> Self {
        self.duration = ::std::option::Option::Some(duration.into());
        self
    }
    /// Sets `call_ended_reason`.
    ///
    /// Why the call ended.
    #[must_use]
    #[inline]
    pub fn call_ended_reason(
        mut self,
        call_ended_reason: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.call_ended_reason = ::std::option::Option::Some(call_ended_reason.into());
        self
    }
    /// Sets `customer_number`.
    ///
    /// The number or name of the caller.
    #[must_use]
    #[inline]
    pub fn customer_number(
        mut self,
        customer_number: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.customer_number = ::std::option::Option::Some(customer_number.into());
        self
    }
    /// Sets `metadata`.
    ///
    /// Keys to add or replace in the metadata.
    #[must_use]
    #[inline]
    pub fn metadata(
        mut self,
        metadata: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.metadata = metadata.into();
        self
    }
    /// Sets `dynamic_variables`.
    ///
    /// Keys to add or replace in the variables.
    #[must_use]
    #[inline]
    pub fn dynamic_variables(
        mut self,
        dynamic_variables: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.dynamic_variables = dynamic_variables.into();
        self
    }
    /// Sets `reevaluate_metrics`.
    ///
    /// Whether the metrics are evaluated afterwards.
    #[must_use]
    #[inline]
    pub fn reevaluate_metrics(
        mut self,
        reevaluate_metrics: impl ::std::convert::Into<bool>,
    ) -> Self {
        self.reevaluate_metrics = ::std::option::Option::Some(reevaluate_metrics.into());
        self
    }
}
/// From which call logs scenarios are made, and where they go.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateScenarios {
    /// The agent the call logs belong to; needed without `assistant_id`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The provider's id of that agent; needed without `agent_id`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assistant_id: ::std::option::Option<::cekura_api::scalars::AssistantId>,
    /// Which of its call logs.
    pub call_logs: CallLogSelection,
    /// The agent that gets a copy of the scenarios.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub copy_to_agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The project; needed beside `folder_path`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project_id: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// Folder of the scenarios, with its parents separated by dots, such as Desk.Bookings.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub folder_path: ::std::option::Option<::std::string::String>,
}
impl CreateScenarios {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new(call_logs: impl ::std::convert::Into<CallLogSelection>) -> Self {
        Self {
            agent_id: ::std::default::Default::default(),
            assistant_id: ::std::default::Default::default(),
            call_logs: call_logs.into(),
            copy_to_agent: ::std::default::Default::default(),
            project_id: ::std::default::Default::default(),
            folder_path: ::std::default::Default::default(),
        }
    }
    /// Sets `agent_id`.
    ///
    /// The agent the call logs belong to; needed without `assistant_id`.
    #[must_use]
    #[inline]
    pub fn agent_id(
        mut self,
        agent_id: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.agent_id = ::std::option::Option::Some(agent_id.into());
        self
    }
    /// Sets `assistant_id`.
    ///
    /// The provider's id of that agent; needed without `agent_id`.
    #[must_use]
    #[inline]
    pub fn assistant_id(
        mut self,
        assistant_id: impl ::std::convert::Into<::cekura_api::scalars::AssistantId>,
    ) -> Self {
        self.assistant_id = ::std::option::Option::Some(assistant_id.into());
        self
    }
    /// Sets `copy_to_agent`.
    ///
    /// The agent that gets a copy of the scenarios.
    #[must_use]
    #[inline]
    pub fn copy_to_agent(
        mut self,
        copy_to_agent: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.copy_to_agent = ::std::option::Option::Some(copy_to_agent.into());
        self
    }
    /// Sets `project_id`.
    ///
    /// The project; needed beside `folder_path`.
    #[must_use]
    #[inline]
    pub fn project_id(
        mut self,
        project_id: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        self.project_id = ::std::option::Option::Some(project_id.into());
        self
    }
    /// Sets `folder_path`.
    ///
    /// Folder of the scenarios, with its parents separated by dots, such as Desk.Bookings.
    #[must_use]
    #[inline]
    pub fn folder_path(
        mut self,
        folder_path: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.folder_path = ::std::option::Option::Some(folder_path.into());
        self
    }
}
/// How far the creation of scenarios is.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CreateScenariosProgress {
    /// The agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// How many scenarios are made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub completed_scenarios: ::std::option::Option<i64>,
    /// How many could not be made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failed_scenarios: ::std::option::Option<i64>,
    /// How many it is about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_scenarios: ::std::option::Option<i64>,
    /// The scenarios; empty until the end.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenarios_list: ::std::option::Option<::serde_json::Value>,
    /// What went wrong, by call log.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    >,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CreateScenariosProgress {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "agent_id" => crate::scalars::lenient::read_into(&mut self.agent_id, map),
            "completed_scenarios" => {
                crate::scalars::lenient::read_into(&mut self.completed_scenarios, map)
            }
            "failed_scenarios" => {
                crate::scalars::lenient::read_into(&mut self.failed_scenarios, map)
            }
            "total_scenarios" => {
                crate::scalars::lenient::read_into(&mut self.total_scenarios, map)
            }
            "scenarios_list" => {
                crate::scalars::lenient::read_into(&mut self.scenarios_list, map)
            }
            "errors" => crate::scalars::lenient::read_into(&mut self.errors, map),
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
impl crate::scalars::lenient::Lenient for CreateScenariosProgress {
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
impl<'de> ::serde::Deserialize<'de> for CreateScenariosProgress {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// An insight into the calls of a project.
/// Failure modes that were dismissed in the project are left out.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeepResearchInsight {
    /// The id of this insight.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The project.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The start of the period looked at.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub window_start: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// The end of the period looked at.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub window_end: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// How many calls were looked at.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub num_calls_analyzed: ::std::option::Option<i64>,
    /// Where the insight stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<DeepResearchStatus>,
    /// What it looks for in particular.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub focus: ::std::option::Option<::std::string::String>,
    /// Whether the focus was not understood, so that it looked for everything.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub focus_fallback: ::std::option::Option<bool>,
    /// What it found, one entry for each failure mode.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failure_modes: ::std::option::Option<::serde_json::Value>,
    /// Why it failed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// How long it took.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration_seconds: ::std::option::Option<f64>,
    /// When it was asked for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When it last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for DeepResearchInsight {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "window_start" => {
                crate::scalars::lenient::read_into(&mut self.window_start, map)
            }
            "window_end" => crate::scalars::lenient::read_into(&mut self.window_end, map),
            "num_calls_analyzed" => {
                crate::scalars::lenient::read_into(&mut self.num_calls_analyzed, map)
            }
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "focus" => crate::scalars::lenient::read_into(&mut self.focus, map),
            "focus_fallback" => {
                crate::scalars::lenient::read_into(&mut self.focus_fallback, map)
            }
            "failure_modes" => {
                crate::scalars::lenient::read_into(&mut self.failure_modes, map)
            }
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "duration_seconds" => {
                crate::scalars::lenient::read_into(&mut self.duration_seconds, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
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
impl crate::scalars::lenient::Lenient for DeepResearchInsight {
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
impl<'de> ::serde::Deserialize<'de> for DeepResearchInsight {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Where an insight stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum DeepResearchStatus {
    /// `pending`
    #[serde(rename = "pending")]
    Pending,
    /// `running`
    #[serde(rename = "running")]
    Running,
    /// `succeeded`
    #[serde(rename = "succeeded")]
    Succeeded,
    /// `failed`
    #[serde(rename = "failed")]
    Failed,
    /// `skipped_not_enough_data`
    #[serde(rename = "skipped_not_enough_data")]
    SkippedNotEnoughData,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl DeepResearchStatus {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::SkippedNotEnoughData => "skipped_not_enough_data",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for DeepResearchStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for DeepResearchStatus {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "pending" => Self::Pending,
            "running" => Self::Running,
            "succeeded" => Self::Succeeded,
            "failed" => Self::Failed,
            "skipped_not_enough_data" => Self::SkippedNotEnoughData,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for DeepResearchStatus {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for DeepResearchStatus {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for DeepResearchStatus {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A failure mode of a project that is not to be shown again.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DismissFailureMode {
    /// The project.
    pub project: ::cekura_api::scalars::ProjectId,
    /// The insight that shows the failure mode.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub insight: ::std::option::Option<i64>,
    /// The exact title of the failure mode.
    pub mode_title: ::std::string::String,
    /// Its details, kept with the dismissal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mode_details: ::std::option::Option<::std::string::String>,
    /// Its severity, kept with the dismissal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mode_severity: ::std::option::Option<::std::string::String>,
    /// Why it is dismissed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub note: ::std::option::Option<::std::string::String>,
}
impl DismissFailureMode {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        project: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
        mode_title: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            project: project.into(),
            insight: ::std::default::Default::default(),
            mode_title: mode_title.into(),
            mode_details: ::std::default::Default::default(),
            mode_severity: ::std::default::Default::default(),
            note: ::std::default::Default::default(),
        }
    }
    /// Sets `insight`.
    ///
    /// The insight that shows the failure mode.
    #[must_use]
    #[inline]
    pub fn insight(mut self, insight: impl ::std::convert::Into<i64>) -> Self {
        self.insight = ::std::option::Option::Some(insight.into());
        self
    }
    /// Sets `mode_details`.
    ///
    /// Its details, kept with the dismissal.
    #[must_use]
    #[inline]
    pub fn mode_details(
        mut self,
        mode_details: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.mode_details = ::std::option::Option::Some(mode_details.into());
        self
    }
    /// Sets `mode_severity`.
    ///
    /// Its severity, kept with the dismissal.
    #[must_use]
    #[inline]
    pub fn mode_severity(
        mut self,
        mode_severity: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.mode_severity = ::std::option::Option::Some(mode_severity.into());
        self
    }
    /// Sets `note`.
    ///
    /// Why it is dismissed.
    #[must_use]
    #[inline]
    pub fn note(
        mut self,
        note: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.note = ::std::option::Option::Some(note.into());
        self
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
    #[inline]
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
    #[inline]
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
    #[inline]
    fn from(value: EvaluateMetricsByAgent) -> Self {
        Self::Agent(value)
    }
}
impl ::std::convert::From<EvaluateMetricsByProject> for EvaluateMetricsRequest {
    #[inline]
    fn from(value: EvaluateMetricsByProject) -> Self {
        Self::Project(value)
    }
}
/// The call logs in a category of failures.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct FailureCategoryCalls {
    /// How many there are.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub count: ::std::option::Option<i64>,
    /// Their ids.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_log_ids: ::std::option::Option<
        ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    >,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for FailureCategoryCalls {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "count" => crate::scalars::lenient::read_into(&mut self.count, map),
            "call_log_ids" => {
                crate::scalars::lenient::read_into(&mut self.call_log_ids, map)
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
impl crate::scalars::lenient::Lenient for FailureCategoryCalls {
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
impl<'de> ::serde::Deserialize<'de> for FailureCategoryCalls {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What would have been right about the calls of a category.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FixMetric {
    /// Which failure mode of the insight it is, counted from 0.
    pub failure_mode_index: i64,
    /// A note for those who improve the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The right value: true or false, a number from 0 to 5 or any number, as the metric has it;
    /// null for not applicable.
    /// A pass when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expected_value: ::std::option::Option<::serde_json::Value>,
}
impl FixMetric {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new(failure_mode_index: impl ::std::convert::Into<i64>) -> Self {
        Self {
            failure_mode_index: failure_mode_index.into(),
            feedback: ::std::default::Default::default(),
            expected_value: ::std::default::Default::default(),
        }
    }
    /// Sets `feedback`.
    ///
    /// A note for those who improve the metric.
    #[must_use]
    #[inline]
    pub fn feedback(
        mut self,
        feedback: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.feedback = ::std::option::Option::Some(feedback.into());
        self
    }
    /// Sets `expected_value`.
    ///
    /// The right value: true or false, a number from 0 to 5 or any number, as the metric has it;
    /// null for not applicable.
    /// A pass when absent.
    #[must_use]
    #[inline]
    pub fn expected_value(
        mut self,
        expected_value: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        self.expected_value = ::std::option::Option::Some(expected_value.into());
        self
    }
}
/// Which calls an insight looks at, and for what.
/// Without a period it is the last days.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct GenerateDeepResearch {
    /// The project.
    pub project: ::cekura_api::scalars::ProjectId,
    /// Days back from now, 1 to 30 (service default: 7); ignored with a period.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub window_days: ::std::option::Option<i64>,
    /// Start of the period, such as 2026-05-18T00:00:00Z; goes with the end.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub date_from: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// End of the period, such as 2026-05-25T00:00:00Z; goes with the start.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub date_to: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Maximum number of calls to analyse, 10 to 1000 (service default: 500).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_calls: ::std::option::Option<i64>,
    /// What to look for in particular.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub focus: ::std::option::Option<::std::string::String>,
}
impl GenerateDeepResearch {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        project: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        Self {
            project: project.into(),
            window_days: ::std::default::Default::default(),
            date_from: ::std::default::Default::default(),
            date_to: ::std::default::Default::default(),
            max_calls: ::std::default::Default::default(),
            focus: ::std::default::Default::default(),
        }
    }
    /// Sets `window_days`.
    ///
    /// Days back from now, 1 to 30 (service default: 7); ignored with a period.
    #[must_use]
    #[inline]
    pub fn window_days(mut self, window_days: impl ::std::convert::Into<i64>) -> Self {
        self.window_days = ::std::option::Option::Some(window_days.into());
        self
    }
    /// Sets `date_from`.
    ///
    /// Start of the period, such as 2026-05-18T00:00:00Z; goes with the end.
    #[must_use]
    #[inline]
    pub fn date_from(
        mut self,
        date_from: impl ::std::convert::Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.date_from = ::std::option::Option::Some(date_from.into());
        self
    }
    /// Sets `date_to`.
    ///
    /// End of the period, such as 2026-05-25T00:00:00Z; goes with the start.
    #[must_use]
    #[inline]
    pub fn date_to(
        mut self,
        date_to: impl ::std::convert::Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.date_to = ::std::option::Option::Some(date_to.into());
        self
    }
    /// Sets `max_calls`.
    ///
    /// Maximum number of calls to analyse, 10 to 1000 (service default: 500).
    #[must_use]
    #[inline]
    pub fn max_calls(mut self, max_calls: impl ::std::convert::Into<i64>) -> Self {
        self.max_calls = ::std::option::Option::Some(max_calls.into());
        self
    }
    /// Sets `focus`.
    ///
    /// What to look for in particular.
    #[must_use]
    #[inline]
    pub fn focus(
        mut self,
        focus: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.focus = ::std::option::Option::Some(focus.into());
        self
    }
}
/// From what a session was started.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ImprovementSource {
    /// `call_log`
    #[serde(rename = "call_log")]
    CallLog,
    /// `scenario`
    #[serde(rename = "scenario")]
    Scenario,
    /// `run`
    #[serde(rename = "run")]
    Run,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ImprovementSource {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CallLog => "call_log",
            Self::Scenario => "scenario",
            Self::Run => "run",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ImprovementSource {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ImprovementSource {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "call_log" => Self::CallLog,
            "scenario" => Self::Scenario,
            "run" => Self::Run,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ImprovementSource {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ImprovementSource {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ImprovementSource {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// What a session is doing.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ImprovementStage {
    /// `setup`
    #[serde(rename = "setup")]
    Setup,
    /// `scenario_generation`
    #[serde(rename = "scenario_generation")]
    ScenarioGeneration,
    /// `baseline_run`
    #[serde(rename = "baseline_run")]
    BaselineRun,
    /// `propose`
    #[serde(rename = "propose")]
    Propose,
    /// `apply`
    #[serde(rename = "apply")]
    Apply,
    /// `verify_run`
    #[serde(rename = "verify_run")]
    VerifyRun,
    /// `finalize`
    #[serde(rename = "finalize")]
    Finalize,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ImprovementStage {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Setup => "setup",
            Self::ScenarioGeneration => "scenario_generation",
            Self::BaselineRun => "baseline_run",
            Self::Propose => "propose",
            Self::Apply => "apply",
            Self::VerifyRun => "verify_run",
            Self::Finalize => "finalize",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ImprovementStage {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ImprovementStage {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "setup" => Self::Setup,
            "scenario_generation" => Self::ScenarioGeneration,
            "baseline_run" => Self::BaselineRun,
            "propose" => Self::Propose,
            "apply" => Self::Apply,
            "verify_run" => Self::VerifyRun,
            "finalize" => Self::Finalize,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ImprovementStage {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ImprovementStage {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ImprovementStage {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// Where a stage of a session stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ImprovementStageStatus {
    /// `running`
    #[serde(rename = "running")]
    Running,
    /// `waiting`
    #[serde(rename = "waiting")]
    Waiting,
    /// `waiting_input`
    #[serde(rename = "waiting_input")]
    WaitingInput,
    /// `done`
    #[serde(rename = "done")]
    Done,
    /// `failed`
    #[serde(rename = "failed")]
    Failed,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ImprovementStageStatus {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Running => "running",
            Self::Waiting => "waiting",
            Self::WaitingInput => "waiting_input",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ImprovementStageStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ImprovementStageStatus {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "running" => Self::Running,
            "waiting" => Self::Waiting,
            "waiting_input" => Self::WaitingInput,
            "done" => Self::Done,
            "failed" => Self::Failed,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ImprovementStageStatus {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ImprovementStageStatus {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ImprovementStageStatus {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// Where a session stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ImprovementStatus {
    /// `pending`
    #[serde(rename = "pending")]
    Pending,
    /// `running`
    #[serde(rename = "running")]
    Running,
    /// `succeeded`
    #[serde(rename = "succeeded")]
    Succeeded,
    /// `failed`
    #[serde(rename = "failed")]
    Failed,
    /// `no_improvement`
    #[serde(rename = "no_improvement")]
    NoImprovement,
    /// `cancelled`
    #[serde(rename = "cancelled")]
    Cancelled,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ImprovementStatus {
    /// The word, also if it is unknown.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::NoImprovement => "no_improvement",
            Self::Cancelled => "cancelled",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ImprovementStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ImprovementStatus {
    #[inline]
    fn from(word: &str) -> Self {
        match word {
            "pending" => Self::Pending,
            "running" => Self::Running,
            "succeeded" => Self::Succeeded,
            "failed" => Self::Failed,
            "no_improvement" => Self::NoImprovement,
            "cancelled" => Self::Cancelled,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ImprovementStatus {
    type Err = ::std::convert::Infallible;
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ImprovementStatus {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ImprovementStatus {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// What a person thinks of a verdict.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MetricVote {
    /// The metric.
    pub metric_id: ::cekura_api::scalars::MetricId,
    /// True if the verdict is right, false if it is wrong, or null.
    pub thumbs_up: ::serde_json::Value,
    /// What the verdict should be, null for not applicable; absent for a pass.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expected_value: ::std::option::Option<::serde_json::Value>,
    /// Why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
}
impl MetricVote {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new(
        metric_id: impl ::std::convert::Into<::cekura_api::scalars::MetricId>,
        thumbs_up: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        Self {
            metric_id: metric_id.into(),
            thumbs_up: thumbs_up.into(),
            expected_value: ::std::default::Default::default(),
            feedback: ::std::default::Default::default(),
        }
    }
    /// Sets `expected_value`.
    ///
    /// What the verdict should be, null for not applicable; absent for a pass.
    #[must_use]
    #[inline]
    pub fn expected_value(
        mut self,
        expected_value: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        self.expected_value = ::std::option::Option::Some(expected_value.into());
        self
    }
    /// Sets `feedback`.
    ///
    /// Why.
    #[must_use]
    #[inline]
    pub fn feedback(
        mut self,
        feedback: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.feedback = ::std::option::Option::Some(feedback.into());
        self
    }
}
/// That a vote is recorded.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct MetricVoteRecorded {
    /// What the service says about it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for MetricVoteRecorded {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "detail" => crate::scalars::lenient::read_into(&mut self.detail, map),
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
impl crate::scalars::lenient::Lenient for MetricVoteRecorded {
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
impl<'de> ::serde::Deserialize<'de> for MetricVoteRecorded {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A finished call.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ObservedCall {
    /// The provider's own id of the call.
    pub call_id: ::std::string::String,
    /// The agent that took the call; needed without `assistant_id`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The provider's id of that agent; needed without `agent`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assistant_id: ::std::option::Option<::cekura_api::scalars::AssistantId>,
    /// The OpenTelemetry trace of the call, 32 hexadecimal digits.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// Where the recording is.
    /// Metrics that listen need it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_recording_url: ::std::option::Option<::std::string::String>,
    /// The format of the transcript: cekura (when absent), vocera, vapi, retell, deepgram,
    /// pipecat, livekit or elevenlabs; none-mono for a recording with one channel whose
    /// transcript the service is to make.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_type: ::std::option::Option<::std::string::String>,
    /// The transcript as its provider gives it.
    /// In the format cekura it is a list of objects with `role` ("Testing Agent" for the caller
    /// or "Main Agent"), `content`, `start_time` and `end_time` in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_json: ::std::option::Option<::serde_json::Value>,
    /// When the call took place.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Why the call ended.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_ended_reason: ::std::option::Option<::std::string::String>,
    /// The number of the caller, best with its country code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_number: ::std::option::Option<::std::string::String>,
    /// Anything else about the call.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// What the agent's prompt was filled with.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub dynamic_variables: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// What a person has to say about the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// What is removed from transcript and recording, in place of what the agent is set to.
    /// It costs credits.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub redact_fields: ::std::vec::Vec<RedactedField>,
    /// The ids of the metrics to evaluate first, in one comma-separated value.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_ids: ::std::option::Option<::std::string::String>,
    /// Which channel of a stereo recording is the agent's, 0 or 1.
    /// Found out when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub main_agent_channel_index: ::std::option::Option<i64>,
}
impl ObservedCall {
    /// Creates the request with what is required.
    #[must_use]
    #[inline]
    pub fn new(call_id: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            call_id: call_id.into(),
            agent: ::std::default::Default::default(),
            assistant_id: ::std::default::Default::default(),
            trace_id: ::std::default::Default::default(),
            voice_recording_url: ::std::default::Default::default(),
            transcript_type: ::std::default::Default::default(),
            transcript_json: ::std::default::Default::default(),
            timestamp: ::std::default::Default::default(),
            call_ended_reason: ::std::default::Default::default(),
            customer_number: ::std::default::Default::default(),
            metadata: ::std::default::Default::default(),
            dynamic_variables: ::std::default::Default::default(),
            feedback: ::std::default::Default::default(),
            redact_fields: ::std::default::Default::default(),
            metric_ids: ::std::default::Default::default(),
            main_agent_channel_index: ::std::default::Default::default(),
        }
    }
    /// Sets `agent`.
    ///
    /// The agent that took the call; needed without `assistant_id`.
    #[must_use]
    #[inline]
    pub fn agent(
        mut self,
        agent: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.agent = ::std::option::Option::Some(agent.into());
        self
    }
    /// Sets `assistant_id`.
    ///
    /// The provider's id of that agent; needed without `agent`.
    #[must_use]
    #[inline]
    pub fn assistant_id(
        mut self,
        assistant_id: impl ::std::convert::Into<::cekura_api::scalars::AssistantId>,
    ) -> Self {
        self.assistant_id = ::std::option::Option::Some(assistant_id.into());
        self
    }
    /// Sets `trace_id`.
    ///
    /// The OpenTelemetry trace of the call, 32 hexadecimal digits.
    #[must_use]
    #[inline]
    pub fn trace_id(
        mut self,
        trace_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.trace_id = ::std::option::Option::Some(trace_id.into());
        self
    }
    /// Sets `voice_recording_url`.
    ///
    /// Where the recording is.
    /// Metrics that listen need it.
    #[must_use]
    #[inline]
    pub fn voice_recording_url(
        mut self,
        voice_recording_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.voice_recording_url = ::std::option::Option::Some(
            voice_recording_url.into(),
        );
        self
    }
    /// Sets `transcript_type`.
    ///
    /// The format of the transcript: cekura (when absent), vocera, vapi, retell, deepgram,
    /// pipecat, livekit or elevenlabs; none-mono for a recording with one channel whose
    /// transcript the service is to make.
    #[must_use]
    #[inline]
    pub fn transcript_type(
        mut self,
        transcript_type: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.transcript_type = ::std::option::Option::Some(transcript_type.into());
        self
    }
    /// Sets `transcript_json`.
    ///
    /// The transcript as its provider gives it.
    /// In the format cekura it is a list of objects with `role` ("Testing Agent" for the caller
    /// or "Main Agent"), `content`, `start_time` and `end_time` in seconds.
    #[must_use]
    #[inline]
    pub fn transcript_json(
        mut self,
        transcript_json: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        self.transcript_json = ::std::option::Option::Some(transcript_json.into());
        self
    }
    /// Sets `timestamp`.
    ///
    /// When the call took place.
    #[must_use]
    #[inline]
    pub fn timestamp(
        mut self,
        timestamp: impl ::std::convert::Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.timestamp = ::std::option::Option::Some(timestamp.into());
        self
    }
    /// Sets `call_ended_reason`.
    ///
    /// Why the call ended.
    #[must_use]
    #[inline]
    pub fn call_ended_reason(
        mut self,
        call_ended_reason: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.call_ended_reason = ::std::option::Option::Some(call_ended_reason.into());
        self
    }
    /// Sets `customer_number`.
    ///
    /// The number of the caller, best with its country code.
    #[must_use]
    #[inline]
    pub fn customer_number(
        mut self,
        customer_number: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.customer_number = ::std::option::Option::Some(customer_number.into());
        self
    }
    /// Sets `metadata`.
    ///
    /// Anything else about the call.
    #[must_use]
    #[inline]
    pub fn metadata(
        mut self,
        metadata: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.metadata = metadata.into();
        self
    }
    /// Sets `dynamic_variables`.
    ///
    /// What the agent's prompt was filled with.
    #[must_use]
    #[inline]
    pub fn dynamic_variables(
        mut self,
        dynamic_variables: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.dynamic_variables = dynamic_variables.into();
        self
    }
    /// Sets `feedback`.
    ///
    /// What a person has to say about the call.
    #[must_use]
    #[inline]
    pub fn feedback(
        mut self,
        feedback: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.feedback = ::std::option::Option::Some(feedback.into());
        self
    }
    /// Sets `redact_fields`.
    ///
    /// What is removed from transcript and recording, in place of what the agent is set to.
    /// It costs credits.
    #[must_use]
    #[inline]
    pub fn redact_fields(
        mut self,
        redact_fields: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<RedactedField>,
        >,
    ) -> Self {
        self.redact_fields = redact_fields
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `metric_ids`.
    ///
    /// The ids of the metrics to evaluate first, in one comma-separated value.
    #[must_use]
    #[inline]
    pub fn metric_ids(
        mut self,
        metric_ids: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.metric_ids = ::std::option::Option::Some(metric_ids.into());
        self
    }
    /// Sets `main_agent_channel_index`.
    ///
    /// Which channel of a stereo recording is the agent's, 0 or 1.
    /// Found out when absent.
    #[must_use]
    #[inline]
    pub fn main_agent_channel_index(
        mut self,
        main_agent_channel_index: impl ::std::convert::Into<i64>,
    ) -> Self {
        self.main_agent_channel_index = ::std::option::Option::Some(
            main_agent_channel_index.into(),
        );
        self
    }
}
/// A kind of personal data.
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
pub enum RedactedField {
    #[serde(rename = "person_name")]
    PersonName,
    #[serde(rename = "age")]
    Age,
    #[serde(rename = "phone_number")]
    PhoneNumber,
    #[serde(rename = "email_address")]
    EmailAddress,
    #[serde(rename = "date")]
    Date,
    #[serde(rename = "time")]
    Time,
    #[serde(rename = "location")]
    Location,
    #[serde(rename = "origin")]
    Origin,
    #[serde(rename = "gender_sexuality")]
    GenderSexuality,
    #[serde(rename = "physical_attribute")]
    PhysicalAttribute,
    #[serde(rename = "occupation")]
    Occupation,
    #[serde(rename = "username")]
    Username,
    #[serde(rename = "password")]
    Password,
    #[serde(rename = "ip_address")]
    IpAddress,
    #[serde(rename = "url")]
    Url,
    #[serde(rename = "filename")]
    Filename,
    #[serde(rename = "event")]
    Event,
    #[serde(rename = "vehicle_id")]
    VehicleId,
    #[serde(rename = "dob")]
    Dob,
    #[serde(rename = "healthcare_number")]
    HealthcareNumber,
    #[serde(rename = "medical_professional")]
    MedicalProfessional,
    #[serde(rename = "credit_card")]
    CreditCard,
    #[serde(rename = "account_number")]
    AccountNumber,
    #[serde(rename = "bank_account")]
    BankAccount,
    #[serde(rename = "money")]
    Money,
    #[serde(rename = "ssn")]
    Ssn,
    #[serde(rename = "passport_number")]
    PassportNumber,
    #[serde(rename = "driver_license")]
    DriverLicense,
    #[serde(rename = "numerical_pii")]
    NumericalPii,
}
impl ::std::fmt::Display for RedactedField {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::PersonName => f.write_str("person_name"),
            Self::Age => f.write_str("age"),
            Self::PhoneNumber => f.write_str("phone_number"),
            Self::EmailAddress => f.write_str("email_address"),
            Self::Date => f.write_str("date"),
            Self::Time => f.write_str("time"),
            Self::Location => f.write_str("location"),
            Self::Origin => f.write_str("origin"),
            Self::GenderSexuality => f.write_str("gender_sexuality"),
            Self::PhysicalAttribute => f.write_str("physical_attribute"),
            Self::Occupation => f.write_str("occupation"),
            Self::Username => f.write_str("username"),
            Self::Password => f.write_str("password"),
            Self::IpAddress => f.write_str("ip_address"),
            Self::Url => f.write_str("url"),
            Self::Filename => f.write_str("filename"),
            Self::Event => f.write_str("event"),
            Self::VehicleId => f.write_str("vehicle_id"),
            Self::Dob => f.write_str("dob"),
            Self::HealthcareNumber => f.write_str("healthcare_number"),
            Self::MedicalProfessional => f.write_str("medical_professional"),
            Self::CreditCard => f.write_str("credit_card"),
            Self::AccountNumber => f.write_str("account_number"),
            Self::BankAccount => f.write_str("bank_account"),
            Self::Money => f.write_str("money"),
            Self::Ssn => f.write_str("ssn"),
            Self::PassportNumber => f.write_str("passport_number"),
            Self::DriverLicense => f.write_str("driver_license"),
            Self::NumericalPii => f.write_str("numerical_pii"),
        }
    }
}
impl ::std::str::FromStr for RedactedField {
    type Err = self::error::ConversionError;
    #[inline]
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "person_name" => Ok(Self::PersonName),
            "age" => Ok(Self::Age),
            "phone_number" => Ok(Self::PhoneNumber),
            "email_address" => Ok(Self::EmailAddress),
            "date" => Ok(Self::Date),
            "time" => Ok(Self::Time),
            "location" => Ok(Self::Location),
            "origin" => Ok(Self::Origin),
            "gender_sexuality" => Ok(Self::GenderSexuality),
            "physical_attribute" => Ok(Self::PhysicalAttribute),
            "occupation" => Ok(Self::Occupation),
            "username" => Ok(Self::Username),
            "password" => Ok(Self::Password),
            "ip_address" => Ok(Self::IpAddress),
            "url" => Ok(Self::Url),
            "filename" => Ok(Self::Filename),
            "event" => Ok(Self::Event),
            "vehicle_id" => Ok(Self::VehicleId),
            "dob" => Ok(Self::Dob),
            "healthcare_number" => Ok(Self::HealthcareNumber),
            "medical_professional" => Ok(Self::MedicalProfessional),
            "credit_card" => Ok(Self::CreditCard),
            "account_number" => Ok(Self::AccountNumber),
            "bank_account" => Ok(Self::BankAccount),
            "money" => Ok(Self::Money),
            "ssn" => Ok(Self::Ssn),
            "passport_number" => Ok(Self::PassportNumber),
            "driver_license" => Ok(Self::DriverLicense),
            "numerical_pii" => Ok(Self::NumericalPii),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for RedactedField {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for RedactedField {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A re-evaluation whose agent is named by its id.
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
    #[inline]
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
    #[inline]
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
    #[inline]
    fn from(value: RerunEvaluationByAgent) -> Self {
        Self::Agent(value)
    }
}
impl ::std::convert::From<RerunEvaluationByAssistant> for RerunEvaluationRequest {
    #[inline]
    fn from(value: RerunEvaluationByAssistant) -> Self {
        Self::Assistant(value)
    }
}
/// The outcome of a call as a person sees it.
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
pub enum ReviewedStatus {
    #[serde(rename = "success")]
    Success,
    #[serde(rename = "failure")]
    Failure,
    #[serde(rename = "reviewed_success")]
    ReviewedSuccess,
    #[serde(rename = "reviewed_failure")]
    ReviewedFailure,
}
impl ::std::fmt::Display for ReviewedStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Success => f.write_str("success"),
            Self::Failure => f.write_str("failure"),
            Self::ReviewedSuccess => f.write_str("reviewed_success"),
            Self::ReviewedFailure => f.write_str("reviewed_failure"),
        }
    }
}
impl ::std::str::FromStr for ReviewedStatus {
    type Err = self::error::ConversionError;
    #[inline]
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "success" => Ok(Self::Success),
            "failure" => Ok(Self::Failure),
            "reviewed_success" => Ok(Self::ReviewedSuccess),
            "reviewed_failure" => Ok(Self::ReviewedFailure),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ReviewedStatus {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ReviewedStatus {
    type Error = self::error::ConversionError;
    #[inline]
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A job that goes on in the background.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct StartedJob {
    /// The id by which it is polled.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub progress_id: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for StartedJob {
    #[inline]
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "progress_id" => {
                crate::scalars::lenient::read_into(&mut self.progress_id, map)
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
impl crate::scalars::lenient::Lenient for StartedJob {
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
impl<'de> ::serde::Deserialize<'de> for StartedJob {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
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
    #[inline]
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
impl ::std::convert::From<::std::vec::Vec<TranscriptTurn>> for UserTranscript {
    #[inline]
    fn from(value: ::std::vec::Vec<TranscriptTurn>) -> Self {
        Self::Turns(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for UserTranscript {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}
