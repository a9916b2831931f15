//! The campaign: its parts, and how it is set up, stopped and observed.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura::clock::{Clock, SystemClock};
use cekura::{AgentId, Client, MetricId, Scope};

use super::observer::done_states;
use super::{
    Announcer, CampaignError, NoObserver, Observer, Phase, Progress, Settings, Step, StopHandle,
    unless,
};
use crate::cost::Pricing;
use crate::journal::Journal;
use crate::plan::{Plan, PlannedOperation};
use crate::shard::Share;

/// One journaled re-evaluation of many call logs.
///
/// Every paid request is committed to the journal before it is sent. A campaign can be dropped, killed or disconnected at any
/// moment and resumed from its journal.
pub struct Campaign {
    pub(super) client: Client,
    pub(super) journal: Journal,
    pub(super) plan: Plan,
    pub(super) settings: Settings,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) began: Instant,
    pub(super) stop: StopHandle,
    pub(super) announcer: Announcer,
    pub(super) observer: Arc<dyn Observer>,
    /// Call logs refused in a row since the last one was accepted.
    pub(super) refused_in_row: u32,
    /// Requests in a row without a usable response and without a sign of an evaluation.
    pub(super) lost_in_row: u32,
    /// Why some call logs could not be read before their request, and were skipped.
    pub(super) baseline_error: Option<CampaignError>,
    /// Whether call logs that a lost request left unchanged may be sent again. Never stored: each session decides anew.
    pub(super) may_resend: bool,
    /// When the run ends at the latest.
    pub(super) deadline: Option<Instant>,
    pub(super) pricing: Pricing,
    pub(super) share: Share,
    /// Metrics whose definition was requested, before and after.
    pub(super) requested_definitions: BTreeSet<(MetricId, bool)>,
    /// When progress was last reported, and for which phase and round.
    pub(super) last_progress: Option<(Phase, u32, Instant)>,
}

/// The shortest time between two progress reports: counting takes a query.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(200);

/// How a run of a campaign ended, if not with an error.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CampaignOutcome {
    /// Everything that could be done is done.
    Finished,
    /// A stop was requested.
    Stopped,
    /// The next request would have exceeded a limit; the text names it.
    LimitReached(String),
    /// A canary stage showed more regressions than allowed; the text says how many.
    CanaryStopped(String),
    /// The deadline passed.
    DeadlineReached,
}

/// Why the run does not continue: an error, or a reason to end.
#[derive(Debug)]
pub(super) enum Interruption {
    Error(CampaignError),
    End(CampaignOutcome),
}

impl Interruption {
    /// Whether the run ends at once. Otherwise only the sending ends, and accepted call logs are waited for.
    pub(super) fn is_sudden(&self) -> bool {
        matches!(
            self,
            Self::End(CampaignOutcome::Stopped | CampaignOutcome::DeadlineReached)
                | Self::Error(CampaignError::Journal(_))
        )
    }
}

impl<E: Into<CampaignError>> From<E> for Interruption {
    fn from(error: E) -> Self {
        Self::Error(error.into())
    }
}

impl Campaign {
    /// Opens the campaign of a journal, whether new or started before.
    ///
    /// The first client's base URL binds the campaign to that service: on another service the same ids are other call logs.
    ///
    /// # Errors
    /// When the journal cannot be read or written, belongs to another service, or was merged from those of shards.
    pub fn new(client: Client, mut journal: Journal) -> Result<Self, CampaignError> {
        journal.bind_to_service(client.base_url())?;
        let (plan, settings) = (journal.plan()?, journal.settings()?);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let (pricing, share) = (journal.pricing(&plan)?, journal.share()?);
        Ok(Self {
            client,
            journal,
            plan,
            may_resend: false,
            deadline: None,
            pricing,
            share,
            requested_definitions: BTreeSet::new(),
            settings,
            began: clock.now(),
            clock,
            stop: StopHandle::default(),
            announcer: Announcer::default(),
            observer: Arc::new(NoObserver),
            refused_in_row: 0,
            lost_in_row: 0,
            baseline_error: None,
            last_progress: None,
        })
    }

    /// Replaces the settings, for this session and later ones.
    ///
    /// # Errors
    /// [`CampaignError::Settings`] when a value is invalid; otherwise when the journal cannot be written.
    pub fn set(&mut self, settings: Settings) -> Result<(), CampaignError> {
        settings.validate().map_err(CampaignError::Settings)?;
        self.journal.set_settings(&settings)?;
        self.settings = settings;
        Ok(())
    }

    /// Clears the canary that stopped the campaign, so that the next run sends the rest.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn continue_past_canary(&mut self) -> Result<(), CampaignError> {
        self.settings.canary.clear();
        self.journal.set_settings(&self.settings)?;
        Ok(self.journal.clear_meta("stopped")?)
    }

    /// Replaces the clock, for tests. The client should have the same one.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock) -> Self {
        let now = clock.now();
        self.deadline = self.deadline.map(|end| now + (end - self.began));
        self.began = now;
        self.clock = Arc::new(clock);
        self
    }

    /// Sets whether to retry call logs that show no sign of an evaluation after a request without a usable response (default:
    /// no). They may be charged twice.
    ///
    /// Applies to this `Campaign` value only. A call log is resent at most once in the campaign, and once in each
    /// noise round, however often it is resumed.
    #[must_use]
    pub fn with_resends(mut self, allowed: bool) -> Self {
        self.may_resend = allowed;
        self
    }

    /// Sets how long the run may take (default: no limit). Then nothing more is sent or waited for; resume the campaign to
    /// collect the results of accepted call logs.
    #[must_use]
    pub fn with_timeout(mut self, span: Duration) -> Self {
        self.deadline = self.clock.now().checked_add(span);
        self
    }

    /// Sets the handle by which a stop can be requested.
    #[must_use]
    pub fn with_stop(mut self, stop: StopHandle) -> Self {
        self.stop = stop;
        self
    }

    /// Sets the announcer of finished evaluations.
    #[must_use]
    pub fn with_announcer(mut self, announcer: Announcer) -> Self {
        self.announcer = announcer;
        self
    }

    /// Sets the observer of progress and notes.
    #[must_use]
    pub fn with_observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = observer;
        self
    }

    /// Returns the settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns the journal.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    pub(super) fn step(&self, step: Step) {
        self.observer.step(step);
    }

    /// Reports the progress of a phase: when it begins, and then at most five times a second.
    pub(super) fn progress(
        &mut self,
        phase: Phase,
        round: u32,
        below: i64,
    ) -> Result<(), CampaignError> {
        let now = self.clock.now();
        if let Some((shown, of, at)) = self.last_progress
            && (shown, of) == (phase, round)
            && now.saturating_duration_since(at) < PROGRESS_INTERVAL
        {
            return Ok(());
        }
        self.end_progress(phase, round, below)
    }

    /// Reports the progress of a phase, however recent the last report is. At the end of a phase it shows all as done.
    pub(super) fn end_progress(
        &mut self,
        phase: Phase,
        round: u32,
        below: i64,
    ) -> Result<(), CampaignError> {
        self.last_progress = Some((phase, round, self.clock.now()));
        let mut done = 0;
        let mut total = 0;
        for (state, count) in self.journal.count_states(round, below)? {
            if phase == Phase::Waiting && state.is_before_acceptance() {
                continue;
            }
            total += count;
            if done_states(phase).contains(&state) {
                done += count;
            }
        }
        self.observer.progress(Progress {
            phase,
            round,
            done,
            total,
        });
        Ok(())
    }

    /// Waits for `span`, unless the run has to end before.
    pub(super) async fn pause(&self, span: Duration) -> Result<(), Interruption> {
        self.unless_ended(self.clock.sleep(span)).await
    }

    /// Returns what `work` returns, unless the run has to end before; then `work` is dropped.
    pub(super) async fn unless_ended<T>(
        &self,
        work: impl Future<Output = T>,
    ) -> Result<T, Interruption> {
        self.check_end()?;
        unless(self.end(), work).await.map_err(Interruption::End)
    }

    /// Waits until a stop is requested or the deadline passes.
    pub(super) async fn end(&self) -> CampaignOutcome {
        let stopped = self.stop.requested();
        let Some(deadline) = self.deadline else {
            stopped.await;
            return CampaignOutcome::Stopped;
        };
        let rest = deadline.saturating_duration_since(self.clock.now());
        match unless(self.clock.sleep(rest), stopped).await {
            Ok(()) => CampaignOutcome::Stopped,
            Err(()) => CampaignOutcome::DeadlineReached,
        }
    }

    /// Fails if the run has to end now.
    pub(super) fn check_end(&self) -> Result<(), Interruption> {
        if self.stop.is_requested() {
            return Err(Interruption::End(CampaignOutcome::Stopped));
        }
        match self.deadline {
            Some(deadline) if self.clock.now() >= deadline => {
                Err(Interruption::End(CampaignOutcome::DeadlineReached))
            }
            _ => Ok(()),
        }
    }

    /// The scope of a paid request, where it is known.
    ///
    /// The agent of the call logs takes the place of a scope that the operation cannot take.
    pub(super) fn request_scope(&self, agent: Option<i64>) -> Option<Scope> {
        let agent = agent.map(|id| AgentId(id).into());
        match (&self.plan.operation, &self.plan.scope) {
            (PlannedOperation::AllMetrics, Scope::Project(_))
            | (PlannedOperation::Metrics(_), Scope::Assistant(_)) => agent,
            (_, scope) => Some(scope.clone()),
        }
    }

    pub(super) fn resets_success(&self) -> bool {
        self.plan.operation == PlannedOperation::AllMetrics
    }
}

impl fmt::Debug for Campaign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Campaign")
            .field("journal", &self.journal.path())
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
