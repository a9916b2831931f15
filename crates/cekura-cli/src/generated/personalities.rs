// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura personalities`.

use crate::table::{Field, Kind, Noun, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "personalities",
    about: "Speech and behaviour of testing agents",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::PERSONALITIES_LIST,
            about: "List the personalities",
            description: "The personalities of the organization and those available to every organization, in one reply without pages. The reply is large; a language or a project makes it smaller.",
            after_help: "Examples:\n  cekura personalities list\n  cekura personalities list --all --format jsonl --fields id\n\nAPI reference: https://docs.cekura.ai/api-reference/test_framework/list-personalities",
            arguments: &[],
            options: &[
                Field {
                    name: "project_id",
                    flag: "project-id",
                    value_name: "N",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    help: "Only entries of this project",
                    long_help: "Only entries of this project",
                },
                Field {
                    name: "language",
                    flag: "language",
                    value_name: "TEXT",
                    kind: Kind::Text,
                    is_required: false,
                    is_nullable: false,
                    help: "Only personalities that speak this language",
                    long_help: "Only personalities that speak this language",
                },
            ],
            body: None,
            is_list: true,
            columns: &["id", "name", "language", "accent", "provider", "voice_model"],
            job: None,
        },
    ],
};
