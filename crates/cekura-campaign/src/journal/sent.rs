//! The record of sent requests: a file beside the journal by which lost requests are detected.
//!
//! SQLite silently drops everything after the first damaged frame of its write-ahead log, and an older copy of a journal looks
//! intact. In both cases requests would be sent and paid again. So every committed request is also appended here, and both files
//! are synced before it is sent:
//!
//! 1. the journal commits the requests, and syncs;
//! 2. the record gets a line for each, and syncs;
//! 3. the requests are sent.
//!
//! A process that is killed between 1 and 2 leaves a journal that is ahead by requests that were never sent; they are reconciled
//! like every request with unknown outcome. A journal that is behind was rolled back.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use cekura::CallLogId;
use serde::{Deserialize, Serialize};

use super::lock::beside;
use crate::checked_line::{line_of, parsed};

/// The version of the file format.
const VERSION: u32 = 1;

/// The first line: which journal it belongs to.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    sent_requests: u32,
    key: String,
}

/// One paid request, as it was committed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) id: i64,
    pub(super) round: u32,
    pub(super) agent: Option<i64>,
    pub(super) logs: Vec<CallLogId>,
}

/// The content of a record.
#[derive(Debug)]
pub(super) enum Record {
    /// The file does not exist.
    Missing,
    /// It belongs to another journal.
    Foreign,
    /// A line has a wrong checksum.
    Damaged,
    /// The requests after the given one, and the length of the intact part in bytes.
    Whole { later: Vec<Entry>, end: u64 },
}

/// Where the record of a journal is.
pub(super) fn record_of(journal: &Path) -> PathBuf {
    beside(journal, "sent")
}

/// Reads the record of the journal with this key: what comes after the request `last`.
///
/// An incomplete last line was being written when the process or machine stopped, so its request was never sent. Every other
/// line must be intact.
pub(super) fn read(path: &Path, key: &str, last: i64) -> io::Result<Record> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Record::Missing),
        Err(e) => return Err(e),
    };
    let mut lines = BufReader::new(file);
    let mut line = Vec::new();
    let mut at = lines.read_until(b'\n', &mut line)? as u64;
    match parsed::<Head>(&line) {
        Some(head) if head.sent_requests == VERSION && head.key == key => {}
        Some(_) => return Ok(Record::Foreign),
        None => return Ok(Record::Damaged),
    }
    let mut later = Vec::new();
    loop {
        line.clear();
        let length = lines.read_until(b'\n', &mut line)? as u64;
        match parsed::<Entry>(&line) {
            Some(entry) => {
                at += length;
                if entry.id > last {
                    later.push(entry);
                }
            }
            None if line.ends_with(b"\n") => return Ok(Record::Damaged),
            None => return Ok(Record::Whole { later, end: at }),
        }
    }
}

/// Counts the call logs in a record of any journal; `None` if it cannot be read.
pub(super) fn count(path: &Path) -> Option<usize> {
    let mut lines = BufReader::new(File::open(path).ok()?);
    let (mut line, mut logs) = (Vec::new(), 0);
    while lines.read_until(b'\n', &mut line).ok()? > 0 {
        logs += parsed::<Entry>(&line).map_or(0, |entry| entry.logs.len());
        line.clear();
    }
    Some(logs)
}

/// Whether a file is a record of any journal.
pub(super) fn is_record(path: &Path) -> io::Result<bool> {
    let mut line = Vec::new();
    let head = File::open(path)?.take(4096);
    BufReader::new(head).read_until(b'\n', &mut line)?;
    Ok(parsed::<Head>(&line).is_some())
}

/// The record, open for appending.
#[derive(Debug)]
pub(super) struct SentLog {
    file: File,
}

impl SentLog {
    /// Opens the record of the journal with this key, or creates it.
    pub(super) fn open(path: &Path, key: &str) -> io::Result<Self> {
        match read(path, key, i64::MAX)? {
            Record::Missing => Self::replace(path, key, &[]),
            Record::Whole { end, .. } => {
                let mut file = OpenOptions::new().write(true).open(path)?;
                file.set_len(end)?;
                file.seek(SeekFrom::End(0))?;
                Ok(Self { file })
            }
            Record::Foreign | Record::Damaged => Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "another program changed it",
            )),
        }
    }

    /// Replaces the record atomically.
    pub(super) fn replace(path: &Path, key: &str, entries: &[Entry]) -> io::Result<Self> {
        let mut name = path.as_os_str().to_owned();
        name.push(".cekura-draft");
        let new = PathBuf::from(name);
        let _ = fs::remove_file(&new);
        let mut log = Self {
            file: make_private(&new)?,
        };
        let head = Head {
            sent_requests: VERSION,
            key: key.to_owned(),
        };
        log.file.write_all(line_of(&head)?.as_bytes())?;
        log.append(entries)?;
        put_in_place(&new, path)?;
        Ok(log)
    }

    /// Appends requests and syncs the file.
    pub(super) fn append(&mut self, entries: &[Entry]) -> io::Result<()> {
        let mut lines = String::new();
        for entry in entries {
            lines.push_str(&line_of(entry)?);
        }
        self.file.write_all(lines.as_bytes())?;
        self.file.sync_data()
    }
}

/// Creates a file with access for its owner only, because it names customers' calls.
pub(super) fn make_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    owner_only(&mut options).open(path)
}

/// Limits access to a file that is made to its owner.
pub(crate) fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Renames a synced file, and syncs the folder.
pub(super) fn put_in_place(new: &Path, path: &Path) -> io::Result<()> {
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
    File::open(super::open::folder_of(path))?.sync_all()?;
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: i64) -> Entry {
        Entry {
            id,
            round: 0,
            agent: Some(310),
            logs: vec![CallLogId(5_000 + id), CallLogId(6_000 + id)],
        }
    }

    fn file(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("cekura-sent-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder.join("march.sent")
    }

    fn later(path: &Path, last: i64) -> Vec<i64> {
        match read(path, "k1", last).unwrap() {
            Record::Whole { later, .. } => later.iter().map(|entry| entry.id).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn requests_after_the_last_known_are_given() {
        let path = file("later");
        assert!(matches!(read(&path, "k1", 0).unwrap(), Record::Missing));
        let mut log = SentLog::open(&path, "k1").unwrap();
        log.append(&[entry(1), entry(2)]).unwrap();
        drop(log);
        SentLog::open(&path, "k1")
            .unwrap()
            .append(&[entry(3)])
            .unwrap();
        assert_eq!(later(&path, 0), [1, 2, 3]);
        assert_eq!(later(&path, 2), [3]);
        assert_eq!(later(&path, 9), [0_i64; 0]);
        assert!(matches!(read(&path, "k2", 0).unwrap(), Record::Foreign));
        assert!(is_record(&path).unwrap());
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_torn_last_line_is_dropped_and_any_other_damage_is_seen() {
        let path = file("torn");
        let mut log = SentLog::open(&path, "k1").unwrap();
        log.append(&[entry(1), entry(2), entry(3)]).unwrap();
        let whole = fs::read(&path).unwrap();
        let starts: Vec<usize> = (0..whole.len())
            .filter(|at| *at == 0 || whole[at - 1] == b'\n')
            .collect();
        // However far the last append came.
        for cut in (starts[3]..whole.len()).step_by(7) {
            for tail in [&b""[..], &[0; 64]] {
                fs::write(&path, [&whole[..cut], tail].concat()).unwrap();
                assert_eq!(later(&path, 0), [1, 2], "{cut}");
                SentLog::open(&path, "k1")
                    .unwrap()
                    .append(&[entry(4)])
                    .unwrap();
                assert_eq!(later(&path, 0), [1, 2, 4], "{cut}");
            }
        }
        // One flipped bit anywhere; without its end the last line looks torn.
        for at in 0..whole.len() - 1 {
            let mut flipped = whole.clone();
            flipped[at] ^= 1;
            fs::write(&path, flipped).unwrap();
            assert!(
                matches!(read(&path, "k1", 0).unwrap(), Record::Damaged),
                "{at}"
            );
            assert!(SentLog::open(&path, "k1").is_err());
        }
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }
}
