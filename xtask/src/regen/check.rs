//! `--check`: what `regen` would change.

use std::path::Path;

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
            &format!("{path}\t(in the tree)"),
            &format!("{path}\t(from openapi.yaml)"),
        )
        .to_string()
}

/// The same for a file that nothing in the document makes. Its text is not shown: it goes as a whole.
pub(crate) fn removal(path: &Path) -> String {
    let path = path.display();
    format!("--- {path}\t(in the tree)\n+++ /dev/null\t(from openapi.yaml)\n")
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
            shown.starts_with("--- types.rs\t(in the tree)\n+++ types.rs\t(from openapi.yaml)\n"),
            "{shown}"
        );
    }
}
