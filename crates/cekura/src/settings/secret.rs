//! The API key and the access token; neither is ever printed.

use std::fmt;
use std::time::SystemTime;

use secrecy::{ExposeSecret, SecretString};

use super::redact::redact;
use crate::Error;

/// The fewest characters of a credential. Redacting a shorter one would damage ordinary words.
const SHORTEST: usize = 8;

/// An API key of Cekura, sent as `X-CEKURA-API-KEY`.
///
/// It has no `Display`, and its `Debug` prints `ApiKey([redacted])`. Its memory is wiped when it is dropped; the text it
/// was made from and the buffers of requests are not.
#[derive(Clone)]
pub struct ApiKey(pub(super) SecretString);

/// An OAuth access token, sent as `Authorization: Bearer …` instead of a key. Like an [`ApiKey`] it is never printed.
#[derive(Clone)]
pub struct AccessToken {
    pub(super) secret: SecretString,
    pub(super) expires_at: Option<SystemTime>,
}

impl ApiKey {
    /// Creates a key from text; white space around it is removed.
    ///
    /// # Errors
    /// [`is_config`](Error::is_config) when the text is empty, has fewer than 8 characters or is not valid in a header.
    /// The error never contains the text.
    pub fn new(text: impl Into<String>) -> Result<Self, Error> {
        checked("API key", text.into()).map(Self)
    }

    /// Replaces the key in `text` with `[redacted]`, as [`Client::redact`](crate::Client::redact) does, for programs that have no
    /// client yet.
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
        checked("access token", text.into()).map(|secret| Self {
            secret,
            expires_at: None,
        })
    }

    /// Sets when the token expires; unknown by default.
    ///
    /// A token from a [`TokenProvider`](crate::TokenProvider) is replaced 60 s before that. One that was given to
    /// [`access_token`](crate::ClientBuilder::access_token) is sent as it is.
    #[must_use]
    pub fn with_expiry(mut self, moment: SystemTime) -> Self {
        self.expires_at = Some(moment);
        self
    }

    /// Replaces the token in `text` with `[redacted]`, as [`ApiKey::redact`] does.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        redact(text, self.secret.expose_secret()).into_owned()
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_key_that_is_no_longer_than_a_word_is_refused() {
        let error = ApiKey::new(" ck_1234\n").unwrap_err();
        let said = error.to_string();
        assert!(error.is_config() && said.contains("7 characters"), "{said}");
        assert!(!said.contains("ck_1234"), "{said}");
        assert!(AccessToken::new("1234567").is_err());
        assert!(ApiKey::new("ck_12345").is_ok() && AccessToken::new("12345678").is_ok());
    }
}
