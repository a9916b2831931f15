//! Checking the path and query parameters of a request.

use cekura_schema::{Violation, resolve};
use serde_json::Value;

/// Returns the violations by the parameters. Unknown query parameters are violations too.
pub(super) fn check(
    document: &Value,
    parameters: &[Value],
    path: &[(String, String)],
    query: &[(String, String)],
) -> Vec<Violation> {
    let mut found = Vec::new();
    for parameter in parameters {
        let name = parameter["name"].as_str().unwrap_or_default();
        let sent = match parameter["in"].as_str() {
            Some("path") => path,
            Some("query") => query,
            _ => continue,
        };
        let mut values = sent.iter().filter(|(key, _)| key == name);
        let value = values.next();
        if values.next().is_some() {
            found.push(violation(
                name,
                "Sent more than once; send it once, lists separated by commas.",
            ));
        }
        match value {
            Some((_, text)) => {
                let value = read(document, &parameter["schema"], text);
                let wrong = cekura_schema::check(document, &parameter["schema"], &value);
                found.extend(wrong.into_iter().map(|wrong| violation(name, wrong.text)));
            }
            None if parameter["required"] == Value::Bool(true) => {
                found.push(violation(name, "This parameter is required."));
            }
            None => {}
        }
    }
    let known = |key: &str| {
        parameters
            .iter()
            .any(|known| known["in"] == "query" && known["name"] == key)
    };
    for (key, _) in query {
        if !known(key) {
            found.push(violation(
                key,
                "The contract knows no query parameter of this name.",
            ));
        }
    }
    found
}

fn violation(parameter: &str, text: impl Into<String>) -> Violation {
    Violation {
        field: parameter.to_owned(),
        pointer: String::new(),
        text: text.into(),
    }
}

/// Converts the text to the type of the schema; text that cannot be converted stays text.
fn read(document: &Value, schema: &Value, text: &str) -> Value {
    let kind = resolve(document, schema)["type"].as_str();
    let as_number = || {
        serde_json::from_str::<Value>(text)
            .ok()
            .filter(Value::is_number)
    };
    match kind {
        Some("integer" | "number") => as_number(),
        Some("boolean") => text.parse().ok().map(Value::Bool),
        _ => None,
    }
    .unwrap_or_else(|| Value::String(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn violations(query: &[(&str, &str)]) -> Vec<String> {
        let parameters = [
            json!({"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1}}),
            json!({"name": "scope", "in": "query", "required": true, "schema": {"type": "string"}}),
        ];
        let query: Vec<(String, String)> = query
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        let found = check(&Value::Null, &parameters, &[], &query);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn good_parameters_pass_and_each_bad_one_is_named() {
        assert!(violations(&[("page", "2"), ("scope", "12")]).is_empty());
        for (query, start) in [
            (&[("page", "two"), ("scope", "a")][..], "page: "),
            (&[("page", "0"), ("scope", "a")], "page: "),
            (&[("page", "1")], "scope: "),
            (&[("scope", "a"), ("scope", "b")], "scope: "),
            (&[("scope", "a"), ("agent", "310")], "agent: "),
        ] {
            let found = violations(query);
            assert!(
                found.len() == 1 && found[0].starts_with(start),
                "{query:?}: {found:?}"
            );
        }
    }
}
