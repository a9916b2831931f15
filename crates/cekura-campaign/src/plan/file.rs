//! Reads and writes plan files.

use std::io::{self, BufReader, BufWriter, Read, Write};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::check::VERSION;
use super::error::PlanError;
use super::model::Plan;

impl Plan {
    /// Writes the plan as JSON, each call log on its own line.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) for an invalid plan, and for a shard, which would look like a whole plan in a file; an
    /// [I/O error](PlanError::io_error) if writing fails.
    pub fn write(&self, to: impl Write) -> Result<(), PlanError> {
        if let Some(part) = self.part {
            return Err(PlanError::usage(format!(
                "this is only shard {part} of a plan: write the whole plan, and choose the shard when you run it"
            )));
        }
        self.check()?;
        let mut out = BufWriter::new(to);
        let written = self.write_json(&mut out).and_then(|()| out.flush());
        written.map_err(|e| PlanError::io("the plan cannot be written", e))
    }

    fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        let Self {
            version,
            created_at,
            scope,
            operation,
            selection,
            not_listed,
            count_mismatch,
            logs,
            metrics,
            prices,
            digest,
            part: _,
        } = self;
        out.write_all(b"{\n")?;
        // First, so that readers can check it before the rest.
        field(out, "version", version)?;
        field(out, "created_at", created_at)?;
        field(out, "scope", scope)?;
        field(out, "operation", operation)?;
        field(out, "selection", selection)?;
        field(out, "not_listed", not_listed)?;
        if let Some(mismatch) = count_mismatch {
            field(out, "count_mismatch", mismatch)?;
        }
        field(out, "metrics", metrics)?;
        field(out, "prices", prices)?;
        field(out, "digest", digest)?;
        out.write_all(b"  \"call_logs\": [")?;
        for (n, log) in logs.iter().enumerate() {
            out.write_all(if n == 0 { b"\n    " } else { b",\n    " })?;
            serde_json::to_writer(&mut *out, log)?;
        }
        out.write_all(b"\n  ]\n}\n")
    }

    /// Reads a plan that [`write`](Self::write) wrote, and checks it: version, order and uniqueness of the ids, digest.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) if it is not a plan or was edited; an [I/O error](PlanError::io_error) if reading fails.
    pub fn read(from: impl Read) -> Result<Self, PlanError> {
        let plan: Self = serde_json::from_reader(BufReader::new(from)).map_err(unreadable)?;
        plan.check()?;
        Ok(plan)
    }
}

fn field(out: &mut impl Write, name: &str, value: &impl Serialize) -> io::Result<()> {
    write!(out, "  \"{name}\": ")?;
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b",\n")
}

fn unreadable(error: serde_json::Error) -> PlanError {
    if error.is_io() {
        return PlanError::io("the plan cannot be read", error.into());
    }
    let what = if error.is_eof() {
        "ends too early"
    } else {
        "is not valid"
    };
    PlanError::usage(format!("the plan {what} ({error}): plan again"))
}

/// Reads the version, and rejects another one before the rest is read.
pub(super) fn version<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    match u32::deserialize(from)? {
        VERSION => Ok(VERSION),
        other => Err(D::Error::custom(format!(
            "version {other}, where this release reads {VERSION}"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use cekura::{AssistantId, CallLogId, MetricId, Scope};

    use super::super::check::tests::plan_of;
    use super::super::model::PlannedCount;
    use super::*;
    use crate::shard::Shard;

    fn written(plan: &Plan) -> String {
        let mut out = Vec::new();
        plan.write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn plan() -> Plan {
        plan_of((5001..5004).map(CallLogId))
    }

    #[test]
    fn what_is_written_is_read() {
        let mut plan = plan();
        plan.scope = Scope::Assistant(AssistantId::new("asst_harbor_frontdesk"));
        plan.prices.metrics.insert(MetricId(71), 0.3);
        plan.logs[1].agent = None;
        plan.logs[2].time = None;
        plan.not_listed = 1;
        plan.count_mismatch = Some(PlannedCount {
            listed: 3,
            counted: 4,
        });
        plan.digest = plan.compute_digest();
        assert_eq!(Plan::read(written(&plan).as_bytes()).unwrap(), plan);
    }

    #[test]
    fn the_file_is_for_people_too() {
        let text = written(&plan());
        let digest = plan().digest;
        let expected = format!(
            r#"{{
  "version": 1,
  "created_at": "2026-03-01T08:00:00Z",
  "scope": {{"agent":310}},
  "operation": "all_metrics",
  "selection": "call logs of the last 30 days",
  "not_listed": 0,
  "metrics": [{{"id":71,"name":"Berth confirmed","call_logs":2}}],
  "prices": {{"default":"0.20","source":"{}"}},
  "digest": "{digest}",
  "call_logs": [
    {{"id":5001,"agent":310,"time":1772000000,"metrics":2}},
    {{"id":5002,"agent":310,"time":1772000000,"metrics":2}},
    {{"id":5003,"agent":310,"time":1772000000,"metrics":2}}
  ]
}}
"#,
            plan().prices.source
        );
        assert_eq!(text, expected);
    }

    #[test]
    fn a_part_is_not_written() {
        let error = plan()
            .shard(Shard::new(2, 8).unwrap())
            .write(Vec::new())
            .unwrap_err();
        assert!(
            error.is_usage() && error.to_string().contains("shard 2/8"),
            "{error}"
        );
        let mut broken = plan();
        broken.logs.pop();
        assert!(
            broken
                .write(Vec::new())
                .unwrap_err()
                .to_string()
                .contains("digest")
        );
    }

    #[test]
    fn what_is_no_plan_is_refused_with_what_to_do() {
        let good = written(&plan());
        for (text, expected) in [
            (String::new(), "ends too early"),
            (good[..good.len() / 2].to_owned(), "ends too early"),
            ("id\n5001\n".to_owned(), "is not valid"),
            ("[]".to_owned(), "is not valid"),
            (
                good.replace("\"version\": 1", "\"version\": 2"),
                "version 2, where this release reads 1",
            ),
            (good.replace("\"scope\"", "\"scope2\""), "scope"),
            (good.replace("5003,", "5009,"), "digest"),
            (
                good.replace("{\"id\":5003", "{\"id\":5002"),
                "call log 5002 twice",
            ),
            (format!("{good}{good}"), "trailing"),
        ] {
            let error = Plan::read(text.as_bytes()).unwrap_err();
            let words = error.to_string();
            assert!(
                error.is_usage() && words.contains(expected),
                "{expected}: {error}"
            );
            assert!(
                words.contains("plan again") || words.contains("planning again"),
                "{words}"
            );
        }
    }

    #[test]
    fn broken_pipes_and_disks_are_no_usage_errors() {
        struct Broken;
        impl Write for Broken {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk is full"))
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk is gone"))
            }
        }
        for error in [
            plan().write(Broken).unwrap_err(),
            Plan::read(Broken).unwrap_err(),
        ] {
            assert!(!error.is_usage() && error.io_error().is_some(), "{error}");
        }
    }
}
