//! Who is asking.

use http::{HeaderMap, StatusCode, header};

use crate::errors::detail;
use crate::random::Random;
use crate::request::Scope;
use crate::server::Reply;

/// The placeholder for the key in the documentation.
const PLACEHOLDER: &str = "<api-key>";

/// The keys that a sandbox accepts.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) admin: String,
    pub(crate) read_only: String,
    pub(crate) project: String,
    pub(crate) bearer: String,
    project_id: i64,
}

/// The credential of a request.
#[derive(Debug)]
pub(super) enum Credential {
    Known(Scope),
    /// The documentation's own placeholder: someone tried the example as it stands.
    Placeholder,
    Refused(Reply),
}

impl Keys {
    pub(crate) fn new(seed: u64, project_id: i64) -> Self {
        let mut draw = Random::of(seed, &[40]);
        let mut key = |kind: &str| format!("sandbox-{kind}-{:016x}", draw.next());
        Self {
            admin: key("admin"),
            read_only: key("readonly"),
            project: key("project"),
            bearer: key("bearer"),
            project_id,
        }
    }

    /// A bearer token wins over a key.
    pub(super) fn identify(&self, headers: &HeaderMap) -> Credential {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        if let Some(authorization) = text(header::AUTHORIZATION.as_str()) {
            let token = authorization.strip_prefix("Bearer ").map(str::trim);
            return match token {
                Some(token) if token == self.bearer => Credential::Known(Scope::Organization),
                _ => Credential::Refused(unauthorized(
                    "The token in Authorization is not valid, or is not a bearer token.",
                )),
            };
        }
        match text("x-cekura-api-key") {
            None => Credential::Refused(unauthorized(
                "Authentication credentials were not provided: send a key in X-CEKURA-API-KEY.",
            )),
            Some(PLACEHOLDER) => Credential::Placeholder,
            Some(key) if key == self.admin => Credential::Known(Scope::Organization),
            Some(key) if key == self.read_only => Credential::Known(Scope::ReadOnly),
            Some(key) if key == self.project => Credential::Known(Scope::Project(self.project_id)),
            Some(_) => Credential::Refused(unauthorized("Invalid API key.")),
        }
    }
}

fn unauthorized(text: &str) -> Reply {
    detail(StatusCode::UNAUTHORIZED, text)
}

pub(super) fn placeholder() -> Reply {
    unauthorized(
        "The key in X-CEKURA-API-KEY is the placeholder \"<api-key>\": put your own key in its place. \
         The sandbox shows its key on its first page.",
    )
}

pub(super) fn read_only() -> Reply {
    detail(
        StatusCode::FORBIDDEN,
        "This API key is read-only and may not change anything.",
    )
}
