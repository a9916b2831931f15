//! A report as an example: that of `tests/data/report.json`, judged by a gate.

use super::model::Report;
use crate::gate::Gate;

/// Transcripts and numbers included.
pub(super) fn report() -> Report {
    let text = include_str!("../../tests/data/report.json");
    let mut report: Report = serde_json::from_str(text).unwrap();
    let gate = Gate::from_toml(
        "max_regressions = 20\nignore_within_noise = true\n\
         [metrics.71]\nmin_pass_rate = 0.9\n\
         [metrics.\"Polite throughout\"]\nmax_regressions = 1\n",
    );
    report.gate = Some(gate.unwrap().check(&report));
    report
}
