//! Tests of programs that use this crate, without a server.
//!
//! [`client`] returns a client whose responses come from a closure. Everything else is as in production: retries, limits,
//! decoding, errors, redaction. Waits and backoffs take no time, because the client's clock jumps ahead.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> cekura::Result<()> {
//! use cekura::test_util::{self, Response};
//!
//! let cekura = test_util::client(|request| match (request.method.as_str(), request.path.as_str()) {
//!     ("GET", "/observability/v2/call-logs/5001/") => Response::json(200, r#"{"id": 5001, "success": false}"#),
//!     _ => Response::json(404, r#"{"detail": "Not found."}"#),
//! });
//! assert_eq!(cekura.call_logs().get(5001).await?.success, Some(false));
//! assert!(cekura.call_logs().get(5002).await.unwrap_err().is_not_found());
//! # Ok(()) }
//! ```
//!
//! For code that only reads results, make them with [`CallLogResult::new`](crate::reevaluation::CallLogResult::new) and collect them
//! into a [`WaitResults`](crate::reevaluation::WaitResults).

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;

use crate::clock::{Clock, Jitter, Sleep};
use crate::{ApiKey, Client, ClientBuilder};

/// A request as a server would see it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Request {
    /// The method in capitals, such as `POST`.
    pub method: String,
    /// The path below the base URL, such as `/observability/v2/call-logs/5001/`.
    pub path: String,
    /// The query, percent-encoded; empty without one.
    pub query: String,
    /// The headers, with names in lower case, the key included. Values that are not text are left out.
    pub headers: Vec<(String, String)>,
    /// The body; empty without one.
    pub body: Vec<u8>,
}

impl Request {
    pub(crate) fn of(request: &reqwest::Request) -> Self {
        let headers = request.headers().iter();
        let body = request.body().and_then(reqwest::Body::as_bytes);
        Self {
            method: request.method().to_string(),
            path: request.url().path().to_owned(),
            query: request.url().query().unwrap_or_default().to_owned(),
            headers: headers
                .filter_map(|(name, value)| {
                    Some((name.to_string(), value.to_str().ok()?.to_owned()))
                })
                .collect(),
            body: body.unwrap_or_default().to_vec(),
        }
    }
}

/// The response to a [`Request`].
#[derive(Clone, Debug)]
pub struct Response(http::Response<Bytes>);

impl Response {
    /// Creates a response with a JSON body.
    ///
    /// # Panics
    /// If `status` is not in 100 to 999.
    #[must_use]
    pub fn json(status: u16, body: impl Into<String>) -> Self {
        Self::new(status, body.into()).with_header("content-type", "application/json")
    }

    /// Creates a response with any body.
    ///
    /// # Panics
    /// If `status` is not in 100 to 999.
    #[must_use]
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let response = http::Response::builder().status(status);
        Self(
            response
                .body(Bytes::from(body.into()))
                .expect("a status from 100 to 999"),
        )
    }

    /// Adds a header.
    ///
    /// # Panics
    /// If `name` or `value` is not valid in a header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        let name: http::HeaderName = name.parse().expect("a header's name");
        self.0
            .headers_mut()
            .append(name, value.parse().expect("a header's value"));
        self
    }
}

/// The function that responds in place of a server.
#[derive(Clone)]
pub(crate) struct Responder(Arc<dyn Fn(&Request) -> Response + Send + Sync>);

impl Responder {
    pub(crate) fn to(&self, request: &reqwest::Request) -> reqwest::Response {
        (self.0)(&Request::of(request)).0.into()
    }
}

impl fmt::Debug for Responder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Responder(..)")
    }
}

/// Returns a client whose responses come from `respond`.
///
/// # Panics
/// If TLS cannot be set up, as with the feature `rustls-no-provider` and no provider.
#[must_use]
pub fn client(respond: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Client {
    client_builder(respond).build().expect("a client for tests")
}

/// Returns the builder of such a client, for further settings.
pub fn client_builder(
    respond: impl Fn(&Request) -> Response + Send + Sync + 'static,
) -> ClientBuilder {
    let key = ApiKey::new("ck_testing").expect("a key for tests");
    Client::builder()
        .api_key(key)
        .base_url("http://localhost")
        .clock(TestClock::default())
        .jitter(Jitter::seeded(0))
        .responder(Responder(Arc::new(respond)))
}

/// A clock whose sleeps return at once and advance the time.
///
/// Requests never time out, because a response takes no time.
#[derive(Clone, Debug)]
pub struct TestClock(Arc<Mutex<(Instant, SystemTime)>>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Arc::new(Mutex::new((Instant::now(), SystemTime::now()))))
    }
}

impl TestClock {
    fn time(&self) -> (Instant, SystemTime) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Advances the time.
    pub fn advance(&self, span: Duration) {
        let mut time = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *time = (time.0 + span, time.1 + span);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Instant {
        self.time().0
    }

    fn system_time(&self) -> SystemTime {
        self.time().1
    }

    fn sleep(&self, span: Duration) -> Sleep {
        let clock = self.clone();
        Box::pin(async move { clock.advance(span) })
    }

    fn timeout(&self, _: Duration) -> Sleep {
        Box::pin(std::future::pending())
    }
}
