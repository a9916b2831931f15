//! Where a campaign stands, in a few words.

use cekura_reevaluate::report::{Coverage, Report, words};

/// Call logs without a result, by what became of them: `2 unknown`, `1 refused`.
pub(crate) fn rest(coverage: &Coverage) -> Vec<String> {
    let kinds = [
        (coverage.unknown, "unknown"),
        (coverage.refused, "refused"),
        (coverage.timed_out, "timed out"),
        (coverage.waiting, "waited for"),
        (coverage.not_sent, "not sent"),
    ];
    let kinds = kinds.iter().filter(|(number, _)| *number > 0);
    kinds
        .map(|(number, kind)| format!("{} {kind}", words::count(*number)))
        .collect()
}

/// One line about the whole.
pub(crate) fn summary(report: &Report) -> String {
    let coverage = &report.coverage;
    let mut parts = vec![format!(
        "{} of {} evaluated ({} observed, {} settled)",
        words::count(coverage.evaluated()),
        words::logs(coverage.selected),
        words::count(coverage.observed),
        words::count(coverage.settled),
    )];
    let rest = rest(coverage);
    if !rest.is_empty() {
        parts.push(rest.join(", "));
    }
    let flips = &report.calls;
    parts.push(format!(
        "calls flipped: {} pass → fail, {} fail → pass",
        words::count(flips.pass_to_fail),
        words::count(flips.fail_to_pass)
    ));
    let campaign = &report.campaign;
    parts.push(format!(
        "{} paid for, about {} credits (an estimate)",
        several(campaign.metric_evaluations, "metric evaluation"),
        credits(campaign.estimated_credits)
    ));
    parts.join("; ")
}

fn several(number: u64, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {what}{plural}", words::count(number))
}

/// Credits, with two decimals at most.
pub(crate) fn credits(amount: f64) -> String {
    words::number(amount)
}
