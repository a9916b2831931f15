// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura predefined-metrics`.

use crate::table::{Noun, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "predefined-metrics",
    about: "Ready-made metrics of the service",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::PREDEFINED_METRICS_LIST,
            about: "List the predefined metrics",
            description: "The ready-made metrics that an organization can use, with their prices, in one reply without pages. Agents and verdicts name a predefined metric by its `code`.",
            after_help: "Examples:\n  cekura predefined-metrics list\n  cekura predefined-metrics list --all --format jsonl --fields id\n\nAPI reference: https://docs.cekura.ai/api-reference/test_framework/list-predefined-metrics",
            arguments: &[],
            options: &[],
            body: None,
            is_list: true,
            columns: &["id", "code", "name", "category", "eval_type", "cost"],
            job: None,
        },
    ],
};
