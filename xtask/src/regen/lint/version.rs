//! The frame of the document.

use crate::regen::{
    document::{Pointer, Value},
    finding::Finding,
};

/// Only 3.0: the generator refuses 3.1.
pub(super) fn openapi_3_0(document: &Value) -> Vec<Finding> {
    let pointer = Pointer::from("/openapi");
    match document.get("openapi") {
        Some(node) if node.as_str().is_some_and(|v| v.starts_with("3.0.")) => Vec::new(),
        Some(_) => vec![Finding::new(
            "openapi-3-0",
            &pointer,
            "only OpenAPI 3.0 is supported; write `openapi: 3.0.3` and use its keywords (nullable instead of type lists)",
        )],
        None => vec![Finding::new(
            "openapi-3-0",
            "",
            "this is not an OpenAPI document; start it with `openapi: 3.0.3`",
        )],
    }
}

/// The version goes into a header with every request; a character outside ASCII would panic there.
pub(super) fn ascii_version(document: &Value) -> Vec<Finding> {
    let pointer = Pointer::from("/info/version");
    match document.pointer("/info/version") {
        Some(node)
            if node
                .as_str()
                .is_some_and(|v| v.bytes().all(|b| b.is_ascii_graphic())) =>
        {
            Vec::new()
        }
        _ => vec![Finding::new(
            "ascii-version",
            pointer,
            "info.version must be visible ASCII text, because it is sent in a header; write for example `v1`",
        )],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::{findings, one_bad_one_good};

    #[test]
    fn version_3_1_is_refused() {
        one_bad_one_good(
            openapi_3_0,
            "openapi: 3.1.0",
            1,
            "only OpenAPI 3.0",
            "openapi: 3.0.3",
        );
        assert_eq!(findings(openapi_3_0, "swagger: '2.0'").len(), 1);
    }

    #[test]
    fn a_version_outside_ascii_is_refused() {
        one_bad_one_good(
            ascii_version,
            "info:\n  version: früh",
            2,
            "ASCII",
            "info:\n  version: v1",
        );
        assert_eq!(findings(ascii_version, "info: {}").len(), 1);
    }
}
