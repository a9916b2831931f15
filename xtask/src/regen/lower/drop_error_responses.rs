use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    spec::is_success,
};

/// Removes every answer that is not a success.
///
/// Why: a refusal matters most when it is not the expected one. For a status in the document the generated code
/// reads the body at once into the declared type; if that fails, the caller learns neither the status nor what
/// was said. For every other status it hands over the answer itself, unread (`Error::UnexpectedResponse`), and
/// the facade looks at both. The document that people, sandbox and rules see keeps its refusals.
///
/// # Errors
/// If there is nothing to remove. ACTION: if errors are no longer declared in openapi.yaml, put them back;
/// if progenitor now keeps status and body, delete this transform and read typed errors instead.
pub(super) fn drop_error_responses(document: &mut Value) -> Result<(), Finding> {
    let dropped = super::in_all_responses(document, |responses| {
        let before = responses.len();
        responses.retain(|status, _| is_success(status));
        before - responses.len()
    });
    if let Some(components) = document.get_mut("components") {
        components.take_key("responses");
    }
    super::still_works(
        "drop-error-responses",
        dropped,
        "if errors are no longer declared, declare them; if the generator handles them now, delete the transform",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    const SPEC: &str = "
paths:
  /a/:
    get:
      responses:
        '200': {description: ok}
        '404': {$ref: '#/components/responses/NotFound'}
        default: {description: other}
components:
  responses: {NotFound: {description: gone}}
";

    #[test]
    fn only_successes_remain() {
        let mut spec = json(SPEC);
        drop_error_responses(&mut spec).unwrap();
        let responses = spec.pointer("/paths/~1a~1/get/responses").unwrap();
        assert_eq!(responses.entries().count(), 1);
        assert!(spec.pointer("/components/responses").is_none());
    }

    #[test]
    fn nothing_to_drop_says_what_to_do() {
        let mut spec = json("paths: {/a/: {get: {responses: {'200': {description: ok}}}}}");
        let finding = drop_error_responses(&mut spec).unwrap_err();
        assert!(finding.message.contains("ACTION"), "{finding:?}");
    }
}
