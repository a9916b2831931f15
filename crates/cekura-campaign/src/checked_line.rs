//! Lines of JSON with a checksum, in files that are only appended to.

use std::io;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The length of a line's checksum: hexadecimal digits of its SHA-256, followed by a space.
const CHECK: usize = 16;

/// Returns the value of a line; `None` if it is incomplete or damaged.
pub(crate) fn parsed<T: for<'de> Deserialize<'de>>(line: &[u8]) -> Option<T> {
    let line = line.strip_suffix(b"\n")?;
    let (check, text) = line.split_at_checked(CHECK)?;
    let text = text.strip_prefix(b" ")?;
    (check == checksum(text).as_bytes()).then(|| serde_json::from_slice(text).ok())?
}

/// Returns the line of a value, with its end.
pub(crate) fn line_of(value: &impl Serialize) -> io::Result<String> {
    let text = serde_json::to_string(value)?;
    Ok(format!("{} {text}\n", checksum(text.as_bytes())))
}

fn checksum(text: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(text)[..CHECK / 2])
}
