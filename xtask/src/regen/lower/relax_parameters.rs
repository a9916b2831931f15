use super::relax_schemas::relax;
use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::METHODS,
};

/// Removes limits from the schemas of parameters.
///
/// Why: the generator makes one newtype per operation and limited parameter (`CallLogsListCallIds`), whose
/// names nobody would look for. These methods are called by the facade alone, which builds the values and
/// refuses bad ones with better words.
///
/// # Errors
/// If no limit was found. ACTION: if the limits of parameters are gone from openapi.yaml, put them back; if
/// the newtypes are wanted, delete this transform.
pub(super) fn relax_parameters(document: &mut Value) -> Result<(), Finding> {
    let mut dropped = 0;
    let mut places = Vec::new();
    if let Some(shared) = document.pointer("/components/parameters") {
        let base = Pointer::from("/components/parameters");
        places.extend(shared.entries().map(|(name, _)| base.then(name)));
    }
    for (path, _) in document.entries_of("paths") {
        let item = Pointer::from("/paths").then(path);
        let owners = METHODS.iter().map(|m| item.then(m)).chain([item.clone()]);
        for owner in owners {
            let list = owner.then("parameters");
            let count = document
                .pointer(list.as_str())
                .map_or(0, |n| n.items().len());
            places.extend((0..count).map(|i| list.then(&i.to_string())));
        }
    }
    for place in places {
        let schema = document
            .pointer_mut(place.as_str())
            .and_then(|parameter| parameter.get_mut("schema"));
        if let Some(schema) = schema
            && schema.is_object()
        {
            dropped += relax(schema);
        }
    }
    super::still_works(
        "relax-parameters",
        dropped,
        "put the limits of parameters back; if newtypes for them are wanted now, delete the transform",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn own_and_shared_parameters_lose_limits() {
        let mut spec = json(
            "
paths:
  /a/:
    parameters: [{name: c, schema: {type: string, minLength: 1}}]
    get:
      parameters: [{name: a, schema: {type: integer, minimum: 1}}]
components:
  parameters: {B: {name: b, schema: {type: string, minLength: 1}}}
",
        );
        relax_parameters(&mut spec).unwrap();
        let json = spec.to_json();
        assert!(
            !json.contains("minimum") && !json.contains("minLength"),
            "{json}"
        );
        assert!(
            relax_parameters(&mut spec)
                .unwrap_err()
                .message
                .contains("ACTION")
        );
    }
}
