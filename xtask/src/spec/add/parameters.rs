//! Writes the parameters of an operation.

use serde_json::json;

use super::{PLACEHOLDER, fields::object, operation::Draft};
use crate::{
    drift::{Node, Place, Use, is_required, path_names, schema_of},
    regen::{
        document::{Json, Pointer, Value},
        spec::{operations, parameters, resolve},
    },
};

impl<'a> Draft<'a> {
    /// Writes the parameters.
    pub(super) fn parameters(&mut self) {
        let mut all = Vec::new();
        for (pointer, value) in parameters(self.published, self.found) {
            let node = Node::new(pointer, value);
            let (Some(place), Some(name)) = (value.text_of("in"), value.text_of("name")) else {
                continue;
            };
            // Both have the parameters of the path in the same order.
            let theirs = path_names(self.found.path).into_iter();
            let mut renamed = theirs.zip(path_names(&self.path));
            let renamed = renamed.find(|(theirs, _)| place == "path" && *theirs == name);
            let name = renamed.map_or(name, |(_, ours)| ours).to_owned();
            let what = Place::default().part(format!("{place} {name}"));
            let schema: Vec<Node<'a>> = schema_of(&node).into_iter().collect();
            self.schemas.default(&schema, &what);
            if !["path", "query"].contains(&place) {
                self.schemas
                    .left_out
                    .push(format!("{what}: parameters are in the path or the query"));
            } else if let Some(shared) = self.shared(&node, &name, place, &schema) {
                all.push(shared);
            } else {
                all.push(self.parameter(
                    &name,
                    place,
                    place == "path" || is_required(&node),
                    &schema,
                ));
            }
        }
        if !all.is_empty() {
            self.put("parameters", Value::Array(all));
        }
    }

    /// A parameter that the contract has already: of the same path, or a component that says the same.
    fn shared(
        &mut self,
        node: &Node<'a>,
        name: &str,
        place: &str,
        schema: &[Node<'a>],
    ) -> Option<Value> {
        let contract = self.contract;
        if place == "path" {
            let start = |path: &str, name: &str| {
                let end = path.find(&format!("{{{name}}}"))?;
                Some(path[..end].to_owned())
            };
            let own = start(&self.path, name);
            let all = operations(contract);
            let mut same = all.iter().filter(|other| start(other.path, name) == own);
            return same.find_map(|other| {
                let written = other.node.items_of("parameters").iter();
                let named = |one: &&Value| {
                    let one = resolve(contract, one);
                    one.is_some_and(|one| one.text_of("name") == Some(name))
                };
                written.clone().find(named).cloned()
            });
        }
        let components = contract["components"].entries_of("parameters");
        for (component, ours) in components {
            let same = ours.text_of("name") == Some(name)
                && ours.text_of("in") == Some(place)
                && is_required(&Node::new(Pointer::default(), ours)) == is_required(node);
            let pointer = Pointer::from("/components/parameters").then(component);
            if same
                && let Some(own) = Node::new(pointer.clone(), ours).child("schema")
                && self
                    .schemas
                    .comparison
                    .fits(&pointer, own, schema, Use::Parameter)
            {
                return Some(json!({ "$ref": format!("#/components/parameters/{component}") }));
            }
        }
        None
    }

    fn parameter(&mut self, name: &str, place: &str, required: bool, nodes: &[Node<'a>]) -> Value {
        let mut parameter = object(json!({ "name": name, "in": place }));
        if required {
            parameter.insert("required".to_owned(), true.into());
        }
        parameter.insert("description".to_owned(), PLACEHOLDER.into());
        let type_name = self.names.parameter(name);
        let what = Place::default().part(format!("{place} {name}"));
        let mut schema = self
            .schemas
            .schema(nodes, Use::Parameter, name, &type_name, &what);
        if let Some("array") = schema.get("type").and_then(Value::as_str) {
            // A list is one text with commas.
            let items = &schema["items"];
            let of_ids = items
                .text_of("$ref")
                .and_then(|target| target.rsplit('/').next());
            let entry = of_ids.or_else(|| items.text_of("type")).unwrap_or("string");
            parameter.insert("schema".to_owned(), json!({ "type": "string" }));
            parameter.insert("x-cekura-list".to_owned(), entry.into());
        } else {
            if schema.get("type").is_none_or(|kind| kind == "object")
                && !schema.contains_key("$ref")
            {
                self.schemas
                    .left_out
                    .push(format!("{what}: not plain text; here it is JSON as text"));
                schema = object(json!({ "type": "string" }));
            }
            parameter.insert("schema".to_owned(), Value::Object(schema));
        }
        parameter.insert("example".to_owned(), PLACEHOLDER.into());
        Value::Object(parameter)
    }
}
