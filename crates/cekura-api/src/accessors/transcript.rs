//! The transcript of a call.

use std::{slice, time::Duration};

use serde_json::Value;

use super::duration::clock;
use crate::types::{CallLog, CallLogSummary, TranscriptTurn};

/// The turns of a conversation, in the order of the service.
///
/// Returned by [`CallLog::transcript_turns`].
#[derive(Clone, Copy, Debug)]
pub struct Transcript<'a> {
    turns: &'a [TranscriptTurn],
}

/// One turn of a conversation.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Turn<'a> {
    /// The speaker, such as `Main Agent` or `Testing Agent`; empty if missing.
    pub role: &'a str,
    /// The text; empty if missing.
    pub content: &'a str,
    /// The start, in seconds from the start of the call.
    pub start: Option<f64>,
    /// The end, in seconds from the start of the call.
    pub end: Option<f64>,
}

impl Turn<'_> {
    /// Returns the duration of the turn, if start and end are known and in order.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        Duration::try_from_secs_f64(self.end? - self.start?).ok()
    }
}

impl<'a> Transcript<'a> {
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
    #[must_use]
    pub fn iter(&self) -> Turns<'a> {
        Turns(self.turns.iter())
    }
}

impl<'a> IntoIterator for Transcript<'a> {
    type Item = Turn<'a>;
    type IntoIter = Turns<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a> IntoIterator for &Transcript<'a> {
    type Item = Turn<'a>;
    type IntoIter = Turns<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The iterator over a [`Transcript`].
#[derive(Clone, Debug)]
pub struct Turns<'a>(slice::Iter<'a, TranscriptTurn>);

impl<'a> Iterator for Turns<'a> {
    type Item = Turn<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(Turn::from)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Turns<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(Turn::from)
    }
}

impl ExactSizeIterator for Turns<'_> {}

impl<'a> From<&'a TranscriptTurn> for Turn<'a> {
    /// The start is `start_time`, else `timestamp` as seconds or as `M:SS`, else `time` as `M:SS`.
    fn from(turn: &'a TranscriptTurn) -> Self {
        let marked = || match turn.timestamp.as_ref()? {
            Value::Number(seconds) => seconds.as_f64(),
            Value::String(text) => text.trim().parse().ok().or_else(|| seconds_of(text)),
            _ => None,
        };
        let shown = || seconds_of(turn.time.as_deref()?);
        let plausible = |seconds: &f64| seconds.is_finite();
        Self {
            role: turn.role.as_deref().unwrap_or_default(),
            content: turn.content.as_deref().unwrap_or_default(),
            start: turn
                .start_time
                .or_else(marked)
                .filter(plausible)
                .or_else(shown),
            end: turn.end_time.filter(plausible),
        }
    }
}

fn seconds_of(text: &str) -> Option<f64> {
    clock(text).map(|d| d.as_secs_f64())
}

impl CallLog {
    /// Returns the conversation turn by turn. Empty if the service has only the text in `transcript`.
    ///
    /// ```
    /// let log: cekura_api::types::CallLog = serde_json::from_str(
    ///     r#"{"transcript_object": [
    ///         {"role": "Main Agent", "content": "Harbor Hotel.", "start_time": 0.4, "end_time": 1.9},
    ///         {"role": "Testing Agent", "content": "A room, please.", "time": "0:02"}
    ///     ]}"#,
    /// )?;
    /// let lines: Vec<_> = log
    ///     .transcript_turns()
    ///     .iter()
    ///     .map(|t| format!("{:>4.1} {}: {}", t.start.unwrap_or_default(), t.role, t.content))
    ///     .collect();
    /// assert_eq!(lines, [" 0.4 Main Agent: Harbor Hotel.", " 2.0 Testing Agent: A room, please."]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn transcript_turns(&self) -> Transcript<'_> {
        Transcript {
            turns: self.transcript_object.as_deref().unwrap_or_default(),
        }
    }
}

impl CallLogSummary {
    /// Returns the conversation turn by turn. Empty if the service has only the text in `transcript`.
    #[must_use]
    pub fn transcript_turns(&self) -> Transcript<'_> {
        Transcript {
            turns: self.transcript_object.as_deref().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn start(turn: Value) -> Option<f64> {
        let turn: TranscriptTurn = serde_json::from_value(turn).unwrap();
        Turn::from(&turn).start
    }

    #[test]
    fn the_start_is_the_most_exact_that_is_there() {
        assert_eq!(
            start(json!({"start_time": 1.5, "timestamp": 9, "time": "0:09"})),
            Some(1.5)
        );
        assert_eq!(start(json!({"timestamp": 9, "time": "0:08"})), Some(9.0));
        assert_eq!(start(json!({"timestamp": "00:15"})), Some(15.0));
        assert_eq!(start(json!({"timestamp": "7.5"})), Some(7.5));
        assert_eq!(start(json!({"time": "1:01"})), Some(61.0));
        assert_eq!(
            start(json!({"timestamp": "soon", "time": "0:02"})),
            Some(2.0)
        );
        assert_eq!(start(json!({"timestamp": "NaN"})), None);
        assert_eq!(start(json!({})), None);
    }

    #[test]
    fn a_turn_has_a_duration() {
        let turn: TranscriptTurn =
            serde_json::from_value(json!({"start_time": 1.5, "end_time": 4.0})).unwrap();
        assert_eq!(
            Turn::from(&turn).duration(),
            Some(Duration::from_millis(2500))
        );
        let turn: TranscriptTurn =
            serde_json::from_value(json!({"start_time": 4.0, "end_time": 1.5})).unwrap();
        assert_eq!(Turn::from(&turn).duration(), None);
    }

    #[test]
    fn turns_can_be_walked_from_both_ends() {
        let log: CallLog = serde_json::from_value(
            json!({"transcript_object": [{"content": "a"}, {"content": "b"}]}),
        )
        .unwrap();
        let turns = log.transcript_turns();
        assert_eq!((turns.len(), turns.is_empty()), (2, false));
        assert_eq!(turns.iter().next_back().unwrap().content, "b");
        assert_eq!(
            turns.into_iter().map(|t| t.content).collect::<String>(),
            "ab"
        );
        assert!(CallLog::default().transcript_turns().is_empty());
    }
}
