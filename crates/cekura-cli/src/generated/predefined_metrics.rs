// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura predefined-metrics`.

use crate::table::{Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "predefined-metrics",
    about: "Ready-made metrics of the service.",
    rows: &[
        Row {
            verb: "list",
            operation: &cekura::operations::PREDEFINED_METRICS_LIST,
            summary: "List the predefined metrics",
            description: "The ready-made metrics that an organization can use, with their prices, in one reply without pages. Agents and verdicts name a predefined metric by its `code`.",
            docs: "https://docs.cekura.ai/api-reference/test_framework/list-predefined-metrics",
            example: "cekura predefined-metrics list",
            arguments: &[],
            options: &[],
            body: None,
            reply: Reply::Array,
            columns: &["id", "code", "name", "category", "eval_type", "cost"],
            job: None,
        },
    ],
};
