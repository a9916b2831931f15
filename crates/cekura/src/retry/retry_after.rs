//! Parses `Retry-After`: seconds, also with a fraction, or an HTTP-date.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// Returns the delay that the response asks for; `None` for none, for a time in the past, and for other text.
///
/// A date is measured from the response's own `Date`, since this machine's clock may be wrong. Without one it is measured
/// from `now`.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok().map(str::trim);
    let date = |text| httpdate::parse_http_date(text).ok();
    let told = text(RETRY_AFTER)?;
    let wait = match told.parse::<f64>() {
        Ok(seconds) => Duration::try_from_secs_f64(seconds).ok()?,
        Err(_) => {
            let sent = text(DATE).and_then(date).unwrap_or(now);
            date(told)?.duration_since(sent).ok()?
        }
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
    fn seconds_and_dates_are_parsed() {
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
    fn the_past_and_other_text_give_none() {
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

    #[test]
    fn a_date_is_measured_from_the_date_of_the_reply() {
        let now = httpdate::parse_http_date("Mon, 02 Mar 2026 08:00:00 GMT").unwrap();
        let read = |date: &str, retry_after: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("date", date.parse().unwrap());
            headers.insert("retry-after", retry_after.parse().unwrap());
            super::retry_after(&headers, now)
        };
        let s = Duration::from_secs;
        for (date, told, wait) in [
            (
                "Mon, 02 Mar 2026 07:50:00 GMT",
                "Mon, 02 Mar 2026 07:50:05 GMT",
                Some(s(5)),
            ),
            (
                "Mon, 02 Mar 2026 08:10:00 GMT",
                "Mon, 02 Mar 2026 08:10:05 GMT",
                Some(s(5)),
            ),
            (
                "Mon, 02 Mar 2026 08:10:00 GMT",
                "Mon, 02 Mar 2026 08:10:00 GMT",
                None,
            ),
            (
                "Mon, 02 Mar 2026 08:10:00 GMT",
                "Mon, 02 Mar 2026 08:09:00 GMT",
                None,
            ),
            ("Mon, 02 Mar 2026 08:10:00 GMT", "7", Some(s(7))),
            ("yesterday", "Mon, 02 Mar 2026 08:00:09 GMT", Some(s(9))),
        ] {
            assert_eq!(read(date, told), wait, "{date}, {told}");
        }
    }
}
