//! JSON values as text.

use serde_json::Value;

/// Returns a value in one line: a list of plain values as its items with `between` them, other structures as JSON, and
/// nothing for null.
pub(crate) fn value_text(value: Option<&Value>, between: &str) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items))
            if !items.iter().any(|item| item.is_array() || item.is_object()) =>
        {
            let items = items.iter().map(|item| value_text(Some(item), between));
            items.collect::<Vec<_>>().join(between)
        }
        Some(value) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn plain_values_are_words_and_others_json() {
        for (value, text) in [
            (json!([1, "x", null, true]), "1,x,,true"),
            (json!([[1], "x"]), "[[1],\"x\"]"),
            (json!({"a": 1}), "{\"a\":1}"),
            (json!(2.5), "2.5"),
            (Value::Null, ""),
        ] {
            assert_eq!(value_text(Some(&value), ","), text);
        }
        assert_eq!(value_text(Some(&json!(["a", "b"])), ", "), "a, b");
        assert_eq!(value_text(None, ","), "");
    }
}
