//! Every small shape that a contract may have, and the document of those that the rules accept.
//!
//! `regen` generates code for that document as well, and the tests of cekura-api compile it: what the rules accept is
//! what compiles.

mod names;
mod schemas;

use std::collections::BTreeMap;

use super::{finding::Finding, lint, load};

const FRAME: &str = include_str!("frame.yaml");

/// Where a shape has a line: what the frame says in its place.
const PARAMETER: &str = "# PARAMETER";
const REPLY: &str = "# REPLY";
const REPLY_NAME: &str = "# REPLY NAME";
const REPLY_WORD: &str = "# REPLY WORD";
const REQUEST: &str = "# REQUEST";
const REQUEST_NAME: &str = "# REQUEST NAME";
const REQUEST_WORD: &str = "# REQUEST WORD";
const SCHEMA: &str = "# SCHEMA";

/// Something that a contract may say, on one line for each place that it needs.
#[derive(Debug)]
struct Shape {
    name: String,
    lines: Vec<(&'static str, String)>,
}

/// The shapes that the rules accept, as one document.
///
/// # Errors
/// Findings about something else than a shape: the frame breaks a rule.
pub(crate) fn document() -> Result<String, Vec<Finding>> {
    let shapes = all();
    let refused = refused(&shapes)?;
    let accepted = shapes
        .iter()
        .filter(|shape| !refused.contains_key(&shape.name));
    Ok(written(accepted).0)
}

fn all() -> Vec<Shape> {
    let mut all = schemas::all();
    all.extend(names::all());
    all
}

/// The shapes that the rules refuse, with what they say.
fn refused(shapes: &[Shape]) -> Result<BTreeMap<String, Finding>, Vec<Finding>> {
    let mut refused = BTreeMap::new();
    // Rules about examples, for one, are only asked once all others are content.
    loop {
        let left = shapes
            .iter()
            .filter(|shape| !refused.contains_key(&shape.name));
        let (text, owners) = written(left);
        let findings = load::load(&text)
            .map_or_else(|finding| vec![finding], |document| lint::lint(&document));
        if findings.is_empty() {
            return Ok(refused);
        }
        let before = refused.len();
        for finding in &findings {
            if let Some(shape) = owners.get(&finding.line) {
                refused
                    .entry(shape.clone())
                    .or_insert_with(|| finding.clone());
            }
        }
        if refused.len() == before {
            return Err(findings);
        }
    }
}

/// The frame with these shapes in it, and whose each line is.
fn written<'a>(shapes: impl Iterator<Item = &'a Shape>) -> (String, BTreeMap<usize, String>) {
    let shapes: Vec<&Shape> = shapes.collect();
    let mut lines: Vec<String> = Vec::new();
    let mut owners = BTreeMap::new();
    for line in FRAME.lines() {
        let mark = line.trim_start();
        let mut found = false;
        for shape in &shapes {
            for (_, text) in shape.lines.iter().filter(|(place, _)| *place == mark) {
                lines.push(format!("{}{text}", line.trim_end_matches(mark)));
                owners.insert(lines.len(), shape.name.clone());
                found = true;
            }
        }
        if !found {
            lines.push(line.to_owned());
        }
    }
    (lines.join("\n") + "\n", owners)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_not_compile_is_refused_by_a_rule_that_says_what_to_do() {
        let refused = refused(&all()).unwrap();
        for (shape, rule, remedy) in [
            ("Reply inline_word", "named-type", "components/schemas"),
            (
                "Reply list_of_inline_word",
                "named-type",
                "components/schemas",
            ),
            ("Request inline_union", "named-type", "components/schemas"),
            ("Reply map_of_text", "open-map", "additionalProperties: {}"),
            (
                "Reply map_of_nullable_text",
                "open-map",
                "additionalProperties: {}",
            ),
            (
                "Reply component list_of_text",
                "named-schema",
                "write this one out",
            ),
            (
                "Reply nullable component one_word",
                "named-schema",
                "referred to",
            ),
            ("Reply component numbered", "enum-of-words", "type: string"),
            ("Reply two_merged", "one-all-of", "write the properties out"),
            (
                "# REPLY NAME [\"oneName\", \"one_name\"]",
                "distinct-fields",
                "both become the Rust field",
            ),
            (
                "# REQUEST NAME [\"HTTPStatus\", \"http_status\"]",
                "distinct-fields",
                "both become the Rust field",
            ),
            (
                "# PARAMETER [\"loop\", \"loop_\"]",
                "distinct-parameters",
                "both become the argument",
            ),
            ("# REPLY WORD \"Self\"", "enum-of-words", "remove one"),
            ("# SCHEMA \"Option\"", "own-type-name", "choose another"),
        ] {
            let finding = refused
                .get(shape)
                .unwrap_or_else(|| panic!("{shape} is accepted"));
            assert_eq!(finding.rule, rule, "{shape}: {finding:?}");
            assert!(finding.message.contains(remedy), "{shape}: {finding:?}");
        }
        for (shape, finding) in &refused {
            assert!(
                !matches!(finding.rule, "yaml" | "shape" | "example" | "valid-example"),
                "{shape} was not tried: {finding:?}"
            );
        }
    }

    #[test]
    fn what_is_accepted_is_written_and_can_be_built() {
        let text = document().unwrap();
        for shape in [
            "list_of_nullable_text: {",
            "list_of_lists_of_nullable_record: {",
            "map_of_any: {",
            "'1a': {",
            "- 'Err'",
            "Value: {",
            "name: 'self'",
        ] {
            assert!(text.contains(shape), "{shape} is refused");
        }
        assert_eq!(lint::lint(&load::load(&text).unwrap()), []);
    }
}
