//! Who may call.

use crate::regen::{
    document::{Node, Pointer, Value},
    finding::Finding,
    spec::operations,
};

/// Every operation can be called with a declared security scheme, its own or the document's. A misspelt name
/// is ignored by readers of the document, and a call without a key is never meant.
pub(super) fn security(document: &Node) -> Vec<Finding> {
    let declared: Vec<&str> = document
        .at("/components/securitySchemes")
        .map(Node::entries)
        .unwrap_or_default()
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    let mut findings = Vec::new();
    let shared = document.entry("security");
    if let Some(entry) = shared {
        let pointer = Pointer::from("/security");
        requirements(&declared, entry.line, &entry.node, &pointer, &mut findings);
    }
    for operation in operations(document) {
        match operation.node.entry("security") {
            Some(entry) => {
                let pointer = operation.pointer.then("security");
                requirements(&declared, entry.line, &entry.node, &pointer, &mut findings);
            }
            None if shared.is_none() => findings.push(Finding::new(
                "security",
                operation.line,
                operation.pointer.clone(),
                "nothing says how a caller proves who it is; add `security` with a declared scheme, here or to the document",
            )),
            None => {}
        }
    }
    findings
}

fn requirements(
    declared: &[&str],
    line: usize,
    list: &Node,
    pointer: &Pointer,
    findings: &mut Vec<Finding>,
) {
    let example = "write for example `security: [ { api_key: [] } ]`";
    if list.items().is_empty() {
        findings.push(Finding::new(
            "security",
            line,
            pointer.clone(),
            format!("at least one scheme must be given; {example}"),
        ));
    }
    for (i, one) in list.items().iter().enumerate() {
        let pointer = pointer.then(&i.to_string());
        if one.entries().is_empty() {
            findings.push(Finding::at(
                "security",
                one,
                &pointer,
                format!(
                    "a requirement names a scheme, this is {} without one; {example}",
                    one.kind()
                ),
            ));
        }
        for entry in one.entries() {
            let problem = if !declared.contains(&entry.key.as_str()) {
                format!(
                    "{:?} is not in components/securitySchemes; declare it, or use one of: {}",
                    entry.key,
                    declared.join(", ")
                )
            } else if matches!(entry.node.value, Value::List(_)) {
                continue;
            } else {
                format!("after the name comes a list of scopes; {example}")
            };
            findings.push(Finding::new(
                "security",
                entry.line,
                pointer.then(&entry.key),
                problem,
            ));
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
            ("security: [{}]", "{}", 2, "names a scheme"),
            ("security: [{api_key: read}]", "{}", 2, "scopes"),
            ("security: api_key", "{}", 2, "at least one"),
            ("info: {}", "{}", 5, "nothing says"),
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
