//! The file of an import: one call on each line, checked as a whole before anything is sent.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::ImportError;
use super::error::InvalidLines;
use super::line::Line;

/// The longest line; a longer one is no call.
const LONGEST: u64 = 16 * 1024 * 1024;

/// The most invalid lines that are kept.
const SHOWN: usize = 20;

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
        let unreadable = |e: io::Error| ImportError::unreadable(path, &e);
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
        let end = self.read_from(Cursor::default(), |line| {
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
        let unreadable = |e: io::Error| ImportError::unreadable(&self.path, &e);
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
                return Err(ImportError::file(
                    &self.path,
                    format_args!("line {number} is longer than {limit} MiB: is it the right file?"),
                ));
            }
            if length == 0 {
                return Ok(next);
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

    /// Parses the line that begins at `offset`.
    pub(super) fn line_at(&self, offset: u64, number: u64) -> Result<Line, ImportError> {
        let mut parsed = Err("it is gone".to_owned());
        let at = Cursor {
            offset,
            lines: number - 1,
        };
        self.read_from(at, |line| {
            parsed = Line::parse(line.text);
            false
        })?;
        parsed.map_err(|problem| self.changed(number, &problem))
    }

    /// Returns the error of a line that is not as it was when it was checked.
    pub(super) fn changed(&self, number: u64, problem: &str) -> ImportError {
        ImportError::file(
            &self.path,
            format_args!(
                "line {number} changed during the import: {problem}; repeat the import when nothing writes to the file"
            ),
        )
    }
}

/// A position between two lines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cursor {
    offset: u64,
    /// The lines before it.
    lines: u64,
}

impl InvalidLines {
    /// Adds a line. Of more than can be kept, the first lines of the file stay.
    fn add(&mut self, number: u64, problem: String) {
        self.count += 1;
        let at = self.first.partition_point(|(line, _)| *line <= number);
        if at < SHOWN {
            self.first.insert(at, (number, problem));
            self.first.truncate(SHOWN);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(name: &str, text: &[u8]) -> Result<ImportFile, ImportError> {
        let path = std::env::temp_dir().join(format!("cekura-lines-{name}-{}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        let opened = ImportFile::open(&path);
        std::fs::remove_file(path).unwrap();
        opened
    }

    fn call(id: &str) -> String {
        format!("{{\"call_id\": {id:?}, \"agent\": 310}}")
    }

    #[test]
    fn lines_end_as_on_any_system_and_may_be_blank() {
        let text = format!("\u{feff}{}\r\n\n  \n{}", call("a"), call("b"));
        let file = open("ends", text.as_bytes()).unwrap();
        assert_eq!((file.calls(), file.without_timestamp()), (2, 2));
        let mut lines = Vec::new();
        file.read_from(Cursor::default(), |line| {
            lines.push((line.number, line.offset));
            true
        })
        .unwrap();
        assert_eq!(lines.iter().map(|line| line.0).collect::<Vec<_>>(), [1, 4]);
        for ((number, offset), id) in lines.into_iter().zip(["a", "b"]) {
            assert_eq!(file.line_at(offset, number).unwrap().call_id, id);
        }
    }

    #[test]
    fn every_invalid_line_is_counted_and_the_first_are_named() {
        let mut lines: Vec<String> = (0..60).map(|_| call("same")).collect();
        lines[40] = "{".to_owned();
        let error = open("bad", lines.join("\n").as_bytes()).unwrap_err();
        let ImportError::Lines(invalid) = error else {
            panic!("{error}")
        };
        assert_eq!((invalid.count, invalid.first.len()), (59, 20));
        assert_eq!(invalid.first[0].0, 2);
        assert!(invalid.first[0].1.contains("line 1"), "{invalid}");
        assert!(invalid.to_string().ends_with("and 39 more"), "{invalid}");

        let error = open(
            "some",
            [call("a"), "{".into(), call("a"), "[]".into()]
                .join("\n")
                .as_bytes(),
        );
        let ImportError::Lines(invalid) = error.unwrap_err() else {
            panic!("lines")
        };
        let numbers: Vec<u64> = invalid.first.iter().map(|line| line.0).collect();
        assert_eq!(numbers, [2, 3, 4]);
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_read_twice_is_refused() {
        for path in ["/dev/null", "/"] {
            let error = ImportFile::open(Path::new(path)).unwrap_err();
            assert!(
                error.is_usage() && error.to_string().contains(path),
                "{error}"
            );
        }
        assert!(
            ImportFile::open(Path::new("/no/such"))
                .unwrap_err()
                .is_usage()
        );
    }
}
