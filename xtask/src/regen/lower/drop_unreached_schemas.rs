use std::collections::BTreeSet;

use crate::regen::{
    document::{Node, Value},
    finding::Finding,
    spec::reached,
};

/// Removes component schemas that no operation reaches any more.
///
/// Why: progenitor emits a type for every component schema. After the error answers are gone, their
/// bodies would become public types that nothing ever returns.
///
/// # Errors
/// If every schema is reached. ACTION: check that openapi.yaml still declares error bodies; if they are all
/// generated on purpose now, delete this transform.
pub(super) fn drop_unreached_schemas(document: &mut Node) -> Result<(), Finding> {
    let kept: BTreeSet<String> = reached(document, document.get("paths"))
        .into_iter()
        .map(str::to_owned)
        .collect();
    let mut dropped = 0;
    if let Some(Value::Map(schemas)) = document.at_mut("/components/schemas").map(|n| &mut n.value)
    {
        let before = schemas.len();
        schemas.retain(|e| kept.contains(&e.key));
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
    use crate::regen::load::load;

    #[test]
    fn schemas_reached_through_others_stay() {
        let mut spec = load(
            "
paths: {/a/: {get: {x: {$ref: '#/components/schemas/A'}}}}
components:
  schemas:
    A: {items: {$ref: '#/components/schemas/B'}}
    B: {type: string}
    Problem: {type: object}
",
        )
        .unwrap();
        drop_unreached_schemas(&mut spec).unwrap();
        let left: Vec<_> = spec
            .at("/components/schemas")
            .unwrap()
            .entries()
            .iter()
            .map(|e| &e.key)
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
