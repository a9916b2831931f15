//! The names in the program: nouns, verbs and flags.

use heck::ToKebabCase as _;

use crate::regen::{document::Json, spec::Operation};

/// The command of an operation without `cekura`; none for one that has neither a row nor a command by hand.
pub(crate) fn command(operation: &Operation<'_>) -> Option<String> {
    if let Some(by_hand) = by_hand(operation) {
        return Some(by_hand.to_owned());
    }
    has_row(operation).then(|| format!("{} {}", noun(operation.tag()), verb(operation)))
}

/// The command that is written by hand.
pub(super) fn by_hand<'a>(operation: &Operation<'a>) -> Option<&'a str> {
    operation.node.text_of("x-cekura-command")
}

/// Whether the table has a row for an operation.
pub(super) fn has_row(operation: &Operation<'_>) -> bool {
    let node = operation.node;
    by_hand(operation).is_none()
        && !operation.is_handwritten()
        && node.get("x-cekura-alias-of").is_none()
}

/// What the program calls a tag.
pub(super) fn noun(tag: &str) -> String {
    match tag {
        "call_logs" => "calls".to_owned(),
        tag => tag.replace('_', "-"),
    }
}

/// What the program calls what an operation does.
pub(super) fn verb(operation: &Operation<'_>) -> String {
    operation.verb().replace('_', "-")
}

/// The options that every command has, or that the interpreter adds.
const TAKEN: [&str; 20] = [
    "all",
    "api-key-file",
    "api-url",
    "color",
    "data",
    "deadline",
    "fields",
    "format",
    "help",
    "limit",
    "poll-interval",
    "quiet",
    "sandbox",
    "stall-timeout",
    "template",
    "timeout",
    "verbose",
    "version",
    "wait",
    "yes",
];

/// The flag of a project.
const PROJECT: &str = "project-id";

/// The flag of a parameter or field, without its dashes. `part` is put before a name that is taken.
pub(super) fn flag(name: &str, part: &str, taken: &[String]) -> String {
    // A project has one flag in all commands.
    let flag = match name {
        "project" => PROJECT.to_owned(),
        name => name.to_kebab_case(),
    };
    match TAKEN.contains(&flag.as_str()) || taken.contains(&flag) {
        true => format!("{part}-{flag}"),
        false => flag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::{load::json, spec::operations};

    fn of(id: &str, tag: &str, more: &str) -> Option<String> {
        let document = json(&format!(
            "paths: {{/a/: {{put: {{operationId: {id}, tags: [{tag}]{more}}}}}}}"
        ));
        command(&operations(&document)[0])
    }

    #[test]
    fn commands_have_the_usual_verbs() {
        for (id, tag, expected) in [
            ("agents_list", "agents", "agents list"),
            ("agents_retrieve", "agents", "agents get"),
            ("agents_partial_update", "agents", "agents update"),
            ("agents_update", "agents", "agents replace"),
            ("agents_destroy", "agents", "agents delete"),
            (
                "call_logs_mark_reviewed",
                "call_logs",
                "calls mark-reviewed",
            ),
            ("phone_numbers_list", "phone_numbers", "phone-numbers list"),
        ] {
            assert_eq!(of(id, tag, "").as_deref(), Some(expected));
        }
    }

    #[test]
    fn commands_by_hand_are_named_by_the_contract() {
        let by_hand = ", x-cekura-handwritten: true, x-cekura-command: calls rerun";
        assert_eq!(of("a_b", "a", by_hand).as_deref(), Some("calls rerun"));
        assert_eq!(of("a_b", "a", ", x-cekura-handwritten: true"), None);
        assert_eq!(of("a_b", "a", ", x-cekura-alias-of: a_c"), None);
    }

    #[test]
    fn a_flag_that_is_taken_says_what_it_belongs_to() {
        assert_eq!(flag("agent_id", "query", &[]), "agent-id");
        assert_eq!(flag("fooBar", "query", &[]), "foo-bar");
        assert_eq!(flag("limit", "query", &[]), "query-limit");
        assert_eq!(flag("project", "query", &[]), "project-id");
        assert_eq!(flag("project_id", "query", &[]), "project-id");
        assert_eq!(flag("id", "body", &["id".to_owned()]), "body-id");
    }
}
