//! The times of turns.

use super::super::duration::clock;
use super::entry::{Entry, Field};
use crate::scalars::Timestamp;

/// The fields that hold the start, the most exact first.
const START: &[&str] = &[
    "start_time",
    "secondsFromStart",
    "time_in_call_secs",
    "timestamp",
    "start",
    "time",
    "created_at",
];
const END: &[&str] = &["end_time", "endTime", "end"];

/// From this number of seconds on, a number is a date and not a time since the start of the call (more than three years).
const DATES: f64 = 1e8;

/// A time, in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Time {
    /// Since the start of the call.
    Relative(f64),
    /// Since 1970.
    Absolute(f64),
}

impl Time {
    fn of(field: Field<'_>) -> Option<Self> {
        match field {
            Field::Number(number) => Self::of_number(number),
            Field::Text(text) => {
                let text = text.trim();
                let number = text.parse().ok().and_then(Self::of_number);
                let shown = || clock(text).map(|since| Self::Relative(since.as_secs_f64()));
                number.or_else(shown).or_else(|| Self::of_date(text))
            }
            Field::Json(_) => None,
        }
    }

    /// The unit of a date follows from its size: seconds, or thousandths, millionths or billionths of one.
    fn of_number(number: f64) -> Option<Self> {
        let units = match number.abs() {
            size if size < DATES => return Some(Self::Relative(number)),
            size if size < 1e11 => 1.0,
            size if size < 1e14 => 1e3,
            size if size < 1e17 => 1e6,
            size if size < 1e20 => 1e9,
            _ => return None,
        };
        Some(Self::Absolute(number / units))
    }

    fn of_date(text: &str) -> Option<Self> {
        let is_date = text.len() < 64 && text.get(4..5) == Some("-");
        let date = is_date
            .then(|| Timestamp::from(text).to_chrono())
            .flatten()?;
        Some(Self::Absolute(date.timestamp_micros() as f64 / 1e6))
    }

    const fn relative(self) -> Option<f64> {
        match self {
            Self::Relative(seconds) => Some(seconds),
            Self::Absolute(_) => None,
        }
    }

    const fn absolute(self) -> Option<f64> {
        match self {
            Self::Absolute(seconds) => Some(seconds),
            Self::Relative(_) => None,
        }
    }
}

/// Turns the dates of a transcript into times since the start of the call.
#[derive(Debug, Default)]
pub(super) struct CallClock {
    /// The date of second 0: by a turn that has both a date and a time, else that of the first turn with a date.
    zero: Option<f64>,
}

impl CallClock {
    /// Returns when the entry starts and ends.
    pub(super) fn times(&mut self, entry: Entry<'_>) -> (Option<f64>, Option<f64>) {
        let times = |names: &'static [&'static str]| {
            let fields = names.iter().filter_map(move |name| entry.get(name));
            fields.filter_map(Time::of)
        };
        let start = times(START).find_map(Time::relative);
        let date = times(START).find_map(Time::absolute);
        if let Some(date) = date {
            self.zero.get_or_insert(date - start.unwrap_or(0.0));
        }
        let since = |date: f64| self.zero.map(|zero| date - zero);
        let end = times(END).find_map(|time| match time {
            Time::Relative(seconds) => Some(seconds),
            Time::Absolute(date) => since(date),
        });
        // Words carry times where their turn does not.
        let words = || match entry.get("words") {
            Some(Field::Json(words)) => words.as_array(),
            _ => None,
        };
        let of_word = |word: Option<&serde_json::Value>, name: &str| word?.get(name)?.as_f64();
        (
            start
                .or_else(|| date.and_then(since))
                .or_else(|| of_word(words()?.first(), "start")),
            end.or_else(|| of_word(words()?.last(), "end")),
        )
    }
}
