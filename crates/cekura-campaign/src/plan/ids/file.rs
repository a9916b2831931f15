//! Reads ids from a file in any of the formats.

use std::io::{BufRead, BufReader, Cursor, Read};
use std::num::NonZeroUsize;

use super::super::error::PlanError;
use super::format::Format;
use super::lines::{self, ID_LINE, unreadable};
use super::list::IdList;
use super::source_line::SourceLine;
use super::{json, table};

/// Which column of a table, or field of a JSON object, holds the id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// By heading, ignoring case; for JSON the exact field name.
    Name(String),
    /// By number, counted from 1.
    Number(NonZeroUsize),
}

impl From<&str> for Column {
    /// Takes text as a number if it is one, else as a name.
    fn from(text: &str) -> Self {
        let text = text.trim();
        match text.parse() {
            Ok(number) => Self::Number(number),
            Err(_) => Self::Name(text.to_owned()),
        }
    }
}

/// Reads the ids of call logs from a file.
///
/// By default the format is detected by the file extension, then by the first line, and the id is read from the column or field
/// `id`, `log`, `call_log` or `call_log_id`; if there are several, they must agree. Ambiguous or invalid ids are rejected with
/// file and line, because each id costs money.
///
/// ```
/// use cekura::CallLogId;
/// use cekura_campaign::plan::IdFile;
///
/// let table = "when;log number\n2026-03-02;5001\n2026-03-03;5002\n";
/// let ids = IdFile::new("march.csv").column("log number").read(table.as_bytes())?;
/// assert_eq!(ids.ids(), [CallLogId(5001), CallLogId(5002)]);
/// # Ok::<(), cekura_campaign::plan::PlanError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is read before read()"]
pub struct IdFile {
    name: String,
    format: Option<Format>,
    column: Option<Column>,
}

impl IdFile {
    /// Creates a reader for a file of this name, which errors and the plan show; use `standard input` for stdin.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            format: None,
            column: None,
        }
    }

    /// Sets the format (default: detected).
    pub fn format(mut self, format: Format) -> Self {
        self.format = Some(format);
        self
    }

    /// Sets which column or field holds the id.
    pub fn column(mut self, column: impl Into<Column>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// Reads all ids of `input`, without holding the file in memory.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) with file and line if an id is invalid, the column is ambiguous, or there are no ids;
    /// an [I/O error](PlanError::io_error) if reading fails.
    pub fn read(&self, input: impl Read) -> Result<IdList, PlanError> {
        let name = self.name.as_str();
        let mut input = BufReader::new(input);
        let start = Start::of(name, &mut input)?;
        let first = start.line;
        let all = Cursor::new(start.bytes).chain(input);
        let format = self.format.or_else(|| Format::of_name(name));
        let format = format
            .or_else(|| Format::of_line(&first))
            .unwrap_or(Format::Lines);
        let column = self.column.as_ref();
        let ids = match format {
            Format::Lines if column.is_some() => {
                return Err(PlanError::usage(format!(
                    "{name}: a column is given, but the file has one id per line: leave the column out, or set the format to csv \
                     or jsonl"
                )));
            }
            Format::Lines => lines::read(name, all)?,
            Format::Csv => table::read(name, column, &first, all)?,
            Format::JsonLines => json::read(name, column, all)?,
        };
        if ids.is_empty() {
            return Err(PlanError::usage(format!(
                "{name}: no ids found: expected at least one call log"
            )));
        }
        Ok(ids.into_list(name))
    }
}

/// The beginning of a file, up to its first line with content.
struct Start {
    /// As they came, without the byte order mark of UTF-8.
    bytes: Vec<u8>,
    line: String,
}

impl Start {
    fn of(name: &str, input: &mut impl BufRead) -> Result<Self, PlanError> {
        let mut bytes = Vec::new();
        let mut line = String::new();
        loop {
            let before = bytes.len();
            let mut limited = input.take(ID_LINE as u64);
            let read = limited.read_until(b'\n', &mut bytes);
            if read.map_err(|e| unreadable(name, e))? == 0 {
                break;
            }
            if before == 0 && bytes.starts_with("\u{feff}".as_bytes()) {
                bytes.drain(..3);
            }
            if before == 0 && (bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]))
            {
                return Err(
                    SourceLine { name, line: 1 }.error("the text is in UTF-16: save it as UTF-8")
                );
            }
            line = String::from_utf8_lossy(&bytes[before.min(bytes.len())..]).into_owned();
            if Format::of_line(&line).is_some() || bytes.len() > ID_LINE {
                break;
            }
        }
        Ok(Self { bytes, line })
    }
}
