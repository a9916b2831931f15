//! The progress of a wait.

use std::fmt;
use std::time::Duration;

use serde::Serialize;

/// The progress of a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WaitProgress {
    /// Call logs with a result.
    pub done: usize,
    /// Call logs that were deleted.
    pub deleted: usize,
    /// Call logs in all.
    pub total: usize,
    /// How long the cooldown after a 429 still lasts.
    pub cooldown: Option<Duration>,
}

impl fmt::Display for WaitProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} done", self.done, self.total)?;
        if self.deleted > 0 {
            write!(f, ", {} deleted", self.deleted)?;
        }
        match self.cooldown {
            Some(left) => write!(f, ", rate limited for {:.0} s", left.as_secs_f64()),
            None => Ok(()),
        }
    }
}
