//! The seam between generated code and the engine, made anew for each call.

use std::sync::{Arc, Mutex, PoisonError};

use cekura_api::{BoxFuture, Inner, Operation, ResponseValue, Transport};
use serde::de::DeserializeOwned;

use super::{CallOptions, Reply, Shared, Task};
use crate::Error;
use crate::error::{Kind, Unreadable};

/// The status of the stand-in response that carries one of our own errors through generated code.
const STAND_IN: http::StatusCode = http::StatusCode::BAD_GATEWAY;

/// One call's own transport: the shared engine, the call's options, and what came back.
struct Call {
    shared: Arc<Shared>,
    options: CallOptions,
    ended: Mutex<Option<Result<Reply, Error>>>,
}

impl Transport for Call {
    fn execute<'a>(
        &'a self,
        _client: &'a reqwest::Client,
        request: reqwest::Request,
        operation: &'static Operation,
    ) -> BoxFuture<'a, reqwest::Result<reqwest::Response>> {
        Box::pin(async move {
            let task = Task::of(operation, &request);
            let ended = self.shared.execute(request, &task, &self.options).await;
            let response = match &ended {
                Ok(reply) => reply.clone().into_response(),
                Err(_) => {
                    let mut stand_in = http::Response::new(bytes::Bytes::new());
                    *stand_in.status_mut() = STAND_IN;
                    stand_in.into()
                }
            };
            *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(ended);
            Ok(response)
        })
    }
}

/// Makes one call through the generated client.
///
/// # Errors
/// Whatever the engine ended with, or that the reply is not as documented.
pub(crate) async fn call<T, F, Fut>(
    shared: &Arc<Shared>,
    options: &CallOptions,
    operation: &'static Operation,
    send: F,
) -> Result<T, Error>
where
    T: DeserializeOwned,
    F: FnOnce(cekura_api::Client) -> Fut,
    Fut: Future<Output = Result<ResponseValue<T>, cekura_api::Error<()>>>,
{
    let call = Arc::new(Call {
        shared: Arc::clone(shared),
        options: options.clone(),
        ended: Mutex::new(None),
    });
    let http = shared.connections.get(options.timeouts.connect)?;
    let inner = Inner(Arc::clone(&call) as Arc<dyn Transport>);
    let api = cekura_api::Client::new_with_client(shared.base.as_prefix(), http, inner);
    let result = send(api).await;
    let ended = call
        .ended
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    match (result, ended) {
        (Ok(value), _) => Ok(value.into_inner()),
        (Err(_), Some(Err(error))) => Err(error),
        (Err(_), Some(Ok(reply))) => {
            decode(shared, &reply).map_err(|e| e.in_operation(operation.id))
        }
        (Err(e), None) => Err(
            Error::invalid_request("the request could not be put together")
                .with_source(e.to_string())
                .in_operation(operation.id),
        ),
    }
}

/// Decodes slowly, to name the place that is not as documented.
///
/// # Errors
/// That place, and what is wrong there, without the credential.
pub(crate) fn decode<T: DeserializeOwned>(shared: &Shared, reply: &Reply) -> Result<T, Error> {
    let mut json = serde_json::Deserializer::from_slice(&reply.body);
    serde_path_to_error::deserialize(&mut json).map_err(|e| {
        let why = match e.inner().is_eof() {
            true => Unreadable::CutOff,
            false => Unreadable::Shape {
                path: shared.credential.redact_text(&e.path().to_string()),
            },
        };
        Error::new(Kind::Unreadable(why))
            .with_reply(shared.facts(reply.clone()))
            .after_attempts(reply.attempts)
            .with_source(shared.credential.redact_text(&e.into_inner().to_string()))
    })
}
