//! Waits for results: polls all accepted call logs, a few hundred in memory at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use cekura::CallLogId;
use cekura::reevaluation::{
    CompletionState, DefaultCompletion, EvaluationTracker, MAX_IDS_PER_REQUEST, Snapshot,
    TrackerState, WaitOutcome,
};
use cekura::types::CallLogSummary;
use futures_util::future::{Either, join_all, select};

use super::baseline::is_final;
use super::campaign::{Campaign, Interruption};
use super::settings::Detail;
use super::{CampaignError, Phase, Step};
use crate::journal::{Chunk, Document, Evaluated, START, TaskState, Watched};

/// List requests at once.
const LISTS: usize = 4;

/// Results that are stored in one commit.
const PORTION: usize = 50;

/// After this many polls in a row that the service rejected, the wait ends.
const MAX_FAILED_POLLS: u32 = 3;

/// Why a deleted call log has no result.
const DELETED: &str =
    "it was deleted while it was being evaluated; the evaluation may have been charged";

/// The result of polling all accepted call logs once.
#[derive(Default)]
struct PollResult {
    /// Call logs that were found, and those that are done.
    seen: u64,
    done: u64,
    /// Whether all accepted call logs were polled.
    is_whole: bool,
    /// An error that every later poll would meet again.
    error: Option<cekura::Error>,
}

/// A call log that seems to be done, and its list entry.
struct Ready {
    tracker: EvaluationTracker,
    entry: Option<CallLogSummary>,
}

impl Campaign {
    /// Waits until every accepted call log of a round has its result, or no result came for the stall timeout.
    pub(super) async fn wait(&mut self, round: u32) -> Result<(), Interruption> {
        let [first, longest] = self.settings.poll_interval;
        let mut pause = first;
        let mut news = self.clock.now();
        let mut next = news + first;
        let mut whole = news;
        let mut failed_polls = 0;
        loop {
            self.progress(Phase::Waiting, round, i64::MAX)?;
            self.check_end()?;
            if self.journal.count(round, TaskState::Accepted, i64::MAX)? == 0 {
                return Ok(self.end_progress(Phase::Waiting, round, i64::MAX)?);
            }
            let now = self.clock.now();
            if now.saturating_duration_since(news) >= self.settings.stall_timeout {
                let reason = "its evaluation was accepted, but no result came in time";
                let (from, to) = (TaskState::Accepted, TaskState::TimedOut);
                return Ok(self.journal.give_up(round, from, to, reason)?);
            }
            let rest = next.saturating_duration_since(now);
            let rest = rest.max(self.client.cooldown().unwrap_or_default());
            let announced = self.news(rest).await?;
            let mut found = self.check_announced(round, announced).await?;
            // Announcements never replace the regular polls.
            if self.clock.now() >= next {
                let is_due = self.clock.now().saturating_duration_since(whole) >= longest;
                let poll = self.poll(round, is_due).await?;
                found += poll.done;
                failed_polls = match poll.error {
                    Some(error) if poll.seen == 0 => {
                        if failed_polls + 1 >= MAX_FAILED_POLLS {
                            return Err(CampaignError::Service(error).into());
                        }
                        failed_polls + 1
                    }
                    _ => 0,
                };
                if poll.is_whole {
                    whole = self.clock.now();
                }
                pause = match found {
                    0 => pause.mul_f64(1.5),
                    // The more requests a poll takes, the longer the pause.
                    _ => first.saturating_mul(self.list_requests(round)?),
                };
                pause = pause.min(longest);
                next = self.clock.now() + pause;
            }
            if found > 0 {
                news = self.clock.now();
            }
        }
    }

    /// Waits for `span` or an announcement; returns the announced call logs.
    async fn news(&self, span: Duration) -> Result<BTreeSet<CallLogId>, Interruption> {
        let news = Box::pin(self.announcer.news());
        match self
            .unless_ended(select(self.clock.sleep(span), news))
            .await?
        {
            Either::Left(_) | Either::Right(_) => Ok(self.announcer.take()),
        }
    }

    /// How many list requests one poll takes at least.
    fn list_requests(&self, round: u32) -> Result<u32, Interruption> {
        let left = self.journal.count(round, TaskState::Accepted, i64::MAX)?;
        Ok(u32::try_from(left.div_ceil(MAX_IDS_PER_REQUEST as u64)).unwrap_or(u32::MAX))
    }

    /// Polls all accepted call logs. Stops after the first few hundred if they show no result, unless a full poll `is_due`: the
    /// others were sent at about the same time.
    async fn poll(&mut self, round: u32, is_due: bool) -> Result<PollResult, Interruption> {
        let mut poll = PollResult::default();
        let mut after = START;
        loop {
            let mut chunks = Vec::new();
            while chunks.len() < LISTS
                && let Some(chunk) = self.journal.next_chunk(round, after)?
            {
                after = chunk.next;
                chunks.push(chunk);
            }
            if chunks.is_empty() {
                poll.is_whole = true;
                return Ok(poll);
            }
            self.poll_chunks(round, chunks, &mut poll).await?;
            self.progress(Phase::Waiting, round, i64::MAX)?;
            if !is_due && poll.done == 0 {
                return Ok(poll);
            }
        }
    }

    async fn poll_chunks(
        &mut self,
        round: u32,
        chunks: Vec<Chunk>,
        poll: &mut PollResult,
    ) -> Result<(), Interruption> {
        let call_logs = self.client.call_logs();
        let requests = chunks.iter().map(|chunk| {
            let wanted: Vec<_> = chunk.logs.iter().map(|log| (log.id, log.time)).collect();
            call_logs
                .fetch_statuses(self.plan.scope.clone(), wanted)
                .into_future()
        });
        let mut states = BTreeMap::new();
        let mut entries = BTreeMap::new();
        let mut gone = Vec::new();
        for statuses in self.unless_ended(join_all(requests)).await? {
            states.extend(statuses.found);
            entries.extend(statuses.listed);
            gone.extend(statuses.deleted);
            if let Some(e) = statuses.error {
                self.note_error(&e);
                if is_final(&e) {
                    poll.error.get_or_insert(e);
                }
            }
        }
        poll.seen += (states.len() + gone.len()) as u64;
        let rule = self.settings.completion();
        let mut ready = BTreeMap::new();
        let mut changed = Vec::new();
        for watched in chunks.into_iter().flat_map(|chunk| chunk.logs) {
            let Some(snapshot) = states.remove(&watched.id) else {
                continue;
            };
            let (id, fresh, earlier) = (watched.id, watched.polled.is_none(), watched.seen.clone());
            let tracker = self.updated_tracker(watched, snapshot);
            if fresh || differs(tracker.state(), &earlier) {
                changed.push((id, tracker.state().clone()));
            }
            if tracker.completion_state(&rule, self.settings.confirmed_only)
                != CompletionState::Pending
            {
                let entry = entries.remove(&id);
                ready.insert(id, Ready { tracker, entry });
            }
        }
        self.step(Step::Polled);
        let at = self.clock.now().saturating_duration_since(self.began);
        self.journal.store_polled(round, &changed, at)?;
        poll.done += self.end_deleted(round, &gone)?;
        poll.done += self.collect(round, ready, &rule).await?;
        Ok(())
    }

    /// Ends the wait for deleted call logs.
    fn end_deleted(&mut self, round: u32, gone: &[CallLogId]) -> Result<u64, Interruption> {
        if !gone.is_empty() {
            self.journal.end_deleted(round, gone, DELETED)?;
        }
        Ok(gone.len() as u64)
    }

    /// Returns the tracker of a call log after a new snapshot.
    fn updated_tracker(&self, watched: Watched, snapshot: Snapshot) -> EvaluationTracker {
        let now = self.clock.now();
        let last = watched.polled.map_or(now, |polled| self.began + polled);
        let mut tracker = EvaluationTracker::resume(watched.seen, last);
        tracker.record(snapshot, now);
        tracker
    }

    /// Stores the results of call logs that seem done: from the list if no verdict changed, else after reading them in full.
    async fn collect(
        &mut self,
        round: u32,
        mut ready: BTreeMap<CallLogId, Ready>,
        rule: &DefaultCompletion,
    ) -> Result<u64, Interruption> {
        let mut results = Vec::new();
        let mut found = 0;
        let mut singly = Vec::new();
        for (id, ready) in &mut ready {
            match self.unchanged(round, *id, ready, rule)? {
                Some(result) => results.push(result),
                None => singly.push(*id),
            }
            if results.len() >= PORTION {
                found += self.store(round, &mut results)?;
            }
        }
        let mut reads = self
            .client
            .call_logs()
            .get_many(singly)
            .with_concurrency(self.settings.read_concurrency as usize);
        let mut gone = Vec::new();
        while let Some((id, read)) = self.unless_ended(reads.next()).await? {
            match (read, ready.get(&id)) {
                (Ok(log), Some(Ready { tracker, .. })) => {
                    let outcome = tracker.outcome(&log, rule, self.settings.confirmed_only);
                    if let Some(outcome) = outcome {
                        let after = Document::Whole(Box::new(log));
                        results.push(self.evaluated(round, id, certainty(&outcome), after)?);
                    }
                }
                (Err(e), _) if e.is_certainly_missing() => gone.push(id),
                (Err(e), _) => self.note_error(&e),
                (Ok(_), None) => {}
            }
            if results.len() >= PORTION {
                found += self.store(round, &mut results)?;
            }
        }
        found += self.end_deleted(round, &gone)?;
        Ok(found + self.store(round, &mut results)?)
    }

    /// The result of a call log whose verdicts did not change, if the list shows all of them.
    fn unchanged(
        &self,
        round: u32,
        id: CallLogId,
        ready: &mut Ready,
        rule: &DefaultCompletion,
    ) -> Result<Option<Evaluated>, Interruption> {
        let is_enough = self.settings.detail != Detail::Explanations;
        let entry = ready.entry.take().filter(|_| is_enough);
        let Some(entry) = entry.filter(|entry| !entry.metrics().is_empty()) else {
            return Ok(None);
        };
        let confirmed_only = self.settings.confirmed_only;
        let Some(outcome) = ready.tracker.outcome_from_list(rule, confirmed_only) else {
            return Ok(None);
        };
        let after = Document::Listed(Box::new(entry));
        let result = self.evaluated(round, id, certainty(&outcome), after)?;
        let is_changed = result.diff.result_changes().next().is_some()
            || result.diff.success.0 != result.diff.success.1;
        Ok((!is_changed).then_some(result))
    }

    fn evaluated(
        &self,
        round: u32,
        id: CallLogId,
        certainty: &'static str,
        after: Document,
    ) -> Result<Evaluated, Interruption> {
        let diff = self.journal.diff(round, id, &after)?;
        Ok(Evaluated {
            id,
            certainty,
            after,
            diff,
        })
    }

    fn store(&mut self, round: u32, results: &mut Vec<Evaluated>) -> Result<u64, Interruption> {
        if results.is_empty() {
            return Ok(0);
        }
        self.step(Step::ResultsRead);
        self.journal.store_results(round, results, &self.pricing)?;
        self.step(Step::ResultsStored);
        let count = results.len() as u64;
        results.clear();
        Ok(count)
    }

    /// Reads announced call logs: each is done if it is not in evaluation and has changed.
    async fn check_announced(
        &mut self,
        round: u32,
        announced: BTreeSet<CallLogId>,
    ) -> Result<u64, Interruption> {
        let mut waiting = BTreeMap::new();
        for id in announced {
            if let Some(watched) = self.journal.watched_log(round, id)? {
                waiting.insert(id, watched);
            }
        }
        let ids: Vec<_> = waiting.keys().copied().collect();
        let mut reads = self.client.call_logs().get_many(ids);
        let mut results = Vec::new();
        let mut gone = Vec::new();
        while let Some((id, read)) = self.unless_ended(reads.next()).await? {
            let Some(watched) = waiting.remove(&id) else {
                continue;
            };
            match read {
                Ok(log) => {
                    let snapshot = Snapshot::from(&log);
                    let tracker = self.updated_tracker(watched, snapshot.clone());
                    if !snapshot.is_busy() && tracker.state().updated {
                        let after = Document::Whole(Box::new(log));
                        results.push(self.evaluated(round, id, "announced", after)?);
                    }
                }
                Err(e) if e.is_certainly_missing() => gone.push(id),
                Err(e) => self.note_error(&e),
            }
        }
        Ok(self.end_deleted(round, &gone)? + self.store(round, &mut results)?)
    }

    /// Reports a failed status request. The wait continues: the next one may succeed.
    fn note_error(&self, error: &cekura::Error) {
        self.observer.note(&format!(
            "a status request failed, waiting continues: {error}"
        ));
    }
}

fn certainty(outcome: &WaitOutcome) -> &'static str {
    match outcome {
        WaitOutcome::Inferred => "inferred",
        _ => "confirmed",
    }
}

/// Whether a snapshot changed anything but the time.
fn differs(now: &TrackerState, earlier: &TrackerState) -> bool {
    now.now != earlier.now
        || now.became_busy != earlier.became_busy
        || now.success_reset != earlier.success_reset
        || now.updated != earlier.updated
}
