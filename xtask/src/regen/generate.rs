//! From the lowered document to a syntax tree, by progenitor.

use progenitor_impl::{
    GenerationSettings, Generator, HooksMode, InterfaceStyle, TagStyle, UnknownPolicy,
};

use super::{
    document::{Pointer, Value},
    finding::Finding,
};

/// Runs the generator.
///
/// # Errors
/// A [`Finding`] if the document does not deserialise, or if the generator refuses it or panics. The lint
/// rules should have said so before; the message asks for a new rule.
pub(crate) fn generate(lowered: &Value) -> Result<syn::File, Finding> {
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
        .map_err(|panic| unforeseen(&format!("the generator panicked: {panic}")))?
        .map_err(|error| unforeseen(&format!("the generator rejected the document: {error}")))?;
    syn::parse2(tokens)
        .map_err(|e| unforeseen(&format!("the generated code is not valid Rust: {e}")))
}

fn deserialise(lowered: &Value) -> Result<openapiv3::OpenAPI, Finding> {
    serde_path_to_error::deserialize(lowered.clone()).map_err(|error| {
        let mut pointer = Pointer::default();
        for step in error.path().iter() {
            let step = match step {
                serde_path_to_error::Segment::Seq { index } => index.to_string(),
                serde_path_to_error::Segment::Map { key } => key.clone(),
                _ => break,
            };
            let deeper = pointer.then(&step);
            if lowered.pointer(deeper.as_str()).is_none() {
                break;
            }
            pointer = deeper;
        }
        Finding::new(
            "openapi",
            pointer,
            format!(
                "this is not OpenAPI 3.0: {}; see https://spec.openapis.org/oas/v3.0.3",
                error.inner()
            ),
        )
    })
}

fn unforeseen(what: &str) -> Finding {
    Finding::new(
        "generator",
        "",
        format!(
            "{what}; find the cause in the document, and add a lint rule for it in xtask/src/regen/lint"
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
    use crate::regen::load::json;

    fn refused(yaml: &str) -> Finding {
        match generate(&json(yaml)) {
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
        assert!(
            finding.pointer.as_str().starts_with("/paths"),
            "{finding:?}"
        );
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
        assert!(finding.message.contains("panicked"), "{finding:?}");
    }
}
