//! `multipart/form-data`, as far as a call with a recording needs it.

use std::borrow::Cow;

use http::{StatusCode, header};
use serde_json::{Map, Value};

use crate::errors::detail;
use crate::request::Asked;
use crate::server::Reply;

/// The fields of a form whose values are JSON text; the others are text.
const JSON: [&str; 6] = [
    "agent",
    "transcript_json",
    "metadata",
    "dynamic_variables",
    "redact_fields",
    "main_agent_channel_index",
];

/// The name of the part with the recording.
const FILE: &str = "voice_recording";

/// Returns whether this is a form, for an operation that takes one.
pub(super) fn is_form(asked: &Asked<'_>) -> bool {
    let kind = asked.headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    asked.operation.id == "call_logs_observe" && essence.eq_ignore_ascii_case("multipart/form-data")
}

/// The body without the file, if it came as a form.
pub(super) fn without_file<'b>(asked: &Asked<'_>, body: &'b Value) -> Cow<'b, Value> {
    let mut body = Cow::Borrowed(body);
    if is_form(asked)
        && let Some(fields) = body.to_mut().as_object_mut()
    {
        fields.remove(FILE);
    }
    body
}

/// Reads a form as the body of JSON that it stands for. A file becomes its name and size.
///
/// # Errors
/// 400 for a body that is no such form.
pub(super) fn read(kind: &str, body: &[u8]) -> Result<Value, Reply> {
    let refuse = |why: &str| {
        detail(
            StatusCode::BAD_REQUEST,
            format!("Multipart form parse error - {why}"),
        )
    };
    let boundary = kind
        .split(';')
        .find_map(|part| part.trim().strip_prefix("boundary="));
    let boundary = boundary.map(|text| text.trim_matches('"'));
    let boundary = boundary
        .filter(|text| !text.is_empty())
        .ok_or_else(|| refuse("there is no boundary"))?;
    let line = format!("\r\n--{boundary}");
    let mut rest = body
        .strip_prefix(&line.as_bytes()[2..])
        .ok_or_else(|| refuse("it does not begin with its boundary"))?;
    let mut fields = Map::new();
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, line.as_bytes()).ok_or_else(|| refuse("a part does not end"))?;
        let (name, value) = field(&part[..end]).ok_or_else(|| refuse("a part has no name"))?;
        fields.insert(name, value);
        rest = &part[end + line.len()..];
    }
    match rest.starts_with(b"--") {
        true => Ok(Value::Object(fields)),
        false => Err(refuse("it does not end")),
    }
}

/// The name and the value of a part.
fn field(part: &[u8]) -> Option<(String, Value)> {
    let end = find(part, b"\r\n\r\n")?;
    let head = std::str::from_utf8(&part[..end]).ok()?;
    let content = &part[end + 4..];
    let named = |key: &str| {
        let (_, rest) = head.split_once(&format!("; {key}=\""))?;
        Some(rest.split_once('"')?.0)
    };
    let name = named("name")?;
    if name == FILE {
        let file = named("filename").unwrap_or_default();
        return Some((
            name.to_owned(),
            format!("{file}?bytes={}", content.len()).into(),
        ));
    }
    let text = String::from_utf8_lossy(content);
    let value = match JSON.contains(&name) {
        true => serde_json::from_str(&text).unwrap_or_else(|_| text.as_ref().into()),
        false => text.as_ref().into(),
    };
    Some((name.to_owned(), value))
}

fn find(within: &[u8], wanted: &[u8]) -> Option<usize> {
    within
        .windows(wanted.len())
        .position(|window| window == wanted)
}
