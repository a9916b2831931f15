//! Waits for the end of a job by polling.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use cekura_api::JobState;
use serde::de::DeserializeOwned;

use super::JobProgress;
use super::poll::Poll;
use crate::Error;
use crate::clock::after;
use crate::error::Kind;
use crate::polling::{FINAL_POLL_EXTRA, Pauses, PollInterval, is_final, note_failed_poll};

/// Waits for the end of a job when it is awaited.
///
/// Network and server errors do not end the wait. Errors that every later poll would meet do, such as a revoked key or an id that
/// does not exist.
///
/// Dropping the future ends the wait only. The job continues, and [`Job::wait`](super::Job::wait) can be called again.
#[must_use = "a wait does nothing until it is awaited"]
pub struct JobWait<'a, T> {
    poll: Arc<Poll>,
    timeout: Duration,
    interval: PollInterval,
    progress: Option<ShowProgress<'a, T>>,
}

type ShowProgress<'a, T> = Box<dyn FnMut(&JobProgress<T>) + Send + 'a>;

impl<T> JobWait<'static, T> {
    pub(super) fn new(poll: Arc<Poll>) -> Self {
        Self {
            poll,
            timeout: Duration::from_secs(600),
            interval: PollInterval::default(),
            progress: None,
        }
    }
}

impl<'a, T: DeserializeOwned + Send + 'a> JobWait<'a, T> {
    /// Sets the timeout of the wait, from its start; 10 minutes by default.
    ///
    /// A poll that is running may take up to 5 s more.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the poll interval.
    pub fn with_poll_interval(mut self, interval: PollInterval) -> Self {
        self.interval = interval;
        self
    }

    /// Calls `show` after every successful poll.
    ///
    /// The wait stays `'static` if `show` borrows nothing.
    pub fn with_progress<'b>(
        self,
        show: impl FnMut(&JobProgress<T>) + Send + 'b,
    ) -> JobWait<'b, T> {
        JobWait {
            poll: self.poll,
            timeout: self.timeout,
            interval: self.interval,
            progress: Some(Box::new(show)),
        }
    }

    /// Starts the wait; awaiting it does the same.
    ///
    /// The future is `Send`, and `'static` unless a [progress function](Self::with_progress) borrows something.
    ///
    /// # Errors
    /// [`is_job_failed`](Error::is_job_failed) if the job ended without a result;
    /// [`is_timeout`](Error::is_timeout) if it has not ended by the timeout: it continues, and [`Error::job`] has its id;
    /// the error of a poll, if every later poll would meet it, or if no poll was successful before the timeout.
    pub fn send(self) -> Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>> {
        Box::pin(self.run())
    }

    async fn run(mut self) -> Result<T, Error> {
        let client = &self.poll.client;
        let end = after(client.shared.clock.now(), self.timeout);
        let options = self
            .poll
            .options
            .clone()
            .until(after(end, FINAL_POLL_EXTRA));
        let mut pauses = Pauses::new(self.interval);
        let mut last = None;
        let last_error = loop {
            pauses.sleep(client, end).await;
            let mut failed = None;
            match self.poll.send(&options).await {
                Ok((now, json)) => {
                    if let Some(show) = &mut self.progress {
                        show(&now);
                    }
                    match now.state {
                        JobState::Done => return Ok(now.response),
                        JobState::Failed => {
                            return Err(self.poll.error(Kind::JobFailed, Some((now, json))));
                        }
                        _ => last = Some((now, json)),
                    }
                }
                Err(e) if is_final(&e) || is_about_this_job(&e) => return Err(e),
                Err(e) => {
                    note_failed_poll(&e);
                    failed = Some(e);
                }
            }
            if client.shared.clock.now() >= end {
                break failed;
            }
        };
        Err(match (last, last_error) {
            (None, Some(e)) => e,
            (last, Some(e)) => self.poll.error(Kind::JobRunning, last).with_source(e),
            (last, None) => self.poll.error(Kind::JobRunning, last),
        })
    }
}

/// Returns whether every later poll of this job would meet the same error: it does not exist, or its id is no id.
fn is_about_this_job(error: &Error) -> bool {
    let is_refused = error.is_bad_request() && error.status() != Some(409);
    error.is_certainly_missing() || is_refused || error.is_invalid_request()
}

impl<'a, T: DeserializeOwned + Send + 'a> IntoFuture for JobWait<'a, T> {
    type Output = Result<T, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl<T> fmt::Debug for JobWait<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JobWait")
            .field("id", &self.poll.id)
            .field("timeout", &self.timeout)
            .field("poll", &self.interval)
            .finish_non_exhaustive()
    }
}
