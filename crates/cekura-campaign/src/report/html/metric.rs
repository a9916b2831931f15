//! A metric of the HTML report.

use super::super::model::MetricSummary;
use super::super::wording;
use super::chart::{Bar, Chart, DeltaChart};
use super::matrix::Matrix;
use super::text::Text;

/// One metric: its change, a chart, a table and notes.
pub(super) struct Metric {
    pub(super) name: String,
    /// Its id and kind.
    pub(super) note: String,
    /// The change of its pass rate.
    pub(super) change: Option<Change>,
    pub(super) delta: Option<DeltaChart>,
    pub(super) chart: Option<Chart>,
    /// A bar if there is no chart.
    pub(super) bar: Option<Bar>,
    pub(super) matrix: Option<Matrix>,
    /// Notes, each with its term.
    pub(super) terms: Vec<(&'static str, String)>,
    /// Whether the definition changed during the campaign, which makes the numbers doubtful.
    pub(super) changed: bool,
}

/// A change of a pass rate.
pub(super) struct Change {
    pub(super) points: String,
    pub(super) interval: String,
    /// The colour; plain unless the data show a change.
    pub(super) tone: &'static str,
    pub(super) rates: Option<(String, String)>,
}

/// A metric without changes, as one line.
pub(super) struct Unchanged {
    pub(super) name: String,
    pub(super) note: String,
    pub(super) summary: String,
}

impl Metric {
    pub(super) fn new(metric: &MetricSummary, reach: f64) -> Self {
        let name = name(&metric.name);
        let matrix = Matrix::new(&metric.flips);
        let delta = metric
            .pass_rate_change
            .as_ref()
            .map(|delta| DeltaChart::new(&name, delta, reach));
        let chart = match delta {
            Some(_) => None,
            None => Chart::new(&name, metric),
        };
        let bar = if delta.is_none() && chart.is_none() {
            Bar::new(&name, metric)
        } else {
            None
        };
        let (before, after) = (&metric.definition.before, &metric.definition.after);
        Self {
            note: note(metric),
            change: Change::new(metric),
            terms: terms(metric, matrix.is_some()),
            changed: matches!((before, after), (Some(before), Some(after)) if before != after),
            name,
            delta,
            chart,
            bar,
            matrix,
        }
    }
}

impl Change {
    fn new(metric: &MetricSummary) -> Option<Self> {
        let delta = metric.pass_rate_change.as_ref()?;
        let tone = match metric.shows_change() {
            true if delta.difference < 0.0 => "fail",
            true => "pass",
            false => "plain",
        };
        let rates = metric.pass_rate_before.zip(metric.pass_rate_after);
        Some(Self {
            points: wording::points(delta),
            interval: wording::interval(delta),
            tone,
            rates: rates.map(|(before, after)| {
                (wording::percent(before.rate), wording::percent(after.rate))
            }),
        })
    }
}

impl Unchanged {
    pub(super) fn new(metric: &MetricSummary) -> Option<Self> {
        Some(Self {
            summary: wording::unchanged(metric)?,
            name: name(&metric.name),
            note: note(metric),
        })
    }
}

fn note(metric: &MetricSummary) -> String {
    let id = metric.id.map(|id| format!("metric {id}"));
    let kind = metric.kind.as_deref().map(|kind| Text::cut(kind, 80).shown);
    id.into_iter().chain(kind).collect::<Vec<_>>().join(" · ")
}

/// Returns a metric's name, shortened for a heading.
pub(super) fn name(name: &str) -> String {
    let text = Text::cut(name, 200);
    match text.notice {
        None if text.is_empty() => "(without a name)".to_owned(),
        None => text.shown,
        Some(_) => format!("{}…", text.shown),
    }
}

fn terms(metric: &MetricSummary, judges: bool) -> Vec<(&'static str, String)> {
    let reworded = metric.explanation_changed;
    [
        judges.then(|| ("Flips", wording::flips(metric))),
        wording::moves(metric).map(|text| ("Other changes", text)),
        wording::noise(metric).map(|text| ("Noise", text)),
        (reworded > 0).then(|| {
            let verdicts =
                wording::several(reworded, "unchanged verdict has", "unchanged verdicts have");
            (
                "Explanations",
                format!("{verdicts} a different explanation."),
            )
        }),
        wording::definition(&metric.definition)
            .map(|text| ("Definition", Text::cut(&text, 400).shown)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
