// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura organizations`.

use crate::table::{Field, Kind, Noun, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "organizations",
    about: "Organizations and their plans",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::ORGANIZATIONS_LIST,
            about: "List the organizations",
            description: "A page of the organizations that the key or the person belongs to, with their limits, members and projects.",
            after_help: "Examples:\n  cekura organizations list\n  cekura organizations list --all --format jsonl --fields id\n\nAPI reference: https://docs.cekura.ai/api-reference/user/list-organizations",
            arguments: &[],
            options: &[
                Field {
                    name: "page",
                    flag: "page",
                    value_name: "N",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    help: "The number of the page, counted from 1",
                    long_help: "The number of the page, counted from 1",
                },
                Field {
                    name: "page_size",
                    flag: "page-size",
                    value_name: "N",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    help: "Entries on a page",
                    long_help: "Entries on a page. 200 is known to work; the largest accepted value is not documented",
                },
                Field {
                    name: "search",
                    flag: "search",
                    value_name: "TEXT",
                    kind: Kind::Text,
                    is_required: false,
                    is_nullable: false,
                    help: "Text to look for",
                    long_help: "Text to look for",
                },
            ],
            body: None,
            is_list: true,
            columns: &[
                "id",
                "name",
                "max_agents_limit",
                "max_concurrent_runs_limit",
                "created_at",
            ],
            job: None,
        },
    ],
};
