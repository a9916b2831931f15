//! Who speaks in a turn.

use std::fmt;

/// Who speaks in a turn of a [`Transcript`](crate::Transcript).
///
/// ```
/// use cekura_api::Speaker;
///
/// assert_eq!(Speaker::from_role("Main Agent"), Speaker::Agent);
/// assert_eq!(Speaker::from_role("user"), Speaker::Customer);
/// assert_eq!(Speaker::from_role("tool_call_result"), Speaker::Tool);
/// assert_eq!(Speaker::from_role("Supervisor").to_string(), "Supervisor");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Speaker<'a> {
    /// The agent that is evaluated: `Main Agent`, `agent`, `assistant`, `bot`.
    Agent,
    /// The person or the testing agent on the other side: `Testing Agent`, `user`, `customer`.
    Customer,
    /// A tool of the agent: its call or its result.
    Tool,
    /// Anybody else, with the word of the provider, such as `system`; empty if the provider does not name the speaker.
    Other(&'a str),
}

/// The longest role that is looked up, in bytes.
const LONGEST: usize = 32;

const AGENT: &[&str] = &[
    "agent",
    "mainagent",
    "assistant",
    "bot",
    "ai",
    "aiagent",
    "voiceagent",
    "model",
];
const CUSTOMER: &[&str] = &[
    "customer",
    "testingagent",
    "user",
    "human",
    "caller",
    "client",
];

impl<'a> Speaker<'a> {
    /// Returns the speaker that a provider's word for a role means. Case, spaces, `_` and `-` do not matter.
    #[must_use]
    pub fn from_role(role: &'a str) -> Self {
        let role = role.trim();
        if is_one_of(role, AGENT) {
            Self::Agent
        } else if is_one_of(role, CUSTOMER) {
            Self::Customer
        } else if super::ToolStep::from_role(role).is_some() {
            Self::Tool
        } else {
            Self::Other(role)
        }
    }
}

impl fmt::Display for Speaker<'_> {
    /// Writes `Agent`, `Customer`, `Tool` or the provider's word.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Agent => "Agent",
            Self::Customer => "Customer",
            Self::Tool => "Tool",
            Self::Other(word) => word,
        })
    }
}

/// Returns whether `role` is one of the words, which are in lower case and without separators.
pub(super) fn is_one_of(role: &str, words: &[&str]) -> bool {
    let letters = || {
        role.bytes()
            .filter(|b| !matches!(b, b' ' | b'_' | b'-'))
            .map(|b| b.to_ascii_lowercase())
    };
    role.len() <= LONGEST && words.iter().any(|word| letters().eq(word.bytes()))
}
