//! The outcome of a campaign in words, at the top of every format.

use super::super::model::{CampaignInfo, CanaryStage, Report, ReportOutcome, Unfinished};
use super::numbers::{count, interval, joined, logs, number, points, probability, several};

/// Returns the outcome in one sentence.
#[must_use]
pub fn headline(report: &Report) -> String {
    let coverage = &report.coverage;
    match report.outcome() {
        ReportOutcome::Passed => {
            let rules = report.gate.as_ref().map_or(0, |gate| gate.rules.len());
            format!(
                "The gate passed: {} met.",
                several(rules as u64, "rule", "rules")
            )
        }
        ReportOutcome::NoQualityRule if coverage.selected == 0 => {
            "This part of the plan has no call logs.".to_owned()
        }
        ReportOutcome::NoQualityRule => {
            let evaluated = if coverage.is_complete() {
                "All call logs evaluated.".to_owned()
            } else {
                format!(
                    "{} of {} evaluated, which min_evaluated allows.",
                    count(coverage.evaluated()),
                    logs(coverage.selected)
                )
            };
            format!(
                "{evaluated} No quality rule was set (add one: max_regressions = 5 in cekura-gate.toml)."
            )
        }
        ReportOutcome::Incomplete => format!(
            "Incomplete: {} of {} evaluated.",
            count(coverage.evaluated()),
            logs(coverage.selected)
        ),
        ReportOutcome::GateFailed => {
            let rules = report.gate.as_ref().map_or(0, |gate| gate.rules.len());
            let failed = report.gate.iter().flat_map(|gate| gate.failed()).count();
            format!(
                "The gate failed: {} of {} not met.",
                count(failed as u64),
                several(rules as u64, "rule", "rules")
            )
        }
        ReportOutcome::CanaryStopped => "The canary stopped the campaign.".to_owned(),
    }
}

/// Returns the details of the headline, one sentence each: why the campaign ended, which results are missing, and what may
/// have been charged more than once.
#[must_use]
pub fn details(report: &Report) -> Vec<String> {
    let campaign = &report.campaign;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(campaign.canary_stop.as_deref().map(sentence));
    lines.extend(report.early_end.as_ref().map(|end| sentence(&end.reason)));
    let missing = report.coverage.missing();
    if !missing.is_empty() {
        let states = missing
            .iter()
            .map(|(state, number)| format!("{} {state}", count(*number)));
        let all = missing.iter().map(|(_, number)| number).sum();
        lines.push(format!(
            "{} without a result: {}.",
            logs(all),
            joined(states)
        ));
    }
    if let Some(times) = campaign.possibly_charged.filter(|times| *times > 1) {
        lines.push(format!(
            "At least one call log may have been charged {times} times."
        ));
    }
    if let Some(number) = campaign.inferred_accepted.filter(|number| *number > 0) {
        lines.push(format!(
            "{} as accepted because others of the same request were evaluated.",
            several(number, "call log counts", "call logs count")
        ));
    }
    let meanwhile = report.reviewed_during_run.len() as u64;
    if meanwhile > 0 {
        lines.push(format!(
            "{} reviewed during the campaign and not counted in any statistic.",
            several(meanwhile, "call log was", "call logs were")
        ));
    }
    lines
}

fn sentence(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), chars.as_str())
}

/// Returns the command that continues the campaign, if it is not over and the command is known.
#[must_use]
pub fn resume_command(report: &Report) -> Option<String> {
    let resume = report.campaign.resume_command.as_deref()?;
    match report.outcome() {
        ReportOutcome::Incomplete => Some(resume.to_owned()),
        ReportOutcome::CanaryStopped => Some(format!("{resume} --past-canary")),
        ReportOutcome::GateFailed if !report.coverage.missing().is_empty() => {
            Some(resume.to_owned())
        }
        _ => None,
    }
}

/// Returns by which metrics the calls are evaluated: `every assigned metric`, `metrics 71, 72`.
#[must_use]
pub fn metrics(campaign: &CampaignInfo) -> String {
    const LISTED: usize = 50;
    let chosen = &campaign.chosen_metrics;
    let listed: Vec<String> = chosen.iter().take(LISTED).map(i64::to_string).collect();
    let list = listed.join(", ");
    match chosen.len() {
        0 => "every assigned metric".to_owned(),
        1 => format!("metric {list}"),
        all if all > LISTED => format!("metrics {list} and {} more", all - LISTED),
        _ => format!("metrics {list}"),
    }
}

/// Returns what was paid for: `200 metric evaluations (estimated), about 40 credits (estimated)`.
#[must_use]
pub fn spent(campaign: &CampaignInfo) -> String {
    let metrics = several(
        campaign.metric_evaluations,
        "metric evaluation",
        "metric evaluations",
    );
    let known = match campaign.metric_evaluations_counted {
        true => "counted from the results",
        false => "estimated",
    };
    format!(
        "{metrics} ({known}), about {} credits (estimated)",
        number(campaign.estimated_credits)
    )
}

/// Returns the change of the pass rate of whole calls; `None` if no call was judged both times.
#[must_use]
pub fn whole_calls(report: &Report) -> Option<String> {
    let delta = report.calls_change.as_ref()?;
    let p = report
        .calls_mcnemar_p
        .filter(|_| report.calls.flipped() > 0)
        .map(|p| format!(", {}", probability(p)))
        .unwrap_or_default();
    Some(format!(
        "The pass rate changed by {} (95 % interval {}{p}). Of {}, {} went from pass to fail and {} from fail to pass.",
        points(delta),
        interval(delta),
        several(
            delta.pairs,
            "call judged both times",
            "calls judged both times"
        ),
        count(report.calls.pass_to_fail),
        count(report.calls.fail_to_pass)
    ))
}

/// Returns why a call log has no result and how often it may have been charged.
#[must_use]
pub fn reason(log: &Unfinished) -> String {
    match log.possibly_charged.filter(|times| *times > 1) {
        None => log.reason.clone(),
        Some(times) => format!("{}; may have been charged up to {times} times", log.reason),
    }
}

/// Returns the result of a canary stage: `first 20 call logs: 20 evaluated, 1 regression over all metrics, at most 0 allowed`.
#[must_use]
pub fn canary(stage: &CanaryStage) -> String {
    format!(
        "first {}: {} evaluated, {} over all metrics, at most {} allowed",
        logs(stage.call_logs),
        count(stage.evaluated),
        several(stage.regressions, "regression", "regressions"),
        count(stage.max_regressions)
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::model::{Coverage, EarlyEnd, EarlyEndKind};
    use super::*;
    use crate::gate::Gate;

    fn report(gate: &str) -> Report {
        let mut report = Report {
            coverage: Coverage {
                selected: 10,
                confirmed: 10,
                ..Coverage::default()
            },
            ..Report::default()
        };
        report.campaign.resume_command = Some("cekura campaign resume march".to_owned());
        report.gate = Some(Gate::from_toml(gate).unwrap().check(&report));
        report
    }

    #[test]
    fn without_a_quality_rule_the_headline_says_so() {
        let plain = report("");
        assert!(
            headline(&plain)
                .starts_with("All call logs evaluated. No quality rule was set (add one"),
            "{}",
            headline(&plain)
        );
        assert_eq!(resume_command(&plain), None);
        assert_eq!(
            headline(&Report::default()),
            "This part of the plan has no call logs."
        );
    }

    #[test]
    fn an_incomplete_campaign_says_why_and_how_to_continue() {
        let mut early = report("");
        early.early_end = Some(EarlyEnd {
            kind: EarlyEndKind::Limit,
            reason: "a limit is reached: 40 credits".to_owned(),
        });
        early.coverage.confirmed = 7;
        early.coverage.not_sent = 2;
        early.coverage.deleted = 1;
        early.campaign.possibly_charged = Some(2);
        assert_eq!(headline(&early), "Incomplete: 7 of 10 call logs evaluated.");
        assert_eq!(
            details(&early),
            [
                "A limit is reached: 40 credits.",
                "3 call logs without a result: 1 deleted and 2 not sent.",
                "At least one call log may have been charged 2 times.",
            ]
        );
        assert_eq!(
            resume_command(&early).as_deref(),
            Some("cekura campaign resume march")
        );
        let mut stopped = report("");
        stopped.campaign.canary_stop = Some("too many".to_owned());
        assert!(resume_command(&stopped).unwrap().ends_with("--past-canary"));
    }

    #[test]
    fn an_estimate_is_called_one() {
        let mut campaign = CampaignInfo {
            metric_evaluations: 200,
            estimated_credits: 40.0,
            ..CampaignInfo::default()
        };
        assert_eq!(
            spent(&campaign),
            "200 metric evaluations (estimated), about 40 credits (estimated)"
        );
        campaign.metric_evaluations_counted = true;
        assert!(spent(&campaign).starts_with("200 metric evaluations (counted from the results)"));
    }
}
