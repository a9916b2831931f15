// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura agent-improvement-sessions`.

use crate::table::{Body, Field, Job, Kind, Noun, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "agent-improvement-sessions",
    about: "Tested rewrites of the prompt of an agent",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::AGENT_IMPROVEMENT_SESSIONS_LIST,
            about: "List agent improvement sessions",
            description: "The sessions that the key may see. There are no pages.",
            after_help: "Examples:\n  cekura agent-improvement-sessions list\n  cekura agent-improvement-sessions list --all --format jsonl --fields id\n\nAPI reference: https://docs.cekura.ai/api-reference/observability/list-agent-improvement-sessions",
            arguments: &[],
            options: &[],
            body: None,
            is_list: true,
            columns: &[
                "id",
                "agent",
                "agent_name",
                "source",
                "status",
                "stage",
                "created_at",
            ],
            job: None,
        },
        Row {
            verb: "create",
            operation: &cekura::operations::AGENT_IMPROVEMENT_SESSIONS_CREATE,
            about: "Start an agent improvement session; may cost credits",
            description: "Starts a session that proposes a better prompt for an agent and tests it with simulated calls. The agent is found by call logs, runs or scenarios. The agent must run on Vapi or ElevenLabs, and its provider key must be stored at Cekura. The session runs in the background. The fields of the body are not documented; see the example.",
            after_help: "Examples:\n  cekura agent-improvement-sessions create \\\n    --data '{\"source\":\"call_log\",\"call_log_ids\":[5001,5002]}'\n  cekura agent-improvement-sessions create --template > body.json\n\nAPI reference: https://docs.cekura.ai/api-reference/observability/create-agent-improvement-session",
            arguments: &[],
            options: &[],
            body: Some(Body {
                fields: &[],
                template: "{\n  \"source\": \"call_log\",\n  \"call_log_ids\": [\n    5001,\n    5002\n  ]\n}",
            }),
            is_list: false,
            columns: &[],
            job: Some(Job {
                rule: &cekura::operations::AGENT_IMPROVEMENT_SESSIONS_CREATE_JOB,
                check: "agent-improvement-sessions get",
            }),
        },
        Row {
            verb: "get",
            operation: &cekura::operations::AGENT_IMPROVEMENT_SESSIONS_RETRIEVE,
            about: "Read one agent improvement session",
            description: "The session with its state, the stage it is in, and what it proposes.",
            after_help: "Examples:\n  cekura agent-improvement-sessions get 31\n\nAPI reference: https://docs.cekura.ai/api-reference/observability/get-agent-improvement-session",
            arguments: &[
                Field {
                    name: "id",
                    flag: "ID",
                    value_name: "ID",
                    kind: Kind::Integer,
                    is_required: true,
                    is_nullable: false,
                    help: "The session",
                    long_help: "The session",
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
