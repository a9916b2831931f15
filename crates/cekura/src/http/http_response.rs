//! A response that was read to its end.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::error::InvalidResponse;

/// Status, headers and body of a response; the body without a byte order mark.
#[derive(Clone)]
pub(crate) struct HttpResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// How many attempts it took.
    pub(crate) attempts: u32,
    /// Method and path of the request, for errors.
    pub(crate) request: Arc<str>,
}

impl HttpResponse {
    /// Returns why the body is not a JSON object or list.
    pub(crate) fn why_not_json(&self) -> Option<InvalidResponse> {
        match self.body.trim_ascii() {
            [] => Some(InvalidResponse::Empty),
            _ if self.looks_like_json() => None,
            _ => Some(InvalidResponse::NotJson),
        }
    }

    /// Returns whether the body begins as a JSON object or list.
    pub(crate) fn looks_like_json(&self) -> bool {
        matches!(self.body.trim_ascii_start().first(), Some(b'{' | b'['))
    }

    /// Returns the identifier that the service, or a proxy before it, gave the request.
    pub(crate) fn request_id(&self) -> Option<&str> {
        let mut names = ["x-request-id", "x-amzn-requestid", "cf-ray"].iter();
        names.find_map(|name| self.headers.get(*name)?.to_str().ok())
    }

    /// Returns whether the content type is JSON.
    pub(crate) fn promises_json(&self) -> bool {
        let kind = self.headers.get(http::header::CONTENT_TYPE);
        kind.and_then(|kind| kind.to_str().ok())
            .is_some_and(|kind| kind.contains("json"))
    }
}
