//! A connection that can be cut from inside a request handler.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Instant;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use crate::lock;
use crate::shared::Shared;

/// Cuts the connection of one request.
#[derive(Clone, Debug, Default)]
pub(crate) struct CutHandle(Arc<Flags>);

#[derive(Debug, Default)]
struct Flags {
    cut: AtomicBool,
    reads_no_more: AtomicBool,
}

impl CutHandle {
    /// Resets the connection (TCP RST) at the next write.
    pub(crate) fn cut(&self) {
        self.0.cut.store(true, Ordering::SeqCst);
    }

    /// Stops reading after the reply: the connection stays open until the next request arrives, and is reset then.
    pub(crate) fn stop_reading(&self) {
        self.0.reads_no_more.store(true, Ordering::SeqCst);
    }
}

/// A TCP stream that a request handler can cut.
#[derive(Debug)]
pub(crate) struct CuttableStream {
    stream: TcpStream,
    cut_handle: CutHandle,
    shared: Arc<Shared>,
    /// When a reply was last written, if nothing was read since.
    replied: Option<Instant>,
}

impl CuttableStream {
    pub(crate) fn new(stream: TcpStream, cut_handle: CutHandle, shared: Arc<Shared>) -> Self {
        Self {
            stream,
            cut_handle,
            shared,
            replied: None,
        }
    }

    fn check(&self) -> io::Result<()> {
        if self.cut_handle.0.cut.load(Ordering::SeqCst) {
            return Err(self.reset());
        }
        Ok(())
    }

    /// Closing a socket that must not linger sends RST instead of FIN.
    fn reset(&self) -> io::Error {
        match self.stream.set_zero_linger() {
            Ok(()) => io::ErrorKind::ConnectionReset.into(),
            Err(error) => error,
        }
    }

    /// Returns whether the connection, last used at `replied`, is one whose next request is left unread.
    fn is_stale(&self, replied: Instant) -> bool {
        let after = lock(&self.shared.state).quirks.closes_unread_after;
        self.cut_handle.0.reads_no_more.load(Ordering::SeqCst)
            || after.is_some_and(|after| replied.elapsed() >= after)
    }

    /// Resets the connection if another request has come on it that is to be left unread.
    fn poll_unread(&mut self, context: &mut Context<'_>, replied: Instant) -> Poll<io::Result<()>> {
        let mut first = [0];
        let arrived = ready!(
            self.stream
                .poll_peek(context, &mut ReadBuf::new(&mut first))
        )?;
        // Nothing means that the client has closed the connection.
        if arrived > 0 && self.is_stale(replied) {
            self.shared.unread_requests.fetch_add(1, Ordering::SeqCst);
            // Nothing may be written either: an orderly end would go out before the reset.
            self.cut_handle.cut();
            return Poll::Ready(Err(self.reset()));
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncRead for CuttableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check()?;
        if let Some(replied) = self.replied {
            ready!(self.poll_unread(context, replied))?;
            self.replied = None;
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        self.replied = Some(Instant::now());
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
