//! Finds the documented operation of a method and a path.

use cekura_api::{Operation, operations};
use http::Method;

/// Returns the operation of a request; `None` for one that is not documented.
///
/// Matches more than the service does, so that no paid request is taken for a free one: the final slash may be missing,
/// slashes may be doubled, letters may be escaped or of the other case.
pub(crate) fn find_operation(method: &Method, path: &str) -> Option<&'static Operation> {
    find(operations::ALL, method, path)
}

fn find<'a>(all: &'a [Operation], method: &Method, path: &str) -> Option<&'a Operation> {
    let path = segments(path);
    let fits = |operation: &&Operation| {
        let template = operation.path.split('/').filter(|part| !part.is_empty());
        operation.method.eq_ignore_ascii_case(method.as_str())
            && template.clone().count() == path.len()
            && template.zip(&path).all(|(part, given)| {
                is_parameter(part) || part.as_bytes().eq_ignore_ascii_case(given)
            })
    };
    // Of several matches, the one whose parameter comes last.
    all.iter().filter(fits).max_by_key(|operation| {
        let parts = operation.path.split('/').filter(|part| !part.is_empty());
        parts.map(|part| !is_parameter(part)).collect::<Vec<_>>()
    })
}

fn is_parameter(part: &str) -> bool {
    part.starts_with('{')
}

/// The parts of a path between slashes, without empty ones, with escapes undone.
fn segments(path: &str) -> Vec<Vec<u8>> {
    let parts = path.split('/').map(unescape);
    parts.filter(|part| !part.is_empty()).collect()
}

fn unescape(part: &str) -> Vec<u8> {
    let bytes = part.as_bytes();
    let (mut plain, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%')
            .then(|| part.get(at + 1..at + 3))
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        plain.push(escaped.unwrap_or(bytes[at]));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    plain
}

#[cfg(test)]
mod tests {
    use cekura_api::Effect;

    use super::*;

    fn found(method: Method, path: &str) -> Option<(&'static str, Effect)> {
        find_operation(&method, path).map(|operation| (operation.id, operation.effect))
    }

    #[test]
    fn a_paid_path_is_found_in_every_spelling() {
        let paid = Some(("call_logs_rerun_evaluation", Effect::Billable));
        for path in [
            "/observability/v1/call-logs/rerun_evaluation/",
            "/observability/v1/call-logs/rerun_evaluation",
            "/observability/v1/call-logs/rerun_evaluation//",
            "//observability/v1//call-logs/rerun_evaluation/",
            "/observability/v1/call-logs/rerun%5fevaluation/",
            "/observability/v1/%63all-logs/rerun_evaluation/",
            "/Observability/V1/Call-Logs/Rerun_Evaluation/",
        ] {
            assert_eq!(found(Method::POST, path), paid, "{path}");
        }
        let lower = Method::from_bytes(b"post").unwrap();
        assert_eq!(
            found(lower, "/observability/v1/call-logs/rerun_evaluation/"),
            paid
        );
    }

    #[test]
    fn other_paths_and_methods_are_not_found() {
        for (method, path) in [
            (Method::GET, "/observability/v1/call-logs/rerun_evaluation/"),
            (
                Method::POST,
                "/observability/v1/call-logs/rerun_evaluation/x/",
            ),
            (Method::POST, "/observability/v1/call-logs/"),
            (Method::GET, "/observability/v2/call-logs/1/2/"),
            (Method::GET, "/"),
            (Method::GET, "/%"),
        ] {
            assert_eq!(found(method, path), None, "{path}");
        }
        let read = Some(("call_logs_retrieve", Effect::Read));
        assert_eq!(found(Method::GET, "/observability/v2/call-logs/17"), read);
    }

    #[test]
    fn a_literal_segment_comes_before_a_parameter() {
        let with_path = |path| {
            let mut operation = operations::CALL_LOGS_RETRIEVE;
            operation.path = path;
            operation
        };
        let paths = [
            "/a/{id}/{what}/",
            "/a/{id}/run/",
            "/a/all/{what}/",
            "/a/{id}/",
        ];
        for shift in 0..paths.len() {
            let mut table = paths.map(with_path);
            table.rotate_left(shift);
            let get = |path| find(&table, &Method::GET, path).map(|operation| operation.path);
            assert_eq!(get("/a/7/run/"), Some("/a/{id}/run/"));
            assert_eq!(get("/a/7/x"), Some("/a/{id}/{what}/"));
            assert_eq!(
                get("/a/all/run/"),
                Some("/a/all/{what}/"),
                "as routers do: from the left"
            );
            assert_eq!(get("/a/all"), Some("/a/{id}/"));
        }
    }
}
