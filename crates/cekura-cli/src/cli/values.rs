//! Parses the values of options.

use std::time::{Duration, SystemTime};

use cekura::Timestamp;

use crate::failure::Failure;

/// A numeric id of Cekura: a whole number above 0.
pub(crate) fn id<T: From<i64>>(text: &str) -> Result<T, String> {
    match text.trim().parse::<i64>() {
        Ok(number) if number > 0 => Ok(T::from(number)),
        _ => Err("expected a whole number above 0, such as 5001".to_owned()),
    }
}

/// Text that is not empty.
pub(crate) fn filled(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("it is empty".to_owned()),
        text => Ok(text.to_owned()),
    }
}

/// A duration above zero.
pub(crate) fn span(text: &str) -> Result<Duration, String> {
    match span_or_zero(text)? {
        Duration::ZERO => Err("it must be longer than 0s; write 90s, 2m or 1h30m".to_owned()),
        span => Ok(span),
    }
}

/// A duration.
pub(crate) fn span_or_zero(text: &str) -> Result<Duration, String> {
    humantime::parse_duration(text).map_err(|e| format!("{e}; write 90s, 2m or 1h30m"))
}

/// A time: RFC 3339, a date alone (its beginning in UTC), or a duration before now.
pub(crate) fn moment(text: &str) -> Result<Timestamp, String> {
    let whole = if text.contains(':') {
        text.to_owned()
    } else {
        format!("{text}T00:00:00Z")
    };
    let written = Timestamp::new(whole);
    if written.to_system_time().is_some() {
        return Ok(written);
    }
    let ago = humantime::parse_duration(text).ok().and_then(|span| {
        let moment = SystemTime::now().checked_sub(span)?;
        // A plan shows whole seconds.
        let since = moment.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        Some(SystemTime::UNIX_EPOCH + Duration::from_secs(since.as_secs()))
    });
    ago.map(Timestamp::from).ok_or_else(|| {
        "expected a time such as 2026-05-18T09:30:00Z, a day such as 2026-05-18, or a duration before now such as 7d"
            .to_owned()
    })
}

/// A time, and how it was written.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    pub(crate) text: String,
    pub(crate) at: Timestamp,
}

/// A time as [`moment`] reads it, with its text: `7d` means another time on another day.
pub(crate) fn written_moment(text: &str) -> Result<Moment, String> {
    let at = moment(text)?;
    let text = text.to_owned();
    Ok(Moment { text, at })
}

/// Rejects a time range that ends before it starts.
pub(crate) fn check_range(from: Option<&Timestamp>, to: Option<&Timestamp>) -> Result<(), Failure> {
    let (Some(from), Some(to)) = (from, to) else {
        return Ok(());
    };
    if from.to_system_time() > to.to_system_time() {
        return Err(Failure::usage(format!(
            "--from {from} is after --to {to}: swap them, or omit one"
        )));
    }
    Ok(())
}

/// Credits: a number, 0 or more.
pub(crate) fn amount(text: &str) -> Result<f64, String> {
    match text.trim().parse::<f64>() {
        Ok(amount) if amount.is_finite() && amount >= 0.0 => Ok(amount),
        _ => {
            Err("expected a number of credits that is not negative, such as 500 or 12.5".to_owned())
        }
    }
}

/// A whole number, 0 or more.
pub(crate) fn whole<T: TryFrom<u64>>(text: &str) -> Result<T, String> {
    let number = text.trim().parse::<u64>().ok();
    number
        .and_then(|number| T::try_from(number).ok())
        .ok_or_else(|| "expected a whole number that is not negative, such as 20".to_owned())
}

/// Requests per second: a number above 0.
pub(crate) fn rate(text: &str) -> Result<f64, String> {
    match text.trim().parse::<f64>() {
        Ok(rate) if rate.is_finite() && rate > 0.0 => Ok(rate),
        _ => Err("expected requests per second, a number above 0 such as 10 or 0.5".to_owned()),
    }
}

/// A filter of the service: a JSON object.
pub(crate) fn filter(text: &str) -> Result<serde_json::Value, String> {
    match serde_json::from_str(text) {
        Ok(serde_json::Value::Object(map)) => Ok(map.into()),
        Ok(_) => Err("expected a JSON object, such as {\"field\": \"topic\", \"op\": \"eq\", \"value\": \"berths\"}".into()),
        Err(e) => Err(format!("it is not JSON: {e}")),
    }
}

/// `name=value`.
pub(crate) fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("expected name=value".to_owned()),
    }
}

/// An HTTP method, in upper or lower case.
pub(crate) fn method(text: &str) -> Result<cekura::Method, String> {
    let known = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];
    let upper = text.to_ascii_uppercase();
    match upper.parse() {
        Ok(method) if known.contains(&upper.as_str()) => Ok(method),
        _ => Err(format!("expected one of {}", known.join(", "))),
    }
}

/// The address of a call log, with `{id}` in the place of its id.
pub(crate) fn call_url(text: &str) -> Result<String, String> {
    let facts = cekura_campaign::report::CampaignInfo {
        call_url: Some(text.to_owned()),
        ..Default::default()
    };
    facts.link_to(1).map(|_| text.to_owned()).ok_or_else(|| {
        "expected an http or https address with {id} in it, and no spaces, quotes or brackets"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use cekura::CallLogId;

    #[test]
    fn whole_numbers_are_whole_and_fit() {
        assert_eq!(whole::<u32>(" 20 "), Ok(20));
        assert_eq!(whole::<u64>("0"), Ok(0));
        for bad in ["-1", "1.5", "", "x", "4294967296"] {
            let shown = whole::<u32>(bad).unwrap_err();
            assert!(
                shown.contains("a whole number that is not negative"),
                "{bad}: {shown}"
            );
        }
    }

    #[test]
    fn ids_are_above_zero() {
        assert_eq!(id::<CallLogId>(" 5001").unwrap(), CallLogId(5001));
        for bad in ["0", "-3", "", "5001a", "1.5", "call_9"] {
            assert!(id::<CallLogId>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn durations_need_units() {
        assert_eq!(span("1h30m").unwrap(), Duration::from_secs(5400));
        for bad in ["90", "0s", "-1s", "soon", ""] {
            assert!(span(bad).unwrap_err().contains("1h30m"), "{bad}");
        }
        assert_eq!(span_or_zero("0s").unwrap(), Duration::ZERO);
    }

    #[test]
    fn a_time_is_absolute_or_relative_to_now() {
        assert_eq!(
            moment("2026-05-18T09:30:00Z").unwrap().as_str(),
            "2026-05-18T09:30:00Z"
        );
        assert_eq!(
            moment("2026-05-18").unwrap().as_str(),
            "2026-05-18T00:00:00Z"
        );
        let week = moment("7d").unwrap().to_system_time().unwrap();
        let ago = SystemTime::now().duration_since(week).unwrap().as_secs();
        assert!((7 * 86_400..7 * 86_400 + 60).contains(&ago), "{ago}");
        for bad in ["yesterday", "2026-13-01", "", "12"] {
            assert!(moment(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_time_range_ends_after_it_starts() {
        let day = |n: u32| moment(&format!("2026-05-{n:02}")).unwrap();
        assert!(check_range(Some(&day(1)), Some(&day(2))).is_ok());
        assert!(check_range(Some(&day(2)), None).is_ok());
        let Failure::Problem(problem) = check_range(Some(&day(2)), Some(&day(1))).unwrap_err()
        else {
            panic!()
        };
        let text = problem.to_text(crate::output::Style::plain());
        assert!(text.contains("--from") && text.contains("--to"), "{text}");
    }

    #[test]
    fn amounts_are_not_negative_and_rates_are_above_zero() {
        assert_eq!(amount("12.5"), Ok(12.5));
        assert_eq!(amount("0"), Ok(0.0));
        assert_eq!(rate("0.5"), Ok(0.5));
        for bad in ["-1", "NaN", "inf", "ten", ""] {
            assert!(amount(bad).is_err() && rate(bad).is_err(), "{bad}");
        }
        assert!(rate("0").is_err());
    }

    #[test]
    fn pairs_methods_and_filters() {
        assert_eq!(pair("a=b=c").unwrap(), ("a".into(), "b=c".into()));
        assert!(pair("=b").is_err() && pair("ab").is_err());
        assert_eq!(method("post").unwrap(), cekura::Method::POST);
        assert!(method("FETCH").is_err());
        assert!(filter("{}").is_ok() && filter("[]").is_err() && filter("{").is_err());
    }
}
