//! The credential of a client: its header, its renewal, and its redaction.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;

use super::redact::{redact, redact_cut};
use super::{AccessToken, ApiKey};
use crate::error::Kind;
use crate::{BoxFuture, Error};

/// A header with a credential as its value.
pub(crate) type Header = (HeaderName, HeaderValue);

/// How long before its expiry a token is replaced.
const RENEW_BEFORE: Duration = Duration::from_secs(60);

/// Most tokens of a provider that are remembered, so that they are taken out of texts.
const MOST_REMEMBERED: usize = 16;

/// Gets access tokens for a client, such as from an OAuth server.
///
/// Implemented for closures without arguments that return a future of a token. The client calls it before a request if it has
/// no token, if the token [expires](AccessToken::with_expiry) within 60 s, and after a 401. Otherwise it reuses the token. It
/// never makes two calls at once.
///
/// After a 401, a request that may be repeated is sent once more with a new token. A paid request is not: the call fails with
/// [`is_unauthorized`](Error::is_unauthorized), and the next call gets a new token.
///
/// ```
/// use cekura::{AccessToken, Client};
///
/// async fn fetch_token() -> Result<String, std::io::Error> {
///     Ok("token-from-your-server".to_owned())
/// }
///
/// let cekura = Client::builder()
///     .access_token_provider(|| async { AccessToken::new(fetch_token().await.map_err(cekura::Error::token)?) })
///     .build()?;
/// # Ok::<(), cekura::Error>(())
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// Returns a token that is valid now.
    fn token(&self) -> BoxFuture<Result<AccessToken, Error>>;
}

impl<F, Fut> TokenProvider for F
where
    F: Fn() -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<AccessToken, Error>> + Send + 'static,
{
    fn token(&self) -> BoxFuture<Result<AccessToken, Error>> {
        Box::pin(self())
    }
}

/// How a client authenticates.
#[derive(Clone, Debug)]
pub(crate) enum Credential {
    Key(ApiKey),
    Token(AccessToken),
    Provider(Arc<Provided>),
}

/// A provider, its current token, and the ones before.
pub(crate) struct Provided {
    provider: Box<dyn TokenProvider>,
    current: Mutex<Option<AccessToken>>,
    seen: RwLock<VecDeque<SecretString>>,
}

impl Credential {
    pub(crate) fn provider(provider: impl TokenProvider) -> Self {
        Self::Provider(Arc::new(Provided {
            provider: Box::new(provider),
            current: Mutex::default(),
            seen: RwLock::default(),
        }))
    }

    /// The header of a credential that never changes; `None` with a provider.
    pub(crate) fn fixed_header(&self) -> Option<Result<Header, Error>> {
        match self {
            Self::Key(ApiKey(secret)) => {
                let name = HeaderName::from_static("x-cekura-api-key");
                Some(header(name, secret.expose_secret()))
            }
            Self::Token(token) => Some(bearer(token)),
            Self::Provider(_) => None,
        }
    }

    /// Returns the header for a request at `now`. Requests a token from the provider if one is needed.
    ///
    /// # Errors
    /// The provider returned no token.
    pub(crate) async fn header(&self, now: SystemTime) -> Result<Header, Error> {
        match (self.fixed_header(), self) {
            (None, Self::Provider(provided)) => {
                provided.header(now).await.map_err(|e| self.no_token(&e))
            }
            (Some(header), _) => header,
            (None, _) => Err(Error::config(
                "no credential: set an API key or an access token",
            )),
        }
    }

    /// Forgets the token of the header `rejected`, unless it was replaced already; returns whether there can be another one.
    pub(crate) async fn renew(&self, rejected: &HeaderValue) -> bool {
        let Self::Provider(provided) = self else {
            return false;
        };
        let mut current = provided.current.lock().await;
        current.take_if(|token| bearer(token).is_ok_and(|(_, value)| value == rejected));
        true
    }

    /// The provider's failure, without any token that its text may repeat.
    fn no_token(&self, why: &Error) -> Error {
        let mut layers = Vec::new();
        if !why.is_token_unavailable() {
            layers.push(why.to_string());
        }
        let mut cause = why.source();
        while let Some(layer) = cause {
            layers.push(layer.to_string());
            cause = layer.source();
        }
        let text = layers.join(": ");
        Error::new(Kind::NoToken).with_source(self.redact_text(&text))
    }

    /// `text` with every occurrence of the secret, or of a token before it, taken out.
    pub(crate) fn redact_text(&self, text: &str) -> String {
        self.clean(text, redact).into_owned()
    }

    /// `body`, which may have been cut, with the secrets taken out; unchanged, and not copied, where none occurs.
    pub(crate) fn redact(&self, body: bytes::Bytes) -> bytes::Bytes {
        let text = String::from_utf8_lossy(&body);
        match self.clean(&text, redact_cut) {
            Cow::Borrowed(_) => body,
            Cow::Owned(clean) => clean.into(),
        }
    }

    fn clean<'a>(
        &self,
        text: &'a str,
        redact: for<'b> fn(&'b str, &str) -> Cow<'b, str>,
    ) -> Cow<'a, str> {
        match self {
            Self::Key(ApiKey(secret)) | Self::Token(AccessToken { secret, .. }) => {
                redact(text, secret.expose_secret())
            }
            Self::Provider(provided) => {
                let seen = provided.seen.read().unwrap_or_else(PoisonError::into_inner);
                let mut clean = Cow::Borrowed(text);
                for secret in seen.iter() {
                    if let Cow::Owned(cleaner) = redact(&clean, secret.expose_secret()) {
                        clean = Cow::Owned(cleaner);
                    }
                }
                clean
            }
        }
    }
}

impl Provided {
    async fn header(&self, now: SystemTime) -> Result<Header, Error> {
        let mut current = self.current.lock().await;
        if let Some(token) = &*current
            && token
                .expires_at
                .is_none_or(|expiry| expiry > now + RENEW_BEFORE)
        {
            return bearer(token);
        }
        let token = self.provider.token().await?;
        self.remember(&token);
        let header = bearer(&token);
        *current = Some(token);
        header
    }

    fn remember(&self, token: &AccessToken) {
        let mut seen = self.seen.write().unwrap_or_else(PoisonError::into_inner);
        let new = token.secret.expose_secret();
        seen.retain(|old| old.expose_secret() != new);
        seen.push_back(token.secret.clone());
        if seen.len() > MOST_REMEMBERED {
            seen.pop_front();
        }
    }
}

impl fmt::Debug for Provided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenProvider(..)")
    }
}

fn bearer(token: &AccessToken) -> Result<Header, Error> {
    header(
        AUTHORIZATION,
        &format!("Bearer {}", token.secret.expose_secret()),
    )
}

/// Returns a header that is marked as sensitive, so that `Debug` hides its value.
fn header(name: HeaderName, value: &str) -> Result<Header, Error> {
    let mut value = HeaderValue::from_str(value)
        .map_err(|_| Error::config("the credential has characters that an HTTP header cannot contain: check the API key or access token"))?;
    value.set_sensitive(true);
    Ok((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = r#"ck_live_9"f2\A"#;

    #[test]
    fn debug_shows_nothing_and_the_header_is_sensitive() {
        let key = Credential::Key(ApiKey::new(format!(" {SECRET}\n")).unwrap());
        let (name, value) = key.fixed_header().unwrap().unwrap();
        assert_eq!(name, "x-cekura-api-key");
        assert_eq!(value, SECRET);
        assert!(!format!("{key:?} {value:?}").contains("ck_live"));
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
