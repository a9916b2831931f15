//! A limit on each piece of a file, where the file itself may be of any length.

use std::cell::Cell;
use std::io::{self, Read};

/// Longest value or row, in bytes: a whole call log with its transcript fits well.
const LONGEST: usize = 16 * 1024 * 1024;

/// What is left for the piece that is being read.
#[derive(Debug)]
pub(super) struct Limit(Cell<usize>);

impl Default for Limit {
    fn default() -> Self {
        Self(Cell::new(LONGEST))
    }
}

impl Limit {
    /// `input`, as far as the limit lets it be read.
    pub(super) fn on<R>(&self, input: R) -> Limited<'_, R> {
        Limited { input, limit: self }
    }

    /// A piece is read: the next one may be as long.
    pub(super) fn renew(&self) {
        self.0.set(LONGEST);
    }
}

/// An input that ends with an error where a piece of it is too long.
#[derive(Debug)]
pub(super) struct Limited<'a, R> {
    input: R,
    limit: &'a Limit,
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = self.limit.0.get();
        if left == 0 {
            return Err(io::Error::other(format!(
                "one value or row is longer than {} MiB, and so no call log",
                LONGEST / 1024 / 1024
            )));
        }
        let most = out.len().min(left);
        let read = self.input.read(&mut out[..most])?;
        self.limit.0.set(left - read);
        Ok(read)
    }
}
