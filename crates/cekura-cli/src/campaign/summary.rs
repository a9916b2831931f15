//! Where a campaign stands, in a few words.

use cekura_campaign::report::{Coverage, Report, words};
use serde_json::Value;

/// Call logs without a result, by what became of them: `2 unknown`, `1 refused`.
pub(crate) fn rest(coverage: &Coverage) -> Vec<String> {
    coverage
        .missing()
        .into_iter()
        .map(|(state, number)| format!("{} {state}", words::count(number)))
        .collect()
}

/// One line about the whole.
pub(crate) fn summary(report: &Report) -> String {
    let coverage = &report.coverage;
    let mut parts = vec![format!(
        "{} of {} evaluated ({} confirmed, {} inferred)",
        words::count(coverage.evaluated()),
        words::logs(coverage.selected),
        words::count(coverage.confirmed),
        words::count(coverage.inferred),
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
    // What is unknown may not have been carried out.
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

/// Turns every number of credits in a JSON value into a decimal string, as the service writes them.
pub(crate) fn decimal_credits(mut value: Value) -> Value {
    match &mut value {
        Value::Object(fields) => {
            for (name, field) in fields {
                *field = match field.as_f64() {
                    Some(credits) if name.contains("credits") => decimal(credits).into(),
                    _ => decimal_credits(field.take()),
                };
            }
        }
        Value::Array(entries) => {
            for entry in entries {
                *entry = decimal_credits(entry.take());
            }
        }
        _ => {}
    }
    value
}

/// At least two decimals, and no more than ten: `0.20`, `21.00`, `0.125`.
fn decimal(credits: f64) -> String {
    let text = format!("{credits:.10}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let decimals = decimals.trim_end_matches('0');
    format!("{whole}.{decimals:0<2}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

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
        let told = summary(&report);
        assert!(
            told.ends_with("; 10 metric evaluations (estimated), about 1 credit (estimated)"),
            "{told}"
        );
        report.campaign.metric_evaluations_counted = true;
        assert!(summary(&report).contains("; 10 metric evaluations (counted from the results)"));
        report.campaign.metric_evaluations_counted = false;
        report.coverage.confirmed = 1;
        report.coverage.unknown = 1;
        assert!(summary(&report).contains("; at most 10 metric evaluations (estimated)"));
    }

    #[test]
    fn credits_in_json_are_decimal_strings() {
        let value = json!({ "credits": 21.0, "of": [{ "max_credits": 0.125 }], "rate": 0.5 });
        let expected =
            json!({ "credits": "21.00", "of": [{ "max_credits": "0.125" }], "rate": 0.5 });
        assert_eq!(decimal_credits(value), expected);
    }
}
