//! Identifies the files of campaigns, so that no output overwrites them.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::open::MAGIC;
use super::schema::APPLICATION_ID;
use super::sent;
use crate::files::begins_with;
use crate::import;

/// The position of SQLite's application id.
const OWNER: std::ops::Range<usize> = 68..72;

/// How SQLite's write-ahead logs begin; the last bit is the machine's byte order.
const LOG: u32 = 0x377f_0682;

/// What a plan begins with, in whatever layout.
const PLAN: [&str; 5] = [
    "\"version\"",
    "\"created_at\"",
    "\"scope\"",
    "\"operation\"",
    "\"selection\"",
];

/// Recognises the files of campaigns by their content; returns what it is, or `None` for any other file.
///
/// These files are irreplaceable: a journal has the only copy of overwritten results, and the record of what was paid.
///
/// # Errors
/// When the file exists and cannot be read.
pub fn identify(path: &Path) -> io::Result<Option<&'static str>> {
    // Reading from a pipe would block.
    match path.metadata() {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Ok(None),
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(e),
    }
    let mut head = Vec::with_capacity(4096);
    File::open(path)?.take(4096).read_to_end(&mut head)?;
    let number = |at: std::ops::Range<usize>| {
        let bytes = head.get(at)?.try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    };
    if head.starts_with(MAGIC) && number(OWNER) == Some(APPLICATION_ID.cast_unsigned()) {
        return Ok(Some("the journal of a campaign"));
    }
    if number(0..4).is_some_and(|first| first & !1 == LOG) {
        return Ok(Some("the write-ahead log of a journal"));
    }
    if begins_with::<sent::Head>(&head) {
        return Ok(Some("the record of a campaign's requests"));
    }
    if begins_with::<import::Head>(&head) {
        return Ok(Some("the journal of an import"));
    }
    let text = String::from_utf8_lossy(&head);
    let is_plan = text.trim_start().starts_with('{') && PLAN.iter().all(|key| text.contains(key));
    Ok(is_plan.then_some("a plan"))
}
