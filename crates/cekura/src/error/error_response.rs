//! What an error keeps of the reply that caused it.

use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;

use super::ServiceMessage;
use crate::http::Reply;
use crate::settings::Credential;

/// Most bytes that an error keeps of a body, whatever the status.
pub(crate) const MAX_ERROR_BODY: usize = 64 << 10;

pub(crate) struct ErrorResponse {
    pub(crate) status: StatusCode,
    pub(crate) request_id: Option<String>,
    pub(crate) body: Bytes,
    /// What the service says; nothing where it reported success, since such a body is data and no message.
    pub(crate) message: Option<ServiceMessage>,
    pub(crate) request: Arc<str>,
}

impl ErrorResponse {
    /// Takes what is worth keeping, without the credential that a server may have echoed.
    pub(crate) fn new(reply: Reply, credential: &Credential) -> Self {
        let status = reply.status;
        let request_id = reply.request_id().map(|id| credential.redact_text(id));
        let kept = match reply.body.len() <= MAX_ERROR_BODY {
            true => reply.body,
            // Copied, so that the rest is not kept alive by its beginning.
            false => Bytes::copy_from_slice(&reply.body[..MAX_ERROR_BODY]),
        };
        let body = credential.redact(kept);
        let message = (!status.is_success())
            .then(|| ServiceMessage::parse(&body, |text| credential.redact_text(text)));
        Self {
            status,
            request_id,
            message,
            body,
            request: reply.request,
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::*;
    use crate::settings::ApiKey;

    fn facts(status: u16, body: impl Into<Bytes>) -> ErrorResponse {
        let key = Credential::Key(ApiKey::new("ck_secret").unwrap());
        let reply = Reply {
            status: StatusCode::from_u16(status).unwrap(),
            headers: HeaderMap::new(),
            body: body.into(),
            attempts: 1,
            request: Arc::default(),
        };
        ErrorResponse::new(reply, &key)
    }

    #[test]
    fn a_success_is_no_message_and_its_data_is_nobodys_error_text() {
        let body = r#"{"detail":"The caller said his name.","transcript":["Ann"]}"#;
        assert_eq!(facts(200, body).message, None);
        let refusal = facts(400, body).message.unwrap();
        assert_eq!(refusal.detail(), Some("The caller said his name."));
    }

    #[test]
    fn no_more_than_64_kib_are_kept_of_any_body_nor_kept_alive() {
        for status in [200, 500] {
            for (size, kept) in [
                (MAX_ERROR_BODY - 1, MAX_ERROR_BODY - 1),
                (MAX_ERROR_BODY, MAX_ERROR_BODY),
            ] {
                assert_eq!(facts(status, vec![b'x'; size]).body.len(), kept);
            }
            let whole = Bytes::from(vec![b'x'; MAX_ERROR_BODY + 1]);
            let kept = facts(status, whole.clone()).body;
            assert_eq!(kept.len(), MAX_ERROR_BODY);
            assert_ne!(kept.as_ptr(), whole.as_ptr(), "a copy");
        }
    }
}
