//! The values of the settings.

use serde::{Deserialize, Serialize};

/// What a call log shows during an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traces {
    /// When `status` changes to [`Quirks::busy_status`](crate::Quirks::busy_status).
    pub status: Visibility,
    /// When `success` changes to null. Only re-evaluations reset it; `evaluate_metrics` does not.
    pub success: Visibility,
    /// When `updated_at` changes.
    pub updated_at: UpdatedAt,
}

impl Traces {
    /// Returns the default for call logs without a review.
    #[must_use]
    pub const fn unreviewed() -> Self {
        Self {
            status: Visibility::Immediate,
            success: Visibility::Immediate,
            updated_at: UpdatedAt::Both,
        }
    }

    /// Returns the default for reviewed call logs.
    #[must_use]
    pub const fn reviewed() -> Self {
        Self {
            status: Visibility::Never,
            success: Visibility::Never,
            updated_at: UpdatedAt::Finished,
        }
    }
}

/// When a change of a call log becomes visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// On acceptance, so the response shows it.
    Immediate,
    /// Shortly after acceptance ([`Quirks::visibility_delay`](crate::Quirks::visibility_delay)).
    Delayed,
    /// Never.
    Never,
}

/// When `updated_at` changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UpdatedAt {
    /// When the evaluation is accepted and when it ends.
    Both,
    /// When it is accepted.
    Accepted,
    /// When it ends.
    Finished,
    /// Never.
    Never,
}

/// The status during an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BusyStatus {
    /// `evaluating`
    Evaluating,
    /// `pending`
    Pending,
    /// `queued`
    Queued,
    /// An empty text.
    Empty,
}

impl BusyStatus {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Evaluating => "evaluating",
            Self::Pending => "pending",
            Self::Queued => "queued",
            Self::Empty => "",
        }
    }
}

/// The statuses after an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FinishedStatus {
    /// `success` and `failure`
    Documented,
    /// `completed` and `failed`
    Completed,
}

/// How long evaluations take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvaluationTime {
    /// The evaluation time, varied by up to a third for each call log.
    Varied,
    /// No time: the response has the result.
    Instant,
}

/// What happens to a re-evaluation of a call log that is being evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverlappingRerun {
    /// It starts after the current evaluation, and is paid for.
    Queue,
    /// The whole request is refused with 400.
    Reject,
    /// It is accepted and ignored, at no cost.
    Ignore,
}

/// How jobs end, such as the generation of scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobOutcome {
    /// They are done.
    Done,
    /// They fail.
    Failed,
    /// They never end.
    Never,
}

/// What happens when there are not enough credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutOfCredits {
    /// 402, and nothing is evaluated.
    Refuse,
    /// 402, after as many call logs as the credits cover are evaluated.
    Partial,
}

/// The value of `count` in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListCount {
    /// The number of call logs.
    Present,
    /// The field is missing.
    Absent,
    /// Always 0.
    Zero,
    /// The number of call logs plus this many.
    Off(i64),
}

/// Where the links of the list point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextLink {
    /// To this sandbox.
    Here,
    /// To another host, such as `http://127.0.0.1:9`: a client that follows it discloses its key.
    Elsewhere(String),
}

/// The form of `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetryAfterForm {
    /// Whole seconds.
    Seconds,
    /// An HTTP date on the sandbox's clock, like the `Date` header of every response.
    HttpDate,
    /// No header.
    Absent,
}

/// Times as whole milliseconds, or null.
pub(crate) mod millis_or_null {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        time: &Option<Duration>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let millis = time.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
        millis.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Duration>, D::Error> {
        let millis = Option::<u64>::deserialize(from)?;
        Ok(millis.map(Duration::from_millis))
    }
}

/// Times as whole milliseconds.
pub(crate) mod millis {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(u64::try_from(time.as_millis()).unwrap_or(u64::MAX))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
        u64::deserialize(from).map(Duration::from_millis)
    }
}
