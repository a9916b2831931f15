//! Sending: intent, request, outcome, one after the other, several at once.

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};

use cekura::{Acceptance, Reevaluation};
use futures_util::future::{self, Either, FutureExt as _};
use futures_util::stream::{self, FuturesUnordered, StreamExt as _};

use super::engine::{Campaign, Ending, Halt};
use super::{CampaignError, Phase, Step};
use crate::journal::{Batch, Fate, Outcome};
use crate::plan::PlannedWork;

/// So many call logs refused one by one, and none taken, is no matter of single call logs.
const REFUSED_IN_ROW: u32 = 10;

/// So many lost answers in a row, none of them for a request that was carried out, are no matter of single requests: more
/// than one call log comes to where it may be sent again.
const LOST_IN_ROW: u32 = 10;

/// How long to wait where a 429 does not say.
const HOLD: Duration = Duration::from_secs(30);

/// What one request, or one look back, came to.
pub(super) struct Landed {
    pub(super) outcome: Outcome,
    /// Why nothing further may be sent.
    halt: Option<CampaignError>,
    /// How long nothing may be sent.
    hold: Option<Duration>,
}

/// What waiting for the next answer gave.
enum Landing {
    Some(Vec<Landed>),
    Empty,
    Stop,
}

/// Requests, or looks back, under way.
pub(super) type Flight = FuturesUnordered<Pin<Box<dyn Future<Output = Landed> + Send>>>;

impl Campaign {
    /// Sends every call log below a place that is ready, and looks back at those whose answer is lost.
    pub(super) async fn submit(&mut self, round: u32, below: i64) -> Result<(), Halt> {
        let (mut posts, mut doubts) = (Flight::new(), Flight::new());
        let mut held: Option<Instant> = None;
        let mut end = None;
        loop {
            if self.stop.is_asked() {
                end.get_or_insert(Halt::End(Ending::Stopped));
            }
            // A request in doubt keeps its slot: where answers are lost, nothing more is staked.
            let slots = self.settings.concurrency as usize;
            let free = slots.saturating_sub(posts.len() + doubts.len());
            let rest = held.and_then(|until| until.checked_duration_since(self.clock.now()));
            let rest = rest.filter(|rest| !rest.is_zero());
            if end.is_none() && free > 0 && rest.is_none() {
                end = self.take_off(&posts, round, below, free)?;
            }
            // Looking back can be done again when the campaign is resumed.
            if posts.is_empty() && end.as_ref().is_some_and(Halt::is_sudden) {
                break;
            }
            let landed = self.next_landed(&mut posts, &mut doubts).await;
            match (landed, rest) {
                (Landing::Some(landed), _) => {
                    let hold = self.land(round, landed, &doubts, &mut end)?;
                    held = hold.map(|hold| self.clock.now() + hold).max(held);
                    self.progress(Phase::Submitting, round, below)?;
                }
                (Landing::Stop, _) => {}
                (Landing::Empty, Some(rest)) if end.is_none() => self.pause(rest).await?,
                (Landing::Empty, _) => break,
            }
        }
        end.map_or(Ok(()), Err)
    }

    /// What has landed since the last time; waits for the first, unless the campaign is asked to stop while nothing but
    /// looking back is under way.
    async fn next_landed(&self, posts: &mut Flight, doubts: &mut Flight) -> Landing {
        let may_stop = posts.is_empty() && !self.stop.is_asked();
        let mut both = stream::select(posts, doubts);
        let stopped = Box::pin(async {
            match may_stop {
                true => self.stop.asked().await,
                false => future::pending().await,
            }
        });
        let first = match future::select(both.next(), stopped).await {
            Either::Left((Some(first), _)) => first,
            Either::Left((None, _)) => return Landing::Empty,
            Either::Right(_) => return Landing::Stop,
        };
        let mut landed = vec![first];
        while let Some(Some(more)) = both.next().now_or_never() {
            landed.push(more);
        }
        Landing::Some(landed)
    }

    /// Commits what may be sent now and sends it; gives the reason to send nothing further, if there is one.
    fn take_off(
        &mut self,
        posts: &Flight,
        round: u32,
        below: i64,
        free: usize,
    ) -> Result<Option<Halt>, Halt> {
        self.step(Step::Intending);
        let (size, budget) = (self.settings.batch_size, self.settings.budget);
        let intent = self.journal.intend(round, below, size, free, &budget)?;
        if !intent.batches.is_empty() {
            self.step(Step::Intended);
        }
        for batch in intent.batches {
            posts.push(self.send(batch));
        }
        Ok(intent
            .limit
            .map(|limit| Halt::End(Ending::LimitReached(limit))))
    }

    /// Commits outcomes, all at once, and starts to look back where an answer is lost.
    fn land(
        &mut self,
        round: u32,
        landed: Vec<Landed>,
        doubts: &Flight,
        end: &mut Option<Halt>,
    ) -> Result<Option<Duration>, Halt> {
        let mut hold = None;
        let mut outcomes = Vec::with_capacity(landed.len());
        for one in landed {
            hold = hold.max(one.hold);
            if let Some(error) = one.halt {
                end.get_or_insert(Halt::Error(error));
            }
            outcomes.push(one.outcome);
        }
        self.step(Step::Answered);
        self.journal.conclude(round, &outcomes)?;
        self.step(Step::Concluded);
        for outcome in outcomes {
            if let Some(error) = self.count(&outcome) {
                end.get_or_insert(Halt::Error(error));
            }
            if matches!(outcome.fate, Fate::InDoubt) {
                doubts.push(self.look_back(round, outcome.batch)?);
            }
        }
        Ok(hold)
    }

    /// Counts what went wrong in a row; gives the reason to send nothing further, if there is one.
    fn count(&mut self, outcome: &Outcome) -> Option<CampaignError> {
        match &outcome.fate {
            Fate::Accepted { .. } => (self.refused_in_row, self.lost_in_row) = (0, 0),
            Fate::LookedBack { evidence, .. } => {
                let was_carried_out = evidence.iter().any(|log| log.evidence.is_strong());
                self.lost_in_row = if was_carried_out { 0 } else { self.lost_in_row + 1 };
                if self.lost_in_row >= LOST_IN_ROW {
                    return Some(CampaignError::AllLost(self.lost_in_row));
                }
            }
            Fate::Rejected { reason, is_busy: false }
                // One that names no agent is refused here, and that says nothing about the service.
                if outcome.batch.logs.len() == 1 && outcome.attempts != Some(0) =>
            {
                self.refused_in_row += 1;
                if self.refused_in_row >= REFUSED_IN_ROW {
                    return Some(CampaignError::AllRefused(reason.clone()));
                }
            }
            _ => {}
        }
        None
    }

    /// The request of one batch, once.
    fn send(&self, batch: Batch) -> Pin<Box<dyn Future<Output = Landed> + Send>> {
        let call_logs = self.client.call_logs();
        let logs = batch.logs.clone();
        match &self.plan.work {
            PlannedWork::AllMetrics => match self.agent(batch.agent) {
                Some(agent) => {
                    let reply = call_logs.rerun_evaluation(agent, logs);
                    Box::pin(async move { judged(batch, reply.await) })
                }
                None => Box::pin(async move { nobody(batch) }),
            },
            PlannedWork::Metrics(metrics) => match self.scope(batch.agent) {
                Some(scope) => {
                    let reply = call_logs.evaluate_metrics(scope, logs, metrics.iter().copied());
                    Box::pin(async move { judged(batch, reply.await) })
                }
                None => Box::pin(async move { nobody(batch) }),
            },
        }
    }
}

fn nobody(batch: Batch) -> Landed {
    let reason = "its agent is not known, and the request needs one".to_owned();
    Landed::from(Outcome {
        batch,
        fate: Fate::Rejected {
            reason,
            is_busy: false,
        },
        attempts: Some(0),
        status: None,
        request_id: None,
        note: None,
    })
}

impl From<Outcome> for Landed {
    fn from(outcome: Outcome) -> Self {
        Self {
            outcome,
            halt: None,
            hold: None,
        }
    }
}

/// What an answer means for the call logs of a batch.
fn judged(batch: Batch, reply: Result<Reevaluation, cekura::Error>) -> Landed {
    let error = match reply {
        Ok(started) => return accepted(batch, &started),
        Err(error) => error,
    };
    let mut landed = Landed::from(Outcome {
        batch,
        fate: Fate::NotSent,
        attempts: Some(error.attempts()),
        status: error.status(),
        request_id: error.request_id().map(str::to_owned),
        note: Some(error.to_string()),
    });
    if may_be_carried_out(&error) {
        landed.outcome.fate = Fate::InDoubt;
    } else if error.is_rate_limited() {
        landed.hold = Some(error.retry_after().unwrap_or(HOLD));
    } else if error.is_rejected() || error.is_not_found() {
        landed.outcome.fate = Fate::Rejected {
            reason: error.to_string(),
            is_busy: error.is_evaluation_in_progress(),
        };
    } else {
        landed.halt = Some(CampaignError::Service(error));
    }
    landed
}

/// Whether a failed request may have been carried out all the same: where the error does not say that it was not, it may.
fn may_be_carried_out(error: &cekura::Error) -> bool {
    let was_refused = error
        .status()
        .is_some_and(|status| (400..500).contains(&status));
    error.is_outcome_unknown()
        || !(error.attempts() == 0 || error.is_connect() || error.is_rate_limited() || was_refused)
}

fn accepted(batch: Batch, started: &Reevaluation) -> Landed {
    let seen = started.seen();
    let fate = Fate::Accepted {
        seen: seen.map(|(id, snapshot)| (id, snapshot.clone())).collect(),
        not_listed: started.not_listed().collect(),
    };
    let note = match started.acceptance() {
        Acceptance::ReplyUnreadable(error) => Some(error.to_string()),
        _ => None,
    };
    Landed::from(Outcome {
        batch,
        fate,
        attempts: None,
        status: None,
        request_id: None,
        note,
    })
}
