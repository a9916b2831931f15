use crate::regen::{document::Value, finding::Finding};

/// Renames the answer `200` to `2XX`.
///
/// Why: the documented status of several operations differs from the one that was seen (201 for 200, and the
/// other way round). A paid call that answers 201 or 202 has been accepted, and its reply must be read.
///
/// # Errors
/// If no operation answers 200. ACTION: write the documented status into openapi.yaml; if other exact
/// statuses are in use now, widen this transform to them.
pub(super) fn accept_any_success(document: &mut Value) -> Result<(), Finding> {
    let renamed = super::in_all_responses(document, |responses| {
        let renamed = usize::from(responses.contains_key("200"));
        let all = std::mem::take(responses).into_iter();
        responses.extend(all.map(|(status, response)| match status.as_str() {
            "200" => ("2XX".to_owned(), response),
            _ => (status, response),
        }));
        renamed
    });
    super::still_works(
        "accept-any-success",
        renamed,
        "declare the documented success status as 200, or widen the transform to the statuses in use",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn success_is_the_whole_class() {
        let mut spec = json("paths: {/a/: {get: {responses: {'200': {description: ok}}}}}");
        accept_any_success(&mut spec).unwrap();
        assert!(spec.pointer("/paths/~1a~1/get/responses/2XX").is_some());
        assert!(
            accept_any_success(&mut spec)
                .unwrap_err()
                .message
                .contains("ACTION")
        );
    }
}
