//! Promise: a transcript of any provider's shape shows who said what and when, and none is an error.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod providers;
mod times;
mod unknown_shapes;

use cekura_api::Transcript;
use cekura_api::types::CallLog;
use serde_json::{Value, json};

/// The lines of a transcript, which are the same whether it is read as JSON or from a call log.
pub(crate) fn lines(given: Value) -> Vec<String> {
    let lines = |transcript: Transcript<'_>| -> Vec<String> {
        transcript.iter().map(ToString::to_string).collect()
    };
    let direct = lines(Transcript::from_json(&given));
    let log: CallLog = serde_json::from_value(json!({ "transcript_object": given })).unwrap();
    assert_eq!(lines(log.transcript_turns()), direct, "in a call log");
    let corrected = serde_json::from_value(json!({ "user_generated_transcript": given }));
    let corrected: CallLog = corrected.unwrap();
    if let Some(corrected) = &corrected.user_generated_transcript {
        assert_eq!(lines(Transcript::from(corrected)), direct, "corrected");
    }
    direct
}
