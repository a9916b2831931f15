//! The run: reconcile, read and send, wait; for every canary stage and noise round.

use std::time::Duration;

use super::campaign::{Campaign, CampaignOutcome, Interruption};
use super::{CampaignError, Step};
use crate::journal::TaskState;

impl Campaign {
    /// Runs the campaign until everything that can be done is done.
    ///
    /// If sending ends early, the results of accepted call logs are still collected, because they are paid. Dropping the future
    /// is as safe as a crash: requests in flight are reconciled when the campaign is resumed.
    ///
    /// # Errors
    /// When the journal cannot be read or written, or the service rejects every further request. Sending stops then, and the
    /// campaign can be resumed.
    pub async fn run(&mut self) -> Result<CampaignOutcome, CampaignError> {
        match self.work().await {
            Ok(()) => Ok(CampaignOutcome::Finished),
            Err(Interruption::End(outcome)) => Ok(outcome),
            Err(Interruption::Error(error)) => Err(error),
        }
    }

    async fn work(&mut self) -> Result<(), Interruption> {
        self.settings.validate().map_err(CampaignError::Settings)?;
        self.journal.clear_meta("finished")?;
        self.journal.clear_meta("stopped")?;
        let done = match self.rounds().await {
            Err(interruption) if !interruption.is_sudden() => match self.collect_accepted().await {
                // Only a journal error is more important than the interruption itself.
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

    /// Waits for the accepted call logs of every round, after sending has ended.
    async fn collect_accepted(&mut self) -> Result<(), Interruption> {
        for round in self.journal.rounds()? {
            self.wait(round).await?;
        }
        Ok(())
    }

    async fn rounds(&mut self) -> Result<(), Interruption> {
        self.journal.reopen_timed_out()?;
        self.resolve().await?;
        // A forgotten request or an evaluation that this campaign did not start may have changed what an earlier session read.
        let now = self.clock.system_time();
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

    /// Runs one round, stage by stage.
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

    /// With a credit limit, waits for the results of a first request before the others are sent: they show whether an evaluation
    /// costs what was planned.
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

    /// Sends and waits for the call logs below one position in the submit order.
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

    /// Stops the campaign if the stages so far show too many regressions plus call logs without a result. Regressions are verdicts
    /// from pass to fail, as in the report, over all metrics. Refused call logs are not counted.
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
        // If everything is sent, there is nothing to stop: a resumed campaign may be past its canary.
        if kept == 0 || (done > 0 && found + missing <= most) {
            return Ok(());
        }
        let regressions = match found {
            1 => "1 regression over all metrics".to_owned(),
            _ => format!("{found} regressions over all metrics"),
        };
        let without = match (done, missing) {
            (0, _) => " and no result".to_owned(),
            (_, 0) => String::new(),
            (_, missing) => {
                format!(" and {missing} call logs without a result, each counted as a regression")
            }
        };
        let text = format!(
            "the first {count} call logs show {regressions}{without}; the limit is {most}; {kept} call logs were not sent"
        );
        Err(Interruption::End(CampaignOutcome::CanaryStopped(text)))
    }
}
