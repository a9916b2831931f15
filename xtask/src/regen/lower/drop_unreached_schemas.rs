use std::collections::BTreeSet;

use crate::regen::{document::Value, finding::Finding, spec::reached_schemas};

/// Removes component schemas that no operation reaches any more.
///
/// Why: progenitor emits a type for every component schema. After the error answers are gone, their
/// bodies would become public types that nothing ever returns.
///
/// # Errors
/// If every schema is reached. ACTION: check that openapi.yaml still declares error bodies; if they are all
/// generated on purpose now, delete this transform.
pub(super) fn drop_unreached_schemas(document: &mut Value) -> Result<(), Finding> {
    let kept: BTreeSet<String> = reached_schemas(document, document.get("paths"))
        .into_iter()
        .map(str::to_owned)
        .collect();
    let mut dropped = 0;
    let schemas = document.pointer_mut("/components/schemas");
    if let Some(schemas) = schemas.and_then(Value::as_object_mut) {
        let before = schemas.len();
        schemas.retain(|name, _| kept.contains(name));
        dropped = before - schemas.len();
    }
    super::still_works(
        "drop-unreached-schemas",
        dropped,
        "check that error bodies are still declared; if all schemas are generated on purpose now, delete the transform",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::document::Json;
    use crate::regen::load::json;

    #[test]
    fn schemas_reached_through_others_stay() {
        let mut spec = json(
            "
paths: {/a/: {get: {x: {$ref: '#/components/schemas/A'}}}}
components:
  schemas:
    A: {items: {$ref: '#/components/schemas/B'}}
    B: {type: string}
    Problem: {type: object}
",
        );
        drop_unreached_schemas(&mut spec).unwrap();
        let left: Vec<_> = spec
            .pointer("/components/schemas")
            .unwrap()
            .entries()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(left, ["A", "B"]);
        assert!(
            drop_unreached_schemas(&mut spec)
                .unwrap_err()
                .message
                .contains("ACTION")
        );
    }
}
