//! Security schemes.

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::operations,
};

/// Every operation can be called with a declared security scheme, its own or the document's. A misspelt name
/// is ignored by readers of the document, and a call without a key is never meant.
pub(super) fn security(document: &Value) -> Vec<Finding> {
    let declared: Vec<&str> = document
        .pointer("/components/securitySchemes")
        .into_iter()
        .flat_map(Value::entries)
        .map(|(name, _)| name)
        .collect();
    let mut findings = Vec::new();
    let shared = document.get("security");
    if let Some(list) = shared {
        let pointer = Pointer::from("/security");
        requirements(&declared, list, &pointer, &mut findings);
    }
    for operation in operations(document) {
        match operation.node.get("security") {
            Some(list) => {
                let pointer = operation.pointer.then("security");
                requirements(&declared, list, &pointer, &mut findings);
            }
            None if shared.is_none() => findings.push(Finding::new(
                "security",
                operation.pointer.clone(),
                "`security` is missing; add it with a declared scheme, here or to the document",
            )),
            None => {}
        }
    }
    findings
}

fn requirements(declared: &[&str], list: &Value, pointer: &Pointer, findings: &mut Vec<Finding>) {
    let example = "write for example `security: [ { api_key: [] } ]`";
    if list.items().is_empty() {
        findings.push(Finding::new(
            "security",
            pointer.clone(),
            format!("`security` needs at least one scheme; {example}"),
        ));
    }
    for (i, one) in list.items().iter().enumerate() {
        let pointer = pointer.then(&i.to_string());
        if one.entries().next().is_none() {
            findings.push(Finding::new(
                "security",
                &pointer,
                format!(
                    "expected an object with a scheme, found {}; {example}",
                    one.kind()
                ),
            ));
        }
        for (name, scopes) in one.entries() {
            let problem = if !declared.contains(&name) {
                format!(
                    "{name:?} is not in components/securitySchemes; add it, or use one of: {}",
                    declared.join(", ")
                )
            } else if scopes.is_array() {
                continue;
            } else {
                format!("the value of a scheme must be a list of scopes; {example}")
            };
            findings.push(Finding::new("security", pointer.then(name), problem));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn spec(document: &str, operation: &str) -> String {
        format!(
            "components: {{securitySchemes: {{api_key: {{type: apiKey}}}}}}\n{document}\npaths:\n  /a/:\n    get: {operation}"
        )
    }

    #[test]
    fn every_operation_has_a_declared_scheme() {
        let good = spec("security: [{api_key: []}]", "{}");
        for (document, operation, line, words) in [
            ("security: [{apikey: []}]", "{}", 2, "api_key"),
            ("security: []", "{}", 2, "at least one"),
            ("security: [{}]", "{}", 2, "an object with a scheme"),
            ("security: [{api_key: read}]", "{}", 2, "scopes"),
            ("security: api_key", "{}", 2, "at least one"),
            ("info: {}", "{}", 5, "`security` is missing"),
            (
                "security: [{api_key: []}]",
                "{security: []}",
                5,
                "at least one",
            ),
            ("info: {}", "{security: [{bearer: []}]}", 5, "bearer"),
        ] {
            one_bad_one_good(security, &spec(document, operation), line, words, &good);
        }
        let own = spec("info: {}", "{security: [{api_key: []}]}");
        one_bad_one_good(security, &spec("security: []", "{}"), 2, "at least", &own);
    }
}
