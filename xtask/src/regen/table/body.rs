//! The body of a request: its top-level fields and its example.

use std::collections::BTreeSet;

use super::field::{Field, Kind};
use super::names::flag;
use crate::regen::{
    document::{Json, Value},
    spec::{self, Operation, resolve},
};

/// The body of a request.
pub(super) struct Body {
    /// Whether it may be an object; an undocumented one may.
    pub(super) is_object: bool,
    pub(super) fields: Vec<Field>,
    /// The contract's first example.
    pub(super) example: Option<Value>,
}

impl Body {
    /// The body of an operation; none if it has none. `taken` are the flags of its parameters.
    pub(super) fn of(
        document: &Value,
        operation: &Operation<'_>,
        taken: &[String],
    ) -> Option<Self> {
        let media = operation.json_body(document)?;
        let mut shape = Shape::default();
        let schema = media.get("schema");
        let node = schema.and_then(|schema| resolve(document, schema));
        if let Some(schema) = schema {
            shape.add(document, schema);
        }
        let fields = shape.properties.iter().map(|(name, schema)| {
            let (kind, is_nullable) = Kind::of(document, schema);
            Field {
                name: (*name).to_owned(),
                flag: flag(name, "body", taken),
                kind,
                is_required: shape.required.contains(name),
                is_nullable,
                description: description(document, schema),
            }
        });
        Some(Self {
            is_object: matches!(
                node.and_then(|node| node.text_of("type")),
                None | Some("object")
            ),
            fields: fields.collect(),
            example: spec::example(document, media).cloned(),
        })
    }
}

/// The description of a value: its own, else that of its schema.
pub(super) fn description(document: &Value, node: &Value) -> String {
    let inner = || {
        let all = node.items_of("allOf").first().unwrap_or(node);
        resolve(document, all)?.text_of("description")
    };
    let text = node.text_of("description").or_else(inner);
    text.unwrap_or_default().to_owned()
}

/// The top-level properties of a schema, with those of all its parts.
#[derive(Default)]
pub(super) struct Shape<'a> {
    pub(super) properties: Vec<(&'a str, &'a Value)>,
    required: BTreeSet<&'a str>,
}

impl<'a> Shape<'a> {
    pub(super) fn add(&mut self, document: &'a Value, schema: &'a Value) {
        let Some(node) = resolve(document, schema) else {
            return;
        };
        for (name, property) in node.entries_of("properties") {
            if !self.properties.iter().any(|(known, _)| *known == name) {
                self.properties.push((name, property));
            }
        }
        let required = node.items_of("required").iter().filter_map(Value::as_str);
        self.required.extend(required);
        for part in node.items_of("allOf") {
            self.add(document, part);
        }
        // Of alternatives, only what all of them require is required.
        let arms = node.items_of("oneOf").iter().chain(node.items_of("anyOf"));
        let mut common: Option<BTreeSet<&str>> = None;
        for arm in arms {
            let mut shape = Shape::default();
            shape.add(document, arm);
            for property in shape.properties {
                if !self
                    .properties
                    .iter()
                    .any(|(known, _)| *known == property.0)
                {
                    self.properties.push(property);
                }
            }
            common = Some(match common {
                Some(common) => common.intersection(&shape.required).copied().collect(),
                None => shape.required,
            });
        }
        self.required.extend(common.unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn fields_of_alternatives_are_required_where_all_require_them() {
        let document = json(
            "
a:
  required: [x]
  properties: {x: {type: string}}
  oneOf:
    - {required: [y, z], properties: {y: {}, z: {}}}
    - {required: [z], properties: {z: {}, w: {}}}
",
        );
        let mut shape = Shape::default();
        shape.add(&document, &document["a"]);
        let names: Vec<_> = shape.properties.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["x", "y", "z", "w"]);
        assert_eq!(shape.required.into_iter().collect::<Vec<_>>(), ["x", "z"]);
    }
}
