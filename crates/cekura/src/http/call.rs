//! The transport of the generated client: one for each call.

use std::sync::{Arc, Mutex, PoisonError};

use cekura_api::json::{self, Damage, DecodeError, DecodedBody};
use cekura_api::{Inner, Operation, ResponseValue, Transport};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{CallOptions, HttpResponse, RequestContext, Response, ResponseMeta, Shared, Upload};
use crate::error::{InvalidResponse, Kind};
use crate::{BoxFuture, Error};

/// The status of the response that the generated code gets, so that it decodes nothing.
const PLACEHOLDER_STATUS: http::StatusCode = http::StatusCode::BAD_GATEWAY;

/// The memory, in bytes, that any response may take when it is decoded, its text included.
const MIN_DECODED: usize = 72 << 20;

/// The transport of one call: the client's state, the call's options, and the response.
struct Call {
    shared: Arc<Shared>,
    options: CallOptions,
    ended: Mutex<Option<Result<HttpResponse, Error>>>,
}

impl Transport for Call {
    fn execute<'a>(
        &'a self,
        _client: &'a reqwest::Client,
        request: reqwest::Request,
        operation: &'static Operation,
    ) -> cekura_api::BoxFuture<'a, reqwest::Result<reqwest::Response>> {
        Box::pin(async move {
            let context = RequestContext::of(operation, &request);
            let ended = self.shared.execute(request, &context, &self.options).await;
            *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(ended);
            // The generated code builds requests only; responses are decoded below.
            let mut placeholder = http::Response::new("");
            *placeholder.status_mut() = PLACEHOLDER_STATUS;
            Ok(placeholder.into())
        })
    }
}

/// Why a decoded response is not the requested object.
pub(crate) struct Mismatch {
    /// The path in the response.
    pub(crate) path: &'static str,
    /// What was expected there.
    pub(crate) expected: String,
}

/// One request of the generated client. The future returns the text of its error, which says why nothing was sent if the
/// transport was not reached.
pub(crate) type ApiRequest =
    Box<dyn FnOnce(cekura_api::Client) -> BoxFuture<Option<String>> + Send>;

/// A check that a response is the requested object, because any JSON object can be decoded.
pub(crate) type Check<'a, T> = &'a (dyn Fn(&T) -> Result<(), Mismatch> + Sync);

/// Makes an [`ApiRequest`] of a call of the generated client, such as `api => api.metrics_retrieve(&id)`.
macro_rules! api_request {
    ($api:ident => $call:expr) => {
        Box::new(move |$api: cekura_api::Client| {
            Box::pin(async move { $crate::http::error_text($call.await) }) as $crate::BoxFuture<_>
        })
    };
}
pub(crate) use api_request;

/// Returns the text of an error of the generated client.
pub(crate) fn error_text<T>(
    sent: Result<ResponseValue<T>, cekura_api::Error<()>>,
) -> Option<String> {
    sent.err().map(|e| e.to_string())
}

/// Makes one call through the generated client, and accepts any response that can be decoded and that `check` accepts.
///
/// For paid calls: any such response shows that they were accepted. The generated client sends, and decodes nothing: `T` may be
/// another type than its own.
///
/// # Errors
/// Those of the request, and a response that is not as documented.
pub(crate) async fn call<T: DeserializeOwned>(
    shared: &Arc<Shared>,
    options: &CallOptions,
    operation: &'static Operation,
    request: ApiRequest,
    check: Check<'_, T>,
) -> Result<Response<T>, Error> {
    let response = exchange(shared, options, operation, request).await?;
    finish(shared, operation, response, check)
}

/// Sends by the generated client. It does not depend on the operation's types, so that it is compiled once.
///
/// # Errors
/// Those of the request.
pub(crate) async fn exchange(
    shared: &Arc<Shared>,
    options: &CallOptions,
    operation: &'static Operation,
    request: ApiRequest,
) -> Result<HttpResponse, Error> {
    let call = Arc::new(Call {
        shared: Arc::clone(shared),
        options: options.clone(),
        ended: Mutex::new(None),
    });
    let http = shared.connections.get(options.timeouts.connect)?;
    let inner = Inner(Arc::clone(&call) as Arc<dyn Transport>);
    let api = cekura_api::Client::new_with_client(shared.base.as_prefix(), http, inner);
    let why = request(api).await;
    let ended = call
        .ended
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    ended.unwrap_or_else(|| {
        Err(
            Error::invalid_request("the request could not be built: check its arguments")
                .with_source(why.unwrap_or_default())
                .in_operation(operation.id),
        )
    })
}

/// Sends a form with a file, through the same engine as [`call`].
///
/// # Errors
/// As for [`call`], and a file that cannot be opened.
pub(crate) async fn send_upload<T: DeserializeOwned>(
    shared: &Arc<Shared>,
    options: &CallOptions,
    operation: &'static Operation,
    check: Check<'_, T>,
    upload: Upload,
) -> Result<Response<T>, Error> {
    let address = format!("{}{}", shared.base.as_prefix(), operation.path);
    let url = reqwest::Url::parse(&address).map_err(|e| {
        Error::invalid_request("the request could not be built: check the base URL").with_source(e)
    })?;
    let mut request = reqwest::Request::new(http::Method::POST, url);
    let headers = request.headers_mut();
    let json = http::HeaderValue::from_static("application/json");
    headers.insert(http::header::ACCEPT, json);
    headers.insert(http::header::CONTENT_TYPE, upload.content_type()?);
    let mut context = RequestContext::of(operation, &request);
    context.upload = Some(upload);
    let response = shared.execute(request, &context, options).await?;
    finish(shared, operation, response, check)
}

/// Decodes and checks a successful response.
///
/// # Errors
/// A response that is not as documented, or that the check refuses.
pub(crate) fn finish<T: DeserializeOwned>(
    shared: &Shared,
    operation: &'static Operation,
    mut response: HttpResponse,
    check: Check<'_, T>,
) -> Result<Response<T>, Error> {
    if !operation.returns_json {
        // A body that is not documented is ignored; the unit type is decoded from null.
        response.body = bytes::Bytes::from_static(b"null");
    }
    let checked = decode(shared, &response).and_then(|value| match check(&value) {
        Ok(()) => Ok(Response {
            value,
            meta: ResponseMeta::of(shared, &response),
        }),
        Err(Mismatch { path, expected }) => {
            let path = path.to_owned();
            Err(invalid_response(
                shared,
                &response,
                InvalidResponse::Shape { path },
                &expected,
            ))
        }
    });
    checked.map_err(|e| e.in_operation(operation.id))
}

/// Returns the JSON of a response. Of a response that is not JSON it is null; decoding it as its type says why.
pub(crate) fn json_of(shared: &Shared, response: &HttpResponse) -> Value {
    let decoded = json::decode(&response.body, most_decoded(shared, response));
    decoded.map(|decoded| decoded.value).unwrap_or_default()
}

/// The memory, in bytes, that a response may take. A call with a larger limit of its own gets more.
fn most_decoded(shared: &Shared, response: &HttpResponse) -> usize {
    let max_body = shared.defaults.max_body.max(response.body.len());
    MIN_DECODED.max(max_body.saturating_mul(9) / 2)
}

/// Decodes a response within a memory limit; values that are not valid JSON are replaced.
///
/// # Errors
/// The path that is not as documented and what is wrong there, without the credential.
pub(crate) fn decode<T: DeserializeOwned>(
    shared: &Shared,
    response: &HttpResponse,
) -> Result<T, Error> {
    match json::decode(&response.body, most_decoded(shared, response)) {
        Ok(DecodedBody { value, damage, .. }) => {
            damage.iter().for_each(|damage| warn(response, damage));
            Ok(value)
        }
        Err(e) => Err(undecodable(shared, response, e)),
    }
}

fn warn(response: &HttpResponse, damage: &Damage) {
    let Damage {
        call_logs, error, ..
    } = damage;
    tracing::warn!(
        target: "cekura",
        request = &*response.request,
        ?call_logs,
        error,
        "a response is not valid JSON; invalid values were replaced"
    );
}

fn undecodable(shared: &Shared, response: &HttpResponse, error: DecodeError) -> Error {
    let parse_error = error.to_string();
    let (why, parse_error) = match error {
        DecodeError::CutOff(_) => (InvalidResponse::CutOff, parse_error),
        DecodeError::TooLarge(limit) => (
            InvalidResponse::TooLarge { limit },
            format!("{parse_error}: ask for fewer entries at once"),
        ),
        DecodeError::Mismatch { path, error } => {
            let path = shared.credential.redact_text(&path);
            (InvalidResponse::Shape { path }, error.to_string())
        }
        _ => (InvalidResponse::NotJson, parse_error),
    };
    invalid_response(shared, response, why, &parse_error)
}

fn invalid_response(
    shared: &Shared,
    response: &HttpResponse,
    why: InvalidResponse,
    parse_error: &str,
) -> Error {
    Error::new(Kind::InvalidResponse(why))
        .with_response(shared.error_response(response.clone()))
        .after_attempts(response.attempts)
        .with_source(shared.credential.redact_text(parse_error))
}
