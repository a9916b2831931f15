// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura personalities`.

use crate::table::{Field, Kind, Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "personalities",
    about: "Speech and behaviour of testing agents.",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::PERSONALITIES_LIST,
            summary: "List the personalities",
            description: "The personalities of the organization and those available to every organization, in one reply without pages. The reply is large; a language or a project makes it smaller.",
            docs: "https://docs.cekura.ai/api-reference/test_framework/list-personalities",
            example: "cekura personalities list",
            arguments: &[],
            options: &[
                Field {
                    name: "project_id",
                    flag: "project-id",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "Only entries of this project.",
                },
                Field {
                    name: "language",
                    flag: "language",
                    kind: Kind::Text,
                    is_required: false,
                    is_nullable: false,
                    description: "Only personalities that speak this language.",
                },
            ],
            body: None,
            reply: Reply::Array,
            columns: &["id", "name", "language", "accent", "provider", "voice_model"],
            job: None,
        },
    ],
};
