//! What a maintainer does after an operation was added.

use super::operation::Addition;
use crate::{
    contract::{Contract, FILE},
    regen::{
        document::{Json, Pointer},
        lint::PLACEHOLDER,
        spec::operations,
    },
};

/// Returns the places that were added, what was left out, and the next steps.
pub(super) fn report(contract: &Contract, addition: &Addition, file: &str) -> String {
    let id = addition.names.id();
    let mut text = String::new();
    let mut line = |place: &Pointer, what: &str| {
        text += &format!("{FILE}:{}: {what}\n", contract.document.line(place));
    };
    let root = &contract.document.root;
    let tags = root.items_of("tags").iter();
    let tag = tags.clone().position(|tag| {
        tag.text_of("description") == Some(PLACEHOLDER)
            && tag.text_of("name") == Some(addition.names.tag.as_str())
    });
    if let Some(i) = tag {
        line(
            &Pointer::from("/tags").then(&i.to_string()),
            "the tag, which is new",
        );
    }
    let own = operations(root).into_iter().find(|own| own.id() == id);
    if let Some(own) = own {
        line(
            &own.pointer,
            &format!("{id}, {} {}", own.method.to_uppercase(), own.path),
        );
        let differs = own.pointer.then("x-cekura-differs");
        if root.pointer(differs.as_str()).is_some() {
            line(
                &differs,
                "the differences that the rules of the contract ask for; give the reason",
            );
        }
    }
    for component in &addition.schemas {
        let place = Pointer::from("/components/schemas").then(&component.name);
        line(&place, &format!("the schema {}", component.name));
    }
    if let Some(name) = &addition.example {
        let place = Pointer::from("/components/examples").then(name);
        line(&place, &format!("the example {name}"));
    }
    if !addition.left_out.is_empty() {
        text += "\nLeft out; a description says it where it matters:\n";
        text.extend(addition.left_out.iter().map(|what| format!("  {what}\n")));
    }
    let count = contract
        .lines()
        .iter()
        .filter(|line| line.contains(PLACEHOLDER))
        .count();
    text += &format!(
        "
Next:
  1. Replace {PLACEHOLDER} in {count} lines, in your own words and with invented examples.
     Rename a schema where another name says more.
     x-cekura-effect is read, idempotent, write or billable: what sending the request twice would do.
     If it can be refused for want of credits, add '402': {{ $ref: '#/components/responses/PaymentRequired' }}.
  2. cargo xtask regen, until it finds nothing; then read what it says has changed.
  3. cargo xtask drift {file}
  4. cargo test -p cekura-tests, and review the snapshots.
  5. cargo xtask coverage
"
    );
    text
}
