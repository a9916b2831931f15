//! Numbers and statistics in plain words, the same in every rendering.

use super::model::{Definition, MetricSummary, Share};

/// A count with separators between thousands: `12,034`.
#[must_use]
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share in percent, with one decimal unless it is whole: `92.1 %`, `85.0 %`, `3 %`. What is not all does not read
/// `100 %`, nor what is not nothing `0 %`.
#[must_use]
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    let whole = (percent - percent.round()).abs() < 1e-9;
    let text = format!("{percent:.*}", usize::from(!whole));
    match text.as_str() {
        "100.0" => "> 99.9 %".to_owned(),
        "0.0" => "< 0.1 %".to_owned(),
        _ => format!("{text} %"),
    }
}

/// A number of call logs: `1 call log`, `2,991 call logs`.
#[must_use]
pub fn logs(number: u64) -> String {
    several(number, "call log", "call logs")
}

pub(crate) fn several(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// Parts of a sentence: `a`, `a and b`, `a, b and c`.
pub(crate) fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let mut parts: Vec<String> = parts.into_iter().collect();
    match parts.pop() {
        None => String::new(),
        Some(last) if parts.is_empty() => last,
        Some(last) => format!("{} and {last}", parts.join(", ")),
    }
}

/// A probability: `p = 0.035`, `p < 0.001`.
#[must_use]
pub fn probability(p: f64) -> String {
    if p < 0.001 {
        "p < 0.001".to_owned()
    } else if p < 0.1 {
        format!("p = {p:.3}")
    } else {
        format!("p = {p:.2}")
    }
}

/// A score or another number, with at most two decimals: `3.5`, `4`, `3,391`.
#[must_use]
pub fn number(number: f64) -> String {
    let text = format!("{:.2}", number.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), count);
    let decimals = decimals.trim_end_matches('0');
    let sign = if number < 0.0 && text != "0.00" {
        "−"
    } else {
        ""
    };
    if decimals.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{decimals}")
    }
}

/// A share with what it is a share of: `92.1 % (2,755 of 2,991)`.
#[must_use]
pub fn share(share: &Share) -> String {
    format!(
        "{} ({} of {})",
        percent(share.rate),
        count(share.hits),
        count(share.of)
    )
}

/// What a metric's flips come to: how many in each direction, and whether the split is more than chance.
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
    match metric.mcnemar_p {
        None => found,
        Some(p) => {
            let meaning = if p < 0.05 {
                "A split this uneven is hardly chance"
            } else {
                "A split like this can be chance"
            };
            format!("{found} {meaning} ({}).", probability(p))
        }
    }
}

/// What became of scores, categories and results that came or went; nothing where nothing did.
#[must_use]
pub fn moves(metric: &MetricSummary) -> Option<String> {
    let mean = metric.mean_score.map(|[before, after]| {
        format!(
            "The mean score went from {} to {}.",
            number(before),
            number(after)
        )
    });
    let parts = [
        (metric.scores_moved, "score moved", "scores moved"),
        (metric.values_changed, "value changed", "values changed"),
        (metric.vanished, "result vanished", "results vanished"),
        (metric.appeared, "result appeared", "results appeared"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| several(*number, one, many))
        .collect();
    let counts = (!parts.is_empty()).then(|| format!("{}.", joined(parts)));
    let told: Vec<String> = mean.into_iter().chain(counts).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Whether a metric's flips are what it does by itself; nothing where its noise was not measured.
#[must_use]
pub fn noise(metric: &MetricSummary) -> Option<String> {
    let noise = metric.noise?;
    let flips = &metric.flips;
    let flipped = flips.pass_to_fail + flips.fail_to_pass;
    let judged = flipped + flips.pass_to_pass + flips.fail_to_fail;
    let rate = if judged > 0 {
        format!(" ({})", percent(flipped as f64 / judged as f64))
    } else {
        String::new()
    };
    let flipped = several(flipped, "flip", "flips");
    let floor = percent(noise.flip_rate.rate);
    let most = percent(noise.flip_rate.high);
    let found = if noise.within {
        format!("{flipped}{rate}, within the noise floor of {floor} (up to {most}).")
    } else if noise.p > 0.05 {
        format!(
            "{flipped}{rate}: the noise floor of {floor} (up to {most}) allows as many, but these lean to one side \
             as noise does not."
        )
    } else {
        format!(
            "{flipped}{rate}, above the noise floor of {floor} (up to {most}; {}).",
            probability(noise.p)
        )
    };
    Some(format!(
        "{found} It was measured on {} of verdicts, of which {} flipped without a change.",
        several(noise.flip_rate.of, "pair", "pairs"),
        count(noise.flip_rate.hits),
    ))
}

/// How well a metric agrees with the people who reviewed calls; nothing where nobody did.
#[must_use]
pub fn agreement(metric: &MetricSummary) -> Option<String> {
    let found = metric.agreement?;
    let agreed = found.both_pass + found.both_fail;
    let all = agreed + found.only_judge_passes + found.only_human_passes;
    let kappa = match (found.kappa, found.kappa_interval) {
        (Some(kappa), Some([low, high])) => {
            format!("Cohen's κ is {kappa:.2} ({low:.2} to {high:.2})")
        }
        (Some(kappa), None) => format!("Cohen's κ is {kappa:.2}"),
        (None, _) => "Cohen's κ says nothing here, as one side never varies".to_owned(),
    };
    Some(format!(
        "Agrees with people on {} of {} ({}). {kappa}.",
        count(agreed),
        several(all, "reviewed call", "reviewed calls"),
        percent(found.agreed)
    ))
}

/// Whether the metric's definition changed while the campaign ran; nothing where it could not be read both times.
#[must_use]
pub fn definition(definition: &Definition) -> Option<String> {
    let (before, after) = (definition.before.as_deref()?, definition.after.as_deref()?);
    Some(if before == after {
        format!("The definition stayed as it was ({}).", short(before))
    } else {
        format!(
            "The definition changed: {} → {}.",
            short(before),
            short(after)
        )
    })
}

/// The first characters of a fingerprint.
pub(crate) fn short(fingerprint: &str) -> &str {
    let end = fingerprint
        .char_indices()
        .nth(8)
        .map_or(fingerprint.len(), |(end, _)| end);
    &fingerprint[..end]
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(count(number), text);
        }
        assert_eq!(logs(1), "1 call log");
    }

    #[test]
    fn percents_do_not_round_to_all_or_nothing() {
        for (share, text) in [
            (0.0, "0 %"),
            (0.0004, "< 0.1 %"),
            (0.850_2, "85.0 %"),
            (0.03, "3 %"),
            (0.9214, "92.1 %"),
            (0.9996, "> 99.9 %"),
            (1.0, "100 %"),
        ] {
            assert_eq!(percent(share), text);
        }
    }

    #[test]
    fn numbers_are_short() {
        for (value, text) in [
            (3.5, "3.5"),
            (4.0, "4"),
            (0.126, "0.13"),
            (-0.001, "0"),
            (100.0, "100"),
            (-1234.5, "−1,234.5"),
        ] {
            assert_eq!(number(value), text);
        }
        assert_eq!(probability(0.000_2), "p < 0.001");
        assert_eq!(probability(0.0347), "p = 0.035");
        assert_eq!(probability(1.0), "p = 1.00");
    }

    #[test]
    fn lists_read_as_sentences() {
        let list = |words: &[&str]| joined(words.iter().map(ToString::to_string));
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn statistics_in_words() {
        let report = sample::report();
        let told: Vec<_> = report
            .metrics
            .iter()
            .map(|metric| {
                [
                    Some(metric.name.clone()),
                    Some(flips(metric)),
                    moves(metric),
                    noise(metric),
                    agreement(metric),
                    definition(&metric.definition),
                ]
            })
            .map(|lines| lines.into_iter().flatten().collect::<Vec<_>>().join("\n"))
            .collect();
        insta::assert_snapshot!("words", told.join("\n\n"));
    }
}
