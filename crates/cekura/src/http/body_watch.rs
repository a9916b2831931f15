//! Finds out whether the body of a request was sent: a request whose body was not cannot have been carried out.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// The body was not read yet, was read by a connection, or was cancelled before.
const UNSENT: u8 = 0;
const SENT: u8 = 1;
const CANCELLED: u8 = 2;

/// Whether the service may have received a request.
///
/// The HTTP client reads the body only when there is a connection to write it to. A body that was not read is unsent,
/// however long the look-up, the connection and TLS took.
#[derive(Clone, Debug)]
pub(super) struct BodyWatch(Arc<AtomicU8>);

impl BodyWatch {
    /// Watches the body of `request`. A request without a body counts as sent.
    pub(super) fn watch(request: &mut reqwest::Request) -> Self {
        let slot = request.body_mut();
        let body = slot.take_if(|body| body.as_bytes().is_none_or(|bytes| !bytes.is_empty()));
        let Some(body) = body else {
            return Self(Arc::new(AtomicU8::new(SENT)));
        };
        let watch = Self(Arc::new(AtomicU8::new(UNSENT)));
        *slot = Some(reqwest::Body::wrap(WatchedBody {
            body,
            watch: watch.clone(),
        }));
        watch
    }

    /// Cancels the request. Returns `true` if its body was not read, and cannot be from now on.
    pub(super) fn cancel(&self) -> bool {
        self.advance(CANCELLED) != SENT
    }

    /// Changes [`UNSENT`] to `next`; returns the state after that.
    fn advance(&self, next: u8) -> u8 {
        let was = self
            .0
            .compare_exchange(UNSENT, next, Ordering::SeqCst, Ordering::SeqCst);
        was.map_or_else(|other| other, |_| next)
    }
}

/// A body that notes when its first piece is read.
struct WatchedBody {
    body: reqwest::Body,
    watch: BodyWatch,
}

impl Body for WatchedBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.watch.advance(SENT) == CANCELLED {
            return Poll::Ready(Some(Err(io::Error::other("the request was cancelled"))));
        }
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        frame.map(|frame| frame.map(|piece| piece.map_err(io::Error::other)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    fn request(body: Option<&'static str>) -> reqwest::Request {
        let mut request = reqwest::Request::new(Method::POST, "http://x/".parse().unwrap());
        *request.body_mut() = body.map(Into::into);
        request
    }

    fn ask(request: &mut reqwest::Request) -> Option<Result<Frame<Bytes>, reqwest::Error>> {
        let body = Pin::new(request.body_mut().as_mut().unwrap());
        match body.poll_frame(&mut Context::from_waker(std::task::Waker::noop())) {
            Poll::Ready(frame) => frame,
            Poll::Pending => panic!("the body is all there"),
        }
    }

    #[test]
    fn a_body_that_was_read_cannot_be_cancelled() {
        let mut request = request(Some("{}"));
        let watch = BodyWatch::watch(&mut request);
        assert_eq!(request.body().unwrap().size_hint().exact(), Some(2));
        let frame = ask(&mut request).unwrap().unwrap();
        assert_eq!(frame.into_data().unwrap(), "{}");
        assert!(!watch.cancel());
        assert!(request.body().unwrap().is_end_stream() && ask(&mut request).is_none());
    }

    #[test]
    fn a_cancelled_body_cannot_be_read() {
        let mut request = request(Some("{}"));
        let watch = BodyWatch::watch(&mut request);
        assert!(watch.cancel() && watch.cancel());
        assert!(ask(&mut request).unwrap().is_err());
        assert!(watch.cancel(), "reading it changes nothing");
    }

    #[test]
    fn a_request_without_a_body_counts_as_sent() {
        for body in [None, Some("")] {
            assert!(!BodyWatch::watch(&mut request(body)).cancel());
        }
    }
}
