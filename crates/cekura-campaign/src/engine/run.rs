//! The order of things: look back, read and send, wait; and again for every stage and round.

use std::time::Duration;

use super::campaign::{Campaign, CampaignOutcome, Interruption};
use super::{CampaignError, Step};
use crate::journal::TaskState;

impl Campaign {
    /// Works until everything is done that can be.
    ///
    /// Whatever ends the sending, the results of what was accepted are waited for: they are paid. Dropping the future is as
    /// safe as a crash: requests under way are looked into when the campaign is resumed.
    ///
    /// # Errors
    /// When the journal cannot be read or written, or the service refuses every further request. Nothing further is
    /// sent then, and the campaign can be resumed.
    pub async fn run(&mut self) -> Result<CampaignOutcome, CampaignError> {
        match self.work().await {
            Ok(()) => Ok(CampaignOutcome::Finished),
            Err(Interruption::End(outcome)) => Ok(outcome),
            Err(Interruption::Error(error)) => Err(error),
        }
    }

    async fn work(&mut self) -> Result<(), Interruption> {
        if let Some(objection) = self.settings.objection() {
            return Err(CampaignError::Settings(objection).into());
        }
        self.journal.clear_meta("finished")?;
        self.journal.clear_meta("stopped")?;
        let done = match self.rounds().await {
            Err(interruption) if !interruption.is_sudden() => match self.collect_accepted().await {
                // Only a journal that cannot be written is worse than the reason there was.
                Err(Interruption::Error(CampaignError::Journal(error))) => Err(error.into()),
                _ => Err(interruption),
            },
            done => done,
        };
        if let Err(Interruption::End(CampaignOutcome::CanaryStopped(text))) = &done {
            self.journal.set_meta("stopped", text)?;
        }
        done?;
        self.read_definitions(true).await?;
        if let Some(error) = self.baseline_error.take()
            && self.journal.count(0, TaskState::Selected, i64::MAX)? > 0
        {
            return Err(error.into());
        }
        self.step(Step::Finishing);
        Ok(self.journal.set_meta("finished", "yes")?)
    }

    /// The one place where sending has ended: waits for what was accepted, in every round.
    async fn collect_accepted(&mut self) -> Result<(), Interruption> {
        for round in self.journal.rounds()? {
            self.wait(round).await?;
        }
        Ok(())
    }

    async fn rounds(&mut self) -> Result<(), Interruption> {
        self.journal.reopen_timed_out()?;
        self.resolve().await?;
        // A request that nobody remembers, or somebody else's evaluation, shows in what was read by an earlier process.
        let now = self.clock.calendar();
        self.journal
            .discard_reads_before(now.checked_add(Duration::from_secs(1)).unwrap_or(now))?;
        self.round(0).await?;
        let Some(noise) = self.settings.noise else {
            return Ok(());
        };
        for round in 1..=noise.rounds {
            self.journal
                .add_round(round, self.share.part(noise.sample))?;
            self.step(Step::RoundAdded);
            self.round(round).await?;
        }
        Ok(())
    }

    /// One round, stage by stage.
    async fn round(&mut self, round: u32) -> Result<(), Interruption> {
        let stages = match round {
            0 => self.settings.canary.clone(),
            _ => Vec::new(),
        };
        for count in stages {
            let own = self.share.part(count);
            if own == 0 {
                continue;
            }
            let below = self.journal.order_after(round, own)?;
            self.stage(round, below).await?;
            self.check_canary(count, below)?;
        }
        self.probe(round).await?;
        self.stage(round, i64::MAX).await
    }

    /// Where credits are limited, the results of a first request are awaited before the others are sent: they show whether an
    /// evaluation comes to what was planned.
    async fn probe(&mut self, round: u32) -> Result<(), Interruption> {
        if self.settings.budget.max_credits.is_none()
            || self.journal.count(round, TaskState::Done, i64::MAX)? > 0
        {
            return Ok(());
        }
        let first = u64::from(self.settings.batch_size);
        let below = self.journal.order_after(round, first)?;
        self.stage(round, below).await
    }

    /// Everything for the call logs below one place.
    async fn stage(&mut self, round: u32, below: i64) -> Result<(), Interruption> {
        loop {
            self.submit(round, below).await?;
            if self.journal.count(round, TaskState::Busy, below)? == 0 {
                break;
            }
            self.wait_until_idle(round, below).await?;
        }
        self.wait(round).await
    }

    /// Stops where the stages so far show more regressions than they may. A call log without a result counts as one: what was
    /// not seen passes no check.
    fn check_canary(&mut self, count: u64, below: i64) -> Result<(), Interruption> {
        let (found, most) = (
            self.journal.regressions(below)?,
            self.share.part(self.settings.canary_max_regressions),
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
        Err(Interruption::End(CampaignOutcome::CanaryStopped(text)))
    }
}
