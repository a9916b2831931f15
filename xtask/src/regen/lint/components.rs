//! What a component may be.

use super::schemas::properties;
use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::{reached, reply_schemas, request_schemas},
};

/// A component that something is sent or answered with is an object with properties, an enum, a union, or has a
/// hand-written type. Any other would become a type around one value, which says nothing and which lenient reading
/// does not know; so would one that may be null itself.
pub(super) fn named_schemas(document: &Value) -> Vec<Finding> {
    let base = Pointer::from("/components/schemas");
    let mut names = reply_schemas(document);
    names.extend(request_schemas(document));
    let components = names.into_iter().map(|name| base.then(name));
    components
        .filter_map(|pointer| Some((document.pointer(pointer.as_str())?, pointer)))
        .filter_map(|(schema, pointer)| {
            let known = ["enum", "oneOf", "x-rust-type"];
            let problem = if schema.get("nullable").is_some() {
                "a component must not be nullable itself; write `nullable` where it is referred to"
            } else if properties(schema).next().is_none() && !known.iter().any(|key| schema.get(key).is_some()) {
                "a component is an object with properties, an enum, a union, or has an x-rust-type; \
                 write this one out where it is referred to"
            } else {
                return None;
            };
            Some(Finding::new("named-schema", &pointer, problem))
        })
        .collect()
}

/// Every component is used by an operation: one that is left over after an edit would be read and kept for nothing.
pub(super) fn used_components(document: &Value) -> Vec<Finding> {
    let used = reached(document, document.get("paths"));
    let base = Pointer::from("/components");
    let sections = document.entries_of("components");
    let named = sections.filter(|(section, _)| *section != "securitySchemes");
    let all = named.flat_map(|(section, all)| {
        let section = base.then(section);
        all.entries().map(move |(name, _)| section.then(name))
    });
    all.filter(|pointer| !used.contains(pointer.as_str()))
        .map(|pointer| {
            let problem = "no operation refers to this component; remove it, or refer to it";
            Finding::new("used-component", pointer, problem)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    #[test]
    fn a_component_is_more_than_one_value() {
        for body in [
            "responses: {'200': {content: {j: BODY}}}",
            "requestBody: {content: {j: BODY}}",
        ] {
            let document = |schema: &str| {
                let body = body.replace("BODY", "{$ref: '#/components/schemas/Called'}");
                format!(
                    "paths: {{/a/: {{post: {{{body}}}}}}}\ncomponents:\n  schemas:\n    Called: {schema}\n    Unused: {{type: string}}"
                )
            };
            let good = document("{properties: {a: {nullable: true, allOf: [{$ref: '#/x'}]}}}");
            for (bad, words) in [
                ("{type: string}", "write this one out"),
                ("{type: array, items: {$ref: '#/x'}}", "write this one out"),
                (
                    "{type: object, additionalProperties: {}, properties: {}}",
                    "write this one out",
                ),
                ("{$ref: '#/x'}", "write this one out"),
                ("{type: string, enum: [a], nullable: true}", "referred to"),
            ] {
                one_bad_one_good(named_schemas, &document(bad), 4, words, &good);
            }
        }
    }

    #[test]
    fn components_are_used() {
        let path = "paths: {/a/: {get: {x: {$ref: '#/components/schemas/A'}}}}";
        let schemas = "components:\n  securitySchemes: {key: {}}\n  schemas:\n    A: {items: {$ref: '#/components/schemas/B'}}\n    B: {}";
        one_bad_one_good(
            used_components,
            &format!("{path}\n{schemas}\n    C: {{items: {{$ref: '#/components/schemas/C'}}}}"),
            7,
            "no operation",
            &format!("{path}\n{schemas}"),
        );
    }
}
