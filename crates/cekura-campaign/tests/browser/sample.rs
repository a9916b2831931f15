//! Reports to look at.

use cekura_campaign::gate::Gate;
use cekura_campaign::report::{ChangeKind, Report};

/// The example of `tests/data`, judged.
pub(crate) fn report() -> Report {
    let mut report: Report = serde_json::from_str(include_str!("../data/report.json")).unwrap();
    let gate = Gate::from_toml("max_regressions = 20").unwrap();
    report.gate = Some(gate.check(&report));
    report.changes_left_out = 0;
    report
}

/// The same with `number` changes, each of another call log, the worst first.
pub(crate) fn large(number: usize) -> Report {
    let mut report = report();
    let few = report.changes.clone();
    report.changes = (0..number)
        .map(|i| {
            let mut change = few[i % few.len()].clone();
            change.call_log = 100_000 + i as i64;
            change
        })
        .collect();
    report.changes.sort_by_key(|change| change.change);
    report
}

/// How many changes are of a kind.
pub(crate) fn count(report: &Report, kind: ChangeKind) -> u64 {
    report
        .changes
        .iter()
        .filter(|change| change.change == kind)
        .count() as u64
}
