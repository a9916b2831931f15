//! A metric on the page.

use super::super::model::MetricSummary;
use super::super::words;
use super::chart::{Bar, Chart};
use super::matrix::Matrix;
use super::text::Text;

/// One metric: a drawing, a table, and what both mean.
pub(super) struct Metric {
    pub(super) name: String,
    /// Its number and kind.
    pub(super) note: String,
    pub(super) chart: Option<Chart>,
    /// Where there is nothing to chart.
    pub(super) bar: Option<Bar>,
    pub(super) matrix: Option<Matrix>,
    /// Terms, and what there is to say.
    pub(super) told: Vec<(&'static str, String)>,
    /// Whether the definition changed meanwhile, which puts everything else in doubt.
    pub(super) changed: bool,
}

impl Metric {
    pub(super) fn new(metric: &MetricSummary) -> Self {
        let name = name(&metric.name);
        let id = metric.id.map(|id| format!("metric {id}"));
        let kind = metric.kind.as_deref().map(|kind| Text::cut(kind, 80).shown);
        let note: Vec<String> = id.into_iter().chain(kind).collect();
        let matrix = Matrix::new(&metric.flips);
        let chart = Chart::new(&name, metric);
        let bar = if chart.is_none() && matrix.is_none() {
            Bar::new(&name, metric)
        } else {
            None
        };
        let (before, after) = (&metric.definition.before, &metric.definition.after);
        Self {
            note: note.join(" · "),
            told: told(metric, matrix.is_some()),
            changed: matches!((before, after), (Some(before), Some(after)) if before != after),
            name,
            chart,
            bar,
            matrix,
        }
    }
}

/// A metric's name, short enough for a heading.
pub(super) fn name(name: &str) -> String {
    let text = Text::cut(name, 200);
    match text.notice {
        None if text.is_empty() => "(without a name)".to_owned(),
        None => text.shown,
        Some(_) => format!("{}…", text.shown),
    }
}

fn told(metric: &MetricSummary, judges: bool) -> Vec<(&'static str, String)> {
    let reworded = metric.explained_differently;
    [
        judges.then(|| ("Flips", words::flips(metric))),
        words::moves(metric).map(|told| ("Moves", told)),
        words::noise(metric).map(|told| ("Noise", told)),
        words::agreement(metric).map(|told| ("People", told)),
        (reworded > 0).then(|| {
            let verdicts = words::several(reworded, "verdict stays", "verdicts stay");
            ("Wording", format!("{verdicts}, explained differently."))
        }),
        words::definition(&metric.definition)
            .map(|told| ("Definition", Text::cut(&told, 300).shown)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
