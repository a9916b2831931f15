//! Puts what an operation needs into the text of the contract. Every other line stays as it is.

use serde_json::{Map, json};

use super::{PLACEHOLDER, operation::Addition, yaml};
use crate::{
    contract::Contract,
    drift::Use,
    regen::{
        document::{Json, Pointer, Value},
        spec::operations,
    },
};

/// Lines, and the index of the line that they go before.
type Insertion = (usize, Vec<String>);

/// Returns the text of the contract with an operation, its schemas and its example.
pub(super) fn inserted(contract: &Contract, addition: &Addition) -> String {
    let mut all = vec![operation(contract, addition)];
    all.extend(tag(contract, &addition.names.tag));
    for component in &addition.schemas {
        let lines = yaml::entry(4, &component.name, &component.schema);
        let (at, head) = section(contract, component.used, &addition.names.tag);
        // The first one of a section brings its heading.
        let is_first = !all.iter().any(|(other, _)| *other == at);
        let head = head.filter(|_| is_first).into_iter().flatten();
        all.push((at, head.chain(lines).collect()));
    }
    if let Some(name) = &addition.example {
        let example = json!({ "summary": PLACEHOLDER, "value": PLACEHOLDER });
        let at = contract.block(&"/components/examples".into()).end;
        all.push((at, yaml::entry(4, name, &example)));
    }
    let mut lines = Vec::new();
    for (i, line) in contract.lines().iter().map(Some).chain([None]).enumerate() {
        lines.extend(
            all.iter()
                .filter(|(at, _)| *at == i)
                .flat_map(|(_, new)| new.clone()),
        );
        lines.extend(line.cloned());
    }
    lines.join("\n") + "\n"
}

/// The operation in its path, or its path among those of its tag.
fn operation(contract: &Contract, addition: &Addition) -> Insertion {
    let root = &contract.document.root;
    let paths = Pointer::from("/paths");
    let node = Value::Object(addition.operation.clone());
    let path = paths.then(&addition.path);
    if root.pointer(path.as_str()).is_some() {
        let lines = yaml::entry(4, &addition.method, &node);
        return (contract.block(&path).end, lines);
    }
    let node = Map::from_iter([(addition.method.clone(), node)]);
    let mut lines = yaml::entry(2, &addition.path, &Value::Object(node));
    let all = operations(root);
    let siblings = all.iter().filter(|other| other.tag() == addition.names.tag);
    let siblings: Vec<&str> = siblings.map(|other| other.path).collect();
    let before = siblings
        .iter()
        .rfind(|path| **path < addition.path.as_str());
    match (before, siblings.first()) {
        (Some(path), _) => {
            lines.insert(0, String::new());
            (contract.block(&paths.then(path)).end, lines)
        }
        (None, Some(first)) => {
            lines.push(String::new());
            (contract.index(&paths.then(first)), lines)
        }
        (None, None) => {
            lines.splice(
                0..0,
                [String::new(), heading(2, &words(&addition.names.tag))],
            );
            (contract.block(&paths).end, lines)
        }
    }
}

/// The entry of a tag that the contract does not have.
fn tag(contract: &Contract, tag: &str) -> Option<Insertion> {
    let tags = contract.document.root.items_of("tags").iter();
    let is_new = !tags.clone().any(|known| known.text_of("name") == Some(tag));
    let has_areas = tags
        .clone()
        .any(|known| known.get("x-cekura-area").is_some());
    let entry = if has_areas {
        json!({ "name": tag, "x-cekura-area": PLACEHOLDER, "description": PLACEHOLDER })
    } else {
        json!({ "name": tag, "description": PLACEHOLDER })
    };
    is_new.then(|| (contract.block(&"/tags".into()).end, yaml::item(2, &entry)))
}

/// Where a schema goes: the end of its section, with the heading of a new one.
fn section(contract: &Contract, used: Use, tag: &str) -> (usize, Option<Vec<String>>) {
    let block = contract.block(&"/components/schemas".into());
    let headings: Vec<(usize, &str)> = block
        .clone()
        .filter_map(|i| {
            let line = contract.lines()[i].trim_start().strip_prefix("# --")?;
            Some((i, line.trim_start_matches('-').trim()))
        })
        .collect();
    let own = words(tag);
    let is_own = |title: &str| match (used, title.strip_prefix("replies: ")) {
        (Use::Reply, Some(tags)) => tags.split(" and ").any(|tag| tag == own),
        (Use::Reply, None) => false,
        _ => title == "requests",
    };
    let ends_before = |i: Option<usize>| {
        let before = contract
            .lines()
            .iter()
            .enumerate()
            .take(i.unwrap_or(block.end));
        before
            .rev()
            .find(|(_, line)| !line.trim().is_empty())
            .map_or(0, |(i, _)| i + 1)
    };
    if let Some(at) = headings.iter().position(|(_, title)| is_own(title)) {
        return (ends_before(headings.get(at + 1).map(|(i, _)| *i)), None);
    }
    let errors = headings.iter().find(|(_, title)| *title == "errors");
    let title = match used {
        Use::Reply => format!("replies: {own}"),
        _ => "requests".to_owned(),
    };
    let head = vec![String::new(), heading(4, &title)];
    (ends_before(errors.map(|(i, _)| *i)), Some(head))
}

fn heading(indent: usize, title: &str) -> String {
    format!("{:indent$}# {} {title}", "", "-".repeat(64))
}

fn words(tag: &str) -> String {
    tag.replace('_', " ")
}
