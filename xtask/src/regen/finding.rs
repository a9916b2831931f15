//! A problem of a document: its place, its rule, and what to do.

use super::document::{Document, Pointer};

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The rule, in kebab-case.
    pub(crate) rule: &'static str,
    /// The line, counted from 1.
    pub(crate) line: usize,
    /// The JSON pointer.
    pub(crate) pointer: Pointer,
    /// What is wrong and what to do.
    pub(crate) message: String,
}

impl Finding {
    /// A finding whose line follows from its pointer; see [`Finding::located`].
    pub(crate) fn new(
        rule: &'static str,
        pointer: impl Into<Pointer>,
        message: impl Into<String>,
    ) -> Self {
        Self::on_line(rule, 1, pointer, message)
    }

    /// A finding in a text that cannot be read, so that it has no pointers yet.
    pub(crate) fn on_line(
        rule: &'static str,
        line: usize,
        pointer: impl Into<Pointer>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            line: line.max(1),
            pointer: pointer.into(),
            message: message.into(),
        }
    }

    /// Sets the line to that of the pointer in `document`.
    pub(crate) fn located(mut self, document: &Document) -> Self {
        self.line = document.line(&self.pointer);
        self
    }

    /// `openapi.yaml:12: rule: /pointer: message`, the form that editors can follow.
    pub(crate) fn render(&self, file: &str) -> String {
        format!(
            "{file}:{}: {}: {}: {}",
            self.line, self.rule, self.pointer, self.message
        )
    }
}
