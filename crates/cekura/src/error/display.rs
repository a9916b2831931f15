//! One line for people. What the source says, the source says.

use std::fmt;

use cekura_api::open::CallLogId;

use super::{Error, Kind, Limit, OutcomeUnknown, ReplyFacts, Unreadable};

/// Longest part of a body that a line may quote, in characters.
const QUOTE: usize = 512;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            write!(f, "{operation}: ")?;
        }
        match &self.0.kind {
            Kind::Config(text) | Kind::InvalidRequest(text) => f.write_str(text),
            Kind::NotSent => f.write_str("no connection to the service; nothing was sent"),
            Kind::CertificateRefused => {
                f.write_str("the server's certificate was not accepted; nothing was sent")
            }
            Kind::Interrupted => f.write_str("the connection ended before the reply was whole"),
            Kind::TimedOut(Limit::Attempt) => {
                f.write_str("no whole reply within the limit for one attempt")
            }
            Kind::TimedOut(Limit::Total) => {
                f.write_str("no whole reply within the limit for the call")
            }
            Kind::TimedOut(Limit::BeforeSending) => f.write_str(
                "the limit for the call was reached while the call logs were read first; the request was not sent",
            ),
            Kind::HeldBack => {
                f.write_str("held back by a 429 for longer than the call may take; ")?;
                self.sent_so_far(f)
            }
            Kind::OutOfTurn => {
                f.write_str(
                    "no turn at the client's own rate for longer than the call may take; ",
                )?;
                self.sent_so_far(f)
            }
            Kind::Status => self.status_line(f),
            Kind::Redirected { location } => write!(
                f,
                "the service redirects to {location}, and that is not followed, because the key would travel along"
            ),
            Kind::Unreadable(why) => write!(f, "{}", Unusable(why)),
            Kind::OutcomeUnknown(unknown) => {
                let refused = self.status().filter(|status| (400..500).contains(status) && *status != 408);
                write!(f, "{}", Unclear { unknown, refused })
            }
        }?;
        match (self.0.retry_after, &self.0.kind) {
            (None, _) => Ok(()),
            (Some(wait), Kind::OutOfTurn) => write!(f, " (next in {:.1} s)", wait.as_secs_f64()),
            (Some(wait), _) => write!(f, " (asked to wait {:.1} s)", wait.as_secs_f64()),
        }
    }
}

impl Error {
    /// What a call that had to stop waiting has sent: none of it was carried out, or it would not have waited.
    fn sent_so_far(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.attempts {
            0 => f.write_str("nothing was sent"),
            1 => f.write_str("it was sent once, without success"),
            sent => write!(f, "it was sent {sent} times, without success"),
        }
    }

    fn status_line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(reply) = &self.0.reply else {
            return f.write_str("the service refused");
        };
        write!(f, "the service answered {}", reply.status.as_u16())?;
        if let Some(reason) = reply.status.canonical_reason() {
            write!(f, " {reason}")?;
        }
        match said(reply) {
            text if text.is_empty() => Ok(()),
            text => write!(f, ": {text}"),
        }
    }
}

/// What the reply says, as one short line.
fn said(reply: &ReplyFacts) -> String {
    let text = if reply.message.is_empty() {
        let body = String::from_utf8_lossy(&reply.body);
        match body.trim_start() {
            "" | "{}" | "[]" | "null" => String::new(),
            page if page.starts_with('<') => "an HTML page".to_owned(),
            other => other.to_owned(),
        }
    } else {
        reply.message.to_line()
    };
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

struct Unusable<'a>(&'a Unreadable);

impl fmt::Display for Unusable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unreadable::Shape { path } => write!(f, "the reply is not as documented, at {path}"),
            Unreadable::CutOff => f.write_str("the reply ended in the middle"),
            Unreadable::TooLarge { limit } => {
                write!(
                    f,
                    "the reply is larger than the {limit} bytes that the client accepts"
                )
            }
            Unreadable::NotJson => {
                f.write_str("the reply is not JSON (a login page?): check the base URL and proxies")
            }
            Unreadable::Empty => f.write_str("the reply is empty"),
        }
    }
}

struct Unclear<'a> {
    unknown: &'a OutcomeUnknown,
    /// The status of a refusal that the call logs contradict.
    refused: Option<u16>,
}

impl fmt::Display for Unclear<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown = self.unknown;
        let (accepted, unclear): (Vec<_>, Vec<_>) =
            (unknown.accepted().collect(), unknown.unknown().collect());
        match (self.refused, unknown.sends_possibly_charged()) {
            (Some(status), _) if !accepted.is_empty() => write!(
                f,
                "the service refused the request ({status}), but evaluations were started"
            )?,
            (_, 1) => {
                f.write_str("the request was sent, and it is unknown whether it was carried out")?
            }
            (_, sends) => write!(
                f,
                "the request was sent {sends} times, and it is unknown whether it was carried out"
            )?,
        }
        if unknown.all {
            f.write_str("; it names all call logs of the agent")?;
        }
        if !accepted.is_empty() {
            write!(f, "; accepted: call logs {}", Few(&accepted))?;
        }
        if !unclear.is_empty() {
            write!(f, "; unknown: call logs {}", Few(&unclear))?;
        }
        match unknown.sends_possibly_charged() {
            1 => f.write_str("; it was not sent again, since that could cost twice"),
            sends => write!(f, "; a call log may have been charged up to {sends} times"),
        }
    }
}

/// The first ten of many ids.
struct Few<'a>(&'a [CallLogId]);

impl fmt::Display for Few<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, id) in self.0.iter().take(10).enumerate() {
            write!(f, "{}{id}", if n == 0 { "" } else { ", " })?;
        }
        match self.0.len() {
            ..=10 => Ok(()),
            many => write!(f, " and {} more", many - 10),
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{HeaderMap, StatusCode};

    use super::*;
    use crate::settings::{ApiKey, Credential};

    fn answered(status: u16, body: impl Into<Bytes>) -> Error {
        let key = Credential::Key(ApiKey::new("ck_secret").unwrap());
        let status = StatusCode::from_u16(status).unwrap();
        Error::new(Kind::Status).with_reply(ReplyFacts::new(
            status,
            &HeaderMap::new(),
            body.into(),
            &key,
        ))
    }

    #[test]
    fn the_service_is_quoted_briefly_and_on_one_line() {
        let error =
            answered(400, r#"{"call_logs":["Not\n  yours."]}"#).in_operation("call_logs_list");
        assert_eq!(
            error.to_string(),
            "call_logs_list: the service answered 400 Bad Request: call_logs: Not yours."
        );
        assert!(
            answered(502, "<html>down</html>")
                .to_string()
                .ends_with("502 Bad Gateway: an HTML page")
        );
        assert!(
            answered(500, "")
                .to_string()
                .ends_with("500 Internal Server Error")
        );
        let long = answered(500, "é".repeat(5_000_000)).to_string();
        assert!(long.chars().count() < 600, "{}", long.len());
    }

    #[test]
    fn an_echoed_key_is_gone() {
        let error = answered(400, "you sent ck_secret");
        assert!(!format!("{error} {error:?} {:?}", error.body()).contains("ck_secret"));
    }

    #[test]
    fn a_wait_that_was_too_long_says_what_was_sent_and_whose_it_was() {
        let wait = Some(std::time::Duration::from_secs(90));
        let line = |kind, sent| {
            let error = Error::new(kind).with_retry_after(wait);
            error.after_attempts(sent).to_string()
        };
        let held = line(Kind::HeldBack, 0);
        assert!(
            held.contains("429") && held.contains("nothing was sent"),
            "{held}"
        );
        assert!(held.ends_with("(asked to wait 90.0 s)"), "{held}");
        for (sent, says) in [(1, "sent once"), (3, "sent 3 times")] {
            let held = line(Kind::HeldBack, sent);
            assert!(
                held.contains(says) && !held.contains("nothing was sent"),
                "{held}"
            );
        }
        let paced = line(Kind::OutOfTurn, 0);
        assert!(
            paced.contains("own rate") && paced.contains("nothing was sent"),
            "{paced}"
        );
        assert!(
            paced.ends_with("(next in 90.0 s)") && !paced.contains("429"),
            "{paced}"
        );
    }

    #[test]
    fn no_message_repeats_its_source() {
        let cause = answered(502, "bad gateway page");
        let below = cause.to_string();
        let error = cause.into_outcome_unknown();
        assert!(!error.to_string().contains(&below));
        assert_eq!(
            std::error::Error::source(&error).unwrap().to_string(),
            below
        );
    }
}
