//! Holding back together: what one process is told by a 429 holds for all processes on this machine.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use cekura::SharedHold;
use sha2::{Digest as _, Sha256};

/// A hold in a file: the moment until which nobody may send, in milliseconds since 1970.
///
/// Give the same folder and address to every process that shares a rate limit, and a 429 to one of them makes all of them
/// wait. A file that cannot be read or written holds nobody: each process then has its own hold, as without one.
#[derive(Debug)]
pub struct FileHold {
    path: PathBuf,
}

impl FileHold {
    /// The hold for one service in a folder, which is made if it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn new(folder: &Path, base_url: &str) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let name: String = Sha256::digest(base_url.trim_end_matches('/'))
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Ok(Self {
            path: folder.join(format!("hold-{name}")),
        })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn write(&self, until: SystemTime) -> io::Result<()> {
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&self.path)?;
        file.lock()?;
        if moment(&mut file).is_some_and(|known| known >= until) {
            return Ok(());
        }
        let millis = until
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default()
            .as_millis();
        file.rewind()?;
        // Always of one length, so that a reader never sees a part of it.
        file.write_all(format!("{millis:020}\n").as_bytes())
    }
}

impl SharedHold for FileHold {
    fn held_until(&self) -> Option<SystemTime> {
        moment(&mut File::open(&self.path).ok()?)
    }

    fn hold_until(&self, until: SystemTime) {
        if let Err(error) = self.write(until) {
            tracing::debug!(target: "cekura", %error, "the shared hold cannot be written");
        }
    }
}

fn moment(file: &mut File) -> Option<SystemTime> {
    let mut text = String::new();
    file.take(64).read_to_string(&mut text).ok()?;
    let millis = text.trim().parse().ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("cekura-hold-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn two_processes_hold_together_and_the_later_moment_counts() {
        let folder = folder("together");
        let one = FileHold::new(&folder, "https://api.example").unwrap();
        let two = FileHold::new(&folder, "https://api.example/").unwrap();
        let other = FileHold::new(&folder, "https://eu.example").unwrap();
        let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        assert_eq!(two.held_until(), None);
        one.hold_until(at(1_800_000_009));
        two.hold_until(at(1_800_000_003));
        assert_eq!(two.held_until(), Some(at(1_800_000_009)));
        assert_eq!(other.held_until(), None);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_with_nonsense_holds_nobody() {
        let folder = folder("nonsense");
        let hold = FileHold::new(&folder, "https://api.example").unwrap();
        fs::write(hold.path(), "soon").unwrap();
        assert_eq!(hold.held_until(), None);
        let until = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        hold.hold_until(until);
        assert_eq!(hold.held_until(), Some(until));
        fs::remove_dir_all(folder).unwrap();
    }
}
