//! Transcripts that clients send.

use serde_json::{Map, Value, json};

use crate::errors::FieldErrors;
use crate::server::Reply;

/// The roles of the service's own format.
const ROLES: [&str; 4] = [
    "Testing Agent",
    "Main Agent",
    "Function Call",
    "Function Call Result",
];

/// The fields of a call log that follow from a transcript: its turns, its text, its duration.
///
/// # Errors
/// 400 for a transcript in the service's own format that has other roles or no list. The transcripts of providers are kept as
/// they came.
pub(super) fn fields(kind: Option<&str>, transcript: &Value) -> Result<Map<String, Value>, Reply> {
    let is_own = matches!(kind, None | Some("cekura" | "vocera"));
    let turns = transcript.as_array().map(Vec::as_slice);
    let known = |turn: &Value| ROLES.iter().any(|role| turn["role"] == *role);
    if is_own && !turns.is_some_and(|turns| turns.iter().all(known)) {
        let text = "Expected a list of objects whose role is \"Testing Agent\" or \"Main Agent\".";
        return Err(FieldErrors::one("transcript_json", text).reply());
    }
    let turns = turns.unwrap_or_default();
    let seconds = |turn: &Value, name: &str| turn[name].as_f64().unwrap_or(0.0);
    let lines: Vec<String> = turns
        .iter()
        .map(|turn| line(turn, seconds(turn, "start_time")))
        .collect();
    let end = turns.iter().map(|turn| seconds(turn, "end_time"));
    let end = end.fold(0.0, f64::max);
    let fields = json!({
        "transcript_object": turns,
        "transcript": lines.join("\n"),
        "duration": clock(end),
    });
    match fields {
        Value::Object(fields) => Ok(fields),
        _ => Ok(Map::new()),
    }
}

fn line(turn: &Value, start: f64) -> String {
    let text = |name: &str| turn[name].as_str().unwrap_or_default().to_owned();
    format!("[{}] {}: {}", clock(start), text("role"), text("content"))
}

/// `MM:SS`
pub(super) fn clock(seconds: f64) -> String {
    let seconds = seconds.round() as u64;
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}
