//! `cekura reevaluate report`.

use std::io::Write as _;

use cekura_reevaluate::Journal;
use cekura_reevaluate::report::schema;

use super::merge::RESUME_SHARD;
use crate::app::App;
use crate::campaign::{
    End, Shown, Wanted, check_output, create_output, gate, handle, journal_of, published, summary,
    tables, unwritable, verdict, write_file,
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
    if let Some(lost) = journal.lost_requests()? {
        app.notes.warn(&lost);
    }
    let rendering = app.global.format;
    let shown = Shown::read(
        &journal,
        &gate,
        args.content,
        Wanted::default().and(rendering),
    )?;
    match &args.out {
        None => shown.print(app, rendering)?,
        Some(out) => {
            let ready = published(&shown, rendering);
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
        }
    }
    if matches!(rendering, Rendering::Table) {
        app.notes.info(&summary(&shown.report));
    }
    let resume = match journal.is_merged()? {
        true => RESUME_SHARD.to_owned(),
        false => format!(
            "cekura reevaluate resume {}",
            handle(&shown.report.campaign.id, &path)
        ),
    };
    verdict(&shown.report, &End::Looked, &resume)
}
