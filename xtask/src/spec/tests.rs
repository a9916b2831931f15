use std::path::Path;

use super::{
    outline::{Outline, outline},
    show::yaml,
};
use crate::{
    contract::Contract,
    regen::{
        document::{Json, Pointer},
        load::load,
        spec::operations,
    },
};

const SMALL: &str = "openapi: 3.0.3
# Nothing else.
info: {title: t, version: v}
tags:
  - name: boats
    description: Boats.
  - name: tides
paths:
  /tides/:
    get:
      operationId: tides_list
      tags: [tides]
      x-cekura-effect: read
      responses: { '400': { $ref: '#/components/responses/Refused' } }
  /boats/{id}/:
    parameters:
      - { $ref: '#/components/parameters/Id' }
    get:
      operationId: boats_get
      tags: [boats]
      x-cekura-effect: read
      responses:
        '200': { content: { j: { schema: { $ref: '#/components/schemas/Boat' } } } }
        '400': { $ref: '#/components/responses/Refused' }

    delete:
      operationId: boats_delete
      tags: [boats]
      responses: {}
components:
  parameters:
    Id: { name: id, in: path }
  responses:
    Refused: { description: No. }
  schemas:
    # ---- boats
    Boat:
      properties:
        mast: { $ref: '#/components/schemas/Mast' }
    Mast: { type: string }
";

fn real() -> Contract {
    Contract::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap()
}

#[test]
fn shown_yaml_has_the_part_and_all_it_refers_to() {
    let contract = Contract::parse(SMALL).unwrap();
    for (name, expected) in [
        (
            "Mast",
            "components:\n  schemas:\n    Mast: { type: string }\n",
        ),
        (
            "tides",
            "tags:\n  - name: tides\npaths:\n  /tides/:\n    get:\n      operationId: tides_list\n      tags: [tides]\n      x-cekura-effect: read\n      responses: { '400': { $ref: '#/components/responses/Refused' } }\ncomponents:\n  responses:\n    Refused: { description: No. }\n",
        ),
        (
            "boats_delete",
            "paths:\n  /boats/{id}/:\n    parameters:\n      - { $ref: '#/components/parameters/Id' }\n    delete:\n      operationId: boats_delete\n      tags: [boats]\n      responses: {}\ncomponents:\n  parameters:\n    Id: { name: id, in: path }\n",
        ),
    ] {
        assert_eq!(yaml(&contract, name).unwrap(), expected);
    }
}

#[test]
fn an_unknown_name_is_refused_with_similar_ones() {
    let contract = Contract::parse(SMALL).unwrap();
    for (name, words) in [
        ("boats_gte", "boats_get"),
        ("mast", "Mast"),
        ("xyz", "outline"),
    ] {
        let message = yaml(&contract, name).unwrap_err();
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn the_outline_counts_what_each_operation_takes() {
    let expected = "\
boats: 2 operations                                             16
  GET     /boats/{id}/  boats_get     read                      11
  DELETE  /boats/{id}/  boats_delete  -                          4
  shared by operations of boats                                  1
";
    let text = outline(&Contract::parse(SMALL).unwrap());
    let squeezed = |text: &str| -> Vec<Vec<String>> {
        text.lines()
            .map(|line| line.split_whitespace().map(str::to_owned).collect())
            .collect()
    };
    assert_eq!(squeezed(&text)[..4], squeezed(expected)[..], "{text}");
    let ends: Vec<usize> = text.lines().map(|line| line.chars().count()).collect();
    assert!(
        ends.iter().all(|end| *end == ends[0]),
        "the numbers are not in one column:\n{text}"
    );
}

#[test]
fn everything_in_the_contract_can_be_shown_and_read_again() {
    let contract = real();
    let root = &contract.document.root;
    let ids = operations(root)
        .into_iter()
        .map(|operation| operation.id().to_owned());
    let tags = root
        .items_of("tags")
        .iter()
        .filter_map(|tag| tag.text_of("name"));
    let schemas = root["components"]
        .entries_of("schemas")
        .map(|(name, _)| name);
    let names: Vec<String> = ids.chain(tags.chain(schemas).map(str::to_owned)).collect();
    assert!(!names.is_empty());
    for name in names {
        let text = yaml(&contract, &name).unwrap();
        let shown = load(&text).unwrap().root;
        shown.walk(&Pointer::default(), &mut |pointer, node| {
            // What is shown is what the contract has, and every reference leads to something shown.
            if let Some(text) = node.as_str() {
                let same = root
                    .pointer(pointer.as_str())
                    .and_then(|node| node.as_str())
                    == Some(text);
                assert!(
                    same || pointer.as_str().starts_with("/tags/"),
                    "{name}: {pointer}"
                );
            }
            if let Some(target) = node.text_of("$ref") {
                assert!(shown.pointer(&target[1..]).is_some(), "{name}: {target}");
            }
        });
    }
}

#[test]
fn the_outline_lists_every_operation_and_counts_every_line_once() {
    let contract = real();
    let text = outline(&contract);
    for operation in operations(&contract.document.root) {
        let lines = text
            .lines()
            .filter(|line| line.split_whitespace().any(|word| word == operation.id()));
        let line = lines.collect::<Vec<_>>();
        assert_eq!(line.len(), 1, "{}", operation.id());
        let effect = operation.node.text_of("x-cekura-effect").unwrap();
        assert!(
            line[0].contains(operation.path) && line[0].contains(effect),
            "{line:?}"
        );
    }
    let outline = Outline::of(&contract);
    assert!(outline.rows.iter().all(|row| row.lines > 1));
    let rows: usize = outline.rows.iter().map(|row| row.lines).sum();
    let shared = outline.of_tag.values().sum::<usize>() + outline.of_several;
    assert_eq!(rows + shared + outline.frame, contract.lines().len());
    assert!(outline.frame < contract.lines().len() / 2);
}
