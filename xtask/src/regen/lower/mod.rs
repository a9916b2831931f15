//! Transforms openapi.yaml into a document that the generator accepts.

mod accept_any_success;
mod drop_error_responses;
mod drop_unreached_schemas;
mod open_other_arms;
mod relax_parameters;
mod relax_schemas;

use serde_json::Map;

use super::{document::Value, finding::Finding, spec::METHODS};

type Transform = fn(&mut Value) -> Result<(), Finding>;

/// Every transform, in the order in which they run.
const TRANSFORMS: [Transform; 6] = [
    drop_error_responses::drop_error_responses,
    accept_any_success::accept_any_success,
    drop_unreached_schemas::drop_unreached_schemas,
    relax_schemas::relax_schemas,
    relax_parameters::relax_parameters,
    open_other_arms::open_other_arms,
];

/// Applies every transform to a copy of the authored document.
///
/// # Errors
/// The first transform that found nothing to do, with the action to take.
pub(crate) fn lower(authored: &Value) -> Result<Value, Finding> {
    let mut document = authored.clone();
    for transform in TRANSFORMS {
        transform(&mut document)?;
    }
    Ok(document)
}

/// Shows `change` the answers of every operation and adds up how many it changed.
fn in_all_responses(
    document: &mut Value,
    change: impl Fn(&mut Map<String, Value>) -> usize,
) -> usize {
    let mut changes = 0;
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for path in paths.into_iter().flat_map(Map::values_mut) {
        for method in METHODS {
            let responses = path.pointer_mut(&format!("/{method}/responses"));
            if let Some(responses) = responses.and_then(Value::as_object_mut) {
                changes += change(responses);
            }
        }
    }
    changes
}

/// Each transform must still have work to do: one that has none is dead code, or its target moved.
fn still_works(rule: &'static str, changes: usize, action: &str) -> Result<(), Finding> {
    if changes > 0 {
        return Ok(());
    }
    Err(Finding::new(
        rule,
        "",
        format!("this transform found nothing to do. ACTION: {action}"),
    ))
}
