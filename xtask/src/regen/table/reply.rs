//! The shape of a reply, and the columns that the program shows of its entries.

use proc_macro2::TokenStream;
use quote::quote;

use super::body::Shape;
use super::field::Kind;
use crate::regen::{
    document::{Json, Value},
    spec::{Operation, is_success, resolve},
};

/// The shape of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Object,
    Array,
    /// An object with the entries in `results`.
    Page,
    None,
}

impl Shown {
    pub(super) fn constant(self) -> TokenStream {
        match self {
            Self::Object => quote!(Reply::Object),
            Self::Array => quote!(Reply::Array),
            Self::Page => quote!(Reply::Page),
            Self::None => quote!(Reply::None),
        }
    }
}

/// The fields that a list shows where the contract does not name them.
const USUAL: [&str; 4] = ["id", "name", "status", "created_at"];

/// The number of columns of entries that have none of the usual fields.
const FIRST: usize = 5;

/// The shape of the reply, and its columns.
pub(super) fn reply(document: &Value, operation: &Operation<'_>) -> (Shown, Vec<String>) {
    let responses = operation.responses().into_iter();
    let mut bodies = responses.filter(|(status, ..)| is_success(status));
    let schema = bodies.find_map(|(_, _, node)| {
        let content = resolve(document, node)?.get("content")?;
        content.get("application/json")?.get("schema")
    });
    let Some(schema) = schema else {
        return (Shown::None, Vec::new());
    };
    let (shown, entry) = entry(document, schema);
    let named = operation.node.items_of("x-cekura-columns");
    let columns = match (named, shown) {
        ([], Shown::Object) => Vec::new(),
        ([], _) => usual(document, entry),
        (named, _) => named
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    };
    (shown, columns)
}

/// The shape of a schema, and the schema of one entry.
fn entry<'a>(document: &'a Value, schema: &'a Value) -> (Shown, Option<&'a Value>) {
    let Some(node) = resolve(document, schema) else {
        return (Shown::Object, None);
    };
    if node.text_of("type") == Some("array") {
        return (Shown::Array, node.get("items"));
    }
    let mut shape = Shape::default();
    shape.add(document, schema);
    let property = |name: &str| {
        let found = shape.properties.iter().find(|(known, _)| *known == name);
        found.map(|(_, node)| *node)
    };
    let results = property("results").and_then(|node| resolve(document, node)?.get("items"));
    match (results, property("next")) {
        (Some(items), Some(_)) => (Shown::Page, Some(items)),
        _ => (Shown::Object, Some(node)),
    }
}

fn usual(document: &Value, entry: Option<&Value>) -> Vec<String> {
    let mut shape = Shape::default();
    if let Some(entry) = entry {
        shape.add(document, entry);
    }
    let has = |name: &str| shape.properties.iter().any(|(known, _)| *known == name);
    let usual: Vec<String> = USUAL
        .into_iter()
        .filter(|name| has(name))
        .map(str::to_owned)
        .collect();
    if usual.len() > 1 {
        return usual;
    }
    let scalar = shape
        .properties
        .iter()
        .filter(|(_, node)| Kind::of(document, node).0.is_scalar());
    scalar
        .take(FIRST)
        .map(|(name, _)| (*name).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::{load::json, spec::operations};

    fn of(schema: &str, more: &str) -> (Shown, Vec<String>) {
        let document = json(&format!(
            "paths: {{/a/: {{get: {{operationId: a_list{more}, responses: {{'200': {{content: {{application/json: \
             {{schema: {schema}}}}}}}}}}}}}}}"
        ));
        reply(&document, &operations(&document)[0])
    }

    #[test]
    fn entries_have_the_usual_columns_or_those_of_the_contract() {
        let entry = "{properties: {status: {}, id: {}, x: {}}}";
        let array = format!("{{type: array, items: {entry}}}");
        let page = format!("{{properties: {{next: {{}}, results: {array}}}}}");
        let usual = ["id".to_owned(), "status".to_owned()];
        assert_eq!(of(&array, ""), (Shown::Array, usual.to_vec()));
        assert_eq!(of(&page, ""), (Shown::Page, usual.to_vec()));
        assert_eq!(of(entry, ""), (Shown::Object, Vec::new()));
        assert_eq!(
            of(&page, ", x-cekura-columns: [x]"),
            (Shown::Page, vec!["x".to_owned()])
        );
        let other =
            "{type: array, items: {properties: {a: {type: string}, b: {}, c: {type: integer}}}}";
        assert_eq!(of(other, "").1, ["a", "c"]);
    }

    #[test]
    fn a_reply_without_content_shows_nothing() {
        let document = json(
            "paths: {/a/: {delete: {operationId: a_destroy, responses: {'204': {description: d}}}}}",
        );
        assert_eq!(
            reply(&document, &operations(&document)[0]),
            (Shown::None, Vec::new())
        );
    }
}
