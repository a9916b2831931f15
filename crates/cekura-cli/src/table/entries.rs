//! The entries of a reply, and their fields.

use std::collections::BTreeSet;

use serde_json::Value;

/// The column of entries without fields.
const VALUE: &str = "value";

/// Takes the entries of a reply: a list, or the `results` of a page.
pub(super) fn entries(reply: &mut Value) -> Option<Vec<Value>> {
    let entries = match reply {
        Value::Array(entries) => entries,
        page => page.get_mut("results")?.as_array_mut()?,
    };
    Some(std::mem::take(entries))
}

/// A field of an entry; `a.b` is the field `b` of `a`.
pub(super) fn field<'a>(entry: &'a Value, name: &str) -> Option<&'a Value> {
    match entry {
        Value::Object(fields) => fields.get(name).or_else(|| {
            let (first, rest) = name.split_once('.')?;
            field(fields.get(first)?, rest)
        }),
        plain => (name == VALUE).then_some(plain),
    }
}

/// An entry with these fields only.
pub(super) fn only(entry: &Value, names: &[String]) -> Value {
    let fields = names.iter();
    let fields = fields.filter_map(|name| Some((name.as_str(), field(entry, name)?.clone())));
    fields.collect()
}

/// The names of all fields; those that people look for first are first.
pub(super) fn names(entries: &[Value]) -> Vec<String> {
    let names = entries.iter().flat_map(|entry| match entry {
        Value::Object(fields) => fields.keys().map(String::as_str).collect(),
        _ => vec![VALUE],
    });
    let names: BTreeSet<_> = names
        .map(|name| (!["id", "name"].contains(&name), name))
        .collect();
    names.into_iter().map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn entries_are_found_in_every_shape() {
        let entries = |mut reply| entries(&mut reply);
        assert_eq!(entries(json!([1, 2])), Some(vec![json!(1), json!(2)]));
        let page = json!({"next": null, "results": [1]});
        assert_eq!(entries(page), Some(vec![json!(1)]));
        for other in [json!({"results": {"a": 1}}), json!({"a": 1}), Value::Null] {
            assert_eq!(entries(other), None);
        }
    }

    #[test]
    fn fields_are_found_by_their_path() {
        let entry = json!({"a": {"b": [1, "x"]}, "c.d": 2, "e": null});
        assert_eq!(field(&entry, "a.b"), Some(&json!([1, "x"])));
        assert_eq!(field(&entry, "c.d"), Some(&json!(2)));
        assert_eq!(field(&entry, "e"), Some(&Value::Null));
        assert_eq!(field(&entry, "a.c"), None);
        assert_eq!(field(&json!("x"), "value"), Some(&json!("x")));
        let names = ["c.d".to_owned(), "x".to_owned()];
        assert_eq!(only(&entry, &names), json!({"c.d": 2}));
    }

    #[test]
    fn all_fields_are_named_once() {
        let entries = [
            json!({"b": 1, "name": 2}),
            json!({"a": 1, "id": 2, "b": 3}),
            json!(1),
        ];
        assert_eq!(names(&entries), ["id", "name", "a", "b", "value"]);
    }
}
