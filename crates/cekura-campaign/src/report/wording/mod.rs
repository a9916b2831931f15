//! Numbers, statistics and verdicts in plain words, the same in every rendering.

mod metric;
mod numbers;
mod outcome;
mod reviewer;

pub(crate) use metric::direction;
pub use metric::{change, definition, flips, moves, noise, unchanged};
pub use numbers::{count, interval, logs, number, percent, points, probability, proportion};
pub(crate) use numbers::{joined, several};
pub use outcome::{canary, details, headline, metrics, reason, resume_command, spent, whole_calls};
pub use reviewer::agreement;
