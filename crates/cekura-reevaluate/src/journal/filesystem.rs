//! Whether a folder is on a disk of this machine: shared memory and locks do not work over a network.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::JournalError;

/// Kinds of filesystems, as Linux names them, that reach over a network or cannot share memory.
const REMOTE: [&str; 14] = [
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "fuse.gcsfuse",
    "fuse.s3fs",
    "fuse.sshfs",
    "glusterfs",
    "fuse.glusterfs",
    "lustre",
    "nfs",
    "nfs4",
    "smb3",
];

/// Refuses a folder that is not local. Where the system keeps no table of mounts, nobody can tell; SQLite itself refuses
/// where shared memory does not work.
pub(super) fn check_local(folder: &Path) -> Result<(), JournalError> {
    let (Ok(table), Ok(folder)) = (
        fs::read_to_string("/proc/self/mountinfo"),
        folder.canonicalize(),
    ) else {
        return Ok(());
    };
    match kind_of(&folder, &table) {
        Some(kind) if REMOTE.contains(&kind) => Err(JournalError::usage(format!(
            "{} is on a network filesystem ({kind}), where a journal is not safe: put it on a local disk with --journal \
             FILE, and copy the file when the campaign is over",
            folder.display()
        ))),
        _ => Ok(()),
    }
}

/// The kind of the filesystem that `folder` is on, by a table such as `/proc/self/mountinfo`.
fn kind_of<'a>(folder: &Path, table: &'a str) -> Option<&'a str> {
    let mounts = table.lines().filter_map(|line| {
        let (mount, rest) = line.split_once(" - ")?;
        let point = unescaped(mount.split(' ').nth(4)?);
        Some((point, rest.split(' ').next()?))
    });
    mounts
        .filter(|(point, _)| folder.starts_with(point))
        // Of two mounts on one point the later one is seen.
        .max_by_key(|(point, _)| point.components().count())
        .map(|(_, kind)| kind)
}

/// A path whose blanks are written as `\040`.
fn unescaped(text: &str) -> PathBuf {
    ["\\040", "\\011", "\\012", "\\134"]
        .into_iter()
        .zip([" ", "\t", "\n", "\\"])
        .fold(text.to_owned(), |text, (code, plain)| {
            text.replace(code, plain)
        })
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
31 22 0:50 / /srv/share\\040one rw shared:5 - nfs4 files:/share rw
32 31 0:51 / /srv/share\\040one/scratch rw - tmpfs tmpfs rw
33 22 0:52 / /home rw - fuse.sshfs me@host: rw
";

    #[test]
    fn the_deepest_mount_decides() {
        let kind = |folder: &str| kind_of(Path::new(folder), TABLE);
        assert_eq!(kind("/data/campaigns"), Some("ext4"));
        assert_eq!(kind("/srv/share one/campaigns"), Some("nfs4"));
        assert_eq!(kind("/srv/share one/scratch/x"), Some("tmpfs"));
        assert_eq!(kind("/srv/share onetwo"), Some("ext4"));
        assert_eq!(kind("/home/me"), Some("fuse.sshfs"));
        assert!(check_local(&std::env::temp_dir()).is_ok());
    }
}
