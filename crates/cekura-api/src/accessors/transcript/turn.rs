//! One turn of a conversation.

use std::{borrow::Cow, fmt, time::Duration};

use super::{Speaker, ToolUse};

/// One turn of a conversation, or one use of a tool. [`Display`](fmt::Display) writes it on a line.
///
/// ```
/// use cekura_api::{Speaker, Transcript};
///
/// let transcript = Transcript::from_text("[01:05] Testing Agent: A room, please.");
/// let turn = transcript.into_iter().next().unwrap();
/// assert_eq!((turn.speaker(), &*turn.role), (Speaker::Customer, "Testing Agent"));
/// assert_eq!((turn.start, turn.time().as_deref()), (Some(65.0), Some("01:05")));
/// assert_eq!(turn.to_string(), "[01:05] Customer: A room, please.");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Turn<'a> {
    /// The provider's word for the speaker, such as `Main Agent` or `user`; empty if missing. See [`speaker`](Self::speaker).
    pub role: Cow<'a, str>,
    /// What was said; empty if missing. See [`text`](Self::text).
    pub content: Cow<'a, str>,
    /// What a tool did, if the turn is a tool's.
    pub tool: Option<ToolUse<'a>>,
    /// The start, in seconds from the start of the call. If the provider gives dates instead, from the first of them.
    pub start: Option<f64>,
    /// The end, in seconds like the start.
    pub end: Option<f64>,
}

impl<'a> Turn<'a> {
    /// Returns the speaker, in the same terms for all providers.
    #[must_use]
    pub fn speaker(&self) -> Speaker<'_> {
        match self.tool {
            Some(_) => Speaker::Tool,
            None => Speaker::from_role(&self.role),
        }
    }

    /// Returns what was said, or what the tool did as `book({"nights": 2})` or `book returned {"ok": true}`.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match &self.tool {
            None => Cow::Borrowed(&self.content),
            Some(tool) if self.content.is_empty() => Cow::Owned(tool.sentence()),
            Some(tool) => Cow::Owned(format!("{} {}", self.content, tool.sentence())),
        }
    }

    /// Returns the start as `MM:SS`, or `H:MM:SS` from one hour on.
    #[must_use]
    pub fn time(&self) -> Option<String> {
        let seconds = Duration::try_from_secs_f64(self.start?).ok()?.as_secs();
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        Some(match hours {
            0 => format!("{minutes:02}:{seconds:02}"),
            _ => format!("{hours}:{minutes:02}:{seconds:02}"),
        })
    }

    /// Returns the duration of the turn, if start and end are known and in order.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        Duration::try_from_secs_f64(self.end? - self.start?).ok()
    }

    /// Returns the same turn, independent of the transcript.
    #[must_use]
    pub fn into_owned(self) -> Turn<'static> {
        Turn {
            role: Cow::Owned(self.role.into_owned()),
            content: Cow::Owned(self.content.into_owned()),
            tool: self.tool.map(ToolUse::into_owned),
            start: self.start,
            end: self.end,
        }
    }
}

impl fmt::Display for Turn<'_> {
    /// Writes `[00:04] Customer: A room, please.`, without what is unknown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(time) = self.time() {
            write!(f, "[{time}] ")?;
        }
        match self.speaker() {
            Speaker::Other("") => {}
            speaker => write!(f, "{speaker}: ")?,
        }
        f.write_str(&self.text())
    }
}
