//! Where a campaign stands, in numbers.

use serde::{Deserialize, Serialize};

use super::error::JournalError;
use super::open::Journal;
use super::state::{TaskState, standing};
use crate::campaign::Settings;
use crate::plan::Plan;
use crate::report::Coverage;

/// Limits of a campaign: it stops before the request that would pass one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// Most call logs to evaluate, each counted as often as it is.
    #[serde(default)]
    pub max_evaluations: Option<u64>,
    /// Most credits to spend, by the price table of the plan.
    #[serde(default)]
    pub max_credits: Option<f64>,
}

/// What was or may have been paid for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spent {
    /// Call logs, each counted as often as it was evaluated.
    pub evaluations: u64,
    /// Metric evaluations, as many as each call log had before.
    pub metric_evaluations: u64,
    /// Credits, by the price table of the plan.
    pub credits: f64,
}

impl Spent {
    pub(crate) fn with(self, evaluations: u64, metric_evaluations: u64, credits: f64) -> Self {
        Self {
            evaluations: self.evaluations + evaluations,
            metric_evaluations: self.metric_evaluations + metric_evaluations,
            credits: self.credits + credits,
        }
    }
}

impl Budget {
    /// The limit that `spent` is beyond, in words.
    pub(crate) fn passed_by(&self, spent: &Spent) -> Option<String> {
        // Sums of prices such as 0.2 miss round numbers by a hair.
        const HAIR: f64 = 1e-6;
        if let Some(most) = self.max_evaluations
            && spent.evaluations > most
        {
            return Some(format!(
                "with the next request, call logs evaluated would come to {}, and the limit is {most}",
                spent.evaluations
            ));
        }
        if let Some(most) = self.max_credits
            && spent.credits > most + HAIR
        {
            return Some(format!(
                "the next request would come to an estimated {:.2} credits, and the limit is {most}",
                spent.credits
            ));
        }
        None
    }
}

/// Where a campaign stands.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Status {
    /// The campaign's name.
    pub id: String,
    /// The plan, without its call logs.
    pub plan: Plan,
    /// Which part of the plan, such as `2/8`.
    pub shard: Option<String>,
    /// How it is worked on.
    pub settings: Settings,
    /// What became of the selected call logs.
    pub coverage: Coverage,
    /// What was or may have been paid for.
    pub spent: Spent,
    /// How often the campaign was taken up.
    pub sessions: u32,
    /// Whether everything was done that could be.
    pub finished: bool,
    /// Requests whose outcome nobody has looked into yet.
    pub open_requests: u64,
    /// Why a canary stopped it, where one did.
    pub stopped: Option<String>,
}

impl Journal {
    /// Where the campaign stands.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn status(&self) -> Result<Status, JournalError> {
        let text = |name: &str| Ok(self.fact(name)?.unwrap_or_default());
        Ok(Status {
            id: text("id")?,
            plan: self.plan()?,
            shard: Some(text("shard")?).filter(|shard| !shard.is_empty()),
            settings: self.settings()?,
            coverage: self.coverage()?,
            spent: self.spent()?,
            sessions: text("sessions")?.parse().unwrap_or(0),
            finished: self.fact("finished")?.is_some(),
            open_requests: self.open_batches()?.len() as u64,
            stopped: self.fact("stopped")?,
        })
    }

    /// The plan, without its call logs.
    pub(crate) fn plan(&self) -> Result<Plan, JournalError> {
        self.read_fact("plan")
    }

    /// How the campaign is worked on.
    pub(crate) fn settings(&self) -> Result<Settings, JournalError> {
        self.read_fact("settings")
    }

    pub(crate) fn set_settings(&mut self, settings: &Settings) -> Result<(), JournalError> {
        self.set_fact("settings", &super::create::json(settings))
    }

    fn read_fact<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<T, JournalError> {
        let text = self.fact(name)?.unwrap_or_default();
        serde_json::from_str(&text).map_err(|e| {
            JournalError::unusable(&self.path, format!("its note {name:?} cannot be read: {e}"))
        })
    }

    /// What became of the selected call logs.
    pub(crate) fn coverage(&self) -> Result<Coverage, JournalError> {
        let mut coverage = Coverage::default();
        let mut count = self
            .db
            .prepare_cached(&format!(
                "SELECT {}, finish = 'settled', count(*) FROM tasks WHERE round = 0 GROUP BY 1, 2",
                standing()
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
            let (state, settled, count) = row.map_err(|e| self.failed(e))?;
            coverage.selected += count;
            *match state {
                TaskState::Done if settled == Some(true) => &mut coverage.settled,
                TaskState::Done => &mut coverage.observed,
                TaskState::TimedOut => &mut coverage.timed_out,
                TaskState::Refused => &mut coverage.refused,
                TaskState::Unknown | TaskState::Intended => &mut coverage.unknown,
                TaskState::Accepted => &mut coverage.waiting,
                TaskState::Selected | TaskState::Ready | TaskState::Busy => &mut coverage.not_sent,
            } += count;
        }
        Ok(coverage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_may_be_used_up_and_not_passed() {
        let budget = Budget {
            max_evaluations: Some(100),
            max_credits: Some(60.0),
        };
        let spent = Spent::default().with(100, 300, 300.0 * 0.2);
        assert_eq!(budget.passed_by(&spent), None);
        assert!(
            budget
                .passed_by(&spent.with(1, 0, 0.0))
                .unwrap()
                .contains("come to 101")
        );
        assert!(
            budget
                .passed_by(&spent.with(0, 1, 0.2))
                .unwrap()
                .contains("60.20 credits")
        );
        assert_eq!(Budget::default().passed_by(&spent), None);
    }
}
