//! The error type of imports.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::journal::JournalError;

/// The most invalid lines that are kept.
const SHOWN: usize = 20;

/// Why an import failed. The journal keeps what was done: repeat the import once the cause is fixed.
#[derive(Debug)]
#[non_exhaustive]
pub enum ImportError {
    /// The file cannot be read, or is not a file that can be read again.
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong, and what to do.
        problem: String,
    },
    /// Lines of the file are invalid; nothing was sent.
    Lines(InvalidLines),
    /// The file changed after it was checked, or cannot be read any more. The journal has what was sent.
    Changed {
        /// The file.
        path: PathBuf,
        /// What changed.
        problem: String,
    },
    /// The journal cannot be read or written, or another process has it.
    Journal(JournalError),
    /// The service cannot be reached or rejects every further request.
    Service(cekura::Error),
    /// The list of calls does not show yet which calls are at Cekura, and calls could be sent twice; the text is what is wrong
    /// with it, and when to repeat the import.
    LookUp(String),
    /// The list of calls is not filtered by their `call_id`, and no later import can find out which calls are at Cekura; the
    /// text is what is wrong with it.
    NotFiltered(String),
    /// The first calls were all refused; the text is the service's last response.
    AllRefused(String),
    /// Many requests in a row had no usable response; the text is the last failure.
    AllLost(String),
}

/// The invalid lines of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidLines {
    /// How many there are.
    pub count: u64,
    /// The first 20: the number of the line, counted from 1, and what is wrong with it.
    pub first: Vec<(u64, String)>,
}

impl ImportError {
    pub(super) fn file(path: &Path, problem: impl fmt::Display) -> Self {
        Self::File {
            path: path.to_owned(),
            problem: problem.to_string(),
        }
    }

    /// Returns whether the file or the journal is wrong, and nothing was sent.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        match self {
            Self::File { .. } | Self::Lines(_) => true,
            Self::Journal(error) => error.is_usage() || error.is_locked(),
            Self::Changed { .. }
            | Self::Service(_)
            | Self::LookUp(_)
            | Self::NotFiltered(_)
            | Self::AllRefused(_)
            | Self::AllLost(_) => false,
        }
    }

    /// Returns the error of the failed request to the service, if one failed.
    #[must_use]
    pub fn service_error(&self) -> Option<&cekura::Error> {
        match self {
            Self::Service(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, problem } => write!(f, "the file {}: {problem}", path.display()),
            Self::Lines(lines) => lines.fmt(f),
            Self::Changed { path, problem } => write!(
                f,
                "the file {} changed during the import: {problem}; the journal has what was sent",
                path.display()
            ),
            Self::Journal(error) => error.fmt(f),
            Self::Service(error) => error.fmt(f),
            Self::LookUp(problem) => write!(f, "{problem}; until then nothing more is sent"),
            Self::NotFiltered(problem) => write!(
                f,
                "{problem}: the service, or a proxy or cache before it, does not filter by call_id, so it cannot be found out \
                 what is at Cekura, and nothing more is sent"
            ),
            Self::AllRefused(last) => {
                write!(f, "the service refused every call; last response: {last}")
            }
            Self::AllLost(last) => write!(
                f,
                "one request after another had no usable response; sending has stopped; last failure: {last}"
            ),
        }
    }
}

impl std::error::Error for ImportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Journal(error) => Some(error),
            _ => self.service_error().map(|error| error as _),
        }
    }
}

impl From<JournalError> for ImportError {
    fn from(error: JournalError) -> Self {
        Self::Journal(error)
    }
}

impl InvalidLines {
    /// Adds a line. Of more than can be kept, the first lines of the file stay.
    pub(super) fn add(&mut self, number: u64, problem: String) {
        self.count += 1;
        let at = self.first.partition_point(|(line, _)| *line <= number);
        if at < SHOWN {
            self.first.insert(at, (number, problem));
            self.first.truncate(SHOWN);
        }
    }
}

impl fmt::Display for InvalidLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            1 => write!(f, "1 line is invalid; nothing was sent")?,
            n => write!(f, "{n} lines are invalid; nothing was sent")?,
        }
        for (number, problem) in &self.first {
            write!(f, "\n  line {number}: {problem}")?;
        }
        let more = self.count - self.first.len() as u64;
        match more {
            0 => Ok(()),
            _ => write!(f, "\n  and {more} more"),
        }
    }
}
