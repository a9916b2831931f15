//! The differences that decisions of the contract cover.

use super::place::Place;
use crate::regen::{
    document::{Document, Json, Pointer},
    finding::Finding,
    lint::DIFFERS,
    model::places,
};

/// Every covered difference that the contract states, and whether it was met.
#[derive(Debug)]
pub(super) struct Decisions(Vec<Decision>);

#[derive(Debug)]
struct Decision {
    /// The object of the contract that the decision belongs to.
    scope: Pointer,
    kind: String,
    /// The place of the difference, seen from that object.
    place: String,
    pointer: Pointer,
    met: bool,
}

impl Decisions {
    pub(super) fn of(contract: &Document) -> Self {
        let mut all = Vec::new();
        for scope in places(&contract.root) {
            let differs = scope.pointer.then(DIFFERS);
            for (kind, below) in scope.node.entries_of(DIFFERS) {
                let texts = below.items().iter().enumerate();
                all.extend(texts.filter_map(|(i, place)| {
                    Some(Decision {
                        scope: scope.pointer.clone(),
                        kind: kind.to_owned(),
                        place: place.as_str()?.to_owned(),
                        pointer: differs.then(kind).then(&i.to_string()),
                        met: false,
                    })
                }));
            }
        }
        Self(all)
    }

    /// Returns whether a decision covers a difference, the nearest one first.
    pub(super) fn cover(&mut self, kind: &str, place: &Place) -> bool {
        for (scope, seen) in place.seen_from_scopes() {
            let found = self.0.iter_mut().find(|decision| {
                decision.scope == *scope && decision.kind == kind && matches(&decision.place, &seen)
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
            let message = format!(
                "the decision covers no difference of kind {} at {:?} any more; remove the entry",
                decision.kind, decision.place
            );
            Finding::new("stale-decision", &decision.pointer, message).located(contract)
        });
        findings.collect()
    }
}

/// Whether a place is the stated one. A final `*` stands for one field.
fn matches(stated: &str, place: &str) -> bool {
    match stated.strip_suffix('*') {
        None => stated == place,
        Some(before) => place
            .strip_prefix(before)
            .is_some_and(|field| field != "." && !field.contains(['.', '[', '{', ' '])),
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
