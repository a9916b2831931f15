use std::{fs, path::PathBuf};

use super::{compare::compare, parse, report, report::Report};
use crate::{
    contract::Contract,
    regen::load::{json, load},
};

/// The comparison of two documents whose operation `a_do` has a schema each.
fn schemas(frame: &str, contract: &str, there: &str) -> Report {
    let document = |schema: &str| frame.replace("SCHEMA", schema);
    compare(&load(&document(contract)).unwrap(), &json(&document(there)))
}

const REPLY: &str = "
paths: {/a/: {get: {operationId: a_do, responses: {'200': {content: {application/json: {schema: SCHEMA}}}}}}}
components:
  schemas:
    Word: {type: string, enum: [on, off]}
    Tree: {type: object, properties: {twigs: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
";

const REQUEST: &str = "
paths: {/a/: {post: {operationId: a_do, requestBody: {content: {application/json: {schema: SCHEMA}}}, responses: {}}}}
";

#[track_caller]
fn differ(frame: &str, contract: &str, there: &str, expected: &[&str]) {
    let report = schemas(frame, contract, there);
    let parts = ["a_do: response 200", "a_do: request body"];
    let found = report.differences.iter().map(ToString::to_string);
    let found: Vec<String> = found
        .map(|line| parts.iter().fold(line, |line, part| line.replace(part, "")))
        .collect();
    assert_eq!(found, expected, "{contract} and {there}");
}

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("src/drift/golden")
        .join(name)
}

#[test]
fn both_dialects_give_the_same_differences() {
    let expected = fs::read_to_string(golden("differences.txt")).unwrap();
    for file in ["published-3.0.json", "published-3.1.json"] {
        let report = report(&golden(""), &golden(file)).unwrap();
        let found = format!(
            "{}{}\n",
            report.lines("openapi.yaml", true),
            report.summary()
        );
        assert_eq!(found, expected, "{file} gives\n{found}");
    }
}

#[test]
fn the_contract_does_not_differ_from_itself() {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let contract = Contract::read(&workspace).unwrap().document;
    let report = compare(&contract, &contract.root);
    let found: Vec<String> = report.differences.iter().map(ToString::to_string).collect();
    assert_eq!(found, [""; 0]);
    assert_eq!((report.decided, report.uncovered.len()), (0, 0));
    assert!(!report.stale.is_empty(), "its decisions cover nothing");
}

#[test]
fn every_way_to_write_null_is_read() {
    let ours = "{type: string, nullable: true, enum: [on, off]}";
    let word = "{$ref: '#/components/schemas/Word'}";
    for there in [
        "{type: string, nullable: true, enum: [on, off, null]}".to_owned(),
        "{type: [string, 'null'], enum: [on, off]}".to_owned(),
        "{type: [string, 'null', 'null'], enum: [on, off]}".to_owned(),
        format!("{{nullable: true, allOf: [{word}]}}"),
        format!("{{anyOf: [{word}, {{type: 'null'}}]}}"),
        format!("{{oneOf: [{word}, {{enum: [null]}}]}}"),
        "{oneOf: [{const: on}, {const: off}, {const: null}]}".to_owned(),
        "{enum: [on, off, null]}".to_owned(),
    ] {
        differ(REPLY, ours, &there, &[]);
        differ(
            REPLY,
            word,
            &there,
            &[": nullable: contract never null; published or null"],
        );
    }
    // A reply that the contract reads tolerantly is no difference; a request that refuses null is one.
    differ(REPLY, ours, word, &[]);
    let (null, text) = ("{type: string, nullable: true}", "{type: string}");
    differ(
        REQUEST,
        null,
        text,
        &[": nullable: contract or null; published never null"],
    );
    differ(
        REQUEST,
        text,
        null,
        &[": nullable: contract never null; published or null"],
    );
}

#[test]
fn types_and_words_are_compared() {
    for (ours, there, expected) in [
        ("{}", "{description: x}", &[][..]),
        ("{}", "{oneOf: [{}, {type: 'null'}]}", &[]),
        ("{type: integer, format: int64}", "{type: integer}", &[]),
        (
            "{type: number, format: double}",
            "{type: number, format: float}",
            &[],
        ),
        (
            "{}",
            "{type: string}",
            &[": type: contract anything; published string"],
        ),
        (
            "{type: integer}",
            "{type: number}",
            &[": type: contract integer; published number"],
        ),
        (
            "{oneOf: [{type: array, items: {type: string}}, {type: string, enum: [all]}]}",
            "{type: array, items: {type: integer}}",
            &[
                ": type: contract array of string or string; published array of integer",
                " · []: type: contract string; published integer",
            ],
        ),
        (
            "{oneOf: [{type: array, items: {}}, {not: {type: array}}]}",
            "{}",
            &[],
        ),
        (
            "{type: string}",
            "{type: string, enum: [a]}",
            &[": enum: contract any string; published a"],
        ),
        (
            "{type: string, enum: [a, b]}",
            "{type: string, enum: [c, b]}",
            &[
                " · =a: missing: contract a word; published nothing",
                " · =c: extra: contract nothing; published a word",
            ],
        ),
        (
            "{$ref: '#/components/schemas/Tree'}",
            "{$ref: '#/components/schemas/Tree'}",
            &[],
        ),
        (
            "{type: object, additionalProperties: {}}",
            "{type: object, additionalProperties: {type: integer}}",
            &[" · {}: type: contract anything; published integer"],
        ),
        (
            "{type: object, additionalProperties: {}}",
            "{type: object}",
            &[],
        ),
    ] {
        differ(REPLY, ours, there, expected);
    }
}

#[test]
fn limits_are_compared_in_both_dialects() {
    for (ours, there, expected) in [
        (
            "{type: integer, minimum: 1}",
            "{type: integer, minimum: 1.0}",
            &[][..],
        ),
        (
            "{type: integer, minimum: 0, exclusiveMinimum: true}",
            "{type: integer, exclusiveMinimum: 0}",
            &[],
        ),
        (
            "{type: integer, maximum: 9}",
            "{type: integer, maximum: 10}",
            &[": maximum: contract 9; published 10"],
        ),
        (
            "{type: string, maxLength: 4}",
            "{allOf: [{type: string}], maxLength: 4}",
            &[],
        ),
        (
            "{type: string, pattern: a}",
            "{type: string, format: uri}",
            &[
                ": format: contract none; published uri",
                ": pattern: contract a; published none",
            ],
        ),
    ] {
        differ(REPLY, ours, there, expected);
    }
}

#[test]
fn required_fields_differ_in_requests() {
    let object =
        |rest: &str| format!("{{type: object, properties: {{a: {{type: string}}}}{rest}}}");
    let (optional, required) = (object(""), object(", required: [a]"));
    differ(
        REQUEST,
        &optional,
        &required,
        &[" · a: required: contract optional; published required"],
    );
    differ(
        REQUEST,
        &required,
        &optional,
        &[" · a: required: contract required; published optional"],
    );
    let read_only = "{type: object, properties: {a: {type: string, readOnly: true}}}";
    differ(
        REQUEST,
        &optional,
        read_only,
        &[" · a: missing: contract string; published a readOnly field"],
    );
    differ(REQUEST, "{type: object}", read_only, &[]);
    for there in [&required, read_only] {
        differ(REPLY, &optional, there, &[]);
    }
    let in_parts = "{allOf: [{type: object, properties: {a: {type: string}}}, {required: [a]}]}";
    differ(REQUEST, &required, in_parts, &[]);
    // A union of objects is compared as one object with the fields of all.
    let one_of = "{oneOf: [
        {type: object, required: [a, c], properties: {a: {type: string}, c: {type: string}}},
        {type: object, required: [b, c], properties: {b: {type: string}, c: {type: string}}}]}";
    let all = "{type: object, required: [c], properties: {a: {type: string}, b: {type: string}, c: {type: string}}}";
    differ(REQUEST, one_of, all, &[]);
}

#[test]
fn a_decision_covers_what_it_names() {
    let decided = |differs: &str| {
        format!(
            "{{type: object, x-cekura-differs: {differs}, properties: {{a: {{type: string}}, b: {{type: string}}}}}}"
        )
    };
    let there = "{type: object, properties: {a: {type: integer}, b: {type: boolean}}}";
    let b = " · b: type: contract string; published boolean";
    for (differs, left, stale) in [
        ("{type: {a: integer, b: [string, boolean]}}", &[][..], 1),
        ("{type: {a: integer, b: boolean}}", &[], 0),
        ("{type: {a: integer, b: array}}", &[b], 1),
        ("{type: {a: integer, c: integer}, missing: [b]}", &[b], 2),
    ] {
        let ours = decided(differs);
        differ(REPLY, &ours, there, left);
        let report = schemas(REPLY, &ours, there);
        assert_eq!(report.stale.len(), stale, "{differs}");
        assert_eq!(
            report.is_settled(),
            left.is_empty() && stale == 0,
            "{differs}"
        );
    }
    let stale =
        &schemas(REPLY, &decided("{type: {c: integer}}"), there).stale[0].render("openapi.yaml");
    assert!(
        stale.starts_with("openapi.yaml:2: stale-decision: ") && stale.contains("remove"),
        "{stale}"
    );
}

#[test]
fn files_that_are_no_document_say_so() {
    for (text, words) in [
        ("openapi: 3.0.3", "not JSON"),
        ("", "not JSON"),
        ("[]", "OpenAPI 3.0 or 3.1"),
        (r#"{"swagger": "2.0", "paths": {}}"#, "OpenAPI 3.0 or 3.1"),
        (r#"{"openapi": "3.2.0", "paths": {}}"#, "\"3.2.0\""),
        (r#"{"openapi": "3.1.0"}"#, "`paths`"),
    ] {
        let problem = parse(text.as_bytes()).unwrap_err();
        assert!(problem.contains(words), "{problem}");
    }
    let problem = report(&golden(""), &golden("absent.json")).unwrap_err();
    assert!(problem.contains("absent.json: "), "{problem}");
}
