//! The style sheet, the script, and the content security policy that allows nothing else.

use std::sync::LazyLock;

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// The style sheet and the script of the page, with the policy that allows them by their digests.
pub(super) struct Assets {
    pub(super) style: String,
    pub(super) script: String,
    pub(super) policy: String,
}

pub(super) static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let style = normal(include_str!("../../../templates/report.css"));
    let script = normal(include_str!("../../../templates/report.js"));
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        source(&style),
        source(&script)
    );
    Assets {
        style,
        script,
        policy,
    }
});

/// Normalises line ends as a browser does, since a checkout may have changed them and the digest depends on them.
fn normal(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Returns the policy source of a text.
fn source(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SHA-256 of nothing, as every policy generator prints it.
    #[test]
    fn a_source_is_a_digest() {
        assert_eq!(
            source(""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }

    #[test]
    fn nothing_can_end_the_style_or_the_script_early() {
        assert!(!ASSETS.style.to_ascii_lowercase().contains("</"));
        assert!(!ASSETS.script.to_ascii_lowercase().contains("</script"));
        assert!(!ASSETS.script.contains("<!--"));
    }

    #[test]
    fn line_ends_do_not_matter() {
        assert_eq!(normal("a\r\nb\n"), "a\nb\n");
    }
}
