//! Requests by method and path, with the same safety as the typed calls.

use std::borrow::Cow;

use bytes::Bytes;
use cekura_api::Effect;
use http::{HeaderMap, HeaderValue, Method};
use reqwest::Url;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::http::{
    CallOptions, Expected, HttpResponse, RequestContext, call_options, decode, find_operation,
    own_header,
};
use crate::{BoxFuture, Client, Error};

/// A request by method and path, sent when it is awaited.
///
/// Retries follow the effect of the documented operation at that path, with or without its final slash. For other paths
/// the method decides: `GET` and `HEAD` read, `PUT` and `DELETE` are idempotent, all others are repeated only after a 429, or if
/// they certainly were not sent.
///
/// A successful response may have any body or none, unless the documented operation responds with JSON.
///
/// ```no_run
/// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
/// use cekura::Method;
/// let response = cekura.raw(Method::GET, "/test_framework/v2/aiagents/").query("page_size", "5").await?;
/// let agents: serde_json::Value = response.json()?;
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct RawRequest {
    client: Client,
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Option<Bytes>,
    invalid: Option<String>,
    effect: Option<Effect>,
    pub(crate) options: CallOptions,
}

call_options!(RawRequest);

impl RawRequest {
    pub(crate) fn new(client: Client, method: Method, path: String) -> Self {
        let options = client.options();
        Self {
            client,
            method,
            path,
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: None,
            invalid: None,
            effect: None,
            options,
        }
    }

    /// Adds a query parameter; it is escaped.
    pub fn query(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.query.push((name.into(), value.to_string()));
        self
    }

    /// Adds a header. It replaces a header of the same name from [`ClientBuilder::header`](crate::ClientBuilder::header).
    ///
    /// Sending fails with [`is_invalid_request`](Error::is_invalid_request) for a header that the client sets itself, such as the one
    /// with the key. The value is never shown.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Self {
        match own_header(name.as_ref(), value.as_ref()) {
            Ok((name, value)) => {
                self.headers.append(name, value);
            }
            Err(why) => self.invalid = Some(why),
        }
        self
    }

    /// Sets the body to JSON.
    pub fn json(mut self, body: &impl Serialize) -> Self {
        match serde_json::to_vec(body) {
            Ok(json) => self.body(json).content_type("application/json"),
            Err(e) => {
                self.invalid = Some(format!("the body cannot be written as JSON: {e}"));
                self
            }
        }
    }

    /// Sets the body to these bytes. Set `content-type` by [`header`](Self::header).
    ///
    /// The body is kept in memory, since only a whole body can be sent safely.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into().into());
        self
    }

    fn content_type(mut self, kind: &'static str) -> Self {
        let kind = HeaderValue::from_static(kind);
        self.headers.insert(http::header::CONTENT_TYPE, kind);
        self
    }

    /// Sets the effect of a request whose path is not documented; by default the method decides.
    ///
    /// A documented operation keeps its own effect: a paid call cannot be made repeatable.
    pub fn with_effect(mut self, effect: Effect) -> Self {
        self.effect = Some(effect);
        self
    }

    /// Returns the effect of this request: that of the documented operation, else that of
    /// [`with_effect`](Self::with_effect), else that of the method.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) for a path that is not valid in a URL.
    pub fn effect(&self) -> Result<Effect, Error> {
        Ok(self.context(&self.url()?).effect)
    }

    /// Sends the request; awaiting the builder does the same.
    ///
    /// The future is `Send + 'static`, so that it can be spawned and joined.
    ///
    /// # Errors
    /// As for every call, and [`is_invalid_request`](Error::is_invalid_request) for a path, a header or a body that cannot be sent.
    pub fn send(self) -> BoxFuture<Result<RawResponse, Error>> {
        Box::pin(self.run())
    }

    async fn run(self) -> Result<RawResponse, Error> {
        let url = self.url()?;
        let context = self.context(&url);
        if let Some(why) = self.invalid {
            return Err(Error::invalid_request(why));
        }
        let mut request = reqwest::Request::new(self.method, url);
        *request.headers_mut() = self.headers;
        request
            .headers_mut()
            .entry(http::header::ACCEPT)
            .or_insert(HeaderValue::from_static("application/json"));
        *request.body_mut() = self.body.map(Into::into);
        let response = self
            .client
            .shared
            .execute(request, &context, &self.options)
            .await?;
        Ok(RawResponse {
            response,
            client: self.client,
        })
    }

    /// Returns the documented operation, else one by the caller's effect and the method.
    fn context(&self, url: &Url) -> RequestContext {
        let path = self.client.shared.base.below(url).unwrap_or_default();
        let by_method = match self.method {
            Method::GET | Method::HEAD | Method::OPTIONS => Effect::Read,
            Method::PUT | Method::DELETE => Effect::Idempotent,
            _ => Effect::Write,
        };
        match find_operation(&self.method, path) {
            Some(op) => RequestContext {
                operation: op.id,
                method: self.method.clone(),
                template: Cow::Borrowed(op.path),
                effect: op.effect,
                expected: Expected::of(op),
                upload: None,
            },
            None => RequestContext {
                operation: "raw",
                method: self.method.clone(),
                template: Cow::Owned(path.to_owned()),
                effect: self.effect.unwrap_or(by_method),
                expected: Expected::Anything,
                upload: None,
            },
        }
    }

    /// Returns the URL below the base URL; the path cannot lead out of it.
    fn url(&self) -> Result<Url, Error> {
        let refuse = |why: &str| {
            Error::invalid_request(format!(
                "the path {:?} {why}: expected one that begins with a single slash, like /observability/v2/call-logs/",
                self.path
            ))
        };
        if !self.path.starts_with('/') || self.path.starts_with("//") || self.path.contains('\\') {
            return Err(refuse("is not a path"));
        }
        // The URL parser removes some of these silently, and would request another path.
        if self.path.chars().any(char::is_control) {
            return Err(refuse("contains a line break or another control character"));
        }
        let root = self.client.base_url();
        let mut url = Url::parse(&format!("{root}{}", self.path))
            .map_err(|_| refuse("is not valid in a URL"))?;
        if self.client.shared.base.below(&url).is_none() {
            return Err(refuse("leads out of the base URL"));
        }
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        url.set_fragment(None);
        Ok(url)
    }
}

impl IntoFuture for RawRequest {
    type Output = Result<RawResponse, Error>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

/// The response to a [`RawRequest`]: status 200 to 299, headers and body.
#[derive(Clone)]
pub struct RawResponse {
    response: HttpResponse,
    client: Client,
}

impl RawResponse {
    pub(crate) fn into_http(self) -> HttpResponse {
        self.response
    }

    /// Returns the status, 200 to 299.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.response.status.as_u16()
    }

    /// Returns how many requests were sent, the successful one included.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.response.attempts
    }

    /// Returns the request id of the service or of a proxy in front of it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.response.request_id()
    }

    /// Returns the value of a header, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let headers: &HeaderMap = &self.response.headers;
        headers.get(name)?.to_str().ok()
    }

    /// Returns the body.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.response.body
    }

    /// Decodes the body as JSON.
    ///
    /// # Errors
    /// [`is_invalid_response`](Error::is_invalid_response), with the path that is not a `T`.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        decode(&self.client.shared, &self.response)
    }
}

impl std::fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status())
            .field("bytes", &self.response.body.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ApiKey;

    #[test]
    fn a_paid_path_stays_paid_whatever_effect_is_set() {
        let client = Client::builder().api_key(ApiKey::new("ck_harbor").unwrap());
        let client = client.base_url("http://localhost:1/root").build().unwrap();
        let rerun = &cekura_api::operations::CALL_LOGS_RERUN_EVALUATION;
        for path in [
            rerun.path,
            rerun.path.trim_end_matches('/'),
            "/observability/v1/x/../call-logs/rerun_evaluation/?x=1#y",
            "/observability//v1/call-logs/rerun%5Fevaluation",
        ] {
            let request = client
                .raw(Method::POST, path)
                .with_effect(Effect::Idempotent);
            let context = request.context(&request.url().unwrap());
            assert_eq!(context.operation, rerun.id, "{path}");
            assert_eq!(context.effect, Effect::Billable, "{path}");
            assert_eq!(context.expected, Expected::Json, "{path}");
        }
    }

    fn url(path: &str) -> Result<String, Error> {
        let client = Client::builder()
            .api_key(ApiKey::new("ck_harbor").unwrap())
            .base_url("http://localhost:1/root");
        client
            .build()
            .unwrap()
            .raw(Method::GET, path)
            .query("a b", "ü&")
            .url()
            .map(String::from)
    }

    #[test]
    fn a_path_stays_below_the_base_url() {
        assert_eq!(
            url("/x/?y=1#z").unwrap(),
            "http://localhost:1/root/x/?y=1&a+b=%C3%BC%26"
        );
        for bad in [
            "x/",
            "",
            "//evil.example/",
            "http://evil.example/",
            "/../x",
            "/a/../../x",
            "/\\evil",
            "/x/\r\nx-cekura-api-key: y",
            "/x\n/",
            "/x\t/",
            "/x/\0",
            "/x/\u{85}",
            "/x/?y=\r\n",
        ] {
            assert!(url(bad).unwrap_err().is_invalid_request(), "{bad}");
        }
    }
}
