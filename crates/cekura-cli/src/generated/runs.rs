// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura runs`.

use crate::table::{Field, Kind, Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "runs",
    about: "Single simulated calls.",
    rows: &[
        Row {
            verb: "bulk",
            operation: &cekura::operations::RUNS_BULK,
            summary: "Read runs by their ids",
            description: "The runs with these ids, each with its transcript and verdicts. A run that did not succeed has either failed to connect, and then `error_message` says why, or did not pass, and then `evaluation` does. With an OAuth token, give an agent, a result or a project.",
            docs: "https://docs.cekura.ai/api-reference/test_framework/list-runs-with-ids",
            example: "cekura runs bulk --run-ids 9001,9002",
            arguments: &[],
            options: &[
                Field {
                    name: "run_ids",
                    flag: "run-ids",
                    kind: Kind::List(&Kind::Integer),
                    is_required: true,
                    is_nullable: false,
                    description: "The ids of the runs in one comma-separated value.",
                },
                Field {
                    name: "agent_id",
                    flag: "agent-id",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "Only entries of this agent.",
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
                    name: "result_id",
                    flag: "result-id",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    description: "Only runs of this result.",
                },
            ],
            body: None,
            reply: Reply::Array,
            columns: &[
                "id",
                "scenario_name",
                "status",
                "success",
                "duration",
                "error_message",
                "executed_at",
            ],
            job: None,
        },
    ],
};
