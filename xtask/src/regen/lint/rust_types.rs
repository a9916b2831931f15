//! Schemas that a hand-written type stands for.

use super::schemas::all_schemas;
use crate::regen::{
    document::{Json, Value},
    finding::Finding,
};

/// The hand-written types of `cekura_api::scalars`.
const OPEN_TYPES: [&str; 8] = [
    "AgentId",
    "AssistantId",
    "CallLogId",
    "Credits",
    "MetricId",
    "OrganizationId",
    "ProjectId",
    "Timestamp",
];

/// `x-rust-type` names a type of `cekura_api::scalars`, which the generated code can reach, and is on the component of the
/// same name; around one of another name the generator makes a type of its own.
pub(super) fn rust_type(document: &Value) -> Vec<Finding> {
    all_schemas(document)
        .into_iter()
        .filter_map(|(pointer, schema)| {
            let node = schema.get("x-rust-type")?;
            let name = node.text_of("path").and_then(|path| path.rsplit("::").next());
            if name.is_some_and(|name| OPEN_TYPES.contains(&name))
                && name != pointer.as_str().strip_prefix("/components/schemas/")
            {
                let name = name.unwrap_or_default();
                return Some(Finding::new(
                    "rust-type",
                    pointer.then("x-rust-type"),
                    format!(
                        "only the schema named {name} may have this x-rust-type; move it to components/schemas/{name} and refer to it"
                    ),
                ));
            }
            let known = node.text_of("crate") == Some("cekura-api")
                && node
                    .text_of("path")
                    .and_then(|path| path.strip_prefix("cekura_api::scalars::"))
                    .is_some_and(|name| OPEN_TYPES.contains(&name));
            (!known || node.get("version").is_none()).then(|| {
                Finding::new(
                    "rust-type",
                    pointer.then("x-rust-type"),
                    format!(
                        "write `{{ crate: cekura-api, version: '*', path: 'cekura_api::scalars::NAME' }}` with one of the types in \
                         cekura-api/src/scalars ({}); a new one is added to the list in lint/rust_types.rs",
                        OPEN_TYPES.join(", "),
                    ),
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn schema(yaml: &str) -> String {
        format!("components:\n  schemas:\n    Call:\n      {yaml}")
    }

    #[test]
    fn hand_written_types_can_be_reached() {
        let good = "components: {schemas: {Credits: {x-rust-type: {crate: cekura-api, version: '*', path: 'cekura_api::scalars::Credits'}}}}";
        for bad in [
            "x-rust-type: {crate: cekura, version: '*', path: 'cekura_api::scalars::Credits'}",
            "x-rust-type: {crate: cekura-api, version: '*', path: 'cekura_api::scalars::'}",
            "x-rust-type: {crate: cekura-api, version: '*', path: 'cekura_api::scalars::Nope'}",
            "x-rust-type: {crate: cekura-api, path: 'cekura_api::scalars::Credits'}",
        ] {
            let bad = format!("components:\n  schemas:\n    Credits:\n      {bad}");
            one_bad_one_good(rust_type, &bad, 4, "cekura_api::scalars::NAME", good);
        }
        let credits = "{x-rust-type: {crate: cekura-api, version: '*', path: 'cekura_api::scalars::Credits'}}";
        for bad in [
            credits.to_owned(),
            format!("{{properties: {{a: {credits}}}}}"),
        ] {
            let words = "components/schemas/Credits";
            one_bad_one_good(rust_type, &schema(&bad), 4, words, good);
        }
    }

    #[test]
    fn the_list_of_hand_written_types_is_complete() {
        let module: syn::File = syn::parse_str(include_str!(
            "../../../../crates/cekura-api/src/scalars/mod.rs"
        ))
        .unwrap();
        let mut exported = Vec::new();
        for item in &module.items {
            if let syn::Item::Use(item) = item {
                let text = quote::quote!(#item).to_string();
                let names = text.split(|c: char| !c.is_ascii_alphanumeric());
                exported.extend(
                    names
                        .filter(|n| n.starts_with(|c: char| c.is_ascii_uppercase()))
                        .filter(|n| !n.starts_with("Parse"))
                        .map(str::to_owned),
                );
            }
        }
        exported.sort();
        assert_eq!(exported, OPEN_TYPES);
    }
}
