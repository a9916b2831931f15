//! A list on standard output.

use comfy_table::Cell;
use serde::Serialize;

use super::{Column, Table, harmless, record};
use crate::app::App;
use crate::cli::Format;
use crate::failure::Failure;

/// How a list ended: the option that shows the entries that are left out, if there are any.
pub(crate) type Ended = Result<Option<&'static str>, Failure>;

/// The output of a list: a table once all entries have arrived, other formats as they arrive.
#[derive(Default)]
pub(crate) struct Listing {
    table: Option<Table>,
    count: usize,
}

impl Listing {
    /// Returns the number of entries so far.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Shows one entry: as JSON, or its cells in the columns of the table.
    pub(crate) fn add(
        &mut self,
        app: &mut App,
        entry: &impl Serialize,
        columns: impl FnOnce() -> Vec<Column>,
        cells: impl FnOnce() -> Vec<Cell>,
    ) -> Result<(), Failure> {
        let is_first = self.add_one();
        match app.format() {
            Format::Json => return app.data.json_entry(is_first, entry),
            Format::Jsonl => return app.data.json_line(entry),
            Format::Table => {}
        }
        let new = || Table::new(&app.terminal, &columns());
        self.table.get_or_insert_with(new).row(cells());
        Ok(())
    }

    /// Writes the cells of one entry as CSV, after the headings if it is the first.
    pub(crate) fn add_csv(
        &mut self,
        app: &mut App,
        headings: &[String],
        cells: impl Iterator<Item = String>,
    ) -> Result<(), Failure> {
        let is_first = self.add_one();
        app.data.write(|to| {
            if is_first {
                record(&mut *to, headings.iter().map(|name| harmless(name)))?;
            }
            record(to, cells.map(|text| harmless(&text)))
        })
    }

    /// Counts an entry, and returns whether it is the first.
    fn add_one(&mut self) -> bool {
        self.count += 1;
        self.count == 1
    }

    /// Ends the output; notes if there is more than is shown, and `nothing` if that is nothing.
    ///
    /// # Errors
    /// The error that ended the list. What arrived before it is shown, and its JSON is complete.
    pub(crate) fn end(self, app: &mut App, ended: Ended, nothing: &str) -> Result<(), Failure> {
        if ended.is_ok() || self.count > 0 {
            match (app.format(), self.table) {
                (Format::Json, _) => app.data.json_end(self.count == 0)?,
                (_, Some(table)) => app.data.text(&table.into_text())?,
                _ => {}
            }
        }
        app.data.flush()?;
        let shown = match self.count {
            1 => "1 is shown".to_owned(),
            count => format!("{count} are shown"),
        };
        match ended {
            Ok(Some(option)) => {
                let note = format!("{shown} and there are more: {option} shows all");
                app.notes.info(&note);
            }
            Ok(None) if self.count == 0 => app.notes.info(nothing),
            Ok(None) => {}
            Err(failure) if self.count == 0 => return Err(failure),
            Err(failure) => return Err(failure.hint(format!("the list is incomplete: {shown}"))),
        }
        Ok(())
    }
}
