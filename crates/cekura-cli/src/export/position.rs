//! How far an export is, kept beside its output.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use cekura::{CallLogId, Timestamp};
use cekura_campaign::plan::Window;
use serde::{Deserialize, Serialize};

use super::ExportSelection;
use crate::atomic;
use crate::campaign::unwritable;
use crate::failure::Failure;
use crate::input::{MADE, read_small};

/// The version of the file; another one is not read.
const VERSION: u32 = 1;

/// An export that is not complete: what it is of, and how far it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct SavedExport {
    cekura_export: u32,
    pub(crate) selection: ExportSelection,
    /// The time range, as it was at the first start.
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
    pub(crate) position: Position,
}

/// A position in the output.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Position {
    /// The complete pieces of the time range.
    pub(crate) pieces: usize,
    /// The bytes of the complete pieces, with the heading.
    pub(crate) piece_start: u64,
    /// The bytes that are written, also of the next piece.
    pub(crate) bytes: u64,
    /// The call logs that are written.
    pub(crate) call_logs: u64,
    /// The call logs that the next piece may list again.
    pub(crate) at_border: Vec<CallLogId>,
}

impl SavedExport {
    /// An export that begins.
    pub(crate) fn new(selection: ExportSelection, from: Timestamp, to: Timestamp) -> Self {
        Self {
            cekura_export: VERSION,
            selection,
            from,
            to,
            position: Position::default(),
        }
    }

    /// Returns the time range.
    pub(crate) fn window(&self) -> Result<Window, Failure> {
        let range = (self.from.to_system_time(), self.to.to_system_time());
        let (Some(from), Some(to)) = range else {
            return Err(Failure::usage(format!(
                "the time range from {} to {} of the export cannot be read",
                self.from, self.to
            ))
            .hint("leave out --resume to begin the export again"));
        };
        Ok(Window::new(Some(from), to)?)
    }

    /// Returns the path of the position of an output file: `FILE.export`.
    pub(crate) fn path_of(out: &Path) -> PathBuf {
        let mut name = OsString::from(out);
        name.push(".export");
        name.into()
    }

    /// Reads the position of an output file; `None` if it has none.
    pub(crate) fn read(out: &Path) -> Result<Option<Self>, Failure> {
        let path = Self::path_of(out);
        let problem = match read_small(&path, MADE) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(e) => e.to_string(),
            Ok(text) => match serde_json::from_str::<Self>(&text) {
                Ok(saved) if saved.cekura_export == VERSION => return Ok(Some(saved)),
                Ok(saved) => format!(
                    "it has version {}, where this release reads {VERSION}",
                    saved.cekura_export
                ),
                Err(e) => e.to_string(),
            },
        };
        Err(Failure::usage(format!(
            "the position of the export cannot be read from {}: {problem}",
            path.display()
        ))
        .hint("leave out --resume to begin the export again"))
    }

    /// Writes the position beside an output file.
    pub(crate) fn write(&self, out: &Path) -> Result<(), Failure> {
        let path = Self::path_of(out);
        let written = serde_json::to_vec(self).map_err(io::Error::from);
        written
            .and_then(|text| atomic::replace(&path, &text))
            .map_err(|e| unwritable(&path, "position of the export", &e))
    }

    /// Removes the position of a complete export.
    pub(crate) fn remove(out: &Path) -> Result<(), Failure> {
        let path = Self::path_of(out);
        fs::remove_file(&path).map_err(|e| unwritable(&path, "position of the export", &e))
    }
}
