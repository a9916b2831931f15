//! References.

use std::collections::BTreeSet;

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::resolve,
};

/// Every `$ref` leads to something in this document, and not in a circle; the generator panics otherwise.
/// Keys beside a `$ref` are refused too: OpenAPI 3.0 ignores them silently.
pub(super) fn references_lead_somewhere(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    document.walk(&Pointer::default(), &mut |pointer, node| {
        let Some(target) = node.get("$ref") else {
            return;
        };
        let at = |message: String| Finding::new("reference", pointer, message);
        match target.as_str() {
            Some(text) if text.starts_with("#/") => {
                if resolve(document, node).is_none() && seen.insert(pointer.clone()) {
                    findings.push(at(format!(
                        "{text:?} does not exist or refers to itself; correct the name or add it under components"
                    )));
                }
            }
            _ => findings.push(at("$ref must start with `#/`; other documents are not supported".to_owned())),
        }
        if node.entries().count() > 1 {
            findings.push(at(
                "keys beside $ref are ignored in OpenAPI 3.0; wrap the reference: `allOf: [ { $ref: … } ]`".to_owned(),
            ));
        }
    });
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    const GOOD: &str = "a: {$ref: '#/b'}\nb: {type: string}";

    #[test]
    fn a_missing_target_is_named() {
        one_bad_one_good(
            references_lead_somewhere,
            "x: 1\na: {$ref: '#/b'}",
            2,
            "#/b",
            GOOD,
        );
    }

    #[test]
    fn other_files_are_refused() {
        one_bad_one_good(
            references_lead_somewhere,
            "a: {$ref: other.yaml}",
            1,
            "must start with",
            GOOD,
        );
    }

    #[test]
    fn siblings_are_refused() {
        let bad = "a: {$ref: '#/b', nullable: true}\nb: {type: string}";
        one_bad_one_good(references_lead_somewhere, bad, 1, "ignored", GOOD);
    }

    #[test]
    fn a_circle_ends() {
        let bad = "a: {$ref: '#/a'}";
        one_bad_one_good(references_lead_somewhere, bad, 1, "refers to itself", GOOD);
    }
}
