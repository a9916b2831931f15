//! Parses the error bodies of the service.

use serde_json::Value;

/// The message of an error body.
///
/// Known forms: `{"detail": "…"}`, `{"field": ["…"]}` with nesting, `{"errors": {"path": ["…"]}}`, and a list of
/// sentences. Anything else, such as a proxy's page, gives an empty message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceMessage {
    detail: Option<String>,
    /// By name.
    fields: Vec<(String, Vec<String>)>,
    general: Vec<String>,
}

impl ServiceMessage {
    /// Parses `body`, and applies `clean` to each text after JSON unescaping.
    pub(crate) fn parse(body: &[u8], clean: impl Fn(&str) -> String) -> Self {
        let message = Self::read(body);
        let all =
            |texts: Vec<String>| -> Vec<String> { texts.iter().map(|text| clean(text)).collect() };
        let mut cleaned = Self {
            detail: message.detail.as_deref().map(&clean),
            fields: Vec::new(),
            general: all(message.general),
        };
        for (name, texts) in message.fields {
            // Two names may be one without the credential.
            let name = clean(&name);
            all(texts)
                .into_iter()
                .for_each(|text| cleaned.add(&name, text));
        }
        cleaned
    }

    fn read(body: &[u8]) -> Self {
        let mut message = Self::default();
        match serde_json::from_slice(body) {
            Ok(Value::Object(mut map)) => {
                if let Some(Value::String(detail)) = map.get("detail") {
                    message.detail = Some(detail.clone());
                    map.remove("detail");
                }
                let nested = (map.len() == 1).then(|| map.remove("errors")).flatten();
                message.collect("", &nested.unwrap_or(Value::Object(map)));
            }
            Ok(other) => message.collect("", &other),
            Err(_) => {}
        }
        message
    }

    fn collect(&mut self, path: &str, value: &Value) {
        let below = |key: &str| {
            if path.is_empty() {
                key.to_owned()
            } else {
                format!("{path}.{key}")
            }
        };
        match value {
            Value::Null => {}
            Value::Object(map) => {
                for (key, value) in map {
                    let at = if key == "non_field_errors" {
                        path.to_owned()
                    } else {
                        below(key)
                    };
                    self.collect(&at, value);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    match item {
                        Value::Object(_) => self.collect(&format!("{path}[{index}]"), item),
                        _ => self.collect(path, item),
                    }
                }
            }
            Value::String(text) => self.add(path, text.clone()),
            other => self.add(path, other.to_string()),
        }
    }

    fn add(&mut self, path: &str, text: String) {
        if path.is_empty() {
            return self.general.push(text);
        }
        let name = |(name, _): &(String, _)| name.as_str().cmp(path);
        match self.fields.binary_search_by(name) {
            Ok(known) => self.fields[known].1.push(text),
            Err(place) => self.fields.insert(place, (path.to_owned(), vec![text])),
        }
    }

    /// Returns the text of `detail`.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// Returns the messages per field, by name; nested fields as `metrics[1].name`.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.fields
            .iter()
            .map(|(name, texts)| (name.as_str(), texts.as_slice()))
    }

    /// Returns the messages without a field.
    #[must_use]
    pub fn general(&self) -> &[String] {
        &self.general
    }

    /// Returns whether there is no message.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.detail.is_none() && self.fields.is_empty() && self.general.is_empty()
    }

    /// Returns all messages in one line: `detail; field: message; …`.
    #[must_use]
    pub fn to_line(&self) -> String {
        let fields = self
            .fields
            .iter()
            .map(|(name, texts)| format!("{name}: {}", texts.join(" ")));
        let parts = self
            .detail
            .iter()
            .cloned()
            .chain(self.general.iter().cloned())
            .chain(fields);
        parts.collect::<Vec<_>>().join("; ")
    }

    pub(crate) fn mentions(&self, words: &str) -> bool {
        self.to_line().to_lowercase().contains(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(body: &str) -> String {
        ServiceMessage::read(body.as_bytes()).to_line()
    }

    #[test]
    fn every_known_form_is_parsed() {
        assert_eq!(line(r#"{"detail":"No credits left"}"#), "No credits left");
        assert_eq!(
            line(r#"{"call_logs":["Not a list.","Empty."]}"#),
            "call_logs: Not a list. Empty."
        );
        assert_eq!(
            line(r#"{"errors":{"items[0].name":["Missing."]}}"#),
            "items[0].name: Missing."
        );
        assert_eq!(
            line(r#"["Agent has no websocket"]"#),
            "Agent has no websocket"
        );
        assert_eq!(
            line(
                r#"{"metrics":[{},{"name":["Taken."],"deep":{"er":["No."]}}],"non_field_errors":["Both."]}"#
            ),
            "Both.; metrics[1].deep.er: No.; metrics[1].name: Taken."
        );
        assert_eq!(line(r#"{"detail":"x","agent_id":["y"]}"#), "x; agent_id: y");
        assert_eq!(line(r#"{"errors":["a"],"code":7}"#), "code: 7; errors: a");
        assert_eq!(line(r#""plain""#), "plain");
    }

    #[test]
    fn names_that_are_one_after_cleaning_are_one_field() {
        let body = br#"{"b":["B."],"ck_a":["one"],"ck_b":["two"]}"#;
        let clean = |text: &str| text.replace("ck_a", "a").replace("ck_b", "a");
        let message = ServiceMessage::parse(body, clean);
        assert_eq!(message.to_line(), "a: one two; b: B.");
    }

    #[test]
    fn other_bodies_give_an_empty_message() {
        for body in ["", "<html></html>", "{", "null", "{}", "[]"] {
            assert!(ServiceMessage::read(body.as_bytes()).is_empty(), "{body}");
        }
    }
}
