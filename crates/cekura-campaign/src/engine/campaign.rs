//! A campaign: what it works with, and how it is set up, stopped and watched.

use std::collections::BTreeSet;
use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura::clock::{Clock, SystemClock};
use cekura::{AgentId, AgentRef, Client, MetricId, Place, Scope};
use futures_util::future::{Either, select};

use super::observer::done_states;
use super::{
    Announcer, CampaignError, NoObserver, Observer, Phase, Progress, Settings, Step, StopHandle,
};
use crate::cost::Pricing;
use crate::journal::Journal;
use crate::plan::{Plan, PlanScope, PlannedWork};
use crate::shard::Share;

/// One journaled re-evaluation of many call logs.
///
/// Everything that costs money is committed to the journal before it is done, so a campaign can be dropped, killed or cut off
/// at any moment and taken up again from its journal.
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
    /// How many call logs were refused in a row without one being taken.
    pub(super) refused_in_row: u32,
    /// How many answers in a row were lost without a request being carried out.
    pub(super) lost_in_row: u32,
    /// Why call logs were left out, where some were.
    pub(super) baseline_error: Option<CampaignError>,
    /// Whether call logs that a lost request left untouched may be sent again: for this time only, and never stored.
    pub(super) may_resend: bool,
    /// When everything has to be over.
    pub(super) deadline: Option<Instant>,
    pub(super) pricing: Pricing,
    pub(super) share: Share,
    /// Metrics whose definition was asked for, before and after.
    pub(super) requested_definitions: BTreeSet<(MetricId, bool)>,
    /// When progress was told the last time, and of what.
    last_progress: Option<(Phase, u32, Instant)>,
}

/// How often progress is told: counting is not free.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(200);

/// How a campaign's work ended, short of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CampaignOutcome {
    /// Everything was done that could be.
    Finished,
    /// It was asked to stop.
    Stopped,
    /// The next request would have passed a limit; which, in words.
    LimitReached(String),
    /// A canary showed more regressions than it may; in words.
    CanaryStopped(String),
    /// The deadline passed.
    DeadlineReached,
}

/// Why the work does not go on: an error, or an end.
#[derive(Debug)]
pub(super) enum Interruption {
    Error(CampaignError),
    End(CampaignOutcome),
}

impl Interruption {
    /// Whether everything is left as it is. Otherwise only the sending has ended: what was accepted is waited for.
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
    /// Takes up the campaign of a journal: a new one or one that was begun before.
    ///
    /// The first client decides to which service the campaign belongs: the same ids are other call logs elsewhere.
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

    /// Changes how the campaign is worked on, from now on.
    ///
    /// # Errors
    /// [`CampaignError::Settings`] when they cannot be meant; otherwise when the journal cannot be written.
    pub fn set(&mut self, settings: Settings) -> Result<(), CampaignError> {
        if let Some(objection) = settings.objection() {
            return Err(CampaignError::Settings(objection));
        }
        self.journal.set_settings(&settings)?;
        self.settings = settings;
        Ok(())
    }

    /// Goes on after a canary stopped the campaign.
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

    /// Lets call logs be sent once more that a request without a usable answer seems to have left untouched, as long as this
    /// `Campaign` lives. They may be charged twice.
    ///
    /// A call log is sent again once at most, however often its campaign is resumed.
    #[must_use]
    pub fn with_resends(mut self, allowed: bool) -> Self {
        self.may_resend = allowed;
        self
    }

    /// Ends everything after `span`: nothing further is sent or waited for. What was accepted stays in the journal, and
    /// resuming the campaign collects it.
    #[must_use]
    pub fn with_deadline(mut self, span: Duration) -> Self {
        self.deadline = self.clock.now().checked_add(span);
        self
    }

    /// Listens for a request to stop.
    #[must_use]
    pub fn with_stop(mut self, stop: StopHandle) -> Self {
        self.stop = stop;
        self
    }

    /// Listens for announcements of finished evaluations.
    #[must_use]
    pub fn with_announcer(mut self, announcer: Announcer) -> Self {
        self.announcer = announcer;
        self
    }

    /// Tells `observer` how it goes on.
    #[must_use]
    pub fn with_observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = observer;
        self
    }

    /// How it is worked on.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The journal.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    pub(super) fn step(&self, step: Step) {
        self.observer.step(step);
    }

    /// Tells how far a phase has come, when it begins and a few times a second.
    pub(super) fn progress(
        &mut self,
        phase: Phase,
        round: u32,
        below: i64,
    ) -> Result<(), CampaignError> {
        let now = self.clock.now();
        if let Some((told, of, at)) = self.last_progress
            && (told, of) == (phase, round)
            && now.saturating_duration_since(at) < PROGRESS_INTERVAL
        {
            return Ok(());
        }
        self.last_progress = Some((phase, round, now));
        let mut done = 0;
        let mut total = 0;
        for (state, count) in self.journal.count_states(round, below)? {
            total += count;
            done += if done_states(phase).contains(&state) {
                count
            } else {
                0
            };
        }
        self.observer.progress(Progress {
            phase,
            round,
            done,
            total,
        });
        Ok(())
    }

    /// Waits, unless the campaign has to end.
    pub(super) async fn pause(&self, span: Duration) -> Result<(), Interruption> {
        self.unless_ended(self.clock.sleep(span)).await
    }

    /// What `work` gives, unless the campaign has to end before; `work` is dropped then.
    pub(super) async fn unless_ended<T>(
        &self,
        work: impl Future<Output = T>,
    ) -> Result<T, Interruption> {
        self.check_end()?;
        let (work, end) = (pin!(work), pin!(self.end()));
        match select(work, end).await {
            Either::Left((done, _)) => Ok(done),
            Either::Right((outcome, _)) => Err(Interruption::End(outcome)),
        }
    }

    /// Waits until the campaign is asked to stop or its deadline is over.
    pub(super) async fn end(&self) -> CampaignOutcome {
        let stopped = pin!(self.stop.requested());
        let Some(deadline) = self.deadline else {
            stopped.await;
            return CampaignOutcome::Stopped;
        };
        let rest = deadline.saturating_duration_since(self.clock.now());
        match select(stopped, self.clock.sleep(rest)).await {
            Either::Left(_) => CampaignOutcome::Stopped,
            Either::Right(_) => CampaignOutcome::DeadlineReached,
        }
    }

    /// Whether the campaign has to end now.
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

    /// In whose list call logs are looked up.
    pub(super) fn lookup_scope(&self) -> Place {
        match &self.plan.scope {
            PlanScope::Agent(id) => (*id).into(),
            PlanScope::Assistant(id) => id.clone().into(),
            PlanScope::Project(id) => (*id).into(),
        }
    }

    /// Whom a re-evaluation is asked of; nothing where the agent is not known.
    pub(super) fn rerun_scope(&self, of_batch: Option<i64>) -> Option<AgentRef> {
        match &self.plan.scope {
            PlanScope::Agent(id) => Some((*id).into()),
            PlanScope::Assistant(id) => Some(id.clone().into()),
            PlanScope::Project(_) => of_batch.map(|id| AgentId(id).into()),
        }
    }

    /// Whom chosen metrics are asked of; nothing where the agent is not known.
    pub(super) fn metrics_scope(&self, of_batch: Option<i64>) -> Option<Scope> {
        match &self.plan.scope {
            PlanScope::Agent(id) => Some((*id).into()),
            PlanScope::Project(id) => Some((*id).into()),
            PlanScope::Assistant(_) => of_batch.map(|id| AgentId(id).into()),
        }
    }

    pub(super) fn resets_success(&self) -> bool {
        self.plan.work == PlannedWork::AllMetrics
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
