// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura metrics`.

use crate::table::{Field, Kind, Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "metrics",
    about: "What calls are judged by.",
    rows: &[
        Row {
            verb: "get",
            operation: &cekura::operations::METRICS_RETRIEVE,
            summary: "Read the definition of one metric",
            description: "The metric as it stands now: what it asks, of which calls, and how it answers. Verdicts do not say which definition they came from and the definition has no version or date of its own, so whoever wants to know later by what a call was judged keeps a copy.",
            docs: "https://docs.cekura.ai/api-reference/test_framework/get-metric",
            example: "cekura metrics get 71",
            arguments: &[
                Field {
                    name: "id",
                    flag: "ID",
                    kind: Kind::Integer,
                    is_required: true,
                    is_nullable: false,
                    description: "The metric.",
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
