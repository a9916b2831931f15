//! Jobs: started by one operation, polled by another, ended by the clock.

use std::time::Duration;

use cekura_schema::resolve;
use serde_json::{Map, Value};

use super::plan::Plan;
use super::shape::{Shape, fields, show, solid};
use crate::timestamp::Timestamp;

/// Words for a job that has not ended, the likeliest first.
const RUNNING: [&str; 6] = [
    "in_progress",
    "running",
    "processing",
    "generating",
    "pending",
    "queued",
];

/// The fields that say whose job it is.
const OWNERS: [&str; 2] = ["agent_id", "project_id"];

/// How a job is polled, and how its state reads: `x-cekura-job`.
#[derive(Debug)]
pub(super) struct Job<'c> {
    /// The operation that polls it.
    pub(super) poll: &'c str,
    /// The field of the reply, and the parameter of the poll, that name it.
    pub(super) id: &'c str,
    status: Option<&'c str>,
    done: &'c str,
    ended: Vec<&'c str>,
    /// The fields that count: completed, failed, total.
    counts: Option<[&'c str; 3]>,
}

impl<'c> Job<'c> {
    /// `None` if the operation starts no job.
    pub(super) fn read(declared: &'c Value) -> Option<Self> {
        let words = |name: &str| {
            let list = declared[name].as_array().into_iter().flatten();
            list.chain(declared.get(name)).filter_map(Value::as_str)
        };
        let counts = declared["done_when"].as_str().and_then(|condition| {
            let (ended, total) = condition.split_once(">=")?;
            let (completed, failed) = ended.split_once('+')?;
            Some([completed.trim(), failed.trim(), total.trim()])
        });
        Some(Self {
            poll: declared["poll"].as_str()?,
            id: declared["id"].as_str()?,
            status: declared["status"].as_str(),
            done: words("done").next().unwrap_or("completed"),
            ended: words("done").chain(words("failed")).collect(),
            counts,
        })
    }

    /// The field with the state, and the word for it.
    pub(super) fn status(
        &self,
        document: &'c Value,
        entry: &'c Value,
        is_done: bool,
    ) -> Option<(&'c str, &'c str)> {
        let field = self.status?;
        if is_done {
            return Some((field, self.done));
        }
        let (_, schema) = fields(document, entry).find(|(name, _)| *name == field)?;
        let words = solid(document, schema)["enum"]
            .as_array()
            .into_iter()
            .flatten();
        let open: Vec<&str> = words
            .filter_map(Value::as_str)
            .filter(|word| !self.ended.contains(word))
            .collect();
        let usual = RUNNING.iter().find(|word| open.contains(word));
        Some((field, usual.or(open.first()).unwrap_or(&RUNNING[0])))
    }

    /// The reply of the operation that polls it.
    pub(super) fn progress(
        &self,
        document: &'c Value,
        poll: &'c Plan<'c>,
        id: &Value,
        share: f64,
    ) -> Value {
        let is_done = share >= 1.0;
        let Shape::Object(entry) = poll.shape else {
            return poll
                .operation
                .success
                .examples
                .first()
                .cloned()
                .unwrap_or_default();
        };
        let status = self.status(document, entry, is_done);
        let examples = &poll.operation.success.examples;
        let shows = |example: &&Value| status.is_some_and(|(field, word)| example[field] == word);
        let exact = examples.iter().find(shows);
        let mut state: Map<String, Value> = exact
            .or(examples.first())
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        if exact.is_none() && !is_done {
            // What a job has made is not there before it ends.
            let counts = |value: &Value| value.is_number() && self.counts.is_some();
            for (name, value) in &mut state {
                if !counts(value) && !OWNERS.contains(&name.as_str()) {
                    *value = Value::Null;
                }
            }
        }
        if let Some([completed, failed, total]) = self.counts {
            let all = state.get(total).and_then(Value::as_u64).unwrap_or(1);
            let some = (all as f64 * share.min(1.0)) as u64;
            let counted = [(completed, some), (failed, 0), (total, all)];
            state.extend(counted.map(|(field, count)| (field.to_owned(), count.into())));
        }
        if let Some((field, word)) = status {
            state.insert(field.to_owned(), word.into());
        }
        state.insert(self.id.to_owned(), id.clone());
        show(document, resolve(document, entry), &state, None)
    }
}

/// How much of the job is done.
pub(super) fn share(started: Timestamp, now: Timestamp, takes: Duration) -> f64 {
    if takes.is_zero() {
        return 1.0;
    }
    now.since(started).as_secs_f64() / takes.as_secs_f64()
}
