//! Reading what is on this machine: never more than expected, and the same whichever program saved it.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

/// The longest file that is written by hand: a key, a configuration, a gate, a table of prices.
pub(crate) const BY_HAND: u64 = 1024 * 1024;

/// The longest file that a program may have made: the body of a request, a script of faults.
pub(crate) const MADE: u64 = 16 * 1024 * 1024;

/// The longest plan: one of two million call logs.
pub(crate) const PLAN: u64 = 256 * 1024 * 1024;

/// The mark at the beginning of a text that some editors leave.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The text of a file of at most `limit` bytes, without a byte order mark.
pub(crate) fn read_small(path: &Path, limit: u64) -> io::Result<String> {
    text(open(path, limit)?)
}

/// The same of standard input.
pub(crate) fn read_stdin(limit: u64) -> io::Result<String> {
    text(Bounded::new(io::stdin().lock(), limit)?)
}

/// A file to read piece by piece, without a byte order mark; reading fails after `limit` bytes.
pub(crate) fn open(path: &Path, limit: u64) -> io::Result<impl Read + use<>> {
    Bounded::new(File::open(path)?, limit)
}

fn text(mut from: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    String::from_utf8(bytes)
        .map_err(|_| io::Error::other("it is not text in UTF-8: save it as UTF-8"))
}

/// An input that ends with an error where it is longer than expected, as a device without end is.
struct Bounded<R> {
    from: io::Chain<Cursor<Vec<u8>>, R>,
    limit: u64,
    left: u64,
}

impl<R: Read> Bounded<R> {
    fn new(mut from: R, limit: u64) -> io::Result<Self> {
        let mut start = Vec::new();
        from.by_ref()
            .take(BYTE_ORDER_MARK.len() as u64)
            .read_to_end(&mut start)?;
        if start == BYTE_ORDER_MARK {
            start.clear();
        }
        Ok(Self {
            from: Cursor::new(start).chain(from),
            limit,
            left: limit,
        })
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return match self.from.read(&mut [0])? {
                0 => Ok(0),
                _ => Err(io::Error::other(format!(
                    "it is longer than {} MiB: is it the right file?",
                    self.limit / 1024 / 1024
                ))),
            };
        }
        let most = usize::try_from(self.left).map_or(out.len(), |left| left.min(out.len()));
        let read = self.from.read(&mut out[..most])?;
        self.left -= read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], limit: u64) -> io::Result<String> {
        text(Bounded::new(bytes, limit)?)
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(read("\u{feff}ck_1".as_bytes(), 99).unwrap(), "ck_1");
        assert_eq!(read(b"ck_1", 99).unwrap(), "ck_1");
        assert_eq!(read(b"", 99).unwrap(), "");
    }

    #[test]
    fn a_file_may_be_as_long_as_the_limit_and_no_longer() {
        let limit = 2 * 1024 * 1024;
        let long = vec![b'x'; 2 * 1024 * 1024];
        assert_eq!(read(&long, limit).unwrap().len(), long.len());
        let more = [&long[..], b"y"].concat();
        let shown = read(&more, limit).unwrap_err().to_string();
        assert!(shown.contains("longer than 2 MiB"), "{shown}");
        let endless = text(Bounded::new(io::repeat(b'x'), limit).unwrap());
        assert!(endless.is_err());
    }

    #[test]
    fn what_is_no_text_is_refused_with_advice() {
        let shown = read(b"\xff\xfec\0k\0", 99).unwrap_err().to_string();
        assert!(shown.contains("save it as UTF-8"), "{shown}");
    }
}
