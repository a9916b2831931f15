use std::{fs, path::PathBuf};

use super::*;
use crate::{
    drift,
    regen::{
        document::{Document, Pointer},
        lint::lint,
        load::json,
    },
};

fn golden(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/spec/add/golden");
    directory.join(name)
}

fn small() -> (Contract, Value) {
    let contract = Contract::parse(&fs::read_to_string(golden("openapi.yaml")).unwrap());
    let published = drift::published(&golden("published.json"));
    (contract.unwrap(), published.unwrap())
}

fn arguments(method: &str, path: &str) -> Arguments {
    Arguments {
        file: "published.json".into(),
        method: method.to_owned(),
        path: path.to_owned(),
        tag: None,
    }
}

const ADDED: [(&str, &str, &str); 5] = [
    ("create", "POST", "/sea/v1/boats/"),
    ("update", "patch", "/sea/v1/boats/{boat}/"),
    ("delete", "DELETE", "/sea/v1/boats/{boat}"),
    ("action", "POST", "/sea/v1/boats/{id}/race/"),
    ("new-tag", "GET", "/sea/v1/tide-tables/"),
];

#[test]
fn what_is_added_is_what_is_recorded() {
    let (contract, published) = small();
    let before = contract.lines().join("\n") + "\n";
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    for (name, method, path) in ADDED {
        let added = add(&contract, &published, &arguments(method, path)).unwrap();
        let diff = similar::TextDiff::from_lines(&before, &added.text);
        let diff = diff.unified_diff().context_radius(1).to_string();
        let found = format!("{diff}\n{}", added.report);
        let file = golden(&format!("{name}.txt"));
        if update {
            fs::write(&file, &found).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            found == expected,
            "{name}.txt; look at it, and run with UPDATE_GOLDEN=1:\n{found}"
        );
    }
}

#[test]
fn nothing_else_changes_and_no_words_are_taken() {
    let (contract, published) = small();
    for (name, method, path) in ADDED {
        let added = add(&contract, &published, &arguments(method, path)).unwrap();
        assert!(!added.text.contains("Copied?"), "{name}");
        let mut lines = added.text.lines();
        for line in contract.lines() {
            assert!(lines.any(|other| other == line), "{name} lost {line:?}");
        }
    }
}

#[test]
fn what_is_added_differs_from_the_published_document_by_decision_alone() {
    let (contract, published) = small();
    let compared = |document: &Document| {
        let report = compare(document, &published);
        let found = report.differences.iter().map(ToString::to_string);
        (found.collect::<Vec<_>>(), report.uncovered.len())
    };
    let (before, uncovered) = compared(&contract.document);
    for (name, method, path) in ADDED {
        let added = add(&contract, &published, &arguments(method, path)).unwrap();
        let with = Contract::parse(&added.text).unwrap().document;
        assert_eq!(compared(&with), (before.clone(), uncovered - 1), "{name}");
    }
}

#[test]
fn lint_names_every_line_that_a_person_has_to_write_and_nothing_else() {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let real = Contract::read(&workspace).unwrap();
    // No operation of the real contract is about boats.
    let published = small().1;
    for (name, method, path) in ADDED {
        let added = add(&real, &published, &arguments(method, path)).unwrap();
        let with = Contract::parse(&added.text).unwrap();
        let found = lint(&with.document);
        let lines: std::collections::BTreeSet<usize> = found.iter().map(|f| f.line).collect();
        let expected = with.lines().iter().enumerate();
        let expected = expected.filter(|(_, line)| line.contains(PLACEHOLDER));
        assert_eq!(lines, expected.map(|(i, _)| i + 1).collect(), "{name}");
        let rules = found.iter().map(|found| found.rule);
        for rule in rules {
            assert!(
                ["filled-in", "effect", "tag-area"].contains(&rule),
                "{name}: {rule}"
            );
        }
        // With words, what is left are the examples.
        let filled = added.text.replace("effect: FILL IN", "effect: billable");
        let filled = filled.replace("area: FILL IN", "area: testing");
        let filled = filled.replace(PLACEHOLDER, "Text");
        for left in lint(&Contract::parse(&filled).unwrap().document) {
            assert_eq!(left.rule, "valid-example", "{name}: {left:?}");
        }
    }
}

#[test]
fn operations_that_are_there_or_not_published_are_refused() {
    let (contract, published) = small();
    for (method, path, words) in [
        (
            "GET",
            "/sea/v1/boats/{boat}",
            "openapi.yaml:17: boats_retrieve is there already",
        ),
        ("PUT", "/sea/v1/boats/{boat}", "did you mean"),
        ("GET", "/", "drift FILE --all"),
        ("POST", "/sea/v1/boats/{id}/photo/", "image/png"),
    ] {
        let message = add(&contract, &published, &arguments(method, path)).unwrap_err();
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn a_tag_can_be_chosen() {
    let (contract, published) = small();
    let mut arguments = arguments("GET", "/sea/v1/tide-tables/");
    arguments.tag = Some("boats".to_owned());
    let added = json(&add(&contract, &published, &arguments).unwrap().text);
    let place = Pointer::from("/paths")
        .then("/sea/v1/tide-tables/")
        .then("get");
    let operation = added.pointer(place.as_str()).unwrap();
    // `boats_list` is another operation already.
    assert_eq!(operation["operationId"], "boats_tide_tables_list");
}
