//! Counts with their nouns.

/// Formats a count: `1 call log`, `2 call logs`.
pub(crate) fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", plural(n))
}

/// Formats a list: `call log 5001`, `call logs 5001, 5002`. `n` is the number that `list` stands for.
pub(crate) fn named(n: usize, what: &str, list: &str) -> String {
    format!("{what}{} {list}", plural(n))
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_is_singular() {
        assert_eq!(count(1, "call log"), "1 call log");
        assert_eq!(count(0, "call log"), "0 call logs");
        assert_eq!(named(1, "metric", "71"), "metric 71");
        assert_eq!(named(2, "metric", "71, 72"), "metrics 71, 72");
    }
}
