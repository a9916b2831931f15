//! What is wrong in a document: where, by which rule, and what to do.

use super::document::{Node, Pointer};

/// One thing that is wrong.
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
    pub(crate) fn new(
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

    /// A finding about `node`.
    pub(crate) fn at(
        rule: &'static str,
        node: &Node,
        pointer: &Pointer,
        message: impl Into<String>,
    ) -> Self {
        Self::new(rule, node.line, pointer.clone(), message)
    }

    /// `openapi.yaml:12: rule: /pointer: message`, the form that editors can follow.
    pub(crate) fn render(&self, file: &str) -> String {
        format!(
            "{file}:{}: {}: {}: {}",
            self.line, self.rule, self.pointer, self.message
        )
    }
}
