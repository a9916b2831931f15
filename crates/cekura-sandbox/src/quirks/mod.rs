//! Settings for behaviour of the real service that is not documented. A client must work under every one of them.

mod hostile;
mod options;
mod settings;
mod variations;

pub(crate) use options::picks;
pub(crate) use settings::millis;

pub use options::Quirks;
pub use settings::{
    BusyStatus, EvaluationTime, FinishedStatus, JobOutcome, ListCount, NextLink, OutOfCredits,
    OverlappingRerun, RetryAfterForm, Traces, UpdatedAt, Visibility,
};
