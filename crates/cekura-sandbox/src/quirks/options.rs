//! All settings, with their defaults and the reason for each default.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::settings::{
    self, BusyStatus, EvaluationTime, FinishedStatus, JobOutcome, ListCount, NextLink,
    OutOfCredits, OverlappingRerun, RetryAfterForm, Traces,
};
use crate::corruption::Corruption;

/// The settings of a sandbox. `Quirks::default()` follows the service's documentation; each field gives the reason.
///
/// ```
/// use cekura_sandbox::{Visibility, Quirks, Traces};
///
/// let quirks = Quirks {
///     unreviewed: Traces { status: Visibility::Never, ..Traces::unreviewed() },
///     ..Quirks::default()
/// };
/// assert_ne!(quirks, Quirks::default());
/// ```
///
/// As JSON (control route `/__sandbox/quirks`) every field may be left out; times are in milliseconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quirks {
    /// What a re-evaluation shows on call logs that no human has reviewed.
    /// Default: `status` and `success` change at once (the documentation says that `success` is set to null
    /// *before* the evaluation begins, and live responses show `evaluating`); `updated_at` moves at both ends,
    /// as every save moves it.
    pub unreviewed: Traces,
    /// What a re-evaluation shows on reviewed call logs. Default: only `updated_at` moves, at the end; the documentation
    /// says that the reviewer's outcome is kept.
    pub reviewed: Traces,
    /// The delay of [`Visibility::Delayed`](crate::Visibility::Delayed). Default: 2 s.
    #[serde(with = "settings::millis")]
    pub visibility_delay: Duration,
    /// The status during an evaluation. Default: `evaluating`, the one in live responses.
    pub busy_status: BusyStatus,
    /// The statuses after an evaluation. Default: `success` and `failure`, the documented ones; the text about the list
    /// names `completed` and `failed`.
    pub finished_status: FinishedStatus,
    /// The duration of an evaluation. Default: [`SandboxBuilder::evaluation_time`](crate::SandboxBuilder::evaluation_time), varied by up to a
    /// third for each call log.
    pub evaluation_time: EvaluationTime,
    /// Evaluations of call logs whose id is divisible by this never end. Default: none. No time limit is documented, so a
    /// client needs its own.
    pub stuck_every: Option<u64>,
    /// For call logs whose id is divisible by this, no metric applies to the call: the evaluation ends in
    /// status `success` with `success` null. Default: none. The documented triggers and sampling make it possible.
    pub not_applicable_every: Option<u64>,
    /// What happens to a re-evaluation of a log that is being evaluated. Default: it is queued and paid for
    /// again, the most expensive case for a client that sends twice. Not documented.
    pub overlapping_rerun: OverlappingRerun,
    /// An accepted batch silently skips call logs whose id is divisible by this. Default: none.
    pub passed_over_every: Option<u64>,
    /// Whether `evaluate_metrics` evaluates every metric of the agent instead of the requested ones. Default: false. The
    /// service names this as a known issue in one of its tools.
    pub ignores_metrics_filter: bool,
    /// Whether a call that is sent with a known `call_id` becomes another call log, at the same cost, instead of 409. Default:
    /// false; the service has this setting for each project.
    pub allow_duplicate_call_ids: bool,
    /// What happens when there are not enough credits. Default: 402 before any work, as the documentation says
    /// for `evaluate_metrics`.
    pub out_of_credits: OutOfCredits,
    /// How jobs end, such as the generation of scenarios. Running jobs follow a change. Default: they are done.
    pub job_outcome: JobOutcome,
    /// The number of newest call logs that are in their first evaluation when the sandbox starts. Applied at the start and
    /// on reset only. Default: 0.
    pub first_pass: u64,
    /// The probability (0.0 to 1.0) that the judge makes an error: a yes-or-no verdict is inverted, any other is drawn
    /// again. Each evaluation of each metric is an independent draw, including the one from before the start, so errors
    /// have no bias. Verdicts from before the start use the value at the start and on reset.
    /// Default: 0; how consistent the service's verdicts are is not documented. Also
    /// [`SandboxBuilder::judge_error_rate`](crate::SandboxBuilder::judge_error_rate).
    pub judge_error_rate: f64,
    /// Whether the verdicts from before the start were made by the current versions of the metrics. If true, only judge
    /// errors and edits change a verdict. Applied at the start and on reset only. Default: false; two of the five metrics of an
    /// agent were edited after their verdicts.
    pub starts_up_to_date: bool,
    /// The lag of the list behind the current state. Default: 0.
    #[serde(with = "settings::millis")]
    pub list_lag: Duration,
    /// The lag of single reads behind the current state, as with a database replica. Responses to paid requests have no
    /// lag. Default: 0.
    #[serde(with = "settings::millis")]
    pub single_lag: Duration,
    /// The list never shows call logs whose id is divisible by this. Default: none.
    pub list_hides_every: Option<u64>,
    /// The list's `count`. Default: present. In live responses it is missing or 0.
    pub list_count: ListCount,
    /// This page of the list, counted from 1, is empty although it has a `next`; its entries are on the following page.
    /// Default: none.
    pub list_empty_page: Option<u64>,
    /// This page of the list is 404 although the page before links to it. Default: none.
    pub list_missing_page: Option<u64>,
    /// Whether the last page of the list has a `next`, which is 404. Default: false.
    pub list_promises_more: bool,
    /// The number of call logs inserted at the head of the list before each page after the first, so that the last entries
    /// of the previous page are repeated. If negative, as many are removed, so that entries are skipped. Default: 0.
    pub list_shift: i64,
    /// Where `next` and `previous` point. Default: to this sandbox.
    pub list_next: NextLink,
    /// Whether `evaluation` and `transcript_object` in the list are strings that contain JSON, as its schema declares.
    /// Default: false, as live responses have objects.
    pub list_nested_as_text: bool,
    /// Whether the list requires `agent_id`, `project_id` or `assistant_id` from a key of the whole organization.
    /// Default: true, as documented.
    pub list_requires_scope: bool,
    /// Whether the list covers the last 30 days by default and refuses ranges of more than 33 days.
    /// Default: true, as documented.
    pub list_window: bool,
    /// The largest page; a larger `page_size` is silently reduced. Default: 200, the largest that is known to work.
    pub max_page_size: u64,
    /// Call logs, by id, with invalid JSON in the list, in single reads and in responses to paid requests.
    /// Default: none. As JSON: `{"5001": "half_character"}`.
    pub corrupted: BTreeMap<i64, Corruption>,
    /// The idle time, in real time, after which a kept-alive connection is reset (TCP RST) by its next request. The request
    /// is not read and does no work. Zero resets every connection that is used again. Default: none.
    /// [`Sandbox::unread_requests`](crate::Sandbox::unread_requests) counts these requests.
    #[serde(with = "settings::millis_or_null")]
    pub closes_unread_after: Option<Duration>,
    /// The form of `Retry-After` on 429. Default: seconds. Not documented.
    pub retry_after: RetryAfterForm,
}

impl Default for Quirks {
    fn default() -> Self {
        Self {
            unreviewed: Traces::unreviewed(),
            reviewed: Traces::reviewed(),
            visibility_delay: Duration::from_secs(2),
            busy_status: BusyStatus::Evaluating,
            finished_status: FinishedStatus::Documented,
            evaluation_time: EvaluationTime::Varied,
            stuck_every: None,
            not_applicable_every: None,
            overlapping_rerun: OverlappingRerun::Queue,
            passed_over_every: None,
            ignores_metrics_filter: false,
            allow_duplicate_call_ids: false,
            out_of_credits: OutOfCredits::Refuse,
            job_outcome: JobOutcome::Done,
            first_pass: 0,
            judge_error_rate: 0.0,
            starts_up_to_date: false,
            list_lag: Duration::ZERO,
            single_lag: Duration::ZERO,
            list_hides_every: None,
            list_count: ListCount::Present,
            list_empty_page: None,
            list_missing_page: None,
            list_promises_more: false,
            list_shift: 0,
            list_next: NextLink::Here,
            list_nested_as_text: false,
            list_requires_scope: true,
            list_window: true,
            max_page_size: 200,
            corrupted: BTreeMap::new(),
            closes_unread_after: None,
            retry_after: RetryAfterForm::Seconds,
        }
    }
}

/// Returns whether an `…_every` setting applies to the call log `id`.
pub(crate) fn picks(every: Option<u64>, id: i64) -> bool {
    every.is_some_and(|n| n > 0 && id.unsigned_abs().is_multiple_of(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quirks_survive_json_and_may_be_partial() {
        for (name, quirks) in Quirks::variations().into_iter().chain(Quirks::hostile()) {
            let text = serde_json::to_string(&quirks).unwrap();
            let back: Quirks = serde_json::from_str(&text).unwrap();
            assert_eq!(back, quirks, "{name}: {text}");
        }
        let partial: Quirks = serde_json::from_str(r#"{"busy_status": "queued"}"#).unwrap();
        assert_eq!(partial.busy_status, BusyStatus::Queued);
        assert!(serde_json::from_str::<Quirks>(r#"{"bussy": 1}"#).is_err());
    }

    #[test]
    fn every_picks_multiples_only() {
        assert!(picks(Some(4), 5004));
        assert!(!picks(Some(4), 5005));
        assert!(!picks(None, 5004));
        assert!(!picks(Some(0), 5004));
    }
}
