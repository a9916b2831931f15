// Written by `cargo xtask regen` from xtask/src/regen/shapes. Do not edit.

//! The table of operations.

use crate::{Effect, JobEnd, JobRule, Operation};
/// List: `GET /shapes/`.
pub const SHAPES_LIST: Operation = Operation {
    id: "shapes_list",
    method: "GET",
    path: "/shapes/",
    tag: "shapes",
    effect: Effect::Read,
    paginated: false,
    returns_json: true,
};
/// Create: `POST /shapes/`.
pub const SHAPES_CREATE: Operation = Operation {
    id: "shapes_create",
    method: "POST",
    path: "/shapes/",
    tag: "shapes",
    effect: Effect::Write,
    paginated: false,
    returns_json: true,
};
/// Every operation, in the order of openapi.yaml.
pub const ALL: &[Operation] = &[SHAPES_LIST, SHAPES_CREATE];
/// The jobs that operations start.
pub const JOBS: &[JobRule] = &[];
/// The operation with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Operation> {
    Some(
        match id {
            "shapes_list" => &SHAPES_LIST,
            "shapes_create" => &SHAPES_CREATE,
            _ => return None,
        },
    )
}
