//! The data of the HTML template.

use askama::Template;

use super::super::model::{CampaignInfo, ChangeKind, Report};
use super::super::publish::Published;
use super::super::wording::{self, count, several};
use super::chart::DeltaChart;
use super::matrix::Matrix;
use super::metric::{Metric, Unchanged, name};
use super::outcome::{Banner, Figure, Rule, banner, coverage, facts, figures, lead, origin, rules};
use super::policy::{ASSETS, Assets};
use super::row::{Row, key};
use super::text::{Text, counted};

/// The most changes, and the most call logs without a result, on the page.
const ROWS: usize = 2_000;
/// The approximate size limit of the changes on the page, in bytes.
const BUDGET: usize = 12 << 20;

#[derive(Template)]
#[template(path = "report.html")]
pub(super) struct Page {
    assets: &'static Assets,
    version: &'static str,
    id: String,
    lead: String,
    origin: Vec<(&'static str, String)>,
    banner: Banner,
    figures: Vec<Figure>,
    facts: Vec<(&'static str, String)>,
    failed_rules: Vec<Rule>,
    met_rules: Vec<Rule>,
    coverage: Vec<(&'static str, String)>,
    calls: Option<Matrix>,
    /// The change of the pass rate of whole calls, and the agreement with reviewers.
    calls_notes: Vec<String>,
    metrics: Vec<Metric>,
    unchanged: Vec<Unchanged>,
    /// Call logs that were reviewed during the campaign, up to the limit.
    reviewed: Vec<Call>,
    reviewed_left_out: Option<String>,
    rows: Vec<Row>,
    /// The choices of the filters: metrics and kinds, with their number of changes on the page.
    metric_choices: Vec<(usize, String, String)>,
    kind_choices: Vec<(&'static str, String, String)>,
    any_within_noise: bool,
    left_out: Option<String>,
    unfinished: Vec<Unfinished>,
    unfinished_left_out: Option<String>,
    has_transcripts: bool,
}

/// The id of a call log, with its URL if known.
pub(super) struct Call {
    log: i64,
    link: Option<String>,
}

impl Call {
    pub(super) fn new(log: i64, campaign: &CampaignInfo) -> Self {
        Self {
            log,
            link: campaign.link_to(log),
        }
    }
}

/// A call log without a result.
struct Unfinished {
    call: Call,
    state: String,
    reason: Text,
}

impl Page {
    pub(super) fn new(published: &Published) -> Self {
        let report = published.report();
        let campaign = &report.campaign;
        let (rows, names) = rows(report);
        let unfinished = report.unfinished.iter().take(ROWS).map(|log| Unfinished {
            call: Call::new(log.call_log, campaign),
            state: log.state.to_string(),
            reason: Text::new(&wording::reason(log)),
        });
        let (unchanged, changed): (Vec<_>, Vec<_>) = report
            .metrics
            .iter()
            .partition(|metric| metric.is_unchanged());
        let deltas = changed.iter().filter_map(|m| m.pass_rate_change.as_ref());
        let reach = DeltaChart::reach(deltas);
        let (failed_rules, met_rules) = rules(report);
        let reviewed = report.reviewed_during_run.iter().take(ROWS);
        let reviewed_more = report.reviewed_during_run.len().saturating_sub(ROWS);
        let more = report.unfinished.len().saturating_sub(ROWS);
        Self {
            assets: &ASSETS,
            version: env!("CARGO_PKG_VERSION"),
            id: name(&report.campaign.id),
            lead: lead(report),
            origin: origin(campaign),
            banner: banner(report),
            figures: figures(report),
            facts: facts(campaign),
            failed_rules,
            met_rules,
            coverage: coverage(&report.coverage),
            calls: Matrix::new(&report.calls),
            calls_notes: wording::whole_calls(report)
                .into_iter()
                .chain(report.reviewer_agreement.as_ref().map(wording::agreement))
                .collect(),
            metrics: changed
                .into_iter()
                .map(|metric| Metric::new(metric, reach))
                .collect(),
            unchanged: unchanged.into_iter().filter_map(Unchanged::new).collect(),
            reviewed: reviewed.map(|log| Call::new(*log, campaign)).collect(),
            reviewed_left_out: (reviewed_more > 0)
                .then(|| format!("{} more are not on this page.", counted(reviewed_more))),
            metric_choices: metric_choices(&rows, names),
            kind_choices: kind_choices(&rows),
            any_within_noise: rows.iter().any(|row| row.within_noise),
            left_out: left_out(report, rows.len()),
            rows,
            unfinished: unfinished.collect(),
            unfinished_left_out: (more > 0)
                .then(|| format!("{} more are not on this page.", counted(more))),
            has_transcripts: published.has_transcripts(),
        }
    }
}

/// Returns the changes that fit on the page, and the distinct names of their metrics.
fn rows(report: &Report) -> (Vec<Row>, Vec<String>) {
    let mut metrics: Vec<(Option<i64>, &str)> = Vec::new();
    let mut rows = Vec::new();
    let mut size = 0;
    for change in report.changes.iter().take(ROWS) {
        let metric = (change.metric_id, change.metric_name.as_str());
        let place = metrics.iter().position(|known| *known == metric);
        let place = place.unwrap_or_else(|| {
            metrics.push(metric);
            metrics.len() - 1
        });
        let row = Row::new(change, place, &report.campaign);
        size += row.size();
        rows.push(row);
        if size > BUDGET {
            break;
        }
    }
    let names = metrics.iter().map(|(_, metric)| name(metric)).collect();
    (rows, names)
}

fn metric_choices(rows: &[Row], names: Vec<String>) -> Vec<(usize, String, String)> {
    let mut counts = vec![0; names.len()];
    for row in rows {
        counts[row.metric] += 1;
    }
    let named = names.into_iter().zip(counts).enumerate();
    named
        .map(|(place, (name, number))| (place, name, counted(number)))
        .collect()
}

fn kind_choices(rows: &[Row]) -> Vec<(&'static str, String, String)> {
    let mut kinds: Vec<(ChangeKind, usize)> = Vec::new();
    for row in rows {
        match kinds.iter_mut().find(|(kind, _)| *kind == row.kind) {
            Some((_, number)) => *number += 1,
            None => kinds.push((row.kind, 1)),
        }
    }
    kinds.sort_unstable();
    kinds
        .into_iter()
        .map(|(kind, number)| (key(kind), kind.to_string(), counted(number)))
        .collect()
}

fn left_out(report: &Report, shown: usize) -> Option<String> {
    let here = (report.changes.len() - shown) as u64;
    let before = report.changes_left_out;
    let all = here + before;
    if all == 0 {
        return None;
    }
    let (size, limit) = ("to keep it usable", "as the report was limited");
    let why = match (here, before) {
        (_, 0) => format!(", {size}"),
        (0, _) => format!(", {limit}"),
        _ => format!(": {} {size} and {} {limit}", count(here), count(before)),
    };
    let verb = if all == 1 { "is" } else { "are" };
    Some(format!(
        "{} {verb} not on this page{why}. The worst come first.",
        several(all, "more change", "more changes"),
    ))
}
