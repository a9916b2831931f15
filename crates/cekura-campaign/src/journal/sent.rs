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

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use cekura::CallLogId;
use serde::{Deserialize, Serialize};

use super::create::draft_of;
use super::lock::beside;
use crate::files::{CheckedFile, Lines, parsed, private, put_in_place};

/// The version of the file format.
const VERSION: u32 = 1;

/// The first line: which journal it belongs to.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
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
pub(super) fn read(path: &Path, key: &str, last: i64) -> io::Result<Record> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Record::Missing),
        Err(e) => return Err(e),
    };
    let mut lines = Lines::new(file);
    match parsed::<Head>(lines.next()?) {
        Some(head) if head.sent_requests == VERSION && head.key == key => {}
        Some(_) => return Ok(Record::Foreign),
        None => return Ok(Record::Damaged),
    }
    let mut later = Vec::new();
    let intact = lines.read_rest(|entry: Entry| {
        if entry.id > last {
            later.push(entry);
        }
    });
    Ok(intact?.map_or(Record::Damaged, |end| Record::Whole { later, end }))
}

/// Counts the call logs in a record of any journal, up to a damage; `None` if it cannot be read.
pub(super) fn count(path: &Path) -> Option<usize> {
    let mut lines = Lines::new(File::open(path).ok()?);
    let mut logs = 0;
    lines.next().ok()?;
    let read = lines.read_rest(|entry: Entry| logs += entry.logs.len());
    read.is_ok().then_some(logs)
}

/// Opens the record of the journal with this key for appending, or creates it.
pub(super) fn open(path: &Path, key: &str) -> io::Result<CheckedFile> {
    match read(path, key, i64::MAX)? {
        Record::Missing => replace(path, key, &[]),
        Record::Whole { end, .. } => CheckedFile::after(private().open(path)?, end),
        Record::Foreign | Record::Damaged => Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "another program changed it",
        )),
    }
}

/// Replaces the record atomically.
pub(super) fn replace(path: &Path, key: &str, entries: &[Entry]) -> io::Result<CheckedFile> {
    let new = draft_of(path);
    let _ = fs::remove_file(&new);
    let mut record = CheckedFile::after(private().create_new(true).open(&new)?, 0)?;
    let head = Head {
        sent_requests: VERSION,
        key: key.to_owned(),
    };
    record.append(&[head])?;
    record.append(entries)?;
    put_in_place(&new, path)?;
    Ok(record)
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
        let mut log = open(&path, "k1").unwrap();
        log.append(&[entry(1), entry(2)]).unwrap();
        drop(log);
        open(&path, "k1").unwrap().append(&[entry(3)]).unwrap();
        assert_eq!(later(&path, 0), [1, 2, 3]);
        assert_eq!(later(&path, 2), [3]);
        assert_eq!(later(&path, 9), [0_i64; 0]);
        assert!(matches!(read(&path, "k2", 0).unwrap(), Record::Foreign));
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_record_of_an_earlier_release_is_read() {
        let path = file("old");
        let written = "\
0ad9d5c26b589e6a {\"sent_requests\":1,\"key\":\"k1\"}
1787a8521672b7cf {\"id\":1,\"round\":0,\"agent\":310,\"logs\":[5001,6001]}
6dd93a7f1907fec9 {\"id\":2,\"round\":0,\"agent\":null,\"logs\":[5002]}
";
        fs::write(&path, written).unwrap();
        assert_eq!(later(&path, 0), [1, 2]);
        assert_eq!(count(&path), Some(3));
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_torn_last_line_is_dropped_and_any_other_damage_is_seen() {
        let path = file("torn");
        let mut log = open(&path, "k1").unwrap();
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
                open(&path, "k1").unwrap().append(&[entry(4)]).unwrap();
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
            assert!(open(&path, "k1").is_err());
        }
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }
}
