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

/// Covered differences are named by kind, place and what is published, and a decision beside them says why.
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
                    "{DIFFERS} maps each kind of difference to its places; write `{{type: {{.: string}}}}`"
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
            let listed = matches!(kind, "missing" | "extra");
            let (named, form): (Vec<&str>, _) = if listed {
                (
                    places.items().iter().filter_map(Value::as_str).collect(),
                    "[results[].id]",
                )
            } else {
                (
                    places.entries().map(|(name, _)| name).collect(),
                    "{results[].id: string}",
                )
            };
            if named.is_empty() {
                find(
                    pointer.then(kind),
                    format!(
                        "{kind} has {} here; write `{kind}: {form}`, with `.` for this place",
                        if listed {
                            "a list of places"
                        } else {
                            "places with what is published"
                        }
                    ),
                );
            }
            for name in named {
                let field = name.split(['.', '[', '{', '=']).next().unwrap_or_default();
                let known = field.is_empty()
                    || field == "*"
                    || place
                        .node
                        .pointer(&format!("/properties/{field}"))
                        .is_some();
                if place.object.what == "a schema" && kind != "extra" && !known {
                    find(
                        pointer.then(kind),
                        format!(
                            "the schema has no property {field:?}; correct the place, or remove it"
                        ),
                    );
                }
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
            "x-cekura-differs: {type: {.: string, 'a[].b': integer}, maxLength: {'*': [none, 3]}, extra: [c], missing: [=on]}\n      properties: {a: {}}",
        );
        for (bad, words) in [
            ("x-cekura-differs: [type]", "maps each kind"),
            ("x-cekura-differs: {}", "maps each kind"),
            (
                "x-cekura-differs: {typ: {.: string}}",
                "one of missing, extra",
            ),
            ("x-cekura-differs: {type: [.]}", "what is published"),
            (
                "x-cekura-differs: {missing: {.: nothing}}",
                "list of places",
            ),
            (
                "x-cekura-differs: {missing: ['*', b.a]}",
                "no property \"b\"",
            ),
        ] {
            one_bad_one_good(differs, &schema(bad), 5, words, &good);
        }
        let bad = "components: {schemas: {A: {x-cekura-differs: {missing: [.]}}}}";
        one_bad_one_good(differs, bad, 1, "says why", &good);
    }
}
