//! `cekura calls import`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cekura_campaign::engine::{Observer, StopHandle};
use cekura_campaign::import::{Import, ImportFile, ImportJournal};

use crate::app::App;
use crate::campaign::{ProgressDisplay, prices, several, until_stopped};
use crate::cli::CallImportArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::import::{conclude, cost_of, failed, shortage_of, show_forecast, show_summary};
use crate::paid::confirm_cost;
use crate::session::{Session, Tuning};
use crate::stop::StopSignal;

pub(super) async fn import(app: &mut App, args: &CallImportArgs) -> Result<(), Failure> {
    if args.concurrency == Some(0) {
        return Err(Failure::usage(
            "--concurrency must be at least 1: nothing could be sent",
        ));
    }
    if args.file == Path::new("-") {
        return Err(Failure::usage(
            "an import cannot be of standard input, which cannot be read again to continue",
        )
        .hint("write the calls to a file"));
    }
    let prices = prices(&args.prices)?;
    let file = ImportFile::open(&args.file).map_err(failed)?;
    let calls = file.calls();
    if file.without_timestamp() > 0 {
        let some = several(file.without_timestamp(), "call");
        app.notes.warn(&format!(
            "{some} without a timestamp: each counts as made when it arrives, and is found at Cekura for 29 days"
        ));
    }
    let tuning = Tuning {
        rate: args.rate,
        shared_cooldown: true,
    };
    let session = Session::open_with(app, tuning).await?;
    let (journal, _trial) = journal(app, args, &session)?;
    let mut import = Import::new(session.client.clone(), file, journal)
        .with_resends(args.resends())
        .with_settle_window(args.settle_window.unwrap_or(session.pace.look_back));
    if let Some(concurrency) = args.concurrency {
        import = import.with_concurrency(concurrency);
    }
    if args.dry_run {
        let forecast = import.forecast().await.map_err(failed)?;
        let cost = cost_of(&session, &forecast, &prices).await;
        return show_forecast(app, calls, &forecast, &cost);
    }
    let pending = import.pending().await.map_err(failed)?;
    if pending.to_send > 0 {
        let cost = cost_of(&session, &pending, &prices).await;
        let shortage = shortage_of(&session, &cost).await;
        let doubts: Vec<String> = shortage.into_iter().collect();
        let what = format!("sending up to {}", several(pending.to_send, "call"));
        confirm_cost(app, &session, args.confirm.yes, &what, &cost, &doubts)?;
        app.notes.info(&format!("{what}: {}", cost.words()));
    }
    run(app, &session, import).await
}

/// Runs an import with progress and Ctrl-C, and shows what became of the calls.
async fn run(app: &mut App, session: &Session, import: Import) -> Result<(), Failure> {
    let display = Arc::new(ProgressDisplay::new(
        &app.terminal,
        app.notes,
        app.shows_progress(),
    ));
    let stop = StopHandle::default();
    let mut import = import
        .with_stop(stop.clone())
        .with_observer(Arc::clone(&display) as Arc<dyn Observer>);
    let mut signals = StopSignal::listen();
    let ended = until_stopped(session, &display, &stop, &mut signals, import.run()).await;
    let summary = import.summary();
    let shown = show_summary(app, &summary);
    conclude(ended, &summary).and(shown)
}

/// Opens the journal. That of a sandbox, which ends with the command, is in a folder that does as well.
fn journal(
    app: &App,
    args: &CallImportArgs,
    session: &Session,
) -> Result<(ImportJournal, Option<tempfile::TempDir>), Failure> {
    let mut trial = None;
    let path = match &args.journal {
        Some(path) => path.clone(),
        None if app.global.sandbox => {
            let folder = tempfile::tempdir().map_err(|e| {
                let message = format!("a temporary folder cannot be made: {e}");
                Failure::own(Exit::Other, message)
            })?;
            let path = folder.path().join("calls.import");
            trial = Some(folder);
            path
        }
        None => beside(&args.file),
    };
    let options = args.journal_options.options();
    let journal = ImportJournal::open(&path, session.client.base_url(), options)?;
    Ok((journal, trial))
}

/// Returns the path of the journal of a file: `FILE.import`.
fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(".import");
    name.into()
}
