//! Settings under which replies are stale, incomplete or invalid.

use std::time::Duration;

use super::variations::with;
use super::{ListCount, Quirks};
use crate::corruption::Corruption;

impl Quirks {
    /// Returns settings with stale, incomplete or invalid replies, each with a name. None of them is
    /// in [`variations`](Self::variations).
    ///
    /// Meant for tests that loop over all of them.
    #[must_use]
    pub fn hostile() -> Vec<(&'static str, Self)> {
        let seconds = Duration::from_secs;
        let mut all = vec![
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
            (
                "the first page is empty and leads on",
                with(|k| k.list_empty_page = Some(1)),
            ),
            (
                "the second page is missing",
                with(|k| k.list_missing_page = Some(2)),
            ),
            (
                "the last page promises one more",
                with(|k| k.list_promises_more = true),
            ),
            (
                "the list grows while it is walked",
                with(|k| k.list_shift = 2),
            ),
            (
                "the list shrinks while it is walked",
                with(|k| k.list_shift = -2),
            ),
            (
                "the list counts five too many",
                with(|k| k.list_count = ListCount::Off(5)),
            ),
            (
                "connections are closed unread",
                with(|k| k.closes_unread_after = Some(Duration::ZERO)),
            ),
        ];
        all.extend(corrupted());
        all
    }
}

/// Returns one setting for each [`Corruption`], applied to call log 5003.
fn corrupted() -> impl Iterator<Item = (&'static str, Quirks)> {
    let corruptions = Corruption::ALL.into_iter();
    corruptions.map(|corruption| {
        let quirks = with(|quirks| quirks.corrupted = [(5_003, corruption)].into());
        (corruption.name(), quirks)
    })
}
