//! The statistics of a metric in words.

use super::super::model::{Definition, Delta, Flips, MetricSummary};
use super::numbers::{
    count, interval, joined, number, percent, points, probability, several, short,
};

/// Returns the change of the pass rate with its interval, and the rates before and after; `None` if no call log was judged
/// both times.
#[must_use]
pub fn change(metric: &MetricSummary) -> Option<String> {
    let delta = metric.pass_rate_change.as_ref()?;
    let rates = metric
        .pass_rate_before
        .zip(metric.pass_rate_after)
        .map(|(before, after)| {
            format!(
                " Before: {}. After: {}.",
                percent(before.rate),
                percent(after.rate)
            )
        });
    Some(format!(
        "{} (95 % interval {}), of {} judged both times.{}",
        points(delta),
        interval(delta),
        several(delta.pairs, "call", "calls"),
        rates.unwrap_or_default()
    ))
}

/// Returns the flips in each direction and whether they show a change.
#[must_use]
pub fn flips(metric: &MetricSummary) -> String {
    let (worse, better) = (metric.flips.pass_to_fail, metric.flips.fail_to_pass);
    if worse + better == 0 {
        return "No verdict flipped.".to_owned();
    }
    let found = format!(
        "{} from pass to fail, {} from fail to pass.",
        count(worse),
        count(better)
    );
    let Some(p) = metric.p_adjusted.or(metric.mcnemar_p) else {
        return found;
    };
    let adjusted = match metric.p_adjusted {
        Some(_) => ", adjusted",
        None => "",
    };
    let meaning = match (metric.shows_change(), worse > better) {
        (true, true) => "More calls got worse than better",
        (true, false) => "More calls got better than worse",
        (false, _) => "No clear direction",
    };
    format!("{found} {meaning} ({}{adjusted}).", probability(p))
}

/// Returns the direction with more flips.
pub(crate) fn direction(flips: &Flips) -> &'static str {
    if flips.pass_to_fail > flips.fail_to_pass {
        "more got worse than better"
    } else {
        "more got better than worse"
    }
}

/// Returns the changes of scores, categories and results that appeared or vanished; `None` if there are none.
#[must_use]
pub fn moves(metric: &MetricSummary) -> Option<String> {
    let mean = metric
        .mean_score
        .filter(|_| metric.scores_moved > 0)
        .map(|[before, after]| {
            format!(
                "The mean score went from {} to {}.",
                number(before),
                number(after)
            )
        });
    let flips = &metric.flips;
    let parts = [
        (metric.scores_moved, "score moved", "scores moved"),
        (metric.values_changed, "value changed", "values changed"),
        (metric.vanished, "result vanished", "results vanished"),
        (metric.appeared, "result appeared", "results appeared"),
        (
            flips.became_not_applicable,
            "result is not applicable now",
            "results are not applicable now",
        ),
        (
            flips.became_applicable,
            "result is applicable now",
            "results are applicable now",
        ),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| several(*number, one, many))
        .collect();
    let counts = (!parts.is_empty()).then(|| format!("{}.", joined(parts)));
    let text: Vec<String> = mean.into_iter().chain(counts).collect();
    (!text.is_empty()).then(|| text.join(" "))
}

/// Returns one line about a metric without any change; `None` if a result changed.
#[must_use]
pub fn unchanged(metric: &MetricSummary) -> Option<String> {
    if !metric.is_unchanged() {
        return None;
    }
    let pairs = metric.flips.pairs();
    let level = match (metric.pass_rate_after, metric.mean_score) {
        (Some(rate), _) => Some(format!("{} pass", percent(rate.rate))),
        (None, Some([_, mean])) => Some(format!("mean score {}", number(mean))),
        (None, None) => None,
    };
    let room = metric
        .pass_rate_change
        .as_ref()
        .map(|delta: &Delta| format!("change {} points", interval(delta)));
    let judged = (pairs > 0).then(|| several(pairs, "call", "calls"));
    let text: Vec<String> = judged.into_iter().chain(level).chain(room).collect();
    Some(match text.is_empty() {
        true => "no result changed".to_owned(),
        false => format!("no result changed: {}", text.join(", ")),
    })
}

/// Returns how the flips compare with the measured noise; `None` if noise was not measured.
#[must_use]
pub fn noise(metric: &MetricSummary) -> Option<String> {
    let noise = metric.noise?;
    let (flipped, pairs) = (metric.flips.flipped(), metric.flips.pairs());
    let rate = match pairs {
        0 => String::new(),
        pairs => format!(" ({})", percent(flipped as f64 / pairs as f64)),
    };
    let flipped = several(flipped, "flip", "flips");
    let measured = percent(noise.flip_rate.rate);
    let found = if noise.flips_within {
        format!("{flipped}{rate}, within the measured noise of {measured}.")
    } else if noise.p_value > 0.05 {
        format!(
            "{flipped}{rate}: the number is within the measured noise of {measured}, but {}, which noise alone does not explain.",
            direction(&metric.flips)
        )
    } else if noise.flips_beyond {
        format!("{flipped}{rate}, more than the measured noise of {measured} explains.")
    } else {
        format!(
            "{flipped}{rate}, more than the measured noise of {measured}, but too few calls were measured to tell noise from \
             a change."
        )
    };
    let logs = match noise.call_logs {
        0 => String::new(),
        logs => format!("{}, ", several(logs, "call", "calls")),
    };
    Some(format!(
        "{found} Measured on {logs}{}: {} of {} verdicts flipped without a change, 95 % interval {} to {}.",
        several(u64::from(noise.rounds), "round", "rounds"),
        count(noise.flip_rate.hits),
        count(noise.flip_rate.of),
        percent(noise.flip_rate.low),
        percent(noise.flip_rate.high),
    ))
}

/// Returns the definitions that judged before and after, by their fingerprints; `None` if none could be read.
#[must_use]
pub fn definition(definition: &Definition) -> Option<String> {
    let now = definition
        .after
        .as_deref()
        .or(definition.before.as_deref())?;
    let meanwhile = match (&definition.before, &definition.after) {
        (Some(before), Some(after)) if before != after => Some(format!(
            "The definition changed during the campaign ({} → {}); it is unknown which of the two judged a call.",
            short(before),
            short(after)
        )),
        _ => None,
    };
    let before = match &definition.earlier {
        None => "unknown".to_owned(),
        Some(earlier) => format!("{} ({})", short(&earlier.fingerprint), earlier.campaign),
    };
    let is_same = definition
        .earlier
        .as_ref()
        .is_some_and(|earlier| earlier.fingerprint == now);
    let unchanged = if is_same { ", unchanged" } else { "" };
    let text = format!(
        "Definition before: {before}. After: {}{unchanged}.",
        short(now)
    );
    Some(match meanwhile {
        None => text,
        Some(meanwhile) => format!("{meanwhile} {text}"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::model::EarlierDefinition;
    use super::super::super::sample;
    use super::*;

    #[test]
    fn statistics_in_words() {
        let report = sample::report();
        let text: Vec<_> = report
            .metrics
            .iter()
            .map(|metric| {
                [
                    Some(metric.name.clone()),
                    change(metric),
                    Some(flips(metric)),
                    moves(metric),
                    unchanged(metric),
                    noise(metric),
                    definition(&metric.definition),
                ]
            })
            .map(|lines| lines.into_iter().flatten().collect::<Vec<_>>().join("\n"))
            .collect();
        let text = text.join("\n\n");
        assert!(!text.contains("chance"), "{text}");
        insta::assert_snapshot!("words", text);
    }

    #[test]
    fn the_definition_before_is_unknown_without_an_earlier_campaign() {
        let one = |earlier: Option<&str>| {
            definition(&Definition {
                before: Some("9f3c1a7e52d0".to_owned()),
                after: Some("9f3c1a7e52d0".to_owned()),
                earlier: earlier.map(|fingerprint| EarlierDefinition {
                    campaign: "march".to_owned(),
                    fingerprint: fingerprint.to_owned(),
                }),
            })
            .unwrap()
        };
        assert_eq!(one(None), "Definition before: unknown. After: 9f3c1a7e.");
        assert_eq!(
            one(Some("9f3c1a7e52d0")),
            "Definition before: 9f3c1a7e (march). After: 9f3c1a7e, unchanged."
        );
        assert_eq!(
            one(Some("77ab03c4d1e9")),
            "Definition before: 77ab03c4 (march). After: 9f3c1a7e."
        );
        assert_eq!(definition(&Definition::default()), None);
    }
}
