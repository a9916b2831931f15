//! Jobs of any type, for tests that walk the contract.

use cekura::job::{Job, JobState};
use cekura::{BoxFuture, Error};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A job whose responses are JSON.
pub trait AnyJob: Send + Sync {
    /// Its id.
    fn id(&self) -> &str;

    /// The response to its start.
    fn started(&self) -> Option<Value>;

    /// One poll: the state, what the service calls it, and the response.
    fn progress(&self) -> BoxFuture<Result<(JobState, String, Value), Error>>;

    /// The wait for its end.
    fn wait(&self) -> BoxFuture<Result<Value, Error>>;
}

impl<T, S> AnyJob for Job<T, S>
where
    T: DeserializeOwned + Serialize + Clone + Send + 'static,
    S: Serialize + Clone + Send + Sync + 'static,
{
    fn id(&self) -> &str {
        self.id()
    }

    fn started(&self) -> Option<Value> {
        self.started().map(json)
    }

    fn progress(&self) -> BoxFuture<Result<(JobState, String, Value), Error>> {
        let job = self.clone();
        Box::pin(async move {
            let now = job.progress().await?;
            Ok((now.state, now.status, json(&now.response)))
        })
    }

    fn wait(&self) -> BoxFuture<Result<Value, Error>> {
        let wait = self.wait();
        Box::pin(async move { Ok(json(&wait.await?)) })
    }
}

fn json<T: Serialize>(model: &T) -> Value {
    serde_json::to_value(model).expect("models are written as JSON")
}

/// The job of a start, without its types.
pub(crate) fn job<T, S>(
    start: BoxFuture<Result<Job<T, S>, Error>>,
) -> BoxFuture<Result<Box<dyn AnyJob>, Error>>
where
    Job<T, S>: AnyJob,
    T: 'static,
    S: 'static,
{
    Box::pin(async move { Ok(Box::new(start.await?) as Box<dyn AnyJob>) })
}

/// The response to a start.
pub(crate) fn started(
    start: BoxFuture<Result<Box<dyn AnyJob>, Error>>,
) -> BoxFuture<Result<Value, Error>> {
    Box::pin(async move { Ok(start.await?.started().unwrap_or_default()) })
}
