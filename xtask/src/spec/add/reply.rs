//! Writes the reply of an operation: one object, a list, a page of a list, nothing, or any JSON.

use serde_json::{Map, json};

use super::{
    PLACEHOLDER,
    fields::{object, reference},
    naming::{plural, reader},
    operation::Draft,
};
use crate::{
    drift::{Node, Place, Use, content},
    regen::{
        document::Value,
        spec::{operations, resolve},
    },
};

/// The fields that make an object a page of a list.
const PAGE: [&str; 2] = ["count", "results"];

impl<'a> Draft<'a> {
    /// Writes the first success, and returns the example component that is missing.
    pub(super) fn reply(&mut self) -> Option<String> {
        let mut successes = self.found.responses();
        successes.retain(|(status, ..)| ["200", "201", "202", "204"].contains(status));
        successes.sort_by_key(|(status, ..)| *status);
        let first = successes.into_iter().next();
        let status = first.as_ref().map_or("200", |(status, ..)| *status);
        let node = first.map(|(_, pointer, value)| Node::new(pointer, value));
        let media = node.and_then(|node| content(&node.follow(self.published)?, None));
        let mut response = object(json!({ "description": PLACEHOLDER }));
        let mut missing = None;
        if status != "204" {
            let nodes: Vec<Node<'a>> = media
                .and_then(|(_, media)| media.child("schema"))
                .into_iter()
                .collect();
            let (schema, example) = self.reply_schema(&nodes);
            let schema = self.typed(schema);
            let known = |name: &String| self.contract["components"]["examples"].get(name).is_some();
            let example =
                example.inspect(|name| missing = Some(name.clone()).filter(|name| !known(name)));
            let example = example.map_or_else(
                || json!({ "value": PLACEHOLDER }),
                |name| json!({ "$ref": format!("#/components/examples/{name}") }),
            );
            let media =
                json!({ "schema": schema, "examples": { (self.names.verb.clone()): example } });
            response.insert("content".to_owned(), json!({ "application/json": media }));
        }
        let mut responses = object(json!({ (status): response }));
        if self
            .contract
            .pointer("/components/responses/Refused")
            .is_some()
        {
            responses.insert(
                "default".to_owned(),
                json!({ "$ref": "#/components/responses/Refused" }),
            );
        }
        self.put("responses", Value::Object(responses));
        missing
    }

    /// The schema of a reply, and the name of the example that shows it.
    fn reply_schema(&mut self, nodes: &[Node<'a>]) -> (Map<String, Value>, Option<String>) {
        let shape = self.schemas.shape(nodes);
        let facts = |kind: &str| {
            shape
                .types
                .get(kind)
                .filter(|_| shape.types.len() == 1 && !shape.any)
        };
        let field = |name: &str| {
            let fields = &facts("object")?.fields;
            fields
                .iter()
                .find(|(field, _)| *field == name)
                .map(|(_, nodes)| nodes)
        };
        let is_page = PAGE.iter().all(|name| field(name).is_some());
        let results = field("results").map(|nodes| self.schemas.shape(nodes));
        let entries = match results.as_ref().filter(|_| is_page) {
            Some(list) => list.types.get("array").map(|list| list.items.clone()),
            None => facts("array").map(|list| list.items.clone()),
        };
        let what = &Place::default().part("response");
        let Some(entries) = entries else {
            let name = self.names.reply(false);
            let schema = self.schemas.schema(nodes, Use::Reply, "", &name, what);
            let example = named(&schema);
            return (schema, example);
        };
        let name = self.names.reply(self.is_short(&entries));
        let entry = self.schemas.schema(&entries, Use::Reply, "", &name, what);
        let Some(entry_name) = named(&entry) else {
            return (Map::new(), None);
        };
        if !is_page {
            let list = object(json!({ "type": "array", "items": reference(&entry_name) }));
            return (list, Some(plural(&entry_name)));
        }
        if self.operation.contains_key("x-cekura-paginated") {
            self.put("x-cekura-paginated", true.into());
        }
        let name = self.names.page(&entry_name);
        let schema = self.schemas.schema(nodes, Use::Reply, "", &name, what);
        let example = named(&schema);
        (schema, example)
    }

    /// Whether the entries of a list are other than the reply that reads one.
    fn is_short(&self, entries: &[Node<'a>]) -> bool {
        let published = operations(self.published);
        let one = reader(&published, self.found).and_then(|reader| {
            let mut replies = reader.responses().into_iter();
            let (_, _, reply) = replies.find(|(status, ..)| *status == "200")?;
            let reply = resolve(self.published, reply)?;
            reply.pointer("/content/application~1json/schema/$ref")
        });
        let of_list = entries.first().and_then(|entry| entry.value.get("$ref"));
        one.is_some_and(|one| of_list != Some(one))
    }
}

/// The name of the component that a schema refers to.
fn named(schema: &Map<String, Value>) -> Option<String> {
    let target = schema.get("$ref")?.as_str()?;
    target.rsplit('/').next().map(str::to_owned)
}
