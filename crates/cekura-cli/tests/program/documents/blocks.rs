//! The documents, and the fenced blocks in them.

use std::fs;
use std::path::{Path, PathBuf};

/// A fenced block.
#[derive(Debug)]
pub(super) struct Block {
    /// Below the workspace.
    pub(super) document: String,
    /// Of the fence that opens it, counted from 1.
    pub(super) line: usize,
    /// What is written behind the fence.
    pub(super) language: String,
    pub(super) text: String,
}

impl Block {
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.document, self.line)
    }

    pub(super) fn first_line(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }
}

pub(super) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every document of the workspace, with its text.
pub(super) fn documents() -> Vec<(String, String)> {
    let root = workspace();
    let mut folders = vec![String::new(), "docs/".to_owned(), "docs/adr/".to_owned()];
    for entry in fs::read_dir(root.join("crates")).unwrap() {
        let name = entry.unwrap().file_name();
        folders.push(format!("crates/{}/", name.to_str().unwrap()));
    }
    let mut all = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(root.join(&folder)).unwrap() {
            let name = entry.unwrap().file_name();
            let path = format!("{folder}{}", name.to_str().unwrap());
            if path.ends_with(".md") {
                let text = fs::read_to_string(root.join(&path)).unwrap();
                all.push((path, text));
            }
        }
    }
    all.sort();
    all
}

/// The blocks of a document, and the rest of it, in which blocks are empty lines.
pub(super) fn split(document: &str, text: &str) -> (Vec<Block>, String) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut prose = String::new();
    let mut open = false;
    for (i, line) in text.lines().enumerate() {
        let fence = line.trim_start().strip_prefix("```");
        match (open, fence) {
            (false, None) => prose.push_str(line),
            (false, Some(language)) => blocks.push(Block {
                document: document.to_owned(),
                line: i + 1,
                language: language.to_owned(),
                text: String::new(),
            }),
            (true, None) => {
                let block = blocks.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            (true, Some(_)) => {}
        }
        open ^= fence.is_some();
        prose.push('\n');
    }
    assert!(!open, "{document}: the last block has no end");
    (blocks, prose)
}

/// Every block of every document.
pub(super) fn all() -> Vec<Block> {
    documents()
        .iter()
        .flat_map(|(document, text)| split(document, text).0)
        .collect()
}
