// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura phone-numbers`.

use crate::table::{Field, Kind, Noun, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "phone-numbers",
    about: "Telephone numbers for tests",
    rows: &[
        Row {
            verb: "inbound",
            operation: &cekura::operations::PHONE_NUMBERS_INBOUND,
            about: "List the phone numbers for inbound tests",
            description: "The telephone numbers that inbound tests can use, in one reply without pages.",
            after_help: "Examples:\n  cekura phone-numbers inbound\n  cekura phone-numbers inbound --all --format jsonl --fields id\n\nAPI reference: https://docs.cekura.ai/api-reference/test_framework/list-inbound-phone-numbers",
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
            ],
            body: None,
            is_list: true,
            columns: &["id", "number", "phone_number_id"],
            job: None,
        },
    ],
};
