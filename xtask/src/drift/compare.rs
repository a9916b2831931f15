//! Compares the operations of the contract with those of a published document.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    decisions::Decisions,
    place::Place,
    report::{Difference, Report},
    schemas::{Use, required_or_optional},
    shape::Node,
};
use crate::regen::{
    document::{Document, Json, Value},
    lint::kinds,
    spec::{Operation, is_success, operations},
};

/// Where an operation says that it is another one under a second path.
const ALIAS: &str = "x-cekura-alias-of";

/// A comparison under way.
pub(crate) struct Comparison<'a> {
    pub(super) contract: &'a Value,
    pub(super) published: &'a Value,
    /// Whether the published document is the contract as it was, so that equal schemas have equal names.
    pub(super) is_with_before: bool,
    decisions: Decisions,
    /// The id of the operation at hand.
    operation: &'a str,
    pub(super) report: Report,
}

/// Compares a contract with a published document.
pub(crate) fn compare(contract: &Document, published: &Value) -> Report {
    let mut comparison = Comparison::new(contract, published);
    comparison.all();
    comparison.report.stale = comparison.decisions.stale(contract);
    comparison.report
}

/// Compares the contract with what it was before, names of types included. Its decisions are not about that.
pub(crate) fn compare_with_before(now: &Value, before: &Value) -> Report {
    let mut comparison = Comparison::undecided(now, before);
    comparison.is_with_before = true;
    comparison.all();
    comparison.report
}

/// What makes two operations the same: the method, and the path without its final slash and the names of its parameters.
pub(crate) fn address(operation: &Operation<'_>) -> (String, String) {
    let parts = operation.path.trim_end_matches('/').split('/');
    let parts = parts.map(|part| if part.starts_with('{') { "{}" } else { part });
    let path = parts.collect::<Vec<_>>().join("/");
    (operation.method.to_owned(), path)
}

impl<'a> Comparison<'a> {
    /// Begins a comparison.
    pub(crate) fn new(contract: &'a Document, published: &'a Value) -> Self {
        Self {
            decisions: Decisions::of(contract),
            ..Self::undecided(&contract.root, published)
        }
    }

    fn undecided(contract: &'a Value, published: &'a Value) -> Self {
        Self {
            contract,
            published,
            is_with_before: false,
            decisions: Decisions::default(),
            operation: "",
            report: Report::default(),
        }
    }

    /// Compares every operation.
    fn all(&mut self) {
        let offered = operations(self.published);
        let mut covered = BTreeSet::new();
        let all = operations(self.contract);
        for operation in &all {
            let same = |other: &&Operation<'_>| address(other) == address(operation);
            // Two published paths may differ in the final slash alone.
            let exact = offered
                .iter()
                .filter(same)
                .find(|other| other.path == operation.path);
            let found = exact.or_else(|| offered.iter().find(same));
            covered.insert(address(operation));
            self.operation = operation.id();
            let alias_of = operation.node.text_of(ALIAS);
            let meant = all.iter().find(|other| alias_of == Some(other.id()));
            self.operations(operation, meant.unwrap_or(operation), found);
        }
        let uncovered = offered
            .iter()
            .filter(|other| !covered.contains(&address(other)));
        self.report.uncovered = uncovered
            .map(|other| format!("{} {}", other.method.to_uppercase(), other.path))
            .collect();
    }

    /// Notes a difference, unless a decision covers it.
    pub(super) fn differ(
        &mut self,
        kind: &'static str,
        place: &Place,
        contract: impl Into<String>,
        published: impl Into<String>,
    ) {
        debug_assert!(kinds().any(|known| known == kind), "{kind}");
        let published = published.into();
        if self.decisions.cover(kind, place, &published) {
            self.report.decided += 1;
            return;
        }
        self.report.differences.push(Difference {
            operation: self.operation.to_owned(),
            place: place.clone(),
            kind,
            contract: contract.into(),
            published,
        });
    }

    /// Compares an operation, by what it is an alias of, with what was found under its path.
    fn operations(
        &mut self,
        operation: &Operation<'a>,
        meant: &Operation<'a>,
        found: Option<&Operation<'a>>,
    ) {
        let mut place = Place::operation(&meant.pointer);
        if meant.pointer != operation.pointer {
            place = place.also(&operation.pointer);
        }
        let Some(found) = found else {
            let address = format!("{} {}", operation.method.to_uppercase(), operation.path);
            self.differ("missing", &place.part("operation"), address, "nothing");
            return;
        };
        self.parameters(meant, found, &place);
        self.request(meant, found, &place);
        self.replies(meant, found, &place);
    }

    fn request(&mut self, meant: &Operation<'a>, found: &Operation<'a>, place: &Place) {
        let place = place.part("request body");
        let body = |document, operation: &Operation<'a>| {
            let node = Node::new(operation.pointer.clone(), operation.node);
            node.child("requestBody")?.follow(document)
        };
        match (body(self.contract, meant), body(self.published, found)) {
            (None, None) => {}
            (None, Some(_)) => self.differ("extra", &place, "nothing", "a body"),
            (Some(ours), None) => {
                let place = place.within(std::slice::from_ref(&ours.pointer));
                self.differ("missing", &place, "a body", "nothing");
            }
            (Some(ours), Some(theirs)) => {
                let place = place.within(std::slice::from_ref(&ours.pointer));
                let required = [is_required(&ours), is_required(&theirs)];
                if required[0] != required[1] {
                    let [ours, theirs] = required.map(required_or_optional);
                    self.differ("required", &place, ours, theirs);
                }
                self.contents(&ours, &theirs, Use::Request, &place);
            }
        }
    }

    /// Compares the successful replies. Refusals are read in one way, whatever an operation documents.
    fn replies(&mut self, meant: &Operation<'a>, found: &Operation<'a>, place: &Place) {
        let successes = |document, operation: &Operation<'a>| -> BTreeMap<&'a str, Node<'a>> {
            let all = operation.responses().into_iter();
            let successful = all.filter(|(status, ..)| is_success(status));
            let nodes = successful.filter_map(|(status, pointer, value)| {
                Some((status, Node::new(pointer, value).follow(document)?))
            });
            nodes.collect()
        };
        let ours = successes(self.contract, meant);
        let mut theirs = successes(self.published, found);
        let alone = ours.len() == 1 && theirs.len() == 1;
        for (status, reply) in &ours {
            let place = place.part(format!("response {status}"));
            let place = place.within(std::slice::from_ref(&reply.pointer));
            let same = theirs
                .remove_entry(status)
                .or_else(|| theirs.remove_entry("2XX"));
            let other = || theirs.pop_first().filter(|_| alone);
            match same.or_else(other) {
                None => self.differ("missing", &place, *status, "nothing"),
                Some((published, reply_there)) => {
                    if published != *status && published != "2XX" {
                        self.differ("status", &place, *status, published);
                    }
                    self.contents(reply, &reply_there, Use::Reply, &place);
                }
            }
        }
        for status in theirs.keys() {
            let place = place.part(format!("response {status}"));
            self.differ("extra", &place, "nothing", *status);
        }
    }

    /// Compares what two bodies hold: in the contract's form if both have it, else their JSON or first form.
    fn contents(&mut self, ours: &Node<'a>, theirs: &Node<'a>, used: Use, place: &Place) {
        let ours = content(ours, None);
        let theirs = content(theirs, ours.as_ref().map(|(form, _)| *form));
        match (ours, theirs) {
            (None, None) => {}
            (Some((form, _)), None) => self.differ("missing", place, form, "no content"),
            (None, Some((form, _))) => self.differ("extra", place, "no content", form),
            (Some((our_form, ours)), Some((their_form, theirs))) => {
                if our_form != their_form {
                    self.differ("content", place, our_form, their_form);
                }
                self.schemas(ours.child("schema"), theirs.child("schema"), used, place);
            }
        }
    }
}

pub(crate) fn is_required(node: &Node<'_>) -> bool {
    node.value.get("required") == Some(&Value::Bool(true))
}

/// The media type of a body, with its name: the wanted one, else JSON, else the first.
pub(crate) fn content<'a>(body: &Node<'a>, wanted: Option<&str>) -> Option<(&'a str, Node<'a>)> {
    let content = body.child("content")?;
    let forms: Vec<&str> = content.value.entries().map(|(form, _)| form).collect();
    let json = || {
        forms
            .iter()
            .find(|form| form.starts_with("application/json"))
    };
    let same = forms.iter().find(|form| Some(**form) == wanted);
    let form = *same.or_else(json).or(forms.first())?;
    Some((form, content.child(form)?))
}
