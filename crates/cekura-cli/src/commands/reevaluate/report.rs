//! `cekura reevaluate report`.

use cekura_reevaluate::Journal;
use cekura_reevaluate::report::schema;

use super::merge::RESUME_SHARD;
use crate::app::App;
use crate::campaign::{
    End, Shown, Wanted, check_results, conclude, gate, handle, journal_of, published, summary,
    tables, write_file,
};
use crate::cli::{Rendering, ReportArgs};
use crate::exit::Exit;
use crate::failure::Failure;

pub(super) fn report(app: &mut App, args: &ReportArgs) -> Result<(), Failure> {
    let campaign = match &args.campaign {
        Some(campaign) if !args.schema => campaign,
        _ => {
            app.data.json(&schema())?;
            return app.data.flush();
        }
    };
    let gate = gate(app, &args.gate)?;
    let path = journal_of(campaign)?;
    let journal = Journal::read(&path)?;
    let rendering = app.global.format;
    let resume = match journal.is_merged()? {
        true => RESUME_SHARD.to_owned(),
        false => format!(
            "cekura reevaluate resume {}",
            handle(&journal.status()?.id, &path)
        ),
    };
    let shown = Shown::read(
        &journal,
        &gate,
        &args.content,
        Wanted::default().and(rendering),
        &End::Looked,
        &resume,
    )?;
    check_results(&gate, &shown.report)?;
    // Whatever becomes of the report on its way out, the verdict is how the command ends.
    let written = write(app, args, &shown, rendering);
    if matches!(rendering, Rendering::Table) {
        app.notes.info(&summary(&shown.report));
    }
    conclude(app, &shown.report, written)
}

fn write(
    app: &mut App,
    args: &ReportArgs,
    shown: &Shown,
    rendering: Rendering,
) -> Result<(), Failure> {
    let Some(out) = &args.out else {
        return shown.print(app, rendering);
    };
    let ready = published(shown, rendering);
    if rendering == Rendering::Table {
        // A file has no width to fit into and no colours.
        let text = tables(ready.report(), &app.terminal.as_file());
        std::fs::write(out, text + "\n").map_err(|e| {
            Failure::own(
                Exit::Other,
                format!("the report {} cannot be written: {e}", out.display()),
            )
        })?;
    } else {
        write_file(out, &ready, rendering)?;
    }
    app.notes
        .info(&format!("the report is in {}", out.display()));
    Ok(())
}
