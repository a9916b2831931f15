// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura agents`.

use crate::table::{Field, Kind, Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "agents",
    about: "Voice and chat agents.",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::AGENTS_LIST,
            summary: "List the agents",
            description: "A page of the agents that the key can see, with their telephony, their provider and their mock tools. With an OAuth token, give a project or an organization.",
            docs: "https://docs.cekura.ai/api-reference/test_framework/list-agents",
            example: "cekura agents list",
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
                    name: "project_id",
                    flag: "project-id",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "Only entries of this project.",
                },
                Field {
                    name: "organization_id",
                    flag: "organization-id",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "Only entries of this organization. A key belongs to one organization; an OAuth token needs it where nothing narrower is given.",
                },
                Field {
                    name: "q",
                    flag: "q",
                    kind: Kind::Text,
                    is_required: false,
                    is_nullable: false,
                    description: "Text in the name of the agent; a number also finds its id.",
                },
            ],
            body: None,
            reply: Reply::Page,
            columns: &["id", "name", "language", "project", "created_at"],
            job: None,
        },
        Row {
            verb: "get",
            operation: &cekura::operations::AGENTS_RETRIEVE,
            summary: "Read one agent",
            description: "The agent with everything that decides how it can be called: a telephone number, a SIP address or a websocket in `telephony`, the platform it runs on in `provider`, and the chat in `provider.chat_agent_details`. A run over a connection needs that connection here.",
            docs: "https://docs.cekura.ai/api-reference/test_framework/get-agent",
            example: "cekura agents get 310",
            arguments: &[
                Field {
                    name: "id",
                    flag: "ID",
                    kind: Kind::Integer,
                    is_required: true,
                    is_nullable: false,
                    description: "The agent.",
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
