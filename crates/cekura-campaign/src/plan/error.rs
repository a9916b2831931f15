//! The error type of plans.

use std::error::Error as StdError;
use std::fmt;
use std::io;

use cekura::CallLogId;

/// Why a plan could not be made, read or written. Nothing paid was sent.
///
/// `Display` is one line: what is wrong, what was expected, what to do. [`source`](StdError::source) is the underlying error, if
/// there is one.
pub struct PlanError(Box<Kind>);

#[derive(Debug)]
enum Kind {
    /// The input is invalid.
    Usage(String),
    /// A response of the service is unusable for a plan.
    Reply(String),
    /// Reading or writing failed.
    Io { what: String, source: io::Error },
    /// A request to the service failed.
    Service { what: String, source: cekura::Error },
}

impl PlanError {
    pub(crate) fn usage(text: impl Into<String>) -> Self {
        Self(Box::new(Kind::Usage(text.into())))
    }

    /// The refusal of a scope, in the library's words.
    pub(super) fn of_scope(error: cekura::Error) -> Self {
        Self::usage(error.to_string())
    }

    pub(crate) fn reply(text: impl Into<String>) -> Self {
        Self(Box::new(Kind::Reply(text.into())))
    }

    pub(crate) fn io(what: impl Into<String>, source: io::Error) -> Self {
        let what = what.into();
        Self(Box::new(Kind::Io { what, source }))
    }

    pub(crate) fn service(what: impl Into<String>, source: cekura::Error) -> Self {
        let what = what.into();
        Self(Box::new(Kind::Service { what, source }))
    }

    /// Returns whether the selection, an option or a file's content is invalid. Retrying does not help.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        matches!(*self.0, Kind::Usage(_))
    }

    /// Returns the error of the failed request to the service, if one failed.
    #[must_use]
    pub fn service_error(&self) -> Option<&cekura::Error> {
        match &*self.0 {
            Kind::Service { source, .. } => Some(source),
            Kind::Usage(_) | Kind::Reply(_) | Kind::Io { .. } => None,
        }
    }

    /// Returns the I/O error, if reading or writing failed.
    #[must_use]
    pub fn io_error(&self) -> Option<&io::Error> {
        match &*self.0 {
            Kind::Io { source, .. } => Some(source),
            Kind::Usage(_) | Kind::Reply(_) | Kind::Service { .. } => None,
        }
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Usage(text) | Kind::Reply(text) => f.write_str(text),
            Kind::Io { what, .. } | Kind::Service { what, .. } => f.write_str(what),
        }
    }
}

impl fmt::Debug for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl StdError for PlanError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &*self.0 {
            Kind::Usage(_) | Kind::Reply(_) => None,
            Kind::Io { source, .. } => Some(source),
            Kind::Service { source, .. } => Some(source),
        }
    }
}

/// Lists the first few ids, and how many more there are.
pub(super) fn name_some(ids: &[CallLogId]) -> String {
    const SHOWN: usize = 10;
    let shown = ids.iter().take(SHOWN).map(ToString::to_string);
    let shown = shown.collect::<Vec<_>>().join(", ");
    match ids.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// `1 id`, `2 ids`, `2,000 ids`.
pub(super) fn counted(count: u64, one: &str, many: &str) -> String {
    crate::report::wording::several(count, one, many)
}

/// The beginning of a text from outside.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_message_repeats_its_source() {
        let below = io::Error::other("the disk is full");
        let error = PlanError::io("plan.json cannot be written", below);
        assert_eq!(error.to_string(), "plan.json cannot be written");
        assert_eq!(error.source().unwrap().to_string(), "the disk is full");
        assert!(!error.is_usage() && error.io_error().is_some() && error.service_error().is_none());
    }

    #[test]
    fn many_ids_are_not_all_named() {
        let ids: Vec<CallLogId> = (5001..5014).map(CallLogId).collect();
        assert_eq!(name_some(&ids[..2]), "5001, 5002");
        assert!(name_some(&ids).ends_with("5010 and 3 more"));
    }

    #[test]
    fn it_can_cross_threads_in_one_word() {
        fn sendable<T: Send + Sync + 'static>() {}
        sendable::<PlanError>();
        assert_eq!(size_of::<PlanError>(), size_of::<usize>());
    }
}
