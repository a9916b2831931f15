//! Which changes break programs that use the crates.

use crate::{
    drift::Difference,
    regen::document::{Json, Value},
};

/// Whether a program that compiled and worked may do neither after a change.
///
/// What is gone may be in use. What is new breaks only if it has to be given. A type, and whether a field is required,
/// is how a request is built. Limits, formats and statuses are facts about the service.
pub(super) fn is_breaking(now: &Value, found: &Difference) -> bool {
    let place = found.place.to_string();
    let is_sent = !place.starts_with("response ");
    match found.kind {
        "extra" => true,
        "missing" => is_sent && is_required(now, found, &place),
        "type" | "enum" | "required" => true,
        "nullable" => is_sent,
        _ => false,
    }
}

/// Whether what is new has to be given: a body, a required parameter, or a required field.
fn is_required(now: &Value, found: &Difference, place: &str) -> bool {
    place == "request body"
        || found.place.seen_from_scopes().any(|(scope, seen)| {
            let Some(holder) = now.pointer(scope.as_str()) else {
                return false;
            };
            let is_parameter = holder.get("in").is_some() && seen == ".";
            let required = holder.items_of("required").iter();
            (is_parameter && holder.get("required") == Some(&Value::Bool(true)))
                || required
                    .filter_map(Value::as_str)
                    .any(|field| field == seen)
        })
}
