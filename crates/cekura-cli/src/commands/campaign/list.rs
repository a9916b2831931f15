//! `cekura campaign list`.

use std::fs;
use std::path::PathBuf;

use cekura_campaign::Journal;
use cekura_campaign::journal::Status;
use cekura_campaign::report::wording;
use serde_json::{Value, json};

use crate::app::App;
use crate::campaign::{folder, rest};
use crate::cli::Format;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Column, Table, Terminal, Tone, cell, plain, safe_line};

/// The narrowest terminal with room for when plans were made.
const WIDE: u16 = 100;

/// A journal, or why it is none.
struct JournalEntry {
    path: PathBuf,
    status: Result<Box<Status>, String>,
    /// What it has lost, in words.
    lost: Option<String>,
}

pub(super) fn list(app: &mut App) -> Result<(), Failure> {
    let mut found: Vec<JournalEntry> = journals()?.into_iter().map(read_entry).collect();
    let planned = |found: &JournalEntry| {
        found
            .status
            .as_ref()
            .ok()
            .map(|status| status.plan.created_at.clone())
    };
    found.sort_by(|one, other| {
        planned(other)
            .cmp(&planned(one))
            .then_with(|| one.path.cmp(&other.path))
    });
    match app.format() {
        Format::Table if found.is_empty() => app.notes.info(&format!(
            "there are no campaigns in {}; journals elsewhere are named by their file",
            folder().display()
        )),
        Format::Table => {
            app.data.text(&table(&found, &app.terminal))?;
            app.data.flush()?;
            for why in found
                .iter()
                .filter_map(|found| found.status.as_ref().err().or(found.lost.as_ref()))
            {
                app.notes.warn(&safe_line(why));
            }
        }
        Format::Json => {
            let all: Vec<Value> = found.iter().map(object).collect();
            app.data.json(&all)?;
        }
        Format::Jsonl => found
            .iter()
            .map(object)
            .try_for_each(|one| app.data.json_line(&one))?,
    }
    app.data.flush()
}

fn journals() -> Result<Vec<PathBuf>, Failure> {
    let folder = folder();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => {
            return Err(Failure::own(
                Exit::Other,
                format!("the folder {} cannot be read: {e}", folder.display()),
            ));
        }
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .collect())
}

fn read_entry(path: PathBuf) -> JournalEntry {
    let read = Journal::read(&path)
        .and_then(|journal| Ok((Box::new(journal.status()?), journal.lost_requests()?)));
    let (status, lost) = match read {
        Ok((status, lost)) => (Ok(status), lost),
        Err(e) => (Err(e.to_string()), None),
    };
    JournalEntry { path, status, lost }
}

fn table(all: &[JournalEntry], terminal: &Terminal) -> String {
    // A name has to stay whole to be typed; that the plan was made when its name says is worth less.
    let with_moment = terminal.width.is_none_or(|width| width >= WIDE);
    let mut columns = vec![Column::word("CAMPAIGN")];
    columns.extend(with_moment.then_some(Column::word("PLANNED")));
    columns.extend([
        Column::text("OF"),
        Column::number("CALL LOGS"),
        Column::number("EVALUATED"),
        Column::text("STATE"),
    ]);
    let mut table = Table::new(terminal, &columns);
    for found in all {
        match &found.status {
            Ok(status) => {
                let (state, tone) = state(status);
                let moment = status.plan.created_at.get(..16).unwrap_or_default();
                let mut cells = vec![plain(&status.id)];
                cells.extend(with_moment.then(|| plain(moment.replace('T', " "))));
                cells.extend([
                    plain(status.plan.scope.to_string()),
                    plain(wording::count(status.coverage.selected)),
                    plain(wording::count(status.coverage.evaluated())),
                    cell(state, tone),
                ]);
                table.row(cells);
            }
            // Why is said below: it would take the room of everything else.
            Err(_) => {
                let name = found.path.file_name().unwrap_or_default().to_string_lossy();
                let mut cells = vec![plain(name)];
                cells.extend((0..columns.len() - 2).map(|_| plain("")));
                cells.push(cell("cannot be read", Tone::Bad));
                table.row(cells);
            }
        }
    }
    table.into_text()
}

fn state(status: &Status) -> (String, Tone) {
    let coverage = &status.coverage;
    if status.stopped.is_some() {
        return ("stopped by its canary".to_owned(), Tone::Bad);
    }
    if coverage.is_complete() {
        return ("complete".to_owned(), Tone::Good);
    }
    (rest(coverage).join(", "), Tone::Doubtful)
}

fn object(found: &JournalEntry) -> Value {
    let journal = found.path.display().to_string();
    match &found.status {
        Ok(status) => json!({
            "id": status.id,
            "journal": journal,
            "created_at": status.plan.created_at,
            "scope": status.plan.scope.to_string(),
            "operation": status.plan.operation.name(),
            "shard": status.shard,
            "coverage": status.coverage,
            "complete": status.coverage.is_complete(),
            "stopped": status.stopped,
            "lost_requests": found.lost,
        }),
        Err(error) => json!({ "journal": journal, "error": error }),
    }
}
