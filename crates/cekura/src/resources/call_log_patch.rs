//! The update of a call log.

use std::time::Duration;

use cekura_api::Effect;
use cekura_api::operations;
use cekura_api::scalars::{CallLogId, Timestamp};
use cekura_api::types::{CallLog, CallLogUpdate, ReviewedStatus};
use serde_json::{Map, Value};

use super::Utterance;
use super::transcript::{OWN_FORMAT, check_json, to_json};
use crate::http::{CallOptions, Response, api_request, call, call_options, response_checks, sends};
use crate::{CallLogTargets, Client, Error};

/// What changes about a call log. What is not set stays as it is.
///
/// No field can be null: the service has no way to remove one. Send an empty text to clear a text.
///
/// ```
/// use cekura::{CallLogPatch, types::ReviewedStatus};
/// let patch = CallLogPatch::new()
///     .status(ReviewedStatus::ReviewedFailure)
///     .feedback("The day was never named.")
///     .duration(std::time::Duration::from_secs(150));
/// # let _ = patch;
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CallLogPatch {
    body: CallLogUpdate,
    transcript: Option<Vec<Utterance>>,
}

impl CallLogPatch {
    /// Creates a patch that changes nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the outcome as a person sees it.
    #[must_use]
    pub fn status(mut self, status: ReviewedStatus) -> Self {
        self.body = self.body.status(status);
        self
    }

    /// Sets what that person has to say.
    #[must_use]
    pub fn feedback(mut self, feedback: impl Into<String>) -> Self {
        self.body = self.body.feedback(feedback);
        self
    }

    /// Sets the provider's own id of the call, at most 100 characters.
    #[must_use]
    pub fn call_id(mut self, call_id: impl Into<String>) -> Self {
        self.body = self.body.call_id(call_id);
        self
    }

    /// Sets the transcript, in place of the one there is. It is checked before anything is sent.
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

    /// Sets when the call took place.
    #[must_use]
    pub fn timestamp(mut self, timestamp: impl Into<Timestamp>) -> Self {
        self.body = self.body.timestamp(timestamp);
        self
    }

    /// Sets how long the call took. The service gets it in minutes.
    #[must_use]
    pub fn duration(mut self, duration: Duration) -> Self {
        self.body = self.body.duration(duration.as_secs_f64() / 60.0);
        self
    }

    /// Sets why the call ended, at most 100 characters.
    #[must_use]
    pub fn call_ended_reason(mut self, reason: impl Into<String>) -> Self {
        self.body = self.body.call_ended_reason(reason);
        self
    }

    /// Sets the number or name of the caller, at most 100 characters.
    #[must_use]
    pub fn customer_number(mut self, number: impl Into<String>) -> Self {
        self.body = self.body.customer_number(number);
        self
    }

    /// Sets keys to add or replace in the metadata. The other keys stay.
    #[must_use]
    pub fn metadata(mut self, keys: impl Into<Map<String, Value>>) -> Self {
        self.body = self.body.metadata(keys);
        self
    }

    /// Sets keys to add or replace in the dynamic variables. The other keys stay.
    #[must_use]
    pub fn dynamic_variables(mut self, keys: impl Into<Map<String, Value>>) -> Self {
        self.body = self.body.dynamic_variables(keys);
        self
    }

    /// Sets whether the metrics are evaluated afterwards, which costs credits each time; no by default.
    ///
    /// A call log that is being evaluated is left out of this: the update is made, and nothing is evaluated.
    #[must_use]
    pub fn reevaluate_metrics(mut self, reevaluate: bool) -> Self {
        self.body = self.body.reevaluate_metrics(reevaluate);
        self
    }

    /// Returns whether sending this patch may cost credits.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        self.body.reevaluate_metrics == Some(true)
    }

    /// Returns whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn into_body(mut self) -> Result<CallLogUpdate, Error> {
        // Without a type the service finds it out.
        let kind = self.body.transcript_type.as_deref().unwrap_or_default();
        check_json(Some(kind), self.body.transcript_json.as_ref())?;
        if let Some(utterances) = self.transcript {
            self.body = self
                .body
                .transcript_type(OWN_FORMAT)
                .transcript_json(to_json(&utterances)?);
        }
        Ok(self.body)
    }
}

impl From<CallLogUpdate> for CallLogPatch {
    /// Takes a body as the contract has it; its `duration` is in minutes.
    fn from(body: CallLogUpdate) -> Self {
        Self {
            body,
            transcript: None,
        }
    }
}

/// The request of [`update`](super::CallLogsClient::update).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct UpdateCallLog {
    client: Client,
    id: CallLogId,
    patch: CallLogPatch,
    options: CallOptions,
}

call_options!(UpdateCallLog);
sends!(UpdateCallLog => CallLog);

impl UpdateCallLog {
    pub(super) fn new(client: Client, id: CallLogId, patch: CallLogPatch) -> Self {
        Self {
            options: client.options(),
            client,
            id,
            patch,
        }
    }

    async fn run(self) -> Result<Response<CallLog>, Error> {
        let operation = &operations::CALL_LOGS_PARTIAL_UPDATE;
        let (client, options, id) = (self.client, self.options, self.id);
        let is_paid = self.patch.is_paid();
        let checked = CallLogTargets::from([id])
            .check()
            .and_then(|()| self.patch.into_body());
        let body = checked.map_err(|e| e.in_operation(operation.id))?;
        let request = api_request!(api => api.call_logs_partial_update(&id, &body));
        let same = |log: &CallLog| response_checks::same_id(log.id.as_ref(), &id);
        let done = call(&client.shared, &options, operation, request, &same).await;
        // The contract has one effect for both; an update alone costs nothing.
        done.map_err(|e| match is_paid {
            true => e,
            false => e.of_effect(Effect::Write),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn body(patch: CallLogPatch) -> Value {
        serde_json::to_value(patch.into_body().unwrap()).unwrap()
    }

    #[test]
    fn only_what_is_set_is_sent() {
        assert!(CallLogPatch::new().is_empty());
        assert_eq!(body(CallLogPatch::new()), json!({}));
        let patch = CallLogPatch::new()
            .feedback("")
            .duration(Duration::from_secs(90));
        assert!(!patch.is_empty() && !patch.is_paid());
        assert_eq!(body(patch), json!({ "feedback": "", "duration": 1.5 }));
        let paid = CallLogPatch::new().reevaluate_metrics(true);
        assert!(paid.is_paid());
        assert_eq!(body(paid), json!({ "reevaluate_metrics": true }));
    }

    #[test]
    fn the_last_transcript_counts() {
        let own = [Utterance::agent("Hello.", 0.0..1.0)];
        let patch = CallLogPatch::new().provider_transcript("vapi", json!([]));
        assert_eq!(body(patch.clone())["transcript_type"], "vapi");
        let own = patch.transcript(own);
        assert_eq!(body(own.clone())["transcript_type"], "cekura");
        let vapi = own.provider_transcript("vapi", json!([1]));
        assert_eq!(body(vapi)["transcript_json"], json!([1]));
        let null = CallLogPatch::new().provider_transcript("vapi", Value::Null);
        assert!(null.into_body().unwrap_err().is_invalid_request());
    }
}
