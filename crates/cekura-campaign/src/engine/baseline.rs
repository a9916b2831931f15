//! Stores the state of call logs before it is overwritten.

use std::time::Duration;

use super::campaign::{Campaign, Interruption};
use super::read::{PASSES, ReadAhead, ReadBatch};
use super::{CampaignError, Phase, Step};
use crate::journal::TaskState;

/// The number of call logs that are read at once during an evaluation that this campaign did not start.
const BUSY_READ_SIZE: u32 = 100;

/// The pause between reads of call logs in an evaluation that this campaign did not start, and after a 429 without Retry-After.
const BUSY_PAUSE: Duration = Duration::from_secs(15);

impl Campaign {
    /// Stores a batch that was read ahead.
    pub(super) fn store_read_batch(
        &mut self,
        round: u32,
        below: i64,
        batch: ReadBatch,
        ahead: &mut ReadAhead,
    ) -> Result<(), Interruption> {
        let ReadBatch {
            read,
            moment,
            error,
        } = batch;
        self.step(Step::BaselineRead);
        self.journal
            .store_before(round, &read, &mut self.pricing, moment)?;
        self.step(Step::BaselineStored);
        self.progress(Phase::Reading, round, below)?;
        match error {
            Some(e) if is_final(&e) => Err(CampaignError::Service(e).into()),
            Some(e) => {
                ahead.error.get_or_insert(e);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Ends a pass over the call logs. What could not be read is read again, up to [`PASSES`] times.
    pub(super) fn end_pass(
        &mut self,
        round: u32,
        below: i64,
        ahead: &mut ReadAhead,
    ) -> Result<(), Interruption> {
        ahead.paused_until = None;
        let logs = self.journal.count(round, TaskState::Selected, below)?;
        let Some(error) = ahead.error.take().filter(|_| logs > 0) else {
            ahead.is_through = true;
            return Ok(self.end_progress(Phase::Reading, round, below)?);
        };
        ahead.passes += 1;
        ahead.after = i64::MIN;
        if error.is_rate_limited() {
            let rest = error.retry_after().unwrap_or(BUSY_PAUSE);
            ahead.paused_until = self.clock.now().checked_add(rest);
        }
        if ahead.passes < PASSES {
            return Ok(());
        }
        (ahead.is_through, ahead.paused_until) = (true, None);
        Ok(self.skip_unreadable(round, below, logs, error)?)
    }

    /// Skips call logs that cannot be read, at most 1 %: a record that the service cannot show must not block the others. They
    /// are not sent, and the campaign does not count as finished.
    fn skip_unreadable(
        &mut self,
        round: u32,
        below: i64,
        logs: u64,
        error: cekura::Error,
    ) -> Result<(), CampaignError> {
        let states = self.journal.count_states(round, below)?;
        let total: u64 = states.iter().map(|(_, count)| count).sum();
        let error = CampaignError::BaselineUnreadable { logs, error };
        if logs == total || logs > (total / 100).max(1) {
            return Err(error);
        }
        self.observer.note(&error.to_string());
        self.baseline_error = Some(error);
        Ok(())
    }

    /// Waits until call logs in an evaluation that this campaign did not start are idle, and reads them.
    pub(super) async fn wait_until_idle(
        &mut self,
        round: u32,
        below: i64,
    ) -> Result<(), Interruption> {
        let mut waited = Duration::ZERO;
        loop {
            self.pause(BUSY_PAUSE).await?;
            waited += BUSY_PAUSE;
            self.read_busy(round, below).await?;
            if self.journal.count(round, TaskState::Busy, below)? == 0 {
                return Ok(());
            }
            if waited >= self.settings.stall_timeout {
                let reason = "it is still in an evaluation that this campaign did not start";
                let (from, to) = (TaskState::Busy, TaskState::Refused);
                return Ok(self.journal.give_up(round, from, to, reason)?);
            }
        }
    }

    async fn read_busy(&mut self, round: u32, below: i64) -> Result<(), Interruption> {
        let mut after = i64::MIN;
        loop {
            let logs =
                self.journal
                    .next_in(round, TaskState::Busy, after, below, BUSY_READ_SIZE)?;
            let Some(last) = logs.last() else {
                return Ok(());
            };
            after = last.order;
            let wanted = logs.iter().map(|log| (log.id, log.time)).collect();
            let batch = self.unless_ended(self.read_batch(wanted)).await?;
            self.store_read_batch(round, below, batch, &mut ReadAhead::default())?;
        }
    }
}

/// Whether every later request would fail in the same way.
pub(super) fn is_final(error: &cekura::Error) -> bool {
    error.is_unauthorized()
        || error.is_forbidden()
        || error.is_config()
        || error.is_invalid_certificate()
        || error.is_redirect()
}
