//! Numbers in words.

use super::super::model::{Delta, Proportion};

/// Formats a count with separators between thousands: `12,034`.
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

/// Formats a share in percent with one decimal: `92.1 %`, `70.0 %`. Only exactly 1 reads `100.0 %`, and only exactly 0 reads
/// `0.0 %`.
#[must_use]
pub fn percent(share: f64) -> String {
    let text = format!("{:.1}", share * 100.0);
    match text.as_str() {
        "100.0" if share < 1.0 => "> 99.9 %".to_owned(),
        "0.0" if share > 0.0 => "< 0.1 %".to_owned(),
        "-0.0" => "0.0 %".to_owned(),
        _ => format!("{text} %"),
    }
}

/// Formats a difference of shares in percentage points with its sign: `−2.6`, `+0.4`, `0.0`. Small differences have two
/// decimals.
fn signed_points(difference: f64) -> String {
    let points = difference * 100.0;
    let size = points.abs();
    let digits = match size {
        size if size == 0.0 || size >= 0.05 => format!("{size:.1}"),
        size if size >= 0.005 => format!("{size:.2}"),
        _ => "0.0".to_owned(),
    };
    match digits.as_str() {
        "0.0" => digits,
        _ if points < 0.0 => format!("−{digits}"),
        _ => format!("+{digits}"),
    }
}

/// Formats a change of a share: `−2.6 points`.
#[must_use]
pub fn points(delta: &Delta) -> String {
    format!("{} points", signed_points(delta.difference))
}

/// Formats the interval of a change: `−3.4 to −2.0`.
#[must_use]
pub fn interval(delta: &Delta) -> String {
    format!(
        "{} to {}",
        signed_points(delta.low),
        signed_points(delta.high)
    )
}

/// Formats a number of call logs: `1 call log`, `2,991 call logs`.
#[must_use]
pub fn logs(number: u64) -> String {
    several(number, "call log", "call logs")
}

pub(crate) fn several(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// Joins parts of a sentence: `a`, `a and b`, `a, b and c`.
pub(crate) fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let mut parts: Vec<String> = parts.into_iter().collect();
    match parts.pop() {
        None => String::new(),
        Some(last) if parts.is_empty() => last,
        Some(last) => format!("{} and {last}", parts.join(", ")),
    }
}

/// Formats a probability: `p = 0.035`, `p < 0.001`.
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

/// Formats a score or another number with at most two decimals: `3.5`, `4`, `3,391`.
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

/// Formats a share with its counts: `92.1 % (2,755 of 2,991)`.
#[must_use]
pub fn proportion(share: &Proportion) -> String {
    format!(
        "{} ({} of {})",
        percent(share.rate),
        count(share.hits),
        count(share.of)
    )
}

/// Returns the first 8 characters of a fingerprint.
pub(crate) fn short(fingerprint: &str) -> &str {
    let end = fingerprint
        .char_indices()
        .nth(8)
        .map_or(fingerprint.len(), |(end, _)| end);
    &fingerprint[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
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
    fn percents_have_one_decimal_and_do_not_round_to_all_or_nothing() {
        for (share, text) in [
            (0.0, "0.0 %"),
            (-0.0, "0.0 %"),
            (0.0004, "< 0.1 %"),
            (0.7, "70.0 %"),
            (0.850_2, "85.0 %"),
            (0.9214, "92.1 %"),
            (0.9996, "> 99.9 %"),
            (1.0, "100.0 %"),
        ] {
            assert_eq!(percent(share), text);
        }
    }

    #[test]
    fn changes_have_a_sign_unless_zero() {
        for (difference, text) in [
            (0.0, "0.0"),
            (-0.0263, "−2.6"),
            (0.004, "+0.4"),
            (-0.000_33, "−0.03"),
            (0.000_01, "0.0"),
            (1.0, "+100.0"),
        ] {
            assert_eq!(signed_points(difference), text);
        }
        let delta = Delta {
            pairs: 2_966,
            difference: -0.0263,
            low: -0.0338,
            high: -0.0196,
        };
        assert_eq!(points(&delta), "−2.6 points");
        assert_eq!(interval(&delta), "−3.4 to −2.0");
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
}
