//! Jobs: started by one operation, polled by another, ended by the clock.

use serde_json::Value;

use super::plan::Plan;
use super::shape::{Shape, fields, show, solid};
use crate::request::Progress;

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
#[derive(Clone, Debug)]
pub(super) struct Job<'c> {
    /// The operation that polls it.
    pub(super) poll: &'c str,
    /// The field of the reply that names it.
    pub(super) id: &'c str,
    status: Option<&'c str>,
    done: Vec<&'c str>,
    failed: Vec<&'c str>,
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
            done: words("done").collect(),
            failed: words("failed").collect(),
            counts,
        })
    }

    /// The field with the state, and the word for it.
    pub(super) fn status(
        &self,
        document: &'c Value,
        entry: &'c Value,
        progress: Progress,
    ) -> Option<(&'c str, &'c str)> {
        let field = self.status?;
        let first = |words: &[&'c str], or| words.first().copied().unwrap_or(or);
        let word = match progress {
            Progress::Done => first(&self.done, "completed"),
            Progress::Failed => first(&self.failed, "failed"),
            Progress::Running(_) => {
                let (_, schema) = fields(document, entry).find(|(name, _)| *name == field)?;
                let words = solid(document, schema)["enum"].as_array();
                let words = words.into_iter().flatten().filter_map(Value::as_str);
                let is_open =
                    |word: &&str| !self.done.contains(word) && !self.failed.contains(word);
                let open: Vec<&str> = words.filter(is_open).collect();
                let usual = RUNNING.iter().find(|word| open.contains(word));
                usual.copied().unwrap_or(first(&open, RUNNING[0]))
            }
        };
        Some((field, word))
    }

    /// The reply of the operation that polls it.
    pub(super) fn reply(
        &self,
        document: &'c Value,
        poll: &'c Plan<'c>,
        id: &str,
        progress: Progress,
    ) -> Value {
        let examples = &poll.operation.success.examples;
        let Shape::Object(entry) = poll.shape else {
            return examples.first().cloned().unwrap_or_default();
        };
        let status = self.status(document, entry, progress);
        let shows = |example: &&Value| status.is_some_and(|(field, word)| example[field] == word);
        let exact = examples.iter().find(shows);
        let state = exact.or(examples.first()).and_then(Value::as_object);
        let mut state = state.cloned().unwrap_or_default();
        if exact.is_none() && progress != Progress::Done {
            // What a job makes is there only once it is done.
            for (name, value) in &mut state {
                let counts = value.is_number() && self.counts.is_some();
                if !counts && !OWNERS.contains(&name.as_str()) {
                    *value = Value::Null;
                }
            }
        }
        if let Some([completed, failed, total]) = self.counts {
            let all = state.get(total).and_then(Value::as_u64).unwrap_or(1);
            let (done, lost) = match progress {
                Progress::Running(share) => ((all as f64 * share) as u64, 0),
                Progress::Done => (all, 0),
                Progress::Failed => (0, all),
            };
            let counted = [(completed, done), (failed, lost), (total, all)];
            state.extend(counted.map(|(field, count)| (field.to_owned(), count.into())));
        }
        state.extend(status.map(|(field, word)| (field.to_owned(), word.into())));
        state.insert(self.id.to_owned(), id.into());
        show(document, entry, &state, None)
    }
}
