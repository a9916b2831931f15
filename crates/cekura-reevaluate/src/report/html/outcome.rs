//! What the campaign came to, at the top of the page.

use super::super::model::{CampaignFacts, Coverage, MetricSummary, Report};
use super::super::words::{self, count, logs, several};
use super::metric::name;
use super::text::{Text, counted, moment};

/// What it came to, in one sentence.
pub(super) struct Banner {
    pub(super) tone: &'static str,
    pub(super) headline: String,
    pub(super) detail: Vec<String>,
}

/// A large number and what it counts.
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
    pub(super) why: String,
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
    let coverage = &report.coverage;
    let missing = coverage.selected.saturating_sub(coverage.evaluated());
    let (tone, headline) = match &report.gate {
        Some(gate) if gate.passed => ("pass", "The gate passed.".to_owned()),
        Some(gate) if gate.is_only_incomplete() => {
            ("warn", "The campaign is incomplete.".to_owned())
        }
        Some(gate) => {
            let failed = gate.failed().count();
            (
                "fail",
                format!(
                    "The gate failed: {} of {} not met.",
                    counted(failed),
                    several(gate.rules.len() as u64, "rule", "rules")
                ),
            )
        }
        None if missing > 0 => ("warn", "The campaign is incomplete.".to_owned()),
        None => (
            "plain",
            "Every selected call log has a result; there was no gate.".to_owned(),
        ),
    };
    let why = report
        .gate
        .iter()
        .flat_map(|gate| gate.failed())
        .map(|rule| {
            let why = Text::cut(&rule.why, 500).shown;
            match &rule.metric {
                Some(metric) => format!("{}: {why}", name(metric)),
                None => why,
            }
        });
    let without = (report.gate.is_none() && missing > 0)
        .then(|| format!("{} without a result.", logs(missing)));
    let stopped = report
        .campaign
        .stopped
        .as_deref()
        .map(|why| format!("It was stopped early: {}", Text::cut(why, 500).shown));
    Banner {
        tone,
        headline,
        detail: stopped.into_iter().chain(without).chain(why).collect(),
    }
}

pub(super) fn figures(report: &Report) -> Vec<Figure> {
    let sum = |of: fn(&MetricSummary) -> u64| report.metrics.iter().map(of).sum::<u64>();
    let metrics = several(report.metrics.len() as u64, "metric", "metrics");
    let evaluated = report.coverage.evaluated();
    vec![
        Figure {
            number: count(evaluated),
            what: "call logs evaluated",
            note: format!("of {} selected", count(report.coverage.selected)),
        },
        Figure {
            number: count(sum(|metric| metric.flips.pass_to_fail)),
            what: "verdicts from pass to fail",
            note: format!("over {metrics}"),
        },
        Figure {
            number: count(sum(|metric| metric.flips.fail_to_pass)),
            what: "verdicts from fail to pass",
            note: format!("over {metrics}"),
        },
        Figure {
            number: words::number(report.campaign.estimated_credits),
            what: "credits, an estimate",
            note: several(
                report.campaign.metric_evaluations,
                "metric evaluation",
                "metric evaluations",
            ),
        },
    ]
}

pub(super) fn facts(campaign: &CampaignFacts) -> Vec<(&'static str, String)> {
    let short = |text: &str| Text::cut(text, 300).shown;
    let chosen: Vec<String> = campaign
        .chosen_metrics
        .iter()
        .take(50)
        .map(ToString::to_string)
        .collect();
    [
        ("Planned", moment(&campaign.created_at)),
        ("Operation", short(&campaign.operation)),
        ("Metrics chosen", chosen.join(", ")),
        (
            "Shard",
            campaign.shard.as_deref().map(short).unwrap_or_default(),
        ),
        (
            "Evaluations of call logs, noise included",
            count(campaign.evaluations),
        ),
        ("Prices", short(&campaign.price_source)),
        ("Plan", short(&campaign.plan_digest)),
    ]
    .into_iter()
    .filter(|(_, fact)| !fact.is_empty())
    .collect()
}

pub(super) fn rules(report: &Report) -> Vec<Rule> {
    let rules = report.gate.iter().flat_map(|gate| &gate.rules);
    rules
        .map(|rule| Rule {
            passed: rule.passed,
            text: rule.text(),
            subject: name(rule.subject()),
            why: Text::cut(&rule.why, 2_000).shown,
        })
        .collect()
}

/// Where the selected call logs stand; those states that some are in.
pub(super) fn coverage(coverage: &Coverage) -> Vec<(&'static str, String)> {
    [
        ("Evaluated, and seen to be", coverage.observed),
        ("Evaluated, as far as stillness tells", coverage.settled),
        ("Timed out", coverage.timed_out),
        ("Refused, nothing paid", coverage.refused),
        ("Unknown whether evaluated", coverage.unknown),
        ("Still waited for", coverage.waiting),
        ("Never sent", coverage.not_sent),
    ]
    .into_iter()
    .filter(|(_, number)| *number > 0)
    .map(|(state, number)| (state, count(number)))
    .collect()
}
