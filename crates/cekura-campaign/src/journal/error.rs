//! The error type of journals.

use std::fmt;
use std::path::Path;

/// Why a journal could not be created, opened, read or written.
///
/// The text names the file, what is wrong, and what to do.
#[derive(Debug)]
pub struct JournalError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: Kind,
    text: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What to do about a journal that is damaged.
pub(super) const NO_COPY: &str = "resuming an older copy would pay twice for what was sent since; put the copy beside its .sent \
                                  file and resume it with --recover, or plan a new campaign over the call logs without a \
                                  result";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Invalid input: a name, an existing file, journals of different plans.
    Usage,
    /// Another process has the lock.
    Locked,
    /// It is not a journal, or damaged.
    Unusable,
    /// It has lost requests that may have been sent.
    LostRequests,
    /// It could not be read or written.
    Failed,
}

impl JournalError {
    pub(crate) fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            text: text.into(),
            source: None,
        }))
    }

    pub(crate) fn usage(text: impl Into<String>) -> Self {
        Self::new(Kind::Usage, text)
    }

    pub(crate) fn unusable(path: &Path, what: impl fmt::Display) -> Self {
        Self::new(Kind::Unusable, format!("{}: {what}", path.display()))
    }

    pub(super) fn taken_over(path: &Path) -> Self {
        Self::new(
            Kind::Locked,
            format!(
                "{}: another process has resumed the campaign; this one stops sending: let the other one continue",
                path.display()
            ),
        )
    }

    pub(crate) fn io(path: &Path, doing: &str, error: std::io::Error) -> Self {
        let mut made = Self::new(
            Kind::Failed,
            format!("{}: {doing} failed: {error}", path.display()),
        );
        made.0.source = Some(Box::new(error));
        made
    }

    /// What SQLite says, with the file's name and advice where there is some.
    pub(super) fn sqlite(path: &Path, error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let (kind, what) = match error.sqlite_error_code() {
            Some(Code::DiskFull) => (
                Kind::Failed,
                "the disk is full; sending has stopped: free some space, then resume".to_owned(),
            ),
            Some(Code::ReadOnly | Code::PermissionDenied) => (
                Kind::Failed,
                "it cannot be written; sending has stopped: make the file and its folder writable, then resume"
                    .to_owned(),
            ),
            Some(Code::DatabaseCorrupt) => (
                Kind::Unusable,
                format!("it is damaged; nothing is sent: {NO_COPY}"),
            ),
            Some(Code::NotADatabase) => (
                Kind::Unusable,
                "this is not a campaign journal: give the .db file of one".to_owned(),
            ),
            Some(Code::CannotOpen) => (
                Kind::Failed,
                "it cannot be opened: check that the folder exists and is writable".to_owned(),
            ),
            Some(Code::SystemIoFailure) => (
                Kind::Failed,
                "it cannot be read or written; sending has stopped: check the disk and its free space, then resume"
                    .to_owned(),
            ),
            _ => (Kind::Failed, error.to_string()),
        };
        let mut made = Self::new(kind, format!("the journal {}: {what}", path.display()));
        made.0.source = Some(Box::new(error));
        made
    }

    /// Returns whether another process has the lock.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.0.kind == Kind::Locked
    }

    /// Returns whether the given name, file or journals are invalid.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        matches!(
            self.0.kind,
            Kind::Usage | Kind::Unusable | Kind::LostRequests
        )
    }

    /// Returns whether the journal has, or may have, lost requests that were sent and paid. [`OpenOptions::recover`] opens it
    /// nevertheless.
    ///
    /// [`OpenOptions::recover`]: super::OpenOptions::recover
    #[must_use]
    pub fn has_lost_requests(&self) -> bool {
        self.0.kind == Kind::LostRequests
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text)
    }
}

impl std::error::Error for JournalError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
