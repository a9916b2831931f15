//! The parts of a conversation.

/// Who says a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::world) enum Speaker {
    Caller,
    Agent,
    Tool,
    ToolResult,
}

impl Speaker {
    /// The role that a transcript gives to the speaker.
    pub(in crate::world) fn role(self) -> &'static str {
        match self {
            Self::Caller => "Testing Agent",
            Self::Agent => "Main Agent",
            Self::Tool => "Function Call",
            Self::ToolResult => "Function Call Result",
        }
    }
}

/// A line of a scene; words in braces are filled in from the caller.
#[derive(Debug)]
pub(in crate::world) struct Line {
    pub(in crate::world) speaker: Speaker,
    pub(in crate::world) text: &'static str,
}

/// What a call is about.
#[derive(Debug)]
pub(crate) struct Scene {
    pub(in crate::world) topic: &'static str,
    pub(in crate::world) opening: &'static [Line],
    pub(in crate::world) matter: &'static [Line],
}

/// A trade: who answers, with which words, about which matters.
#[derive(Debug)]
pub(crate) struct Trade {
    pub(in crate::world) agent_name: &'static str,
    pub(in crate::world) assistant_id: &'static str,
    /// How the trade's reference numbers begin.
    pub(in crate::world) prefix: &'static str,
    pub(in crate::world) greeting: &'static [Line],
    pub(in crate::world) scenes: &'static [Scene],
}

pub(super) const fn caller(text: &'static str) -> Line {
    Line {
        speaker: Speaker::Caller,
        text,
    }
}

pub(super) const fn agent(text: &'static str) -> Line {
    Line {
        speaker: Speaker::Agent,
        text,
    }
}

pub(super) const fn tool(text: &'static str) -> Line {
    Line {
        speaker: Speaker::Tool,
        text,
    }
}

pub(super) const fn result(text: &'static str) -> Line {
    Line {
        speaker: Speaker::ToolResult,
        text,
    }
}
