//! Paths, and the parameters that belong to them.

use std::collections::BTreeSet;

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
    spec::{Operation, operations, parameters},
};

/// Each `{name}` of a path has a parameter in `path` of that name, and the other way round; the generator gives
/// up on the first and sends the second nowhere.
pub(super) fn path_parameters(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, _) in document.entries_of("paths") {
        let pointer = Pointer::from("/paths").then(path);
        let names = match placeholders(path) {
            Ok(names) => names,
            Err(problem) => {
                findings.push(Finding::new("path-parameters", pointer, problem));
                continue;
            }
        };
        for operation in operations(document).iter().filter(|o| o.path == path) {
            compare(document, operation, &pointer, &names, &mut findings);
        }
    }
    findings
}

fn compare(
    document: &Value,
    operation: &Operation<'_>,
    path: &Pointer,
    names: &BTreeSet<&str>,
    findings: &mut Vec<Finding>,
) {
    let declared: Vec<(Pointer, &str)> = parameters(document, operation)
        .into_iter()
        .filter(|(_, parameter)| parameter.text_of("in") == Some("path"))
        .map(|(pointer, parameter)| (pointer, parameter.text_of("name").unwrap_or_default()))
        .collect();
    for name in names {
        if !declared.iter().any(|(_, known)| known == name) {
            findings.push(Finding::new(
                "path-parameters",
                path,
                format!(
                    "`{{{name}}}` in the path has no parameter; add one with `in: path` and `name: {name}`"
                ),
            ));
        }
    }
    for (pointer, name) in declared {
        if !names.contains(name) {
            findings.push(Finding::new(
                "path-parameters",
                pointer,
                format!(
                    "the path has no `{{{name}}}`; add it to the path, or rename the parameter"
                ),
            ));
        }
    }
}

/// The names in the braces of a path.
fn placeholders(path: &str) -> Result<BTreeSet<&str>, String> {
    let mut names = BTreeSet::new();
    for segment in path.split('/') {
        let Some(name) = segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
        else {
            if segment.contains(['{', '}']) {
                return Err(format!(
                    "{segment:?} is not a word or a name in braces; write `/{{name}}/`"
                ));
            }
            continue;
        };
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !is_name {
            return Err(format!(
                "{name:?} in braces is not in snake_case; rename it, because it becomes the name of an argument"
            ));
        }
        if !names.insert(name) {
            return Err(format!("`{{{name}}}` is in the path twice; rename one"));
        }
    }
    Ok(names)
}

/// No parameter twice in one operation, also not once for its path: the generator would write the same argument
/// twice.
pub(super) fn duplicate_parameters(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for operation in operations(document) {
        let mut seen = BTreeSet::new();
        for (pointer, parameter) in parameters(document, &operation) {
            let name = parameter.text_of("name").unwrap_or_default();
            if !seen.insert(name) {
                findings.push(Finding::new(
                    "duplicate-parameters",
                    &pointer,
                    format!("the parameter {name:?} is declared twice; remove one"),
                ));
            }
        }
    }
    findings
}

/// `x-cekura-paginated` is true or false, said wherever there are pages, and true only if there is a parameter
/// `page` to turn them with.
pub(super) fn paginated(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for operation in operations(document) {
        let pages = parameters(document, &operation)
            .iter()
            .any(|(_, p)| p.text_of("name") == Some("page") && p.text_of("in") == Some("query"));
        let entry = operation.node.get("x-cekura-paginated");
        let problem = match entry.map(Value::as_bool) {
            Some(None) => "x-cekura-paginated must be `true` or `false`",
            Some(Some(true)) if !pages => {
                "a paginated operation needs a query parameter `page`; add it, or remove x-cekura-paginated"
            }
            None if pages => {
                "an operation with a parameter `page` needs x-cekura-paginated; write `true` if its reply has pages, else `false`"
            }
            _ => continue,
        };
        findings.push(Finding::new(
            "paginated",
            match entry {
                Some(_) => operation.pointer.then("x-cekura-paginated"),
                None => operation.pointer.clone(),
            },
            problem,
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;

    fn spec(path: &str, parameters: &str) -> String {
        format!("paths:\n  {path}:\n    get:\n      parameters:\n        {parameters}")
    }

    #[test]
    fn braces_and_parameters_agree() {
        let id = "- {name: id, in: path}";
        let good = spec("/a/{id}/", id);
        for (path, parameters, line, words) in [
            ("/a/{id/", id, 2, "not a word or a name"),
            ("/a/x{id}/", id, 2, "not a word or a name"),
            ("/a/{Id}/", id, 2, "snake_case"),
            ("/a/{}/", id, 2, "snake_case"),
            ("/a/{id}/{id}/", id, 2, "twice"),
            ("/a/{id}/", "[]", 2, "has no parameter"),
            ("/a/", id, 5, "has no `{id}`"),
        ] {
            one_bad_one_good(path_parameters, &spec(path, parameters), line, words, &good);
        }
    }

    #[test]
    fn both_sides_of_a_disagreement_are_shown() {
        let yaml = spec("'/a/{nr}/'", "- {name: id, in: path}");
        let found = crate::regen::lint::testing::findings(path_parameters, &yaml);
        let lines: Vec<_> = found.iter().map(|f| f.line).collect();
        assert_eq!(lines, [2, 5], "{found:#?}");
    }

    #[test]
    fn a_parameter_is_there_once() {
        let twice = "- {name: a, in: query}\n        - {name: a, in: query}";
        let good = spec(
            "/a/",
            "- {name: a, in: query}\n        - {name: b, in: query}",
        );
        one_bad_one_good(
            duplicate_parameters,
            &spec("/a/", twice),
            6,
            "declared twice",
            &good,
        );
    }

    #[test]
    fn pages_are_said_and_can_be_turned() {
        let get = |mark: &str, parameter: &str| {
            format!(
                "paths:\n  /a/:\n    get:\n      parameters: [{{name: {parameter}, in: query}}]\n      {mark}"
            )
        };
        let good = get("x-cekura-paginated: true", "page");
        for (bad, line, words) in [
            (
                get("x-cekura-paginated: maybe", "page"),
                5,
                "`true` or `false`",
            ),
            (get("x-cekura-paginated: true", "side"), 5, "`page`"),
            (get("summary: s", "page"), 3, "needs x-cekura-paginated"),
        ] {
            one_bad_one_good(paginated, &bad, line, words, &good);
        }
        let none = get("summary: s", "side");
        one_bad_one_good(
            paginated,
            &get("summary: s", "page"),
            3,
            "needs x-cekura-paginated",
            &none,
        );
    }
}
