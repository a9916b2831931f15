//! The state of a campaign in one line.

use cekura_campaign::plan::PlannedOperation;
use cekura_campaign::report::{Coverage, Report, wording};

use crate::output::named;

/// Returns the numbers of call logs without a result by state: `2 unknown`, `1 refused`.
pub(crate) fn rest(coverage: &Coverage) -> Vec<String> {
    coverage
        .missing()
        .into_iter()
        .map(|(state, number)| format!("{} {state}", wording::count(number)))
        .collect()
}

/// Returns the one-line summary of a campaign.
pub(crate) fn summary(report: &Report) -> String {
    let coverage = &report.coverage;
    let mut parts = vec![format!(
        "{} of {} evaluated ({} confirmed, {} inferred)",
        wording::count(coverage.evaluated()),
        wording::logs(coverage.selected),
        wording::count(coverage.confirmed),
        wording::count(coverage.inferred),
    )];
    let rest = rest(coverage);
    if !rest.is_empty() {
        parts.push(rest.join(", "));
    }
    let flips = &report.calls;
    parts.push(format!(
        "calls flipped: {} pass → fail, {} fail → pass",
        wording::count(flips.pass_to_fail),
        wording::count(flips.fail_to_pass)
    ));
    let campaign = &report.campaign;
    // Requests with an unknown outcome may not have been carried out.
    let most = match campaign.metric_evaluations_counted || coverage.unknown == 0 {
        true => "",
        false => "at most ",
    };
    let known = match campaign.metric_evaluations_counted {
        true => "counted from the results",
        false => "estimated",
    };
    parts.push(format!(
        "{most}{} ({known}), about {} (estimated)",
        several(campaign.metric_evaluations, "metric evaluation"),
        credits(campaign.estimated_credits)
    ));
    parts.extend(
        campaign
            .possibly_charged
            .filter(|times| *times > 1)
            .map(|times| format!("a call log may have been charged up to {times} times")),
    );
    parts.join("; ")
}

/// Returns by which metrics call logs are evaluated: `every assigned metric`, `metrics 71, 72`.
pub(crate) fn metric_words(operation: &PlannedOperation) -> String {
    match operation {
        PlannedOperation::AllMetrics => "every assigned metric".to_owned(),
        PlannedOperation::Metrics(chosen) => {
            let ids: Vec<String> = chosen.iter().map(ToString::to_string).collect();
            named(ids.len(), "metric", &ids.join(", "))
        }
    }
}

/// Formats a count with its noun: `1 evaluation`, `2,000 evaluations`.
pub(crate) fn several(number: u64, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {what}{plural}", wording::count(number))
}

/// Formats credits as a number with at most two decimals; amounts below 0.01 have four.
pub(crate) fn amount(credits: f64) -> String {
    if credits > 0.0 && credits < 0.01 {
        format!("{:.4}", credits.max(0.0001))
            .trim_end_matches('0')
            .to_owned()
    } else {
        wording::number(credits)
    }
}

/// Formats credits: `1 credit`, `0.2 credits`.
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
    fn an_estimate_is_called_one_and_what_is_unknown_is_counted_from_above() {
        let mut report = Report::default();
        report.coverage.selected = 2;
        report.coverage.confirmed = 2;
        report.campaign.metric_evaluations = 10;
        report.campaign.estimated_credits = 1.0;
        let shown = summary(&report);
        assert!(
            shown.ends_with("; 10 metric evaluations (estimated), about 1 credit (estimated)"),
            "{shown}"
        );
        report.campaign.metric_evaluations_counted = true;
        assert!(summary(&report).contains("; 10 metric evaluations (counted from the results)"));
        report.campaign.metric_evaluations_counted = false;
        report.coverage.confirmed = 1;
        report.coverage.unknown = 1;
        assert!(summary(&report).contains("; at most 10 metric evaluations (estimated)"));
    }
}
