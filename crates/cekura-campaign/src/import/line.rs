//! One line of the file: a call, checked.

use std::time::SystemTime;

use cekura::types::ObservedCall;
use cekura::{NewCallLog, Scope};
use serde::Deserialize as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// What identifies the content of a line, whatever its spaces and the order of its keys.
pub(super) type LineDigest = [u8; 8];

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
            format!("it is not JSON: {e}").replace(" at line 1 column ", " at character ")
        })?;
        let Some(fields) = value.as_object() else {
            return Err(
                "it is not a JSON object: expected a call such as {\"call_id\": \"harbor-1\", \"agent\": 310}"
                    .to_owned(),
            );
        };
        if let Some((name, _)) = fields.iter().find(|(_, value)| value.is_null()) {
            return Err(format!("{name} is null: leave it out, or give a value"));
        }
        let digest = digest(&value);
        let body = ObservedCall::deserialize(value).map_err(|e| e.to_string())?;
        let time = match &body.timestamp {
            None => None,
            Some(written) => Some(written.to_system_time().ok_or_else(|| {
                format!("the timestamp {written:?} is not a time such as 2026-05-18T09:30:00Z")
            })?),
        };
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
                "not JSON: EOF while parsing a value at character",
            ),
            ("[1]", "not a JSON object"),
            ("{\"agent\": 310}", "missing field `call_id`"),
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
                "feedbak",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"feedback\": null}",
                "feedback is null",
            ),
            (
                "{\"call_id\": \"a\", \"agent\": 1, \"timestamp\": \"yesterday\"}",
                "2026-05-18T09:30:00Z",
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
}
