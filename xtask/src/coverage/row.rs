//! What one operation has.

use crate::regen::{
    document::{Json, Value},
    spec::{Operation, operations, parameters, resolve},
    table::command,
};

/// What an operation has.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) id: String,
    /// `generated`, `by hand`, or that of another operation.
    pub(super) method: String,
    pub(super) command: Option<String>,
    pub(super) is_command_by_hand: bool,
    /// How the sandbox answers it.
    pub(super) level: Option<String>,
    pub(super) has_example: bool,
}

impl Row {
    /// What is missing, a line for each thing.
    pub(super) fn missing(&self) -> Vec<String> {
        let parts = [
            (
                self.command.is_some(),
                "no command; write one, and name it by x-cekura-command",
            ),
            (
                self.level.is_some(),
                "no level in the sandbox; run its tests, and record the level",
            ),
            (
                self.has_example,
                "no example of a request; add one for its body and required parameters",
            ),
        ];
        let missing = parts.iter().filter(|(has, _)| !has);
        missing
            .map(|(_, what)| format!("{}: {what}", self.id))
            .collect()
    }
}

/// The rows of a document, in its order. `levels` has an id and a level on each line.
pub(super) fn rows(document: &Value, levels: &str) -> Vec<Row> {
    let level = |id: &str| {
        let mut lines = levels.lines().filter_map(|line| line.split_once(' '));
        lines
            .find(|(known, _)| *known == id)
            .map(|(_, level)| level.trim().to_owned())
    };
    let all = operations(document);
    let rows = all.iter().map(|operation| {
        let alias = operation.node.text_of("x-cekura-alias-of");
        let of = alias.and_then(|id| all.iter().find(|other| other.id() == id));
        let by_hand = operation.node.get("x-cekura-handwritten") == Some(&Value::Bool(true));
        Row {
            id: operation.id().to_owned(),
            method: match (alias, by_hand) {
                (Some(id), _) => format!("as {id}"),
                (None, true) => "by hand".to_owned(),
                (None, false) => "generated".to_owned(),
            },
            command: command(of.unwrap_or(operation)).map(|command| format!("cekura {command}")),
            is_command_by_hand: operation.node.get("x-cekura-command").is_some(),
            level: level(operation.id()),
            has_example: has_example(document, operation),
        }
    });
    rows.collect()
}

/// Whether a request can be made from examples.
fn has_example(document: &Value, operation: &Operation<'_>) -> bool {
    let parameters = parameters(document, operation);
    let mut required = parameters
        .iter()
        .filter(|(_, node)| node.get("required") == Some(&Value::Bool(true)));
    let body = operation
        .node
        .get("requestBody")
        .and_then(|node| resolve(document, node));
    let has = |(_, media): (&str, &Value)| media.get("example").or(media.get("examples")).is_some();
    required.all(|(_, node)| node.get("example").is_some())
        && body.is_none_or(|body| body.entries_of("content").any(has))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn a_row_says_what_there_is_and_what_is_missing() {
        let document = json(
            "
paths:
  /pets/:
    get: {operationId: pets_list, tags: [pets]}
    post: {operationId: pets_add, tags: [pets], x-cekura-handwritten: true, requestBody: {content: {j: {}}}}
  /all/:
    get: {operationId: pets_all, tags: [pets], x-cekura-alias-of: pets_list}
",
        );
        let rows = rows(&document, "pets_list engine\npets_all modelled\n");
        let shown: Vec<_> = rows
            .iter()
            .map(|row| (&*row.method, row.command.as_deref(), row.missing().len()))
            .collect();
        assert_eq!(
            shown,
            [
                ("generated", Some("cekura pets list"), 0),
                ("by hand", None, 3),
                ("as pets_list", Some("cekura pets list"), 0),
            ]
        );
        assert!(rows[1].missing()[0].starts_with("pets_add: no command"));
    }
}
