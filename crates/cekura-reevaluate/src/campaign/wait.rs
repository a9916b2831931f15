//! Waiting for results: all outstanding call logs together, a few hundred in memory at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use cekura::types::CallLog;
use cekura::{CallLogId, DefaultCompletion, Finish, Judgement, Seen, Snapshot, Tracker};
use futures_util::StreamExt as _;
use futures_util::future::{Either, join_all, select};

use super::before::is_final;
use super::engine::{Campaign, Ending, Halt};
use super::{CampaignError, Phase, Step};
use crate::journal::{Chunk, START, TaskState, Watched};

/// List requests under way at once.
const LISTS: usize = 4;

/// Results that are stored in one commit.
const PORTION: usize = 50;

impl Campaign {
    /// Waits until every accepted call log of a round has its result, or none has come for too long.
    pub(super) async fn wait(&mut self, round: u32) -> Result<(), Halt> {
        let [first, longest] = self.settings.poll;
        let mut pause = first;
        let mut news = self.clock.now();
        let mut next = news + first;
        loop {
            self.progress(Phase::Waiting, round, i64::MAX)?;
            self.check_stop()?;
            if self.journal.count(round, TaskState::Accepted, i64::MAX)? == 0 {
                return Ok(());
            }
            let now = self.clock.now();
            if now.saturating_duration_since(news) >= self.settings.patience {
                let reason = "its evaluation was accepted, and no result came in time";
                let (from, to) = (TaskState::Accepted, TaskState::TimedOut);
                return Ok(self.journal.give_up(round, from, to, reason)?);
            }
            let rest = next.saturating_duration_since(now);
            let rest = rest.max(self.client.held_for().unwrap_or_default());
            let announced = self.rest(rest).await?;
            let mut found = self.look_at(round, announced).await?;
            // Announcements come on top of the regular looks and never in their place.
            if self.clock.now() >= next {
                found += self.sweep(round).await?;
                pause = if found > 0 {
                    first
                } else {
                    pause.mul_f64(1.5).min(longest)
                };
                next = self.clock.now() + pause;
            }
            if found > 0 {
                news = self.clock.now();
            }
        }
    }

    /// Waits for `span`, or for an announcement; gives what was announced.
    async fn rest(&self, span: Duration) -> Result<BTreeSet<CallLogId>, Halt> {
        let news = Box::pin(self.announcer.news());
        let stopped = Box::pin(self.stop.asked());
        match select(select(self.clock.sleep(span), news), stopped).await {
            Either::Left(_) => Ok(self.announcer.take()),
            Either::Right(_) => Err(Halt::End(Ending::Stopped)),
        }
    }

    /// One look at everything outstanding; gives how many results it brought.
    async fn sweep(&mut self, round: u32) -> Result<u64, Halt> {
        let mut found = 0;
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
                return Ok(found);
            }
            self.check_stop()?;
            found += self.look(round, chunks).await?;
            self.progress(Phase::Waiting, round, i64::MAX)?;
        }
    }

    async fn look(&mut self, round: u32, chunks: Vec<Chunk>) -> Result<u64, Halt> {
        let call_logs = self.client.call_logs();
        let looks = chunks.iter().map(|chunk| {
            let wanted: Vec<_> = chunk.logs.iter().map(|log| (log.id, log.time)).collect();
            call_logs.look(self.place(), wanted).into_future()
        });
        let mut states = BTreeMap::new();
        for looked in join_all(looks).await {
            states.extend(looked.found);
            if let Some(e) = looked.fault {
                self.absorb(e)?;
            }
        }
        let rule = self.settings.completion();
        let mut ready = BTreeMap::new();
        let mut changed = Vec::new();
        for watched in chunks.into_iter().flat_map(|chunk| chunk.logs) {
            let Some(snapshot) = states.remove(&watched.id) else {
                continue;
            };
            let (id, fresh, earlier) = (watched.id, watched.look.is_none(), watched.seen.clone());
            let tracker = self.follow(watched, snapshot);
            if fresh || differs(tracker.seen(), &earlier) {
                changed.push((id, tracker.seen().clone()));
            }
            if tracker.judge(&rule, self.settings.observed_only) != Judgement::Pending {
                ready.insert(id, tracker);
            }
        }
        self.step(Step::Looked);
        let at = self.clock.now().saturating_duration_since(self.began);
        self.journal.store_looks(round, &changed, at)?;
        self.collect(round, &ready, &rule).await
    }

    /// Takes one look into the course of a call log.
    fn follow(&self, watched: Watched, snapshot: Snapshot) -> Tracker {
        let now = self.clock.now();
        let last = watched.look.map_or(now, |look| self.began + look);
        let mut tracker = Tracker::resumed(watched.seen, last);
        tracker.look(snapshot, now);
        tracker
    }

    /// Reads whole what seems done, and stores what is.
    async fn collect(
        &mut self,
        round: u32,
        ready: &BTreeMap<CallLogId, Tracker>,
        rule: &DefaultCompletion,
    ) -> Result<u64, Halt> {
        let ids: Vec<_> = ready.keys().copied().collect();
        let mut reads = self
            .client
            .call_logs()
            .read_each(ids)
            .with_concurrency(self.settings.readers as usize);
        let mut results = Vec::new();
        let mut found = 0;
        while let Some((id, read)) = reads.next().await {
            match (read, ready.get(&id)) {
                (Ok(log), Some(tracker)) => {
                    let finish = tracker.conclude(&log, rule, self.settings.observed_only);
                    if let Some(finish) = finish {
                        results.push((id, word(&finish), log));
                    }
                }
                (Err(e), _) if !e.is_not_found() => self.absorb(e)?,
                _ => {}
            }
            if results.len() >= PORTION {
                found += self.keep(round, &mut results)?;
            }
        }
        Ok(found + self.keep(round, &mut results)?)
    }

    fn keep(
        &mut self,
        round: u32,
        results: &mut Vec<(CallLogId, &'static str, CallLog)>,
    ) -> Result<u64, Halt> {
        if results.is_empty() {
            return Ok(0);
        }
        self.step(Step::ResultsRead);
        self.journal.store_results(round, results)?;
        self.step(Step::ResultsStored);
        let count = results.len() as u64;
        results.clear();
        Ok(count)
    }

    /// Looks at call logs that were announced as done: each counts if it rests and has changed.
    async fn look_at(&mut self, round: u32, announced: BTreeSet<CallLogId>) -> Result<u64, Halt> {
        let mut waiting = BTreeMap::new();
        for id in announced {
            if let Some(watched) = self.journal.watched_log(round, id)? {
                waiting.insert(id, watched);
            }
        }
        let ids: Vec<_> = waiting.keys().copied().collect();
        let mut reads = self.client.call_logs().read_each(ids);
        let mut results = Vec::new();
        while let Some((id, read)) = reads.next().await {
            let Some(watched) = waiting.remove(&id) else {
                continue;
            };
            match read {
                Ok(log) => {
                    let snapshot = Snapshot::from(&log);
                    let tracker = self.follow(watched, snapshot.clone());
                    if !snapshot.is_busy() && tracker.seen().updated {
                        results.push((id, "announced", log));
                    }
                }
                Err(e) => self.absorb(e)?,
            }
        }
        self.keep(round, &mut results)
    }

    /// A look that fails ends the wait only where every later one would fail too.
    fn absorb(&self, error: cekura::Error) -> Result<(), Halt> {
        if is_final(&error) {
            return Err(CampaignError::Service(error).into());
        }
        self.observer
            .note(&format!("a look failed; the wait goes on: {error}"));
        Ok(())
    }
}

fn word(finish: &Finish) -> &'static str {
    match finish {
        Finish::Settled => "settled",
        _ => "observed",
    }
}

/// Whether a look showed anything but that more time has passed.
fn differs(now: &Seen, earlier: &Seen) -> bool {
    now.now != earlier.now
        || now.became_busy != earlier.became_busy
        || now.success_reset != earlier.success_reset
        || now.updated != earlier.updated
}
