//! What changed in the contract since the last `regen`, in operations, schemas and fields.
//!
//! The sandbox's copy is the contract as it was. Both are compared as `drift` compares two documents; a difference inside
//! a schema is shown once, whoever uses it.

mod breaking;
mod components;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::{
    drift::{Difference, address, compare_with_before, plain},
    regen::{
        document::{Json, Value},
        spec::{Operation, operations},
    },
};

/// The keys of an operation that are compared as requests and replies.
const COMPARED: [&str; 4] = ["operationId", "parameters", "requestBody", "responses"];

/// The keys whose change changes what callers have to write or what a call does.
const BREAKING: [&str; 4] = [
    "tags",
    "x-cekura-effect",
    "x-cekura-job",
    "x-cekura-untyped",
];

/// One change.
#[derive(Debug)]
struct Change {
    /// `added`, `removed` or `changed`.
    how: &'static str,
    what: String,
    is_breaking: bool,
}

/// Returns the changes, a line each, and how many there are; the empty text if nothing changed but words.
pub(crate) fn summary(before: &Value, now: &Value) -> String {
    let changes = all(before, now);
    let breaking = changes.iter().filter(|change| change.is_breaking).count();
    if changes.is_empty() {
        return String::new();
    }
    let lines = changes.iter().map(|change| {
        let mark = if change.is_breaking { "breaking" } else { "" };
        let line = format!("{mark:<8}  {:<7}  {}", change.how, change.what);
        line.trim_end().to_owned() + "\n"
    });
    let counted = match changes.len() {
        1 => "1 change of the contract".to_owned(),
        n => format!("{n} changes of the contract"),
    };
    format!(
        "{}{counted}, {breaking} breaking\n",
        lines.collect::<String>()
    )
}

/// Every change, those of operations first.
fn all(before: &Value, now: &Value) -> Vec<Change> {
    let report = compare_with_before(now, before);
    let inside = report.differences.iter();
    let inside = inside.filter(|found| found.place.to_string() != "operation");
    let mut inside: Vec<Change> = inside.map(|found| change(now, found)).collect();
    // A schema may be part of requests and of replies, and the change breaking for one of them.
    inside.sort_by(|a, b| (&a.what, b.is_breaking).cmp(&(&b.what, a.is_breaking)));
    inside.dedup_by(|a, b| a.what == b.what);
    let mut changes = operations_of(before, now);
    changes.extend(components::areas(before, now));
    changes.extend(components::names(before, now));
    changes.extend(components::rust_types(before, now));
    changes.extend(inside);
    changes
}

/// Operations that came, went, or are something else now.
fn operations_of(before: &Value, now: &Value) -> Vec<Change> {
    let (old, new) = (operations(before), operations(now));
    let counterpart = |all: &[Operation<'_>], one: &Operation<'_>| {
        all.iter().position(|other| address(other) == address(one))
    };
    let named = |operation: &Operation<'_>| {
        let effect = operation
            .node
            .text_of("x-cekura-effect")
            .unwrap_or("no effect");
        let method = operation.method.to_uppercase();
        format!(
            "operation {} ({method} {}, {effect})",
            operation.id(),
            operation.path
        )
    };
    let mut changes = Vec::new();
    for operation in &new {
        let Some(before) = counterpart(&old, operation).map(|i| &old[i]) else {
            changes.push(Change {
                how: "added",
                what: named(operation),
                is_breaking: false,
            });
            continue;
        };
        let id = operation.id();
        if before.id() != id {
            let what = format!("operation {id}: it was {}", before.id());
            changes.push(Change {
                how: "changed",
                what,
                is_breaking: true,
            });
        }
        let keys: BTreeSet<&str> = operation
            .node
            .entries()
            .chain(before.node.entries())
            .map(|(key, _)| key)
            .collect();
        for key in keys.into_iter().filter(|key| !COMPARED.contains(key)) {
            // The reason why a body has no type is words.
            let value = |side: &Operation<'_>| match (key, side.node.get(key)) {
                ("x-cekura-untyped", Some(_)) => Some(true.into()),
                (_, value) => value.cloned(),
            };
            let values = [value(before), value(operation)];
            if values[0] != values[1] {
                let [old, new] =
                    values.map(|value| value.as_ref().map_or_else(|| "nothing".to_owned(), plain));
                let what = format!("operation {id}: {key}: {old} → {new}");
                let is_breaking = BREAKING.contains(&key);
                changes.push(Change {
                    how: "changed",
                    what,
                    is_breaking,
                });
            }
        }
    }
    let gone = old
        .iter()
        .filter(|operation| counterpart(&new, operation).is_none());
    changes.extend(gone.map(|operation| Change {
        how: "removed",
        what: named(operation),
        is_breaking: true,
    }));
    changes
}

/// A difference as a change of the schema that holds it, else of the operation.
fn change(now: &Value, found: &Difference) -> Change {
    let holder = found.place.seen_from_scopes().find_map(|(scope, seen)| {
        let name = scope.as_str().strip_prefix("/components/schemas/")?;
        (seen != "." && !name.contains('/')).then(|| format!("{name} · {seen}"))
    });
    let place = holder.unwrap_or_else(|| format!("{}: {}", found.operation, found.place));
    let (how, what) = match found.kind {
        "missing" => ("added", format!("{place}: {}", found.contract)),
        "extra" => ("removed", format!("{place}: {}", found.published)),
        kind => (
            "changed",
            format!("{place}: {kind}: {} → {}", found.published, found.contract),
        ),
    };
    Change {
        how,
        what,
        is_breaking: breaking::is_breaking(now, found),
    }
}
