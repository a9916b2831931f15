//! The client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use cekura_api::JobRule;
use http::Method;
use serde_json::Value;

use crate::http::{CallOptions, Shared};
use crate::raw::RawRequest;
#[cfg(feature = "observability")]
use crate::resources::CallLogsClient;
use crate::settings::{ApiKey, Environment};
use crate::{ClientBuilder, Error, Job};

/// A client of the Cekura API. Cheap to clone.
///
/// Clones share connections, the retry budget, the cooldown after a 429 and the rate limit: create one and clone it.
///
/// # Panics
/// Calls need a tokio runtime with its time and IO drivers. The future of a call panics without one; building a client
/// and its requests does not.
///
/// ```no_run
/// # async fn f() -> Result<(), cekura::Error> {
/// let cekura = cekura::Client::from_env()?; // CEKURA_API_KEY, CEKURA_API_URL
/// let log = cekura.call_logs().get(5001).await?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) shared: Arc<Shared>,
}

impl Client {
    /// Creates a client of `https://api.cekura.ai` with the default settings.
    ///
    /// # Errors
    /// [`is_config`](Error::is_config) when TLS cannot be set up.
    pub fn new(key: ApiKey) -> Result<Self, Error> {
        Self::builder().api_key(key).build()
    }

    /// Creates a client from the environment: `CEKURA_API_KEY`, and `CEKURA_API_URL` or `CEKURA_BASE_URL` if set.
    ///
    /// # Errors
    /// [`is_config`](Error::is_config), naming the variable that is missing or wrong.
    pub fn from_env() -> Result<Self, Error> {
        let read = |name: &str| std::env::var_os(name);
        let environment = Environment(&read);
        let builder = Self::builder().api_key(environment.api_key()?);
        match environment.base_url()? {
            Some(url) => builder.base_url(url).build(),
            None => builder.build(),
        }
    }

    /// Returns a builder.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    #[cfg(feature = "observability")]
    /// Returns the operations on call logs: list, get, re-evaluate.
    #[must_use]
    pub fn call_logs(&self) -> CallLogsClient {
        CallLogsClient::new(self.clone())
    }

    /// Creates a request by method and path, with the same key, timeouts, retries and tracing spans as the typed calls.
    pub fn raw(&self, method: Method, path: impl Into<String>) -> RawRequest {
        RawRequest::new(self.clone(), method, path.into())
    }

    /// Returns the job with this id, whose responses are JSON. No request is sent.
    ///
    /// The methods of the operations return jobs with typed responses; this is for any of
    /// [`operations::JOBS`](cekura_api::operations::JOBS).
    pub fn job(&self, rule: &'static JobRule, id: impl ToString) -> Job<Value> {
        Job::new(self.clone(), rule, id.to_string())
    }

    /// Returns how long the cooldown after a 429 still lasts: the client's own, or the
    /// [shared](ClientBuilder::shared_cooldown) one. The client's own [rate limit](ClientBuilder::max_requests_per_second) is not a
    /// cooldown.
    #[must_use]
    pub fn cooldown(&self) -> Option<Duration> {
        self.shared.cooldown()
    }

    /// Replaces the client's credential in `text` with `[redacted]`.
    ///
    /// Finds it in any letter case, with invisible characters or white space between its letters, escaped as in JSON,
    /// URLs or HTML (once or twice), and in base64. If it is found, invisible characters are removed from the whole
    /// text. The errors of this crate are redacted already: use this for parts of responses that your program shows.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        self.shared.credential.redact_text(text)
    }

    /// Returns the base URL.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.shared.base.as_prefix()
    }

    pub(crate) fn options(&self) -> CallOptions {
        self.shared.defaults.clone()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url())
            .field("credential", &self.shared.credential)
            .finish_non_exhaustive()
    }
}
