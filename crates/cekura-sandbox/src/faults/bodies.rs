//! Large bodies: many repeated values, long strings, plain and compressed.

use std::io::{self, Write as _};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

const MEBIBYTE: usize = 1 << 20;
/// The number of units that are written at once.
const PIECE: usize = 16 * 1_024;

/// The repeated value of a large body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RepeatedValue {
    /// `{}`
    Object,
    /// `[]`
    Array,
    /// `null`
    Null,
    /// `0`
    Zero,
}

impl RepeatedValue {
    #[cfg(test)]
    const ALL: [Self; 4] = [Self::Object, Self::Array, Self::Null, Self::Zero];

    fn text(self) -> &'static str {
        match self {
            Self::Object => "{}",
            Self::Array => "[]",
            Self::Null => "null",
            Self::Zero => "0",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Object => "object",
            Self::Array => "array",
            Self::Null => "null",
            Self::Zero => "zero",
        }
    }
}

/// A body of `head`, `unit` repeated to so many MiB, and `tail`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bulk {
    head: &'static str,
    unit: String,
    tail: &'static str,
}

impl Bulk {
    /// White space.
    pub(crate) fn spaces() -> Self {
        Self {
            head: "",
            unit: " ".to_owned(),
            tail: "",
        }
    }

    /// The JSON of a refusal with one long text.
    pub(crate) fn long_detail() -> Self {
        Self {
            head: "{\"detail\":\"",
            unit: "x".to_owned(),
            tail: "\"}",
        }
    }

    /// Repeated values: as a page of a list, as an array, or, in a refusal, as its details.
    pub(crate) fn repeated(value: RepeatedValue, refusal: bool, page: bool) -> Self {
        let (head, tail) = match (refusal, page) {
            (true, _) => ("{\"detail\":[", "0]}"),
            (false, true) => (
                "{\"count\":1,\"next\":null,\"previous\":null,\"results\":[",
                "0]}",
            ),
            (false, false) => ("[", "0]"),
        };
        Self {
            head,
            unit: format!("{},", value.text()),
            tail,
        }
    }

    /// Returns the body with `mebibytes` MiB of units.
    pub(crate) fn plain(&self, mebibytes: usize) -> Bytes {
        let body = [
            self.head,
            &self.unit.repeat(self.count(mebibytes)),
            self.tail,
        ];
        body.concat().into()
    }

    /// Returns the body compressed with gzip, less than a hundredth of the size.
    ///
    /// # Errors
    /// If compression fails, which is not expected in memory.
    pub(crate) fn gzipped(&self, mebibytes: usize) -> io::Result<Bytes> {
        let mut file = GzEncoder::new(Vec::new(), Compression::fast());
        file.write_all(self.head.as_bytes())?;
        let piece = self.unit.repeat(PIECE);
        let count = self.count(mebibytes);
        for _ in 0..count / PIECE {
            file.write_all(piece.as_bytes())?;
        }
        file.write_all(self.unit.repeat(count % PIECE).as_bytes())?;
        file.write_all(self.tail.as_bytes())?;
        Ok(file.finish()?.into())
    }

    /// Returns the head, and a piece of the body that can be repeated.
    pub(crate) fn endless(&self) -> (Bytes, Bytes) {
        let piece = self.unit.repeat(PIECE);
        (Bytes::from_static(self.head.as_bytes()), piece.into())
    }

    fn count(&self, mebibytes: usize) -> usize {
        mebibytes.max(1) * MEBIBYTE / self.unit.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn repeated_values_are_json() {
        for value in RepeatedValue::ALL {
            assert_eq!(serde_json::to_value(value).unwrap(), value.name());
            let page = Bulk::repeated(value, false, true).plain(1);
            let page: Value = serde_json::from_slice(&page).unwrap();
            assert!(page["results"].as_array().unwrap().len() > 200_000);
            let list = Bulk::repeated(value, false, false).plain(1);
            assert!(serde_json::from_slice::<Value>(&list).unwrap().is_array());
            let refusal = Bulk::repeated(value, true, true).plain(1);
            let refusal: Value = serde_json::from_slice(&refusal).unwrap();
            assert!(refusal["detail"].is_array());
        }
    }

    #[test]
    fn what_is_packed_is_small_and_comes_out_as_it_was() {
        for bulk in [
            Bulk::spaces(),
            Bulk::long_detail(),
            Bulk::repeated(RepeatedValue::Object, false, true),
        ] {
            let packed = bulk.gzipped(3).unwrap();
            assert!(packed.len() < 3 * MEBIBYTE / 100, "{} bytes", packed.len());
            let mut text = Vec::new();
            let mut reader = flate2::read::GzDecoder::new(&packed[..]);
            io::Read::read_to_end(&mut reader, &mut text).unwrap();
            assert!(text == bulk.plain(3), "{bulk:?}");
        }
    }
}
