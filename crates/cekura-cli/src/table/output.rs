//! The output of a row: one thing, or entries as they arrive.

use std::borrow::Cow;

use serde_json::Value;

use super::Row;
use super::entries::{field, names, only};
use crate::app::App;
use crate::cli::Rendering;
use crate::failure::Failure;
use crate::output::{Column, Ended, Listing, plain, shortened, value_table, value_text};

/// The longest text in a cell or heading of a list, in characters.
const LONGEST: usize = 80;

/// The output of a row.
pub(super) struct Output {
    /// Those of `--fields` or the table; else all fields of what comes first.
    columns: Vec<String>,
    /// Whether `--fields` chose them.
    is_chosen: bool,
    /// Those of `--fields` that nothing had so far.
    unseen: Vec<String>,
    /// What is noted if there are no entries.
    nothing: &'static str,
    listing: Listing,
}

impl Output {
    pub(super) fn new(row: &Row, fields: Vec<String>) -> Self {
        let is_chosen = !fields.is_empty();
        let usual = || row.columns.iter().map(|name| (*name).to_owned()).collect();
        Self {
            columns: if is_chosen { fields.clone() } else { usual() },
            is_chosen,
            unseen: fields,
            nothing: match row.is_list {
                true => "nothing matches",
                false => "the response is an empty list",
            },
            listing: Listing::default(),
        }
    }

    /// Shows one thing.
    pub(super) fn object(mut self, app: &mut App, reply: &Value) -> Result<(), Failure> {
        self.note_fields(std::slice::from_ref(reply));
        self.warn(app);
        let cells = self.columns.iter().map(|name| text(reply, name));
        if app.global.format == Rendering::Csv {
            return self.listing.add_csv(app, &self.columns, cells);
        }
        app.show(&self.chosen(reply), |terminal| {
            let cells = cells.map(|text| Some(text).filter(|text| !text.is_empty()));
            value_table(terminal, "FIELD", self.columns.iter().zip(cells))
        })
    }

    /// Shows entries as long as there are fewer than `limit`; returns whether there were more.
    pub(super) fn entries(
        &mut self,
        app: &mut App,
        entries: &[Value],
        limit: usize,
    ) -> Result<bool, Failure> {
        let shown = &entries[..entries.len().min(limit - self.listing.count())];
        self.note_fields(shown);
        for entry in shown {
            let names = || self.columns.iter();
            let cells = names().map(|name| text(entry, name));
            match app.global.format {
                Rendering::Csv => self.listing.add_csv(app, &self.columns, cells),
                _ => self.listing.add(
                    app,
                    &self.chosen(entry),
                    || names().map(|name| column(name)).collect(),
                    || cells.map(|text| plain(shortened(&text, LONGEST))).collect(),
                ),
            }?;
        }
        Ok(shown.len() < entries.len())
    }

    /// Ends the output of entries.
    pub(super) fn end(self, app: &mut App, ended: Ended) -> Result<(), Failure> {
        if self.listing.count() > 0 {
            self.warn(app);
        }
        self.listing.end(app, ended, self.nothing)
    }

    /// Takes the columns of the first entries unless they are known, and strikes off chosen fields that are there.
    fn note_fields(&mut self, entries: &[Value]) {
        if self.columns.is_empty() {
            self.columns = names(entries);
        }
        let has = |name: &str| entries.iter().any(|entry| field(entry, name).is_some());
        self.unseen.retain(|name| !has(name));
    }

    /// Warns of chosen fields that are not there.
    fn warn(&self, app: &App) {
        if !self.unseen.is_empty() {
            let names = self.unseen.join(", ");
            app.notes.warn(&format!(
                "the response does not have the field {names}; --format json shows all fields"
            ));
        }
    }

    /// Returns the fields of `--fields`, or the whole entry.
    fn chosen<'a>(&self, entry: &'a Value) -> Cow<'a, Value> {
        match self.is_chosen {
            true => Cow::Owned(only(entry, &self.columns)),
            false => Cow::Borrowed(entry),
        }
    }
}

fn text(entry: &Value, name: &str) -> String {
    value_text(field(entry, name), ", ")
}

fn column(name: &str) -> Column {
    let heading = shortened(&name.replace(['_', '.'], " ").to_uppercase(), LONGEST);
    match name == "id" || name.ends_with("_id") || name.ends_with("_at") || name == "status" {
        true => Column::word(heading),
        false => Column::text(heading),
    }
}
