//! The transcripts of call logs and runs.

use serde_json::{Map, Value};

use super::Transcript;
#[cfg(feature = "testing")]
use crate::types::Run;
use crate::types::TranscriptTurn;
#[cfg(feature = "observability")]
use crate::types::{CallLog, CallLogSummary};

/// Returns the turns; if there are none, those of a value that is no list of turns, or of the text.
fn any<'a>(
    turns: Option<&'a Vec<TranscriptTurn>>,
    unknown_fields: &'a Map<String, Value>,
    text: Option<&'a String>,
) -> Transcript<'a> {
    let turns = Transcript::from(turns.map(Vec::as_slice).unwrap_or_default());
    let filled = |transcript: &Transcript<'_>| !transcript.is_empty();
    let other = || {
        unknown_fields
            .get("transcript_object")
            .map(Transcript::from_json)
    };
    Some(turns)
        .filter(filled)
        .or_else(|| other().filter(filled))
        .or_else(|| text.map(|text| Transcript::from_text(text)))
        .unwrap_or_default()
}

#[cfg(feature = "observability")]
impl CallLog {
    /// Returns the conversation turn by turn: from `transcript_object`, or from the text in `transcript` if that has no turns.
    ///
    /// ```
    /// let log: cekura_api::types::CallLog = serde_json::from_str(
    ///     r#"{"transcript_object": [
    ///         {"role": "Main Agent", "content": "Harbor Hotel.", "start_time": 0.4, "end_time": 1.9},
    ///         {"role": "Testing Agent", "content": "A room, please.", "time": "0:02"}
    ///     ]}"#,
    /// )?;
    /// let lines: Vec<_> = log.transcript_turns().iter().map(ToString::to_string).collect();
    /// assert_eq!(lines, ["[00:00] Agent: Harbor Hotel.", "[00:02] Customer: A room, please."]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn transcript_turns(&self) -> Transcript<'_> {
        any(
            self.transcript_object.as_ref(),
            &self.unknown_fields,
            self.transcript.as_ref(),
        )
    }
}

#[cfg(feature = "observability")]
impl CallLogSummary {
    /// Returns the conversation turn by turn: from `transcript_object`, or from the text in `transcript` if that has no turns.
    #[must_use]
    pub fn transcript_turns(&self) -> Transcript<'_> {
        any(
            self.transcript_object.as_ref(),
            &self.unknown_fields,
            self.transcript.as_ref(),
        )
    }
}

#[cfg(feature = "testing")]
impl Run {
    /// Returns the conversation turn by turn: from `transcript_object`, or from the text in `transcript` if that has no turns.
    #[must_use]
    pub fn transcript_turns(&self) -> Transcript<'_> {
        any(
            self.transcript_object.as_ref(),
            &self.unknown_fields,
            self.transcript.as_ref(),
        )
    }
}
