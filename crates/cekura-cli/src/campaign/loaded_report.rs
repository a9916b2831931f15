//! Loads the report of a campaign, checks its gate and prints it.

use std::path::{Path, PathBuf};

use cekura_campaign::Journal;
use cekura_campaign::gate::Gate;
use cekura_campaign::journal::ReportOptions;
use cekura_campaign::report::{self, Published, Report};

use super::exit_status::RunEnd;
use super::tables;
use crate::app::App;
use crate::atomic::folder_of;
use crate::cli::{ContentArgs, Rendering};
use crate::failure::Failure;

/// The default number of changes in a table.
const IN_TABLE: u64 = 20;
/// The default number of changes in an HTML page.
const IN_PAGE: u64 = 2_000;

/// How many changes must be read for the requested formats.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ChangeLimit {
    most: u64,
}

impl ChangeLimit {
    pub(crate) fn and(self, rendering: Rendering) -> Self {
        let most = match rendering {
            Rendering::Table => IN_TABLE,
            Rendering::Html => IN_PAGE,
            _ => u64::MAX,
        };
        Self {
            most: self.most.max(most),
        }
    }
}

/// A report with the result of its gate, before redaction.
pub(crate) struct LoadedReport {
    pub(crate) report: Report,
    pub(crate) content: ContentArgs,
}

impl LoadedReport {
    /// Reads the report, checks the gate, and adds how the run ended and the command that continues it.
    pub(crate) fn read(
        journal: &Journal,
        gate: &Gate,
        content: &ContentArgs,
        wanted: ChangeLimit,
        end: &RunEnd,
        resume: Option<&str>,
    ) -> Result<Self, Failure> {
        let most = content.limit.unwrap_or(wanted.most);
        let options = ReportOptions {
            max_changes: (most < u64::MAX).then_some(most),
            explanations: content.explanations,
        };
        let mut report = journal.report(&options)?;
        journal.add_earlier_definitions(&mut report, &beside(journal.path()))?;
        // A shard may be empty; it has no gate.
        let is_empty_part = report.coverage.selected == 0 && report.campaign.shard.is_some();
        report.gate = (!is_empty_part).then(|| gate.check(&report));
        report.early_end = end.early();
        report.campaign.resume_command = resume.map(str::to_owned);
        if let Some(url) = &content.call_url {
            report.campaign.call_url = Some(url.clone());
        }
        Ok(Self {
            report,
            content: content.clone(),
        })
    }
}

/// Returns the other `.db` files in the folder of a journal.
fn beside(journal: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder_of(journal)) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .filter(|path| path.file_name() != journal.file_name())
        .collect();
    files.sort();
    files
}

/// Prepares the report for one format, which may list fewer changes than were read.
pub(crate) fn published(shown: &LoadedReport, rendering: Rendering) -> Published {
    let most = shown.content.limit.unwrap_or(match rendering {
        Rendering::Table => IN_TABLE,
        Rendering::Html => IN_PAGE,
        _ => u64::MAX,
    });
    let mut report = shown.report.clone();
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let left_out = report.changes.len().saturating_sub(most);
    report.changes.truncate(most);
    report.changes_left_out += left_out as u64;
    match shown.content.include_transcripts {
        true => report.publish_with_transcripts(),
        false => report.publish(),
    }
}

impl LoadedReport {
    /// Writes the report to standard output.
    pub(crate) fn print(&self, app: &mut App, rendering: Rendering) -> Result<(), Failure> {
        let ready = published(self, rendering);
        match rendering {
            Rendering::Table => app
                .data
                .text(&tables::tables(ready.report(), &app.terminal))?,
            Rendering::Jsonl => app.data.json_line(ready.report())?,
            Rendering::Html => app.data.write(|to| report::html(&ready, to))?,
            Rendering::Junit => app.data.write(|to| report::junit(&ready, to))?,
            Rendering::Github => app
                .data
                .write(|to| super::files::write_github(&ready, to))?,
            Rendering::Json | Rendering::Csv => app.data.write(|to| report::json(&ready, to))?,
        }
        app.data.flush()
    }
}
