//! One line of the file: a call, checked.

use std::time::SystemTime;

use cekura::types::ObservedCall;
use cekura::{AgentId, NewCallLog, Scope, Timestamp};
use serde::Deserialize as _;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

/// What identifies the content of a line, whatever its spaces and the order of its keys.
pub(super) type LineDigest = [u8; 8];

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

/// The most characters of a `call_id`, as the contract has it.
const LONGEST_ID: usize = 100;

const EXAMPLE: &str = "expected an object such as {\"call_id\": \"harbor-1\", \"agent\": 310}";

/// A call of the file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) call_id: String,
    pub(super) scope: Scope,
    /// When the call took place; without it, the service takes the time at which it arrives.
    pub(super) time: Option<SystemTime>,
    pub(super) digest: LineDigest,
    pub(super) call: NewCallLog,
}

impl Line {
    /// Parses and checks a line.
    ///
    /// # Errors
    /// What is wrong with it, for a person.
    pub(super) fn parse(text: &[u8]) -> Result<Self, String> {
        let value: Value = serde_json::from_slice(text).map_err(|e| {
            // The line number of a text of one line says nothing.
            format!("not valid JSON at character {}: {EXAMPLE}", e.column())
        })?;
        let fields = value
            .as_object()
            .ok_or_else(|| format!("not a JSON object: {EXAMPLE}"))?;
        check_fields(fields)?;
        let digest = digest(&value);
        let body = ObservedCall::deserialize(value).map_err(|e| e.to_string())?;
        let time = body.timestamp.as_ref().and_then(Timestamp::to_system_time);
        let scope = match (body.agent, &body.assistant_id) {
            (Some(agent), _) => Some(Scope::Agent(agent)),
            (None, assistant) => assistant.clone().map(Scope::Assistant),
        };
        let call_id = body.call_id.clone();
        let call = NewCallLog::from(body);
        call.check().map_err(|e| e.to_string())?;
        Ok(Self {
            scope: scope.ok_or("it names no agent")?,
            call_id,
            time,
            digest,
            call,
        })
    }
}

/// Checks each field by itself, so that the error names it.
fn check_fields(fields: &Map<String, Value>) -> Result<(), String> {
    for (name, value) in fields {
        if !KEYS.contains(&name.as_str()) {
            let keys = KEYS.join(", ");
            return Err(format!("unknown key {name:?}: the keys are {keys}"));
        }
        if value.is_null() {
            return Err(format!("{name} is null: leave it out, or give a value"));
        }
        let is_time = || Timestamp::deserialize(value).is_ok_and(|t| t.to_system_time().is_some());
        let expected = match name.as_str() {
            "agent" if AgentId::deserialize(value).is_err() => {
                "is not an id: expected a whole number such as 310".to_owned()
            }
            "timestamp" if !is_time() => "is not a time: expected 2026-05-18T09:30:00Z".to_owned(),
            _ => match ObservedCall::deserialize(alone(name, value)) {
                Ok(_) => continue,
                Err(error) => in_words(&error.to_string()),
            },
        };
        return Err(format!("{name} {} {expected}", beginning(value)));
    }
    let Some(Value::String(call_id)) = fields.get("call_id") else {
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
    Ok(())
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

/// Returns a value as JSON, or the beginning of a long one.
fn beginning(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        None => text,
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// Returns the digest of a JSON value: the keys of its objects are sorted.
fn digest(value: &Value) -> LineDigest {
    let mut first = LineDigest::default();
    first.copy_from_slice(&Sha256::digest(value.to_string())[..8]);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_the_body_of_observe() {
        let line = Line::parse(
            br#"{"call_id": "harbor-1", "agent": 310, "timestamp": "2026-05-18T09:30:00Z"}"#,
        )
        .unwrap();
        assert_eq!(
            (line.call_id.as_str(), line.scope),
            ("harbor-1", 310.into())
        );
        assert!(line.time.is_some());
    }

    #[test]
    fn the_digest_is_of_the_content() {
        let digest = |text: &str| Line::parse(text.as_bytes()).unwrap().digest;
        let one = digest(r#"{"call_id":"a","agent":310,"metadata":{"x":1,"y":2}}"#);
        let same = digest(r#"{ "metadata": {"y": 2, "x": 1}, "agent": 310, "call_id": "a" }"#);
        let other = digest(r#"{"call_id":"a","agent":310,"metadata":{"x":1,"y":3}}"#);
        assert_eq!(one, same);
        assert_ne!(one, other);
    }

    #[test]
    fn a_bad_line_says_what_is_wrong() {
        for (text, expected) in [
            (
                "{\"call_id\": ",
                "not valid JSON at character 12: expected an object such as",
            ),
            ("[1]", "not a JSON object"),
            (
                "{\"agent\": 310}",
                "call_id is missing: give each call its own id",
            ),
            (
                "{\"call_id\": 5, \"agent\": 310}",
                "call_id 5 is not valid: expected a text",
            ),
            (
                "{\"call_id\": \" a\", \"agent\": 310}",
                "call_id \" a\" has spaces around it",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": \"x\"}",
                "agent \"x\" is not an id: expected a whole number such as 310",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"metadata\": []}",
                "metadata [] is not valid: expected an object",
            ),
            (
                "{\"call_id\": \" \", \"agent\": 310}",
                "the call id is empty",
            ),
            ("{\"call_id\": \"a\"}", "no agent is named"),
            (
                "{\"call_id\": \"a\", \"agent\": 0}",
                "ids are whole numbers above 0",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"assistant_id\": \"asst_x\"}",
                "both given",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"feedbak\": \"x\"}",
                "unknown key \"feedbak\": the keys are call_id, agent, assistant_id, ",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"feedback\": null}",
                "feedback is null",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"timestamp\": \"yesterday\"}",
                "timestamp \"yesterday\" is not a time: expected 2026-05-18T09:30:00Z",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"transcript_json\": [{\"role\": \"agent\"}]}",
                "the role \"agent\"",
            ),
        ] {
            let error = Line::parse(text.as_bytes()).unwrap_err();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }

    #[test]
    fn the_keys_are_those_of_the_contract() {
        let error = ObservedCall::deserialize(alone("x", &Value::Null)).unwrap_err();
        let error = error.to_string();
        let (_, known) = error.split_once("expected one of ").unwrap();
        let known: Vec<&str> = known.split(", ").map(|key| key.trim_matches('`')).collect();
        assert_eq!(known, KEYS);
    }

    #[test]
    fn a_call_id_has_at_most_100_characters() {
        let line = |length| {
            let call_id = "é".repeat(length);
            let text = format!("{{\"call_id\": {call_id:?}, \"agent\": 310}}");
            Line::parse(text.as_bytes())
        };
        assert!(line(100).is_ok());
        assert!(line(101).unwrap_err().contains("101 characters"));
    }
}
