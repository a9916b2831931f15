//! What nobody outside knows about the real service, as settings: clients must survive every one of them.

mod hostile;
mod panel;
mod settings;
mod variations;

pub(crate) use panel::picks;
pub(crate) use settings::millis;

pub use panel::Knobs;
pub use settings::{
    Appears, BusyRerun, BusyStatus, EvaluationTime, FinishedStatus, ListCount, NextLink,
    OutOfCredits, RetryAfterForm, Traces, UpdatedAt,
};
