//! How the program ends: one table for the code, the documentation and the tests.

use std::fmt::Write as _;
use std::process::ExitCode;

/// How the program ended. The numbers are a promise to scripts; none of them is ever reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    Done = 0,
    Other = 1,
    Usage = 2,
    Authentication = 3,
    NotFound = 4,
    RateLimited = 5,
    Service = 6,
    Network = 7,
    WaitTimedOut = 8,
    OutcomeUnknown = 9,
    Refused = 10,
    Credits = 11,
    Forbidden = 12,
    GateFailed = 100,
    Incomplete = 101,
}

impl Exit {
    pub(crate) const ALL: [Self; 15] = [
        Self::Done,
        Self::Other,
        Self::Usage,
        Self::Authentication,
        Self::NotFound,
        Self::RateLimited,
        Self::Service,
        Self::Network,
        Self::WaitTimedOut,
        Self::OutcomeUnknown,
        Self::Refused,
        Self::Credits,
        Self::Forbidden,
        Self::GateFailed,
        Self::Incomplete,
    ];

    /// The number that the shell sees.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }

    /// The word that stands for it in JSON.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Other => "other",
            Self::Usage => "usage",
            Self::Authentication => "authentication",
            Self::NotFound => "not_found",
            Self::RateLimited => "rate_limited",
            Self::Service => "service",
            Self::Network => "network",
            Self::WaitTimedOut => "wait_timed_out",
            Self::OutcomeUnknown => "outcome_unknown",
            Self::Refused => "refused",
            Self::Credits => "credits",
            Self::Forbidden => "forbidden",
            Self::GateFailed => "gate_failed",
            Self::Incomplete => "incomplete",
        }
    }

    /// What it means, for the manual.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Other => "anything else",
            Self::Usage => {
                "usage: the command line or the configuration is wrong; nothing was sent"
            }
            Self::Authentication => "authentication: no key, or an invalid key (401)",
            Self::NotFound => "not found (404)",
            Self::RateLimited => "rate limited (429) after all retries",
            Self::Service => "service error (5xx)",
            Self::Network => "network: no connection, cut off, or no response in time",
            Self::WaitTimedOut => {
                "timed out waiting: the evaluations or the job continue; the result is not there yet"
            }
            Self::OutcomeUnknown => {
                "outcome unknown: a paid request may or may not have been carried out"
            }
            Self::Refused => {
                "refused: the service does not accept the request (400 or another 4xx)"
            }
            Self::Credits => "credits: there are not enough (402)",
            Self::Forbidden => "forbidden: the key lacks the permission (403)",
            Self::GateFailed => "gate failed: a rule is not met, or a canary stopped the campaign",
            Self::Incomplete => {
                "incomplete: a campaign or an import is not finished; it can be continued"
            }
        }
    }

    /// The whole table, for the end of `cekura --help`.
    pub(crate) fn manual() -> String {
        Self::ALL
            .iter()
            .fold(String::from("Exit codes:\n"), |mut text, exit| {
                // Writing to a String cannot fail.
                let _ = writeln!(text, "  {:>3}  {}", exit.code(), exit.meaning());
                text
            })
    }
}

impl From<&cekura::Error> for Exit {
    /// An unknown outcome counts more than what made it unknown: the money may be gone.
    fn from(error: &cekura::Error) -> Self {
        let by_predicate = [
            (error.is_outcome_unknown(), Self::OutcomeUnknown),
            (error.is_config() || error.is_invalid_request(), Self::Usage),
            (
                error.is_timeout() && error.job().is_some(),
                Self::WaitTimedOut,
            ),
            (error.is_rate_limited(), Self::RateLimited),
            (error.is_unauthorized(), Self::Authentication),
            (error.is_out_of_credits(), Self::Credits),
            (error.is_forbidden(), Self::Forbidden),
            (error.is_not_found(), Self::NotFound),
            (error.is_bad_request(), Self::Refused),
            (
                error.is_invalid_response() || error.is_redirect(),
                Self::Other,
            ),
            (error.is_network(), Self::Network),
            (
                error.is_server_error() || error.status() == Some(408),
                Self::Service,
            ),
            (
                error
                    .status()
                    .is_some_and(|status| (400..500).contains(&status)),
                Self::Refused,
            ),
        ];
        by_predicate
            .into_iter()
            .find(|(fits, _)| *fits)
            .map_or(Self::Other, |(_, exit)| exit)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_the_promised_ones() {
        let codes: Vec<u8> = Exit::ALL.iter().map(|exit| exit.code()).collect();
        assert_eq!(codes, (0..=12).chain([100, 101]).collect::<Vec<u8>>());
    }

    #[test]
    fn the_manual_names_every_code_once() {
        let manual = Exit::manual();
        for exit in Exit::ALL {
            let line = format!("  {:>3}  {}", exit.code(), exit.meaning());
            assert_eq!(manual.lines().filter(|l| **l == line).count(), 1, "{line}");
        }
    }

    #[test]
    fn a_wrong_configuration_is_a_matter_of_usage() {
        let error = cekura::ApiKey::new("").unwrap_err();
        assert_eq!(Exit::from(&error), Exit::Usage);
    }
}
