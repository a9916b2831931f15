//! Verdicts before and after, as a table of four numbers.

use super::super::model::Flips;
use super::super::wording::{count, percent};

/// One of the four cells.
pub(super) struct Cell {
    pub(super) number: String,
    /// The share of all pairs of verdicts.
    pub(super) share: String,
    /// Whether the number is 0.
    pub(super) is_zero: bool,
}

/// The table. The first word of a field name is the verdict before, the second the verdict after.
pub(super) struct Matrix {
    pub(super) pass_pass: Cell,
    pub(super) pass_fail: Cell,
    pub(super) fail_pass: Cell,
    pub(super) fail_fail: Cell,
    /// The call logs that the table does not count, in words.
    pub(super) beside: Vec<String>,
}

impl Matrix {
    /// Creates the table; `None` if there are no pairs of verdicts.
    pub(super) fn new(flips: &Flips) -> Option<Self> {
        let numbers = [
            flips.pass_to_pass,
            flips.pass_to_fail,
            flips.fail_to_pass,
            flips.fail_to_fail,
        ];
        let all: u64 = numbers.iter().sum();
        if all == 0 {
            return None;
        }
        let [pass_pass, pass_fail, fail_pass, fail_fail] = numbers.map(|number| Cell {
            number: count(number),
            share: percent(number as f64 / all as f64),
            is_zero: number == 0,
        });
        Some(Self {
            pass_pass,
            pass_fail,
            fail_pass,
            fail_fail,
            beside: beside(flips),
        })
    }
}

/// Returns the call logs without a verdict before or after, in words.
fn beside(flips: &Flips) -> Vec<String> {
    [
        (flips.became_not_applicable, "not applicable now"),
        (flips.became_applicable, "applicable now"),
        (flips.without_verdict, "without a verdict"),
    ]
    .iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, what)| format!("{} {what}", count(*number)))
    .collect()
}
