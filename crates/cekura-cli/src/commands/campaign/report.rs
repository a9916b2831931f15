//! `cekura campaign report`.

use std::io::Write as _;

use cekura_campaign::Journal;
use cekura_campaign::report::schema;

use super::merge::RESUME_SHARD;
use crate::app::App;
use crate::campaign::{
    ChangeLimit, LoadedReport, RunEnd, check_output, check_results, conclude, create_output, gate,
    handle, journal_of, published, summary, tables, unwritable, warn_lost_requests, write_file,
};
use crate::cli::{Rendering, ReportArgs};
use crate::failure::Failure;

pub(super) fn report(app: &mut App, args: &ReportArgs) -> Result<(), Failure> {
    let campaign = match &args.campaign {
        Some(campaign) if !args.schema => campaign,
        _ => {
            app.data.json(&schema())?;
            return app.data.flush();
        }
    };
    if let Some(out) = &args.out {
        check_output(out, "report")?;
    }
    let gate = gate(app, &args.gate)?;
    let path = journal_of(campaign)?;
    let journal = Journal::read(&path)?;
    warn_lost_requests(app, &journal)?;
    let rendering = app.global.format;
    let resume = match journal.is_merged()? {
        true => RESUME_SHARD.to_owned(),
        false => format!(
            "cekura campaign resume {}",
            handle(&journal.status()?.id, &path)
        ),
    };
    let shown = LoadedReport::read(
        &journal,
        &gate,
        &args.content,
        ChangeLimit::default().and(rendering),
        &RunEnd::NotRun,
        Some(&resume),
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
    shown: &LoadedReport,
    rendering: Rendering,
) -> Result<(), Failure> {
    let Some(out) = &args.out else {
        return shown.print(app, rendering);
    };
    let ready = published(shown, rendering);
    if rendering == Rendering::Table {
        // A file has no width to fit into and no colours.
        let text = tables(ready.report(), &app.terminal.as_file());
        let mut file = create_output(out, "report")?;
        writeln!(file, "{text}").map_err(|e| unwritable(out, "report", &e))?;
    } else {
        write_file(out, &ready, rendering)?;
    }
    app.notes
        .info(&format!("the report is in {}", out.display()));
    Ok(())
}
