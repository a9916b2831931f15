//! The formats of id files, and their detection.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use super::super::error::{PlanError, shortened};
use super::source_line::ID_NAMES;
use super::table::delimiter;

/// The format of an id file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// One id per line; blank lines and text after `#` are skipped.
    Lines,
    /// A table with a column of ids; the delimiter is a comma, semicolon or tab, as in the first row.
    Csv,
    /// JSON: values one after another or in an array, each an id or an object with the id; or a page of the service with the
    /// entries under `results`.
    JsonLines,
}

impl Format {
    /// Returns the format of a file extension: `csv`, `tsv`, `json`, `jsonl` or `ndjson`; `None` for all others, including `txt`,
    /// which tables have too.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let ending = Path::new(name).extension()?.to_str()?;
        match ending.to_ascii_lowercase().as_str() {
            "csv" | "tsv" => Some(Self::Csv),
            "json" | "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// Detects the format of a line; `None` for a blank line or a comment.
    pub(super) fn of_line(line: &str) -> Option<Self> {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let starts_json = line.starts_with(['{', '[']);
        let is_heading = || {
            let name = line.trim_matches('"').to_ascii_lowercase();
            ID_NAMES.contains(&name.as_str())
        };
        Some(if starts_json {
            Self::JsonLines
        } else if delimiter(line).is_some() || is_heading() {
            Self::Csv
        } else {
            Self::Lines
        })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Lines => "lines",
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
        })
    }
}

impl FromStr for Format {
    type Err = PlanError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_ascii_lowercase().as_str() {
            "lines" => Ok(Self::Lines),
            "csv" => Ok(Self::Csv),
            "json" | "jsonl" => Ok(Self::JsonLines),
            _ => Err(PlanError::usage(format!(
                "{:?} is not an id format: expected lines, csv, json or jsonl",
                shortened(text)
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_where_they_can() {
        for (name, expected) in [
            ("calls.csv", Some(Format::Csv)),
            ("/data/Calls.TSV", Some(Format::Csv)),
            ("calls.json", Some(Format::JsonLines)),
            ("calls.jsonl", Some(Format::JsonLines)),
            ("calls.ndjson", Some(Format::JsonLines)),
            ("calls.txt", None),
            ("calls", None),
            ("standard input", None),
        ] {
            assert_eq!(Format::of_name(name), expected, "{name}");
        }
    }

    #[test]
    fn lines_tell_the_rest() {
        for (line, expected) in [
            ("", None),
            (" # of last week", None),
            ("5001", Some(Format::Lines)),
            ("\u{feff}5001", Some(Format::Lines)),
            ("{\"id\": 5001}", Some(Format::JsonLines)),
            ("[5001, 5002]", Some(Format::JsonLines)),
            ("id", Some(Format::Csv)),
            ("\"Call_Log\"", Some(Format::Csv)),
            ("5001,310", Some(Format::Csv)),
            ("when;id", Some(Format::Csv)),
            ("asst_harbor_frontdesk", Some(Format::Lines)),
        ] {
            assert_eq!(Format::of_line(line), expected, "{line}");
        }
    }

    #[test]
    fn a_format_is_named_as_it_prints() {
        for format in [Format::Lines, Format::Csv, Format::JsonLines] {
            assert_eq!(format.to_string().parse::<Format>().unwrap(), format);
        }
        let error = "xlsx".parse::<Format>().unwrap_err().to_string();
        assert!(
            error.contains("expected lines, csv, json or jsonl"),
            "{error}"
        );
    }
}
