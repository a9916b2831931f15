//! Checks JSON values against the schemas of an OpenAPI 3.0 document.
//!
//! ```
//! use serde_json::json;
//!
//! let document = json!({"components": {"schemas": {"Age": {"type": "integer", "minimum": 0}}}});
//! let schema = json!({"type": "array", "items": {"$ref": "#/components/schemas/Age"}});
//! let violations = cekura_schema::check(&document, &schema, &json!([30, -1]));
//! assert_eq!(violations[0].to_string(), "[1]: Expected 0 or more, got -1.");
//! ```
//!
//! A keyword that the crate does not support is reported as a violation, so that no value passes unchecked.

mod check;
mod keywords;
mod path;
mod violation;

use serde_json::Value;

pub use violation::{REQUIRED, UNKNOWN_FIELD, Violation, describe};

/// Returns every way in which `value` breaks `schema`; empty if it fits.
///
/// References (`$ref`) are looked up in `document`.
pub fn check(document: &Value, schema: &Value, value: &Value) -> Vec<Violation> {
    check::Checker { document }.all(schema, value, &path::Path::Root)
}

/// Follows `$ref` until it reaches a schema that is no reference. Returns null for a reference that leads nowhere or in a
/// circle.
pub fn resolve<'a>(document: &'a Value, mut schema: &'a Value) -> &'a Value {
    for _ in 0..32 {
        let Some(reference) = schema.get("$ref").and_then(Value::as_str) else {
            return schema;
        };
        schema = reference
            .strip_prefix('#')
            .and_then(|pointer| document.pointer(pointer))
            .unwrap_or(&Value::Null);
    }
    &Value::Null
}

#[cfg(test)]
mod tests;
