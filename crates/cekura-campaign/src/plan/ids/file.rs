//! Reading ids from a file, whatever its format.

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
    /// The one with this heading, in letters of either size; for JSON the field's exact name.
    Name(String),
    /// The one with this number, counted from 1.
    Number(NonZeroUsize),
}

impl From<&str> for Column {
    /// A number where the text is one, else a name.
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
/// Without further word the format is guessed from the name's ending and then from the first line, and the id is taken
/// from the column or field called `id`, `log`, `call_log` or `call_log_id`; where there are several they have to agree.
/// What is ambiguous or no id is refused with file and line, because ids cost money.
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
    /// A file of this name, which errors and the plan will call it by; `standard input` for that.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            format: None,
            column: None,
        }
    }

    /// The format, instead of guessing it.
    pub fn format(mut self, format: Format) -> Self {
        self.format = Some(format);
        self
    }

    /// Which column or field holds the id.
    pub fn column(mut self, column: impl Into<Column>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// Reads all of `input`, piece by piece.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) that names file and line where something is not an id, where it is not
    /// clear which column is meant, or where there is no id at all; an [I/O error](PlanError::io_error) where reading
    /// fails.
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
                    "{name}: a column is named, and the file has one id a line: leave the column out, or say that the \
                     file is csv or jsonl"
                )));
            }
            Format::Lines => lines::read(name, all)?,
            Format::Csv => table::read(name, column, &first, all)?,
            Format::JsonLines => json::read(name, column, all)?,
        };
        if ids.is_empty() {
            return Err(PlanError::usage(format!(
                "{name}: there are no ids in it: expected at least one call log"
            )));
        }
        Ok(ids.into_list(name))
    }
}

/// The beginning of a file, up to its first line that says anything.
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
