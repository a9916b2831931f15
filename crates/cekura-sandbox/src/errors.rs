//! Refusals in the shapes of the service's framework.

use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::contract::CONTRACT;
use crate::server::Reply;

/// `{"detail": "…"}`
pub(crate) fn detail(status: StatusCode, text: impl Into<String>) -> Reply {
    Reply::json(status, &json!({ "detail": text.into() }))
}

/// `{"field": ["…"]}`, for one or more fields.
#[derive(Debug, Default)]
pub(crate) struct FieldErrors(Map<String, Value>);

impl FieldErrors {
    pub(crate) fn one(field: &str, text: impl Into<String>) -> Self {
        let mut errors = Self::default();
        errors.add(field, text);
        errors
    }

    pub(crate) fn add(&mut self, field: &str, text: impl Into<String>) {
        let texts = self
            .0
            .entry(field)
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(texts) = texts {
            texts.push(Value::String(text.into()));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether there is an error about this field.
    pub(crate) fn names(&self, field: &str) -> bool {
        self.0.contains_key(field)
    }

    /// `field: text` for each, for the request log.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (field, texts) in &self.0 {
            for text in texts.as_array().into_iter().flatten() {
                lines.push(format!("{field}: {}", text.as_str().unwrap_or_default()));
            }
        }
        lines
    }

    pub(crate) fn reply(self) -> Reply {
        Reply::json(StatusCode::BAD_REQUEST, &Value::Object(self.0))
    }
}

/// Returns the 404 of the service's framework.
pub(crate) fn not_found() -> Reply {
    detail(StatusCode::NOT_FOUND, "Not found.")
}

/// Returns the 404 page of the service's framework for an unknown path.
pub(crate) fn page_not_found(path: &str) -> Reply {
    let with_slash = format!("{path}/");
    let is_missing_slash = !CONTRACT.has_path(path) && CONTRACT.has_path(&with_slash);
    let path = escape(path);
    let hint = if path.starts_with("/__sandbox") {
        "<p>The control routes are listed at <code>/__sandbox/</code>.</p>".to_owned()
    } else if is_missing_slash {
        format!("<p>This path ends in a slash. Did you mean <code>{path}/</code>?</p>")
    } else {
        String::new()
    };
    Reply::html(
        StatusCode::NOT_FOUND,
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head><title>Not Found</title></head>\n<body>\n\
             <h1>Not Found</h1>\n<p>No page of this server has the path <code>{path}</code>.</p>\n{hint}\n</body>\n</html>\n"
        ),
    )
}

/// Escapes text for HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_escaped_and_only_paths_that_exist_are_suggested() {
        let text = |path: &str| String::from_utf8(page_not_found(path).body.to_vec()).unwrap();
        let billing = text("/test_framework/billing/info");
        assert!(
            billing.contains("<code>/test_framework/billing/info/</code>?"),
            "{billing}"
        );
        for path in ["/a<b>/c", "/observability/v2/call-logs/seven", "/nowhere"] {
            let text = text(path);
            assert!(!text.contains("Did you mean"), "{text}");
            assert!(!text.contains("<b>"), "{text}");
        }
    }

    #[test]
    fn a_control_route_that_is_not_there_leads_to_the_index() {
        for path in ["/__sandbox/nope", "/__sandbox"] {
            let text = String::from_utf8(page_not_found(path).body.to_vec()).unwrap();
            assert!(text.contains("<code>/__sandbox/</code>"), "{text}");
            assert!(!text.contains("Did you mean"), "{text}");
        }
    }

    #[test]
    fn texts_of_one_field_are_collected() {
        let mut errors = FieldErrors::one("agent_id", "first");
        errors.add("agent_id", "second");
        assert_eq!(errors.lines(), ["agent_id: first", "agent_id: second"]);
        let reply = errors.reply();
        assert_eq!(&reply.body[..], br#"{"agent_id":["first","second"]}"#);
    }
}
