//! A paid command that waits: a campaign with its own journal, which can be resumed.

use cekura::CallLogId;
use cekura_campaign::Plan;
use cekura_campaign::journal::ReportOptions;

use super::ending::{Cause, ending};
use super::result::CallLogResult;
use super::table::table;
use super::work::{Logs, PaidWork};
use crate::app::App;
use crate::campaign::{
    self, JournalPath, StartOptions, TemporaryFolder, default_name, default_settings, summary,
};
use crate::cli::{PaidArgs, Rendering};
use crate::failure::Failure;
use crate::output::safe_line;
use crate::session::Session;
use crate::stop::StopSignal;

/// Evaluates, waits for the results, and shows what changed.
pub(crate) async fn wait(
    app: &mut App,
    session: &Session,
    work: &PaidWork,
    args: &PaidArgs,
) -> Result<(), Failure> {
    let mut settings = default_settings(session);
    args.campaign.wait.override_settings(&mut settings);
    if let Some(window) = args.unknown.settle_window {
        settings.settle_window = window;
    }
    let plan = work.plan(app, session).await?;
    campaign::warn_incomplete_list(app, &plan);
    check_unknown(session, &plan).await?;
    let forecast = work
        .confirm_plan(app, session, args.confirm.yes, &plan, &settings, false)
        .await?;
    let ids: Vec<CallLogId> = match &work.logs {
        Logs::Named(ids) => ids.clone(),
        Logs::All { .. } => plan.logs.iter().map(|log| log.id).collect(),
    };
    let journal = args.campaign.journal.as_deref();
    let mut journal_path =
        JournalPath::new(default_name(&plan, None), journal, app.global.sandbox)?;
    if journal.is_none() {
        journal_path = journal_path.with_free_name();
    }
    let is_trial = app.global.sandbox && journal.is_none();
    let _trial = is_trial.then(|| TemporaryFolder::of(&journal_path.journal));
    // From here on Ctrl-C waits for requests in flight.
    let mut signals = StopSignal::listen();
    let beginning = StartOptions {
        plan: &plan,
        shard: None,
        settings: &settings,
        journal_path: &journal_path,
        options: args.campaign.journal_options.options(),
        forecast: &forecast,
        is_trial,
        is_just_made: true,
        run_again: args.campaign.run_again,
    };
    let campaign = campaign::begin(app, session, &beginning)?;
    let campaign = campaign::for_this_run(campaign, &args.unknown, &args.campaign.wait);
    let (campaign, worked) = campaign::work(app, session, campaign, &mut signals).await;

    let journal = campaign.journal();
    let results = CallLogResult::all(journal, &ids)?;
    // An unknown outcome is part of the failure below.
    if results.iter().all(|result| result.state != "unknown") {
        for answer in journal.lost_responses()? {
            app.notes.warn(&format!(
                "a request got no usable response ({}); its call logs were checked instead",
                safe_line(&answer)
            ));
        }
    }
    let options = ReportOptions {
        max_changes: Some(0),
        explanations: false,
    };
    let report = journal.report(&options)?;
    let printed = match app.global.format {
        Rendering::Csv => app
            .data
            .write(|to| campaign::write_csv(journal, to))
            .and_then(|()| app.data.flush()),
        _ => print(app, &results),
    };
    app.notes.info(&summary(&report));
    let handle = journal_path.handle();
    let resume = (!is_trial).then(|| format!("cekura campaign resume {handle}"));
    // Missing results matter more than output that could not be written.
    ending(&results, Cause::from(worked), resume.as_deref())?;
    if !is_trial {
        app.notes
            .info(&format!("report: cekura campaign report {handle}"));
    }
    printed
}

/// Reads the call logs that the list does not show. Fails before anything is paid if one does not exist.
async fn check_unknown(session: &Session, plan: &Plan) -> Result<(), Failure> {
    let unknown = plan.logs.iter().filter(|log| log.metrics.is_none());
    let unknown: Vec<CallLogId> = unknown.map(|log| log.id).collect();
    let mut reads = session.client.call_logs().get_many(unknown);
    while let Some((id, read)) = reads.next().await {
        read.map_err(|e| {
            Failure::from(e)
                .about(format!("call log {id}"))
                .hint("nothing was evaluated")
        })?;
    }
    Ok(())
}

/// Prints the results in the requested format.
pub(super) fn print(app: &mut App, results: &[CallLogResult]) -> Result<(), Failure> {
    match app.global.format {
        Rendering::Json => app.data.json(&results)?,
        Rendering::Jsonl => results
            .iter()
            .try_for_each(|result| app.data.json_line(result))?,
        Rendering::Csv => app.data.write(|to| {
            writeln!(to, "call_log,state")?;
            results
                .iter()
                .try_for_each(|result| writeln!(to, "{},{}", result.id, result.state))
        })?,
        _ => app.data.text(&table(results, &app.terminal))?,
    }
    app.data.flush()
}
