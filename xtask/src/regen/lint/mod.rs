//! Rules for openapi.yaml: what the generator rejects or gets wrong, and what readers need.
//!
//! Each rule is a function from a document to findings, tested on a document of a few lines.

mod areas;
mod bodies;
mod characters;
mod components;
mod differs;
mod examples;
mod keywords;
mod naming;
mod operations;
mod parameters;
mod paths;
mod placeholders;
mod prose;
mod references;
mod replies;
mod requests;
mod rust_types;
mod schemas;
mod security;
mod shape;
mod version;

use super::{
    document::{Document, Value},
    finding::Finding,
};

pub(crate) use differs::{DIFFERS, LIMITS, kinds};
pub(crate) use naming::is_word_list;
pub(crate) use placeholders::PLACEHOLDER;

type Rule = fn(&Value) -> Vec<Finding>;

/// Whether it is a document that the other rules are about.
const VERSION: [Rule; 1] = [version::openapi_3_0];

/// The rules about the frame of the document.
const FRAME: [Rule; 6] = [
    characters::visible_characters,
    references::references_lead_somewhere,
    shape::known_keys,
    shape::shape,
    shape::reference_kind,
    shape::some_operation,
];

/// The rules that need a sound frame.
const RULES: [Rule; 54] = [
    version::ascii_version,
    operations::operation_id,
    operations::operation_tag,
    areas::tag_area,
    operations::operation_text,
    operations::external_docs,
    operations::effect,
    operations::trailing_slash,
    security::security,
    paths::path_parameters,
    paths::duplicate_parameters,
    paths::paginated,
    bodies::one_success,
    bodies::one_json_body,
    bodies::named_bodies,
    bodies::required_body,
    naming::schema_name,
    schemas::no_any_of,
    schemas::no_type_list,
    keywords::schema_type,
    keywords::limits,
    keywords::limits_of_a_type,
    keywords::items,
    keywords::empty_enum,
    keywords::required_properties,
    keywords::no_not,
    keywords::cycles,
    naming::unique_titles,
    naming::titled_arms,
    schemas::named_types,
    schemas::one_all_of,
    naming::distinct_fields,
    naming::enum_of_words,
    rust_types::rust_type,
    schemas::no_default,
    schemas::int64,
    requests::no_nullable_requests,
    requests::plain_request_text,
    requests::strict_requests,
    replies::tolerant_replies,
    components::named_schemas,
    replies::open_maps,
    replies::total_unions,
    parameters::parameter_style,
    parameters::no_array_parameters,
    parameters::distinct_parameters,
    naming::own_type_name,
    operations::own_method_name,
    prose::rate_limit_is_declared,
    prose::one_of_two,
    prose::decisions,
    differs::differs,
    prose::plain_descriptions,
    placeholders::filled_in,
];

/// The rules about examples, which need schemas that make sense.
const EXAMPLES: [Rule; 2] = [examples::examples_exist, examples::examples_are_valid];

/// Returns everything that is wrong with a document, in the order of its lines. Stops at the first group of rules with
/// findings, because later groups would mostly report consequences of the same mistake.
pub(crate) fn lint(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rules in [&VERSION[..], &FRAME[..], &RULES[..], &EXAMPLES[..]] {
        let found = rules.iter().flat_map(|rule| rule(&document.root));
        findings.extend(found.map(|finding| finding.located(document)));
        if !findings.is_empty() {
            break;
        }
    }
    findings.sort_by(|a, b| (a.line, a.rule).cmp(&(b.line, b.rule)));
    findings
}

#[cfg(test)]
pub(super) mod testing {
    use super::{Finding, Rule};
    use crate::regen::load::load;

    /// What `rule` finds in `yaml`.
    pub(in super::super) fn findings(rule: Rule, yaml: &str) -> Vec<Finding> {
        let document = load(yaml).unwrap();
        let found = rule(&document.root).into_iter();
        found.map(|finding| finding.located(&document)).collect()
    }

    /// Asserts that `rule` finds one thing in `bad`, at `line` with `words` in its message, and none in `good`.
    #[track_caller]
    pub(in super::super) fn one_bad_one_good(
        rule: Rule,
        bad: &str,
        line: usize,
        words: &str,
        good: &str,
    ) {
        let found = findings(rule, bad);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].line, line, "{found:#?}");
        assert!(found[0].message.contains(words), "{found:#?}");
        assert_eq!(findings(rule, good), []);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::load;

    #[test]
    fn findings_come_in_the_order_of_lines() {
        let document = load(
            "
openapi: 3.0.3
info: {title: t, version: v1}
paths:
  /b: {get: {responses: {}}}
  /a: {get: {responses: {}}}
",
        )
        .unwrap();
        let lines: Vec<_> = lint(&document).iter().map(|f| f.line).collect();
        assert!(lines.len() > 4 && lines.is_sorted(), "{lines:?}");
    }

    #[test]
    fn a_broken_frame_hides_its_consequences() {
        let found = lint(&load("openapi: 3.1.0\npaths: {/a: {get: {}}}").unwrap());
        assert_eq!(found.len(), 1, "{found:#?}");
    }
}
