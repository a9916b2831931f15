//! Files of checked lines that are only appended to: the journals of imports, and the records of campaigns' requests.
//!
//! A line is a checksum, a space and a JSON object. The first one is the head, by which the file is recognised. A last line without
//! its end was being written when the process or machine stopped, so that nothing had followed from it: the next append cuts it
//! off. Every other line must be intact.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom, Write as _};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The length of a line's checksum: hexadecimal digits of its SHA-256, followed by a space.
const CHECK: usize = 16;

/// A file that is open for appending.
#[derive(Debug)]
pub(crate) struct CheckedFile {
    file: File,
    /// The length of the intact part.
    intact: u64,
    /// The length of the file; `None` after an append that failed.
    length: Option<u64>,
}

impl CheckedFile {
    /// Continues a file after its intact part, which is so many bytes long.
    pub(crate) fn after(file: File, intact: u64) -> io::Result<Self> {
        let length = Some(file.metadata()?.len());
        Ok(Self {
            file,
            intact,
            length,
        })
    }

    /// Appends lines, and syncs the file. What an earlier append left behind that failed, or was cut short, is overwritten.
    ///
    /// # Errors
    /// If the file cannot be written, or another program changed its length since it was read or appended to.
    pub(crate) fn append(&mut self, values: &[impl Serialize]) -> io::Result<()> {
        let mut lines = String::new();
        for value in values {
            lines.push_str(&line_of(value)?);
        }
        let length = self.file.metadata()?.len();
        if self.length.is_some_and(|known| known != length) {
            return Err(io::Error::other("another program changed the file"));
        }
        self.length = None;
        self.file.set_len(self.intact)?;
        self.file.seek(SeekFrom::Start(self.intact))?;
        self.file.write_all(lines.as_bytes())?;
        self.file.sync_data()?;
        self.intact += lines.len() as u64;
        self.length = Some(self.intact);
        Ok(())
    }
}

impl Drop for CheckedFile {
    /// Ends the lock of the file, if it has one. Closing it would not be enough: a process that is being started has it too for a
    /// moment.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// The lines of a file, read one after another.
pub(crate) struct Lines<R> {
    file: BufReader<R>,
    line: Vec<u8>,
    /// Where the next line begins.
    at: u64,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(file: R) -> Self {
        Self {
            file: BufReader::new(file),
            line: Vec::new(),
            at: 0,
        }
    }

    /// Returns the next line, with its end if it has one; nothing at the end of the file.
    pub(crate) fn next(&mut self) -> io::Result<&[u8]> {
        self.line.clear();
        self.at += self.file.read_until(b'\n', &mut self.line)? as u64;
        Ok(&self.line)
    }

    /// Reads the lines that are left; returns the length of the intact part of the file, or as an error the place of the damage.
    pub(crate) fn read_rest<T: for<'de> Deserialize<'de>>(
        mut self,
        mut take: impl FnMut(T),
    ) -> io::Result<Result<u64, u64>> {
        loop {
            let begin = self.at;
            match parsed(self.next()?) {
                Some(value) => take(value),
                None if self.line.ends_with(b"\n") => return Ok(Err(begin)),
                None => return Ok(Ok(begin)),
            }
        }
    }
}

/// Returns whether a file that begins like this has a head of this kind.
pub(crate) fn begins_with<H: for<'de> Deserialize<'de>>(beginning: &[u8]) -> bool {
    let line = beginning.split_inclusive(|byte| *byte == b'\n').next();
    line.is_some_and(|line| parsed::<H>(line).is_some())
}

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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn an_append_that_failed_leaves_no_damage() {
        let path = std::env::temp_dir().join(format!("cekura-append-{}", std::process::id()));
        let _ = fs::remove_file(&path);
        let file = File::create_new(&path).unwrap();
        let mut file = CheckedFile::after(file, 0).unwrap();
        file.append(&["one", "two"]).unwrap();
        // A full disk took two lines of three.
        let lost = ["lost", "also", "half"].map(|line| line_of(&line).unwrap());
        let lost = lost.concat();
        file.length = None;
        file.file
            .write_all(&lost.as_bytes()[..lost.len() - 9])
            .unwrap();
        file.append(&["three"]).unwrap();
        let mut lines = Vec::new();
        let read =
            Lines::new(File::open(&path).unwrap()).read_rest(|line: String| lines.push(line));
        assert_eq!(read.unwrap(), Ok(file.intact));
        assert_eq!(lines, ["one", "two", "three"]);
        fs::remove_file(path).unwrap();
    }

    #[test]
    fn what_another_program_wrote_stays() {
        let path = std::env::temp_dir().join(format!("cekura-other-{}", std::process::id()));
        fs::write(&path, line_of(&"one").unwrap() + "torn").unwrap();
        let open = || File::options().read(true).write(true).open(&path).unwrap();
        let intact = line_of(&"one").unwrap().len() as u64;
        let mut file = CheckedFile::after(open(), intact).unwrap();
        let whole = [line_of(&"one").unwrap(), line_of(&"other").unwrap()].concat();
        fs::write(&path, &whole).unwrap();
        for _ in 0..2 {
            let error = file.append(&["two"]).unwrap_err();
            assert!(error.to_string().contains("another program"), "{error}");
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), whole);
        fs::remove_file(path).unwrap();
    }
}
