//! What `run` and `resume` share: the work, the report, the end.

use cekura_campaign::gate::Gate;
use cekura_campaign::{Campaign, CampaignError};

use crate::app::App;
use crate::campaign::{
    self, ChangeLimit, JournalPath, LoadedReport, RunEnd, Work, conclude, summary, write_files,
};
use crate::cli::{ContentArgs, FileArgs, Format, Rendering, WorkArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::{Session, Tuning};
use crate::stop::StopSignal;

/// What is to become of a campaign's result.
pub(super) struct ReportTargets<'a> {
    pub(super) journal_path: JournalPath,
    /// The journal goes with the sandbox when the command ends, and nothing can be said about it later.
    pub(super) is_trial: bool,
    pub(super) gate: Gate,
    pub(super) content: &'a ContentArgs,
    pub(super) files: &'a FileArgs,
}

/// The session for work that costs credits: it shares its hold with others on this machine.
pub(super) async fn open(app: &App, args: &WorkArgs) -> Result<Session, Failure> {
    let tuning = Tuning {
        rate: args.pacing.rate,
        shared_cooldown: true,
    };
    Session::open_with(app, tuning).await
}

/// Works until the campaign ends, shows what it came to, and says how the program ends.
pub(super) async fn continue_campaign(
    app: &mut App,
    session: &Session,
    campaign: Campaign,
    mut signals: StopSignal,
    order: &ReportTargets<'_>,
) -> Result<(), Failure> {
    let handle = order.journal_path.handle();
    let resume = (!order.is_trial).then(|| format!("cekura campaign resume {handle}"));
    let resume = resume.as_deref();
    let (campaign, work) = campaign::work(app, session, campaign, &mut signals).await;
    let end = match work {
        Work::Ended(Ok(ending)) => RunEnd::Finished(ending),
        Work::Ended(Err(e)) => interrupted(&campaign, e, resume)?,
        Work::Dropped => {
            let failure = Failure::own(
                Exit::Incomplete,
                "ended immediately; open requests are checked when the campaign is resumed",
            );
            return Err(campaign::to_resume(failure, resume, |resume| {
                format!("to continue: {resume}")
            }));
        }
    };
    let wanted = wanted(app, order.files);
    let shown = LoadedReport::read(
        campaign.journal(),
        &order.gate,
        order.content,
        wanted,
        &end,
        resume,
    )?;
    let printed = show(app, &shown, order.files);
    if matches!(app.format(), Format::Table) && !order.is_trial {
        app.notes
            .info(&format!("report: cekura campaign report {handle}"));
    }
    conclude(app, &shown.report, printed)
}

/// What has to be read for everything that is to be shown.
pub(super) fn wanted(app: &App, files: &FileArgs) -> ChangeLimit {
    let printed = ChangeLimit::default().and(app.global.format);
    files.renderings().fold(printed, ChangeLimit::and)
}

/// Prints the report and writes it where it is asked for.
pub(super) fn show(app: &mut App, shown: &LoadedReport, files: &FileArgs) -> Result<(), Failure> {
    let rendering: Rendering = app.global.format;
    let printed = shown.print(app, rendering);
    app.notes.info(&summary(&shown.report));
    // Files matter more than a reader who left early.
    write_files(files, shown)?;
    printed
}

/// What an error leaves to be shown. Once something may have been paid for, its results count more than the error; where
/// nothing was sent, or the journal itself fails, there is nothing to show.
fn interrupted(
    campaign: &Campaign,
    error: CampaignError,
    resume: Option<&str>,
) -> Result<RunEnd, Failure> {
    let spent = campaign
        .journal()
        .status()
        .map(|status| status.spent.evaluations);
    let is_journal = matches!(error, CampaignError::Journal(_));
    let end = RunEnd::failed(&error);
    let failure = Failure::from(error);
    match spent {
        Ok(0) => Err(campaign::to_resume(
            failure.hint("no request that may have been carried out was sent"),
            resume,
            |resume| format!("once this is fixed: {resume}"),
        )),
        Ok(_) if !is_journal => Ok(end),
        _ => Err(campaign::to_resume(
            failure
                .ending_as(Exit::Incomplete)
                .hint("completed results are stored"),
            resume,
            |resume| format!("once this is fixed: {resume}"),
        )),
    }
}
