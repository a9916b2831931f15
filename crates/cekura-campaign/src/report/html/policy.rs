//! Style, script, and the content policy that allows these two and nothing else.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// The style and the script of the page, with the policy that knows them by their digests.
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

/// The text as a browser reads it: a checkout may have changed the line ends, and a digest sees that.
fn normal(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// A text as a source of a content policy.
fn source(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut group = [0; 3];
        group[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes([0, group[0], group[1], group[2]]);
        for i in 0..4 {
            if i <= chunk.len() {
                let sign = bits >> (18 - 6 * i) & 63;
                text.push(char::from(SIGNS[sign as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_standard() {
        for (plain, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), text);
        }
    }

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
