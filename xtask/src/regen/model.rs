//! The objects of an OpenAPI 3.0 document as this project uses them: which keys each has, and what is below.
//!
//! One table serves the rules that look for misspelt keys, for misplaced values and for misdirected references,
//! and the writer of the sandbox's copy. Keys of OpenAPI that are not here (`servers` of an operation, `links`,
//! `callbacks`, `discriminator` and others) would be ignored by the generator without a word.

use super::document::{Json, Pointer, Value};

/// A kind of object.
#[derive(Debug)]
pub(crate) struct Object {
    /// What it is, with its article.
    pub(crate) what: &'static str,
    /// The part of `components` that a `$ref` in its place leads to.
    pub(crate) section: Option<&'static str>,
    /// Every key it may have.
    pub(crate) keys: &'static [(&'static str, Below)],
    /// The keys it must have.
    pub(crate) required: &'static [&'static str],
}

/// What is under a key.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Below {
    /// Any value; another rule may say more.
    Any,
    Text,
    Bool,
    /// A list of texts.
    Texts,
    One(&'static Object),
    /// `true`, `false` or the object.
    OneOrBool(&'static Object),
    /// A mapping from names that the author chose.
    Named(&'static Object),
    List(&'static Object),
}

use Below::{Any, Bool, List, Named, One, OneOrBool, Text, Texts};

/// The whole document.
pub(crate) static DOCUMENT: Object = Object {
    what: "the document",
    section: None,
    keys: &[
        ("openapi", Text),
        ("info", One(&INFO)),
        ("servers", List(&SERVER)),
        ("externalDocs", One(&LINK)),
        ("security", Any),
        ("tags", List(&TAG)),
        ("paths", Named(&PATH)),
        ("components", One(&COMPONENTS)),
    ],
    required: &["openapi", "info", "paths"],
};

static INFO: Object = Object {
    what: "the info",
    section: None,
    keys: &[
        ("title", Text),
        ("version", Any),
        ("description", Text),
        ("termsOfService", Text),
        ("contact", Any),
        ("license", Any),
        ("x-cekura-decision", Any),
    ],
    required: &["title", "version"],
};

static SERVER: Object = Object {
    what: "a server",
    section: None,
    keys: &[("url", Text), ("description", Text)],
    required: &["url"],
};

static LINK: Object = Object {
    what: "an externalDocs",
    section: None,
    keys: &[("url", Text), ("description", Text)],
    required: &["url"],
};

static TAG: Object = Object {
    what: "a tag",
    section: None,
    keys: &[
        ("name", Text),
        ("description", Text),
        ("externalDocs", One(&LINK)),
        ("x-cekura-area", Text),
    ],
    required: &["name"],
};

static PATH: Object = Object {
    what: "a path",
    section: None,
    keys: &[
        ("summary", Text),
        ("description", Text),
        ("parameters", List(&PARAMETER)),
        ("get", One(&OPERATION)),
        ("put", One(&OPERATION)),
        ("post", One(&OPERATION)),
        ("delete", One(&OPERATION)),
        ("options", One(&OPERATION)),
        ("head", One(&OPERATION)),
        ("patch", One(&OPERATION)),
        ("trace", One(&OPERATION)),
    ],
    required: &[],
};

static OPERATION: Object = Object {
    what: "an operation",
    section: None,
    keys: &[
        ("operationId", Any),
        ("tags", Any),
        ("summary", Text),
        ("description", Text),
        ("externalDocs", One(&LINK)),
        ("deprecated", Bool),
        ("security", Any),
        ("parameters", List(&PARAMETER)),
        ("requestBody", One(&REQUEST_BODY)),
        ("responses", Named(&RESPONSE)),
        ("x-cekura-effect", Any),
        ("x-cekura-paginated", Any),
        ("x-cekura-handwritten", Bool),
        ("x-cekura-columns", Texts),
        ("x-cekura-command", Text),
        ("x-cekura-resource", One(&RESOURCE)),
        ("x-cekura-job", Any),
        ("x-cekura-untyped", Text),
        ("x-cekura-decision", Any),
        ("x-cekura-differs", Any),
    ],
    required: &["responses"],
};

static RESOURCE: Object = Object {
    what: "an x-cekura-resource",
    section: None,
    keys: &[("entity", Text)],
    required: &["entity"],
};

static PARAMETER: Object = Object {
    what: "a parameter",
    section: Some("parameters"),
    keys: &[
        ("name", Text),
        ("in", Text),
        ("description", Text),
        ("required", Bool),
        ("deprecated", Bool),
        ("style", Text),
        ("explode", Bool),
        ("schema", One(&SCHEMA)),
        ("content", Named(&MEDIA_TYPE)),
        ("example", Any),
        ("examples", Named(&EXAMPLE)),
        ("x-cekura-list", Text),
        ("x-cekura-scope", Bool),
        ("x-cekura-decision", Any),
        ("x-cekura-differs", Any),
    ],
    required: &["name", "in"],
};

static REQUEST_BODY: Object = Object {
    what: "a request body",
    section: Some("requestBodies"),
    keys: &[
        ("description", Text),
        ("required", Bool),
        ("content", Named(&MEDIA_TYPE)),
        ("x-cekura-decision", Any),
        ("x-cekura-differs", Any),
    ],
    required: &["content"],
};

static RESPONSE: Object = Object {
    what: "a response",
    section: Some("responses"),
    keys: &[
        ("description", Text),
        ("headers", Named(&HEADER)),
        ("content", Named(&MEDIA_TYPE)),
        ("x-cekura-decision", Any),
        ("x-cekura-differs", Any),
    ],
    required: &["description"],
};

static HEADER: Object = Object {
    what: "a header",
    section: Some("headers"),
    keys: &[
        ("description", Text),
        ("required", Bool),
        ("deprecated", Bool),
        ("schema", One(&SCHEMA)),
        ("example", Any),
        ("examples", Named(&EXAMPLE)),
        ("x-cekura-decision", Any),
    ],
    required: &["schema"],
};

static MEDIA_TYPE: Object = Object {
    what: "a media type",
    section: None,
    keys: &[
        ("schema", One(&SCHEMA)),
        ("example", Any),
        ("examples", Named(&EXAMPLE)),
    ],
    required: &[],
};

static EXAMPLE: Object = Object {
    what: "an example",
    section: Some("examples"),
    keys: &[("summary", Text), ("description", Text), ("value", Any)],
    required: &["value"],
};

static SCHEMA: Object = Object {
    what: "a schema",
    section: Some("schemas"),
    keys: &[
        ("title", Text),
        ("description", Text),
        ("type", Any),
        ("format", Text),
        ("nullable", Bool),
        ("deprecated", Bool),
        ("enum", Any),
        ("default", Any),
        ("example", Any),
        ("pattern", Text),
        ("minLength", Any),
        ("maxLength", Any),
        ("minItems", Any),
        ("maxItems", Any),
        ("uniqueItems", Bool),
        ("minimum", Any),
        ("maximum", Any),
        ("exclusiveMinimum", Bool),
        ("exclusiveMaximum", Bool),
        ("multipleOf", Any),
        ("required", Texts),
        ("properties", Named(&SCHEMA)),
        ("additionalProperties", OneOrBool(&SCHEMA)),
        ("items", One(&SCHEMA)),
        ("oneOf", List(&SCHEMA)),
        ("anyOf", List(&SCHEMA)),
        ("allOf", List(&SCHEMA)),
        ("not", One(&SCHEMA)),
        ("x-rust-type", One(&RUST_TYPE)),
        ("x-cekura-decision", Any),
        ("x-cekura-differs", Any),
    ],
    required: &[],
};

static RUST_TYPE: Object = Object {
    what: "an x-rust-type",
    section: None,
    keys: &[("crate", Text), ("version", Text), ("path", Text)],
    required: &["crate", "version", "path"],
};

static COMPONENTS: Object = Object {
    what: "the components",
    section: None,
    keys: &[
        ("schemas", Named(&SCHEMA)),
        ("responses", Named(&RESPONSE)),
        ("parameters", Named(&PARAMETER)),
        ("examples", Named(&EXAMPLE)),
        ("requestBodies", Named(&REQUEST_BODY)),
        ("headers", Named(&HEADER)),
        ("securitySchemes", Named(&SECURITY_SCHEME)),
    ],
    required: &[],
};

static SECURITY_SCHEME: Object = Object {
    what: "a security scheme",
    section: Some("securitySchemes"),
    keys: &[
        ("type", Text),
        ("description", Text),
        ("name", Text),
        ("in", Text),
        ("scheme", Text),
        ("bearerFormat", Text),
        ("x-cekura-decision", Any),
    ],
    required: &["type"],
};

/// An object of the document, or what stands where one belongs.
#[derive(Clone, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) pointer: Pointer,
    pub(crate) node: &'a Value,
    pub(crate) object: &'static Object,
}

impl Object {
    pub(crate) fn below(&self, key: &str) -> Option<Below> {
        let found = self.keys.iter().find(|(name, _)| *name == key)?;
        Some(found.1)
    }
}

/// Every place of the document where an object belongs, parents first, in the author's order.
pub(crate) fn places(document: &Value) -> Vec<Place<'_>> {
    let mut all = Vec::new();
    visit(&Pointer::default(), document, &DOCUMENT, &mut all);
    all
}

fn visit<'a>(
    pointer: &Pointer,
    node: &'a Value,
    object: &'static Object,
    all: &mut Vec<Place<'a>>,
) {
    all.push(Place {
        pointer: pointer.clone(),
        node,
        object,
    });
    if node.get("$ref").is_some() {
        return;
    }
    for (key, node) in node.entries() {
        let pointer = pointer.then(key);
        match object.below(key) {
            None | Some(Any | Text | Bool | Texts) => {}
            Some(One(object)) => visit(&pointer, node, object, all),
            Some(OneOrBool(object)) => {
                if !node.is_boolean() {
                    visit(&pointer, node, object, all);
                }
            }
            Some(Named(object)) => {
                for (name, named) in node.entries() {
                    visit(&pointer.then(name), named, object, all);
                }
            }
            Some(List(object)) => {
                for (i, item) in node.items().iter().enumerate() {
                    visit(&pointer.then(&i.to_string()), item, object, all);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn names_and_examples_are_not_taken_for_keys() {
        let document = json(
            "
components:
  schemas:
    A:
      properties: {summary: {type: string}}
      additionalProperties: false
  examples:
    B: {value: {schemas: {}}}
",
        );
        let seen: Vec<String> = places(&document)
            .iter()
            .map(|place| format!("{} {}", place.object.what, place.pointer))
            .collect();
        assert_eq!(
            seen,
            [
                "the document /",
                "the components /components",
                "a schema /components/schemas/A",
                "a schema /components/schemas/A/properties/summary",
                "an example /components/examples/B",
            ]
        );
    }
}
