//! Reading `Retry-After`: seconds, whole or not, or an HTTP-date.

use std::time::{Duration, SystemTime};

use http::HeaderMap;

/// The wait that the reply asks for; `None` for none, for a moment that has passed, and for text that
/// says neither.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers
        .get(http::header::RETRY_AFTER)?
        .to_str()
        .ok()?
        .trim();
    let wait = match text.parse::<f64>() {
        Ok(seconds) => Duration::try_from_secs_f64(seconds).ok()?,
        Err(_) => httpdate::parse_http_date(text)
            .ok()?
            .duration_since(now)
            .ok()?,
    };
    (!wait.is_zero()).then_some(wait)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn read(text: &str) -> Option<Duration> {
        let now = httpdate::parse_http_date("Mon, 02 Mar 2026 08:00:00 GMT").unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(
            "retry-after",
            HeaderValue::from_bytes(text.as_bytes()).unwrap(),
        );
        retry_after(&headers, now)
    }

    #[test]
    fn seconds_and_dates() {
        assert_eq!(read("3"), Some(Duration::from_secs(3)));
        assert_eq!(read(" 0.25 "), Some(Duration::from_millis(250)));
        assert_eq!(
            read("Mon, 02 Mar 2026 08:01:30 GMT"),
            Some(Duration::from_secs(90))
        );
        assert_eq!(
            read("Monday, 02-Mar-26 08:00:05 GMT"),
            Some(Duration::from_secs(5))
        );
    }

    #[test]
    fn the_past_and_garbage_leave_it_to_the_backoff() {
        for text in [
            "0",
            "-4",
            "NaN",
            "inf",
            "1e400",
            "soon",
            "",
            "Mon, 02 Mar 2026 07:59:59 GMT",
            "\u{fc}",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), SystemTime::UNIX_EPOCH), None);
    }
}
