//! Waits for the results of a re-evaluation by polling.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLog;
use futures_util::StreamExt;

use super::{
    Completion, CompletionState, DefaultCompletion, EvaluationTracker, FetchStatuses, GetMany,
    PollInterval, Reevaluated, Reevaluation, WaitOutcome, WaitProgress, Waited,
};
use crate::Error;
use crate::clock::{after, next_unit};

/// Waits for a re-evaluation when it is awaited.
///
/// Polls all outstanding call logs together, 200 to a request, and reads each one whole when it is complete.
///
/// Network and server errors do not end the wait. It ends early only for errors that every later poll would meet, such as
/// a revoked key; results until then are kept. A call log that cannot be read does not affect the others. One that was
/// deleted is not waited for any longer.
///
/// Dropping the future ends the wait only: the evaluations continue, and [`Reevaluation::wait`] can be called again.
#[must_use = "a wait does nothing until it is awaited"]
pub struct Wait<'a> {
    watch: Watch<'a>,
    progress: Option<Box<dyn FnMut(WaitProgress) + Send + 'a>>,
}

/// The settings of a wait.
struct Watch<'a> {
    work: &'a Reevaluation,
    deadline: Duration,
    interval: PollInterval,
    confirmed_only: bool,
    completion: Arc<dyn Completion>,
}

/// How long the last poll may last beyond the deadline.
const FINAL_POLL_EXTRA: Duration = Duration::from_secs(5);

/// The limits of a pause, whatever [`PollInterval`] says.
const SHORTEST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

impl<'a> Wait<'a> {
    pub(super) fn new(work: &'a Reevaluation) -> Self {
        let watch = Watch {
            work,
            deadline: Duration::from_secs(600),
            interval: PollInterval::default(),
            confirmed_only: false,
            completion: Arc::new(DefaultCompletion::default()),
        };
        Self {
            watch,
            progress: None,
        }
    }

    /// Sets when the wait ends, with the results there are; 10 minutes by default.
    ///
    /// A poll that is running then may take up to 5 s more.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.watch.deadline = deadline;
        self
    }

    /// Sets the poll interval.
    pub fn with_poll_interval(mut self, interval: PollInterval) -> Self {
        self.watch.interval = interval;
        self
    }

    /// Accepts confirmed results only. The wait may then time out where the service shows no sign of an evaluation.
    pub fn confirmed_only(mut self) -> Self {
        self.watch.confirmed_only = true;
        self
    }

    /// Sets the rule that decides when a call log is complete.
    pub fn with_completion(mut self, completion: impl Completion) -> Self {
        self.watch.completion = Arc::new(completion);
        self
    }

    /// Calls `show` after every poll.
    pub fn with_progress(mut self, show: impl FnMut(WaitProgress) + Send + 'a) -> Self {
        self.progress = Some(Box::new(show));
        self
    }

    async fn run(self) -> Result<Waited, Error> {
        let Self {
            watch,
            mut progress,
        } = self;
        let client = &watch.work.client;
        let clock = &client.shared.clock;
        let end = after(clock.now(), watch.deadline);
        let mut state = State::new(watch.work, clock.now());
        let longest = watch.interval.longest.clamp(SHORTEST_PAUSE, LONGEST_PAUSE);
        let mut pause = watch.interval.first.clamp(SHORTEST_PAUSE, LONGEST_PAUSE);
        let mut fault = None;
        loop {
            if let Some(show) = &mut progress {
                show(watch.progress(&state));
            }
            let now = clock.now();
            if state.open.is_empty() || now >= end {
                break;
            }
            let spread = pause.mul_f64(next_unit(&*client.shared.jitter) / 10.0);
            let wait = (pause + spread).max(client.cooldown().unwrap_or_default());
            clock.sleep(wait.min(end - now)).await;
            pause = pause.mul_f64(1.5).min(longest);
            fault = watch.poll(&mut state, after(end, FINAL_POLL_EXTRA)).await;
            if let Some(e) = fault.take_if(|e| is_final(e)) {
                if state.has_ended_none() {
                    return Err(e);
                }
                state.give_up(&e.to_string());
                break;
            }
            if let Some(e) = &fault {
                let (kind, status) = (e.detail().name(), e.status());
                tracing::warn!(target: "cekura", kind, status, "a poll failed; the wait continues");
            }
        }
        match fault {
            Some(e) if state.has_seen_nothing() => Err(e),
            _ => Ok(state.finish(watch.work)),
        }
    }
}

impl Watch<'_> {
    /// Polls all outstanding call logs; returns the first error.
    async fn poll(&self, state: &mut State, until: Instant) -> Option<Error> {
        let (client, options) = (&self.work.client, &self.work.options);
        let wanted = state
            .open
            .keys()
            .map(|id| (*id, self.work.times.get(id).copied().flatten()))
            .collect();
        let scope = self.work.scope.clone();
        let look = FetchStatuses::new(client.clone(), options.clone(), scope, wanted);
        let looked = look.until(until).await;
        let mut fault = looked.error;
        looked.not_found.into_iter().for_each(|id| state.delete(id));
        state.unread.extend(looked.unreadable);
        let mut ready = Vec::new();
        for (id, snapshot) in looked.found {
            let now = client.shared.clock.now();
            let tracker = state.open.entry(id).or_insert(None);
            let tracker =
                tracker.get_or_insert_with(|| EvaluationTracker::new(snapshot.clone(), now));
            tracker.record(snapshot, now);
            state.looked = true;
            state.unread.remove(&id);
            if tracker.completion_state(&*self.completion, self.confirmed_only)
                != CompletionState::Pending
            {
                ready.push(id);
            }
        }
        let reads = GetMany::new(client.clone(), options.clone(), ready);
        let mut reads = reads.until(Some(until));
        while let Some((id, read)) = reads.next().await {
            match (read, state.open.get(&id)) {
                (Ok(log), Some(Some(tracker))) => {
                    let finish = tracker.outcome(&log, &*self.completion, self.confirmed_only);
                    if let Some(finish) = finish {
                        state.open.remove(&id);
                        state.done.insert(id, (finish, log));
                    }
                }
                (Err(e), _) if e.is_certainly_missing() => state.delete(id),
                (Err(e), _) => {
                    state.unread.insert(id, e.to_string());
                    if !e.is_forbidden() {
                        fault.get_or_insert(e);
                    }
                }
                _ => {}
            }
        }
        fault
    }

    fn progress(&self, state: &State) -> WaitProgress {
        WaitProgress {
            done: state.done.len(),
            deleted: state.deleted.len(),
            total: self.work.targets.len(),
            cooldown: self.work.client.cooldown(),
        }
    }
}

/// Returns whether every later poll would meet the same error.
fn is_final(error: &Error) -> bool {
    error.is_unauthorized()
        || error.is_forbidden()
        || error.is_config()
        || error.is_certificate_refused()
        || error.is_redirect()
}

struct State {
    open: BTreeMap<CallLogId, Option<EvaluationTracker>>,
    done: BTreeMap<CallLogId, (WaitOutcome, CallLog)>,
    deleted: BTreeSet<CallLogId>,
    /// Why the last read of a call log failed.
    unread: BTreeMap<CallLogId, String>,
    /// Whether any poll has returned a state.
    looked: bool,
}

impl State {
    /// Tracks changes since the baseline if there is one, else since the reply.
    fn new(work: &Reevaluation, now: Instant) -> Self {
        let tracker = |id: CallLogId| {
            let before = work
                .baseline
                .as_ref()
                .and_then(|baseline| baseline.snapshot(id));
            let seen = work.seen.get(&id).cloned();
            let mut tracker = EvaluationTracker::new(before.or_else(|| seen.clone())?, now);
            if let Some(seen) = seen {
                tracker.record(seen, now);
            }
            Some(tracker)
        };
        let open = work.targets.iter().map(|id| (*id, tracker(*id))).collect();
        Self {
            open,
            done: BTreeMap::new(),
            deleted: BTreeSet::new(),
            unread: BTreeMap::new(),
            looked: false,
        }
    }

    fn delete(&mut self, id: CallLogId) {
        self.open.remove(&id);
        self.deleted.insert(id);
    }

    /// Ends the wait for everything that is still open.
    fn give_up(&mut self, reason: &str) {
        let open = self.open.keys().map(|id| (*id, reason.to_owned()));
        self.unread.extend(open);
    }

    /// Returns whether no call log is done or deleted yet.
    fn has_ended_none(&self) -> bool {
        self.done.is_empty() && self.deleted.is_empty()
    }

    /// Returns whether the wait has seen nothing at all.
    fn has_seen_nothing(&self) -> bool {
        !self.looked && self.has_ended_none()
    }

    fn finish(mut self, work: &Reevaluation) -> Waited {
        let logs = work.targets.iter().map(|id| {
            let (finish, after) = match self.done.remove(id) {
                Some((finish, log)) => (finish, Some(log)),
                None if self.deleted.contains(id) => (WaitOutcome::Deleted, None),
                None => {
                    let tracker = self.open.remove(id).flatten();
                    let last = tracker.and_then(|tracker| tracker.last().cloned());
                    let finish = match self.unread.remove(id) {
                        Some(reason) => WaitOutcome::Unreadable { last, reason },
                        None => WaitOutcome::TimedOut { last },
                    };
                    (finish, None)
                }
            };
            Reevaluated {
                id: *id,
                outcome: finish,
                before: work.before(*id).cloned(),
                after,
            }
        });
        Waited {
            logs: logs.collect(),
        }
    }
}

impl<'a> IntoFuture for Wait<'a> {
    type Output = Result<Waited, Error>;
    type IntoFuture = std::pin::Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl fmt::Debug for Wait<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("deadline", &self.watch.deadline)
            .field("poll", &self.watch.interval)
            .field("confirmed_only", &self.watch.confirmed_only)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;

    #[test]
    fn only_errors_that_repeat_are_final() {
        let host = || "voice.harbor.test".to_owned();
        for kind in [
            Kind::Config("no TLS".to_owned()),
            Kind::CertificateRefused { host: host() },
        ] {
            let error = Error::new(kind);
            assert!(is_final(&error), "{error}");
        }
        let unreachable = Kind::NotSent {
            host: host(),
            within: None,
        };
        for kind in [
            unreachable,
            Kind::Interrupted,
            Kind::CoolingDown,
            Kind::OutOfTime,
        ] {
            let error = Error::new(kind);
            assert!(!is_final(&error), "{error}");
        }
    }
}
