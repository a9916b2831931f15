//! Paths as the service's router takes them.
//!
//! The operations on call logs live under three bases, two of them older. What the router makes of a set of views is
//! known with and without the slash at its end; a route that was written down by hand needs it.

/// The first segments of paths that the router makes.
type Base = [&'static str; 3];

/// The bases under which the operations on call logs live.
const CALL_LOGS: &[Base] = &[
    ["observability", "v2", "call-logs"],
    ["observability", "v1", "call-logs"],
    ["observability", "v1", "call-logs-external"],
];
/// The bases under which the operations on metrics live.
const METRICS: &[Base] = &[
    ["test_framework", "v2", "metrics"],
    ["test_framework", "v1", "metrics"],
    ["test_framework", "v1", "metrics-external"],
];
/// The base under which calls are sent.
const OBSERVE: &[Base] = &[["observability", "v1", "observe"]];

/// The path of an operation.
#[derive(Debug)]
pub(super) struct Route {
    segments: Vec<Segment>,
    /// The bases that are one for the router; none for a path that was written down by hand.
    bases: Option<&'static [Base]>,
}

#[derive(Debug)]
enum Segment {
    Fixed(String),
    Parameter(String),
}

impl Route {
    pub(super) fn new(template: &str) -> Self {
        let parts: Vec<&str> = template.trim_matches('/').split('/').collect();
        let segment = |part: &&str| {
            let name = part.strip_prefix('{');
            match name.and_then(|name| name.strip_suffix('}')) {
                Some(name) => Segment::Parameter(name.to_owned()),
                None => Segment::Fixed((*part).to_owned()),
            }
        };
        Self {
            segments: parts.iter().map(segment).collect(),
            bases: [CALL_LOGS, METRICS, OBSERVE]
                .into_iter()
                .find(|bases| is_below(&parts, bases)),
        }
    }

    /// The parameters in the path, as sent; `None` if it is another path.
    pub(super) fn matches(&self, path: &str) -> Option<Vec<(String, String)>> {
        let path = path.strip_prefix('/')?;
        let path = match path.strip_suffix('/') {
            Some(path) => path,
            None if self.bases.is_none() => return None,
            None => path,
        };
        // Most paths differ in this already.
        if path.split('/').count() != self.segments.len() {
            return None;
        }
        let parts: Vec<&str> = path.split('/').collect();
        let same_base = match self.bases {
            Some(bases) if is_below(&parts, bases) => bases[0].len(),
            _ => 0,
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

fn is_below(parts: &[&str], bases: &[Base]) -> bool {
    bases.iter().any(|base| parts.starts_with(base))
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
        assert!(metric.matches("/test_framework/v1/metrics/71").is_some());
        assert_eq!(metric.matches("/test_framework/v3/metrics/71/"), None);
    }
}
