//! From the lowered document to a syntax tree, by progenitor.

use progenitor_impl::{
    GenerationSettings, Generator, HooksMode, InterfaceStyle, TagStyle, UnknownPolicy,
};

use super::{document::Node, finding::Finding};

/// Runs the generator.
///
/// # Errors
/// A [`Finding`] if the document does not deserialise, or if the generator refuses it or panics. The lint
/// rules should have said so before; the message asks for a new rule.
pub(crate) fn generate(lowered: &Node) -> Result<syn::File, Finding> {
    let spec = deserialise(lowered)?;
    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Positional)
        .with_tag(TagStyle::Merged)
        .with_hooks(HooksMode::Expected)
        .with_inner_type(quote::quote!(crate::Inner))
        .with_map_type("::std::collections::BTreeMap")
        .with_unknown_crates(UnknownPolicy::Allow)
        .with_derive("PartialEq");
    let tokens = without_panic(move || Generator::new(&settings).generate_tokens(&spec))
        .map_err(|panic| unforeseen(&format!("the generator gave up: {panic}")))?
        .map_err(|error| unforeseen(&format!("the generator refused the document: {error}")))?;
    syn::parse2(tokens).map_err(|e| unforeseen(&format!("the generated code does not parse: {e}")))
}

fn deserialise(lowered: &Node) -> Result<openapiv3::OpenAPI, Finding> {
    let json = lowered.to_json();
    let mut reader = serde_json::Deserializer::from_str(&json);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let mut pointer = super::document::Pointer::default();
        let mut line = 1;
        for step in error.path().iter() {
            let step = match step {
                serde_path_to_error::Segment::Seq { index } => index.to_string(),
                serde_path_to_error::Segment::Map { key } => key.clone(),
                _ => break,
            };
            let deeper = pointer.then(&step);
            let Some(node) = lowered.at(deeper.as_str()) else {
                break;
            };
            line = node.line;
            pointer = deeper;
        }
        Finding::new(
            "openapi",
            line,
            pointer,
            format!(
                "this is not OpenAPI 3.0: {}; see https://spec.openapis.org/oas/v3.0.3",
                without_place(&error.inner().to_string())
            ),
        )
    })
}

/// A message of serde's without the place at its end, which is one in a text that nobody sees.
fn without_place(message: &str) -> &str {
    match message.rsplit_once(" at line ") {
        Some((words, place)) if place.contains("column") => words,
        _ => message,
    }
}

fn unforeseen(what: &str) -> Finding {
    Finding::new(
        "generator",
        1,
        "",
        format!(
            "{what}; find the construct that causes it, and add a lint rule that names it in xtask/src/regen/lint"
        ),
    )
}

/// Runs `work`; a panic becomes its message and prints nothing.
fn without_panic<T>(work: impl FnOnce() -> T + std::panic::UnwindSafe) -> Result<T, String> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = std::panic::catch_unwind(work);
    std::panic::set_hook(hook);
    result.map_err(|payload| {
        let message = payload
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        // Some panics print half of the document after their first line.
        message
            .and_then(|text| text.lines().next())
            .unwrap_or("a panic without a message")
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::load;

    fn refused(yaml: &str) -> Finding {
        match generate(&load(yaml).unwrap()) {
            Err(finding) => finding,
            Ok(_) => panic!("accepted"),
        }
    }

    #[test]
    fn what_is_no_openapi_is_placed() {
        let finding = refused(
            "openapi: 3.0.3\ninfo: {title: t, version: v1}\npaths:\n  /a/:\n    get:\n      operationId: 7\n      responses: {}\n",
        );
        assert_eq!(finding.rule, "openapi");
        assert!(finding.line > 1, "{finding:?}");
        assert!(finding.message.contains("not OpenAPI 3.0"), "{finding:?}");
        assert!(!finding.message.contains("column"), "{finding:?}");
    }

    #[test]
    fn of_a_panic_the_first_line_is_kept() {
        let said = without_panic(|| panic!("first\nsecond"));
        assert_eq!(said, Err::<(), _>("first".to_owned()));
        let said = without_panic(|| panic!("{} line\nsecond", 1));
        assert_eq!(said, Err::<(), _>("1 line".to_owned()));
    }

    #[test]
    fn a_panic_of_the_generator_is_a_finding() {
        let finding = refused(
            "
openapi: 3.0.3
info: {title: t, version: v1}
paths:
  /a/:
    get:
      operationId: a_get
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: string}}}}
        '204': {description: none}
",
        );
        assert_eq!(finding.rule, "generator");
        assert!(finding.message.contains("gave up"), "{finding:?}");
    }
}
