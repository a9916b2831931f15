//! How files are made private, locked, and durable.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::journal::{JournalError, JournalErrorKind};

/// Returns the options that open a file for reading and writing. One that is made is for its owner only, because it names
/// customers' calls.
pub(crate) fn private() -> OpenOptions {
    let mut options = File::options();
    options.read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Opens a file, or makes it if `create` says so, and takes its lock, which lasts as long as the file is open.
///
/// # Errors
/// [`is_locked`](JournalError::is_locked) with the text `in_use` while another process has the lock.
pub(crate) fn lock(path: &Path, create: bool, in_use: &str) -> Result<File, JournalError> {
    let opened = private().create(create).truncate(false).open(path);
    let file = opened.map_err(|e| {
        let doing =
            "nothing was sent: check that the folder exists and is writable; opening the file";
        JournalError::io(path, doing, e)
    })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(JournalError::new(JournalErrorKind::Locked, in_use)),
        Err(TryLockError::Error(e)) => Err(JournalError::io(path, "locking", e)),
    }
}

/// Returns a path with something after its name.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Renames a synced file, and syncs the folder.
pub(crate) fn put_in_place(new: &Path, path: &Path) -> io::Result<()> {
    fs::rename(new, path)?;
    sync_folder(path)
}

/// Makes the name of a file durable.
#[cfg_attr(
    not(unix),
    expect(clippy::unnecessary_wraps, reason = "elsewhere there is nothing to do")
)]
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    // Elsewhere a folder cannot be opened, and a new name is in the filesystem's own log.
    #[cfg(unix)]
    File::open(folder_of(path))?.sync_all()?;
    let _ = path;
    Ok(())
}
