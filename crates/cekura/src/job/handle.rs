//! A job that was started, or is known by its id.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use cekura_api::JobRule;
use serde::de::DeserializeOwned;

use super::poll::Poll;
use super::{JobProgress, JobWait};
use crate::http::{ApiRequest, CallOptions, Response, exchange, finish, json_of, response_checks};
use crate::{Client, Error};

/// A job that the service runs in the background. `T` is the response to a poll, `S` the response to the start.
///
/// [`progress`](Self::progress) polls once, [`wait`](Self::wait) until the job has ended. Polls only read and cost nothing; they
/// use the options of the request that started the job, else the client's. Dropping the job or its wait does not cancel it.
#[derive(Clone)]
#[must_use = "the job runs in the background; keep its id(), or wait() for its end"]
pub struct Job<T, S = T> {
    poll: Arc<Poll>,
    started: Option<S>,
    reply: PhantomData<fn() -> T>,
}

impl<T, S> Job<T, S> {
    /// Creates the job with this id.
    pub(crate) fn new(client: Client, rule: &'static JobRule, id: String) -> Self {
        Self {
            poll: Arc::new(Poll {
                options: client.options(),
                client,
                rule,
                id,
            }),
            started: None,
            reply: PhantomData,
        }
    }

    /// Starts a job.
    ///
    /// # Errors
    /// Those of the request; a response that is not as documented, or without the job's id.
    pub(crate) async fn start(
        client: Client,
        rule: &'static JobRule,
        options: CallOptions,
        request: ApiRequest,
    ) -> Result<Response<Self>, Error>
    where
        S: DeserializeOwned,
    {
        let response = exchange(&client.shared, &options, rule.start, request).await?;
        let id = rule.id_in(&json_of(&client.shared, &response));
        let has_id = |_: &S| response_checks::job_id(rule, id.as_deref());
        let response = finish(&client.shared, rule.start, response, &has_id)?;
        let poll = Poll {
            client,
            options,
            rule,
            id: id.unwrap_or_default(),
        };
        Ok(response.map(|started| Self {
            poll: Arc::new(poll),
            started: Some(started),
            reply: PhantomData,
        }))
    }

    /// Returns the job's id, by which another process can poll it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.poll.id
    }

    /// Returns the response to the start; `None` for a job that is only known by its id.
    #[must_use]
    pub fn started(&self) -> Option<&S> {
        self.started.as_ref()
    }
}

impl<T: DeserializeOwned, S> Job<T, S> {
    /// Polls once, and returns the state of the job with the response. A job that failed is not an error here.
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if there is no job with this id;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not about this job.
    pub async fn progress(&self) -> Result<JobProgress<T>, Error> {
        let (now, _) = self.poll.send(&self.poll.options).await?;
        Ok(now)
    }

    /// Waits until the job has ended, and returns the last response. Can be called more than once.
    pub fn wait(&self) -> JobWait<'static, T> {
        JobWait::new(Arc::clone(&self.poll))
    }
}

impl<T, S> fmt::Debug for Job<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job")
            .field("id", &self.poll.id)
            .field("operation", &self.poll.rule.start.id)
            .field("is_started_here", &self.started.is_some())
            .finish_non_exhaustive()
    }
}
