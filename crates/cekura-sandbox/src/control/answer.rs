//! Parses the bodies and writes the replies of control routes.

use axum::response::Response;
use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::errors::detail;
use crate::server::{self, Reply};

pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|error| error.to_string())
}

pub(super) fn ok(value: &impl serde::Serialize) -> Response {
    server::whole(Reply::json(StatusCode::OK, value))
}

pub(super) fn bad(problem: String) -> Response {
    server::whole(detail(StatusCode::BAD_REQUEST, problem))
}
