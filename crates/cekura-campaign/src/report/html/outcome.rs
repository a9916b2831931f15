//! The outcome at the top of the HTML report.

use super::super::model::{CampaignInfo, Coverage, MetricSummary, Report, ReportOutcome};
use super::super::wording::{self, count, logs, several};
use super::metric::name;
use super::text::{Text, moment};

/// The outcome: one sentence and its details.
pub(super) struct Banner {
    pub(super) tone: &'static str,
    pub(super) headline: String,
    pub(super) detail: Vec<String>,
    /// The command that continues the campaign.
    pub(super) resume_command: Option<String>,
}

/// A large number and its description.
pub(super) struct Figure {
    pub(super) number: String,
    pub(super) what: &'static str,
    pub(super) note: String,
}

/// A rule of the gate.
pub(super) struct Rule {
    pub(super) passed: bool,
    pub(super) text: String,
    pub(super) subject: String,
    pub(super) reason: String,
}

pub(super) fn lead(report: &Report) -> String {
    let campaign = &report.campaign;
    let coverage = &report.coverage;
    let of = if coverage.is_complete() {
        logs(coverage.selected)
    } else {
        format!(
            "{} of {}",
            count(coverage.evaluated()),
            logs(coverage.selected)
        )
    };
    let scope = match campaign.scope.as_str() {
        "" => String::new(),
        scope => format!(" of {}", Text::cut(scope, 200).shown),
    };
    let metrics = match campaign.chosen_metrics.len() {
        0 => "every assigned metric".to_owned(),
        number => several(number as u64, "chosen metric", "chosen metrics"),
    };
    format!("{of}{scope}, re-evaluated by {metrics}.")
}

pub(super) fn banner(report: &Report) -> Banner {
    let tone = match report.outcome() {
        ReportOutcome::Passed => "pass",
        ReportOutcome::NoQualityRule => "plain",
        ReportOutcome::Incomplete => "warn",
        ReportOutcome::GateFailed | ReportOutcome::CanaryStopped => "fail",
    };
    let short = |text: String| Text::cut(&text, 500).shown;
    Banner {
        tone,
        headline: wording::headline(report),
        detail: wording::details(report).into_iter().map(short).collect(),
        resume_command: wording::resume_command(report).map(short),
    }
}

/// Returns when the campaign was planned, its agent, its command and its canary.
pub(super) fn origin(campaign: &CampaignInfo) -> Vec<(&'static str, String)> {
    let text = |text: &Option<String>| {
        text.as_deref()
            .map(|text| Text::cut(text, 400).shown)
            .unwrap_or_default()
    };
    let canary: Vec<String> = campaign.canary.iter().map(wording::canary).collect();
    [
        ("Planned", moment(&campaign.created_at)),
        ("Agent", text(&campaign.agent_name)),
        ("Command", text(&campaign.command)),
        ("Canary", canary.join("; ")),
    ]
    .into_iter()
    .filter(|(_, fact)| !fact.is_empty())
    .collect()
}

pub(super) fn figures(report: &Report) -> Vec<Figure> {
    let sum = |of: fn(&MetricSummary) -> u64| report.metrics.iter().map(of).sum::<u64>();
    let metrics = several(report.metrics.len() as u64, "metric", "metrics");
    let calls = report.calls_change.as_ref().map(|delta| Figure {
        number: wording::points(delta),
        what: "pass rate of whole calls",
        note: format!("95 % interval {}", wording::interval(delta)),
    });
    let campaign = &report.campaign;
    let known = match campaign.metric_evaluations_counted {
        true => "",
        false => " (estimated)",
    };
    let mut figures = vec![Figure {
        number: count(report.coverage.evaluated()),
        what: "call logs evaluated",
        note: format!("of {} selected", count(report.coverage.selected)),
    }];
    figures.extend(calls);
    figures.push(Figure {
        number: format!(
            "{} : {}",
            count(sum(|metric| metric.flips.pass_to_fail)),
            count(sum(|metric| metric.flips.fail_to_pass))
        ),
        what: "verdicts pass → fail : fail → pass",
        note: format!("over {metrics}"),
    });
    figures.push(Figure {
        number: wording::number(campaign.estimated_credits),
        what: "credits, estimated",
        note: format!(
            "{}{known}",
            several(
                campaign.metric_evaluations,
                "metric evaluation",
                "metric evaluations",
            )
        ),
    });
    figures
}

pub(super) fn facts(campaign: &CampaignInfo) -> Vec<(&'static str, String)> {
    let short = |text: &str| Text::cut(text, 300).shown;
    [
        ("Metrics", wording::metrics(campaign)),
        (
            "Shard",
            campaign.shard.as_deref().map(short).unwrap_or_default(),
        ),
        (
            "Evaluations of call logs, noise included",
            count(campaign.evaluations),
        ),
        ("Prices", short(&campaign.price_source)),
        ("Balance before", balance(campaign.balance_before)),
        ("Balance after", balance(campaign.balance_after)),
        ("Plan", short(&campaign.plan_digest)),
    ]
    .into_iter()
    .filter(|(_, fact)| !fact.is_empty())
    .collect()
}

fn balance(credits: Option<f64>) -> String {
    credits
        .map(|credits| format!("{} credits", wording::number(credits)))
        .unwrap_or_default()
}

/// Returns the rules that are not met, then those that are.
pub(super) fn rules(report: &Report) -> (Vec<Rule>, Vec<Rule>) {
    let rules = report.gate.iter().flat_map(|gate| &gate.rules);
    rules
        .map(|rule| Rule {
            passed: rule.passed,
            text: rule.text(),
            subject: name(rule.subject()),
            reason: Text::cut(&rule.reason, 2_000).shown,
        })
        .partition(|rule| !rule.passed)
}

/// Returns the number of call logs in each state, without states that have none.
pub(super) fn coverage(coverage: &Coverage) -> Vec<(&'static str, String)> {
    [
        ("Evaluated (confirmed)", coverage.confirmed),
        ("Evaluated (inferred)", coverage.inferred),
        ("Timed out", coverage.timed_out),
        ("Refused", coverage.refused),
        ("Unknown whether evaluated", coverage.unknown),
        ("Deleted during the campaign", coverage.deleted),
        ("Waiting for the result", coverage.waiting),
        ("Not sent", coverage.not_sent),
    ]
    .into_iter()
    .filter(|(_, number)| *number > 0)
    .map(|(state, number)| (state, count(number)))
    .collect()
}
