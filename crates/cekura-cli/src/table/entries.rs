//! The entries of a reply, and the cells that are shown of them.

use serde_json::{Map, Value};

/// The entries of a reply: a list, the `results` of a page, or the reply itself.
pub(super) fn entries(reply: Value) -> Vec<Value> {
    match reply {
        Value::Array(entries) => entries,
        Value::Object(mut page) => match page.remove("results") {
            Some(Value::Array(entries)) => entries,
            Some(other) => {
                page.insert("results".to_owned(), other);
                vec![page.into()]
            }
            None => vec![page.into()],
        },
        Value::Null => Vec::new(),
        other => vec![other],
    }
}

/// A field of an entry; `a.b` is the field `b` of `a`.
pub(super) fn field<'a>(entry: &'a Value, name: &str) -> Option<&'a Value> {
    entry.get(name).or_else(|| {
        let (first, rest) = name.split_once('.')?;
        field(entry.get(first)?, rest)
    })
}

/// An entry with these fields only.
pub(super) fn only(entry: &Value, names: &[String]) -> Value {
    let fields = names
        .iter()
        .filter_map(|name| Some((name.clone(), field(entry, name)?.clone())));
    Value::Object(fields.collect::<Map<_, _>>())
}

/// A value in one line: lists of plain values as words, other structures as JSON.
pub(crate) fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items))
            if items
                .iter()
                .all(|item| !item.is_array() && !item.is_object()) =>
        {
            let items: Vec<String> = items.iter().map(|item| cell(Some(item))).collect();
            items.join(", ")
        }
        Some(value) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn entries_are_found_in_every_shape() {
        assert_eq!(entries(json!([1, 2])), [json!(1), json!(2)]);
        assert_eq!(entries(json!({"next": null, "results": [1]})), [json!(1)]);
        assert_eq!(
            entries(json!({"results": {"a": 1}})),
            [json!({"results": {"a": 1}})]
        );
        assert_eq!(entries(json!({"a": 1})), [json!({"a": 1})]);
        assert!(entries(Value::Null).is_empty());
    }

    #[test]
    fn fields_are_found_by_their_path() {
        let entry = json!({"a": {"b": [1, "x"]}, "c.d": 2, "e": null});
        assert_eq!(cell(field(&entry, "a.b")), "1, x");
        assert_eq!(cell(field(&entry, "c.d")), "2");
        assert_eq!(cell(field(&entry, "a")), "{\"b\":[1,\"x\"]}");
        assert_eq!(cell(field(&entry, "e")), "");
        let names = ["c.d".to_owned(), "x".to_owned()];
        assert_eq!(only(&entry, &names), json!({"c.d": 2}));
    }
}
