//! Whether a reply is a list, and the columns that the program shows of its entries.

use super::body::Shape;
use super::field::Kind;
use crate::regen::{
    document::{Json, Value},
    spec::{Operation, is_success, resolve},
};

/// The fields that a list shows where the contract does not name them.
const USUAL: [&str; 4] = ["id", "name", "status", "created_at"];

/// The number of columns of entries that have none of the usual fields.
const FIRST: usize = 5;

/// Whether the reply is a list, and its columns.
pub(super) fn reply(document: &Value, operation: &Operation<'_>) -> (bool, Vec<String>) {
    let responses = operation.responses().into_iter();
    let mut bodies = responses.filter(|(status, ..)| is_success(status));
    let schema = bodies.find_map(|(_, _, node)| {
        let content = resolve(document, node)?.get("content")?;
        content.get("application/json")?.get("schema")
    });
    let Some(schema) = schema else {
        return (false, Vec::new());
    };
    let entry = entry(document, schema);
    let named = operation.node.items_of("x-cekura-columns");
    let columns = match (named, entry) {
        ([], None) => Vec::new(),
        ([], Some(entry)) => usual(document, entry),
        (named, _) => named
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    };
    (entry.is_some(), columns)
}

/// The schema of an entry, where a schema is a list, or a page with the entries in `results`.
fn entry<'a>(document: &'a Value, schema: &'a Value) -> Option<&'a Value> {
    let node = resolve(document, schema)?;
    if node.text_of("type") == Some("array") {
        return node.get("items");
    }
    let mut shape = Shape::default();
    shape.add(document, schema);
    let property = |name: &str| {
        let found = shape.properties.iter().find(|(known, _)| *known == name);
        found.map(|(_, node)| *node)
    };
    property("next")?;
    resolve(document, property("results")?)?.get("items")
}

fn usual(document: &Value, entry: &Value) -> Vec<String> {
    let mut shape = Shape::default();
    shape.add(document, entry);
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

    fn of(schema: &str, more: &str) -> (bool, Vec<String>) {
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
        assert_eq!(of(&array, ""), (true, usual.to_vec()));
        assert_eq!(of(&page, ""), (true, usual.to_vec()));
        assert_eq!(of(entry, ""), (false, Vec::new()));
        assert_eq!(
            of(&page, ", x-cekura-columns: [x]"),
            (true, vec!["x".to_owned()])
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
            (false, Vec::new())
        );
    }
}
