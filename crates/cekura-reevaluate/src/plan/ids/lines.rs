//! Lines of a file, numbered and of bounded length; and the format that is nothing but them.

use std::io::{BufRead, Read};

use super::super::error::PlanError;
use super::cell::Place;
use super::list::Gathered;

/// Longest line of ids.
pub(super) const ID_LINE: usize = 64 * 1024;

/// Longest line of JSON: a whole call log with its transcript fits well.
pub(super) const JSON_LINE: usize = 64 * 1024 * 1024;

/// Reads one line after the other, without holding more than one.
#[derive(Debug)]
pub(super) struct Lines<'a, R> {
    name: &'a str,
    input: R,
    longest: usize,
    number: u64,
    bytes: Vec<u8>,
}

impl<'a, R: BufRead> Lines<'a, R> {
    pub(super) fn new(name: &'a str, input: R, longest: usize) -> Self {
        Self {
            name,
            input,
            longest,
            number: 0,
            bytes: Vec::new(),
        }
    }

    /// The next line, trimmed, with its place; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<(Place<'a>, &str)>, PlanError> {
        self.bytes.clear();
        let mut limited = (&mut self.input).take(self.longest as u64 + 1);
        let read = limited.read_until(b'\n', &mut self.bytes);
        self.number += 1;
        let place = Place {
            name: self.name,
            line: self.number,
        };
        match read {
            Ok(0) => return Ok(None),
            Ok(_) if self.bytes.len() > self.longest => {
                let limit = self.longest / 1024;
                return Err(place.error(&format!(
                    "longer than {limit} KiB: expected text with one call log a line"
                )));
            }
            Ok(_) => {}
            Err(e) => return Err(unreadable(self.name, e)),
        }
        let is_utf16 =
            self.bytes.starts_with(&[0xff, 0xfe]) || self.bytes.starts_with(&[0xfe, 0xff]);
        if self.number == 1 && is_utf16 {
            return Err(place.error("the text is in UTF-16: save it as UTF-8"));
        }
        let Ok(text) = std::str::from_utf8(&self.bytes) else {
            return Err(place.error("not text in UTF-8: save it as UTF-8"));
        };
        Ok(Some((place, text.trim_start_matches('\u{feff}').trim())))
    }
}

pub(super) fn unreadable(name: &str, error: std::io::Error) -> PlanError {
    PlanError::io(format!("{name} cannot be read"), error)
}

/// One id a line.
pub(super) fn read(name: &str, input: impl BufRead) -> Result<Gathered, PlanError> {
    let mut lines = Lines::new(name, input, ID_LINE);
    let mut ids = Gathered::default();
    while let Some((place, line)) = lines.next()? {
        let id = line.split('#').next().unwrap_or_default().trim();
        if !id.is_empty() {
            ids.push(place.id(id)?);
        }
    }
    Ok(ids)
}
