use super::relax_responses::relax;
use crate::regen::{
    document::{Node, Pointer, Value},
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
pub(super) fn relax_parameters(document: &mut Node) -> Result<(), Finding> {
    let mut dropped = 0;
    let mut places = Vec::new();
    if let Some(shared) = document.at("/components/parameters") {
        let base = Pointer::from("/components/parameters");
        places.extend(shared.entries().iter().map(|e| base.then(&e.key)));
    }
    let paths = document.get("paths").map(Node::entries).unwrap_or_default();
    for path in paths {
        let item = Pointer::from("/paths").then(&path.key);
        let owners = METHODS.iter().map(|m| item.then(m)).chain([item.clone()]);
        for owner in owners {
            let list = owner.then("parameters");
            let count = document.at(list.as_str()).map_or(0, |n| n.items().len());
            places.extend((0..count).map(|i| list.then(&i.to_string())));
        }
    }
    for place in places {
        let schema = document
            .at_mut(place.as_str())
            .and_then(|parameter| parameter.get_mut("schema"));
        if let Some(schema) = schema
            && matches!(schema.value, Value::Map(_))
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
    use crate::regen::load::load;

    #[test]
    fn own_and_shared_parameters_lose_limits() {
        let mut spec = load(
            "
paths:
  /a/:
    parameters: [{name: c, schema: {type: string, minLength: 1}}]
    get:
      parameters: [{name: a, schema: {type: integer, minimum: 1}}]
components:
  parameters: {B: {name: b, schema: {type: string, minLength: 1}}}
",
        )
        .unwrap();
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
