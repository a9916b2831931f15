use crate::regen::{document::Value, finding::Finding, spec::is_success};

/// Renames the success of each operation to `2XX`.
///
/// Why: the documented status of several operations differs from the one that was seen (201 for 200, and the
/// other way round). A paid call that answers 201 or 202 has been accepted, and its reply must be read.
///
/// # Errors
/// If no operation has a success. ACTION: write the documented status into openapi.yaml.
pub(super) fn accept_any_success(document: &mut Value) -> Result<(), Finding> {
    let renamed = super::in_all_responses(document, |responses| {
        let mut renamed = 0;
        let all = std::mem::take(responses).into_iter();
        responses.extend(all.map(|(status, response)| {
            if !is_success(&status) || status == "2XX" {
                return (status, response);
            }
            renamed += 1;
            ("2XX".to_owned(), response)
        }));
        renamed
    });
    super::still_works(
        "accept-any-success",
        renamed,
        "declare the documented success status of each operation",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn success_is_the_whole_class() {
        let mut spec = json(
            "paths: {/a/: {get: {responses: {'200': {description: ok}}}, delete: {responses: {'204': {description: ok}}}}}",
        );
        accept_any_success(&mut spec).unwrap();
        for method in ["get", "delete"] {
            let pointer = format!("/paths/~1a~1/{method}/responses/2XX");
            assert!(spec.pointer(&pointer).is_some(), "{pointer}");
        }
        assert!(
            accept_any_success(&mut spec)
                .unwrap_err()
                .message
                .contains("ACTION")
        );
    }
}
