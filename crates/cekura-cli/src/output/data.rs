//! Standard output: data and nothing else.

use std::io::{BufWriter, Write};

use serde::Serialize;

use crate::failure::Failure;

/// Where data goes.
///
/// When whoever reads it goes away, writing fails with [`Failure::ReaderGone`].
pub(crate) struct Data {
    to: BufWriter<Box<dyn Write>>,
}

impl Data {
    pub(crate) fn new(to: impl Write + 'static) -> Self {
        Self {
            to: BufWriter::new(Box::new(to)),
        }
    }

    /// Writes `text` and ends the line, unless the text does.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Failure> {
        self.bytes(text.as_bytes())
    }

    /// Writes `bytes` and ends the line, unless they do.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.to.write_all(bytes)?;
        if !bytes.ends_with(b"\n") {
            self.to.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Writes `value` as JSON over several lines.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer_pretty(&mut self.to, value).map_err(std::io::Error::from)?;
        self.text("")
    }

    /// Writes `value` as JSON on one line.
    pub(crate) fn json_line(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.to, value).map_err(std::io::Error::from)?;
        self.text("")
    }

    /// Writes one entry of a JSON list that is written piece by piece; `first` opens the list.
    pub(crate) fn json_entry(
        &mut self,
        first: bool,
        value: &impl Serialize,
    ) -> Result<(), Failure> {
        self.to.write_all(if first { b"[\n" } else { b",\n" })?;
        serde_json::to_writer(&mut self.to, value).map_err(std::io::Error::from)?;
        Ok(())
    }

    /// Ends a JSON list that was written piece by piece.
    pub(crate) fn json_end(&mut self, empty: bool) -> Result<(), Failure> {
        self.text(if empty { "[]" } else { "\n]" })
    }

    /// For whoever writes piece by piece.
    pub(crate) fn writer(&mut self) -> &mut dyn Write {
        &mut self.to
    }

    /// Hands over what is written so far.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.to.flush()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;
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
            let mut data = Data::new(shared.clone());
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
    fn a_reader_that_left_is_told_apart_in_text_and_json() {
        let long = "x".repeat(100_000);
        assert!(matches!(
            Data::new(Gone).text(&long),
            Err(Failure::ReaderGone)
        ));
        assert!(matches!(
            Data::new(Gone).json(&long),
            Err(Failure::ReaderGone)
        ));
    }
}
