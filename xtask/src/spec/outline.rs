//! The operations by tag, and how many lines of YAML each takes.

use std::collections::{BTreeMap, BTreeSet};

use super::reach::{parts, reached};
use crate::{
    contract::Contract,
    regen::{
        document::{Json, Pointer},
        spec::operations,
    },
};

/// What an operation takes.
pub(super) struct Row {
    tag: String,
    method: String,
    path: String,
    id: String,
    effect: String,
    /// The lines of the operation and of the components that it alone refers to.
    pub(super) lines: usize,
}

/// The contract by operations. Each of its lines is counted once.
pub(super) struct Outline {
    /// By tag, in the document's order.
    pub(super) rows: Vec<Row>,
    /// The lines of the components that several operations of one tag share.
    pub(super) of_tag: BTreeMap<String, usize>,
    /// The lines of the components that several tags share.
    pub(super) of_several: usize,
    /// The other lines: the document's head, comments, keys.
    pub(super) frame: usize,
}

impl Outline {
    pub(super) fn of(contract: &Contract) -> Self {
        let root = &contract.document.root;
        let count = |place: &Pointer| contract.block(place).len();
        let mut all = operations(root);
        let tags: Vec<&str> = root
            .items_of("tags")
            .iter()
            .filter_map(|tag| tag.text_of("name"))
            .collect();
        all.sort_by_key(|operation| {
            let tag = operation.tag();
            (
                tags.iter()
                    .position(|known| *known == tag)
                    .unwrap_or(tags.len()),
                tag,
            )
        });
        let mut users: BTreeMap<Pointer, Vec<usize>> = BTreeMap::new();
        for (i, operation) in all.iter().enumerate() {
            for component in reached(root, &parts(root, operation)) {
                users.entry(component).or_default().push(i);
            }
        }
        let mut rows: Vec<Row> = all
            .iter()
            .map(|operation| Row {
                tag: operation.tag().to_owned(),
                method: operation.method.to_uppercase(),
                path: operation.path.to_owned(),
                id: operation.id().to_owned(),
                effect: operation
                    .node
                    .text_of("x-cekura-effect")
                    .unwrap_or("-")
                    .to_owned(),
                lines: count(&operation.pointer),
            })
            .collect();
        let mut outline = Self {
            of_tag: BTreeMap::new(),
            of_several: 0,
            frame: 0,
            rows: Vec::new(),
        };
        for (component, users) in &users {
            let tags: BTreeSet<&str> = users.iter().map(|i| rows[*i].tag.as_str()).collect();
            match (users.as_slice(), tags.len()) {
                ([only], _) => rows[*only].lines += count(component),
                (_, 1) => {
                    *outline
                        .of_tag
                        .entry(rows[users[0]].tag.clone())
                        .or_default() += count(component)
                }
                _ => outline.of_several += count(component),
            }
        }
        let counted: usize = rows.iter().map(|row| row.lines).sum();
        let shared: usize = outline.of_tag.values().sum();
        outline.frame = contract
            .lines()
            .len()
            .saturating_sub(counted + shared + outline.of_several);
        outline.rows = rows;
        outline
    }

    fn render(&self) -> String {
        let width =
            |of: fn(&Row) -> &String| self.rows.iter().map(|row| of(row).len()).max().unwrap_or(0);
        let (method, path, id) = (
            width(|row| &row.method),
            width(|row| &row.path),
            width(|row| &row.id),
        );
        let line =
            |what: &str, lines: usize| format!("{what:<0$}  {lines:>6}\n", method + path + id + 16);
        let mut text = String::new();
        for rows in self.rows.chunk_by(|a, b| a.tag == b.tag) {
            let tag = &rows[0].tag;
            let shared = self.of_tag.get(tag).copied().unwrap_or(0);
            let lines: usize = rows.iter().map(|row| row.lines).sum();
            text += &line(&format!("{tag}: {}", counted(rows.len())), lines + shared);
            for row in rows {
                let what = format!(
                    "  {:<method$}  {:<path$}  {:<id$}  {}",
                    row.method, row.path, row.id, row.effect
                );
                text += &line(&what, row.lines);
            }
            if shared > 0 {
                text += &line(&format!("  shared by operations of {tag}"), shared);
            }
        }
        let lines: usize = self.rows.iter().map(|row| row.lines).sum();
        let shared = self.of_tag.values().sum::<usize>() + self.of_several;
        text += &line("shared by several tags", self.of_several);
        text += &line("other lines: head, tags, security, comments", self.frame);
        text += &line(
            &format!("all: {}", counted(self.rows.len())),
            lines + shared + self.frame,
        );
        if let Some(average) = (lines + shared).checked_div(self.rows.len()) {
            text += &line("lines for each operation, with its schemas", average);
        }
        text
    }
}

/// Lists the operations with their lines, and the totals.
pub(super) fn outline(contract: &Contract) -> String {
    Outline::of(contract).render()
}

fn counted(operations: usize) -> String {
    match operations {
        1 => "1 operation".to_owned(),
        n => format!("{n} operations"),
    }
}
