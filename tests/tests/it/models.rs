//! Promise: the generated models are what the snapshots say, and lose nothing of what goes through them.
//!
//! After a change of `openapi.yaml` and `cargo xtask regen`, the changed snapshots are the change as users see it.
//! `INSTA_UPDATE=always cargo test -p cekura-tests models` writes them anew; review the diff, then commit it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::json::compare::differences;
use crate::json::models::{GENERATED, Passed, SCALARS, find};
use crate::json::{contract, fixtures};

/// The generated types, below this package.
const SOURCES: &str = "../crates/cekura-api/src/generated/types";

/// Settings under which a snapshot is a file of its own name in `snapshots/<folder>`.
fn snapshots(folder: &str) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("snapshots/{folder}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// The generated types by name: kind, name, and the item without documentation.
fn generated() -> Vec<(&'static str, String, syn::Item)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(SOURCES);
    let files = fs::read_dir(folder).expect("the generated types");
    let items = files.flat_map(|entry| {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a readable file");
        let file = syn::parse_file(&text).expect("the generated source is Rust");
        file.items
    });
    let types = items.filter_map(|item| match item {
        syn::Item::Struct(mut item) => {
            undocument(&mut item.attrs);
            item.fields
                .iter_mut()
                .for_each(|field| undocument(&mut field.attrs));
            Some(("struct", item.ident.to_string(), syn::Item::Struct(item)))
        }
        syn::Item::Enum(mut item) => {
            undocument(&mut item.attrs);
            item.variants
                .iter_mut()
                .for_each(|variant| undocument(&mut variant.attrs));
            Some(("enum", item.ident.to_string(), syn::Item::Enum(item)))
        }
        syn::Item::Type(mut item) => {
            undocument(&mut item.attrs);
            Some(("type", item.ident.to_string(), syn::Item::Type(item)))
        }
        syn::Item::Impl(_) | syn::Item::Mod(_) | syn::Item::Use(_) => None,
        _ => panic!("the generated source has a kind of item that these tests do not know"),
    });
    let mut types: Vec<_> = types.collect();
    types.sort_by(|(_, one, _), (_, other, _)| one.cmp(other));
    types
}

fn undocument(attributes: &mut Vec<syn::Attribute>) {
    attributes.retain(|attribute| !attribute.path().is_ident("doc"));
}

#[test]
fn the_types() {
    let list: String = generated()
        .iter()
        .fold(String::new(), |mut list, (kind, name, _)| {
            let _ = writeln!(list, "{kind} {name}");
            list
        });
    snapshots("").bind(|| insta::assert_snapshot!("types", list));
}

#[test]
fn the_shape_of_each_type() {
    let mut shapes = BTreeMap::<&str, syn::File>::new();
    for (_, name, item) in generated() {
        let shapes = shapes.entry(contract::noun_of(&name));
        let file = shapes.or_insert_with(|| syn::parse_file("").unwrap());
        file.items.push(item);
    }
    for (noun, file) in shapes {
        let shapes = prettyplease::unparse(&file);
        snapshots("shapes").bind(|| insta::assert_snapshot!(noun, shapes));
    }
}

#[test]
fn no_snapshot_is_left_of_a_noun_that_is_gone() {
    let types = generated();
    let nouns: BTreeSet<&str> = types
        .iter()
        .map(|(_, name, _)| contract::noun_of(name))
        .collect();
    for folder in ["shapes", "json"] {
        let path = format!("{}/tests/it/snapshots/{folder}", env!("CARGO_MANIFEST_DIR"));
        for entry in fs::read_dir(path).unwrap() {
            let file = entry.unwrap().file_name().into_string().unwrap();
            let name = file.split('.').next().unwrap();
            assert!(
                nouns.contains(name),
                "delete snapshots/{folder}/{file}: there is no noun {name} any more"
            );
        }
    }
}

#[test]
fn the_operations() {
    let table: String =
        cekura::operations::ALL
            .iter()
            .fold(String::new(), |mut table, operation| {
                let pages = if operation.paginated {
                    ", in pages"
                } else {
                    ""
                };
                let _ = writeln!(
                    table,
                    "{:<28} {:<5} {:<50} {}: {}{pages}",
                    operation.id, operation.method, operation.path, operation.tag, operation.effect
                );
                table
            });
    snapshots("").bind(|| insta::assert_snapshot!("operations", table));
}

/// Every value with a named schema in the contract's examples and in the fixtures.
fn instances() -> BTreeMap<String, Vec<Value>> {
    let mut all = BTreeMap::<String, Vec<Value>>::new();
    let mut collect = |schema: &Value, value: &Value| {
        contract::walk(schema, value, &mut |place| {
            if let Some(name) = place.name.filter(|_| !place.value.is_null()) {
                let seen = all.entry(name.to_owned()).or_default();
                if !seen.contains(place.value) {
                    seen.push(place.value.clone());
                }
            }
        });
    };
    collect(
        &serde_json::json!({"$ref": "#/components/schemas/CallLog"}),
        &fixtures::call_log(),
    );
    collect(
        &serde_json::json!({"$ref": "#/components/schemas/CallLogPage"}),
        &fixtures::page(),
    );
    for example in contract::examples() {
        collect(example.schema, example.value);
    }
    all
}

/// Sends a value through its model; it must come out as it went in, with every part in a place of its own.
fn unharmed(name: &str, given: &Value) -> Passed {
    let model = find(name).unwrap_or_else(|| panic!("json/models.rs lacks {name}"));
    let passed = (model.pass)(given).unwrap_or_else(|e| panic!("{name} cannot read {given}: {e}"));
    assert_eq!(differences(given, &passed.json, None), [""; 0], "{name}");
    assert_eq!(
        passed.strays(),
        [""; 0],
        "{name} has no place for a part of {given}"
    );
    passed
}

#[test]
fn examples_of_every_schema_survive_their_model() {
    let instances = instances();
    for model in GENERATED.iter().chain(SCALARS) {
        let given = instances.get(model.name);
        // No request or response body names it, but a query parameter does.
        let given = given.unwrap_or_else(|| panic!("no example has a {}", model.name));
        for value in given {
            unharmed(model.name, value);
        }
    }
}

#[test]
fn the_json_of_each_type() {
    let instances = instances();
    let mut by_noun = BTreeMap::<&str, BTreeMap<&str, Value>>::new();
    for model in GENERATED {
        // What is written for the richest example.
        let richest = instances[model.name]
            .iter()
            .max_by_key(|value| value.to_string().len());
        let json = unharmed(model.name, richest.expect("there is one")).json;
        let noun = by_noun.entry(contract::noun_of(model.name));
        noun.or_default().insert(model.name, json);
    }
    for (noun, json) in by_noun {
        snapshots("json").bind(|| insta::assert_json_snapshot!(noun, json));
    }
}

#[test]
fn every_example_of_the_contract_survives_its_model() {
    let examples = contract::examples();
    assert!(
        examples.len() > 8,
        "only {} examples were found",
        examples.len()
    );
    for example in examples {
        assert_eq!(
            contract::violations(example.schema, example.value),
            [""; 0],
            "{}",
            example.name
        );
        match contract::named(example.schema) {
            Some((name, false)) => drop(unharmed(name, example.value)),
            Some((name, true)) => {
                for element in example.value.as_array().unwrap() {
                    unharmed(name, element);
                }
            }
            None => {}
        }
    }
}

#[test]
fn a_call_log_with_everything_survives() {
    let given = fixtures::call_log();
    unharmed("CallLog", &given);
}

#[test]
fn a_call_log_of_placeholders_survives() {
    let given = fixtures::placeholder();
    unharmed("CallLog", &given);
}

#[test]
fn the_fixtures_leave_no_field_out() {
    let mut seen = BTreeMap::<String, BTreeSet<String>>::new();
    for reply in contract::replies() {
        let name = reply.trim_matches(['[', ']']);
        let value = fixtures::of(name);
        assert_eq!(
            contract::violations(contract::schema(name), &value),
            [""; 0],
            "{name}"
        );
        let schema = serde_json::json!({"$ref": format!("#/components/schemas/{name}")});
        contract::walk(&schema, &value, &mut |place| {
            if let (Some(name), Some(object)) = (place.name, place.value.as_object()) {
                let filled = object.iter().filter(|(_, value)| !value.is_null());
                seen.entry(name.to_owned())
                    .or_default()
                    .extend(filled.map(|(field, _)| field.clone()));
            }
        });
    }
    assert!(seen.contains_key("RubricCondition") && seen.contains_key("SubscriptionPack"));
    for (schema, filled) in seen {
        assert_eq!(
            filled.iter().collect::<Vec<_>>(),
            contract::fields(&schema),
            "{schema}"
        );
    }
}
