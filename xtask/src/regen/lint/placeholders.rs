//! What `cargo xtask spec add` leaves to a person.

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
};

/// Stands where a person has to write something.
pub(crate) const PLACEHOLDER: &str = "FILL IN";

/// No text is still a placeholder.
pub(super) fn filled_in(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    document.walk(&Pointer::default(), &mut |pointer, node| {
        let is_left = node.as_str().is_some_and(|text| text.contains(PLACEHOLDER));
        // The rules about effects and areas name the words that there are.
        let mut others = ["/x-cekura-effect", "/x-cekura-area"].iter();
        if is_left && !others.any(|key| pointer.as_str().ends_with(key)) {
            findings.push(Finding::new(
                "filled-in",
                pointer,
                format!("{PLACEHOLDER} is left here; write it in your own words, and invent the examples"),
            ));
        }
    });
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    #[test]
    fn a_placeholder_is_refused_wherever_it_is() {
        let good = "a: {description: Plain., x-cekura-effect: FILL IN, x-cekura-area: FILL IN}";
        for bad in [
            "a:\n  description: FILL IN",
            "a:\n  x-cekura-decision: [FILL IN. 'Decided: FILL IN.']",
            "a:\n  - {url: 'https://x/FILL IN'}",
            "a:\n  example: {b: FILL IN}",
        ] {
            one_bad_one_good(filled_in, bad, 2, "own words", good);
        }
    }
}
