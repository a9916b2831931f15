//! One line of the file: a call, checked.

use std::time::SystemTime;

use cekura::types::ObservedCall;
use cekura::{NewCallLog, Scope, Timestamp};
use serde::Deserialize as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::fields::Fields;

/// What identifies the content of a line, whatever its spaces and the order of its keys.
///
/// Numbers are compared as Rust has them. A line with one beyond those is compared as it is written.
pub(super) type LineDigest = [u8; 8];

/// A call of the file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) call_id: String,
    pub(super) scope: Scope,
    /// When the call took place; without it, the service takes the time at which it arrives.
    pub(super) time: Option<SystemTime>,
    pub(super) digest: LineDigest,
}

impl Line {
    /// Parses and checks a line.
    ///
    /// # Errors
    /// What is wrong with it, for a person.
    pub(super) fn parse(text: &[u8]) -> Result<Self, String> {
        let fields = Fields::parse(text)?;
        let read = fields.checked()?;
        let is_read = read.len() == fields.len();
        let read = Value::Object(read);
        let digest = match is_read {
            true => digest(read.to_string().as_bytes()),
            false => digest(text),
        };
        let body = ObservedCall::deserialize(read).map_err(|e| e.to_string())?;
        let time = body.timestamp.as_ref().and_then(Timestamp::to_system_time);
        let scope = match (body.agent, &body.assistant_id) {
            (Some(agent), _) => Some(Scope::Agent(agent)),
            (None, assistant) => assistant.clone().map(Scope::Assistant),
        };
        let call_id = body.call_id.clone();
        NewCallLog::from(body).check().map_err(|e| e.to_string())?;
        Ok(Self {
            scope: scope.ok_or("it names no agent")?,
            call_id,
            time,
            digest,
        })
    }
}

fn digest(text: &[u8]) -> LineDigest {
    let mut first = LineDigest::default();
    first.copy_from_slice(&Sha256::digest(text)[..8]);
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
    fn any_number_of_json_may_be_in_an_open_object() {
        for number in ["12345678901234567890123", "1e400", "-1E+400", "0.10"] {
            let metadata = format!(r#"{{"n": [{number}]}}"#);
            let line = |name: &str| {
                let text = format!(r#"{{"call_id": "a", "agent": 310, "{name}": {metadata}}}"#);
                Line::parse(text.as_bytes())
            };
            for open in ["metadata", "dynamic_variables"] {
                assert_eq!(line(open).unwrap().call_id, "a", "{number}");
            }
            let digests = [line("metadata"), line("dynamic_variables")];
            let [one, other] = digests.map(|line| line.unwrap().digest);
            assert_ne!(one, other);
        }
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
                "{\"call_id\": \"a\", \"agent\": 310, \"call_id\": \"b\"}",
                "call_id is there twice",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 310, \"transcript_json\": [1e400]}",
                "transcript_json [1e400] cannot be read: number out of range",
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
                "{\"call_id\": \"a\", \"agent\": \"310\"}",
                "agent \"310\" is not an id",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"metadata\": []}",
                "metadata [] is not valid: expected an object",
            ),
            (
                r#"{"call_id": "a", "agent": 1, "metadata": {"a": "\ud800"}}"#,
                "cannot be read: unexpected end of hex escape",
            ),
            (
                &format!(
                    r#"{{"call_id": "a", "agent": 1, "metadata": {{"a": {}1{}}}}}"#,
                    "[".repeat(127),
                    "]".repeat(127)
                ),
                "cannot be read: recursion limit exceeded",
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
