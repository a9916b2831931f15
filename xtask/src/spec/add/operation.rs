//! Writes an operation of a published document as the rules of the contract have it.

use serde_json::{Map, json};

use super::{
    PLACEHOLDER,
    naming::Names,
    schemas::{Component, Schemas},
};
use crate::{
    contract::Contract,
    drift::{Node, Place, Use, address, content},
    regen::{
        document::{Json, Value},
        spec::{Operation, operations, parameters},
    },
};

/// Everything that the contract gets for one operation.
#[derive(Debug)]
pub(super) struct Addition {
    pub(super) names: Names,
    pub(super) path: String,
    pub(super) method: String,
    pub(super) operation: Map<String, Value>,
    pub(super) schemas: Vec<Component>,
    /// The name of the example component that its reply needs.
    pub(super) example: Option<String>,
    pub(super) left_out: Vec<String>,
}

/// What is known while an operation is written.
pub(super) struct Draft<'a> {
    pub(super) contract: &'a Value,
    pub(super) published: &'a Value,
    pub(super) found: &'a Operation<'a>,
    /// The path as the contract has it.
    pub(super) path: String,
    pub(super) names: Names,
    pub(super) schemas: Schemas<'a>,
    pub(super) operation: Map<String, Value>,
}

impl Addition {
    /// Writes an operation with room for its words.
    ///
    /// # Errors
    /// A message for a body that the contract has no form for.
    pub(super) fn of<'a>(
        contract: &'a Contract,
        published: &'a Value,
        found: &'a Operation<'a>,
        tag: Option<&str>,
    ) -> Result<Self, String> {
        let root = &contract.document.root;
        let all = operations(root);
        let beside = all
            .iter()
            .find(|other| address(other).1 == address(found).1);
        let path = beside.map_or_else(
            || format!("{}/", found.path.trim_end_matches('/')),
            |other| other.path.to_owned(),
        );
        let names = Names::of(root, found, tag);
        let mut draft = Draft {
            contract: root,
            published,
            found,
            path,
            names,
            schemas: Schemas::new(contract, published),
            operation: Map::new(),
        };
        draft.head();
        draft.parameters();
        draft.request()?;
        let example = draft.reply();
        Ok(Self {
            names: draft.names,
            path: draft.path,
            method: found.method.to_owned(),
            operation: draft.operation,
            schemas: draft.schemas.new,
            example,
            left_out: draft.schemas.left_out,
        })
    }
}

impl<'a> Draft<'a> {
    pub(super) fn put(&mut self, key: &str, value: Value) {
        self.operation.insert(key.to_owned(), value);
    }

    fn head(&mut self) {
        let pages = parameters(self.published, self.found)
            .iter()
            .any(|(_, parameter)| parameter.text_of("name") == Some("page"));
        let reference = self.contract.pointer("/externalDocs/url");
        let reference = reference.and_then(Value::as_str).unwrap_or("https:/");
        self.put("operationId", self.names.id().into());
        self.put("tags", json!([self.names.tag]));
        self.put("summary", PLACEHOLDER.into());
        self.put("description", PLACEHOLDER.into());
        self.put(
            "externalDocs",
            json!({ "url": format!("{reference}/{PLACEHOLDER}") }),
        );
        self.put("x-cekura-effect", PLACEHOLDER.into());
        if pages {
            self.put("x-cekura-paginated", false.into());
        }
    }

    fn request(&mut self) -> Result<(), String> {
        let node = Node::new(self.found.pointer.clone(), self.found.node);
        let body = node
            .child("requestBody")
            .and_then(|body| body.follow(self.published));
        let Some((form, media)) = body.and_then(|body| content(&body, None)) else {
            return Ok(());
        };
        if !form.starts_with("application/json") {
            return Err(format!(
                "the body is {form}, which the generator does not send; write the operation and its method by hand"
            ));
        }
        let name = self.names.request();
        let nodes: Vec<Node<'a>> = media.child("schema").into_iter().collect();
        let schema = self.schemas.schema(
            &nodes,
            Use::Request,
            "",
            &name,
            &Place::default().part("request body"),
        );
        let media = json!({
            "schema": self.typed(schema),
            "examples": { (self.names.verb.clone()): { "value": PLACEHOLDER } },
        });
        self.put(
            "requestBody",
            json!({ "required": true, "content": { "application/json": media } }),
        );
        Ok(())
    }

    /// A schema for a body. One that is neither named nor a list has no type, and the operation says why.
    pub(super) fn typed(&mut self, schema: Map<String, Value>) -> Value {
        let is_list = schema
            .get("items")
            .is_some_and(|items| items.get("$ref").is_some());
        if schema.contains_key("$ref") || is_list {
            return Value::Object(schema);
        }
        self.put("x-cekura-untyped", PLACEHOLDER.into());
        json!({ "description": PLACEHOLDER })
    }
}
