//! A finished call to send.

use std::path::{Path, PathBuf};

use cekura_api::scalars::{MetricId, ProjectId, Timestamp};
use cekura_api::types::{ObservedCall, RedactedField};
use serde_json::{Map, Value};

use super::Utterance;
use super::transcript::{OWN_FORMAT, check_json, to_json};
use crate::{Error, Scope};

/// A finished call, to be sent with [`observe`](super::CallLogsClient::observe).
///
/// ```
/// use cekura::{AgentId, NewCallLog, Utterance};
/// let call = NewCallLog::new(AgentId(310), "harbor-20260518-1107")
///     .transcript([
///         Utterance::agent("Harbor Hotel, front desk.", 0.2..1.9),
///         Utterance::caller("Can I come on Friday instead?", 2.3..5.0),
///     ])
///     .timestamp("2026-05-18T11:07:40Z")
///     .voice_recording_url("https://recordings.example.com/harbor/5002.wav");
/// # let _ = call;
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct NewCallLog {
    body: ObservedCall,
    /// A target that the operation does not have.
    project: Option<ProjectId>,
    transcript: Option<Vec<Utterance>>,
    recording: Option<PathBuf>,
}

impl NewCallLog {
    /// Creates a call of an agent, by its number or by its id at the provider; `call_id` is the provider's id of the call.
    ///
    /// A project is an error, and nothing is sent.
    #[must_use]
    pub fn new(agent: impl Into<Scope>, call_id: impl Into<String>) -> Self {
        let body = ObservedCall::new(call_id);
        match agent.into() {
            Scope::Agent(id) => body.agent(id).into(),
            Scope::Assistant(id) => body.assistant_id(id).into(),
            Scope::Project(id) => Self {
                project: Some(id),
                ..body.into()
            },
        }
    }

    /// Sets the transcript. It is checked before anything is sent.
    #[must_use]
    pub fn transcript(mut self, utterances: impl IntoIterator<Item = Utterance>) -> Self {
        self.transcript = Some(utterances.into_iter().collect());
        self
    }

    /// Sets the transcript as its provider gives it: `vapi`, `retell`, `deepgram`, `pipecat`, `livekit` or `elevenlabs`.
    ///
    /// The JSON is sent as it is.
    #[must_use]
    pub fn provider_transcript(
        mut self,
        transcript_type: impl Into<String>,
        transcript_json: impl Into<Value>,
    ) -> Self {
        self.transcript = None;
        self.body = self
            .body
            .transcript_type(transcript_type)
            .transcript_json(transcript_json);
        self
    }

    /// Sets where the recording is. Metrics that listen need a recording.
    #[must_use]
    pub fn voice_recording_url(mut self, url: impl Into<String>) -> Self {
        self.body = self.body.voice_recording_url(url);
        self
    }

    /// Sends the recording itself, from a file. It is read piece by piece while it is sent, however large it is.
    ///
    /// The attempt timeout covers the upload: set a longer one with
    /// [`with_attempt_timeout`](super::Observe::with_attempt_timeout) for a large file or a slow line.
    #[must_use]
    pub fn recording_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.recording = Some(path.into());
        self
    }

    /// Sets the OpenTelemetry trace of the call, 32 hexadecimal digits.
    #[must_use]
    pub fn trace_id(mut self, trace_id: impl Into<String>) -> Self {
        self.body = self.body.trace_id(trace_id);
        self
    }

    /// Sets when the call took place; by default when it is sent.
    #[must_use]
    pub fn timestamp(mut self, timestamp: impl Into<Timestamp>) -> Self {
        self.body = self.body.timestamp(timestamp);
        self
    }

    /// Sets why the call ended.
    #[must_use]
    pub fn call_ended_reason(mut self, reason: impl Into<String>) -> Self {
        self.body = self.body.call_ended_reason(reason);
        self
    }

    /// Sets the number of the caller, best with its country code.
    #[must_use]
    pub fn customer_number(mut self, number: impl Into<String>) -> Self {
        self.body = self.body.customer_number(number);
        self
    }

    /// Sets anything else about the call.
    #[must_use]
    pub fn metadata(mut self, metadata: impl Into<Map<String, Value>>) -> Self {
        self.body = self.body.metadata(metadata);
        self
    }

    /// Sets what the agent's prompt was filled with.
    #[must_use]
    pub fn dynamic_variables(mut self, variables: impl Into<Map<String, Value>>) -> Self {
        self.body = self.body.dynamic_variables(variables);
        self
    }

    /// Sets what a person has to say about the call.
    #[must_use]
    pub fn feedback(mut self, feedback: impl Into<String>) -> Self {
        self.body = self.body.feedback(feedback);
        self
    }

    /// Sets what is removed from transcript and recording; by default what the agent is set to. It costs credits.
    #[must_use]
    pub fn redact_fields(mut self, fields: impl IntoIterator<Item = RedactedField>) -> Self {
        self.body = self.body.redact_fields(fields);
        self
    }

    /// Sets the metrics to evaluate; by default all of the agent.
    ///
    /// According to the vendor this can fail with status 500; [`evaluate_metrics`](super::CallLogsClient::evaluate_metrics)
    /// afterwards is the surer way.
    #[must_use]
    pub fn metric_ids(mut self, ids: impl IntoIterator<Item = impl Into<MetricId>>) -> Self {
        let ids: Vec<String> = ids.into_iter().map(|id| id.into().to_string()).collect();
        self.body.metric_ids = (!ids.is_empty()).then(|| ids.join(","));
        self
    }

    /// Sets which channel of a stereo recording is the agent's, 0 or 1; by default the service finds out.
    #[must_use]
    pub fn main_agent_channel_index(mut self, index: i64) -> Self {
        self.body = self.body.main_agent_channel_index(index);
        self
    }

    /// Checks everything that is checked before the call is sent, except the file of a recording. Sends nothing.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) as [`observe`](super::CallLogsClient::observe) returns it.
    pub fn check(&self) -> Result<(), Error> {
        self.agent()?;
        self.clone().into_body().map(drop)
    }

    /// Returns the file of the recording, if it is to be sent.
    pub(super) fn recording(&self) -> Option<&Path> {
        self.recording.as_deref()
    }

    /// Returns the agent whose call this is.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) unless exactly one agent is named, by an id that can exist.
    pub(super) fn agent(&self) -> Result<Scope, Error> {
        if let Some(id) = self.project {
            return Err(Error::invalid_request(format!(
                "a call cannot be sent for project {id} as a whole: name its agent, by its number or by its id at the provider"
            )));
        }
        let agent = match (self.body.agent, &self.body.assistant_id) {
            (Some(id), None) => Scope::Agent(id),
            (None, Some(id)) => Scope::Assistant(id.clone()),
            (None, None) => {
                return Err(Error::invalid_request(
                    "no agent is named: give `agent`, its number, or `assistant_id`, its id at the provider",
                ));
            }
            (Some(_), Some(_)) => {
                return Err(Error::invalid_request(
                    "`agent` and `assistant_id` were both given: give one of them",
                ));
            }
        };
        agent.check().map(|()| agent)
    }

    /// Returns the body.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) for an empty `call_id`, two recordings, and a transcript that is not in order.
    pub(super) fn into_body(mut self) -> Result<ObservedCall, Error> {
        if self.body.call_id.trim().is_empty() {
            return Err(Error::invalid_request(
                "the call id is empty: give the provider's id of the call",
            ));
        }
        if self.recording.is_some() && self.body.voice_recording_url.is_some() {
            return Err(Error::invalid_request(
                "a recording was given both as a file and as an address: give one of them",
            ));
        }
        let kind = self.body.transcript_type.as_deref();
        check_json(kind, self.body.transcript_json.as_ref())?;
        if let Some(utterances) = self.transcript {
            self.body = self
                .body
                .transcript_type(OWN_FORMAT)
                .transcript_json(to_json(&utterances)?);
        }
        Ok(self.body)
    }
}

impl From<ObservedCall> for NewCallLog {
    /// Takes a body as the contract has it.
    fn from(body: ObservedCall) -> Self {
        Self {
            body,
            project: None,
            transcript: None,
            recording: None,
        }
    }
}
