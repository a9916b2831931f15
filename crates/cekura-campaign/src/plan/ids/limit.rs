//! Limits the length of each value of a file; the file may have any length.

use std::cell::Cell;
use std::io::{self, Read};

/// The longest value or row in bytes: enough for a call log with its transcript.
const LONGEST: usize = 16 * 1024 * 1024;

/// The remaining length of the current value.
#[derive(Debug)]
pub(super) struct Limit(Cell<usize>);

impl Default for Limit {
    fn default() -> Self {
        Self(Cell::new(LONGEST))
    }
}

impl Limit {
    /// Wraps `input` with the limit.
    pub(super) fn on<R>(&self, input: R) -> Limited<'_, R> {
        Limited { input, limit: self }
    }

    /// Resets the limit after a value.
    pub(super) fn renew(&self) {
        self.0.set(LONGEST);
    }
}

/// An input that fails if a value is too long.
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
                "a value or row is longer than {} MiB: check that this is the right file",
                LONGEST / 1024 / 1024
            )));
        }
        let most = out.len().min(left);
        let read = self.input.read(&mut out[..most])?;
        self.limit.0.set(left - read);
        Ok(read)
    }
}
