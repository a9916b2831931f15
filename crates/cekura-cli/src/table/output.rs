//! The output of a row: one thing, or entries as they arrive.

use serde_json::Value;

use super::Row;
use super::entries::{cell, field, only};
use crate::app::App;
use crate::campaign::{broken, harmless};
use crate::cli::Rendering;
use crate::failure::Failure;
use crate::output::{Column, Table, plain, shortened};

/// The longest text in a cell of a table, in characters.
const LONGEST: usize = 80;

/// The column of entries without fields.
const VALUE: &str = "value";

/// The output of a list: a table once all entries have arrived, other formats as they arrive.
pub(super) struct Entries {
    columns: Vec<String>,
    /// Whether `--fields` chose them.
    is_chosen: bool,
    /// Those that no entry had so far.
    unseen: Vec<String>,
    table: Option<Table>,
    count: usize,
}

impl Entries {
    pub(super) fn new(row: &Row, fields: &[String]) -> Self {
        let is_chosen = !fields.is_empty();
        let usual = || row.columns.iter().map(|name| (*name).to_owned()).collect();
        Self {
            columns: if is_chosen { fields.to_vec() } else { usual() },
            is_chosen,
            unseen: fields.to_vec(),
            table: None,
            count: 0,
        }
    }

    /// Makes a column of each field that one of the entries has, unless the columns are known.
    pub(super) fn show_all_fields(&mut self, entries: &[Value]) {
        if !self.columns.is_empty() {
            return;
        }
        for name in entries.iter().flat_map(names) {
            if !self.columns.contains(&name) {
                self.columns.push(name);
            }
        }
        self.columns.sort_by_key(|name| is_later(name));
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Shows one entry.
    pub(super) fn add(&mut self, app: &mut App, entry: &Value) -> Result<(), Failure> {
        let is_first = self.count == 0;
        self.count += 1;
        self.unseen.retain(|name| field(entry, name).is_none());
        if is_first && self.columns.is_empty() {
            self.columns = names(entry);
        }
        let chosen = self.is_chosen.then(|| only(entry, &self.columns));
        let shown = chosen.as_ref().unwrap_or(entry);
        match app.global.format {
            Rendering::Json => app.data.json_entry(is_first, shown),
            Rendering::Jsonl => app.data.json_line(shown),
            Rendering::Csv => csv(app, is_first, &self.columns, entry),
            _ => {
                let table = self.table.get_or_insert_with(|| {
                    let columns: Vec<Column> =
                        self.columns.iter().map(|name| column(name)).collect();
                    Table::new(&app.terminal, &columns)
                });
                let values = self.columns.iter().map(|name| shown_in(entry, name));
                table.row(values.map(|text| plain(shortened(&text, LONGEST))));
                Ok(())
            }
        }
    }

    /// Ends the output.
    pub(super) fn end(self, app: &mut App) -> Result<(), Failure> {
        if self.count > 0 {
            warn_of(app, &self.unseen, "no entry has");
        }
        match (app.global.format, self.table) {
            (Rendering::Json, _) => app.data.json_end(self.count == 0),
            (_, Some(table)) => app.data.text(&table.into_text()),
            _ => Ok(()),
        }
    }
}

/// Shows one thing.
pub(super) fn object(app: &mut App, reply: &Value, fields: &[String]) -> Result<(), Failure> {
    let absent = fields.iter().filter(|name| field(reply, name).is_none());
    let absent: Vec<String> = absent.cloned().collect();
    warn_of(app, &absent, "the response does not have");
    let chosen = (!fields.is_empty()).then(|| only(reply, fields));
    let shown = chosen.as_ref().unwrap_or(reply);
    let columns = if fields.is_empty() {
        names(reply)
    } else {
        fields.to_vec()
    };
    match app.global.format {
        Rendering::Json => app.data.json(shown),
        Rendering::Jsonl => app.data.json_line(shown),
        Rendering::Csv => csv(app, true, &columns, reply),
        _ if !reply.is_object() => app.data.bytes(cell(Some(reply)).as_bytes()),
        _ => {
            let headings = [Column::word("FIELD"), Column::text("VALUE")];
            let mut table = Table::new(&app.terminal, &headings);
            let cells = columns.iter().map(|name| (name, cell(field(reply, name))));
            for (name, text) in cells.filter(|(_, text)| !text.is_empty()) {
                table.row([plain(name), plain(text)]);
            }
            app.data.text(&table.into_text())
        }
    }
}

/// Warns of chosen fields that are not there.
fn warn_of(app: &App, names: &[String], what: &str) {
    if !names.is_empty() {
        let names = names.join(", ");
        app.notes.warn(&format!(
            "{what} the field {names}; --format json shows all fields"
        ));
    }
}

/// The names of the fields; those that people look for first are first.
fn names(entry: &Value) -> Vec<String> {
    let Some(object) = entry.as_object() else {
        return vec![VALUE.to_owned()];
    };
    let mut all: Vec<String> = object.keys().cloned().collect();
    all.sort_by_key(|name| is_later(name));
    all
}

/// Whether a column is after those that people look for first.
fn is_later(name: &str) -> bool {
    !matches!(name, "id" | "name")
}

/// The cell of an entry; all of an entry without fields.
fn shown_in(entry: &Value, name: &str) -> String {
    match entry {
        Value::Object(_) => cell(field(entry, name)),
        _ if name == VALUE => cell(Some(entry)),
        _ => String::new(),
    }
}

fn column(name: &str) -> Column {
    let heading = name.replace(['_', '.'], " ").to_uppercase();
    match name == "id" || name.ends_with("_id") || name.ends_with("_at") || name == "status" {
        true => Column::word(heading),
        false => Column::text(heading),
    }
}

/// Writes one line of CSV, after the headings if it is the first.
fn csv(app: &mut App, is_first: bool, columns: &[String], entry: &Value) -> Result<(), Failure> {
    app.data.write(|to| {
        let mut table = csv::Writer::from_writer(to);
        if is_first {
            table.write_record(columns).map_err(broken)?;
        }
        let cells = columns.iter().map(|name| harmless(&shown_in(entry, name)));
        table.write_record(cells).map_err(broken)?;
        Ok::<_, Failure>(table.flush()?)
    })
}
