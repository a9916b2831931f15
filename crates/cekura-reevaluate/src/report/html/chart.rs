//! A metric before and after, drawn.

use super::super::model::{MetricSummary, Share};
use super::super::words::{self, count, number, percent};

/// Where the plot begins and ends, in the units of the drawing.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 364.0;
/// How near to the ends of the plot the middle of a label may come.
const MARGIN: f64 = 22.0;

/// Two values on one axis, one above the other.
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) before: Mark,
    pub(super) after: Mark,
    pub(super) ticks: Vec<Tick>,
}

/// A value, with its interval where it has one; positions on the axis.
pub(super) struct Mark {
    pub(super) at: String,
    pub(super) label_at: String,
    pub(super) label: String,
    /// Where the interval begins and ends.
    pub(super) interval: Option<(String, String)>,
}

/// A line across, with its value.
pub(super) struct Tick {
    pub(super) at: String,
    pub(super) label: String,
}

impl Chart {
    /// The shares of passes; else the mean scores; nothing where the metric has neither.
    pub(super) fn new(name: &str, metric: &MetricSummary) -> Option<Self> {
        match (metric.pass_rate_before, metric.pass_rate_after) {
            (Some(before), Some(after)) => Some(Self::shares(name, before, after)),
            _ => metric
                .mean_score
                .filter(|scores| scores.iter().all(|score| score.is_finite()))
                .map(|scores| Self::scores(name, scores)),
        }
    }

    fn shares(name: &str, before: Share, after: Share) -> Self {
        // Tenths, so that the ticks are round.
        let low = (before.low.min(after.low) * 10.0).floor().clamp(0.0, 8.0);
        let high = (before.high.max(after.high) * 10.0)
            .ceil()
            .clamp(low + 2.0, 10.0);
        let axis = Axis {
            low: low / 10.0,
            high: high / 10.0,
        };
        let mark = |share: Share| Mark {
            interval: Some((axis.at(share.low), axis.at(share.high))),
            ..axis.mark(share.rate, percent(share.rate))
        };
        // At most six labels.
        let step = if high - low > 5.0 { 2.0 } else { 1.0 };
        let ticks = steps(low, high, step).map(|tenth| Tick {
            at: axis.at(tenth / 10.0),
            label: percent(tenth / 10.0),
        });
        let told = |share: &Share| {
            format!(
                "{}, 95 % interval {} to {}",
                words::share(share),
                percent(share.low),
                percent(share.high)
            )
        };
        Self {
            title: format!("Share of passes of {name}, before and now"),
            description: format!("Before: {}. Now: {}.", told(&before), told(&after)),
            before: mark(before),
            after: mark(after),
            ticks: ticks.collect(),
        }
    }

    fn scores(name: &str, [before, after]: [f64; 2]) -> Self {
        let (least, most) = (before.min(after), before.max(after));
        // A round step of which four or so make the axis; small scales such as 0 to 5 are shown whole.
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
            title: format!("Mean score of {name}, before and now"),
            description: format!("Before: {}. Now: {}.", number(before), number(after)),
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

/// 1, 2 or 5 times a power of ten, at least `about`.
fn round_step(about: f64) -> f64 {
    let power = 10_f64.powf(about.max(1e-9).log10().floor());
    let factor = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|factor| factor * power >= about * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * power
}

/// For metrics with neither passes nor scores: how many results changed, as a bar.
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
    use crate::stats::wilson;

    fn shares(before: (u64, u64), after: (u64, u64)) -> Chart {
        let share = |(hits, of)| wilson(hits, of).unwrap();
        Chart::shares("x", share(before), share(after))
    }

    fn labels(chart: &Chart) -> Vec<&str> {
        chart.ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn the_axis_is_as_wide_as_the_intervals_and_round() {
        let chart = shares((2_707, 2_966), (2_629, 2_966));
        assert_eq!(labels(&chart), ["80 %", "90 %", "100 %"]);
        let chart = shares((1, 10), (9, 10));
        assert_eq!(
            labels(&chart),
            ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]
        );
    }

    #[test]
    fn values_lie_on_the_axis_in_order() {
        let chart = shares((1, 2), (2, 2));
        let at = |text: &str| text.parse::<f64>().unwrap();
        assert!(at(&chart.before.at) < at(&chart.after.at));
        assert_eq!(at(&chart.after.at), RIGHT);
        assert!(at(&chart.after.label_at) < RIGHT, "a label stays inside");
        let (low, high) = chart.before.interval.as_ref().unwrap();
        assert!(at(low) < at(&chart.before.at) && at(&chart.before.at) < at(high));
    }

    #[test]
    fn scores_of_any_size_have_an_axis_around_them() {
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
    fn the_description_says_what_is_drawn() {
        let chart = shares((8, 10), (9, 10));
        assert_eq!(
            chart.description,
            "Before: 80 % (8 of 10), 95 % interval 49.0 % to 94.3 %. Now: 90 % (9 of 10), 95 % interval 59.6 % to 98.2 %."
        );
    }

    #[test]
    fn a_metric_with_neither_has_a_bar() {
        let metric = MetricSummary {
            values_changed: 3,
            ..MetricSummary::default()
        };
        assert!(Chart::new("x", &metric).is_none());
        let bar = Bar::new("x", &metric).unwrap();
        assert_eq!(bar.label, "3 of 3 results changed (100 %)");
        assert!(Bar::new("x", &MetricSummary::default()).is_none());
    }
}
