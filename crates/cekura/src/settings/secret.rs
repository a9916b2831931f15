//! The key: never printed, never in an error, wiped when dropped.

use std::fmt;

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};

use crate::Error;

/// An API key of Cekura, sent as `X-CEKURA-API-KEY`.
///
/// It has no `Display`, its `Debug` prints `ApiKey([redacted])`, and its memory is wiped on drop.
#[derive(Clone)]
pub struct ApiKey(SecretString);

/// An OAuth access token, sent as `Authorization: Bearer …` instead of a key.
#[derive(Clone)]
pub struct AccessToken(SecretString);

impl ApiKey {
    /// Takes a key, without the white space around it.
    ///
    /// # Errors
    /// [`is_config`](Error::is_config) when the text is empty or cannot stand in a header. The error
    /// names the fault and never repeats the text.
    pub fn new(text: impl Into<String>) -> Result<Self, Error> {
        checked("API key", text.into()).map(Self)
    }
}

impl AccessToken {
    /// Takes a token, without the white space around it.
    ///
    /// # Errors
    /// As for [`ApiKey::new`].
    pub fn new(text: impl Into<String>) -> Result<Self, Error> {
        checked("access token", text.into()).map(Self)
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

/// As whom the client speaks.
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

    /// The one header that carries the credential, marked so that no `Debug` shows its value.
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
        let mut value = value
            .map_err(|_| Error::config("the credential cannot stand in a header".to_owned()))?;
        value.set_sensitive(true);
        Ok((name, value))
    }

    /// `text` with every occurrence of the secret, as it is or as JSON writes it, taken out.
    pub(crate) fn redact_text(&self, text: &str) -> String {
        let secret = self.secret();
        let plain = text.replace(secret, "[redacted]");
        match serde_json::to_string(secret) {
            Ok(quoted) if quoted.len() > secret.len() + 2 => {
                plain.replace(&quoted[1..quoted.len() - 1], "[redacted]")
            }
            _ => plain,
        }
    }

    /// `body` with the secret taken out; untouched, and not copied, where it does not occur.
    pub(crate) fn redact(&self, body: bytes::Bytes) -> bytes::Bytes {
        let clean = self.redact_text(&String::from_utf8_lossy(&body));
        let cut = self.cut_at_the_end(clean.as_bytes());
        if cut > 0 {
            let mut clean = clean.into_bytes();
            clean.truncate(clean.len() - cut);
            clean.extend_from_slice(b"[redacted]");
            clean.into()
        } else if clean.contains("[redacted]") {
            clean.into()
        } else {
            body
        }
    }

    /// How many bytes at the end of `body` may be the beginning of the secret, where a cap cut it in two.
    fn cut_at_the_end(&self, body: &[u8]) -> usize {
        let secret = self.secret().as_bytes();
        (4..secret.len())
            .rev()
            .find(|n| body.ends_with(&secret[..*n]))
            .unwrap_or(0)
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
    fn echoes_are_redacted_plain_and_json_escaped() {
        let key = Credential::Key(ApiKey::new(SECRET).unwrap());
        let json = serde_json::json!({ "you sent": SECRET }).to_string();
        for text in [format!("key={SECRET};"), json] {
            let clean = key.redact_text(&text);
            assert!(
                clean.contains("[redacted]") && !clean.contains("ck_live"),
                "{clean}"
            );
        }
        assert_eq!(
            key.redact(bytes::Bytes::from_static(b"\xff\xfe")),
            &b"\xff\xfe"[..]
        );
    }
}
