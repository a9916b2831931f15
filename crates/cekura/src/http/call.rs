//! The seam between generated code and the engine, made anew for each call.

use std::sync::{Arc, Mutex, PoisonError};

use cekura_api::{BoxFuture, Effect, Inner, Operation, ResponseValue, Transport};
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
            let ended = match self.shared.execute(request, &task, &self.options).await {
                Ok(reply) => must_be_json(&self.shared, reply, &task),
                Err(error) => Err(error),
            };
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

/// Every documented reply is JSON; a page of a proxy or nothing at all proves nothing about the work.
fn must_be_json(shared: &Shared, reply: Reply, task: &Task) -> Result<Reply, Error> {
    let why = match reply.body.trim_ascii() {
        [] => Unreadable::Empty,
        _ if !reply.looks_like_json() => Unreadable::NotJson,
        _ => return Ok(reply),
    };
    let attempts = reply.attempts;
    let error = Error::new(Kind::Unreadable(why))
        .with_reply(shared.facts(reply))
        .in_operation(task.operation)
        .after_attempts(attempts);
    Err(match task.effect {
        Effect::Read | Effect::Idempotent => error,
        Effect::Write | Effect::Billable => error.into_outcome_unknown(),
    })
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
        (Err(_), Some(Ok(reply))) => Err(misshapen::<T>(shared, reply).in_operation(operation.id)),
        (Err(e), None) => Err(
            Error::invalid_request("the request could not be put together")
                .with_source(e.to_string())
                .in_operation(operation.id),
        ),
    }
}

/// Decodes once more, slowly, to name the place that is not as documented.
fn misshapen<T: DeserializeOwned>(shared: &Shared, reply: Reply) -> Error {
    let mut json = serde_json::Deserializer::from_slice(&reply.body);
    let (why, source) = match serde_path_to_error::deserialize::<_, T>(&mut json) {
        Err(e) if e.inner().is_eof() => (Unreadable::CutOff, Some(e.into_inner())),
        Err(e) => (
            Unreadable::Shape {
                path: e.path().to_string(),
            },
            Some(e.into_inner()),
        ),
        Ok(_) => (
            Unreadable::Shape {
                path: "the end".to_owned(),
            },
            None,
        ),
    };
    let attempts = reply.attempts;
    let error = Error::new(Kind::Unreadable(why))
        .with_reply(shared.facts(reply))
        .after_attempts(attempts);
    match source {
        Some(source) => error.with_source(shared.credential.redact_text(&source.to_string())),
        None => error,
    }
}
