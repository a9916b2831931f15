//! Compares what two schemas allow.

use super::{
    compare::Comparison,
    decisions::plain,
    place::Place,
    shape::{Facts, Node, Shape},
};
use crate::regen::{
    document::{Json, Pointer, Value},
    lint::LIMITS,
    spec::schema_name,
};

/// What a schema is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    Parameter,
    Request,
    Reply,
}

impl Use {
    /// Returns the keyword of the fields that are not for this use.
    fn unused(self) -> &'static str {
        match self {
            Self::Reply => "writeOnly",
            Self::Parameter | Self::Request => "readOnly",
        }
    }
}

/// The schemas on the way to a place, of both documents. A pair that comes again is part of itself.
type Path = Vec<(Vec<Pointer>, Vec<Pointer>)>;

impl<'a> Comparison<'a> {
    /// Compares the schemas of a parameter or body.
    pub(super) fn schemas(
        &mut self,
        contract: Option<Node<'a>>,
        published: Option<Node<'a>>,
        used: Use,
        place: &Place,
    ) {
        let (contract, published) = (
            contract.into_iter().collect::<Vec<_>>(),
            published.into_iter().collect::<Vec<_>>(),
        );
        self.unions(&contract, &published, used, place.clone(), &mut Path::new());
    }

    /// Returns whether a schema of the contract allows what published ones allow, as far as decisions go: its own and
    /// those of what holds it. Whether null is allowed as well is said where a schema is referred to.
    pub(crate) fn fits(
        &mut self,
        holder: &Pointer,
        ours: Node<'a>,
        theirs: &[Node<'a>],
        used: Use,
    ) -> bool {
        let place = Place::default().within(std::slice::from_ref(holder));
        self.unions(&[ours], theirs, used, place, &mut Path::new());
        let found = std::mem::take(&mut self.report.differences);
        found
            .iter()
            .all(|found| found.kind == "nullable" && found.place.to_string().is_empty())
    }

    /// Compares the names of the types that stand for two schemas which allow the same types.
    fn names(&mut self, contract: &[Node<'a>], published: &[Node<'a>], place: &Place) {
        if let (true, [ours], [theirs]) = (self.is_with_before, contract, published) {
            let [ours, theirs] = [ours, theirs].map(|node| type_name(node.value));
            if ours != theirs {
                self.differ("type", place, ours, theirs);
            }
        }
    }

    fn unions(
        &mut self,
        contract: &[Node<'a>],
        published: &[Node<'a>],
        used: Use,
        place: Place,
        path: &mut Path,
    ) {
        let ours = Shape::of(self.contract, contract);
        let theirs = Shape::of(self.published, published);
        let place = place.within(&ours.read);
        let pair = (ours.read.clone(), theirs.read.clone());
        if path.contains(&pair) {
            return;
        }
        if ours.any != theirs.any || (!ours.any && !ours.types.keys().eq(theirs.types.keys())) {
            let (ours, theirs) = (self.describe_ours(&ours), self.describe_theirs(&theirs));
            self.differ("type", &place, ours, theirs);
        } else {
            self.names(contract, published, &place);
        }
        if ours.any || theirs.any {
            return;
        }
        // The contract lets every value of a reply be null.
        let said_of_null = match used {
            Use::Parameter => false,
            Use::Request => ours.nullable != theirs.nullable,
            Use::Reply => theirs.nullable && !ours.nullable,
        };
        if said_of_null {
            let text = |nullable| if nullable { "or null" } else { "never null" };
            self.differ(
                "nullable",
                &place,
                text(ours.nullable),
                text(theirs.nullable),
            );
        }
        path.push(pair);
        for (name, ours) in &ours.types {
            if let Some(theirs) = theirs.types.get(name) {
                self.scalars(name, ours, theirs, &place);
                self.fields(ours, theirs, used, &place, path);
                if !ours.items.is_empty() || !theirs.items.is_empty() {
                    self.unions(&ours.items, &theirs.items, used, place.step("[]"), path);
                }
                // Beside named fields, values only say that unknown fields are kept.
                if ours.fields.is_empty() && theirs.fields.is_empty() && *name == "object" {
                    self.unions(&ours.values, &theirs.values, used, place.step("{}"), path);
                }
            }
        }
        path.pop();
    }

    fn scalars(&mut self, name: &str, ours: &Facts<'a>, theirs: &Facts<'a>, place: &Place) {
        self.words(name, ours, theirs, place);
        // Formats of numbers say how a program stores them.
        if !matches!(name, "integer" | "number") && ours.format != theirs.format {
            let text = |format: Option<&str>| format.unwrap_or("none").to_owned();
            self.differ("format", place, text(ours.format), text(theirs.format));
        }
        for key in LIMITS {
            let limits = [ours.limits.get(key), theirs.limits.get(key)];
            let number = |limit: Option<&&Value>| limit.and_then(|limit| limit.as_f64());
            let [our_number, their_number] = limits.map(number);
            let equal = match our_number {
                Some(number) => Some(number) == their_number,
                None => limits[0] == limits[1],
            };
            if !equal {
                let [ours, theirs] = limits
                    .map(|limit| limit.map_or_else(|| "none".to_owned(), |limit| plain(limit)));
                self.differ(key, place, ours, theirs);
            }
        }
    }

    /// Compares the words of two enums one by one, so that a decision about one word covers no other.
    fn words(&mut self, name: &str, ours: &Facts<'a>, theirs: &Facts<'a>, place: &Place) {
        let (Some(our_words), Some(their_words)) = (&ours.words, &theirs.words) else {
            if ours.words != theirs.words {
                let text = |facts: &Facts<'_>| match &facts.words {
                    None => format!("any {name}"),
                    Some(words) => words.iter().cloned().collect::<Vec<_>>().join(", "),
                };
                self.differ("enum", place, text(ours), text(theirs));
            }
            return;
        };
        for word in our_words.difference(their_words) {
            self.differ(
                "missing",
                &place.step(&format!("={word}")),
                "a word",
                "nothing",
            );
        }
        for word in their_words.difference(our_words) {
            self.differ(
                "extra",
                &place.step(&format!("={word}")),
                "nothing",
                "a word",
            );
        }
    }

    fn fields(
        &mut self,
        ours: &Facts<'a>,
        theirs: &Facts<'a>,
        used: Use,
        place: &Place,
        path: &mut Path,
    ) {
        for (name, nodes) in &ours.fields {
            let place = place.step(name);
            let published = match self.published_field(theirs, name, used) {
                Ok(nodes) => nodes,
                Err(there) => {
                    let shape = Shape::of(self.contract, nodes);
                    let text = self.describe_ours(&shape);
                    self.differ("missing", &place.within(&shape.read), text, there);
                    continue;
                }
            };
            let required = [ours, theirs].map(|facts| facts.required.contains(name));
            // The contract requires nothing of a reply.
            if required[0] != required[1] && (used == Use::Request || required[0]) {
                let read = Shape::of(self.contract, nodes).read;
                let [ours, theirs] = required.map(required_or_optional);
                self.differ("required", &place.clone().within(&read), ours, theirs);
            }
            self.unions(nodes, published, used, place, path);
        }
        for (name, _) in &theirs.fields {
            let known = ours.fields.iter().any(|(own, _)| own == name);
            if !known && let Ok(nodes) = self.published_field(theirs, name, used) {
                let text = self.describe_theirs(&Shape::of(self.published, nodes));
                self.differ("extra", &place.step(name), "nothing", text);
            }
        }
    }

    /// Returns the schemas of a published field, or what is there if requests or replies do not have the field.
    fn published_field<'f>(
        &self,
        facts: &'f Facts<'a>,
        name: &str,
        used: Use,
    ) -> Result<&'f [Node<'a>], String> {
        let field = facts.fields.iter().find(|(other, _)| *other == name);
        let (_, nodes) = field.ok_or_else(|| "nothing".to_owned())?;
        let unused = used.unused();
        if is_unused(self.published, nodes, used) {
            return Err(format!("a {unused} field"));
        }
        Ok(nodes)
    }

    fn describe_ours(&self, shape: &Shape<'a>) -> String {
        describe(self.contract, shape)
    }

    fn describe_theirs(&self, shape: &Shape<'a>) -> String {
        describe(self.published, shape)
    }
}

/// Whether requests or replies do not have a field with these schemas.
pub(crate) fn is_unused(document: &Value, nodes: &[Node<'_>], used: Use) -> bool {
    let marked = |node: &Node<'_>| node.value.get(used.unused()) == Some(&Value::Bool(true));
    nodes.iter().all(|node| {
        let target = node.clone().follow(document);
        marked(node) || target.as_ref().is_some_and(marked)
    })
}

pub(super) fn required_or_optional(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}

/// The schema that a schema refers to, else its type.
fn type_name(schema: &Value) -> &str {
    match (schema.text_of("$ref"), schema.items_of("allOf").first()) {
        (Some(target), _) => schema_name(target).unwrap_or(target),
        (None, Some(part)) => type_name(part),
        (None, None) => schema.text_of("type").unwrap_or("anything"),
    }
}

/// Names the types that a shape allows.
pub(super) fn describe<'a>(document: &'a Value, shape: &Shape<'a>) -> String {
    if shape.any {
        return "anything".to_owned();
    }
    let types = shape.types.iter().map(|(name, facts)| {
        let items = Shape::of(document, &facts.items);
        match *name {
            "array" if !items.any => {
                let names: Vec<_> = items.types.keys().copied().collect();
                format!("array of {}", names.join(" or "))
            }
            name => name.to_owned(),
        }
    });
    let null = shape.nullable.then(|| "null".to_owned());
    types.chain(null).collect::<Vec<_>>().join(" or ")
}
