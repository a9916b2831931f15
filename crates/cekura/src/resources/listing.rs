//! Streams the pages of a list.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use cekura_api::operations;
use cekura_api::types::{CallLogPage, CallLogSummary};
use futures_core::Stream;
use futures_util::{StreamExt, TryStreamExt, stream};

use super::list::{ListCallLogs, list_page};
use crate::error::{InvalidResponse, Kind};
use crate::{BoxStream, Error};

/// The number of empty pages in a row that ends a list, although each links to another one.
const EMPTY_PAGES: u32 = 20;

/// The pages or the entries of a list, as a stream.
#[must_use = "nothing is fetched until the stream is polled"]
pub struct Listing<T> {
    stream: BoxStream<Result<T, Error>>,
    count: Arc<Mutex<EntryCount>>,
}

/// The number of entries that were listed, and the service's different count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct CountMismatch {
    /// The listed entries.
    pub listed: u64,
    /// The `count` of the last page that had one.
    pub counted: u64,
}

impl fmt::Display for CountMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { listed, counted } = self;
        write!(f, "the list showed {listed} call logs and counts {counted}")
    }
}

impl<T> Listing<T> {
    /// Returns the next page or entry; `None` at the end.
    ///
    /// The same as `next()` of a stream in other crates. Dropping the future loses no entry that was fetched, and costs nothing.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        self.stream.next().await
    }

    /// Returns the difference between the listed entries and the service's count, after the end of the stream.
    ///
    /// `None` before the end, without a count or with the count 0, and for a list that does not begin with page 1. A list
    /// may also change while it is read.
    #[must_use]
    pub fn count_mismatch(&self) -> Option<CountMismatch> {
        lock(&self.count).mismatch()
    }
}

impl Listing<CallLogPage> {
    pub(super) fn of(cursor: PageCursor) -> Self {
        let count = Arc::clone(&cursor.count);
        let pages = stream::try_unfold(cursor, |mut cursor| async move {
            let page = cursor.next_page().await?;
            Ok(page.map(|page| (page, cursor)))
        });
        Self {
            stream: Box::pin(pages),
            count,
        }
    }

    pub(super) fn entries(self) -> Listing<CallLogSummary> {
        let entries = |page: CallLogPage| {
            stream::iter(page.results.into_iter().flatten().map(Ok::<_, Error>))
        };
        Listing {
            stream: Box::pin(self.stream.map_ok(entries).try_flatten()),
            count: self.count,
        }
    }
}

impl<T> Stream for Listing<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.stream.poll_next_unpin(cx)
    }
}

impl<T> fmt::Debug for Listing<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listing")
            .field("listed", &lock(&self.count).listed)
            .finish_non_exhaustive()
    }
}

/// The entries so far, and the service's count.
#[derive(Debug, Default)]
struct EntryCount {
    listed: u64,
    counted: Option<u64>,
    /// Whether the list was read from its beginning to its end.
    is_whole: bool,
}

impl EntryCount {
    fn add(&mut self, page: &CallLogPage) {
        self.listed += page.results.as_ref().map_or(0, Vec::len) as u64;
        let count = page.count.and_then(|count| u64::try_from(count).ok());
        self.counted = count.filter(|count| *count > 0).or(self.counted);
    }

    fn mismatch(&self) -> Option<CountMismatch> {
        let (listed, counted) = (self.listed, self.counted?);
        (self.is_whole && listed != counted).then_some(CountMismatch { listed, counted })
    }
}

fn lock(count: &Mutex<EntryCount>) -> MutexGuard<'_, EntryCount> {
    count.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A list and its next page.
pub(super) struct PageCursor {
    list: ListCallLogs,
    first: u64,
    next: Option<u64>,
    empty: u32,
    count: Arc<Mutex<EntryCount>>,
}

impl PageCursor {
    pub(super) fn new(list: ListCallLogs) -> Self {
        let first = list.query.page.unwrap_or(1);
        Self {
            list,
            first,
            next: Some(first),
            empty: 0,
            count: Arc::default(),
        }
    }

    /// Fetches the next page; `None` at the end.
    async fn next_page(&mut self) -> Result<Option<CallLogPage>, Error> {
        while let Some(number) = self.next {
            self.list.query.page = Some(number);
            let page = list_page(&self.list.client, &self.list.query, &self.list.options).await;
            let page = match page {
                Ok(page) => page.value,
                // The list became shorter while it was read.
                Err(e) if e.is_certainly_missing() && number > self.first => break,
                Err(e) if is_too_large(&e) && self.take_smaller_pages(number) => continue,
                Err(e) => return Err(e),
            };
            lock(&self.count).add(&page);
            self.empty = match page.results.as_deref() {
                Some([_, ..]) => 0,
                _ => self.empty + 1,
            };
            let more = page.next.as_deref().filter(|_| self.empty < EMPTY_PAGES);
            self.next = more.map(|link| next_number(link, number)).transpose()?;
            if self.next.is_none() {
                self.end();
            }
            return Ok(Some(page));
        }
        self.end();
        Ok(None)
    }

    /// Notes the end, and warns once if entries seem to be missing.
    fn end(&mut self) {
        self.next = None;
        let mut count = lock(&self.count);
        if !count.is_whole && self.first == 1 {
            count.is_whole = true;
            if let Some(CountMismatch { listed, counted }) = count.mismatch() {
                tracing::warn!(target: "cekura", listed, counted, "the list has another number of call logs than its count");
            }
        }
    }

    /// Continues with smaller pages from the beginning of page `number`, if every page before was full.
    fn take_smaller_pages(&mut self, number: u64) -> bool {
        let (Some(size), listed) = (self.list.query.page_size, lock(&self.count).listed) else {
            return false;
        };
        let before = (number - 1).saturating_mul(size as u64);
        let is_certain = number == 1 || (self.first == 1 && listed == before);
        let smaller = (1..=size / 2)
            .rev()
            .find(|smaller| is_certain && before.is_multiple_of(*smaller as u64));
        let Some(smaller) = smaller else {
            return false;
        };
        self.list.query.page_size = Some(smaller);
        self.next = Some(1 + before / smaller as u64);
        true
    }
}

fn is_too_large(error: &Error) -> bool {
    matches!(
        error.detail(),
        Kind::InvalidResponse(InvalidResponse::TooLarge { .. })
    )
}

/// Returns the page number of a link; `current + 1` if it has none.
fn next_number(link: &str, current: u64) -> Result<u64, Error> {
    let query = link.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let named = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("page=")?.parse().ok());
    match named {
        None => Ok(current + 1),
        Some(next) if next > current => Ok(next),
        Some(next) => {
            let error = Error::new(Kind::InvalidResponse(InvalidResponse::Shape {
                path: "next".to_owned(),
            }));
            Err(error
                .in_operation(operations::CALL_LOGS_LIST.id)
                .with_source(format!(
                    "page {current} links to page {next} as the next one, which would never end"
                )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_number_of_a_link_is_used() {
        assert_eq!(
            next_number("https://evil.example/?x=1&page=7#z", 6).unwrap(),
            7
        );
        assert_eq!(next_number("/v2/?cursor=abc", 6).unwrap(), 7);
        assert_eq!(next_number("nonsense", 1).unwrap(), 2);
        for backwards in ["/?page=6", "/?page=1"] {
            let error = next_number(backwards, 6).unwrap_err();
            assert!(
                error.is_invalid_response() && error.to_string().contains("next"),
                "{error}"
            );
        }
    }
}
