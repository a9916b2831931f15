//! Replaces files atomically.

use std::io::{self, Write as _};
use std::path::Path;

/// Replaces a file atomically: after a crash it has the old content or the new one.
///
/// Only its owner can read it, from the beginning.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Returns the folder of a file.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
