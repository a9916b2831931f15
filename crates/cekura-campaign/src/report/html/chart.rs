//! Charts of a metric before and after.

use super::super::model::{Delta, MetricSummary};
use super::super::wording::{count, interval, number, percent, points};

/// The left and right end of the plot, in SVG units.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 364.0;
/// The least distance between the middle of a label and the ends of the plot.
const MARGIN: f64 = 22.0;

/// A change of the pass rate with its interval, on an axis centred on 0.
pub(super) struct DeltaChart {
    pub(super) title: String,
    pub(super) description: String,
    /// The position of 0.
    pub(super) zero: String,
    pub(super) mark: Mark,
    pub(super) ticks: Vec<Tick>,
}

impl DeltaChart {
    /// Creates a chart. `reach` is the length of the axis to either side, the same for all metrics so that they compare.
    pub(super) fn new(name: &str, delta: &Delta, reach: f64) -> Self {
        let axis = Axis {
            low: -reach,
            high: reach,
        };
        let step = round_step(reach / 2.0);
        let sides = (reach / step + 1e-9).floor();
        let ticks = steps(-sides * step, sides * step, step).map(|value| Tick {
            at: axis.at(value),
            label: signed(value * 100.0),
        });
        let summary = format!("{}, 95 % interval {}", points(delta), interval(delta));
        Self {
            title: format!("Change of the pass rate of {name}"),
            description: format!(
                "{summary}, of {} calls judged both times.",
                count(delta.pairs)
            ),
            zero: axis.at(0.0),
            mark: Mark {
                interval: Some((axis.at(delta.low), axis.at(delta.high))),
                ..axis.mark(delta.difference, points(delta))
            },
            ticks: ticks.collect(),
        }
    }

    /// Returns the reach of an axis that fits all changes.
    pub(super) fn reach<'a>(deltas: impl IntoIterator<Item = &'a Delta>) -> f64 {
        let widest = deltas
            .into_iter()
            .flat_map(|delta| [delta.low, delta.high])
            .fold(0.005, |widest: f64, end| widest.max(end.abs()));
        round_step(widest).min(1.0)
    }
}

/// Formats percentage points of a tick with a sign.
fn signed(points: f64) -> String {
    let sign = match points {
        points if points.abs() < 1e-9 => return "0".to_owned(),
        points if points < 0.0 => "−",
        _ => "+",
    };
    format!("{sign}{}", number(points.abs()))
}

/// The values before and after on one axis.
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) before: Mark,
    pub(super) after: Mark,
    pub(super) ticks: Vec<Tick>,
}

/// A value with its label and optional interval, as positions on the axis.
pub(super) struct Mark {
    pub(super) at: String,
    pub(super) label_at: String,
    pub(super) label: String,
    /// The positions of the ends of the interval.
    pub(super) interval: Option<(String, String)>,
}

/// A grid line with its label.
pub(super) struct Tick {
    pub(super) at: String,
    pub(super) label: String,
}

impl Chart {
    /// Creates a chart of the mean scores; `None` if the metric has none.
    pub(super) fn new(name: &str, metric: &MetricSummary) -> Option<Self> {
        metric
            .mean_score
            .filter(|scores| scores.iter().all(|score| score.is_finite()))
            .map(|scores| Self::scores(name, scores))
    }

    fn scores(name: &str, [before, after]: [f64; 2]) -> Self {
        let (least, most) = (before.min(after), before.max(after));
        // Small scales such as 0 to 5 are shown whole; others have round ends with a step to spare on both sides.
        let (low, high) = if least >= 0.0 && most <= 5.0 {
            (0.0, 5.0)
        } else if least >= 0.0 && most <= 10.0 {
            (0.0, 10.0)
        } else {
            let step = round_step((most - least).max(most.abs() / 10.0));
            (
                (least / step).floor() * step - step,
                (most / step).ceil() * step + step,
            )
        };
        let axis = Axis { low, high };
        let step = round_step((high - low) / 5.0);
        let ticks = steps(low, high, step).map(|value| Tick {
            at: axis.at(value),
            label: number(value),
        });
        Self {
            title: format!("Mean score of {name}, before and after"),
            description: format!("Before: {}. After: {}.", number(before), number(after)),
            before: axis.mark(before, number(before)),
            after: axis.mark(after, number(after)),
            ticks: ticks.collect(),
        }
    }
}

/// A scale of values.
struct Axis {
    low: f64,
    high: f64,
}

impl Axis {
    fn position(&self, value: f64) -> f64 {
        let part = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        LEFT + part * (RIGHT - LEFT)
    }

    fn at(&self, value: f64) -> String {
        format!("{:.1}", self.position(value))
    }

    fn mark(&self, value: f64, label: String) -> Mark {
        let label_at = self.position(value).clamp(LEFT + MARGIN, RIGHT - MARGIN);
        Mark {
            at: self.at(value),
            label_at: format!("{label_at:.1}"),
            label,
            interval: None,
        }
    }
}

fn steps(low: f64, high: f64, step: f64) -> impl Iterator<Item = f64> {
    let number = ((high - low) / step + 1e-9).floor().clamp(0.0, 20.0) as u32;
    (0..=number).map(move |i| low + f64::from(i) * step)
}

/// Returns the smallest of 1, 2 or 5 times a power of ten that is at least `about`.
fn round_step(about: f64) -> f64 {
    let power = 10_f64.powf(about.max(1e-9).log10().floor());
    let factor = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|factor| factor * power >= about * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * power
}

/// A bar of how many results changed, for metrics with neither passes nor scores.
pub(super) struct Bar {
    pub(super) title: String,
    pub(super) width: String,
    pub(super) label: String,
}

impl Bar {
    pub(super) fn new(name: &str, metric: &MetricSummary) -> Option<Self> {
        let flips = &metric.flips;
        let changed = metric.values_changed + metric.appeared + metric.vanished;
        let all = flips.without_verdict
            + flips.became_applicable
            + flips.became_not_applicable
            + metric.appeared
            + metric.vanished;
        let all = all.max(changed);
        if all == 0 {
            return None;
        }
        let share = changed as f64 / all as f64;
        let label = format!("{} of {} results changed", count(changed), count(all));
        Some(Self {
            title: format!("{name}: {label}"),
            width: format!("{:.1}", share * (RIGHT - LEFT)),
            label: format!("{label} ({})", percent(share)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delta(difference: f64, low: f64, high: f64) -> Delta {
        Delta {
            pairs: 100,
            difference,
            low,
            high,
        }
    }

    #[test]
    fn all_metrics_share_an_axis_centred_on_zero() {
        let deltas = [delta(-0.026, -0.034, -0.02), delta(0.001, -0.005, 0.012)];
        let reach = DeltaChart::reach(&deltas);
        assert_eq!(reach, 0.05);
        let at = |text: &str| text.parse::<f64>().unwrap();
        for one in &deltas {
            let chart = DeltaChart::new("x", one, reach);
            assert_eq!(at(&chart.zero), f64::midpoint(LEFT, RIGHT));
            let (low, high) = chart.mark.interval.as_ref().unwrap();
            assert!(LEFT <= at(low) && at(low) < at(&chart.mark.at));
            assert!(at(&chart.mark.at) < at(high) && at(high) <= RIGHT);
            let labels: Vec<_> = chart.ticks.iter().map(|t| t.label.as_str()).collect();
            assert_eq!(labels, ["−5", "0", "+5"]);
        }
        assert_eq!(DeltaChart::reach([&delta(-1.0, -1.0, -0.9)]), 1.0);
        assert_eq!(DeltaChart::reach([]), 0.005);
    }

    fn labels(chart: &Chart) -> Vec<&str> {
        chart.ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn scores_of_any_size_fit_their_axis() {
        for scores in [
            [3.9, 3.7],
            [0.0, 0.0],
            [5.0, 0.0],
            [71.5, 80.0],
            [-3.0, 4.0],
            [1e6, 2e6],
            [0.001, 900.0],
        ] {
            let chart = Chart::scores("x", scores);
            assert!(
                (2..=21).contains(&chart.ticks.len()),
                "{scores:?}: {:?}",
                labels(&chart)
            );
            for mark in [&chart.before, &chart.after] {
                let at: f64 = mark.at.parse().unwrap();
                assert!((LEFT..=RIGHT).contains(&at), "{scores:?}: {at}");
            }
        }
        assert_eq!(
            labels(&Chart::scores("x", [3.9, 3.7])),
            ["0", "1", "2", "3", "4", "5"]
        );
    }

    #[test]
    fn the_description_states_change_interval_and_calls() {
        let chart = DeltaChart::new("x", &delta(-0.026, -0.034, -0.02), 0.05);
        assert_eq!(
            chart.description,
            "−2.6 points, 95 % interval −3.4 to −2.0, of 100 calls judged both times."
        );
    }

    #[test]
    fn a_metric_without_passes_or_scores_has_a_bar() {
        let metric = MetricSummary {
            values_changed: 3,
            ..MetricSummary::default()
        };
        assert!(Chart::new("x", &metric).is_none());
        let bar = Bar::new("x", &metric).unwrap();
        assert_eq!(bar.label, "3 of 3 results changed (100.0 %)");
        assert!(Bar::new("x", &MetricSummary::default()).is_none());
    }
}
