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
    // A choice of metrics is not always kept to, and what is unknown may not have been carried out.
    let is_certain = campaign.chosen_metrics.is_empty() && coverage.unknown == 0;
    let most = if is_certain { "" } else { "at most " };
    parts.push(format!(
        "{most}{} paid for, about {} (an estimate)",
        several(campaign.metric_evaluations, "metric evaluation"),
        credits(campaign.estimated_credits)
    ));
    parts.join("; ")
}

/// `1 evaluation`, `2,000 evaluations`.
pub(crate) fn several(number: u64, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {what}{plural}", words::count(number))
}

/// Credits as a bare number, with two decimals at most; with more where it would read as nothing.
pub(crate) fn amount(credits: f64) -> String {
    if credits > 0.0 && credits < 0.01 {
        format!("{:.4}", credits.max(0.0001))
            .trim_end_matches('0')
            .to_owned()
    } else {
        words::number(credits)
    }
}

/// Credits in words: `1 credit`, `0.2 credits`.
pub(crate) fn credits(number: f64) -> String {
    let text = amount(number);
    let plural = if text == "1" { "" } else { "s" };
    format!("{text} credit{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_never_rounded_to_nothing() {
        for (number, text) in [
            (0.0, "0 credits"),
            (1.0, "1 credit"),
            (60.0, "60 credits"),
            (0.2, "0.2 credits"),
            (0.003, "0.003 credits"),
            (0.000_001, "0.0001 credits"),
        ] {
            assert_eq!(credits(number), text);
        }
    }

    #[test]
    fn what_nobody_knows_to_be_paid_for_is_counted_from_above() {
        let mut report = Report::default();
        report.coverage.selected = 2;
        report.coverage.observed = 2;
        report.campaign.metric_evaluations = 10;
        report.campaign.estimated_credits = 1.0;
        let told = summary(&report);
        assert!(
            told.ends_with("; 10 metric evaluations paid for, about 1 credit (an estimate)"),
            "{told}"
        );
        report.coverage.observed = 1;
        report.coverage.unknown = 1;
        assert!(summary(&report).contains("; at most 10 metric evaluations paid for"));
    }
}
