//! What an error keeps of the reply that caused it.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::ServiceMessage;
use crate::settings::Credential;

pub(crate) struct ReplyFacts {
    pub(crate) status: StatusCode,
    pub(crate) request_id: Option<String>,
    pub(crate) body: Bytes,
    pub(crate) message: ServiceMessage,
}

impl ReplyFacts {
    /// Takes what is worth keeping, without the credential that a server may have echoed.
    pub(crate) fn new(
        status: StatusCode,
        headers: &HeaderMap,
        body: Bytes,
        credential: &Credential,
    ) -> Self {
        let body = credential.redact(body);
        let request_id = ["x-request-id", "x-amzn-requestid", "cf-ray"]
            .iter()
            .find_map(|name| headers.get(*name)?.to_str().ok())
            .map(|id| credential.redact_text(id));
        Self {
            status,
            request_id,
            message: ServiceMessage::parse(&body, |text| credential.redact_text(text)),
            body,
        }
    }
}
