//! Call logs as lines of JSON or rows of CSV.

use std::io::{self, BufReader, Read};

use cekura::CallLogId;
use cekura::types::{CallLog, CallLogSummary, MetricResult};
use serde::{Deserialize, Serialize};

use crate::cli::Rendering;
use crate::failure::Failure;
use crate::output::{harmless, record, value_text};

/// The columns of CSV: a promise to scripts. New ones are added at the end.
const COLUMNS: [&str; 26] = [
    "id",
    "call_id",
    "timestamp",
    "agent",
    "agent_name",
    "project",
    "status",
    "success",
    "is_reviewed",
    "feedback",
    "duration",
    "call_ended_reason",
    "dropoff_point",
    "topic",
    "customer_number",
    "error_message",
    "trace_id",
    "voice_recording_url",
    "created_at",
    "updated_at",
    "metrics_passed",
    "metrics_failed",
    "metrics",
    "metadata",
    "dynamic_variables",
    "transcript",
];

/// A call log that can be exported.
pub(crate) trait Exported: Serialize {
    fn metrics(&self) -> &[MetricResult];
}

impl Exported for CallLog {
    fn metrics(&self) -> &[MetricResult] {
        self.metrics()
    }
}

impl Exported for CallLogSummary {
    fn metrics(&self) -> &[MetricResult] {
        self.metrics()
    }
}

/// How call logs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    Lines,
    Csv,
}

impl Rows {
    pub(crate) fn new(format: Rendering) -> Self {
        match format {
            Rendering::Csv => Self::Csv,
            _ => Self::Lines,
        }
    }

    /// Returns what is before the first call log.
    pub(crate) fn heading(self) -> Result<Vec<u8>, Failure> {
        let mut text = Vec::new();
        if self == Self::Csv {
            record(&mut text, COLUMNS)?;
        }
        Ok(text)
    }

    /// Appends one call log to `text`.
    pub(crate) fn add(self, text: &mut Vec<u8>, log: &impl Exported) -> Result<(), Failure> {
        if self == Self::Lines {
            serde_json::to_writer(&mut *text, log).map_err(io::Error::from)?;
            text.push(b'\n');
            return Ok(());
        }
        let metrics = log.metrics();
        let fields = serde_json::to_value(log).map_err(io::Error::from)?;
        let count = |wanted| {
            let with = metrics
                .iter()
                .filter(|metric| metric.passed() == Some(wanted));
            with.count().to_string()
        };
        let mut cells = Vec::with_capacity(COLUMNS.len());
        for column in COLUMNS {
            cells.push(match column {
                "metrics_passed" => count(true),
                "metrics_failed" => count(false),
                "metrics" => serde_json::to_string(metrics).map_err(io::Error::from)?,
                column => harmless(&value_text(fields.get(column), ", ")),
            });
        }
        record(text, cells)
    }

    /// Reads the ids of call logs back, from rows without the heading.
    pub(crate) fn ids(self, rows: impl Read, mut each: impl FnMut(CallLogId)) -> io::Result<()> {
        match self {
            Self::Lines => {
                let lines = serde_json::Deserializer::from_reader(BufReader::new(rows));
                for line in lines.into_iter::<Named>() {
                    each(line?.id);
                }
            }
            Self::Csv => {
                let mut rows = csv::ReaderBuilder::new()
                    .has_headers(false)
                    .from_reader(rows);
                let mut row = csv::ByteRecord::new();
                while rows.read_byte_record(&mut row)? {
                    let id = row.get(0).and_then(|id| std::str::from_utf8(id).ok());
                    let id = id.and_then(|id| id.parse().ok());
                    let id: i64 = id.ok_or_else(|| io::Error::other("a row has no id"))?;
                    each(CallLogId(id));
                }
            }
        }
        Ok(())
    }
}

/// What is read back of a line.
#[derive(Deserialize)]
struct Named {
    id: CallLogId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn log(fields: Value) -> CallLogSummary {
        serde_json::from_value(fields).unwrap()
    }

    fn written(rows: Rows) -> Vec<u8> {
        let mut text = Vec::new();
        for fields in [
            json!({ "id": 5002, "call_id": "=1+1", "success": true, "transcript": "[00:01] a, \"b\"\n[00:02] c" }),
            json!({ "id": 5001, "metrics": [{ "id": 71, "passed": false }, { "id": 72, "score": 3 }] }),
        ] {
            rows.add(&mut text, &log(fields)).unwrap();
        }
        text
    }

    #[test]
    fn rows_have_the_columns_of_the_heading() {
        let mut table = csv::Reader::from_reader(std::io::Cursor::new(
            [Rows::Csv.heading().unwrap(), written(Rows::Csv)].concat(),
        ));
        assert_eq!(table.headers().unwrap(), &COLUMNS[..]);
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        let of = |row: usize, name: &str| {
            let column = COLUMNS.iter().position(|column| *column == name).unwrap();
            rows[row][column].to_owned()
        };
        assert_eq!(of(0, "call_id"), "'=1+1");
        assert_eq!(of(0, "success"), "true");
        assert_eq!(of(0, "transcript"), "[00:01] a, \"b\"\n[00:02] c");
        assert_eq!(
            (of(1, "metrics_passed"), of(1, "metrics_failed")),
            ("0".to_owned(), "1".to_owned())
        );
        let metrics: Value = serde_json::from_str(&of(1, "metrics")).unwrap();
        assert_eq!(metrics[0]["id"], 71);
    }

    #[test]
    fn ids_are_read_back() {
        for rows in [Rows::Lines, Rows::Csv] {
            let mut ids = Vec::new();
            rows.ids(&written(rows)[..], |id| ids.push(id.0)).unwrap();
            assert_eq!(ids, [5002, 5001], "{rows:?}");
            let cut = written(rows);
            let edited = [b"nonsense\n", &cut[..]].concat();
            assert!(rows.ids(&edited[..], |_| ()).is_err(), "{rows:?}");
        }
    }
}
