//! Promise: what the rules for openapi.yaml accept, compiles.
//!
//! The code is generated for every shape that `cargo xtask regen` accepts (xtask/src/regen/shapes), in the same way as
//! the client itself. That it compiles is most of the test.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

// What the generated code finds in its own crate.
use cekura_api::{Effect, Inner, JobEnd, JobRule, scalars};

#[rustfmt::skip]
#[allow(
    clippy::all,
    clippy::allow_attributes_without_reason,
    dead_code,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_imports,
    reason = "generated: change the shapes or the xtask instead"
)]
mod generated;

use generated::{Client, types::Reply};

/// One of cekura-api's own can only be made there.
#[expect(dead_code, reason = "nobody asks for operations here")]
struct Operation {
    id: &'static str,
    method: &'static str,
    path: &'static str,
    tag: &'static str,
    effect: Effect,
    paginated: bool,
    returns_json: bool,
}

impl progenitor_client::ClientHooks<Inner> for Client {}

#[test]
fn every_shape_of_a_reply_is_read() {
    let sent = serde_json::json!({
        "list_of_nullable_text": ["a", null, 2],
        "list_of_lists_of_nullable_word": [["one", null, "three"], null],
        "map_of_any": {"a": [1]},
        "words": "Err",
        "names": {"1a": "x", "extra": "y"},
    });
    let reply: Reply = serde_json::from_value(sent).unwrap();
    assert_eq!(reply.list_of_nullable_text.unwrap(), ["a", "2"]);
    let words = &reply.list_of_lists_of_nullable_word.unwrap()[0];
    let words: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
    assert_eq!(words, ["one", "three"]);
    assert_eq!(reply.map_of_any.unwrap()["a"][0], 1);
    assert_eq!(reply.words.unwrap().as_str(), "Err");
    assert_eq!(reply.names.unwrap().x1a.unwrap(), "x");
    assert!(reply.unknown_fields.is_empty());
}
