//! The turns of a conversation.

use std::{slice, vec};

use serde_json::Value;

use super::entry::{Entry, json_in};
use super::{Turn, reader::Reader};
use crate::types::TranscriptTurn;
#[cfg(feature = "observability")]
use crate::types::UserTranscript;

/// The turns of a conversation, in the order of the service.
///
/// It is read from any shape: this service's own, those of Vapi, Retell, ElevenLabs, Pipecat, LiveKit and Deepgram, lists
/// of messages as language models have them, and text with a line for each turn. Reading never fails: an unknown shape
/// gives the text that was found, or no turns. It takes time in proportion to the length of the transcript.
///
/// ```
/// use cekura_api::{Speaker, Transcript};
///
/// let given = serde_json::json!([
///     {"role": "bot", "message": "Harbor Hotel.", "secondsFromStart": 0.4},
///     {"role": "user", "message": "A room, please.", "secondsFromStart": 2.1},
///     {"role": "tool_calls", "secondsFromStart": 4.0, "toolCalls": [
///         {"id": "t1", "function": {"name": "book", "arguments": "{\"nights\": 1}"}}
///     ]},
/// ]);
/// let transcript = Transcript::from_json(&given);
/// let lines: Vec<_> = transcript.iter().map(ToString::to_string).collect();
/// assert_eq!(
///     lines,
///     [
///         "[00:00] Agent: Harbor Hotel.",
///         "[00:02] Customer: A room, please.",
///         "[00:04] Tool: book({\"nights\": 1})",
///     ]
/// );
/// assert_eq!(transcript.iter().next().unwrap().speaker(), Speaker::Agent);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript<'a> {
    turns: Vec<Turn<'a>>,
}

impl<'a> Transcript<'a> {
    /// Reads a transcript of any shape, also one inside of the object that a provider sends about a call.
    #[must_use]
    pub fn from_json(value: &'a Value) -> Self {
        match value {
            Value::String(text) => Self::from_text(text),
            _ => Self::read(|reader| reader.value(value, 0)),
        }
    }

    /// Reads text with a line for each turn, such as `[00:01] Main Agent: Hello.` or `User: Hello.`, or JSON of any shape
    /// that takes at most 64 MiB of memory.
    ///
    /// ```
    /// let transcript = cekura_api::Transcript::from_text("AI: Harbor Hotel.\nUser: Hello.\nA room, please.");
    /// let lines: Vec<_> = transcript.iter().map(ToString::to_string).collect();
    /// assert_eq!(lines, ["Agent: Harbor Hotel.", "Customer: Hello.\nA room, please."]);
    /// ```
    #[must_use]
    pub fn from_text(text: &'a str) -> Self {
        if let Some(value) = json_in(text) {
            let inside = Transcript::read(|reader| reader.value(&value, 0));
            let turns = inside.into_iter().map(Turn::into_owned).collect();
            return Self { turns };
        }
        Self::read(|reader| reader.text(text))
    }

    fn read(read: impl FnOnce(&mut Reader<'a>)) -> Self {
        let mut reader = Reader::default();
        read(&mut reader);
        Self {
            turns: reader.into_turns(),
        }
    }

    /// Returns the number of turns.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.turns.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.turns.is_empty()
    }

    /// Returns the turns.
    pub fn iter(&self) -> slice::Iter<'_, Turn<'a>> {
        self.turns.iter()
    }
}

impl<'a> From<&'a [TranscriptTurn]> for Transcript<'a> {
    fn from(turns: &'a [TranscriptTurn]) -> Self {
        Self::read(|reader| {
            let entries = turns.iter().map(Entry::Turn);
            entries.for_each(|entry| reader.entry(entry, 0));
        })
    }
}

#[cfg(feature = "observability")]
impl<'a> From<&'a UserTranscript> for Transcript<'a> {
    fn from(transcript: &'a UserTranscript) -> Self {
        match transcript {
            UserTranscript::Turns(turns) => turns.as_slice().into(),
            UserTranscript::Other(value) => Self::from_json(value),
        }
    }
}

impl<'a> IntoIterator for Transcript<'a> {
    type Item = Turn<'a>;
    type IntoIter = vec::IntoIter<Turn<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.turns.into_iter()
    }
}

impl<'t, 'a> IntoIterator for &'t Transcript<'a> {
    type Item = &'t Turn<'a>;
    type IntoIter = slice::Iter<'t, Turn<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
