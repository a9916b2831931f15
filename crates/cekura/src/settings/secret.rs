//! The API key and the access token; neither is ever printed.

use std::borrow::Cow;
use std::fmt;

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};

use super::redact::{redact, redact_cut};
use crate::Error;

/// The fewest characters of a credential. Redacting a shorter one would damage ordinary words.
const SHORTEST: usize = 8;

/// An API key of Cekura, sent as `X-CEKURA-API-KEY`.
///
/// It has no `Display`, and its `Debug` prints `ApiKey([redacted])`. Its memory is wiped when it is dropped; the text it
/// was made from and the buffers of requests are not.
#[derive(Clone)]
pub struct ApiKey(SecretString);

/// An OAuth access token, sent as `Authorization: Bearer …` instead of a key; kept as an [`ApiKey`] is.
#[derive(Clone)]
pub struct AccessToken(SecretString);

impl ApiKey {
    /// Creates a key from text; white space around it is removed.
    ///
    /// # Errors
    /// [`is_config`](Error::is_config) when the text is empty, has fewer than 8 characters or is not valid in a header.
    /// The error never contains the text.
    pub fn new(text: impl Into<String>) -> Result<Self, Error> {
        checked("API key", text.into()).map(Self)
    }

    /// Replaces the key in `text` by `[redacted]`, plain or escaped.
    ///
    /// See [`Client::redact`](crate::Client::redact), for programs that have no client yet.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        redact(text, self.0.expose_secret()).into_owned()
    }
}

impl AccessToken {
    /// Creates a token from text; white space around it is removed.
    ///
    /// # Errors
    /// As for [`ApiKey::new`].
    pub fn new(text: impl Into<String>) -> Result<Self, Error> {
        checked("access token", text.into()).map(Self)
    }

    /// Replaces the token in `text` by `[redacted]`, as [`ApiKey::redact`] does.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        redact(text, self.0.expose_secret()).into_owned()
    }
}

fn checked(what: &str, text: String) -> Result<SecretString, Error> {
    let text = SecretString::from(text);
    let trimmed = text.expose_secret().trim();
    if trimmed.is_empty() {
        return Err(Error::config(format!(
            "the {what} is empty: expected the text that the dashboard shows under Settings, API keys"
        )));
    }
    if let Some(at) = trimmed.bytes().position(|b| !b.is_ascii_graphic()) {
        return Err(Error::config(format!(
            "the {what} has a character at position {} that cannot be part of one (white space, a control \
             character or a non-ASCII letter): copy it again, without quotes or line breaks",
            at + 1
        )));
    }
    if trimmed.len() < SHORTEST {
        return Err(Error::config(format!(
            "the {what} has only {} characters (at least {SHORTEST} expected): copy it again, as a whole",
            trimmed.len()
        )));
    }
    Ok(SecretString::from(trimmed.to_owned()))
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey([redacted])")
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken([redacted])")
    }
}

/// The credential of a client.
#[derive(Clone, Debug)]
pub(crate) enum Credential {
    Key(ApiKey),
    Token(AccessToken),
}

impl Credential {
    fn secret(&self) -> &str {
        match self {
            Self::Key(ApiKey(secret)) | Self::Token(AccessToken(secret)) => secret.expose_secret(),
        }
    }

    /// Returns the header with the credential, marked as sensitive.
    pub(crate) fn header(&self) -> Result<(HeaderName, HeaderValue), Error> {
        let (name, value) = match self {
            Self::Key(_) => (
                HeaderName::from_static("x-cekura-api-key"),
                HeaderValue::from_str(self.secret()),
            ),
            Self::Token(_) => (
                AUTHORIZATION,
                HeaderValue::from_str(&format!("Bearer {}", self.secret())),
            ),
        };
        let mut value = value.map_err(|_| {
            Error::config("the credential is not valid in a header: copy it again".to_owned())
        })?;
        value.set_sensitive(true);
        Ok((name, value))
    }

    /// Returns `text` with the secret redacted.
    pub(crate) fn redact_text(&self, text: &str) -> String {
        redact(text, self.secret()).into_owned()
    }

    /// Returns `body`, which may be cut, with the secret redacted; not copied where it does not occur.
    pub(crate) fn redact(&self, body: bytes::Bytes) -> bytes::Bytes {
        let text = String::from_utf8_lossy(&body);
        match redact_cut(&text, self.secret()) {
            Cow::Borrowed(_) => body,
            Cow::Owned(clean) => clean.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = r#"ck_live_9"f2\A"#;

    #[test]
    fn a_bad_key_is_refused_without_being_repeated() {
        for bad in ["", "  \n", "ck live", "ck\u{7f}x", "schlüssel"] {
            let error = ApiKey::new(bad).unwrap_err();
            assert!(error.is_config());
            let said = format!("{error} {error:?}");
            assert!(
                bad.trim().is_empty() || !said.contains(bad.trim()),
                "{said}"
            );
        }
    }

    #[test]
    fn debug_shows_nothing_and_the_header_is_sensitive() {
        let key = Credential::Key(ApiKey::new(format!(" {SECRET}\n")).unwrap());
        let (name, value) = key.header().unwrap();
        assert_eq!(name, "x-cekura-api-key");
        assert_eq!(value, SECRET);
        assert!(!format!("{key:?} {value:?}").contains("ck_live"));
    }

    #[test]
    fn a_key_that_is_no_longer_than_a_word_is_refused() {
        let error = ApiKey::new(" ck_1234\n").unwrap_err();
        let said = error.to_string();
        assert!(error.is_config() && said.contains("7 characters"), "{said}");
        assert!(!said.contains("ck_1234"), "{said}");
        assert!(AccessToken::new("1234567").is_err());
        assert!(ApiKey::new("ck_12345").is_ok() && AccessToken::new("12345678").is_ok());
    }

    #[test]
    fn a_body_without_the_secret_is_not_touched() {
        let key = Credential::Key(ApiKey::new(SECRET).unwrap());
        for body in [&b"\xff\xfe"[..], b"a\0b", b"ck_"] {
            assert_eq!(key.redact(bytes::Bytes::from_static(body)), body);
        }
        let echo = format!("\u{feff}you sent {SECRET}\0").into_bytes();
        assert_eq!(key.redact(echo.into()), &b"you sent [redacted]"[..]);
        assert_eq!(key.redact_text(SECRET), "[redacted]");
    }
}
