//! The one reader of transcripts: of this service's shape and of those of the providers of calls.

use std::{borrow::Cow, collections::HashMap};

use serde_json::Value;

use super::entry::{Entry, Field};
use super::time::CallClock;
use super::{ToolStep, ToolUse, Turn, lines};

/// How deep turns may be in other objects.
const DEPTH: usize = 8;

/// The fields in which objects hold their turns, the fullest first.
const CONTAINERS: &[&str] = &[
    "transcript_with_tool_calls",
    "transcript_object",
    "transcript_json",
    "messages",
    "turns",
    "utterances",
    "items",
    "transcript",
    "history",
    "conversation",
    "artifact",
    "results",
    "channels",
    "alternatives",
    "words",
    "message",
    "call",
    "data",
];

/// Reads entries one after the other, each once.
#[derive(Debug, Default)]
pub(super) struct Reader<'a> {
    turns: Vec<Turn<'a>>,
    clock: CallClock,
    /// The names of the tools by the ids of their calls.
    names: HashMap<Cow<'a, str>, Cow<'a, str>>,
    /// Whether the last turn consists of single words.
    is_in_words: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn into_turns(self) -> Vec<Turn<'a>> {
        self.turns
    }

    /// Reads any JSON.
    pub(super) fn value(&mut self, value: &'a Value, depth: usize) {
        match value {
            _ if depth > DEPTH => {}
            Value::Array(entries) => entries.iter().for_each(|e| self.value(e, depth + 1)),
            Value::Object(object) => self.entry(Entry::Object(object), depth),
            Value::String(text) => self.text(text),
            _ => {}
        }
    }

    /// Reads text with a line for each turn.
    pub(super) fn text(&mut self, text: &'a str) {
        for said in lines::turns(text) {
            let turn = Turn {
                role: Cow::Borrowed(said.role),
                content: Cow::Borrowed(said.text),
                start: said.start,
                ..Turn::default()
            };
            match ToolStep::from_role(said.role) {
                Some(step) => self.tool(turn, ToolUse::of(step)),
                None => self.speech(turn),
            }
        }
    }

    /// Reads an object.
    pub(super) fn entry(&mut self, entry: Entry<'a>, depth: usize) {
        let role = role(entry);
        if role.is_none() && self.inside(entry, depth) {
            return;
        }
        if self.word(entry) {
            return;
        }
        let before = self.turns.len();
        let (start, end) = self.clock.times(entry);
        let quiet = Turn {
            role: role.unwrap_or_default(),
            start,
            end,
            ..Turn::default()
        };
        let turn = Turn {
            content: entry.speech().unwrap_or_default(),
            ..quiet.clone()
        };
        let lists = [ToolStep::Call, ToolStep::Result].map(|step| (step, list(entry, step)));
        let has_list = lists.iter().any(|(_, list)| list.is_some());
        match (ToolStep::from_role(&turn.role), &turn.content) {
            (Some(step), _) if !has_list => self.tool(turn, ToolUse::read(step, entry)),
            (_, Cow::Borrowed(text)) if turn.role.is_empty() && start.is_none() => self.text(text),
            _ => self.speech(turn),
        }
        for (step, list) in lists {
            let entries = list.into_iter().flatten().filter_map(Value::as_object);
            for object in entries {
                let tool = ToolUse::read(step, Entry::Object(object));
                self.tool(quiet.clone(), tool);
            }
        }
        if self.turns.len() == before && !quiet.role.is_empty() {
            self.inside(entry, depth);
        }
    }

    /// Reads the turns that the object holds; returns whether there are any.
    fn inside(&mut self, entry: Entry<'a>, depth: usize) -> bool {
        let before = self.turns.len();
        for name in CONTAINERS {
            match entry.get(name) {
                // The others are other hearings of the same words.
                Some(Field::Json(Value::Array(all))) if *name == "alternatives" => {
                    all.first()
                        .into_iter()
                        .for_each(|v| self.value(v, depth + 1));
                }
                Some(Field::Json(value)) => self.value(value, depth + 1),
                _ => {}
            }
            if self.turns.len() > before {
                return true;
            }
        }
        false
    }

    /// Adds a single word to the turn of its speaker; returns whether the entry is a word.
    fn word(&mut self, entry: Entry<'a>) -> bool {
        let Some(Field::Text(word)) = entry.first(&["punctuated_word", "word"]) else {
            return false;
        };
        let role = role(entry).unwrap_or_default();
        let (start, end) = self.clock.times(entry);
        match self.turns.last_mut() {
            Some(last) if self.is_in_words && last.role == role => {
                let said = last.content.to_mut();
                if !said.ends_with(' ') && !word.starts_with(' ') {
                    said.push(' ');
                }
                said.push_str(word);
                last.end = end;
            }
            _ => {
                self.turns.push(Turn {
                    role,
                    content: Cow::Borrowed(word),
                    start,
                    end,
                    tool: None,
                });
                self.is_in_words = true;
            }
        }
        true
    }

    /// Adds a turn, if it says anything.
    fn speech(&mut self, turn: Turn<'a>) {
        if !turn.content.trim().is_empty() {
            self.turns.push(turn);
            self.is_in_words = false;
        }
    }

    /// Adds what a tool did.
    fn tool(&mut self, mut turn: Turn<'a>, mut tool: ToolUse<'a>) {
        if tool.data.is_empty() {
            tool.data = std::mem::take(&mut turn.content);
        }
        if let Some(id) = &tool.id {
            match &tool.name {
                Some(name) => {
                    self.names.insert(id.clone(), name.clone());
                }
                None => tool.name = self.names.get(id).cloned(),
            }
        }
        turn.tool = Some(tool);
        self.turns.push(turn);
        self.is_in_words = false;
    }
}

/// Returns the word for the speaker. The type of an entry is one only if it is a tool's.
fn role(entry: Entry<'_>) -> Option<Cow<'_, str>> {
    match entry.first(&["role", "speaker"]) {
        Some(Field::Text(role)) if !role.trim().is_empty() => Some(Cow::Borrowed(role)),
        Some(Field::Number(speaker)) => Some(Cow::Owned(format!("speaker {speaker}"))),
        _ => match entry.get("type") {
            Some(Field::Text(kind)) => ToolStep::from_role(kind).map(|_| Cow::Borrowed(kind)),
            _ => None,
        },
    }
}

/// Returns the uses of tools in an entry, if there are any.
fn list<'a>(entry: Entry<'a>, step: ToolStep) -> Option<&'a Vec<Value>> {
    step.lists().iter().find_map(|name| match entry.get(name)? {
        Field::Json(Value::Array(all)) if !all.is_empty() => Some(all),
        _ => None,
    })
}
