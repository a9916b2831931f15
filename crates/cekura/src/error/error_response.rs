//! The part of a response that an error keeps.

use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;

use super::ServiceMessage;
use crate::http::HttpResponse;
use crate::settings::Credential;

/// The most bytes of a body that an error keeps.
pub(crate) const MAX_ERROR_BODY: usize = 64 << 10;

pub(crate) struct ErrorResponse {
    pub(crate) status: StatusCode,
    pub(crate) request_id: Option<String>,
    pub(crate) body: Bytes,
    /// The service's message; `None` for a success status, whose body is data.
    pub(crate) message: Option<ServiceMessage>,
    pub(crate) request: Arc<str>,
}

impl ErrorResponse {
    /// Keeps the parts for an error, with the credential redacted.
    pub(crate) fn new(response: HttpResponse, credential: &Credential) -> Self {
        let status = response.status;
        let request_id = response.request_id().map(|id| credential.redact_text(id));
        let kept = match response.body.len() <= MAX_ERROR_BODY {
            true => response.body,
            // Copied, so that the whole body is not kept in memory.
            false => Bytes::copy_from_slice(&response.body[..MAX_ERROR_BODY]),
        };
        let body = credential.redact(kept);
        let message = (!status.is_success())
            .then(|| ServiceMessage::parse(&body, |text| credential.redact_text(text)));
        Self {
            status,
            request_id,
            message,
            body,
            request: response.request,
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::*;
    use crate::settings::ApiKey;

    fn response(status: u16, body: impl Into<Bytes>) -> ErrorResponse {
        let key = Credential::Key(ApiKey::new("ck_secret").unwrap());
        let response = HttpResponse {
            status: StatusCode::from_u16(status).unwrap(),
            headers: HeaderMap::new(),
            body: body.into(),
            attempts: 1,
            request: Arc::default(),
        };
        ErrorResponse::new(response, &key)
    }

    #[test]
    fn a_success_body_is_not_parsed_as_a_message() {
        let body = r#"{"detail":"The caller said his name.","transcript":["Ann"]}"#;
        assert_eq!(response(200, body).message, None);
        let refusal = response(400, body).message.unwrap();
        assert_eq!(refusal.detail(), Some("The caller said his name."));
    }

    #[test]
    fn at_most_64_kib_of_a_body_are_kept() {
        for status in [200, 500] {
            for (size, kept) in [
                (MAX_ERROR_BODY - 1, MAX_ERROR_BODY - 1),
                (MAX_ERROR_BODY, MAX_ERROR_BODY),
            ] {
                assert_eq!(response(status, vec![b'x'; size]).body.len(), kept);
            }
            let whole = Bytes::from(vec![b'x'; MAX_ERROR_BODY + 1]);
            let kept = response(status, whole.clone()).body;
            assert_eq!(kept.len(), MAX_ERROR_BODY);
            assert_ne!(kept.as_ptr(), whole.as_ptr(), "a copy");
        }
    }
}
