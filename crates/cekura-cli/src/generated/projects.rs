// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura projects`.

use crate::table::{Field, Kind, Noun, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "projects",
    about: "Projects with their settings and members",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::PROJECTS_LIST,
            about: "List the projects",
            description: "Every project that the key can see, in one reply without pages. Projects come with their members, so the reply of a large organization is large. With an OAuth token, give an organization or a project.",
            after_help: "Examples:\n  cekura projects list\n  cekura projects list --all --format jsonl --fields id\n\nAPI reference: https://docs.cekura.ai/api-reference/user/list-projects",
            arguments: &[],
            options: &[
                Field {
                    name: "organization_id",
                    flag: "organization-id",
                    value_name: "N",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    help: "Only entries of this organization",
                    long_help: "Only entries of this organization. A key belongs to one organization; an OAuth token needs it where nothing narrower is given",
                },
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
            ],
            body: None,
            is_list: true,
            columns: &["id", "name", "timezone", "sample_rate", "created_at"],
            job: None,
        },
        Row {
            verb: "get",
            operation: &cekura::operations::PROJECTS_RETRIEVE,
            about: "Read one project",
            description: "The settings of the project and its members. Keys of providers and the secret of the webhook are never in the reply; fields that end in `_configured` say whether they are set.",
            after_help: "Examples:\n  cekura projects get 44\n\nAPI reference: https://docs.cekura.ai/api-reference/user/get-project",
            arguments: &[
                Field {
                    name: "id",
                    flag: "ID",
                    value_name: "ID",
                    kind: Kind::Integer,
                    is_required: true,
                    is_nullable: false,
                    help: "The project",
                    long_help: "The project",
                },
            ],
            options: &[],
            body: None,
            is_list: false,
            columns: &[],
            job: None,
        },
    ],
};
