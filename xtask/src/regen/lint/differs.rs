//! What decisions say of the differences from the published document.

use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    model::places,
};

/// The key that lists the differences that the decision beside it covers.
pub(crate) const DIFFERS: &str = "x-cekura-differs";

/// The keywords that limit a value.
pub(crate) const LIMITS: [&str; 10] = [
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "pattern",
];

/// The other ways in which the contract and a published document differ.
const KINDS: [&str; 9] = [
    "missing", "extra", "type", "nullable", "required", "enum", "format", "content", "status",
];

/// Every kind of difference.
pub(crate) fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.into_iter().chain(LIMITS)
}

/// Covered differences are named by kind and place, and a decision beside them says why.
pub(super) fn differs(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in places(document) {
        let Some(differs) = place.node.get(DIFFERS) else {
            continue;
        };
        let pointer = place.pointer.then(DIFFERS);
        let mut find =
            |pointer, message: String| findings.push(Finding::new("differs", &pointer, message));
        if place.node.get("x-cekura-decision").is_none() {
            find(
                pointer.clone(),
                format!("{DIFFERS} needs an x-cekura-decision beside it that says why"),
            );
        }
        if differs.as_object().is_none_or(serde_json::Map::is_empty) {
            find(
                pointer.clone(),
                format!(
                    "{DIFFERS} maps each kind of difference to a list of places; write `{{type: [.]}}`"
                ),
            );
        }
        for (kind, places) in differs.entries() {
            if kinds().all(|known| known != kind) {
                let known: Vec<_> = kinds().collect();
                find(
                    pointer.then(kind),
                    format!(
                        "{kind:?} is not a kind of difference; write one of {}",
                        known.join(", ")
                    ),
                );
            }
            for (i, text) in places.items().iter().enumerate() {
                let text = text.as_str().unwrap_or_default();
                let field = text.split(['.', '[', '{']).next().unwrap_or_default();
                let known = field.is_empty()
                    || field == "*"
                    || place
                        .node
                        .pointer(&format!("/properties/{field}"))
                        .is_some();
                if place.object.what == "a schema" && kind != "extra" && !known {
                    find(
                        pointer.then(kind).then(&i.to_string()),
                        format!(
                            "the schema has no property {field:?}; correct the place, or remove it"
                        ),
                    );
                }
            }
            if places.items().is_empty() || !places.items().iter().all(Value::is_string) {
                find(
                    pointer.then(kind),
                    "the places are a list of texts: `.` for this place, `results[].id` for one below".to_owned(),
                );
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    #[test]
    fn covered_differences_have_a_kind_places_and_a_reason() {
        let schema = |rest: &str| {
            format!(
                "components:\n  schemas:\n    A:\n      x-cekura-decision: 'Decided: a.'\n      {rest}"
            )
        };
        let good = schema(
            "x-cekura-differs: {type: [., 'a[].b', '*'], maxLength: [.], extra: [c]}\n      properties: {a: {}}",
        );
        for (bad, words) in [
            ("x-cekura-differs: [type]", "maps each kind"),
            ("x-cekura-differs: {}", "maps each kind"),
            ("x-cekura-differs: {typ: [.]}", "one of missing, extra"),
            ("x-cekura-differs: {type: .}", "list of texts"),
            ("x-cekura-differs: {type: []}", "list of texts"),
            ("x-cekura-differs: {type: ['*', b.a]}", "no property \"b\""),
        ] {
            one_bad_one_good(differs, &schema(bad), 5, words, &good);
        }
        let bad = "components: {schemas: {A: {x-cekura-differs: {type: [.]}}}}";
        one_bad_one_good(differs, bad, 1, "says why", &good);
    }
}
