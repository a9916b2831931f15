//! The message of an error, in one line. It never repeats its source.

use std::fmt;

use cekura_api::scalars::CallLogId;

use super::{Error, ErrorResponse, InvalidResponse, Kind, Limit, OutcomeUnknown};
use crate::http::RedirectRefusal;

/// The most characters of a body that a message quotes.
const MAX_QUOTE: usize = 512;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(request) = &self.0.request {
            write!(f, "{request}: ")?;
        }
        match &self.0.kind {
            Kind::Config(text) | Kind::InvalidRequest(text) => f.write_str(text),
            Kind::NoToken => {
                f.write_str("the token provider gave no access token; ")?;
                self.sent_so_far(f)
            }
            Kind::NotSent { host, within } => {
                write!(f, "no connection to {host}")?;
                if let Some(limit) = within {
                    write!(f, " within {}", LimitText(*limit))?;
                }
                f.write_str("; nothing was sent")
            }
            Kind::InvalidCertificate { host } => {
                write!(
                    f,
                    "the certificate of {host} was not accepted; nothing was sent"
                )
            }
            Kind::Interrupted => match &self.0.response {
                None => f.write_str("the connection ended before a response arrived"),
                Some(response) => write!(
                    f,
                    "the connection ended in the middle of the response ({})",
                    response.status.as_u16()
                ),
            },
            Kind::TimedOut(limit) => match &self.0.response {
                None => write!(f, "no response within {}", LimitText(*limit)),
                Some(response) => write!(
                    f,
                    "the response ({}) did not end within {}",
                    response.status.as_u16(),
                    LimitText(*limit)
                ),
            },
            Kind::OutOfTime => {
                f.write_str("the timeout of the call ended before it could be sent; ")?;
                self.sent_so_far(f)
            }
            Kind::CoolingDown => {
                f.write_str(
                    "the service asked to wait (429) for longer than the timeout of the call; ",
                )?;
                self.sent_so_far(f)
            }
            Kind::RateLimited => {
                f.write_str(
                    "the client's own rate limit has no slot within the timeout of the call; ",
                )?;
                self.sent_so_far(f)
            }
            Kind::Status => self.status_line(f),
            Kind::Redirected { location, why } => self.redirect_line(f, location, *why),
            Kind::InvalidResponse(why) => {
                f.write_str("the response")?;
                if let Some(response) = &self.0.response {
                    write!(f, " ({})", response.status.as_u16())?;
                }
                write!(f, " {}", InvalidResponseText(why))
            }
            Kind::JobFailed(job) => {
                write!(
                    f,
                    "job {} ended with {}",
                    job.id,
                    job.status().unwrap_or("no status")
                )
            }
            Kind::JobRunning(job) => {
                write!(f, "job {} has not ended by the timeout of the wait", job.id)?;
                if let Some(status) = job.status() {
                    write!(f, " ({})", short(status))?;
                }
                f.write_str("; it continues: wait for it again, by its id")
            }
            Kind::OutcomeUnknown(unknown) => {
                let error_status = self
                    .status()
                    .filter(|status| (400..500).contains(status) && *status != 408);
                write!(
                    f,
                    "{}",
                    UnknownOutcomeText {
                        unknown,
                        error_status
                    }
                )
            }
        }?;
        match (self.0.retry_after, &self.0.kind) {
            (None, _) => Ok(()),
            (Some(wait), Kind::RateLimited) => {
                write!(f, " (next slot in {:.1} s)", wait.as_secs_f64())
            }
            (Some(wait), _) => write!(f, " (retry after {:.1} s)", wait.as_secs_f64()),
        }
    }
}

/// A time limit, as the end of a sentence.
struct LimitText(Limit);

impl fmt::Display for LimitText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.span().as_secs_f64();
        match self.0 {
            Limit::Attempt(_) => write!(f, "{seconds:.1} s, the timeout of one attempt"),
            Limit::Total(_) => write!(f, "{seconds:.1} s, the rest of the timeout of the call"),
        }
    }
}

impl Error {
    /// Says how often a call was sent before it had to wait; none of these requests was carried out.
    fn sent_so_far(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.attempts {
            0 => f.write_str("nothing was sent"),
            1 => f.write_str("it was sent once, without success"),
            sent => write!(f, "it was sent {sent} times, without success"),
        }
    }

    fn redirect_line(
        &self,
        f: &mut fmt::Formatter<'_>,
        location: &str,
        why: RedirectRefusal,
    ) -> fmt::Result {
        let status = self
            .0
            .response
            .as_ref()
            .map_or(0, |response| response.status.as_u16());
        let not_followed =
            format!("the service redirects ({status}) to {location}, which was not followed");
        match why {
            RedirectRefusal::OtherOrigin => write!(
                f,
                "{not_followed}, because the key would be sent to another host: check the base URL and proxies"
            ),
            RedirectRefusal::ChangesRequest => write!(
                f,
                "{not_followed}, because a {status} may change the request: check the base URL, the path and its final \
                 slash"
            ),
            RedirectRefusal::TooManyHops => {
                write!(
                    f,
                    "{not_followed}, because there were too many redirects: check the base URL"
                )
            }
            RedirectRefusal::SendsFile => write!(
                f,
                "{not_followed}, because the file would have to be sent again: check the base URL"
            ),
            RedirectRefusal::InvalidLocation => write!(
                f,
                "the service redirects ({status}) to an address that cannot be read"
            ),
        }
    }

    fn status_line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(response) = &self.0.response else {
            return f.write_str("the service returned an error status");
        };
        write!(f, "the service returned {}", response.status.as_u16())?;
        if let Some(reason) = response.status.canonical_reason() {
            write!(f, " {reason}")?;
        }
        match message_line(response) {
            text if text.is_empty() => Ok(()),
            text => write!(f, ": {text}"),
        }
    }
}

/// Returns the message of the response in one short line.
fn message_line(response: &ErrorResponse) -> String {
    let message = response
        .message
        .as_ref()
        .filter(|message| !message.is_empty());
    let text = if let Some(message) = message {
        message.to_line()
    } else {
        let body = String::from_utf8_lossy(&response.body);
        match body.trim_start() {
            "" | "{}" | "[]" | "null" => String::new(),
            page if page.starts_with('<') => "an HTML page".to_owned(),
            other => other.to_owned(),
        }
    };
    short(&text)
}

/// Returns text in one short line.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MAX_QUOTE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

struct InvalidResponseText<'a>(&'a InvalidResponse);

impl fmt::Display for InvalidResponseText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            InvalidResponse::Shape { path } => write!(f, "is not as documented, at {path}"),
            InvalidResponse::CutOff => f.write_str("ended in the middle"),
            InvalidResponse::TooLarge { limit } => write!(
                f,
                "is larger than the {limit} bytes that the client accepts"
            ),
            InvalidResponse::NotJson => {
                f.write_str("is not JSON (a login page?): check the base URL and proxies")
            }
            InvalidResponse::Empty => f.write_str("is empty"),
        }
    }
}

struct UnknownOutcomeText<'a> {
    unknown: &'a OutcomeUnknown,
    /// The error status, 4xx but 408.
    error_status: Option<u16>,
}

impl fmt::Display for UnknownOutcomeText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown = self.unknown;
        let (accepted, unclear): (Vec<_>, Vec<_>) =
            (unknown.accepted().collect(), unknown.unknown().collect());
        match (self.error_status, unknown.sends_possibly_charged()) {
            (Some(status), _) if !accepted.is_empty() => write!(
                f,
                "the service returned an error status ({status}), but evaluations were started"
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
        match (accepted.as_slice(), unclear.as_slice()) {
            ([], []) => {}
            ([], ids) => write!(f, "; call logs {}", FirstIds(ids))?,
            (ids, []) => write!(f, "; accepted: call logs {}", FirstIds(ids))?,
            (ids, rest) => write!(
                f,
                "; accepted: call logs {}; unknown: {}",
                FirstIds(ids),
                FirstIds(rest)
            )?,
        }
        match unknown.sends_possibly_charged() {
            1 => f.write_str(match unknown.is_free {
                false => "; it was not sent again, because that could cost twice",
                true => "; it was not sent again, because that could do it twice",
            }),
            sends => write!(f, "; a call log may have been charged up to {sends} times"),
        }
    }
}

/// The first ten of many ids.
struct FirstIds<'a>(&'a [CallLogId]);

impl fmt::Display for FirstIds<'_> {
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
#[path = "display_tests.rs"]
mod tests;
