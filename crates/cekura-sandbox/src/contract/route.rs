//! Paths as the service's router takes them.
//!
//! The operations on call logs live under three bases, two of them older. What the router makes of a set of views is
//! known with and without the slash at its end; a route that was written down by hand needs it.

/// The bases under which the operations on call logs live.
const CALL_LOGS: [[&str; 3]; 3] = [
    ["observability", "v2", "call-logs"],
    ["observability", "v1", "call-logs"],
    ["observability", "v1", "call-logs-external"],
];
/// The other paths that the router makes.
const METRICS: [&str; 3] = ["test_framework", "v2", "metrics"];

/// The path of an operation.
#[derive(Debug)]
pub(super) struct Route {
    segments: Vec<Segment>,
    of_call_logs: bool,
    needs_slash: bool,
}

#[derive(Debug)]
enum Segment {
    Fixed(String),
    Parameter(String),
}

impl Route {
    pub(super) fn new(template: &str) -> Self {
        let parts: Vec<&str> = template.trim_matches('/').split('/').collect();
        let of_call_logs = is_of_call_logs(&parts);
        let segment = |part: &&str| {
            let name = part.strip_prefix('{');
            match name.and_then(|name| name.strip_suffix('}')) {
                Some(name) => Segment::Parameter(name.to_owned()),
                None => Segment::Fixed((*part).to_owned()),
            }
        };
        Self {
            segments: parts.iter().map(segment).collect(),
            of_call_logs,
            needs_slash: !of_call_logs && !parts.starts_with(&METRICS),
        }
    }

    /// The parameters in the path, as sent; `None` if it is another path.
    pub(super) fn matches(&self, path: &str) -> Option<Vec<(String, String)>> {
        let path = path.strip_prefix('/')?;
        let path = match path.strip_suffix('/') {
            Some(path) => path,
            None if self.needs_slash => return None,
            None => path,
        };
        // Most paths differ in this already.
        if path.split('/').count() != self.segments.len() {
            return None;
        }
        let parts: Vec<&str> = path.split('/').collect();
        let same_base = if self.of_call_logs && is_of_call_logs(&parts) {
            CALL_LOGS[0].len()
        } else {
            0
        };
        let mut parameters = Vec::new();
        for (segment, part) in self.segments.iter().zip(parts).skip(same_base) {
            match segment {
                Segment::Fixed(fixed) if fixed == part => {}
                Segment::Parameter(name) if !part.is_empty() => {
                    parameters.push((name.clone(), part.to_owned()));
                }
                _ => return None,
            }
        }
        Some(parameters)
    }
}

fn is_of_call_logs(parts: &[&str]) -> bool {
    CALL_LOGS.iter().any(|base| parts.starts_with(base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slash_is_needed_where_the_route_was_written_by_hand() {
        for (template, path, matches) in [
            (
                "/observability/v2/call-logs/",
                "/observability/v2/call-logs",
                true,
            ),
            (
                "/observability/v2/call-logs/",
                "/observability/v2/call-logs/",
                true,
            ),
            (
                "/observability/v2/call-logs/",
                "/observability/v2/call-logs//",
                false,
            ),
            (
                "/observability/v2/call-logs/",
                "observability/v2/call-logs/",
                false,
            ),
            (
                "/test_framework/v2/metrics/{id}/",
                "/test_framework/v2/metrics/71",
                true,
            ),
            (
                "/test_framework/v2/metrics/{id}/",
                "/test_framework/v2/metrics/",
                false,
            ),
            (
                "/test_framework/billing/info/",
                "/test_framework/billing/info/",
                true,
            ),
            (
                "/test_framework/billing/info/",
                "/test_framework/billing/info",
                false,
            ),
        ] {
            let found = Route::new(template).matches(path);
            assert_eq!(found.is_some(), matches, "{path}");
        }
    }

    #[test]
    fn call_logs_live_under_three_bases() {
        let route = Route::new("/observability/v2/call-logs/{id}/");
        for base in CALL_LOGS {
            let path = format!("/{}/5001/", base.join("/"));
            let want = Some(vec![("id".to_owned(), "5001".to_owned())]);
            assert_eq!(route.matches(&path), want, "{path}");
        }
        for path in [
            "/observability/v3/call-logs/5001/",
            "/observability/v1/call-logs-internal/5001/",
            "/observability/v2/call-logs-external/5001/",
        ] {
            assert_eq!(route.matches(path), None, "{path}");
        }
        let metric = Route::new("/test_framework/v2/metrics/{id}/");
        assert_eq!(metric.matches("/test_framework/v1/metrics/71/"), None);
    }
}
