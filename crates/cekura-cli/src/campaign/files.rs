//! Writes reports to files and to GitHub Actions.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write, stderr};
use std::path::Path;

use cekura_campaign::journal::identify;
use cekura_campaign::report::{self, Published};

use super::loaded_report::{LoadedReport, published};
use crate::app::variable;
use crate::atomic::folder_of;
use crate::cli::{FileArgs, Rendering};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::ForTerminal;

/// The variable with the path of the step summary of GitHub Actions.
const SUMMARY: &str = "GITHUB_STEP_SUMMARY";

impl FileArgs {
    fn files(&self) -> impl Iterator<Item = (Rendering, &Path)> {
        let named = [
            (Rendering::Html, &self.report_html),
            (Rendering::Json, &self.report_json),
            (Rendering::Junit, &self.report_junit),
        ];
        named
            .into_iter()
            .filter_map(|(rendering, path)| Some((rendering, path.as_deref()?)))
    }

    /// Returns the requested formats.
    pub(crate) fn renderings(&self) -> impl Iterator<Item = Rendering> {
        let github = self.report_github.then_some(Rendering::Github);
        self.files().map(|(rendering, _)| rendering).chain(github)
    }
}

/// Fails early if a report file could not be written at the end.
pub(crate) fn check_targets(files: &FileArgs) -> Result<(), Failure> {
    files
        .files()
        .try_for_each(|(_, path)| check_output(path, "report"))
        .map_err(|failure| failure.hint("nothing was sent"))
}

/// Fails if an output file cannot be written, or would replace a journal or a plan.
pub(crate) fn check_output(path: &Path, what: &str) -> Result<(), Failure> {
    let folder = folder_of(path);
    let reason = if path.is_dir() {
        "it is a folder".to_owned()
    } else if !folder.is_dir() {
        "there is no such folder".to_owned()
    } else {
        match identify(path) {
            Ok(None) => return Ok(()),
            Ok(Some(kind)) => format!("it is {kind}, which nothing can replace"),
            Err(e) => e.to_string(),
        }
    };
    Err(Failure::usage(format!(
        "the {what} {} cannot be written: {reason}",
        path.display()
    ))
    .hint("choose another name"))
}

/// Opens a file for output. Overwrites other files, but never a journal or a plan.
pub(crate) fn create_output(path: &Path, what: &str) -> Result<File, Failure> {
    check_output(path, what)?;
    File::create(path).map_err(|e| unwritable(path, what, &e))
}

/// Writes every requested report.
pub(crate) fn write_files(files: &FileArgs, shown: &LoadedReport) -> Result<(), Failure> {
    for (rendering, path) in files.files() {
        write_file(path, &published(shown, rendering), rendering)?;
    }
    if files.report_github {
        let ready = published(shown, Rendering::Github);
        if let Some(file) = variable(SUMMARY) {
            append_summary(Path::new(&file), &ready)?;
        }
        let mut safe = ForTerminal::new(stderr().lock());
        report::github_annotations(&ready, &mut safe)?;
        safe.finish()?;
    }
    Ok(())
}

/// Writes one report to one file.
pub(crate) fn write_file(
    path: &Path,
    ready: &Published,
    rendering: Rendering,
) -> Result<(), Failure> {
    let mut out = BufWriter::new(create_output(path, "report")?);
    let mut write = || -> io::Result<()> {
        match rendering {
            Rendering::Html => report::html(ready, &mut out)?,
            Rendering::Junit => report::junit(ready, &mut out)?,
            Rendering::Github => report::github_summary(ready, &mut out)?,
            Rendering::Jsonl => {
                serde_json::to_writer(&mut out, ready.report())?;
                out.write_all(b"\n")?;
            }
            Rendering::Json | Rendering::Table | Rendering::Csv => report::json(ready, &mut out)?,
        }
        out.flush()
    };
    write().map_err(|e| unwritable(path, "report", &e))
}

/// Writes the summary to the file of GitHub Actions, else to `out`, and the annotations to `out`.
pub(crate) fn write_github(ready: &Published, out: &mut dyn Write) -> Result<(), Failure> {
    match variable(SUMMARY) {
        Some(file) => append_summary(Path::new(&file), ready)?,
        None => report::github_summary(ready, out)?,
    }
    Ok(report::github_annotations(ready, out)?)
}

/// Appends to the summary file, which other steps write too.
fn append_summary(path: &Path, ready: &Published) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|e| unwritable(path, "summary", &e))?;
    }
    check_output(path, "summary")?;
    let append = || -> io::Result<()> {
        let mut text = Vec::new();
        report::github_summary(ready, &mut text)?;
        let mut file = OpenOptions::new().create(true).append(true).open(path)?;
        file.write_all(&text)
    };
    append().map_err(|e| unwritable(path, "summary", &e))
}

/// Returns the failure of writing a file.
pub(crate) fn unwritable(path: &Path, what: &str, error: &io::Error) -> Failure {
    Failure::own(
        Exit::Other,
        format!("the {what} {} cannot be written: {error}", path.display()),
    )
}
