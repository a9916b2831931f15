//! Streams the pages of a list.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use cekura_api::{Operation, Page};
use futures_core::Stream;
use futures_util::{StreamExt, TryStreamExt, stream};

use crate::error::{InvalidResponse, Kind};
use crate::{BoxStream, Error, Response};

/// The number of empty pages in a row that ends a list, although each links to another one.
const EMPTY_PAGES: u32 = 20;

/// A request for one page of a list.
pub(crate) trait ListRequest: Clone + Send + Sync + 'static {
    type Entry: Send + 'static;
    const OPERATION: &'static Operation;

    /// The number of the page and the number of its entries; `None` for a list that has no pages.
    fn page_and_size(&mut self) -> Option<(&mut Option<i64>, &mut Option<i64>)>;

    fn fetch(self) -> impl Future<Output = Result<Response<Page<Self::Entry>>, Error>> + Send;
}

/// Gives a list request, which has `async fn run(self)`, its streams; `paged` if it has the fields `page` and `page_size`.
macro_rules! lists {
    ($builder:ty => $entry:ty, $operation:expr $(, $paged:ident)?) => {
        impl $crate::resources::ListRequest for $builder {
            type Entry = $entry;
            const OPERATION: &'static cekura_api::Operation = &$operation;

            #[inline]
            fn page_and_size(&mut self) -> Option<(&mut Option<i64>, &mut Option<i64>)> {
                $crate::resources::lists!(@ self $($paged)?)
            }

            #[inline]
            async fn fetch(
                self,
            ) -> Result<$crate::Response<cekura_api::Page<$entry>>, $crate::Error> {
                self.run().await
            }
        }

        impl $builder {
            /// Returns a stream of all pages; each is fetched when it is polled.
            ///
            /// Only the page number of a `next` link is used, never its host, so that the key is not sent elsewhere. The stream ends
            /// after the page without such a link, at a page that no longer exists (404), after 20 empty pages in a row, or with an
            /// error. The service's `count` is only [compared](crate::resources::Listing::count_mismatch). A page above
            /// [`with_max_response_bytes`](Self::with_max_response_bytes) is fetched again in smaller ones if a page size is set.
            #[inline]
            pub fn pages(self) -> $crate::resources::Listing<cekura_api::Page<$entry>> {
                $crate::resources::Listing::of(self)
            }

            /// Returns a stream of the entries of all pages.
            #[inline]
            pub fn items(self) -> $crate::resources::Listing<$entry> {
                self.pages().entries()
            }
        }
    };
    (@ $list:ident paged) => { Some((&mut $list.page, &mut $list.page_size)) };
    (@ $list:ident) => { None };
}
pub(crate) use lists;

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
        write!(f, "the list showed {listed} entries and counts {counted}")
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

impl<T: Send + 'static> Listing<Page<T>> {
    pub(crate) fn of<L: ListRequest<Entry = T>>(list: L) -> Self {
        let cursor = PageCursor::new(list);
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

    pub(crate) fn entries(self) -> Listing<T> {
        let entries =
            |page: Page<T>| stream::iter(page.results.into_iter().flatten().map(Ok::<_, Error>));
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
    fn add<T>(&mut self, page: &Page<T>) {
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
struct PageCursor<L> {
    list: L,
    first: i64,
    next: Option<i64>,
    empty: u32,
    count: Arc<Mutex<EntryCount>>,
}

impl<L: ListRequest> PageCursor<L> {
    fn new(mut list: L) -> Self {
        let first = list
            .page_and_size()
            .and_then(|(page, _)| *page)
            .unwrap_or(1);
        Self {
            list,
            first,
            next: Some(first),
            empty: 0,
            count: Arc::default(),
        }
    }

    /// Fetches the next page; `None` at the end.
    async fn next_page(&mut self) -> Result<Option<Page<L::Entry>>, Error> {
        while let Some(number) = self.next {
            if let Some((page, _)) = self.list.page_and_size() {
                *page = Some(number);
            }
            let page = match self.list.clone().fetch().await {
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
            self.next = more.map(|link| self.after(link, number)).transpose()?;
            if self.next.is_none() {
                self.end();
            }
            return Ok(Some(page));
        }
        self.end();
        Ok(None)
    }

    /// Returns the page that a link of page `number` leads to.
    fn after(&mut self, link: &str, number: i64) -> Result<i64, Error> {
        let next = match self.list.page_and_size() {
            Some(_) => next_number(link, number),
            None => Err("links to a next page, which this list does not have".to_owned()),
        };
        next.map_err(|why| {
            let place = InvalidResponse::Shape {
                path: "next".to_owned(),
            };
            Error::new(Kind::InvalidResponse(place))
                .in_operation(L::OPERATION.id)
                .with_source(format!("page {number} {why}"))
        })
    }

    /// Notes the end, and warns once if entries seem to be missing.
    fn end(&mut self) {
        self.next = None;
        let mut count = lock(&self.count);
        if !count.is_whole && self.first == 1 {
            count.is_whole = true;
            if let Some(CountMismatch { listed, counted }) = count.mismatch() {
                tracing::warn!(target: "cekura", listed, counted, "the list has another number of entries than its count");
            }
        }
    }

    /// Continues with smaller pages from the beginning of page `number`, if every page before was full.
    fn take_smaller_pages(&mut self, number: i64) -> bool {
        let listed = lock(&self.count).listed;
        let Some((_, page_size)) = self.list.page_and_size() else {
            return false;
        };
        let Some(size) = page_size.filter(|size| *size > 0) else {
            return false;
        };
        let before = (number - 1).saturating_mul(size);
        let is_certain =
            number == 1 || (self.first == 1 && i64::try_from(listed).is_ok_and(|n| n == before));
        let smaller = (1..=size / 2)
            .rev()
            .find(|smaller| is_certain && before % smaller == 0);
        let Some(smaller) = smaller else {
            return false;
        };
        *page_size = Some(smaller);
        self.next = Some(1 + before / smaller);
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
///
/// # Errors
/// Why there is no end, if the link leads back.
fn next_number(link: &str, current: i64) -> Result<i64, String> {
    let query = link.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let named = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("page=")?.parse().ok());
    match named {
        None => Ok(current.saturating_add(1)),
        Some(next) if next > current => Ok(next),
        Some(next) => Err(format!(
            "links to page {next} as the next one, which would never end"
        )),
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
            assert!(error.contains("never end"), "{error}");
        }
    }
}
