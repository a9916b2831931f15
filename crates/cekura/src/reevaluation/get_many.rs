//! Reads many call logs, one request each, a few at a time.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use cekura_api::operations;
use cekura_api::scalars::CallLogId;
use cekura_api::types::{CallLog, CallLogStatus};
use futures_core::Stream;
use futures_util::stream::{FuturesUnordered, StreamExt};

use crate::error::{InvalidResponse, Kind};
use crate::http::{CallOptions, call_options};
use crate::resources::GetCallLog;
use crate::{BoxFuture, Client, Error};

/// The default number of concurrent reads.
const CONCURRENT: usize = 8;

/// Reads call logs as a stream: one item for each id, in the order in which the reads end.
///
/// An id is taken from the iterator when its read can begin, so any number of ids needs little memory. A slow read does not
/// block the others. The timeouts apply to each read. Dropping the stream cancels the reads.
///
/// ```no_run
/// # async fn f(cekura: cekura::Client) {
/// let mut reads = cekura.call_logs().get_many(5001..105_001).with_concurrency(16);
/// while let Some((id, read)) = reads.next().await {
///     match read {
///         Ok(log) => println!("{id}: {:?}", log.success),
///         Err(e) => eprintln!("{id}: {e}"),
///     }
/// }
/// # }
/// ```
#[must_use = "nothing is read until the stream is polled"]
pub struct GetMany {
    client: Client,
    options: CallOptions,
    until: Option<Instant>,
    concurrency: usize,
    ids: Box<dyn Iterator<Item = CallLogId> + Send>,
    under_way: FuturesUnordered<BoxFuture<Read>>,
}

/// An id and its result; `None` where there was no time left for the read.
type Read = (CallLogId, Option<Result<CallLog, Error>>);

call_options!(GetMany);

impl GetMany {
    pub(crate) fn new<I>(client: Client, options: CallOptions, ids: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<CallLogId> + 'static,
        I::IntoIter: Send + 'static,
    {
        Self {
            client,
            options,
            until: None,
            concurrency: CONCURRENT,
            ids: Box::new(ids.into_iter().map(Into::into).fuse()),
            under_way: FuturesUnordered::new(),
        }
    }

    /// Sets the number of concurrent reads; 8 by default, at least 1.
    pub fn with_concurrency(mut self, reads: usize) -> Self {
        self.concurrency = reads.max(1);
        self
    }

    /// Sets a deadline for all reads; ids whose read has not begun by then are left out.
    pub(super) fn until(mut self, moment: Option<Instant>) -> Self {
        self.until = moment;
        self
    }

    /// Returns the next id with its call log or the error of its read; `None` at the end.
    ///
    /// The same as `StreamExt::next`. Cancel safe.
    pub async fn next(&mut self) -> Option<(CallLogId, Result<CallLog, Error>)> {
        StreamExt::next(self).await
    }

    fn read(&self, id: CallLogId) -> BoxFuture<Read> {
        let (client, options, until) = (self.client.clone(), self.options.clone(), self.until);
        Box::pin(async move {
            let Some(options) = limited(&client, options, until) else {
                return (id, None);
            };
            let get = GetCallLog {
                options,
                ..client.call_logs().get(id)
            };
            let read = get.run().await;
            (id, Some(read.and_then(|read| with_state(read.value))))
        })
    }
}

/// Returns the options of a request that ends by `until`; `None` when that has passed.
pub(super) fn limited(
    client: &Client,
    options: CallOptions,
    until: Option<Instant>,
) -> Option<CallOptions> {
    let options = match until {
        Some(until) => options.until(until),
        None => options,
    };
    let now = client.shared.clock.now();
    (options.deadline(now) > now).then_some(options)
}

impl Stream for GetMany {
    type Item = (CallLogId, Result<CallLog, Error>);

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            while self.under_way.len() < self.concurrency
                && let Some(id) = self.ids.next()
            {
                let read = self.read(id);
                self.under_way.push(read);
            }
            match ready!(self.under_way.poll_next_unpin(cx)) {
                Some((id, Some(read))) => return Poll::Ready(Some((id, read))),
                Some((_, None)) => {}
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let under_way = self.under_way.len();
        let (_, most) = self.ids.size_hint();
        (0, most.and_then(|ids| ids.checked_add(under_way)))
    }
}

impl fmt::Debug for GetMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetMany")
            .field("concurrency", &self.concurrency)
            .field("under_way", &self.under_way.len())
            .finish_non_exhaustive()
    }
}

/// Accepts `log` if it has a status or a success.
fn with_state(log: CallLog) -> Result<CallLog, Error> {
    if is_call_log(log.status.as_ref(), log.success) {
        return Ok(log);
    }
    let why = InvalidResponse::Shape {
        path: "status".to_owned(),
    };
    Err(Error::new(Kind::InvalidResponse(why)).in_operation(operations::CALL_LOGS_RETRIEVE.id))
}

pub(super) fn is_call_log(status: Option<&CallLogStatus>, success: Option<bool>) -> bool {
    status.is_some() || success.is_some()
}
