//! Calls of tools in a transcript, and their results.

use std::borrow::Cow;

use super::entry::{Entry, Field};
use super::speaker::is_one_of;

/// What an agent's tool did in a turn.
///
/// ```
/// use cekura_api::{ToolStep, Transcript};
///
/// let given = serde_json::json!([
///     {"role": "tool_call_invocation", "tool_call_id": "c1", "name": "book", "arguments": "{\"nights\":1}"},
///     {"role": "tool_call_result", "tool_call_id": "c1", "content": "Room 4."},
/// ]);
/// let transcript = Transcript::from_json(&given);
/// let result = transcript.iter().next_back().unwrap().tool.as_ref().unwrap();
/// assert_eq!((result.step, &*result.data), (ToolStep::Result, "Room 4."));
/// assert_eq!(result.name.as_deref(), Some("book"), "the name that the call has");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ToolUse<'a> {
    /// Whether the tool was called or answered.
    pub step: ToolStep,
    /// The provider's id of the call, which its result has too.
    pub id: Option<Cow<'a, str>>,
    /// The tool's name; that of the call with the same id if the result has none.
    pub name: Option<Cow<'a, str>>,
    /// The arguments of a call or the result, usually JSON as text; empty if missing.
    pub data: Cow<'a, str>,
}

/// The two steps of using a tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolStep {
    /// The agent calls the tool.
    Call,
    /// The tool answers.
    Result,
}

const CALL: &[&str] = &[
    "functioncall",
    "functioncalls",
    "toolcall",
    "toolcalls",
    "toolcallinvocation",
    "tooluse",
];
const RESULT: &[&str] = &[
    "functioncallresult",
    "functioncalloutput",
    "functionresult",
    "function",
    "toolcallresult",
    "toolcalloutput",
    "toolresult",
    "toolresults",
    "tool",
];

impl ToolStep {
    /// Returns the step that a provider's word for a role means, if it is one of tools.
    pub(super) fn from_role(role: &str) -> Option<Self> {
        if is_one_of(role, CALL) {
            Some(Self::Call)
        } else if is_one_of(role, RESULT) {
            Some(Self::Result)
        } else {
            None
        }
    }

    /// Returns the lists in which a turn may have steps of this kind.
    pub(super) const fn lists(self) -> &'static [&'static str] {
        match self {
            Self::Call => &["tool_calls", "toolCalls", "function_calls"],
            Self::Result => &["tool_results", "toolResults"],
        }
    }

    const fn data(self) -> &'static [&'static str] {
        match self {
            Self::Call => &[
                "arguments",
                "params_as_json",
                "parameters",
                "params",
                "args",
                "input",
            ],
            Self::Result => &["result", "result_value", "output", "response"],
        }
    }
}

impl<'a> ToolUse<'a> {
    /// Returns a use of which only the step is known.
    pub(super) fn of(step: ToolStep) -> Self {
        Self {
            step,
            id: None,
            name: None,
            data: Cow::default(),
        }
    }

    /// Reads the entry, and what it has in `data` or `function`.
    pub(super) fn read(step: ToolStep, entry: Entry<'a>) -> Self {
        let places = [entry.inner("data"), entry.inner("function"), Some(entry)];
        let first = |names: &[&str]| -> Option<Field<'a>> {
            places.iter().flatten().find_map(|place| place.first(names))
        };
        let ids = ["id", "tool_call_id", "toolCallId", "call_id", "request_id"];
        Self {
            step,
            // An id is looked up in the order of its names: an entry of a list may have an `id` of its own.
            id: first(&ids[1..])
                .or_else(|| first(&ids[..1]))
                .and_then(Field::text),
            name: first(&["name", "tool_name"]).and_then(Field::text),
            data: first(step.data()).map(Field::json).unwrap_or_default(),
        }
    }

    /// Returns the same, independent of the transcript.
    pub(super) fn into_owned(self) -> ToolUse<'static> {
        ToolUse {
            step: self.step,
            id: self.id.map(|id| Cow::Owned(id.into_owned())),
            name: self.name.map(|name| Cow::Owned(name.into_owned())),
            data: Cow::Owned(self.data.into_owned()),
        }
    }

    /// Returns it as one sentence: `book({"nights": 2})`, `book returned {"ok": true}`.
    pub(super) fn sentence(&self) -> String {
        let name = self.name.as_deref().unwrap_or_default();
        let data = self.data.trim();
        match self.step {
            ToolStep::Call if data == "{}" => format!("{name}()"),
            ToolStep::Call => format!("{name}({data})"),
            ToolStep::Result => {
                let data = if data.is_empty() { "nothing" } else { data };
                format!("{name} returned {data}").trim_start().to_owned()
            }
        }
    }
}
