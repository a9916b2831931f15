//! Checks that a folder is on a local filesystem: shared memory and locks do not work over a network.

use std::path::Path;

use super::error::JournalError;

/// Rejects a folder on a filesystem that is not known to be local, unless `any` is allowed. An unknown filesystem type passes;
/// SQLite itself fails if shared memory does not work.
pub(crate) fn check_local(folder: &Path, any: bool) -> Result<(), JournalError> {
    match not_local(folder) {
        Some(name) if !any => Err(JournalError::usage(format!(
            "{} is on a filesystem that is not known to be local ({name}), where a journal is not safe: without locks between \
             machines, two of them may pay for the same call logs, and commits may be lost. Put it on a local disk with \
             --journal FILE and copy it when everything is done, or accept the risk with --allow-network-filesystem",
            folder.display()
        ))),
        _ => Ok(()),
    }
}

/// The name of a filesystem that is not known to be local, by the number that Linux has for it.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn not_local(folder: &Path) -> Option<String> {
    // 32 bits on every machine, in a field that is wider on some.
    by_number(rustix::fs::statfs(folder).ok()?.f_type as u32)
}

/// The same by the name that macOS has for it.
#[cfg(target_vendor = "apple")]
fn not_local(folder: &Path) -> Option<String> {
    let found = rustix::fs::statfs(folder).ok()?;
    let name: String = found
        .f_fstypename
        .iter()
        .map(|letter| char::from(*letter as u8))
        .take_while(|letter| *letter != '\0')
        .collect();
    let is_local = ["apfs", "hfs", "exfat", "msdos", "ufs"].contains(&name.as_str());
    (!is_local).then_some(name)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn not_local(_: &Path) -> Option<String> {
    None
}

#[cfg(any(target_os = "linux", target_os = "android", test))]
fn by_number(number: u32) -> Option<String> {
    if LOCAL.iter().any(|(known, _)| *known == number) {
        return None;
    }
    let known = ELSEWHERE.iter().find(|(known, _)| *known == number);
    Some(known.map_or_else(
        || format!("of type {number:#x}"),
        |(_, name)| (*name).to_owned(),
    ))
}

/// What is always on a disk, or in the memory, of this machine.
#[cfg(any(target_os = "linux", target_os = "android", test))]
const LOCAL: [(u32, &str); 18] = [
    (0xef53, "ext2, ext3, ext4"),
    (0x5846_5342, "xfs"),
    (0x9123_683e, "btrfs"),
    (0x2fc1_2fc1, "zfs"),
    (0x0102_1994, "tmpfs"),
    (0x8584_58f6, "ramfs"),
    (0x794c_7630, "overlayfs"),
    (0x6175_6673, "aufs"),
    (0xf2f5_2010, "f2fs"),
    (0xca45_1a4e, "bcachefs"),
    (0x2011_bab0, "exfat"),
    (0x4d44, "vfat"),
    (0x7366_746e, "ntfs3"),
    (0x3153_464a, "jfs"),
    (0x5265_4973, "reiserfs"),
    (0x3434, "nilfs"),
    (0x482b, "hfsplus"),
    (0x4253_584e, "apfs"),
];

/// What is not, as far as it has a name that helps.
#[cfg(any(target_os = "linux", target_os = "android", test))]
const ELSEWHERE: [(u32, &str); 17] = [
    (0x6969, "nfs"),
    (0xff53_4d42, "cifs"),
    (0xfe53_4d42, "smb"),
    (0x517b, "smb"),
    (0x0102_1997, "9p"),
    (0x5346_414f, "afs"),
    (0x6b41_4653, "afs"),
    (0x00c3_6400, "ceph"),
    // Sshfs, s3fs and virtiofs among others: they do not name the filesystem behind them.
    (0x6573_5546, "fuse or virtiofs"),
    (0x0bd0_0bd0, "lustre"),
    (0x4750_4653, "gpfs"),
    (0x0116_1970, "gfs2"),
    (0x7461_636f, "ocfs2"),
    (0x1983_0326, "beegfs"),
    (0x2003_0528, "orangefs"),
    (0x7863_4f61, "vmhgfs"),
    (0x786f_4256, "vboxsf"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_to_be_local_is_not_taken_for_it() {
        for (number, name) in LOCAL {
            assert_eq!(by_number(number), None, "{name}");
        }
        for (number, name) in ELSEWHERE {
            assert_eq!(by_number(number).as_deref(), Some(name));
        }
        assert_eq!(by_number(0xbad_cafe).as_deref(), Some("of type 0xbadcafe"));
    }

    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    #[test]
    fn this_machines_own_folder_is_local() {
        let folder = std::env::temp_dir();
        assert_eq!(not_local(&folder), None, "{}", folder.display());
    }

    /// Every Linux has one filesystem that keeps no files.
    #[cfg(target_os = "linux")]
    #[test]
    fn another_is_refused_and_can_be_taken_all_the_same() {
        let error = check_local(Path::new("/proc"), false).unwrap_err();
        assert!(error.is_usage());
        for part in [
            "of type 0x9fa0",
            "--journal FILE",
            "--allow-network-filesystem",
        ] {
            assert!(error.to_string().contains(part), "{error}");
        }
        assert!(check_local(Path::new("/proc"), true).is_ok());
    }
}
