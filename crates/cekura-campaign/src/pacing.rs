//! A rate limit shared by all processes on this machine: a 429 to one of them pauses all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use cekura::SharedCooldown;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

/// The longest cooldown that a client takes from a 429. A later moment in the file comes from a wrong clock, and is ignored.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// A shared cooldown in a file, which has its end in milliseconds since 1970.
///
/// Give the same folder and address to every process that shares a rate limit of the service: then a 429 to one of them pauses all of them.
/// A file that cannot be read or written is ignored: each process then has its own cooldown. A moment more than 15 minutes
/// ahead is ignored too, and overwritten by the next 429.
#[derive(Debug)]
pub struct FileCooldown {
    path: PathBuf,
}

impl FileCooldown {
    /// Creates the shared cooldown of one service in a folder, which is created if missing.
    ///
    /// # Errors
    /// When the folder cannot be created.
    pub fn new(folder: &Path, base_url: &str) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let digest = Sha256::digest(base_url.trim_end_matches('/'));
        let name = HEXLOWER.encode(&digest[..8]);
        Ok(Self {
            path: folder.join(format!("cooldown-{name}")),
        })
    }

    /// Returns the path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns how long the cooldown still lasts; `None` if there is none.
    #[must_use]
    pub fn cooldown(&self) -> Option<Duration> {
        let now = SystemTime::now();
        self.end(now)?.duration_since(now).ok()
    }

    /// The moment in the file, if it is in effect.
    fn end(&self, now: SystemTime) -> Option<SystemTime> {
        moment(&mut File::open(&self.path).ok()?).filter(|until| is_valid(*until, now))
    }

    fn write(&self, until: SystemTime, now: SystemTime) -> io::Result<()> {
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&self.path)?;
        file.lock()?;
        if moment(&mut file).is_some_and(|known| known >= until && is_valid(known, now)) {
            return Ok(());
        }
        let millis = until
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default()
            .as_millis();
        file.rewind()?;
        // Always of one length, so that a reader never sees a part of it.
        let text = format!("{millis:020}\n");
        file.write_all(text.as_bytes())?;
        // Invalid content may have been longer.
        file.set_len(text.len() as u64)
    }
}

impl SharedCooldown for FileCooldown {
    fn cooldown_until(&self) -> Option<SystemTime> {
        self.end(SystemTime::now())
    }

    fn extend_cooldown(&self, until: SystemTime) {
        if let Err(error) = self.write(until, SystemTime::now()) {
            tracing::debug!(target: "cekura", %error, "the shared cooldown cannot be written");
        }
    }
}

/// Whether a moment is in effect: neither past nor too far ahead.
fn is_valid(until: SystemTime, now: SystemTime) -> bool {
    until
        .duration_since(now)
        .is_ok_and(|rest| !rest.is_zero() && rest <= LONGEST)
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
            std::env::temp_dir().join(format!("cekura-cooldown-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000 + seconds)
    }

    #[test]
    fn two_processes_share_the_later_end_of_a_cooldown() {
        let folder = folder("together");
        let one = FileCooldown::new(&folder, "https://api.example").unwrap();
        let two = FileCooldown::new(&folder, "https://api.example/").unwrap();
        let other = FileCooldown::new(&folder, "https://eu.example").unwrap();
        assert_eq!(two.end(at(0)), None);
        one.write(at(9), at(0)).unwrap();
        two.write(at(3), at(0)).unwrap();
        assert_eq!(two.end(at(0)), Some(at(9)));
        assert_eq!(two.end(at(9)), None, "it is over");
        assert_eq!(other.end(at(0)), None);
        // By the machine's own clock.
        let until = SystemTime::now() + Duration::from_secs(60);
        two.extend_cooldown(until);
        assert!(one.cooldown_until().is_some() && one.cooldown() > Some(Duration::from_secs(50)));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_cooldown_too_far_ahead_is_ignored_and_overwritten() {
        let folder = folder("absurd");
        let shared = FileCooldown::new(&folder, "https://api.example").unwrap();
        let longest = LONGEST.as_secs();
        for (written, is_used) in [
            (at(longest), true),
            (at(longest + 1), false),
            (at(40 * 365 * 86_400), false),
        ] {
            shared.write(written, written).unwrap();
            assert_eq!(shared.end(at(0)).is_some(), is_used, "{written:?}");
        }
        shared.write(at(5), at(0)).unwrap();
        assert_eq!(shared.end(at(0)), Some(at(5)), "a later 429 counts");
        for text in ["soon", "99999999999999999999", ""] {
            fs::write(shared.path(), text).unwrap();
            assert_eq!(shared.end(at(0)), None, "{text}");
            shared.write(at(7), at(0)).unwrap();
            assert_eq!(shared.end(at(0)), Some(at(7)), "{text}");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
