//! Sending: reading ahead, intent, request, outcome; several at once.

use std::time::{Duration, Instant};

use super::campaign::{Campaign, CampaignOutcome, Interruption};
use super::in_flight::{Event, InFlight};
use super::read::ReadAhead;
use super::send::Completed;
use super::{CampaignError, Phase, Step};
use crate::journal::{Answer, BatchOutcome, SendResult, TaskState};

/// So many call logs refused one by one, and none taken, is no matter of single call logs.
const REFUSED_IN_ROW: u32 = 10;

/// So many requests in a row without a usable answer, none of which was carried out, are no matter of single requests: more
/// than one call log comes to where it may be sent again.
const LOST_IN_ROW: u32 = 10;

/// How old a state before may be when its call log is sent: it has to be what the evaluation overwrites.
const FRESH: Duration = Duration::from_secs(15 * 60);

/// One stretch of sending.
struct Sending {
    round: u32,
    below: i64,
    flight: InFlight,
    ahead: ReadAhead,
    /// Until when nothing may be sent, and since when nothing was.
    held: Option<Instant>,
    held_since: Option<Instant>,
    /// Why nothing further is sent.
    end: Option<Interruption>,
}

impl Campaign {
    /// Reads and sends every call log below a place, and looks back where a request was not plainly accepted.
    pub(super) async fn submit(&mut self, round: u32, below: i64) -> Result<(), Interruption> {
        let mut sending = Sending {
            round,
            below,
            flight: InFlight::default(),
            ahead: ReadAhead::default(),
            held: None,
            held_since: None,
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
            }
            // Looking back can be done again when the campaign is resumed.
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
        sending.end.map_or(Ok(()), Err)
    }

    /// How long nothing can be done, where something is left to do.
    fn rest(&self, sending: &Sending) -> Option<Duration> {
        let now = self.clock.now();
        let waits = [sending.held, sending.ahead.held()];
        let ahead = waits.into_iter().flatten().filter(|until| *until > now);
        ahead
            .min()
            .map(|until| until.saturating_duration_since(now))
    }

    /// What was read too long ago is read again before it is sent.
    fn discard_old_reads(&mut self, ahead: &mut ReadAhead) -> Result<(), Interruption> {
        let moment = self.clock.calendar().checked_sub(FRESH);
        if let Some(moment) = moment
            && self.journal.discard_reads_before(moment)? > 0
        {
            ahead.restart();
        }
        Ok(())
    }

    /// Commits what may be sent now and sends it.
    async fn send_ready(&mut self, sending: &mut Sending) -> Result<(), Interruption> {
        let Sending { round, below, .. } = *sending;
        let slots = self.settings.concurrency as usize;
        let free = slots.saturating_sub(sending.flight.open());
        let is_held = sending.held.is_some_and(|until| until > self.clock.now());
        if free == 0 || is_held {
            return Ok(());
        }
        // Small requests while more is being read would only be more requests.
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

    /// Commits outcomes, all at once, and starts to look back where a request was not plainly accepted.
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
            if let Some((hold, error)) = one.hold {
                self.hold(sending, hold, error);
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
            if matches!(outcome.result, SendResult::InDoubt) {
                sending
                    .flight
                    .reconcile(self.reconcile(round, outcome.batch)?);
            }
        }
        Ok(())
    }

    /// Sends nothing for a while; nothing at all any more where that has gone on for too long.
    fn hold(&self, sending: &mut Sending, hold: Duration, error: cekura::Error) {
        let now = self.clock.now();
        sending.held = sending.held.max(now.checked_add(hold));
        let since = *sending.held_since.get_or_insert(now);
        if now.saturating_duration_since(since) >= self.settings.stall_timeout {
            let error = CampaignError::Service(error);
            sending.end.get_or_insert(Interruption::Error(error));
        }
    }

    /// Counts what went wrong in a row; gives the reason to send nothing further, if there is one.
    fn count(&mut self, sending: &mut Sending, outcome: &BatchOutcome) -> Option<CampaignError> {
        let evidence = match &outcome.result {
            SendResult::Accepted { .. } => {
                (self.refused_in_row, self.lost_in_row) = (0, 0);
                sending.held_since = None;
                return None;
            }
            SendResult::Reconciled { evidence, .. } => evidence,
            SendResult::NotSent | SendResult::InDoubt => return None,
        };
        if evidence.iter().any(|(_, found)| found.shows_acceptance()) {
            self.lost_in_row = 0;
            return None;
        }
        match &outcome.batch.answer {
            Some(Answer::Refused(words)) => {
                // One that names no agent is refused here, and that says nothing about the service.
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
