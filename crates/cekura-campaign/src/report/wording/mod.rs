//! Numbers, statistics and verdicts in plain words, the same in every rendering.

mod human;
mod metric;
mod numbers;
mod outcome;

pub use human::agreement;
pub(crate) use metric::direction;
pub use metric::{change, definition, flips, moves, noise, unchanged};
pub use numbers::{count, interval, logs, number, percent, points, probability, proportion};
pub(crate) use numbers::{joined, several};
pub use outcome::{canary, details, go_on, headline, metrics, reason, spent, whole_calls};
