//! `--check`: what `regen` would change.

use similar::TextDiff;

use super::write::Output;

/// The change that writing `output` over `current` would make, as a unified diff; empty if there is none.
pub(crate) fn diff(output: &Output, current: &str) -> String {
    if current == output.text {
        return String::new();
    }
    let path = output.path.display();
    TextDiff::from_lines(current, &output.text)
        .unified_diff()
        .context_radius(3)
        .header(
            &format!("{path} (in the tree)"),
            &format!("{path} (from openapi.yaml)"),
        )
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_makes_a_small_diff() {
        let output = Output {
            path: "types.rs".into(),
            text: "a\nb\nnew\nc\n".to_owned(),
        };
        assert_eq!(diff(&output, &output.text), "");
        let shown = diff(&output, "a\nb\nold\nc\n");
        assert!(shown.contains("\n-old\n+new\n"), "{shown}");
        assert!(
            shown.starts_with("--- types.rs (in the tree)\n+++ types.rs (from openapi.yaml)\n"),
            "{shown}"
        );
    }
}
