// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura runs`.

use crate::table::{Field, Kind, Noun, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "runs",
    about: "Single simulated calls",
    rows: &[
        Row {
            verb: "bulk",
            operation: &cekura::operations::RUNS_BULK,
            about: "Read runs by their ids",
            description: "The runs with these ids, each with its transcript and verdicts. A run that did not succeed has either failed to connect, and then `error_message` says why, or did not pass, and then `evaluation` does. With an OAuth token, give an agent, a result or a project.",
            after_help: "Examples:\n  cekura runs bulk --run-ids 9001,9002\n  cekura runs bulk --all --format jsonl --fields id\n\nAPI reference: https://docs.cekura.ai/api-reference/test_framework/list-runs-with-ids",
            arguments: &[],
            options: &[
                Field {
                    name: "run_ids",
                    flag: "run-ids",
                    value_name: "N,…",
                    kind: Kind::List(&Kind::Integer),
                    is_required: true,
                    is_nullable: false,
                    help: "The ids of the runs in one comma-separated value (required)",
                    long_help: "The ids of the runs in one comma-separated value (required)",
                },
                Field {
                    name: "agent_id",
                    flag: "agent-id",
                    value_name: "N",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    help: "Only entries of this agent",
                    long_help: "Only entries of this agent",
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
                Field {
                    name: "result_id",
                    flag: "result-id",
                    value_name: "N",
                    kind: Kind::Integer,
                    is_required: false,
                    is_nullable: false,
                    help: "Only runs of this result",
                    long_help: "Only runs of this result",
                },
            ],
            body: None,
            is_list: true,
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
