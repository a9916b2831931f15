use std::path::Path;

use super::summary;
use crate::{
    contract::Contract,
    regen::{load::json, write::without_prose},
};

const BEFORE: &str = include_str!("golden/before.yaml");
const AFTER: &str = include_str!("golden/after.yaml");

#[test]
fn changes_are_what_is_recorded() {
    // `regen` compares what it writes for the sandbox.
    let [before, after] = [BEFORE, AFTER].map(|text| without_prose(&json(text)));
    let found = summary(&before, &after);
    let expected = include_str!("golden/summary.txt");
    assert_eq!(found, expected, "the summary is\n{found}");
}

#[test]
fn a_change_of_words_is_none() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut contract = Contract::read(&workspace).unwrap().document.root;
    let before = contract.clone();
    assert_eq!(summary(&before, &contract), "");
    contract["tags"][0]["description"] = "Other words.".into();
    assert_eq!(summary(&before, &contract), "");
}

#[test]
fn without_a_contract_before_everything_is_new() {
    let found = summary(&serde_json::Value::Null, &json(BEFORE));
    assert!(found.contains("added    operation boats_sink"), "{found}");
    assert!(found.ends_with(", 0 breaking\n"), "{found}");
}
