//! What a comparison found.

use std::fmt;

use super::place::Place;
use crate::regen::finding::Finding;

/// Everything that a comparison found.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The differences that no decision covers.
    pub(crate) differences: Vec<Difference>,
    /// How many differences decisions cover.
    pub(crate) decided: usize,
    /// The decisions that cover nothing.
    pub(crate) stale: Vec<Finding>,
    /// The published operations that the contract does not have.
    pub(crate) uncovered: Vec<String>,
}

/// One difference.
#[derive(Debug)]
pub(crate) struct Difference {
    pub(crate) operation: String,
    pub(crate) place: Place,
    pub(crate) kind: &'static str,
    /// What the contract says.
    pub(crate) contract: String,
    /// What the published document says.
    pub(crate) published: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}: {}: contract {}; published {}",
            self.operation, self.place, self.kind, self.contract, self.published
        )
    }
}

impl Report {
    /// Whether nothing is left to decide.
    pub(crate) fn is_settled(&self) -> bool {
        self.differences.is_empty() && self.stale.is_empty()
    }

    /// Returns a line for each difference and each stale decision, and if wanted for each operation that is not covered.
    pub(crate) fn lines(&self, contract: &str, all: bool) -> String {
        let differences = self.differences.iter().map(Difference::to_string);
        let stale = self.stale.iter().map(|finding| finding.render(contract));
        let uncovered = self.uncovered.iter().filter(|_| all);
        let uncovered = uncovered.map(|operation| format!("not covered: {operation}"));
        let lines = differences.chain(stale).chain(uncovered);
        lines.map(|line| line + "\n").collect()
    }

    /// Returns the counts, in one line.
    pub(crate) fn summary(&self) -> String {
        let count = |n: usize, one: &str, more: &str| match n {
            1 => format!("1 {one}"),
            n => format!("{n} {more}"),
        };
        format!(
            "{}, {} decided, {}, {} not covered",
            count(
                self.differences.len(),
                "undecided difference",
                "undecided differences"
            ),
            self.decided,
            count(self.stale.len(), "stale decision", "stale decisions"),
            count(
                self.uncovered.len(),
                "published operation",
                "published operations"
            ),
        )
    }
}
