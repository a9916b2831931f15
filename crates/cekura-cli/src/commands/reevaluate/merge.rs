//! `cekura reevaluate merge`.

use super::carry_on::{show, wanted};
use crate::app::App;
use crate::campaign::{self, End, Shown, gate, handle, journal_of, verdict};
use crate::cli::MergeArgs;
use crate::failure::Failure;

/// How to go on with a journal that was merged: not with itself.
pub(super) const RESUME_SHARD: &str =
    "resume the shard, then merge again:\n  cekura reevaluate resume SHARD";

pub(super) fn merge(app: &mut App, args: &MergeArgs) -> Result<(), Failure> {
    campaign::check_targets(&args.files)?;
    let gate = gate(app, &args.gate)?;
    let paths = args
        .campaigns
        .iter()
        .map(|campaign| journal_of(campaign))
        .collect::<Result<Vec<_>, _>>()?;
    let id = match &args.id {
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
    let merged = args.place.options().merge(&id, &args.out, &paths)?;
    app.notes.info(&format!(
        "{} joined into {}",
        crate::output::count(paths.len(), "journal"),
        args.out.display()
    ));
    let shown = Shown::read(&merged, &gate, args.content, wanted(app, &args.files))?;
    let printed = show(app, &shown, &args.files);
    app.notes.info(&format!(
        "to look again: cekura reevaluate report {}",
        handle(&id, &args.out)
    ));
    verdict(&shown.report, &End::Looked, RESUME_SHARD)?;
    printed
}
