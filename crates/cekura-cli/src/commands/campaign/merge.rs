//! `cekura campaign merge`.

use cekura_campaign::Journal;

use super::continue_campaign::{show, wanted};
use crate::app::App;
use crate::campaign::{
    self, LoadedReport, RunEnd, conclude, gate, handle, journal_of, warn_lost_requests,
};
use crate::cli::MergeArgs;
use crate::failure::Failure;

/// How to go on with a journal that was merged: not with itself.
pub(super) const RESUME_SHARD: &str =
    "resume the shard, then merge again:\n  cekura campaign resume SHARD";

pub(super) fn merge(app: &mut App, args: &MergeArgs) -> Result<(), Failure> {
    campaign::check_targets(&args.files)?;
    if let Some(id) = &args.name {
        campaign::check_name(id)?;
    }
    let gate = gate(app, &args.gate)?;
    let paths = args
        .campaigns
        .iter()
        .map(|campaign| journal_of(campaign))
        .collect::<Result<Vec<_>, _>>()?;
    let id = match &args.name {
        Some(id) => id.clone(),
        None => args
            .out
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default(),
    };
    if args.out.exists() {
        return Err(Failure::usage(format!(
            "{} exists already, and merging makes a new journal: remove it, or choose another name",
            args.out.display()
        )));
    }
    for path in &paths {
        warn_lost_requests(app, &Journal::read(path)?)?;
    }
    let merged = args
        .journal_options
        .options()
        .merge(&id, &args.out, &paths)?;
    app.notes.info(&format!(
        "{} joined into {}",
        crate::output::count(paths.len(), "journal"),
        args.out.display()
    ));
    let shown = LoadedReport::read(
        &merged,
        &gate,
        &args.content,
        wanted(app, &args.files),
        &RunEnd::NotRun,
        Some(RESUME_SHARD),
    )?;
    let printed = show(app, &shown, &args.files);
    app.notes.info(&format!(
        "report: cekura campaign report {}",
        handle(&id, &args.out)
    ));
    conclude(app, &shown.report, printed)
}
