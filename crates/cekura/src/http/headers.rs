//! Headers that the caller adds.

use http::{HeaderName, HeaderValue};

/// Headers that the client or its connections set. One more of these would send another credential, or would change where one
/// request ends and the next begins.
const RESERVED: [&str; 12] = [
    "authorization",
    "connection",
    "content-length",
    "expect",
    "host",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-cekura-api-key",
    "x-client-source",
];

/// Checks a header that the caller adds. Its value is shown nowhere, because it may be a secret of a gateway.
///
/// # Errors
/// Why it cannot be added, with its name and without its value.
pub(crate) fn own_header(name: &str, value: &[u8]) -> Result<(HeaderName, HeaderValue), String> {
    let parsed = HeaderName::from_bytes(name.as_bytes()).map_err(|_| {
        format!("{name:?} is not the name of a header: use letters, digits and hyphens")
    })?;
    if RESERVED.contains(&parsed.as_str()) {
        return Err(format!(
            "the header {name} is set by the client: set the key, the access token or the user agent of the \
             client instead"
        ));
    }
    let mut value = HeaderValue::from_bytes(value).map_err(|_| {
        format!(
            "the value of the header {name} has a line break or another control character in it"
        )
    })?;
    value.set_sensitive(true);
    Ok((parsed, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_carries_a_credential_or_frames_a_request_is_refused() {
        for name in [
            "Authorization",
            "X-CEKURA-API-KEY",
            "Content-Length",
            "transfer-encoding",
            "Host",
        ] {
            let error = own_header(name, b"hidden-value").unwrap_err();
            assert!(error.contains(name) && !error.contains("hidden"), "{error}");
        }
        assert!(own_header("x a", b"1").is_err() && own_header("", b"1").is_err());
        assert!(
            own_header("x-a", b"1\r\nx-b: 2")
                .unwrap_err()
                .contains("x-a")
        );
        let (name, value) = own_header("X-Gateway", "küste".as_bytes()).unwrap();
        assert_eq!(name, "x-gateway");
        assert!(value.is_sensitive());
    }
}
