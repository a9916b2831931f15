//! Text that must agree with the structure.

use super::schemas::{all_schemas, properties};
use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::{operations, resolve},
};

/// Every operation declares 429, alone or with all other refusals, and the `Retry-After` header. Text that promises it while the answers lack it
/// is how the service's own reference goes wrong.
pub(super) fn rate_limit_is_declared(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for operation in operations(document) {
        let text = operation.node.text_of("description").unwrap_or_default();
        let promised = text.contains("429") || text.contains("Retry-After");
        let responses = operation.responses();
        let with = |wanted| responses.iter().find(|(status, ..)| *status == wanted);
        let declared = with("429").or_else(|| with("default"));
        let message = match declared.and_then(|(_, _, node)| resolve(document, node)) {
            None if promised => {
                "the description mentions 429 or Retry-After, but there is no response 429 or default; add one"
            }
            None => {
                "the response 429 is missing; add it or `default`, because the service limits every operation"
            }
            Some(response) if response.pointer("/headers/Retry-After").is_none() => {
                "the response 429 has no header Retry-After; add it, as seconds or as an HTTP-date"
            }
            Some(_) => continue,
        };
        findings.push(Finding::new(
            "rate-limit",
            operation.pointer.clone(),
            message,
        ));
    }
    findings
}

/// Text that says "not both" or "exactly one of" about keys that the same schema requires together, or leaves
/// all optional, is impossible or untyped.
pub(super) fn one_of_two(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pointer, schema) in all_schemas(document) {
        let keys: Vec<&str> = properties(schema).map(|(key, _)| key).collect();
        let texts = properties(schema)
            .filter_map(|(_, property)| property.text_of("description"))
            .chain(schema.text_of("description"));
        for text in texts {
            let says_one = ["not both", "exactly one", "never both", "either of"]
                .iter()
                .any(|words| text.to_lowercase().contains(words));
            let named = keys
                .iter()
                .filter(|key| text.contains(&format!("`{key}`")))
                .count();
            if says_one && named >= 1 && keys.len() >= 2 {
                findings.push(Finding::new(
                    "one-of-two",
                    &pointer,
                    format!(
                        "the description says {text:?}, but one object has both keys; write a oneOf of two objects with one key each"
                    ),
                ));
                break;
            }
        }
    }
    findings
}

/// A decision says what the documentation says, then "Decided:" and what was chosen.
pub(super) fn decisions(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    document.walk(&Pointer::default(), &mut |pointer, node| {
        let Some(decision) = node.get("x-cekura-decision") else {
            return;
        };
        let alone = std::slice::from_ref(decision);
        let all = if decision.items().is_empty() { alone } else { decision.items() };
        for one in all {
            if !one.as_str().is_some_and(|text| text.contains("Decided: ")) {
                findings.push(Finding::new(
                    "decision",
                    pointer.then("x-cekura-decision"),
                    "x-cekura-decision must be text: what the documentation says, then `Decided: `, the choice and the reason",
                ));
            }
        }
    });
    findings
}

/// Descriptions are plain paragraphs: indented or fenced text would become a doctest of the generated crate.
pub(super) fn plain_descriptions(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    document.walk(&Pointer::default(), &mut |pointer, node| {
        // The value of an example may have a key of that name and any text.
        if pointer.as_str().contains("/example") {
            return;
        }
        for key in ["description", "summary"] {
            let Some(text) = node.text_of(key) else {
                continue;
            };
            let code = text.contains("```")
                || text.contains("~~~")
                || text.contains("<details>")
                || text.lines().any(|line| line.starts_with("    ") || line.starts_with('\t'));
            if code {
                findings.push(Finding::new(
                    "plain-description",
                    pointer.then(key),
                    "indented or fenced text is compiled as Rust, and `<details>` ends the description; write plain sentences and put samples into `example`",
                ));
            }
        }
    });
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn op(yaml: &str) -> String {
        format!("paths:\n  /a/:\n    get: {yaml}")
    }

    #[test]
    fn a_promised_429_is_declared() {
        let good = op("{description: 429, responses: {'429': {headers: {Retry-After: {}}}}}");
        for (bad, words) in [
            ("{description: may answer 429}", "mentions 429"),
            ("{description: waits as Retry-After says}", "Retry-After"),
            ("{description: reads}", "response 429 is missing"),
            ("{responses: {'429': {}}}", "has no header"),
        ] {
            one_bad_one_good(rate_limit_is_declared, &op(bad), 3, words, &good);
        }
    }

    #[test]
    fn not_both_needs_a_union() {
        one_bad_one_good(
            one_of_two,
            "components:\n  schemas:\n    Ask:\n      properties:\n        a: {description: 'Give this or `b`, not both.'}\n        b: {}",
            3,
            "oneOf",
            "components: {schemas: {Ask: {description: 'Send `a` or `b`, not both.', oneOf: []}}}",
        );
    }

    #[test]
    fn decisions_decide() {
        let good = "a: {x-cekura-decision: ['One says x. Decided: y.', 'Decided: z.']}";
        for bad in [
            "a: {x-cekura-decision: Unclear.}",
            "a: {x-cekura-decision: ['Decided: y.', Unclear.]}",
        ] {
            one_bad_one_good(decisions, bad, 1, "Decided", good);
        }
    }

    #[test]
    fn code_in_descriptions_is_refused() {
        let good = "a: {description: Plain.}\nexample: {description: \"```\"}";
        one_bad_one_good(
            plain_descriptions,
            "a:\n  description: \"x\\n\\n    code\"",
            2,
            "compiled",
            good,
        );
        one_bad_one_good(
            plain_descriptions,
            "a: {description: \"```json\"}",
            1,
            "compiled",
            good,
        );
    }
}
