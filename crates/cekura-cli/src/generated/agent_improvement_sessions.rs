// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura agent-improvement-sessions`.

use crate::table::{Body, Field, Kind, Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "agent-improvement-sessions",
    about: "Tested rewrites of the prompt of an agent.",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::AGENT_IMPROVEMENT_SESSIONS_LIST,
            summary: "List agent improvement sessions",
            description: "The sessions that the key may see. There are no pages.",
            docs: "https://docs.cekura.ai/api-reference/observability/list-agent-improvement-sessions",
            example: "cekura agent-improvement-sessions list",
            arguments: &[],
            options: &[],
            body: None,
            reply: Reply::Array,
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
            summary: "Start an agent improvement session",
            description: "Starts a session that proposes a better prompt for an agent and tests it with simulated calls. The agent is found by call logs, runs or scenarios. The agent must run on Vapi or ElevenLabs, and its provider key must be stored at Cekura. The session runs in the background. The fields of the body are not documented; see the example.",
            docs: "https://docs.cekura.ai/api-reference/observability/create-agent-improvement-session",
            example: "cekura agent-improvement-sessions create --data '{\"source\":\"call_log\",\"call_log_ids\":[5001,5002]}'",
            arguments: &[],
            options: &[],
            body: Some(Body {
                fields: &[],
                template: "{\n  \"source\": \"call_log\",\n  \"call_log_ids\": [\n    5001,\n    5002\n  ]\n}",
            }),
            reply: Reply::Object,
            columns: &[],
            job: Some(&cekura::operations::AGENT_IMPROVEMENT_SESSIONS_CREATE_JOB),
        },
        Row {
            verb: "get",
            operation: &cekura::operations::AGENT_IMPROVEMENT_SESSIONS_RETRIEVE,
            summary: "Read one agent improvement session",
            description: "The session with its state, the stage it is in, and what it proposes.",
            docs: "https://docs.cekura.ai/api-reference/observability/get-agent-improvement-session",
            example: "cekura agent-improvement-sessions get 31",
            arguments: &[
                Field {
                    name: "id",
                    flag: "ID",
                    kind: Kind::Integer,
                    is_required: true,
                    is_nullable: false,
                    description: "The session.",
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
