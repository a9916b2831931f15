//! Settings that a client can meet only with care of its own: what it is told is old, incomplete or unreadable.

use std::time::Duration;

use super::Knobs;
use super::variations::with;

impl Knobs {
    /// Settings under which replies mislead a client that believes them as they stand; each with a name. None of them
    /// is in [`variations`](Self::variations).
    ///
    /// Meant for tests that loop over all of them.
    #[must_use]
    pub fn hostile() -> Vec<(&'static str, Self)> {
        let seconds = Duration::from_secs;
        vec![
            (
                "single reads lag by ten seconds",
                with(|k| k.single_lag = seconds(10)),
            ),
            (
                "list and single reads lag together",
                with(|k| {
                    k.single_lag = seconds(40);
                    k.list_lag = seconds(40);
                }),
            ),
        ]
    }
}
