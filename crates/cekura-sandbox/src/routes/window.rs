//! The time window of the list.

use std::ops::Range;
use std::time::Duration;

use http::StatusCode;

use crate::errors::{FieldErrors, detail};
use crate::request::Asked;
use crate::server::Reply;
use crate::timestamp::Timestamp;
use crate::world::World;

const DAY: u64 = 86_400;
const DEFAULT: Duration = Duration::from_secs(30 * DAY);
const WIDEST: Duration = Duration::from_secs(33 * DAY);

/// A stretch of time, both ends included; `None` is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    from: Option<Timestamp>,
    to: Option<Timestamp>,
}

/// The window that is asked for, completed and checked if `enforced`.
pub(super) fn of(asked: &Asked<'_>, now: Timestamp, enforced: bool) -> Result<Window, Reply> {
    let from = read(asked, "timestamp_from")?;
    let to = read(asked, "timestamp_to")?;
    if !enforced {
        return Ok(Window { from, to });
    }
    let end = to.unwrap_or(now);
    let start = from.unwrap_or_else(|| end.minus(DEFAULT));
    if end < start {
        let text = "timestamp_to lies before timestamp_from.";
        return Err(FieldErrors::one("timestamp_to", text).reply());
    }
    if end.since(start) > WIDEST {
        return Err(detail(
            StatusCode::BAD_REQUEST,
            "The time range may not exceed 33 days: move timestamp_from and timestamp_to closer together.",
        ));
    }
    Ok(Window {
        from: Some(start),
        to: to.or(from.map(|_| now)),
    })
}

fn read(asked: &Asked<'_>, name: &str) -> Result<Option<Timestamp>, Reply> {
    let Some(text) = asked.query(name) else {
        return Ok(None);
    };
    Timestamp::parse(text).map(Some).ok_or_else(|| {
        let text =
            format!("{text:?} is no ISO 8601 time: expected one such as 2026-03-02T09:00:00Z.");
        FieldErrors::one(name, text).reply()
    })
}

impl Window {
    /// The window of a report: the last `hours` or as many as asked for, within the dates.
    ///
    /// # Errors
    /// 400 for a date that cannot be read.
    pub(super) fn of_report(
        asked: &Asked<'_>,
        now: Timestamp,
        hours: Option<u64>,
    ) -> Result<Self, Reply> {
        let hours = asked.query_number("hours").map(i64::unsigned_abs).or(hours);
        let hours = hours.map(|hours| now.minus(Duration::from_secs(hours.saturating_mul(3_600))));
        let to = read(asked, "date_to")?;
        // A day without a time is meant to its end.
        let is_day = asked.query("date_to").is_some_and(|text| text.len() == 10);
        let rest = Duration::from_micros(if is_day { DAY * 1_000_000 - 1 } else { 0 });
        Ok(Self {
            from: read(asked, "date_from")?.max(hours),
            to: to.map(|to| to.plus(rest)),
        })
    }

    /// Returns whether the moment lies within the window.
    pub(super) fn contains(&self, time: Timestamp) -> bool {
        self.from.is_none_or(|from| time >= from) && self.to.is_none_or(|to| time <= to)
    }

    /// The ids of the seeded calls within the window: ids and times ascend together.
    pub(super) fn ids(&self, world: &World) -> Range<i64> {
        let ids = world.seeded_ids();
        let first = |inside: &dyn Fn(Timestamp) -> bool| {
            let (mut low, mut high) = (ids.start, ids.end);
            while low < high {
                let middle = low + (high - low) / 2;
                if inside(world.times(middle).timestamp) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            low
        };
        let start = self
            .from
            .map_or(ids.start, |from| first(&|time| time >= from));
        let end = self.to.map_or(ids.end, |to| first(&|time| time > to));
        start..end.max(start)
    }
}
