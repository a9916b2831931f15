//! A checked request, with what its work needs.

use std::time::Duration;

use http::StatusCode;
use serde_json::Value;

use super::{Asked, Scope};
use crate::credits::Credits;
use crate::errors::{detail, not_found};
use crate::quirks::JobOutcome;
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::World;

/// A checked request, with what its work needs besides the state.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) asked: &'a Asked<'a>,
    pub(crate) body: &'a Value,
    pub(crate) scope: Scope,
    pub(crate) world: &'a World,
    pub(crate) now: Timestamp,
    /// The duration of a job.
    pub(crate) job_time: Duration,
    pub(crate) url: &'a str,
}

impl Call<'_> {
    /// The number that the query or the body gives for the name.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        let asked = self.asked.query_number(name);
        asked.or_else(|| self.body[name].as_i64())
    }

    /// The project that the request names, else that of the key.
    pub(crate) fn project(&self) -> Option<i64> {
        let named = ["project", "project_id"].map(|name| self.number(name));
        named.into_iter().flatten().next().or(match self.scope {
            Scope::Project(own) => Some(own),
            Scope::Organization | Scope::ReadOnly => None,
        })
    }

    /// The call log that the path names, as of `at`.
    ///
    /// # Errors
    /// 404 if there is none, or none that the key may see.
    pub(crate) fn call_log(&self, state: &State, at: Timestamp) -> Result<i64, Reply> {
        let id = self.asked.path_number("id");
        id.filter(|id| self.scope.sees_call_log(state, self.world, *id, at))
            .ok_or_else(not_found)
    }

    /// How far work is that was started at this moment.
    pub(crate) fn progress(&self, state: &State, started: Timestamp) -> Progress {
        let elapsed = self.now.since(started).as_secs_f64();
        let share = elapsed / self.job_time.as_secs_f64();
        match state.quirks.job_outcome {
            _ if share < 1.0 => Progress::Running(share),
            JobOutcome::Done => Progress::Done,
            JobOutcome::Failed => Progress::Failed,
            JobOutcome::Never => Progress::Running(0.99),
        }
    }

    /// Checks that the credits are enough for `times` operations.
    ///
    /// # Errors
    /// 402.
    pub(crate) fn can_pay(&self, state: &State, times: u64) -> Result<(), Reply> {
        if state.credits_left(self.now) < Credits::PER_OPERATION.times(times) {
            let text = "Insufficient balance for this operation";
            return Err(detail(StatusCode::PAYMENT_REQUIRED, text));
        }
        Ok(())
    }
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Progress {
    /// The share that is done, below 1.
    Running(f64),
    Done,
    Failed,
}
