use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    lint::LIMITS,
};

/// Removes limits, text formats and null elements of lists from every schema.
///
/// Why: limits are facts about what the service promises, and the generator turns each into a type that
/// refuses everything else. One character too many in one field would then lose a whole reply that has been
/// paid for. In requests it would make a type for each limited text, whose names nobody would look for; the
/// service checks them.
///
/// # Errors
/// If no limit was found. ACTION: put the documented lengths back into openapi.yaml; if the generator
/// decodes over-long text without an error now, delete this transform.
pub(super) fn relax_schemas(document: &mut Value) -> Result<(), Finding> {
    let mut dropped = 0;
    let schemas = document.pointer_mut("/components/schemas");
    if let Some(schemas) = schemas.and_then(Value::as_object_mut) {
        for schema in schemas.values_mut() {
            dropped += relax(schema);
        }
    }
    super::still_works(
        "relax-schemas",
        dropped,
        "put the documented limits back; if the generator tolerates what breaks them now, delete the transform",
    )
}

/// Removes limits from `schema` and what is inside it, and says how many.
pub(super) fn relax(schema: &mut Value) -> usize {
    let mut dropped = 0;
    schema.walk_mut(&mut |node| {
        // A mapping under `properties` has property names for keys, and a property may be called `pattern`.
        let is_schema = node.entries().any(|(key, value)| {
            value.is_string() && matches!(key, "type" | "description" | "title")
        });
        if !is_schema {
            return;
        }
        for keyword in LIMITS.into_iter().chain(["uniqueItems"]) {
            dropped += usize::from(node.take_key(keyword).is_some());
        }
        if node.text_of("type") == Some("string") {
            dropped += usize::from(node.take_key("format").is_some());
        }
        // Reading leaves null out of lists, so no element is ever absent.
        if let Some(items) = node.get_mut("items") {
            dropped += usize::from(items.take_key("nullable").is_some());
        }
    });
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    const SPEC: &str = "
paths:
  /a/:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Ask'}}}}
      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Told'}}}}}
components:
  schemas:
    Ask: {type: object, properties: {name: {type: string, maxLength: 5}}}
    Told: {type: object, properties: {name: {type: string, maxLength: 5, format: uuid}, pattern: {type: string}, list: {type: array, items: {type: string, nullable: true}}}}
";

    #[test]
    fn schemas_lose_their_limits() {
        let mut spec = json(SPEC);
        relax_schemas(&mut spec).unwrap();
        assert!(
            spec.pointer("/components/schemas/Told/properties/name/maxLength")
                .is_none()
        );
        assert!(
            spec.pointer("/components/schemas/Told/properties/name/format")
                .is_none()
        );
        assert!(
            spec.pointer("/components/schemas/Told/properties/list/items/nullable")
                .is_none()
        );
        assert!(
            spec.pointer("/components/schemas/Told/properties/pattern")
                .is_some()
        );
        assert!(
            spec.pointer("/components/schemas/Ask/properties/name/maxLength")
                .is_none()
        );
    }

    #[test]
    fn nothing_to_relax_says_what_to_do() {
        let mut spec = json(SPEC);
        relax_schemas(&mut spec).unwrap();
        assert!(
            relax_schemas(&mut spec)
                .unwrap_err()
                .message
                .contains("ACTION")
        );
    }
}
