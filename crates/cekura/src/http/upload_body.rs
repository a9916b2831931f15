//! The body of a form with a file: read piece by piece, in constant memory.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::io::{AsyncRead, ReadBuf};

/// The most bytes of the file that are in memory at once.
const PIECE: usize = 64 << 10;

/// Text, a file, and text.
pub(super) struct UploadBody {
    before: Option<Bytes>,
    file: tokio::fs::File,
    /// The bytes of the file that are not read yet.
    rest: u64,
    after: Option<Bytes>,
    piece: Box<[u8]>,
}

impl UploadBody {
    pub(super) fn new(before: Bytes, file: std::fs::File, size: u64, after: Bytes) -> Self {
        let mut file = tokio::fs::File::from_std(file);
        file.set_max_buf_size(PIECE);
        Self {
            before: Some(before),
            file,
            rest: size,
            after: Some(after),
            piece: vec![0; PIECE].into(),
        }
    }

    /// Reads the next piece of the file.
    fn poll_file(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        let most = usize::try_from(self.rest).map_or(PIECE, |rest| rest.min(PIECE));
        let mut piece = ReadBuf::new(&mut self.piece[..most]);
        ready!(Pin::new(&mut self.file).poll_read(cx, &mut piece))?;
        let read = piece.filled();
        if read.is_empty() {
            return Poll::Ready(Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                "the file became shorter while it was sent",
            )));
        }
        self.rest -= read.len() as u64;
        Poll::Ready(Ok(Bytes::copy_from_slice(read)))
    }
}

impl Body for UploadBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(before) = self.before.take() {
            return Poll::Ready(Some(Ok(Frame::data(before))));
        }
        if self.rest > 0 {
            let piece = ready!(self.poll_file(cx));
            return Poll::Ready(Some(piece.map(Frame::data)));
        }
        Poll::Ready(self.after.take().map(|after| Ok(Frame::data(after))))
    }

    fn is_end_stream(&self) -> bool {
        self.after.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        let length = |text: &Option<Bytes>| text.as_ref().map_or(0, |text| text.len() as u64);
        SizeHint::with_exact(length(&self.before) + self.rest + length(&self.after))
    }
}
