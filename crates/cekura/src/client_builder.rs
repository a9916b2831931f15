//! The builder of a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use crate::clock::{Clock, Jitter, JitterSource, SystemClock};
use crate::http::{CallOptions, Connections, MakeBuilder, Setup, Shared, own_header};
use crate::retry::{Cooldown, RateLimiter, RetryBudget, SharedCooldown};
use crate::settings::{AccessToken, ApiKey, BaseUrl, Credential, TokenProvider, tls};
use crate::{Client, Error, RetryPolicy, Timeouts};

/// Configures a [`Client`].
///
/// Timeouts, the retry policy and the size limit are the defaults of all calls; each call can override them, such as by
/// [`with_timeout`](crate::resources::GetCallLog::with_timeout).
///
/// ```
/// use std::time::Duration;
/// use cekura::{ApiKey, Client};
///
/// let cekura = Client::builder()
///     .api_key(ApiKey::new("ck_example")?)
///     .base_url("http://127.0.0.1:8080")
///     .timeout(Duration::from_secs(30))
///     .build()?;
/// assert_eq!(cekura.base_url(), "http://127.0.0.1:8080");
/// # Ok::<(), cekura::Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use = "a builder does nothing until build() is called"]
pub struct ClientBuilder {
    credential: Option<Credential>,
    base_url: Option<String>,
    allow_insecure_http: bool,
    user_agent: Option<String>,
    clock: Option<Arc<dyn Clock>>,
    jitter: Option<Arc<dyn JitterSource>>,
    shared_cooldown: Option<Arc<dyn SharedCooldown>>,
    rate: Option<f64>,
    headers: Vec<(String, Vec<u8>)>,
    root_certificates: Vec<Vec<u8>>,
    proxy: Option<String>,
    reqwest: Option<Arc<MakeBuilder>>,
    #[cfg(feature = "test-util")]
    responder: Option<crate::test_util::Responder>,
    options: CallOptions,
}

impl ClientBuilder {
    /// Authenticates with an API key.
    pub fn api_key(mut self, key: ApiKey) -> Self {
        self.credential = Some(Credential::Key(key));
        self
    }

    /// Authenticates with an OAuth access token instead of a key.
    pub fn access_token(mut self, token: AccessToken) -> Self {
        self.credential = Some(Credential::Token(token));
        self
    }

    /// Authenticates with access tokens from `provider`. They are refreshed when they expire and after a 401.
    ///
    /// See [`TokenProvider`] for when it is called, and for what is sent again.
    pub fn access_token_provider(mut self, provider: impl TokenProvider) -> Self {
        self.credential = Some(Credential::provider(provider));
        self
    }

    /// Sets the base URL; `https://api.cekura.ai` by default.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Allows an `http://` URL other than this machine's own; the key is then sent unencrypted.
    pub fn allow_insecure_http(mut self) -> Self {
        self.allow_insecure_http = true;
        self
    }

    /// Adds the name and version of your program to `User-Agent`, before the library's own.
    pub fn user_agent(mut self, product: impl Into<String>) -> Self {
        self.user_agent = Some(product.into());
        self
    }

    /// Adds a header to every request, such as one that a gateway needs.
    ///
    /// The value is never shown. [`build`](Self::build) returns an error for a header that the client sets itself. The header is
    /// sent to the service only: redirects to other hosts are not followed.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<Vec<u8>>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Trusts the CA certificates in `pem` in addition to the system's, such as that of a company's proxy.
    pub fn root_certificate_pem(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root_certificates.push(pem.into());
        self
    }

    /// Sends all requests through the HTTP proxy at `url`, such as `http://proxy.example.net:3128`.
    ///
    /// Replaces the proxies of the environment (`HTTPS_PROXY` and the like). A user name and a password in the URL are
    /// sent to the proxy and never shown. With an `https` base URL the proxy cannot read the key. With an `http` one,
    /// [`build`](Self::build) accepts only a proxy on this machine, unless [`allow_insecure_http`](Self::allow_insecure_http)
    /// is set.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// Sets the function that makes reqwest's builder, for settings that this builder has no method for, such as a DNS resolver.
    ///
    /// `make` is called once for each connection pool. The client then applies its own settings, which `make` cannot change: no
    /// redirects and no retries inside reqwest, no referer, a new connection for each request that must not be repeated, the
    /// connect timeout, and the user agent. You are responsible for everything else: a proxy, or a disabled certificate check,
    /// can disclose the key, and a timeout of reqwest ends a paid request with an unknown outcome.
    ///
    /// This method follows reqwest's versions: a minor release may break it.
    #[cfg(feature = "unstable-reqwest")]
    pub fn reqwest_builder(
        mut self,
        make: impl Fn() -> reqwest::ClientBuilder + Send + Sync + 'static,
    ) -> Self {
        self.reqwest = Some(Arc::new(make));
        self
    }

    /// Sets the function that responds in place of a server.
    #[cfg(feature = "test-util")]
    pub(crate) fn responder(mut self, responder: crate::test_util::Responder) -> Self {
        self.responder = Some(responder);
        self
    }

    /// Replaces the clock, for tests.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// Replaces the source of jitter, for tests.
    pub fn jitter(mut self, jitter: impl JitterSource) -> Self {
        self.jitter = Some(Arc::new(jitter));
        self
    }

    /// Shares the cooldown after a 429 with other clients, such as those of other processes.
    ///
    /// Each request waits for the later of both cooldowns, and each 429 extends both.
    pub fn shared_cooldown(mut self, shared: impl SharedCooldown) -> Self {
        self.shared_cooldown = Some(Arc::new(shared));
        self
    }

    /// Sets the client's rate limit, in requests per second; none by default.
    ///
    /// Requests are spaced evenly, without bursts. Retries and the requests of clones count too; a redirect that is followed
    /// does not. A call that cannot be sent before its timeout fails at once with
    /// [`is_rate_limited`](Error::is_rate_limited). [`build`](Self::build) returns an error unless the number is above 0.
    pub fn max_requests_per_second(mut self, per_second: f64) -> Self {
        self.rate = Some(per_second);
        self
    }

    /// Sets all three timeouts.
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.options.timeouts = timeouts;
        self
    }

    /// Sets the timeout of a call, with all attempts and delays; 300 s by default.
    pub fn timeout(mut self, total: Duration) -> Self {
        self.options.timeouts.total = total;
        self
    }

    /// Sets the timeout of one attempt, with its response; 60 s by default.
    pub fn attempt_timeout(mut self, attempt: Duration) -> Self {
        self.options.timeouts.attempt = attempt;
        self
    }

    /// Sets the timeout for opening a connection; 5 s by default.
    pub fn connect_timeout(mut self, connect: Duration) -> Self {
        self.options.timeouts.connect = connect;
        self
    }

    /// Sets the retry policy.
    pub fn retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = policy;
        self
    }

    /// Sets the largest response body, in bytes after decompression; 16 MiB by default.
    ///
    /// See [`with_max_response_bytes`](crate::resources::GetCallLog::with_max_response_bytes).
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.options.max_body = bytes;
        self
    }

    /// Builds the client. No connection is opened yet.
    ///
    /// # Errors
    /// [`is_config`](Error::is_config) without a credential, for an invalid URL or rate, and when TLS is not
    /// available.
    pub fn build(self) -> Result<Client, Error> {
        let credential = self
            .credential
            .ok_or_else(|| Error::config("no credential: set an API key or an access token"))?;
        credential.fixed_header().transpose()?;
        let base = BaseUrl::parse(
            self.base_url.as_deref().unwrap_or(BaseUrl::DEFAULT),
            self.allow_insecure_http,
        )?;
        let own = concat!("cekura-rust/", env!("CARGO_PKG_VERSION"));
        let user_agent = self
            .user_agent
            .map_or_else(|| own.to_owned(), |product| format!("{product} {own}"));
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            let (name, value) = own_header(name, value).map_err(Error::config)?;
            headers.append(name, value);
        }
        let proxy = self
            .proxy
            .map(|url| base.proxy(&url, self.allow_insecure_http));
        let certificates = self
            .root_certificates
            .iter()
            .map(|pem| tls::certificates(pem));
        let certificates = certificates.collect::<Result<Vec<_>, Error>>()?;
        let connections = Connections::new(Setup {
            user_agent,
            bypass_proxies: base.is_loopback(),
            proxy: proxy.transpose()?,
            certificates: certificates.into_iter().flatten().collect(),
            builder: self.reqwest,
        });
        connections.get(self.options.timeouts.connect)?;
        Ok(Client {
            shared: Arc::new(Shared {
                headers,
                credential,
                base,
                connections,
                #[cfg(feature = "test-util")]
                responder: self.responder,
                cooldown: Cooldown::new(self.shared_cooldown),
                rate_limiter: self.rate.map(RateLimiter::new).transpose()?,
                retry_budget: RetryBudget::default(),
                clock: self.clock.unwrap_or_else(|| Arc::new(SystemClock)),
                jitter: self.jitter.unwrap_or_else(|| Arc::new(Jitter::default())),
                defaults: self.options,
            }),
        })
    }
}

/// Leaves out the URL, which is not checked yet and may contain a password.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credential", &self.credential)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_send_and_its_debug_has_no_key() {
        fn anywhere<T: Clone + Send + Sync + 'static>(_: &T) {}
        let key = ApiKey::new("ck_hidden").unwrap();
        let builder = Client::builder()
            .api_key(key)
            .base_url("http://localhost:1");
        let shown = format!("{builder:?}");
        let client = builder.build().unwrap();
        anywhere(&client);
        assert!(!format!("{shown} {client:?}").contains("ck_hidden"));
    }

    #[test]
    fn a_missing_credential_is_an_error() {
        let error = Client::builder()
            .base_url("http://localhost:1")
            .build()
            .unwrap_err();
        assert!(
            error.is_config()
                && error
                    .to_string()
                    .contains("set an API key or an access token"),
            "{error}"
        );
    }
}
