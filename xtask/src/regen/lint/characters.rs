//! Invisible characters.

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
};

/// No character that is invisible or changes the direction of text: in a description it stops the compiler, in a name
/// nobody sees it.
pub(super) fn visible_characters(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut judge = |pointer: &Pointer, text: &str| {
        if let Some(found) = text.chars().find(|c| is_hidden(*c)) {
            let message = format!(
                "this text contains the invisible character U+{:04X}; remove it",
                u32::from(found)
            );
            findings.push(Finding::new("visible-characters", pointer.clone(), message));
        }
    };
    document.walk(&Pointer::default(), &mut |pointer, node| {
        for (key, _) in node.entries() {
            judge(&pointer.then(key), key);
        }
        if let Some(text) = node.as_str() {
            judge(pointer, text);
        }
    });
    findings
}

/// Control characters, marks and overrides of direction, other line ends, and characters without a width.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(
            c,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    #[test]
    fn hidden_characters_are_named_wherever_they_are() {
        let good = "a: {description: \"Grüße, 你好, שלום.\\n\\tNext.\"}";
        for (bad, name) in [
            ("\"\\u202E\"", "U+202E"),
            ("\"\\u2066x\"", "U+2066"),
            ("\"a\\rb\"", "U+000D"),
            ("\"\\0\"", "U+0000"),
            ("\"\\u200B\"", "U+200B"),
        ] {
            for place in ["a:\n  description: {}", "a:\n  enum: [{}]", "a:\n  {}: 1"] {
                let text = place.replace("{}", bad);
                one_bad_one_good(visible_characters, &text, 2, name, good);
            }
        }
    }
}
