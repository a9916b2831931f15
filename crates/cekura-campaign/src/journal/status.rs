//! The status of a campaign.

use super::error::JournalError;
use super::open::Journal;
use super::state::{TaskState, visible_state};
use crate::cost::{Budget, Spent};
use crate::engine::Settings;
use crate::plan::Plan;
use crate::report::Coverage;
use crate::shard::Share;

/// The status of a campaign.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Status {
    /// The campaign's name.
    pub id: String,
    /// The plan, without its call logs.
    pub plan: Plan,
    /// The shard, such as `2/8`; `None` for the whole plan.
    pub shard: Option<String>,
    /// The settings.
    pub settings: Settings,
    /// The call logs by state.
    pub coverage: Coverage,
    /// What was or may have been charged.
    pub spent: Spent,
    /// The most times that one call log was or may have been charged in one round.
    pub possibly_charged: u32,
    /// The share of the plan in this journal.
    pub(crate) share: Share,
    /// How many times the campaign was opened for work.
    pub sessions: u32,
    /// Whether everything that could be done is done.
    pub finished: bool,
    /// Requests without a known outcome that are not reconciled yet.
    pub open_requests: u64,
    /// Why a canary stopped the campaign, if one did.
    pub stopped: Option<String>,
}

impl Status {
    /// Returns the share of the plan in this journal. Numbers of the whole plan, such as a canary stage, are divided by it.
    #[must_use]
    pub fn share(&self) -> Share {
        self.share
    }

    /// Returns the limits of this journal: the plan's, or a shard's share of them.
    #[must_use]
    pub fn budget(&self) -> Budget {
        self.settings.budget.part(self.share)
    }
}

impl Journal {
    /// Returns the status of the campaign.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn status(&self) -> Result<Status, JournalError> {
        let text = |name: &str| Ok(self.meta(name)?.unwrap_or_default());
        Ok(Status {
            id: text("id")?,
            plan: self.plan()?,
            shard: Some(text("shard")?).filter(|shard| !shard.is_empty()),
            settings: self.settings()?,
            coverage: self.coverage()?,
            spent: self.spent()?,
            possibly_charged: self.possibly_charged()?,
            share: self.share()?,
            sessions: text("sessions")?.parse().unwrap_or(0),
            finished: self.meta("finished")?.is_some(),
            open_requests: self.open_batches()?.len() as u64,
            stopped: self.meta("stopped")?,
        })
    }

    /// The plan, without its call logs.
    pub(crate) fn plan(&self) -> Result<Plan, JournalError> {
        self.read_meta("plan")
    }

    /// How the campaign is worked on.
    pub(crate) fn settings(&self) -> Result<Settings, JournalError> {
        self.read_meta("settings")
    }

    pub(crate) fn set_settings(&mut self, settings: &Settings) -> Result<(), JournalError> {
        self.set_meta("settings", &super::create::json(settings))
    }

    /// How much of the plan is worked on here.
    pub(crate) fn share(&self) -> Result<Share, JournalError> {
        self.read_meta("share")
    }

    fn read_meta<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<T, JournalError> {
        let text = self.meta(name)?.unwrap_or_default();
        serde_json::from_str(&text).map_err(|e| {
            JournalError::unusable(
                &self.path,
                format!("its metadata {name:?} cannot be read: {e}"),
            )
        })
    }

    /// What became of the selected call logs.
    pub(crate) fn coverage(&self) -> Result<Coverage, JournalError> {
        let mut coverage = Coverage::default();
        let mut count = self
            .db
            .prepare_cached(&format!(
                "SELECT {}, certainty = 'inferred', count(*) FROM tasks WHERE round = 0 GROUP BY 1, 2",
                visible_state()
            ))
            .map_err(|e| self.failed(e))?;
        let rows = count
            .query_map([], |row| {
                Ok((
                    row.get::<_, TaskState>(0)?,
                    row.get::<_, Option<bool>>(1)?,
                    row.get::<_, u64>(2)?,
                ))
            })
            .map_err(|e| self.failed(e))?;
        for row in rows {
            let (state, inferred, count) = row.map_err(|e| self.failed(e))?;
            coverage.selected += count;
            *match state {
                TaskState::Done if inferred == Some(true) => &mut coverage.inferred,
                TaskState::Done => &mut coverage.confirmed,
                TaskState::TimedOut => &mut coverage.timed_out,
                TaskState::Refused => &mut coverage.refused,
                TaskState::Unknown | TaskState::Intended => &mut coverage.unknown,
                TaskState::Accepted => &mut coverage.waiting,
                TaskState::Deleted => &mut coverage.deleted,
                TaskState::Selected | TaskState::Ready | TaskState::Busy => &mut coverage.not_sent,
            } += count;
        }
        Ok(coverage)
    }
}
