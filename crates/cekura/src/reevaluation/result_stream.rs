//! The results of a wait as a stream.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_util::StreamExt;
use futures_util::stream::{self, BoxStream};

use super::CallLogResult;
use super::running_wait::RunningWait;
use crate::Error;

/// A stream of the results of a wait, each as soon as it is known; from [`Wait::results`](super::Wait::results).
#[must_use = "nothing is waited for until the stream is polled"]
pub struct ResultStream<'a>(BoxStream<'a, Result<CallLogResult, Error>>);

impl<'a> ResultStream<'a> {
    pub(super) fn new(running: RunningWait<'a>) -> Self {
        let begun = (running, VecDeque::new(), false);
        let results = stream::unfold(begun, |(mut running, mut ready, mut is_over)| async move {
            loop {
                if let Some(log) = ready.pop_front() {
                    return Some((Ok(log), (running, ready, is_over)));
                }
                if is_over {
                    return None;
                }
                match running.step().await {
                    Ok(goes_on) => is_over = !goes_on,
                    Err(e) => return Some((Err(e), (running, ready, true))),
                }
                ready.extend(running.take_ended(is_over));
            }
        });
        Self(results.boxed())
    }

    /// Returns the next result; `None` after the last one.
    ///
    /// Cancel safe: if the future is dropped, the next call continues the wait.
    pub async fn next(&mut self) -> Option<Result<CallLogResult, Error>> {
        self.0.next().await
    }
}

impl Stream for ResultStream<'_> {
    type Item = Result<CallLogResult, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(cx)
    }
}

impl fmt::Debug for ResultStream<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResultStream(..)")
    }
}
