//! The format with one id per line.

use std::io::{BufRead, Read};

use super::super::error::{PlanError, shortened};
use super::list::Gathered;
use super::source_line::SourceLine;

/// The longest line.
pub(super) const ID_LINE: usize = 64 * 1024;

/// Reads numbered lines, one at a time.
#[derive(Debug)]
struct Lines<'a, R> {
    name: &'a str,
    input: R,
    number: u64,
    bytes: Vec<u8>,
}

impl<'a, R: BufRead> Lines<'a, R> {
    fn new(name: &'a str, input: R) -> Self {
        Self {
            name,
            input,
            number: 0,
            bytes: Vec::new(),
        }
    }

    /// The next line, trimmed, with its at_line; `None` at the end.
    fn next(&mut self) -> Result<Option<(SourceLine<'a>, &str)>, PlanError> {
        self.bytes.clear();
        let mut limited = (&mut self.input).take(ID_LINE as u64 + 1);
        let read = limited.read_until(b'\n', &mut self.bytes);
        self.number += 1;
        let at_line = SourceLine {
            name: self.name,
            line: self.number,
        };
        match read {
            Ok(0) => return Ok(None),
            Ok(_) if self.bytes.len() > ID_LINE => {
                let limit = ID_LINE / 1024;
                return Err(at_line.error(&format!(
                    "longer than {limit} KiB: expected text with one call log per line"
                )));
            }
            Ok(_) => {}
            Err(e) => return Err(unreadable(self.name, e)),
        }
        let Ok(text) = std::str::from_utf8(&self.bytes) else {
            return Err(at_line.error("not text in UTF-8: save it as UTF-8"));
        };
        Ok(Some((at_line, text.trim_start_matches('\u{feff}').trim())))
    }
}

pub(super) fn unreadable(name: &str, error: std::io::Error) -> PlanError {
    PlanError::io(format!("{name} cannot be read"), error)
}

/// Reads one id per line.
pub(super) fn read(name: &str, input: impl BufRead) -> Result<Gathered, PlanError> {
    let mut lines = Lines::new(name, input);
    let mut ids = Gathered::default();
    while let Some((at_line, line)) = lines.next()? {
        let id = line.split('#').next().unwrap_or_default().trim();
        if id.split_whitespace().count() > 1 {
            return Err(at_line.error(&format!(
                "{:?} is not the id of a call log: expected one id per line, such as 5001",
                shortened(id)
            )));
        }
        if !id.is_empty() {
            ids.push(at_line, at_line.id(id)?)?;
        }
    }
    Ok(ids)
}
