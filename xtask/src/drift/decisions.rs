//! The differences that decisions of the contract cover.

use super::place::Place;
use crate::regen::{
    document::{Document, Json, Pointer, Value},
    finding::Finding,
    lint::DIFFERS,
    model::places,
};

/// Every covered difference that the contract states, and whether it was met.
#[derive(Debug, Default)]
pub(super) struct Decisions(Vec<Decision>);

#[derive(Debug)]
struct Decision {
    /// The object of the contract that the decision belongs to.
    scope: Pointer,
    kind: String,
    /// The place of the difference, seen from that object.
    place: String,
    /// What is published there. `None` for anything.
    published: Option<String>,
    pointer: Pointer,
    met: bool,
}

impl Decisions {
    pub(super) fn of(contract: &Document) -> Self {
        let mut all = Vec::new();
        for scope in places(&contract.root) {
            let differs = scope.pointer.then(DIFFERS);
            for (kind, below) in scope.node.entries_of(DIFFERS) {
                let pointer = differs.then(kind);
                let mut add = |place: &str, published, pointer| {
                    all.push(Decision {
                        scope: scope.pointer.clone(),
                        kind: kind.to_owned(),
                        place: place.to_owned(),
                        published,
                        pointer,
                        met: false,
                    });
                };
                for (i, place) in below.items().iter().enumerate() {
                    add(
                        place.as_str().unwrap_or_default(),
                        None,
                        pointer.then(&i.to_string()),
                    );
                }
                for (place, published) in below.entries() {
                    let alone = std::slice::from_ref(published);
                    let several = published.as_array().map_or(alone, Vec::as_slice);
                    for text in several {
                        add(place, Some(plain(text)), pointer.then(place));
                    }
                }
            }
        }
        Self(all)
    }

    /// Returns whether a decision covers a difference, the nearest one first.
    pub(super) fn cover(&mut self, kind: &str, place: &Place, published: &str) -> bool {
        for (scope, seen) in place.seen_from_scopes() {
            let found = self.0.iter_mut().find(|decision| {
                decision.scope == *scope
                    && decision.kind == kind
                    && matches(&decision.place, &seen)
                    && decision
                        .published
                        .as_ref()
                        .is_none_or(|text| text == published)
            });
            if let Some(decision) = found {
                decision.met = true;
                return true;
            }
        }
        false
    }

    /// Returns the decisions that covered nothing.
    pub(super) fn stale(&self, contract: &Document) -> Vec<Finding> {
        let unmet = self.0.iter().filter(|decision| !decision.met);
        let findings = unmet.map(|decision| {
            let published = decision.published.as_ref();
            let published = published.map_or_else(String::new, |text| format!(" with {text} published"));
            let message = format!(
                "the decision covers no difference of kind {} at {:?}{published} any more; remove the entry",
                decision.kind, decision.place
            );
            Finding::new("stale-decision", &decision.pointer, message).located(contract)
        });
        findings.collect()
    }
}

/// A value as a line of differences has it: text without quotes.
pub(crate) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Whether a place is the stated one. A final `*` stands for one field.
fn matches(stated: &str, place: &str) -> bool {
    match stated.strip_suffix('*') {
        None => stated == place,
        Some(before) => place
            .strip_prefix(before)
            .is_some_and(|field| field != "." && !field.contains(['.', '[', '{', ' ', '='])),
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_one_field() {
        for (stated, place, expected) in [
            ("a.b", "a.b", true),
            ("a", "a.b", false),
            ("*", "a", true),
            ("*", ".", false),
            ("*", "a.b", false),
            ("a[].*", "a[].b", true),
            ("a[].*", "a[].b[]", false),
            ("*", "query page", false),
            ("query *", "query page", true),
        ] {
            assert_eq!(matches(stated, place), expected, "{stated} {place}");
        }
    }
}
