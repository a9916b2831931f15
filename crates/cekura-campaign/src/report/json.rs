//! The report as JSON, and the schema of that.

use std::io::{self, Write};

use serde_json::Value;

use super::model::Report;
use super::publish::Published;

/// Writes the report as JSON, indented, with a line break at the end. [`schema`] describes it.
///
/// # Errors
/// Those of writing to `out`.
pub fn json(report: &Published, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report.report())?;
    out.write_all(b"\n")
}

/// The JSON Schema (draft 2020-12) of what [`json`] writes.
#[must_use]
pub fn schema() -> Value {
    schemars::schema_for!(Report).to_value()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_schema_is_what_was_promised() {
        insta::assert_json_snapshot!("schema", schema());
    }

    #[test]
    fn what_is_written_reads_back_as_the_same_report() {
        let published = sample::report().publish_with_transcripts();
        let mut written = Vec::new();
        json(&published, &mut written).unwrap();
        assert!(written.ends_with(b"}\n"));
        let read: Report = serde_json::from_slice(&written).unwrap();
        assert_eq!(&read, published.report());
        assert_eq!(read.version, Report::VERSION);
    }
}
