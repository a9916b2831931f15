//! Sends call logs: read ahead, commit the intent, send, record the outcome; several requests at once.

use std::time::{Duration, Instant};

use super::campaign::{Campaign, CampaignOutcome, Interruption};
use super::in_flight::{Event, InFlight};
use super::read::ReadAhead;
use super::send::Completed;
use super::{CampaignError, Phase, Step};
use crate::journal::{Answer, BatchOutcome, SendResult, TaskState};

/// After this many single call logs refused in a row, the cause is not the call logs: sending stops.
const REFUSED_IN_ROW: u32 = 10;

/// After this many requests in a row without a usable response and without a sign of an evaluation, sending stops. It is more
/// than one call log can cause by its resends.
const LOST_IN_ROW: u32 = 10;

/// The greatest age of a stored state when its call log is sent: it must be the state that the evaluation overwrites.
const FRESH: Duration = Duration::from_secs(15 * 60);

/// The state of sending one stage.
struct Sending {
    round: u32,
    below: i64,
    flight: InFlight,
    ahead: ReadAhead,
    /// Until when nothing may be sent, and since when.
    paused_until: Option<Instant>,
    paused_since: Option<Instant>,
    /// Why nothing more is sent.
    end: Option<Interruption>,
}

impl Campaign {
    /// Reads and sends every call log below a position in the submit order, and reconciles requests that were not accepted.
    pub(super) async fn submit(&mut self, round: u32, below: i64) -> Result<(), Interruption> {
        let mut sending = Sending {
            round,
            below,
            flight: InFlight::default(),
            ahead: ReadAhead::default(),
            paused_until: None,
            paused_since: None,
            end: None,
        };
        self.progress(Phase::Reading, round, below)?;
        loop {
            if let Err(interruption) = self.check_end() {
                sending.end.get_or_insert(interruption);
            }
            if sending.end.is_none() {
                self.discard_old_reads(&mut sending.ahead)?;
                self.read_ahead(round, below, &mut sending.ahead, &mut sending.flight)?;
                self.send_ready(&mut sending).await?;
                // What was sent made room: the next call logs are read while the responses are awaited.
                self.read_ahead(round, below, &mut sending.ahead, &mut sending.flight)?;
            }
            // Reconciliation is repeated when the campaign is resumed.
            if !sending.flight.has_posts()
                && sending.end.as_ref().is_some_and(Interruption::is_sudden)
            {
                break;
            }
            if sending.flight.is_empty() {
                match self.rest(&sending) {
                    Some(rest) if sending.end.is_none() => {
                        if let Err(interruption) = self.pause(rest).await {
                            sending.end.get_or_insert(interruption);
                        }
                        continue;
                    }
                    _ => break,
                }
            }
            let events = sending.flight.next_events(self).await;
            self.handle_events(&mut sending, events)?;
        }
        if matches!(self.last_progress, Some((Phase::Submitting, of, _)) if of == round) {
            self.end_progress(Phase::Submitting, round, below)?;
        }
        sending.end.map_or(Ok(()), Err)
    }

    /// How long to wait until something can be done; none if nothing is left to do.
    fn rest(&self, sending: &Sending) -> Option<Duration> {
        let now = self.clock.now();
        let waits = [sending.paused_until, sending.ahead.paused_until()];
        let ahead = waits.into_iter().flatten().filter(|until| *until > now);
        ahead
            .min()
            .map(|until| until.saturating_duration_since(now))
    }

    /// Discards states that were read too long ago, so that they are read again before sending.
    fn discard_old_reads(&mut self, ahead: &mut ReadAhead) -> Result<(), Interruption> {
        let moment = self.clock.system_time().checked_sub(FRESH);
        if let Some(moment) = moment
            && self.journal.discard_reads_before(moment)? > 0
        {
            ahead.restart();
        }
        Ok(())
    }

    /// Commits the requests that may be sent now, and sends them.
    async fn send_ready(&mut self, sending: &mut Sending) -> Result<(), Interruption> {
        let Sending { round, below, .. } = *sending;
        let slots = self.settings.concurrency as usize;
        let free = slots.saturating_sub(sending.flight.open());
        let is_paused = sending
            .paused_until
            .is_some_and(|until| until > self.clock.now());
        if free == 0 || is_paused {
            return Ok(());
        }
        // While more is being read, only full requests are sent: fewer requests are needed.
        let ready = self.journal.count(round, TaskState::Ready, below)?;
        let full = u64::from(self.settings.batch_size).saturating_mul(free as u64);
        if ready == 0 || (ready < full && !sending.ahead.is_through()) {
            return Ok(());
        }
        if round == 0 {
            self.read_definitions(false).await?;
        }
        self.step(Step::Intending);
        let (size, budget) = (
            self.settings.batch_size,
            self.settings.budget.part(self.share),
        );
        let intent = self.journal.intend(round, below, size, free, &budget)?;
        if !intent.batches.is_empty() {
            self.step(Step::Intended);
        }
        for batch in intent.batches {
            sending.flight.post(self.send(batch));
        }
        if let Some(limit) = intent.limit {
            let limit = match self.share.is_whole() {
                true => limit,
                false => format!("{limit} (this shard's share of the plan's limit)"),
            };
            sending
                .end
                .get_or_insert(Interruption::End(CampaignOutcome::LimitReached(limit)));
        }
        Ok(())
    }

    /// Call logs that are read ahead of being sent.
    pub(super) fn window(&self) -> u64 {
        u64::from(self.settings.concurrency) * u64::from(self.settings.batch_size)
    }

    fn handle_events(
        &mut self,
        sending: &mut Sending,
        events: Vec<Event>,
    ) -> Result<(), Interruption> {
        let mut completed = Vec::new();
        for event in events {
            match event {
                Event::Answer(one) | Event::Reconciled(one) => completed.push(one),
                Event::Read(batch) => {
                    let (round, below) = (sending.round, sending.below);
                    if let Err(interruption) =
                        self.store_read_batch(round, below, batch, &mut sending.ahead)
                    {
                        match interruption {
                            Interruption::Error(CampaignError::Journal(_)) => {
                                return Err(interruption);
                            }
                            _ => drop(sending.end.get_or_insert(interruption)),
                        }
                    }
                }
            }
        }
        if !completed.is_empty() {
            self.record(sending, completed)?;
            self.progress(Phase::Submitting, sending.round, sending.below)?;
        }
        Ok(())
    }

    /// Commits outcomes in one transaction, and starts to reconcile requests that were not accepted.
    fn record(
        &mut self,
        sending: &mut Sending,
        completed: Vec<Completed>,
    ) -> Result<(), Interruption> {
        let round = sending.round;
        let mut outcomes = Vec::with_capacity(completed.len());
        for one in completed {
            if let Some(error) = one.interruption {
                sending.end.get_or_insert(Interruption::Error(error));
            }
            if let Some((cooldown, error)) = one.cooldown {
                self.pause_sending(sending, cooldown, error);
            }
            outcomes.push(one.outcome);
        }
        self.step(Step::Answered);
        self.journal.record_outcomes(round, &outcomes)?;
        self.step(Step::Concluded);
        for outcome in outcomes {
            if let Some(error) = self.count(sending, &outcome) {
                sending.end.get_or_insert(Interruption::Error(error));
            }
            if matches!(outcome.result, SendResult::Unknown) {
                sending
                    .flight
                    .reconcile(self.reconcile(round, outcome.batch)?);
            }
        }
        Ok(())
    }

    /// Pauses sending after a 429; ends it if that has lasted for the stall timeout.
    fn pause_sending(&self, sending: &mut Sending, cooldown: Duration, error: cekura::Error) {
        let now = self.clock.now();
        sending.paused_until = sending.paused_until.max(now.checked_add(cooldown));
        let since = *sending.paused_since.get_or_insert(now);
        if now.saturating_duration_since(since) >= self.settings.stall_timeout {
            let error = CampaignError::Service(error);
            sending.end.get_or_insert(Interruption::Error(error));
        }
    }

    /// Counts failures in a row; returns the reason to stop sending, if there is one.
    fn count(&mut self, sending: &mut Sending, outcome: &BatchOutcome) -> Option<CampaignError> {
        let evidence = match &outcome.result {
            SendResult::Accepted { .. } => {
                (self.refused_in_row, self.lost_in_row) = (0, 0);
                sending.paused_since = None;
                return None;
            }
            SendResult::Reconciled { evidence, .. } => evidence,
            SendResult::NotSent | SendResult::Unknown => return None,
        };
        if evidence.iter().any(|(_, found)| found.shows_acceptance()) {
            self.lost_in_row = 0;
            return None;
        }
        match &outcome.batch.answer {
            Some(Answer::Refused(words)) => {
                // A request without an agent is refused here and not by the service.
                if outcome.batch.logs.len() == 1 && outcome.attempts != Some(0) {
                    self.refused_in_row += 1;
                }
                (self.refused_in_row >= REFUSED_IN_ROW)
                    .then(|| CampaignError::AllRefused(words.clone()))
            }
            Some(Answer::Busy(_)) => None,
            Some(Answer::Unusable(words)) => {
                self.lost_in_row += 1;
                (self.lost_in_row >= LOST_IN_ROW).then(|| CampaignError::AllLost {
                    requests: self.lost_in_row,
                    last: words.clone(),
                })
            }
            None => None,
        }
    }
}
