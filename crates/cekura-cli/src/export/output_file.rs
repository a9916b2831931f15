//! The file of an export, which can be continued.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::{Position, Rows, SavedExport, WrittenIds};
use crate::campaign::{check_output, unwritable};
use crate::failure::Failure;

/// An open output file. Only this process writes to it.
#[derive(Debug)]
pub(crate) struct OutputFile {
    path: PathBuf,
    file: File,
    saved: SavedExport,
}

impl OutputFile {
    /// Opens a file for a new export, or for the one that was interrupted if `resume`.
    ///
    /// A new export replaces a file that is there. Another selection than that of the interrupted one is a usage error.
    pub(crate) fn open(path: &Path, new: SavedExport, resume: bool) -> Result<Self, Failure> {
        check_output(path, "file")?;
        let failed = |e: io::Error| unwritable(path, "file", &e);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(Failure::usage(format!(
                "the file {} cannot be written: it is a device or a pipe",
                path.display()
            ))
            .hint("leave out --out, and redirect standard output"));
        }
        // Not every filesystem has locks; without one it is left to the user.
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            return Err(Failure::usage(format!(
                "another process is writing to {}: wait for it or stop it",
                path.display()
            )));
        }
        let saved = match resume {
            true => saved(path, &new, file.metadata().map_err(failed)?.len())?,
            false => None,
        };
        let mut output = Self {
            path: path.to_owned(),
            file,
            saved: saved.unwrap_or(new),
        };
        // Before the file is changed, so that an interruption from here on can be resumed.
        output.saved.write(path)?;
        let end = output.saved.position.bytes;
        let cut = output.file.set_len(end);
        cut.and_then(|()| output.file.seek(SeekFrom::Start(end)))
            .map_err(failed)?;
        Ok(output)
    }

    /// Returns the export, as far as it is complete.
    pub(crate) fn saved(&self) -> &SavedExport {
        &self.saved
    }

    /// Reads back what is written of the piece that was interrupted.
    pub(crate) fn written(&mut self, rows: Rows) -> Result<WrittenIds, Failure> {
        let Position {
            piece_start, bytes, ..
        } = self.saved.position;
        let mut ids = WrittenIds::new(&self.saved.position.at_border);
        let mut read = || -> io::Result<()> {
            self.file.seek(SeekFrom::Start(piece_start))?;
            let piece = (&self.file).take(bytes - piece_start);
            rows.ids(piece, |id| ids.add(id))?;
            self.file.seek(SeekFrom::Start(bytes)).map(drop)
        };
        read().map_err(|e| changed(&self.path, &e.to_string()))?;
        Ok(ids)
    }

    /// Writes rows.
    pub(crate) fn write(&mut self, rows: &[u8]) -> Result<(), Failure> {
        let written = self.file.write_all(rows);
        written.map_err(|e| unwritable(&self.path, "file", &e))
    }

    /// Makes the rows so far durable, and then the position behind them.
    pub(crate) fn save(&mut self, position: &Position) -> Result<(), Failure> {
        let synced = self.file.sync_data();
        synced.map_err(|e| unwritable(&self.path, "file", &e))?;
        self.saved.position.clone_from(position);
        self.saved.write(&self.path)
    }

    /// Ends a complete export.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        SavedExport::remove(&self.path)
    }
}

/// Returns the export to continue; `None` if it has to begin.
fn saved(path: &Path, new: &SavedExport, length: u64) -> Result<Option<SavedExport>, Failure> {
    let Some(saved) = SavedExport::read(path)? else {
        // The file may have been created just now.
        return match length {
            0 => Ok(None),
            _ => Err(Failure::usage(format!(
                "{} is not an interrupted export: {} is missing",
                path.display(),
                SavedExport::path_of(path).display()
            ))
            .hint("if it is complete, there is nothing to do; leave out --resume to replace it")),
        };
    };
    let differences = saved.selection.differences(&new.selection);
    if !differences.is_empty() {
        return Err(Failure::usage(format!(
            "{} was begun with other options: {}",
            path.display(),
            differences.join("; ")
        ))
        .hint("give the same options to continue it, or leave out --resume to begin again"));
    }
    let Position {
        piece_start, bytes, ..
    } = saved.position;
    if bytes > length || piece_start > bytes {
        return Err(changed(
            path,
            &format!("{bytes} bytes were written, and it has {length}"),
        ));
    }
    Ok(Some(saved))
}

fn changed(path: &Path, why: &str) -> Failure {
    Failure::usage(format!(
        "{} was changed since the export was interrupted: {why}",
        path.display()
    ))
    .hint("leave out --resume to begin the export again")
}
