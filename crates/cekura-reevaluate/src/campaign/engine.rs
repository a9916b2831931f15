//! The order of things: look back, read, send, wait, and again for every stage and round.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura::clock::{Clock, SystemClock};
use cekura::{AgentId, AgentRef, Client, Place, Scope};
use futures_util::future::{Either, select};

use super::before::BUSY_PAUSE;
use super::observer::through;
use super::{Announcer, CampaignError, Observer, Phase, Progress, Settings, Silent, Step, Stop};
use crate::journal::{Journal, TaskState};
use crate::plan::{Plan, PlanScope, PlannedWork};

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
    pub(super) stop: Stop,
    pub(super) announcer: Announcer,
    pub(super) observer: Arc<dyn Observer>,
    /// How many call logs were refused in a row without one being taken.
    pub(super) refused_in_row: u32,
    /// How many answers in a row were lost without a request being carried out.
    pub(super) lost_in_row: u32,
    /// Why call logs were left out, where some were.
    pub(super) unread: Option<CampaignError>,
    /// When progress was told the last time, and of what.
    told: Option<(Phase, u32, Instant)>,
}

/// How old a state that was read by an earlier process may be to be taken for what an evaluation erases now.
const FRESH: Duration = Duration::from_secs(15 * 60);

/// How often progress is told: counting is not free.
const TELLING: Duration = Duration::from_millis(200);

/// How a campaign's work ended, short of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ending {
    /// Everything was done that could be.
    Finished,
    /// It was asked to stop.
    Stopped,
    /// The next request would have passed a limit; which, in words.
    LimitReached(String),
    /// A canary showed more regressions than it may; in words.
    CanaryStopped(String),
}

/// Why the work does not go on: an error, or an end.
#[derive(Debug)]
pub(super) enum Halt {
    Error(CampaignError),
    End(Ending),
}

impl Halt {
    /// Whether everything is left as it is, rather than brought to its end.
    pub(super) fn is_sudden(&self) -> bool {
        !matches!(self, Self::End(Ending::LimitReached(_)))
    }
}

impl<E: Into<CampaignError>> From<E> for Halt {
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
        Ok(Self {
            client,
            journal,
            plan,
            settings,
            began: clock.now(),
            clock,
            stop: Stop::default(),
            announcer: Announcer::default(),
            observer: Arc::new(Silent),
            refused_in_row: 0,
            lost_in_row: 0,
            unread: None,
            told: None,
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
    pub fn pass_canary(&mut self) -> Result<(), CampaignError> {
        self.settings.canary.clear();
        self.journal.set_settings(&self.settings)?;
        Ok(self.journal.clear_fact("stopped")?)
    }

    /// Replaces the clock, for tests. The client should have the same one.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock) -> Self {
        self.began = clock.now();
        self.clock = Arc::new(clock);
        self
    }

    /// Listens for a request to stop.
    #[must_use]
    pub fn with_stop(mut self, stop: Stop) -> Self {
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

    /// Works until everything is done that can be.
    ///
    /// Dropping the future is as safe as a crash: requests under way are looked into when the campaign is resumed.
    ///
    /// # Errors
    /// When the journal cannot be read or written, or the service stands against every further request. Nothing further is
    /// sent then, and the campaign can be resumed.
    pub async fn run(&mut self) -> Result<Ending, CampaignError> {
        match self.work().await {
            Ok(()) => Ok(Ending::Finished),
            Err(Halt::End(ending)) => Ok(ending),
            Err(Halt::Error(error)) => Err(error),
        }
    }

    async fn work(&mut self) -> Result<(), Halt> {
        if let Some(objection) = self.settings.objection() {
            return Err(CampaignError::Settings(objection).into());
        }
        self.journal.clear_fact("finished")?;
        self.journal.clear_fact("stopped")?;
        self.resolve().await?;
        if let Some(moment) = self.clock.calendar().checked_sub(FRESH) {
            self.journal.forget_reads(moment)?;
        }
        self.journal.wait_again()?;
        self.round(0).await?;
        let noise = self.settings.noise;
        for round in 1..=noise.map_or(0, |noise| noise.rounds) {
            let sample = noise.map_or(0, |noise| noise.sample);
            self.journal.add_round(round, sample)?;
            self.step(Step::RoundAdded);
            self.round(round).await?;
        }
        self.read_definitions(true).await?;
        if let Some(error) = self.unread.take()
            && self.journal.count(0, TaskState::Selected, i64::MAX)? > 0
        {
            return Err(error.into());
        }
        self.step(Step::Finishing);
        Ok(self.journal.set_fact("finished", "yes")?)
    }

    /// One round, stage by stage.
    async fn round(&mut self, round: u32) -> Result<(), Halt> {
        let stages = match round {
            0 => self.settings.canary.clone(),
            _ => Vec::new(),
        };
        for count in stages {
            let below = self.journal.place_after(round, count)?;
            self.stage(round, below).await?;
            self.check_canary(count, below)?;
        }
        self.stage(round, i64::MAX).await
    }

    /// Everything for the call logs below one place.
    async fn stage(&mut self, round: u32, below: i64) -> Result<(), Halt> {
        self.read_before(round, below).await?;
        if round == 0 {
            self.read_definitions(false).await?;
        }
        loop {
            let sent = self.submit(round, below).await;
            // Whatever ended the sending, what was accepted is worth waiting for; an error is not.
            match sent {
                Ok(()) => {}
                Err(Halt::End(Ending::LimitReached(limit))) => {
                    self.wait(round).await?;
                    return Err(Halt::End(Ending::LimitReached(limit)));
                }
                Err(halt) => return Err(halt),
            }
            if self.journal.count(round, TaskState::Busy, below)? == 0 {
                break;
            }
            self.pause(BUSY_PAUSE).await?;
            self.await_idle(round, below).await?;
        }
        self.wait(round).await
    }

    /// Stops where the stages so far show more regressions than they may. A call log without a result counts as one:
    /// nobody knows, and what was not seen passes no check.
    fn check_canary(&mut self, count: u64, below: i64) -> Result<(), Halt> {
        let (found, most) = (
            self.journal.regressions(below)?,
            self.settings.max_regressions,
        );
        let (mut done, mut missing) = (0, 0);
        for (state, count) in self.journal.count_states(0, below)? {
            match state {
                TaskState::Done => done += count,
                TaskState::Refused => {}
                _ => missing += count,
            }
        }
        let kept = self.journal.coverage()?.not_sent;
        // Where all is sent there is nothing to be stopped, such as when a campaign is resumed that was past its canary.
        if kept == 0 || (done > 0 && found + missing <= most) {
            return Ok(());
        }
        let regressions = match found {
            1 => "1 regression".to_owned(),
            _ => format!("{found} regressions"),
        };
        let without = match (done, missing) {
            (0, _) => ", and none of them has a result".to_owned(),
            (_, 0) => String::new(),
            (_, missing) => {
                format!(", and {missing} without a result, each of which counts as one")
            }
        };
        let text = format!(
            "the first {count} call logs show {regressions}{without}; the limit is {most}; {kept} call logs were not sent"
        );
        self.journal.set_fact("stopped", &text)?;
        Err(Halt::End(Ending::CanaryStopped(text)))
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
        if let Some((told, of, at)) = self.told
            && (told, of) == (phase, round)
            && now.saturating_duration_since(at) < TELLING
        {
            return Ok(());
        }
        self.told = Some((phase, round, now));
        let mut done = 0;
        let mut total = 0;
        for (state, count) in self.journal.count_states(round, below)? {
            total += count;
            done += if through(phase).contains(&state) {
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

    /// Waits, unless the campaign is asked to stop.
    pub(super) async fn pause(&self, span: Duration) -> Result<(), Halt> {
        let asked = Box::pin(self.stop.asked());
        match select(self.clock.sleep(span), asked).await {
            Either::Left(_) => Ok(()),
            Either::Right(_) => Err(Halt::End(Ending::Stopped)),
        }
    }

    pub(super) fn check_stop(&self) -> Result<(), Halt> {
        match self.stop.is_asked() {
            true => Err(Halt::End(Ending::Stopped)),
            false => Ok(()),
        }
    }

    /// In whose list call logs are looked up.
    pub(super) fn place(&self) -> Place {
        match &self.plan.scope {
            PlanScope::Agent(id) => (*id).into(),
            PlanScope::Assistant(id) => id.clone().into(),
            PlanScope::Project(id) => (*id).into(),
        }
    }

    /// Whom a re-evaluation is asked of; nothing where the agent is not known.
    pub(super) fn agent(&self, of_batch: Option<i64>) -> Option<AgentRef> {
        match &self.plan.scope {
            PlanScope::Agent(id) => Some((*id).into()),
            PlanScope::Assistant(id) => Some(id.clone().into()),
            PlanScope::Project(_) => of_batch.map(|id| AgentId(id).into()),
        }
    }

    /// Whom chosen metrics are asked of; nothing where the agent is not known.
    pub(super) fn scope(&self, of_batch: Option<i64>) -> Option<Scope> {
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
