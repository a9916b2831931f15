//! From a request to a reply: key, contract, operation.

use cekura_schema::{UNKNOWN_FIELD, Violation};
use http::{StatusCode, header};
use serde_json::Value;

use super::auth::{self, Credential};
use super::dispatch::dispatch;
use super::{evaluate, form, rerun};
use crate::contract::{CONTRACT, Effect};
use crate::errors::{FieldErrors, detail};
use crate::request::{Asked, Scope};
use crate::server::Reply;
use crate::shared::Shared;

/// The reply, and the violations of the contract by the request.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) reply: Reply,
    pub(crate) violations: Vec<String>,
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self {
            reply,
            violations: Vec::new(),
        }
    }
}

/// Checks the request, does its work and returns the reply.
pub(crate) fn answer(shared: &Shared, asked: &Asked<'_>) -> Answer {
    let credential = shared.keys.identify(asked.headers);
    if let Credential::Refused(reply) = credential {
        return reply.into();
    }
    let body = match read_body(asked) {
        Ok(body) => body,
        Err(reply) => return reply.into(),
    };
    // The contract has the body as JSON, which has no file.
    let as_json = body.as_ref().map(|body| form::without_file(asked, body));
    if let Some(answer) = refuse_misfit(asked, as_json.as_deref()) {
        return answer;
    }
    let scope = match credential {
        Credential::Known(scope) => scope,
        Credential::Placeholder => return auth::placeholder().into(),
        Credential::Refused(reply) => return reply.into(),
    };
    if asked.operation.effect != Effect::Read && scope == Scope::ReadOnly {
        return auth::read_only().into();
    }
    let body = body.unwrap_or_default();
    dispatch(shared, asked, scope, &body).into()
}

/// The JSON body, if the operation takes one.
fn read_body(asked: &Asked<'_>) -> Result<Option<Value>, Reply> {
    let operation = asked.operation;
    if operation.body().is_none() || (asked.body.is_empty() && !operation.needs_body()) {
        return Ok(None);
    }
    let kind = asked.headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    if form::is_form(asked) {
        return form::read(kind, asked.body).map(Some);
    }
    if !essence.eq_ignore_ascii_case("application/json") {
        let text = format!("Unsupported media type {kind:?} in request: send application/json.");
        return Err(detail(StatusCode::UNSUPPORTED_MEDIA_TYPE, text));
    }
    serde_json::from_slice(asked.body)
        .map(Some)
        .map_err(|error| {
            detail(
                StatusCode::BAD_REQUEST,
                format!("JSON parse error: {error}"),
            )
        })
}

/// Returns 400 with every violation of the contract.
fn refuse_misfit(asked: &Asked<'_>, body: Option<&Value>) -> Option<Answer> {
    let found = CONTRACT.check(asked.operation, asked.path, asked.query, body);
    if found.is_empty() {
        return None;
    }
    // A path parameter of the wrong type is a path that does not exist.
    let in_path =
        |violation: &Violation| asked.path.iter().any(|(name, _)| *name == violation.field);
    let violations = found.iter().map(ToString::to_string).collect();
    if found.iter().any(in_path) {
        let reply = crate::errors::page_not_found(asked.path_text);
        return Some(Answer { reply, violations });
    }
    // Some operations have their own, plainer messages.
    let plain = match (asked.operation.id.as_str(), body) {
        ("call_logs_rerun_evaluation", Some(body)) => rerun::complaints(body),
        ("call_logs_evaluate_metrics", Some(body)) => evaluate::complaints(body),
        _ => FieldErrors::default(),
    };
    if plain.is_empty() {
        let mut errors = FieldErrors::default();
        for violation in &found {
            let whole = violation.field.is_empty();
            let field = if whole {
                "non_field_errors"
            } else {
                &violation.field
            };
            errors.add(field, violation.text.clone());
        }
        let reply = errors.reply();
        return Some(Answer { reply, violations });
    }
    // The request log gets the messages that the client got, and the violations that they leave out.
    let mut lines = plain.lines();
    for violation in &found {
        let is_told = plain.names(violation.root()) || both_were_given(violation, body);
        if !is_told {
            lines.push(violation.to_string());
        }
    }
    Some(Answer {
        reply: plain.reply(),
        violations: lines,
    })
}

/// Returns whether two owners that exclude each other were given. Each would be an unknown field beside the other, so
/// neither is reported as unknown.
fn both_were_given(violation: &Violation, body: Option<&Value>) -> bool {
    const OWNERS: [&str; 3] = ["agent_id", "assistant_id", "project_id"];
    let is_owner = OWNERS.contains(&violation.field.as_str());
    let given = |body: &Value| OWNERS.iter().filter(|name| !body[**name].is_null()).count();
    violation.text == UNKNOWN_FIELD && is_owner && body.is_some_and(|body| given(body) > 1)
}
