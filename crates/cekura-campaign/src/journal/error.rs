//! Why a journal cannot be used.

use std::fmt;
use std::path::Path;

/// Why a journal could not be made, opened, read or written.
///
/// Its text names the file, what is wrong with it, and what to do.
#[derive(Debug)]
pub struct JournalError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: Kind,
    text: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What to do about a journal that is damaged.
pub(super) const NO_COPY: &str = "resuming an older copy as it is would pay twice for what was sent since; put the copy beside \
                                  its .sent file and resume it with --recover, or plan a new campaign over the call logs \
                                  that still lack a result";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The caller's mistake: a name, a file that is there already, journals that do not belong together.
    Usage,
    /// Another process has it.
    Locked,
    /// It is no journal, or not a whole one.
    Unusable,
    /// It has forgotten requests that may have been sent.
    LostRequests,
    /// It could not be read or written now.
    Failed,
}

impl JournalError {
    pub(super) fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            text: text.into(),
            source: None,
        }))
    }

    pub(super) fn usage(text: impl Into<String>) -> Self {
        Self::new(Kind::Usage, text)
    }

    pub(super) fn unusable(path: &Path, what: impl fmt::Display) -> Self {
        Self::new(Kind::Unusable, format!("{}: {what}", path.display()))
    }

    pub(super) fn taken_over(path: &Path) -> Self {
        Self::new(
            Kind::Locked,
            format!(
                "{}: another process has taken up the campaign since; nothing further is sent from here: let that one go on",
                path.display()
            ),
        )
    }

    pub(super) fn io(path: &Path, doing: &str, error: std::io::Error) -> Self {
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
                "the disk is full; nothing further is sent: make room, then resume".to_owned(),
            ),
            Some(Code::ReadOnly | Code::PermissionDenied) => (
                Kind::Failed,
                "it cannot be written; nothing further is sent: make the file and its folder writable, then resume"
                    .to_owned(),
            ),
            Some(Code::DatabaseCorrupt) => (
                Kind::Unusable,
                format!("it is damaged; nothing further is sent: {NO_COPY}"),
            ),
            Some(Code::NotADatabase) => (
                Kind::Unusable,
                "this is no journal of a campaign; nothing is sent: name the .db file of one".to_owned(),
            ),
            Some(Code::CannotOpen) => (
                Kind::Failed,
                "it cannot be opened: check that the folder exists and may be written".to_owned(),
            ),
            Some(Code::SystemIoFailure) => (
                Kind::Failed,
                "it cannot be read or written; nothing further is sent: check the disk and its free space, then resume"
                    .to_owned(),
            ),
            _ => (Kind::Failed, error.to_string()),
        };
        let mut made = Self::new(kind, format!("the journal {}: {what}", path.display()));
        made.0.source = Some(Box::new(error));
        made
    }

    /// Another process works on the journal.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.0.kind == Kind::Locked
    }

    /// The name, the file or the journals given cannot be right.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        matches!(
            self.0.kind,
            Kind::Usage | Kind::Unusable | Kind::LostRequests
        )
    }

    /// The journal has forgotten requests that may have been sent and paid, or cannot tell whether it has;
    /// [`OpenOptions::recover`](super::OpenOptions::recover) opens it all the same.
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
