//! The file of an import: one call on each line, checked as a whole before anything is sent.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::ImportError;
use super::blocks::{Block, BlockDigest};
use super::error::InvalidLines;
use super::line::{Line, LineDigest};

/// The longest line; a longer one is no call.
const LONGEST: u64 = 16 * 1024 * 1024;

/// The mark at the beginning of a text that some editors leave.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The beginning of a digest of a `call_id`. Two of a million are the same by chance once in 10²⁶ files.
pub(super) type CallKey = [u8; 16];

/// Returns the key of a `call_id`.
pub(super) fn key_of(call_id: &str) -> CallKey {
    let mut key = CallKey::default();
    key.copy_from_slice(&Sha256::digest(call_id)[..16]);
    key
}

/// A file of calls: one JSON object on each line, as [`observe`](cekura::resources::CallLogsClient::observe) sends it.
///
/// Every line has been checked. The file is read piece by piece, however large it is; while it is checked, 20 bytes are kept
/// for each line.
#[derive(Debug)]
pub struct ImportFile {
    pub(super) path: PathBuf,
    file: File,
    /// The bytes that were checked. Lines that are appended later belong to the next import.
    length: u64,
    calls: u64,
    without_timestamp: u64,
    /// A digest of each block of lines.
    blocks: Vec<BlockDigest>,
}

/// A line as it is in the file.
pub(super) struct RawLine<'a> {
    pub(super) number: u64,
    pub(super) offset: u64,
    pub(super) text: &'a [u8],
}

impl ImportFile {
    /// Opens a file and checks every line.
    ///
    /// # Errors
    /// [`ImportError::Lines`] if lines are invalid or have the same `call_id`; [`ImportError::File`] if the file cannot be read,
    /// or cannot be read twice, such as a pipe.
    pub fn open(path: &Path) -> Result<Self, ImportError> {
        let unreadable = |e: io::Error| ImportError::file(path, unreadable(&e));
        let file = File::open(path).map_err(unreadable)?;
        if !file.metadata().map_err(unreadable)?.is_file() {
            return Err(ImportError::file(
                path,
                "it is not a file that can be read again, to send and to continue: write the calls to a file",
            ));
        }
        let mut checked = Self {
            path: path.to_owned(),
            file,
            length: u64::MAX,
            calls: 0,
            without_timestamp: 0,
            blocks: Vec::new(),
        };
        checked.check()?;
        Ok(checked)
    }

    /// Returns how many calls the file has.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.calls
    }

    /// Returns how many of them have no timestamp. The service takes the time at which they arrive.
    #[must_use]
    pub fn without_timestamp(&self) -> u64 {
        self.without_timestamp
    }

    fn check(&mut self) -> Result<(), ImportError> {
        let mut invalid = InvalidLines::default();
        let mut keys: Vec<(CallKey, u32)> = Vec::new();
        let (mut calls, mut without_timestamp) = (0, 0);
        let (mut block, mut blocks) = (Block::default(), Vec::new());
        let end = self.read_from(Cursor::default(), |line| {
            if !block.add(line.text) {
                blocks.push(std::mem::take(&mut block).digest());
            }
            match Line::parse(line.text) {
                Ok(call) => {
                    calls += 1;
                    without_timestamp += u64::from(call.time.is_none());
                    let number = u32::try_from(line.number).unwrap_or(u32::MAX);
                    keys.push((key_of(&call.call_id), number));
                }
                Err(problem) => invalid.add(line.number, problem),
            }
            true
        })?;
        keys.sort_unstable();
        let same = keys.chunk_by(|one, other| one.0 == other.0);
        let mut repeated: Vec<(u32, u32)> = same
            .flat_map(|lines| lines[1..].iter().map(|(_, number)| (*number, lines[0].1)))
            .collect();
        repeated.sort_unstable();
        for (number, first) in repeated {
            invalid.add(
                number.into(),
                format!("its call_id is that of line {first}: give each call once"),
            );
        }
        if invalid.count > 0 {
            return Err(ImportError::Lines(invalid));
        }
        if block.lines > 0 {
            blocks.push(block.digest());
        }
        self.blocks = blocks;
        self.length = end.offset;
        (self.calls, self.without_timestamp) = (calls, without_timestamp);
        Ok(())
    }

    /// Reads lines from `at` on, without blank ones, until `take` returns `false`; returns where the next line begins.
    pub(super) fn read_from(
        &self,
        at: Cursor,
        mut take: impl FnMut(RawLine<'_>) -> bool,
    ) -> Result<Cursor, ImportError> {
        let unreadable = |e: io::Error| self.failed(unreadable(&e));
        let mut file = &self.file;
        file.seek(SeekFrom::Start(at.offset)).map_err(unreadable)?;
        let mut rest = BufReader::new(file).take(self.length - at.offset);
        let (mut text, mut next) = (Vec::new(), at);
        loop {
            text.clear();
            let mut line = (&mut rest).take(LONGEST + 1);
            let length = line.read_until(b'\n', &mut text).map_err(unreadable)? as u64;
            if length > LONGEST {
                let limit = LONGEST / 1024 / 1024;
                let number = next.lines + 1;
                return Err(self.failed(format!(
                    "line {number} is longer than {limit} MiB: is it the right file?"
                )));
            }
            if length == 0 {
                return match self.length {
                    u64::MAX => Ok(next),
                    length if next.offset < length => Err(self.changed("it became shorter")),
                    _ => Ok(next),
                };
            }
            let offset = next.offset;
            next.offset += length;
            next.lines += 1;
            let mark = if offset == 0 { BYTE_ORDER_MARK } else { b"" };
            let text = text.strip_prefix(mark).unwrap_or(&text).trim_ascii();
            let line = RawLine {
                number: next.lines,
                offset,
                text,
            };
            if !text.is_empty() && !take(line) {
                return Ok(next);
            }
        }
    }

    /// Reads the next block of lines; returns where the one after it begins, or `None` at the end.
    ///
    /// # Errors
    /// [`ImportError::Changed`] if the lines are not those that were checked.
    pub(super) fn read_block(
        &self,
        at: Cursor,
        mut take: impl FnMut(RawLine<'_>),
    ) -> Result<Option<Cursor>, ImportError> {
        let mut block = Block::default();
        let mut next = self.read_from(at, |line| {
            let has_room = block.add(line.text);
            take(line);
            has_room
        })?;
        let checked = self.blocks.get(at.block);
        if block.lines == 0 && checked.is_none() {
            return Ok(None);
        }
        if checked != Some(&block.digest()) {
            return Err(self.changed(format_args!("lines {} to {}", at.lines + 1, next.lines)));
        }
        next.block = at.block + 1;
        Ok(Some(next))
    }

    /// Returns the text of the line that begins at `offset`, which has this digest.
    pub(super) fn line_at(
        &self,
        offset: u64,
        number: u64,
        digest: LineDigest,
    ) -> Result<Vec<u8>, ImportError> {
        let mut text = None;
        let at = Cursor {
            offset,
            lines: number - 1,
            block: 0,
        };
        self.read_from(at, |line| {
            let is_same = Line::parse(line.text).is_ok_and(|line| line.digest == digest);
            text = is_same.then(|| line.text.to_vec());
            false
        })?;
        text.ok_or_else(|| self.changed(format_args!("line {number}")))
    }

    /// Returns the error of a file that cannot be used, after the check of one that may have been used in part.
    fn failed(&self, problem: String) -> ImportError {
        match self.length {
            u64::MAX => ImportError::file(&self.path, problem),
            _ => self.changed(problem),
        }
    }

    /// Returns the error of a file that is not as it was when it was checked.
    pub(super) fn changed(&self, problem: impl ToString) -> ImportError {
        ImportError::Changed {
            path: self.path.clone(),
            problem: problem.to_string(),
        }
    }
}

fn unreadable(error: &io::Error) -> String {
    format!("it cannot be read: {error}")
}

/// A position between two lines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cursor {
    offset: u64,
    /// The lines before it.
    lines: u64,
    /// The blocks before it.
    block: usize,
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
