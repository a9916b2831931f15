// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The commands of `cekura phone-numbers`.

use crate::table::{Field, Kind, Noun, Reply, Row};
pub(crate) static NOUN: Noun = Noun {
    name: "phone-numbers",
    about: "Telephone numbers for tests.",
    rows: &[
        Row {
            verb: "inbound",
            operation: &cekura::operations::PHONE_NUMBERS_INBOUND,
            summary: "List the phone numbers for inbound tests",
            description: "The telephone numbers that inbound tests can use, in one reply without pages.",
            docs: "https://docs.cekura.ai/api-reference/test_framework/list-inbound-phone-numbers",
            example: "cekura phone-numbers inbound",
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
            ],
            body: None,
            reply: Reply::Array,
            columns: &["id", "number", "phone_number_id"],
            job: None,
        },
    ],
};
