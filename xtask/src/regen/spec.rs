//! Views of a document that rules and transforms share: operations, references, what replies reach.

use std::collections::BTreeSet;

use super::document::{Node, Pointer};

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
    /// The line of the method.
    pub(crate) line: usize,
    pub(crate) node: &'a Node,
}

impl<'a> Operation<'a> {
    /// The operationId, or the empty string.
    pub(crate) fn id(&self) -> &'a str {
        self.node.text_of("operationId").unwrap_or_default()
    }

    /// Declared answers: status, place, node.
    pub(crate) fn responses(&self) -> Vec<(&'a str, Pointer, &'a Node)> {
        let pointer = self.pointer.then("responses");
        let responses = self.node.get("responses").map(Node::entries);
        responses
            .unwrap_or_default()
            .iter()
            .map(|e| (e.key.as_str(), pointer.then(&e.key), &e.node))
            .collect()
    }
}

/// Every operation, in the order of the document.
pub(crate) fn operations(document: &Node) -> Vec<Operation<'_>> {
    let mut all = Vec::new();
    let paths = document.get("paths").map(Node::entries).unwrap_or_default();
    for path in paths {
        for method in path.node.entries() {
            if METHODS.contains(&method.key.as_str()) {
                all.push(Operation {
                    path: &path.key,
                    method: &method.key,
                    pointer: Pointer::from("/paths").then(&path.key).then(&method.key),
                    line: method.line,
                    node: &method.node,
                });
            }
        }
    }
    all
}

/// Whether a status stands for success.
pub(crate) fn is_success(status: &str) -> bool {
    status.starts_with('2')
}

/// Follows `$ref` as often as needed. `None` if it leads nowhere or in a circle.
pub(crate) fn resolve<'a>(document: &'a Node, node: &'a Node) -> Option<&'a Node> {
    let mut node = node;
    for _ in 0..32 {
        match node.text_of("$ref") {
            None => return Some(node),
            Some(target) => node = document.at(target.strip_prefix('#')?)?,
        }
    }
    None
}

/// The name in `#/components/schemas/NAME`.
pub(crate) fn schema_name(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/components/schemas/")
}

/// The names of the component schemas that `start` refers to, directly or through others.
pub(crate) fn reached<'a>(
    document: &'a Node,
    start: impl IntoIterator<Item = &'a Node>,
) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    let mut todo: Vec<&Node> = start.into_iter().collect();
    while let Some(node) = todo.pop() {
        node.walk(&Pointer::default(), &mut |_, below| {
            let Some(target) = below.text_of("$ref") else {
                return;
            };
            let known = match schema_name(target) {
                Some(name) => !names.insert(name),
                None => false,
            };
            if !known && let Some(found) = target.strip_prefix('#').and_then(|p| document.at(p)) {
                todo.push(found);
            }
        });
    }
    names
}

/// The nodes under `content` of the successful answers.
pub(crate) fn success_bodies(document: &Node) -> Vec<&Node> {
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
pub(crate) fn request_bodies(document: &Node) -> Vec<&Node> {
    operations(document)
        .iter()
        .filter_map(|o| o.node.get("requestBody"))
        .filter_map(|body| resolve(document, body)?.get("content"))
        .collect()
}

/// The names of the schemas that successful replies reach.
pub(crate) fn reply_schemas(document: &Node) -> BTreeSet<&str> {
    reached(document, success_bodies(document))
}

/// The names of the schemas that request bodies reach.
pub(crate) fn request_schemas(document: &Node) -> BTreeSet<&str> {
    reached(document, request_bodies(document))
}

/// The parameters of an operation, those of its path included, references followed.
pub(crate) fn parameters<'a>(
    document: &'a Node,
    operation: &Operation<'a>,
) -> Vec<(Pointer, &'a Node)> {
    let item = Pointer::from("/paths").then(operation.path);
    let shared = document.at(item.as_str()).and_then(|n| n.get("parameters"));
    [
        (item, shared),
        (operation.pointer.clone(), operation.node.get("parameters")),
    ]
    .into_iter()
    .flat_map(|(pointer, list)| {
        list.map(Node::items)
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
    use crate::regen::load::load;

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
        let document = load(SPEC).unwrap();
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
        let document = load(SPEC).unwrap();
        let operation = &operations(&document)[0];
        let names: Vec<_> = parameters(&document, operation)
            .into_iter()
            .filter_map(|(_, p)| p.text_of("name"))
            .collect();
        assert_eq!(names, ["p", "q"]);
    }

    #[test]
    fn a_reference_in_a_circle_leads_nowhere() {
        let document = load("a: {$ref: '#/b'}\nb: {$ref: '#/a'}").unwrap();
        assert!(resolve(&document, document.get("a").unwrap()).is_none());
    }
}
