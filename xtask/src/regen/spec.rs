//! Views of a document that rules and transforms share: operations, references, what replies reach.

use std::collections::BTreeSet;

use super::document::{Json, Pointer, Value};

/// The methods a path item may have.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// One operation and where it is.
#[derive(Clone, Debug)]
pub(crate) struct Operation<'a> {
    pub(crate) path: &'a str,
    /// In lower case.
    pub(crate) method: &'a str,
    pub(crate) pointer: Pointer,
    pub(crate) node: &'a Value,
}

impl<'a> Operation<'a> {
    /// The operationId, or the empty string.
    pub(crate) fn id(&self) -> &'a str {
        self.node.text_of("operationId").unwrap_or_default()
    }

    /// The tag, or the empty string.
    pub(crate) fn tag(&self) -> &'a str {
        let tag = self.node.items_of("tags").first();
        tag.and_then(Value::as_str).unwrap_or_default()
    }

    /// What the operation does, as users call it: the last part of the operationId, with the field's usual words.
    pub(crate) fn verb(&self) -> &'a str {
        let verb = self.id().strip_prefix(self.tag()).unwrap_or_default();
        match verb.trim_start_matches('_') {
            "retrieve" => "get",
            "partial_update" => "update",
            "update" if self.method == "put" => "replace",
            "destroy" => "delete",
            verb => verb,
        }
    }

    /// Whether the facade's method is written by hand.
    pub(crate) fn is_handwritten(&self) -> bool {
        let node = self.node.get("x-cekura-handwritten");
        node.and_then(Value::as_bool).unwrap_or_default()
    }

    /// The request body as JSON: its schema and its examples.
    pub(crate) fn json_body(&self, document: &'a Value) -> Option<&'a Value> {
        let body = resolve(document, self.node.get("requestBody")?)?;
        body.get("content")?.get("application/json")
    }

    /// Declared answers: status, place, node.
    pub(crate) fn responses(&self) -> Vec<(&'a str, Pointer, &'a Value)> {
        let pointer = self.pointer.then("responses");
        let responses = self.node.entries_of("responses");
        responses
            .map(|(status, response)| (status, pointer.then(status), response))
            .collect()
    }
}

/// Every operation, in the order of the document.
pub(crate) fn operations(document: &Value) -> Vec<Operation<'_>> {
    let mut all = Vec::new();
    for (path, item) in document.entries_of("paths") {
        for (method, node) in item.entries() {
            if METHODS.contains(&method) {
                all.push(Operation {
                    path,
                    method,
                    pointer: Pointer::from("/paths").then(path).then(method),
                    node,
                });
            }
        }
    }
    all
}

/// The area of the API that a tag belongs to.
pub(crate) fn area<'a>(document: &'a Value, tag: &str) -> Option<&'a str> {
    let mut tags = document.items_of("tags").iter();
    let tag = tags.find(|node| node.text_of("name") == Some(tag))?;
    tag.text_of("x-cekura-area")
}

/// Whether a status stands for success.
pub(crate) fn is_success(status: &str) -> bool {
    status.starts_with('2')
}

/// Follows `$ref` as often as needed. `None` if it leads nowhere or in a circle.
pub(crate) fn resolve<'a>(document: &'a Value, node: &'a Value) -> Option<&'a Value> {
    let mut node = node;
    for _ in 0..32 {
        match node.text_of("$ref") {
            None => return Some(node),
            Some(target) => node = document.pointer(target.strip_prefix('#')?)?,
        }
    }
    None
}

/// The first example of a request or reply.
pub(crate) fn example<'a>(document: &'a Value, media: &'a Value) -> Option<&'a Value> {
    let named = media.entries_of("examples").next();
    let named = named.and_then(|(_, node)| resolve(document, node)?.get("value"));
    named.or_else(|| media.get("example"))
}

/// The name in `#/components/schemas/NAME`.
pub(crate) fn schema_name(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/components/schemas/")
}

/// The pointers of all that `start` refers to, directly or through others.
pub(crate) fn reached<'a>(
    document: &'a Value,
    start: impl IntoIterator<Item = &'a Value>,
) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut todo: Vec<&Value> = start.into_iter().collect();
    while let Some(node) = todo.pop() {
        node.walk(&Pointer::default(), &mut |_, below| {
            let target = below.text_of("$ref").and_then(|to| to.strip_prefix('#'));
            if let Some(target) = target
                && reached.insert(target)
            {
                todo.extend(document.pointer(target));
            }
        });
    }
    reached
}

/// The names of the component schemas that `start` refers to, directly or through others.
pub(crate) fn reached_schemas<'a>(
    document: &'a Value,
    start: impl IntoIterator<Item = &'a Value>,
) -> BTreeSet<&'a str> {
    let all = reached(document, start).into_iter();
    all.filter_map(|target| target.strip_prefix("/components/schemas/"))
        .collect()
}

/// The nodes under `content` of the successful answers.
pub(crate) fn success_bodies(document: &Value) -> Vec<&Value> {
    let mut bodies = Vec::new();
    for operation in operations(document) {
        for (status, _, response) in operation.responses() {
            if is_success(status)
                && let Some(content) = resolve(document, response).and_then(|r| r.get("content"))
            {
                bodies.push(content);
            }
        }
    }
    bodies
}

/// The nodes under `content` of the request bodies.
pub(crate) fn request_bodies(document: &Value) -> Vec<&Value> {
    operations(document)
        .iter()
        .filter_map(|o| o.node.get("requestBody"))
        .filter_map(|body| resolve(document, body)?.get("content"))
        .collect()
}

/// The names of the schemas that successful replies reach.
pub(crate) fn reply_schemas(document: &Value) -> BTreeSet<&str> {
    reached_schemas(document, success_bodies(document))
}

/// The names of the schemas that request bodies reach.
pub(crate) fn request_schemas(document: &Value) -> BTreeSet<&str> {
    reached_schemas(document, request_bodies(document))
}

/// The parameters of an operation, those of its path included, references followed.
pub(crate) fn parameters<'a>(
    document: &'a Value,
    operation: &Operation<'a>,
) -> Vec<(Pointer, &'a Value)> {
    let item = Pointer::from("/paths").then(operation.path);
    let shared = document
        .pointer(item.as_str())
        .and_then(|n| n.get("parameters"));
    [
        (item, shared),
        (operation.pointer.clone(), operation.node.get("parameters")),
    ]
    .into_iter()
    .flat_map(|(pointer, list)| {
        list.map(Value::items)
            .unwrap_or_default()
            .iter()
            .enumerate()
            .filter_map(move |(i, n)| {
                Some((
                    pointer.then("parameters").then(&i.to_string()),
                    resolve(document, n)?,
                ))
            })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    const SPEC: &str = "
paths:
  /a/:
    parameters: [{name: p}]
    post:
      parameters: [{$ref: '#/components/parameters/Q'}]
      requestBody: {$ref: '#/components/requestBodies/Ask'}
      responses:
        '200': {content: {j: {schema: {$ref: '#/components/schemas/Tree'}}}}
        '400': {content: {j: {schema: {$ref: '#/components/schemas/Problem'}}}}
components:
  parameters: {Q: {name: q}}
  requestBodies: {Ask: {content: {j: {schema: {$ref: '#/components/schemas/Ask'}}}}}
  schemas:
    Ask: {type: string}
    Tree: {properties: {branches: {items: {$ref: '#/components/schemas/Tree'}}, leaf: {$ref: '#/components/schemas/Leaf'}}}
    Leaf: {type: string}
    Problem: {type: string}
";

    #[test]
    fn replies_and_requests_reach_their_schemas_even_in_circles() {
        let document = json(SPEC);
        assert_eq!(
            reply_schemas(&document).into_iter().collect::<Vec<_>>(),
            ["Leaf", "Tree"]
        );
        assert_eq!(
            request_schemas(&document).into_iter().collect::<Vec<_>>(),
            ["Ask"]
        );
    }

    #[test]
    fn parameters_of_the_path_belong_to_each_operation() {
        let document = json(SPEC);
        let operation = &operations(&document)[0];
        let names: Vec<_> = parameters(&document, operation)
            .into_iter()
            .filter_map(|(_, p)| p.text_of("name"))
            .collect();
        assert_eq!(names, ["p", "q"]);
    }

    #[test]
    fn a_reference_in_a_circle_leads_nowhere() {
        let document = json("a: {$ref: '#/b'}\nb: {$ref: '#/a'}");
        assert!(resolve(&document, document.get("a").unwrap()).is_none());
    }
}
