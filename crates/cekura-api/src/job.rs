//! The jobs that operations start, and when they have ended.

use serde_json::Value;

use crate::Operation;
use crate::scalars::lenient::{Decoded, Lenient as _};

/// How the job that an operation starts is polled, and when it has ended: `x-cekura-job` in `openapi.yaml`.
///
/// [`operations`](crate::operations) has one constant for each, such as
/// [`ALERTS_SUMMARIZE_JOB`](crate::operations::ALERTS_SUMMARIZE_JOB).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct JobRule {
    /// The operation that starts the job.
    pub start: &'static Operation,
    /// The operation that reads its progress.
    pub poll: &'static Operation,
    /// The field with the job's id in the response to the start.
    pub id: &'static str,
    /// The parameter of `poll` that takes the id.
    pub parameter: &'static str,
    /// When the job has ended.
    pub end: JobEnd,
}

impl JobRule {
    /// Returns the job's id in the response to the start; `None` if there is none.
    #[must_use]
    pub fn id_in(&self, started: &Value) -> Option<String> {
        Some(text(started, self.id)).filter(|id| !id.is_empty())
    }

    /// Returns whether the path of `poll` has the id; else it is a query parameter.
    #[must_use]
    pub fn is_id_in_path(&self) -> bool {
        self.poll.path.contains(&format!("{{{}}}", self.parameter))
    }
}

/// How a response to a poll shows that a job has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JobEnd {
    /// A field has one of these words, in any letter case. Any other word means that the job is running.
    Status {
        /// The field.
        field: &'static str,
        /// The words of a job that is done.
        done: &'static [&'static str],
        /// The words of a job that failed.
        failed: &'static [&'static str],
    },
    /// Two counts have reached the total together. A total of 0 means that the job is running. If all failed, the job failed.
    Counts {
        /// The field that counts what was completed.
        completed: &'static str,
        /// The field that counts what failed.
        failed: &'static str,
        /// The field with the total.
        total: &'static str,
    },
}

impl JobEnd {
    /// Returns the state that a response to a poll shows, and what the service calls it: a status or counts, such as `pending`
    /// or `2 of 3`; empty if it shows neither.
    ///
    /// ```
    /// use cekura_api::{JobState, operations::ALERTS_SUMMARIZE_JOB};
    ///
    /// let polled = serde_json::json!({"status": "completed"});
    /// assert_eq!(ALERTS_SUMMARIZE_JOB.end.state(&polled), (JobState::Done, "completed".to_owned()));
    /// ```
    #[must_use]
    pub fn state(&self, reply: &Value) -> (JobState, String) {
        match *self {
            Self::Status {
                field,
                done,
                failed,
            } => {
                let status = text(reply, field);
                let is = |words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(&status));
                let state = match (is(done), is(failed)) {
                    (true, _) => JobState::Done,
                    (_, true) => JobState::Failed,
                    _ => JobState::Running,
                };
                (state, status)
            }
            Self::Counts {
                completed,
                failed,
                total,
            } => {
                let count = |name: &str| reply.get(name).and_then(whole);
                let failed = count(failed).unwrap_or_default();
                let ended = count(completed).unwrap_or_default().saturating_add(failed);
                let Some(total) = count(total) else {
                    return (JobState::Running, String::new());
                };
                let state = match total > 0 && ended >= total {
                    true if failed >= total => JobState::Failed,
                    true => JobState::Done,
                    false => JobState::Running,
                };
                (state, format!("{ended} of {total}"))
            }
        }
    }
}

/// The state of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JobState {
    /// It has not ended, or its status is not known.
    Running,
    /// It ended with its result.
    Done,
    /// It ended without a result.
    Failed,
}

/// A field as text; empty if it is absent or null.
fn text(object: &Value, field: &str) -> String {
    match object.get(field) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.trim().to_owned(),
        // `21.0` is 21.
        Some(value) => whole(value).map_or_else(|| value.to_string(), |number| number.to_string()),
    }
}

/// A whole number, by the rules for the fields of models.
fn whole(value: &Value) -> Option<i64> {
    match i64::lenient(value) {
        Ok(Decoded::Value(number)) => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::operations;

    #[test]
    fn an_unknown_status_means_that_it_is_running() {
        let end = JobEnd::Status {
            field: "status",
            done: &["completed"],
            failed: &["failed"],
        };
        for (status, expected, shown) in [
            (json!("completed"), JobState::Done, "completed"),
            (json!("COMPLETED"), JobState::Done, "COMPLETED"),
            (json!("failed"), JobState::Failed, "failed"),
            (json!("resting"), JobState::Running, "resting"),
            (json!(3), JobState::Running, "3"),
            (json!(null), JobState::Running, ""),
        ] {
            let state = end.state(&json!({ "status": status }));
            assert_eq!(state, (expected, shown.to_owned()));
        }
        assert_eq!(end.state(&json!([])), (JobState::Running, String::new()));
    }

    #[test]
    fn counts_end_a_job_when_they_reach_a_total_above_0() {
        let end = JobEnd::Counts {
            completed: "completed",
            failed: "failed",
            total: "total",
        };
        let of = |completed: i64, failed: i64, total: Value| {
            end.state(&json!({"completed": completed, "failed": failed, "total": total}))
        };
        assert_eq!(of(1, 1, json!(3)), (JobState::Running, "2 of 3".to_owned()));
        assert_eq!(of(2, 1, json!(3)), (JobState::Done, "3 of 3".to_owned()));
        assert_eq!(of(0, 3, json!(3)), (JobState::Failed, "3 of 3".to_owned()));
        assert_eq!(of(i64::MAX, 1, json!(3)).0, JobState::Done);
        assert_eq!(of(0, 0, json!(0)), (JobState::Running, "0 of 0".to_owned()));
        assert_eq!(of(2, 1, json!(null)), (JobState::Running, String::new()));
        for total in [json!("3"), json!(3.0)] {
            assert_eq!(of(2, 1, total), (JobState::Done, "3 of 3".to_owned()));
        }
    }

    #[test]
    fn a_started_job_has_an_id() {
        let job = operations::DEEP_RESEARCH_INSIGHTS_GENERATE_JOB;
        assert!(job.is_id_in_path());
        for id in [json!(21), json!(21.0), json!("21"), json!(" 21 ")] {
            assert_eq!(job.id_in(&json!({ "id": id })).as_deref(), Some("21"));
        }
        assert_eq!(job.id_in(&json!({"id": "021"})).as_deref(), Some("021"));
        for none in [json!({}), json!({"id": null}), json!({"id": ""}), json!([])] {
            assert_eq!(job.id_in(&none), None, "{none}");
        }
    }
}
