//! All settings, with their defaults and the reason for each default.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::settings::{
    self, BusyRerun, BusyStatus, EvaluationTime, FinishedStatus, ListCount, NextLink, OutOfCredits,
    RetryAfterForm, Traces,
};
use crate::poison::Poison;

/// The settings of a sandbox. `Knobs::default()` follows the service's documentation; each field gives the reason.
///
/// ```
/// use cekura_sandbox::{Appears, Knobs, Traces};
///
/// let knobs = Knobs {
///     unreviewed: Traces { status: Appears::Never, ..Traces::unreviewed() },
///     ..Knobs::default()
/// };
/// assert_ne!(knobs, Knobs::default());
/// ```
///
/// As JSON (control route `/__sandbox/knobs`) every field may be left out; times are in milliseconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Knobs {
    /// What a re-evaluation shows on call logs that no human has reviewed.
    /// Default: `status` and `success` change at once (the documentation says that `success` is set to null
    /// *before* the evaluation begins, and live replies show `evaluating`); `updated_at` moves at both ends,
    /// as every save moves it.
    pub unreviewed: Traces,
    /// The same for reviewed logs. Default: only `updated_at` moves, at the end: the documentation says that
    /// the human's outcome stays.
    pub reviewed: Traces,
    /// How much later [`Appears::Later`](crate::Appears::Later) is. Default: 2 s.
    #[serde(with = "settings::millis")]
    pub later: Duration,
    /// The word for "not finished". Default: `evaluating`, the one seen in live replies.
    pub busy_status: BusyStatus,
    /// The words for "finished". Default: `success` and `failure`, the documented ones; the list's own text
    /// speaks of `completed` and `failed`.
    pub finished_status: FinishedStatus,
    /// Whether an evaluation takes time. Default: yes, the time given to
    /// [`Builder::judge_time`](crate::Builder::judge_time), a third more or less for each log.
    pub evaluation_time: EvaluationTime,
    /// Evaluations of call logs whose id is divisible by this never end. Default: none; nothing documents a
    /// time limit, so a client needs its own.
    pub stuck_every: Option<u64>,
    /// For call logs whose id is divisible by this, no metric applies to the call: the evaluation ends in
    /// status `success` with `success` null. Default: none, although the service documents triggers and
    /// sampling, which make that possible.
    pub not_applicable_every: Option<u64>,
    /// What happens to a re-evaluation of a log that is being evaluated. Default: it queues up and is paid for
    /// again, the worst for a client that sends twice; the documentation says nothing.
    pub rerun_of_busy: BusyRerun,
    /// Of an accepted batch, the call logs whose id is divisible by this are silently skipped.
    /// Default: none.
    pub passed_over_every: Option<u64>,
    /// `evaluate_metrics` evaluates every metric of the agent, whatever was asked for. Default: false; the service
    /// names this as a known issue in one of its tools.
    pub ignores_metrics_filter: bool,
    /// What happens when there are not enough credits. Default: 402 before any work, as the documentation says
    /// for `evaluate_metrics`.
    pub out_of_credits: OutOfCredits,
    /// How many of the newest call logs are still in their first evaluation when the sandbox starts. Read at
    /// the start and on reset only. Default: 0.
    pub first_pass: u64,
    /// How likely (0.0 to 1.0) a verdict differs from what the metric's version makes of the call log without noise:
    /// a yes becomes a no or the other way round, any other answer is drawn anew. Each evaluation of each metric is an
    /// independent draw, the one from before the start too, so noise has no bias. The verdicts from before the
    /// start go by the value at the start and on reset. Default: 0; nothing documents how steady the service's judge
    /// is. Also [`Builder::judge_noise`](crate::Builder::judge_noise).
    pub noise: f64,
    /// The verdicts from before the start were made by the versions that the metrics have at the start, so that
    /// without an edit nothing but noise changes a verdict. Read at the start and on reset only. Default: false; two
    /// of the five metrics of an agent were edited after they had judged.
    pub starts_up_to_date: bool,
    /// How far the list lags behind what was done. Default: 0.
    #[serde(with = "settings::millis")]
    pub list_lag: Duration,
    /// How far a single call log lags behind what was done when it is read, as a copy of a database does. The replies
    /// to paid requests do not. Default: 0.
    #[serde(with = "settings::millis")]
    pub single_lag: Duration,
    /// The list never shows call logs whose id is divisible by this. Default: none.
    pub list_hides_every: Option<u64>,
    /// The list's `count`. Default: present; live replies leave it out or say 0.
    pub list_count: ListCount,
    /// This page of the list, counted from 1, is empty although `next` leads on; what would be on it comes one page
    /// later. Default: none.
    pub list_empty_page: Option<u64>,
    /// This page of the list is 404 although the page before links to it. Default: none.
    pub list_missing_page: Option<u64>,
    /// The last page of the list has a `next` that is 404. Default: false.
    pub list_promises_more: bool,
    /// The list shifts between pages: before each page after the first, this many call logs are inserted at its head, so that
    /// the last ones of the page before are repeated. If negative, as many are removed, and as many are skipped. Default: 0.
    pub list_shift: i64,
    /// Where `next` and `previous` point. Default: to this sandbox.
    pub list_next: NextLink,
    /// The list gives `evaluation` and `transcript_object` as strings that hold JSON, as its schema declares
    /// them. Default: false, as live replies have objects.
    pub list_nested_as_text: bool,
    /// The list requires `agent_id`, `project_id` or `assistant_id` from a key of the whole organization.
    /// Default: true, as documented.
    pub list_requires_scope: bool,
    /// The list shows the last 30 days unless asked otherwise, and refuses more than 33 days at once.
    /// Default: true, as documented.
    pub list_window: bool,
    /// The largest page; a larger `page_size` is silently reduced. Default: 200, the largest seen to work.
    pub page_size_cap: u64,
    /// Call logs, by id, that a strict reader of JSON refuses wherever they are shown: in the list, read singly, and in
    /// the replies to paid requests. Default: none. As JSON: `{"5001": "half_character"}`.
    pub poisoned: BTreeMap<i64, Poison>,
    /// A connection that was idle for so long after a reply is reset (TCP RST) when the next request arrives on it; the
    /// request is not read, and nothing of it is done. Zero is every connection that is used again. In real time.
    /// Default: none. [`Sandbox::left_unread`](crate::Sandbox::left_unread) counts them.
    #[serde(with = "settings::millis_or_null")]
    pub closes_unread_after: Option<Duration>,
    /// The form of `Retry-After` on 429. Default: seconds; the documentation does not say.
    pub retry_after: RetryAfterForm,
}

impl Default for Knobs {
    fn default() -> Self {
        Self {
            unreviewed: Traces::unreviewed(),
            reviewed: Traces::reviewed(),
            later: Duration::from_secs(2),
            busy_status: BusyStatus::Evaluating,
            finished_status: FinishedStatus::Documented,
            evaluation_time: EvaluationTime::JudgeTime,
            stuck_every: None,
            not_applicable_every: None,
            rerun_of_busy: BusyRerun::Queue,
            passed_over_every: None,
            ignores_metrics_filter: false,
            out_of_credits: OutOfCredits::Refuse,
            first_pass: 0,
            noise: 0.0,
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
            page_size_cap: 200,
            poisoned: BTreeMap::new(),
            closes_unread_after: None,
            retry_after: RetryAfterForm::Seconds,
        }
    }
}

/// Is `id` one of the call logs that an `…_every` knob picks?
pub(crate) fn picks(every: Option<u64>, id: i64) -> bool {
    every.is_some_and(|n| n > 0 && id.unsigned_abs().is_multiple_of(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knobs_survive_json_and_may_be_partial() {
        for (name, knobs) in Knobs::variations().into_iter().chain(Knobs::hostile()) {
            let text = serde_json::to_string(&knobs).unwrap();
            let back: Knobs = serde_json::from_str(&text).unwrap();
            assert_eq!(back, knobs, "{name}: {text}");
        }
        let partial: Knobs = serde_json::from_str(r#"{"busy_status": "queued"}"#).unwrap();
        assert_eq!(partial.busy_status, BusyStatus::Queued);
        assert!(serde_json::from_str::<Knobs>(r#"{"bussy": 1}"#).is_err());
    }

    #[test]
    fn every_picks_multiples_only() {
        assert!(picks(Some(4), 5004));
        assert!(!picks(Some(4), 5005));
        assert!(!picks(None, 5004));
        assert!(!picks(Some(0), 5004));
    }
}
