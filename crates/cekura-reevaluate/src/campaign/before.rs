//! Reading what is there before it is overwritten.

use std::time::Duration;

use cekura::{CallLogId, Snapshot};
use futures_util::StreamExt as _;

use super::engine::{Campaign, Halt};
use super::{CampaignError, Phase, Step};
use crate::journal::{Found, TaskState};

/// Call logs that are read before what was read is stored.
const PORTION: u32 = 100;

/// How often call logs that could not be read are tried again.
const PASSES: u32 = 3;

/// How often to look whether an evaluation that is not ours is over.
pub(super) const BUSY_PAUSE: Duration = Duration::from_secs(15);

impl Campaign {
    /// Stores the state of every selected call log below a place.
    pub(super) async fn read_before(&mut self, round: u32, below: i64) -> Result<(), Halt> {
        self.progress(Phase::Reading, round, below)?;
        let mut fault = None;
        for _ in 0..PASSES {
            fault = self
                .read_all(round, TaskState::Selected, below)
                .await?
                .or(fault);
            let left = self.journal.count(round, TaskState::Selected, below)?;
            match (left, fault.take()) {
                (0, _) => return self.await_idle(round, below).await,
                (_, Some(e)) if e.is_rate_limited() => {
                    self.pause(e.retry_after().unwrap_or(BUSY_PAUSE)).await?;
                    fault = Some(e);
                }
                (_, found) => fault = found,
            }
        }
        let logs = self.journal.count(round, TaskState::Selected, below)?;
        if let Some(error) = fault {
            self.set_aside(round, below, logs, error)?;
        }
        self.await_idle(round, below).await
    }

    /// Goes on without a few call logs that cannot be read, one in a hundred at most: a record that the service itself
    /// cannot show must not keep all others waiting. They stay unsent, and the campaign does not count as finished.
    fn set_aside(
        &mut self,
        round: u32,
        below: i64,
        logs: u64,
        error: cekura::Error,
    ) -> Result<(), CampaignError> {
        let states = self.journal.count_states(round, below)?;
        let total: u64 = states.iter().map(|(_, count)| count).sum();
        let error = CampaignError::Unread { logs, error };
        if logs == total || logs > (total / 100).max(1) {
            return Err(error);
        }
        self.observer.note(&error.to_string());
        self.unread = Some(error);
        Ok(())
    }

    /// Waits for call logs in an evaluation that is not ours, and reads them when they rest.
    pub(super) async fn await_idle(&mut self, round: u32, below: i64) -> Result<(), Halt> {
        let mut waited = Duration::ZERO;
        while self.journal.count(round, TaskState::Busy, below)? > 0 {
            self.read_all(round, TaskState::Busy, below).await?;
            if self.journal.count(round, TaskState::Busy, below)? == 0 {
                break;
            }
            if waited >= self.settings.patience {
                self.journal.give_up(
                    round,
                    TaskState::Busy,
                    TaskState::Refused,
                    "it is still in an evaluation that is not this campaign's",
                )?;
                break;
            }
            self.pause(BUSY_PAUSE).await?;
            waited += BUSY_PAUSE;
        }
        Ok(())
    }

    /// Reads the call logs in one state; gives the first fault, whose call logs stay as they are.
    async fn read_all(
        &mut self,
        round: u32,
        state: TaskState,
        below: i64,
    ) -> Result<Option<cekura::Error>, Halt> {
        let pricing = self.journal.pricing(&self.plan, self.clock.calendar())?;
        let mut fault = None;
        let mut after = i64::MIN;
        loop {
            self.check_stop()?;
            let (logs, last) = self.journal.next_in(round, state, after, below, PORTION)?;
            if logs.is_empty() {
                return Ok(fault);
            }
            after = last;
            let (read, missed) = self.read_portion(logs).await;
            if let Some(e) = missed {
                if is_final(&e) {
                    return Err(CampaignError::Service(e).into());
                }
                fault.get_or_insert(e);
            }
            self.step(Step::BeforeRead);
            self.journal.store_before(round, &read, &pricing)?;
            self.step(Step::BeforeStored);
            self.progress(Phase::Reading, round, below)?;
        }
    }

    async fn read_portion(
        &self,
        logs: Vec<CallLogId>,
    ) -> (Vec<(CallLogId, Found)>, Option<cekura::Error>) {
        let mut found = Vec::with_capacity(logs.len());
        let mut fault = None;
        let mut reads = self
            .client
            .call_logs()
            .read_each(logs)
            .with_concurrency(self.settings.readers as usize);
        while let Some((id, read)) = reads.next().await {
            match read {
                Ok(log) if Snapshot::from(&log).is_busy() => found.push((id, Found::Busy)),
                Ok(log) => found.push((id, Found::Idle(Box::new(log)))),
                Err(e) if e.is_not_found() => {
                    let reason = "the service knows no such call log, or the key may not see it";
                    found.push((id, Found::Gone(reason.to_owned())));
                }
                Err(e) => drop(fault.get_or_insert(e)),
            }
        }
        (found, fault)
    }
}

/// Faults that every later request would meet again.
pub(super) fn is_final(error: &cekura::Error) -> bool {
    error.is_unauthorized()
        || error.is_forbidden()
        || error.is_config()
        || error.is_certificate_refused()
        || error.is_redirect()
}
