//! Standard output: only data.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::ForTerminal;
use crate::failure::Failure;

/// The writer of data.
///
/// Writing fails with [`Failure::ReaderGone`] if the reader closes the pipe. On a terminal control characters are escaped;
/// elsewhere data is written unchanged.
pub(crate) struct Data {
    to: BufWriter<Box<dyn Write>>,
    is_terminal: bool,
}

impl Data {
    pub(crate) fn new(to: impl Write + 'static, is_terminal: bool) -> Self {
        Self {
            to: BufWriter::new(Box::new(to)),
            is_terminal,
        }
    }

    /// Writes trusted `text` with its colours, and ends the line if needed. Untrusted parts must be escaped already.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Failure> {
        self.to.write_all(text.as_bytes())?;
        self.end_line(text.as_bytes())
    }

    /// Writes untrusted `bytes` and ends the line if needed.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.write(|to| to.write_all(bytes))?;
        self.end_line(bytes)
    }

    /// Writes `value` as JSON over several lines.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        self.write(|to| serde_json::to_writer_pretty(to, value).map_err(io::Error::from))?;
        self.end_line(b"")
    }

    /// Writes `value` as JSON on one line.
    pub(crate) fn json_line(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        self.write(|to| serde_json::to_writer(to, value).map_err(io::Error::from))?;
        self.end_line(b"")
    }

    /// Writes one entry of a streamed JSON array; `first` opens the array.
    pub(crate) fn json_entry(
        &mut self,
        first: bool,
        value: &impl Serialize,
    ) -> Result<(), Failure> {
        self.to.write_all(if first { b"[\n" } else { b",\n" })?;
        self.write(|to| serde_json::to_writer(to, value).map_err(io::Error::from))
    }

    /// Ends a streamed JSON array.
    pub(crate) fn json_end(&mut self, empty: bool) -> Result<(), Failure> {
        self.text(if empty { "[]" } else { "\n]" })
    }

    /// Calls `write` with a writer for untrusted data.
    pub(crate) fn write<E>(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), Failure>
    where
        Failure: From<E>,
    {
        if !self.is_terminal {
            return Ok(write(&mut self.to)?);
        }
        let mut safe = ForTerminal::new(&mut self.to);
        write(&mut safe)?;
        Ok(safe.finish()?)
    }

    fn end_line(&mut self, after: &[u8]) -> Result<(), Failure> {
        if !after.ends_with(b"\n") {
            self.to.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Flushes the output.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.to.flush()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_list_in_pieces_is_one_json_document() {
        for n in 0..3 {
            let shared = Shared::default();
            let mut data = Data::new(shared.clone(), false);
            for i in 0..n {
                data.json_entry(i == 0, &i).unwrap();
            }
            data.json_end(n == 0).unwrap();
            data.flush().unwrap();
            let read: Vec<i32> = serde_json::from_slice(&shared.0.lock().unwrap()).unwrap();
            assert_eq!(read, (0..n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_comes_from_outside_steers_no_terminal_and_reaches_files_as_it_is() {
        let nasty = "a\u{1b}[2J\u{9b}31m\u{202e}";
        for is_terminal in [false, true] {
            let shared = Shared::default();
            let mut data = Data::new(shared.clone(), is_terminal);
            data.json(&nasty).unwrap();
            data.json_line(&nasty).unwrap();
            data.json_entry(true, &nasty).unwrap();
            data.json_end(false).unwrap();
            data.bytes(nasty.as_bytes()).unwrap();
            data.write(|to| to.write_all(nasty.as_bytes())).unwrap();
            data.text("\u{1b}[1mour own\u{1b}[0m").unwrap();
            data.flush().unwrap();
            let shown = String::from_utf8(shared.0.lock().unwrap().clone()).unwrap();
            assert!(shown.ends_with("\u{1b}[1mour own\u{1b}[0m\n"), "{shown:?}");
            let others = shown.trim_end_matches("\u{1b}[1mour own\u{1b}[0m\n");
            let steers = others.contains(['\u{1b}', '\u{9b}', '\u{202e}']);
            assert_eq!(steers, !is_terminal, "{shown:?}");
        }
    }

    #[test]
    fn a_reader_that_left_is_told_apart_in_text_and_json() {
        let long = "x".repeat(100_000);
        assert!(matches!(
            Data::new(Gone, false).text(&long),
            Err(Failure::ReaderGone)
        ));
        assert!(matches!(
            Data::new(Gone, false).json(&long),
            Err(Failure::ReaderGone)
        ));
    }
}
