//! Waits for the results of a re-evaluation by polling.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use super::running_wait::RunningWait;
use super::started::Work;
use super::{Completion, DefaultCompletion, PollInterval, ResultStream, WaitProgress, WaitResults};
use crate::Error;

/// Waits for a re-evaluation when it is awaited.
///
/// Polls all outstanding call logs together, 200 to a request, and reads each one in full when it is complete.
///
/// Network and server errors do not end the wait. It ends early only for errors that would repeat at every poll, such as a
/// revoked key; earlier results are kept. A call log that cannot be read does not affect the others. The wait for a deleted
/// call log ends.
///
/// Dropping the future ends the wait only. The evaluations continue, and
/// [`Reevaluation::wait`](super::Reevaluation::wait) can be called again.
#[must_use = "a wait does nothing until it is awaited"]
pub struct Wait<'a> {
    pub(super) settings: WaitSettings,
    pub(super) progress: Option<Box<dyn FnMut(WaitProgress) + Send + 'a>>,
}

/// The settings of a wait.
pub(super) struct WaitSettings {
    pub(super) work: Arc<Work>,
    pub(super) timeout: Duration,
    pub(super) interval: PollInterval,
    pub(super) confirmed_only: bool,
    pub(super) completion: Arc<dyn Completion>,
}

impl Wait<'static> {
    pub(crate) fn new(work: Arc<Work>) -> Self {
        let settings = WaitSettings {
            work,
            timeout: Duration::from_secs(600),
            interval: PollInterval::default(),
            confirmed_only: false,
            completion: Arc::new(DefaultCompletion::default()),
        };
        Self {
            settings,
            progress: None,
        }
    }
}

impl<'a> Wait<'a> {
    /// Sets the timeout of the wait, from its start; 10 minutes by default.
    ///
    /// The wait then ends with the results it has. A poll that is running may take up to 5 s more.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// Sets the poll interval.
    pub fn with_poll_interval(mut self, interval: PollInterval) -> Self {
        self.settings.interval = interval;
        self
    }

    /// Accepts confirmed results only. A call log whose evaluation leaves no trace then times out.
    pub fn confirmed_only(mut self) -> Self {
        self.settings.confirmed_only = true;
        self
    }

    /// Sets the rule that decides when a call log is complete.
    pub fn with_completion(mut self, completion: impl Completion) -> Self {
        self.settings.completion = Arc::new(completion);
        self
    }

    /// Calls `show` before the first poll and after every poll.
    ///
    /// The wait stays `'static` if `show` borrows nothing.
    pub fn with_progress<'b>(self, show: impl FnMut(WaitProgress) + Send + 'b) -> Wait<'b> {
        Wait {
            settings: self.settings,
            progress: Some(Box::new(show)),
        }
    }

    /// Starts the wait; awaiting it does the same.
    ///
    /// The future is `Send`, and `'static` unless a [progress function](Self::with_progress) borrows something.
    ///
    /// # Errors
    /// The error of the last poll, and only if there is no result at all: either an error that would repeat at every poll, such as
    /// a revoked key, or no poll was successful before the timeout.
    pub fn send(self) -> Pin<Box<dyn Future<Output = Result<WaitResults, Error>> + Send + 'a>> {
        Box::pin(async move {
            let mut running = RunningWait::new(self);
            while running.step().await? {}
            Ok(running.into_results())
        })
    }

    /// Waits, and returns a stream of the results, each as soon as it is known. The call logs without a result follow when
    /// the timeout is over.
    ///
    /// Each call log is one item, unless the stream ends with an error, as [`send`](Self::send) does. Dropping the stream ends the
    /// wait only; the evaluations continue.
    ///
    /// ```no_run
    /// # async fn f(started: cekura::reevaluation::Reevaluation) -> Result<(), cekura::Error> {
    /// let mut results = started.wait().results();
    /// while let Some(log) = results.next().await.transpose()? {
    ///     println!("{log}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn results(self) -> ResultStream<'a> {
        ResultStream::new(RunningWait::new(self))
    }
}

impl<'a> IntoFuture for Wait<'a> {
    type Output = Result<WaitResults, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl fmt::Debug for Wait<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("timeout", &self.settings.timeout)
            .field("poll", &self.settings.interval)
            .field("confirmed_only", &self.settings.confirmed_only)
            .finish_non_exhaustive()
    }
}
