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

/// What the program has to know about a reply.
#[derive(Default)]
pub(super) struct Reply {
    pub(super) is_list: bool,
    /// Whether the list has more pages.
    pub(super) is_page: bool,
    pub(super) columns: Vec<String>,
}

impl Reply {
    pub(super) fn of(document: &Value, operation: &Operation<'_>) -> Self {
        let responses = operation.responses().into_iter();
        let mut bodies = responses.filter(|(status, ..)| is_success(status));
        let schema = bodies.find_map(|(_, _, node)| {
            let content = resolve(document, node)?.get("content")?;
            content.get("application/json")?.get("schema")
        });
        let Some(schema) = schema else {
            return Self::default();
        };
        let array = array_entry(document, schema);
        let page = page_entry(document, schema);
        let named = operation.node.items_of("x-cekura-columns");
        let columns = match (named, array.or(page)) {
            ([], None) => Vec::new(),
            ([], Some(entry)) => usual(document, entry),
            (named, _) => named
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
        };
        Self {
            is_list: array.or(page).is_some(),
            is_page: page.is_some(),
            columns,
        }
    }
}

/// The schema of an entry of an array.
fn array_entry<'a>(document: &'a Value, schema: &'a Value) -> Option<&'a Value> {
    let node = resolve(document, schema)?;
    node.get("items")
        .filter(|_| node.text_of("type") == Some("array"))
}

/// The schema of an entry of a page: an object with `next`, and the entries in `results`.
fn page_entry<'a>(document: &'a Value, schema: &'a Value) -> Option<&'a Value> {
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
        let reply = Reply::of(&document, &operations(&document)[0]);
        assert_eq!(reply.is_page, schema.contains("next"));
        (reply.is_list, reply.columns)
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
        let reply = Reply::of(&document, &operations(&document)[0]);
        assert!(!reply.is_list && reply.columns.is_empty());
    }
}
