// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura projects`.

use crate::table::{Field, Kind, Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "projects",
    about: "Projects with their settings and members.",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::PROJECTS_LIST,
            summary: "List the projects",
            description: "Every project that the key can see, in one reply without pages. Projects come with their members, so the reply of a large organization is large. With an OAuth token, give an organization or a project.",
            docs: "https://docs.cekura.ai/api-reference/user/list-projects",
            example: "cekura projects list",
            arguments: &[],
            options: &[
                Field {
                    name: "organization_id",
                    flag: "organization-id",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "Only entries of this organization. A key belongs to one organization; an OAuth token needs it where nothing narrower is given.",
                },
                Field {
                    name: "project_id",
                    flag: "project-id",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "Only entries of this project.",
                },
            ],
            body: None,
            reply: Reply::Array,
            columns: &["id", "name", "timezone", "sample_rate", "created_at"],
            job: None,
        },
        Row {
            verb: "get",
            operation: &cekura::operations::PROJECTS_RETRIEVE,
            summary: "Read one project",
            description: "The settings of the project and its members. Keys of providers and the secret of the webhook are never in the reply; fields that end in `_configured` say whether they are set.",
            docs: "https://docs.cekura.ai/api-reference/user/get-project",
            example: "cekura projects get 44",
            arguments: &[
                Field {
                    name: "id",
                    flag: "ID",
                    kind: Kind::Integer,
                    is_required: true,
                    is_nullable: false,
                    description: "The project.",
                },
            ],
            options: &[],
            body: None,
            reply: Reply::Object,
            columns: &[],
            job: None,
        },
    ],
};
