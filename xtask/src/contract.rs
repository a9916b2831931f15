//! The contract as the tasks that only read it see it: the document and its text.

use std::{fs, ops::Range, path::Path};

use crate::regen::{
    document::{Document, Pointer},
    load,
};

/// The name of the contract's file.
pub(crate) const FILE: &str = "openapi.yaml";

/// The contract.
#[derive(Debug)]
pub(crate) struct Contract {
    pub(crate) document: Document,
    lines: Vec<String>,
}

impl Contract {
    /// Reads the contract of a workspace.
    ///
    /// # Errors
    /// A message for a file that cannot be read.
    pub(crate) fn read(workspace: &Path) -> Result<Self, String> {
        let bytes = fs::read(workspace.join(FILE))
            .map_err(|error| format!("{FILE}: {error}; restore the file"))?;
        let text = load::text(&bytes).map_err(|finding| finding.render(FILE))?;
        Self::parse(text)
    }

    /// Reads the text of a contract.
    ///
    /// # Errors
    /// A message for text that is not YAML.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        Ok(Self {
            document: load::load(text).map_err(|finding| finding.render(FILE))?,
            lines: text.lines().map(str::to_owned).collect(),
        })
    }

    /// Returns the lines of the text.
    pub(crate) fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Returns the index of the line that a key or list item is on.
    pub(crate) fn index(&self, pointer: &Pointer) -> usize {
        self.document.line(pointer) - 1
    }

    /// Returns the indices of the lines of a key or list item with all below it, without blank lines and comments at
    /// its end.
    pub(crate) fn block(&self, pointer: &Pointer) -> Range<usize> {
        let indent = |line: &str| line.len() - line.trim_start().len();
        let start = self.index(pointer);
        let own = self.lines.get(start).map_or(0, |line| indent(line));
        let mut end = start + 1;
        for (i, line) in self.lines.iter().enumerate().skip(start + 1) {
            if line.trim().is_empty() {
                continue;
            }
            if indent(line) <= own {
                break;
            }
            end = i + 1;
        }
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_ends_before_the_next_key_or_comment_beside_it() {
        let text = "a:\n  b:\n    c: >-\n      x\n\n      y\n\n  # about d\n  d: [1,\n    2]\ne:\n  - f: 1\n    g: 2\n  - h\n";
        let contract = Contract::parse(text).unwrap();
        for (pointer, block) in [
            ("/a/b", 1..6),
            ("/a/b/c", 2..6),
            ("/a", 0..10),
            ("/a/d", 8..10),
            ("/e/0", 11..13),
            ("/e/1", 13..14),
        ] {
            assert_eq!(contract.block(&pointer.into()), block, "{pointer}");
        }
    }
}
