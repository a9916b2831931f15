// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura organizations`.

use crate::table::{Field, Kind, Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "organizations",
    about: "Organizations and their plans.",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::ORGANIZATIONS_LIST,
            summary: "List the organizations",
            description: "A page of the organizations that the key or the person belongs to, with their limits, members and projects.",
            docs: "https://docs.cekura.ai/api-reference/user/list-organizations",
            example: "cekura organizations list",
            arguments: &[],
            options: &[
                Field {
                    name: "page",
                    flag: "page",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "The number of the page, counted from 1.",
                },
                Field {
                    name: "page_size",
                    flag: "page-size",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "Entries on a page. 200 is known to work; the largest accepted value is not documented.",
                },
                Field {
                    name: "search",
                    flag: "search",
                    kind: Kind::Text,
                    is_required: false,
                    is_nullable: false,
                    description: "Text to look for.",
                },
            ],
            body: None,
            reply: Reply::Page,
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
