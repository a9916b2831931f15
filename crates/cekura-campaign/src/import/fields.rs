//! The fields of a line, each checked by itself.

use std::collections::BTreeSet;
use std::fmt;

use cekura::Timestamp;
use cekura::types::ObservedCall;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// The keys of a line: those of the body that [`observe`](cekura::resources::CallLogsClient::observe) sends.
const KEYS: [&str; 16] = [
    "call_id",
    "agent",
    "assistant_id",
    "trace_id",
    "voice_recording_url",
    "transcript_type",
    "transcript_json",
    "timestamp",
    "call_ended_reason",
    "customer_number",
    "metadata",
    "dynamic_variables",
    "feedback",
    "redact_fields",
    "metric_ids",
    "main_agent_channel_index",
];

/// Those of them that have any object: one that cannot be read here, because of a number beyond those of Rust, is the service's.
const OPEN: [&str; 2] = ["metadata", "dynamic_variables"];

/// The most characters of a `call_id`, as the contract has it.
const LONGEST_ID: usize = 100;

const EXAMPLE: &str = "expected an object such as {\"call_id\": \"harbor-1\", \"agent\": 310}";

/// The fields of a line, in their order, each value as its text.
pub(super) struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl Fields<'_> {
    /// Parses a line.
    pub(super) fn parse(text: &[u8]) -> Result<Fields<'_>, String> {
        serde_json::from_slice(text).map_err(|e| match e.classify() {
            Category::Data => format!("not a JSON object: {EXAMPLE}"),
            // The line number of a text of one line says nothing.
            _ => format!("not valid JSON at character {}: {EXAMPLE}", e.column()),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Checks each field by itself, so that the error names it; returns those that can be read.
    pub(super) fn checked(&self) -> Result<Map<String, Value>, String> {
        let (mut names, mut read) = (BTreeSet::new(), Map::new());
        for (name, raw) in &self.0 {
            if !KEYS.contains(&name.as_str()) {
                let keys = KEYS.join(", ");
                return Err(format!("unknown key {name:?}: the keys are {keys}"));
            }
            if !names.insert(name) {
                return Err(format!("{name} is there twice: give each key once"));
            }
            if let Some(value) = checked_value(name, raw.get())? {
                read.insert(name.clone(), value);
            }
        }
        let Some(Value::String(call_id)) = read.get("call_id") else {
            return Err("call_id is missing: give each call its own id".to_owned());
        };
        let length = call_id.chars().count();
        if length > LONGEST_ID {
            return Err(format!(
                "call_id has {length} characters: at most {LONGEST_ID} are possible"
            ));
        }
        if !call_id.trim().is_empty() && call_id.trim() != call_id {
            return Err(format!(
                "call_id {call_id:?} has spaces around it: remove them"
            ));
        }
        Ok(read)
    }
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }

        input.deserialize_map(Reader)
    }
}

/// Returns the value of a field; `None` if it is not read.
fn checked_value(name: &str, text: &str) -> Result<Option<Value>, String> {
    let invalid = |problem: &str| Err(format!("{name} {} {problem}", beginning(text)));
    if text == "null" {
        return Err(format!("{name} is null: leave it out, or give a value"));
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(e) if OPEN.contains(&name) && is_number(&e) && text.starts_with('{') => {
            return Ok(None);
        }
        Err(e) => {
            let problem = e.to_string();
            let problem = problem.split(" at line ").next().unwrap_or_default();
            return invalid(&format!("cannot be read: {problem}"));
        }
    };
    let is_time = || Timestamp::deserialize(&value).is_ok_and(|t| t.to_system_time().is_some());
    match name {
        // It is sent as it is written.
        "agent" if value.as_i64().is_none() => {
            invalid("is not an id: expected a whole number such as 310")
        }
        "timestamp" if !is_time() => invalid("is not a time: expected 2026-05-18T09:30:00Z"),
        _ => match ObservedCall::deserialize(alone(name, &value)) {
            Ok(_) => Ok(Some(value)),
            Err(error) => invalid(&in_words(&error.to_string())),
        },
    }
}

/// Returns whether JSON has a number beyond those of Rust; `serde_json` has no other sign of it.
fn is_number(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("number out of range")
}

/// Returns a call with one field.
fn alone(name: &str, value: &Value) -> Value {
    let mut fields = Map::new();
    fields.insert("call_id".to_owned(), "harbor-1".into());
    fields.insert(name.to_owned(), value.clone());
    fields.into()
}

/// Returns what an error of serde expects, in the words of JSON.
fn in_words(error: &str) -> String {
    let expected = match error.rsplit_once("expected ") {
        Some((_, "a string")) => "a text",
        Some((_, "a map")) => "an object",
        Some((_, "a sequence")) => "a list",
        Some((_, "i64")) => "a whole number",
        _ => return "is not valid here".to_owned(),
    };
    format!("is not valid: expected {expected}")
}

/// Returns the beginning of a long text.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(60) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_are_those_of_the_contract() {
        let error = ObservedCall::deserialize(alone("x", &Value::Null)).unwrap_err();
        let error = error.to_string();
        let (_, known) = error.split_once("expected one of ").unwrap();
        let known: Vec<&str> = known.split(", ").map(|key| key.trim_matches('`')).collect();
        assert_eq!(known, KEYS);
    }
}
