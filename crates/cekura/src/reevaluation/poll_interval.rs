//! How often a wait looks, and what it shows of itself.

use std::fmt;
use std::time::Duration;

use serde::Serialize;

/// How often to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PollInterval {
    /// The pause before the first look; 2 s by default.
    pub first: Duration,
    /// The longest pause; each is half as long again as the one before, up to here; 15 s by default.
    pub longest: Duration,
}

impl Default for PollInterval {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(2),
            longest: Duration::from_secs(15),
        }
    }
}

impl PollInterval {
    /// Pauses from `first` to `longest`.
    #[must_use]
    pub fn between(first: Duration, longest: Duration) -> Self {
        Self { first, longest }
    }
}

/// Where a wait stands, for showing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WaitProgress {
    /// Call logs with a result.
    pub done: usize,
    /// Call logs that will have none, because they were deleted.
    pub deleted: usize,
    /// Call logs in all.
    pub total: usize,
    /// How long a 429 still holds the client back.
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
