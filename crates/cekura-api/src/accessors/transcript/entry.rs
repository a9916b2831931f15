//! The fields of an entry of a transcript, whichever type holds them.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::{json::decode, types::TranscriptTurn};

/// An entry of a transcript, usually a turn.
#[derive(Clone, Copy, Debug)]
pub(super) enum Entry<'a> {
    Turn(&'a TranscriptTurn),
    Object(&'a Map<String, Value>),
}

/// A field that is not `null`.
#[derive(Clone, Copy, Debug)]
pub(super) enum Field<'a> {
    Text(&'a str),
    Number(f64),
    /// Anything else.
    Json(&'a Value),
}

impl<'a> Entry<'a> {
    pub(super) fn get(self, name: &str) -> Option<Field<'a>> {
        let (known, others) = match self {
            Self::Turn(turn) => (known(turn, name), &turn.unknown_fields),
            Self::Object(object) => (None, object),
        };
        known.or_else(|| Field::of(others.get(name)?))
    }

    /// Returns the first of these fields that is there.
    pub(super) fn first(self, names: &[&str]) -> Option<Field<'a>> {
        names.iter().find_map(|name| self.get(name))
    }

    /// Returns the object in a field.
    pub(super) fn inner(self, name: &str) -> Option<Self> {
        match self.get(name)? {
            Field::Json(Value::Object(object)) => Some(Self::Object(object)),
            _ => None,
        }
    }

    /// Returns what was said.
    pub(super) fn speech(self) -> Option<Cow<'a, str>> {
        let names = [
            "content",
            "message",
            "text",
            "transcript",
            "utterance",
            "value",
        ];
        let mut texts = names.iter().filter_map(|name| match self.get(name)? {
            Field::Number(_) => None,
            field => field.text(),
        });
        let text = texts.find(|text| !text.trim().is_empty())?;
        // A model holds a list of parts as text.
        let parts = matches!(self, Self::Turn(_)).then(|| json_in(&text));
        let said = parts.flatten().and_then(|parts| {
            let said = plain_text(&parts, PARTS)?;
            Some(Cow::Owned(said.into_owned()))
        });
        said.or(Some(text))
    }
}

fn known<'a>(turn: &'a TranscriptTurn, name: &str) -> Option<Field<'a>> {
    let text = |text: &'a Option<String>| text.as_deref().map(Field::Text);
    match name {
        "role" => text(&turn.role),
        "content" => text(&turn.content),
        "time" => text(&turn.time),
        "timestamp" => Field::of(turn.timestamp.as_ref()?),
        "start_time" => turn.start_time.map(Field::Number),
        "end_time" => turn.end_time.map(Field::Number),
        _ => None,
    }
}

impl<'a> Field<'a> {
    fn of(value: &'a Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::String(text) => Some(Self::Text(text)),
            Value::Number(number) => number.as_f64().map(Self::Number),
            other => Some(Self::Json(other)),
        }
    }

    /// Returns the text, a number as text, or the text of the parts of a list.
    pub(super) fn text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Number(number) => Some(Cow::Owned(number.to_string())),
            Self::Json(value) => plain_text(value, PARTS),
        }
    }

    /// Returns the text, and anything else as JSON.
    pub(super) fn json(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Json(value) => Cow::Owned(value.to_string()),
        }
    }
}

/// The most memory that JSON inside of text may take, in bytes.
const MOST: usize = 64 << 20;

/// Returns the list or object that a text is, if it is one.
pub(super) fn json_in(text: &str) -> Option<Value> {
    if !text.trim_start().starts_with(['[', '{']) {
        return None;
    }
    let decoded = decode(text.as_bytes(), MOST).ok()?;
    decoded.damage.is_none().then_some(decoded.value)
}

/// How deep texts may be in lists and objects.
const PARTS: usize = 3;

/// Returns the texts in a list of parts, such as `["Hello."]` or `[{"type": "text", "text": "Hello."}]`.
fn plain_text(value: &Value, depth: usize) -> Option<Cow<'_, str>> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Array(parts) => {
            let texts = parts.iter().filter_map(|part| plain_text(part, depth));
            let texts: Vec<_> = texts.filter(|text| !text.trim().is_empty()).collect();
            (!texts.is_empty()).then(|| Cow::Owned(texts.join(" ")))
        }
        Value::Object(part) => ["text", "transcript", "content"]
            .iter()
            .find_map(|name| plain_text(part.get(*name)?, depth)),
        _ => None,
    }
}
