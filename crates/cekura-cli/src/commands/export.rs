//! `cekura calls export`.

use std::time::SystemTime;

use cekura::Timestamp;
use cekura_campaign::plan::Window;

use super::list;
use crate::app::App;
use crate::campaign::{ProgressDisplay, several, whole_seconds};
use crate::cli::{CallExportArgs, LARGEST_PAGE};
use crate::export::{
    ExportSelection, Exporter, Output, OutputFile, Position, Rows, SavedExport, WrittenIds,
};
use crate::failure::Failure;
use crate::paid;
use crate::session::{Session, Tuning};

pub(super) async fn export(app: &mut App, args: &CallExportArgs) -> Result<(), Failure> {
    let window = args.window(whole_seconds(SystemTime::now()))?;
    let tuning = Tuning {
        rate: args.rate,
        ..Tuning::default()
    };
    let session = Session::open_with(app, tuning).await?;
    if let Some(sandbox) = &session.sandbox {
        paid::report_unknown_ids(app, sandbox, args.calls.agent().as_ref(), &[]);
    }
    let mut export = begin(app, args, &session, window)?;
    let ran = export.run(app).await;
    export.progress.finish();
    for mismatch in &export.mismatches {
        app.notes
            .warn(&format!("{mismatch}: the export may be incomplete"));
    }
    if export.deleted > 0 {
        let deleted = several(export.deleted, "call log");
        app.notes.warn(&format!(
            "not exported: {deleted} deleted after being listed"
        ));
    }
    let exported = several(export.position.call_logs, "call log");
    match (ran, export.output) {
        (Ok(()), Output::File(file)) => file.finish()?,
        (Ok(()), Output::Stdout) => {}
        (Err(failure), Output::Stdout) => return Err(failure),
        (Err(failure), Output::File(file)) => {
            let exported = several(file.saved().position.call_logs, "call log");
            return Err(failure.hint(format!(
                "{exported} exported so far; repeat the command with --resume to continue"
            )));
        }
    }
    app.notes.info(&format!("{exported} exported"));
    Ok(())
}

/// Opens the output, at its beginning or where it was interrupted.
fn begin(
    app: &App,
    args: &CallExportArgs,
    session: &Session,
    window: Window,
) -> Result<Exporter, Failure> {
    // An option of the program before the command counts as well.
    let format = app.global.format;
    let rows = Rows::new(format);
    let scope = list::scope(app, &args.calls, session)?;
    let request = list::selected(&args.calls, scope.clone(), session).page_size(LARGEST_PAGE);
    let selection = ExportSelection::new(args, format, session.client.base_url(), scope);
    let mut export = Exporter {
        client: session.client.clone(),
        list: request,
        window,
        rows,
        detail: args.detail,
        read_concurrency: args.read_concurrency,
        output: Output::Stdout,
        position: Position::default(),
        written: WrittenIds::default(),
        progress: ProgressDisplay::new(
            &app.terminal,
            app.notes,
            app.shows_progress() && (args.out.is_some() || !app.terminal.stdout),
        ),
        deleted: 0,
        mismatches: Vec::new(),
    };
    if let Some(path) = &args.out {
        let (from, to) = (Timestamp::from(window.from), Timestamp::from(window.to));
        let new = SavedExport::new(selection, from, to);
        let mut file = OutputFile::open(path, new, args.resume)?;
        export.written = file.written(rows)?;
        export.window = file.saved().window()?;
        export.position = file.saved().position.clone();
        export.output = Output::File(Box::new(file));
    }
    Ok(export)
}
