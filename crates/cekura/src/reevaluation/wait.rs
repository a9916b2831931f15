//! Waits for the results of a re-evaluation by polling.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLog;

use super::started::Work;
use super::{
    CallLogResult, Completion, CompletionState, DefaultCompletion, EvaluationTracker,
    FetchStatuses, GetMany, PollInterval, ResultStream, WaitOutcome, WaitProgress, WaitResults,
};
use crate::Error;
use crate::clock::{after, next_unit};

/// Waits for a re-evaluation when it is awaited.
///
/// Polls all outstanding call logs together, 200 to a request, and reads each one in full when it is complete.
///
/// Network and server errors do not end the wait. It ends early only for errors that would repeat at every poll, such as a
/// revoked key; earlier results are kept. A call log that cannot be read does not affect the others. The wait for a deleted
/// call log ends.
///
/// Dropping the future ends the wait only. The evaluations continue, and
/// [`Reevaluation::wait`](super::Reevaluation::wait) can be called again.
#[must_use = "a wait does nothing until it is awaited"]
pub struct Wait<'a> {
    watch: Watch,
    progress: Option<Box<dyn FnMut(WaitProgress) + Send + 'a>>,
}

/// The settings of a wait.
struct Watch {
    work: Arc<Work>,
    timeout: Duration,
    interval: PollInterval,
    confirmed_only: bool,
    completion: Arc<dyn Completion>,
}

/// How long the last poll may last beyond the deadline.
const FINAL_POLL_EXTRA: Duration = Duration::from_secs(5);

/// The limits of a pause, whatever [`PollInterval`] says.
const SHORTEST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

impl Wait<'static> {
    pub(super) fn new(work: Arc<Work>) -> Self {
        let watch = Watch {
            work,
            timeout: Duration::from_secs(600),
            interval: PollInterval::default(),
            confirmed_only: false,
            completion: Arc::new(DefaultCompletion::default()),
        };
        Self {
            watch,
            progress: None,
        }
    }
}

impl<'a> Wait<'a> {
    /// Sets the timeout of the wait, from its start; 10 minutes by default.
    ///
    /// The wait then ends with the results it has. A poll that is running may take up to 5 s more.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.watch.timeout = timeout;
        self
    }

    /// Sets the poll interval.
    pub fn with_poll_interval(mut self, interval: PollInterval) -> Self {
        self.watch.interval = interval;
        self
    }

    /// Accepts confirmed results only. A call log whose evaluation leaves no trace then times out.
    pub fn confirmed_only(mut self) -> Self {
        self.watch.confirmed_only = true;
        self
    }

    /// Sets the rule that decides when a call log is complete.
    pub fn with_completion(mut self, completion: impl Completion) -> Self {
        self.watch.completion = Arc::new(completion);
        self
    }

    /// Calls `show` before the first poll and after every poll.
    ///
    /// The wait stays `'static` if `show` borrows nothing.
    pub fn with_progress<'b>(self, show: impl FnMut(WaitProgress) + Send + 'b) -> Wait<'b> {
        Wait {
            watch: self.watch,
            progress: Some(Box::new(show)),
        }
    }

    /// Starts the wait; awaiting it does the same.
    ///
    /// The future is `Send`, and `'static` unless a [progress function](Self::with_progress) borrows something.
    ///
    /// # Errors
    /// The error of the last poll, and only if there is no result at all: either an error that would repeat at every poll, such as
    /// a revoked key, or no poll was successful before the timeout.
    pub fn send(self) -> Pin<Box<dyn Future<Output = Result<WaitResults, Error>> + Send + 'a>> {
        Box::pin(async move {
            let mut running = RunningWait::new(self);
            while running.step().await? {}
            Ok(running.state.into_results(&running.watch.work))
        })
    }

    /// Waits, and returns a stream of the results, each as soon as it is known. The call logs without a result follow when
    /// the timeout is over.
    ///
    /// Each call log is one item, unless the stream ends with an error, as [`send`](Self::send) does. Dropping the stream ends the
    /// wait only; the evaluations continue.
    ///
    /// ```no_run
    /// # async fn f(started: cekura::reevaluation::Reevaluation) -> Result<(), cekura::Error> {
    /// let mut results = started.wait().results();
    /// while let Some(log) = results.next().await.transpose()? {
    ///     println!("{log}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn results(self) -> ResultStream<'a> {
        ResultStream::new(RunningWait::new(self))
    }
}

/// A wait that was started.
pub(super) struct RunningWait<'a> {
    watch: Watch,
    progress: Option<Box<dyn FnMut(WaitProgress) + Send + 'a>>,
    state: State,
    end: Instant,
    pause: Duration,
    last_error: Option<Error>,
}

impl<'a> RunningWait<'a> {
    fn new(wait: Wait<'a>) -> Self {
        let Wait { watch, progress } = wait;
        let now = watch.work.client.shared.clock.now();
        Self {
            state: State::new(&watch.work, now),
            end: after(now, watch.timeout),
            pause: watch.interval.initial.clamp(SHORTEST_PAUSE, LONGEST_PAUSE),
            last_error: None,
            watch,
            progress,
        }
    }

    /// Pauses and polls once; returns whether the wait continues.
    pub(super) async fn step(&mut self) -> Result<bool, Error> {
        let (watch, state) = (&self.watch, &mut self.state);
        let client = &watch.work.client;
        if let Some(show) = &mut self.progress {
            show(watch.progress(state));
        }
        let now = client.shared.clock.now();
        if state.open.is_empty() || now >= self.end {
            return match self.last_error.take() {
                Some(e) if state.has_seen_nothing() => Err(e),
                _ => Ok(false),
            };
        }
        let spread = self.pause.mul_f64(next_unit(&*client.shared.jitter) / 10.0);
        let wait = (self.pause + spread).max(client.cooldown().unwrap_or_default());
        client.shared.clock.sleep(wait.min(self.end - now)).await;
        let max = watch.interval.max.clamp(SHORTEST_PAUSE, LONGEST_PAUSE);
        self.pause = self.pause.mul_f64(1.5).min(max);
        self.last_error = watch.poll(state, after(self.end, FINAL_POLL_EXTRA)).await;
        if let Some(e) = self.last_error.take_if(|e| is_final(e)) {
            if state.has_ended_none() {
                return Err(e);
            }
            state.give_up(&e.to_string());
            return Ok(false);
        }
        if let Some(e) = &self.last_error {
            let (kind, status) = (e.detail().name(), e.status());
            tracing::warn!(target: "cekura", kind, status, "a poll failed; the wait continues");
        }
        Ok(true)
    }

    /// Takes the call logs whose wait has ended since the last time; at the end of the wait all the others too.
    pub(super) fn take_ended(&mut self, is_over: bool) -> Vec<CallLogResult> {
        let mut ids = std::mem::take(&mut self.state.ended);
        if is_over {
            let targets = self.watch.work.targets.iter();
            ids.extend(targets.filter(|id| self.state.open.contains_key(id)));
        }
        let work = &self.watch.work;
        ids.into_iter()
            .map(|id| self.state.take(work, id))
            .collect()
    }
}

impl Watch {
    /// Polls everything that is outstanding and returns the first error.
    async fn poll(&self, state: &mut State, until: Instant) -> Option<Error> {
        let (client, options) = (&self.work.client, &self.work.options);
        let wanted = state
            .open
            .keys()
            .map(|id| (*id, self.work.times.get(id).copied().flatten()))
            .collect();
        let scope = self.work.scope.clone();
        let fetch = FetchStatuses::new(client.clone(), options.clone(), scope, wanted);
        let statuses = fetch.with_deadline(until).await;
        let mut first_error = statuses.error;
        statuses.deleted.into_iter().for_each(|id| state.delete(id));
        state.unread.extend(statuses.unreadable);
        let mut ready = Vec::new();
        for (id, snapshot) in statuses.found {
            let now = client.shared.clock.now();
            let tracker = state.open.entry(id).or_insert(None);
            let tracker =
                tracker.get_or_insert_with(|| EvaluationTracker::new(snapshot.clone(), now));
            tracker.record(snapshot, now);
            state.has_polled = true;
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
                    let outcome = tracker.outcome(&log, &*self.completion, self.confirmed_only);
                    if let Some(outcome) = outcome {
                        state.complete(id, outcome, log);
                    }
                }
                (Err(e), _) if e.is_certainly_missing() => state.delete(id),
                (Err(e), _) => {
                    state.unread.insert(id, e.to_string());
                    if !e.is_forbidden() {
                        first_error.get_or_insert(e);
                    }
                }
                _ => {}
            }
        }
        first_error
    }

    fn progress(&self, state: &State) -> WaitProgress {
        WaitProgress {
            done: state.results,
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
        || error.is_invalid_certificate()
        || error.is_redirect()
}

struct State {
    open: BTreeMap<CallLogId, Option<EvaluationTracker>>,
    done: BTreeMap<CallLogId, (WaitOutcome, CallLog)>,
    deleted: BTreeSet<CallLogId>,
    /// How many results there are, those that were taken included.
    results: usize,
    /// Call logs whose wait has ended and that were not taken yet.
    ended: Vec<CallLogId>,
    /// Why the last read of a call log failed.
    unread: BTreeMap<CallLogId, String>,
    /// Whether any poll has returned a state.
    has_polled: bool,
}

impl State {
    /// Tracks changes since the baseline if there is one, else since the response.
    fn new(work: &Work, now: Instant) -> Self {
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
            results: 0,
            ended: Vec::new(),
            unread: BTreeMap::new(),
            has_polled: false,
        }
    }

    fn delete(&mut self, id: CallLogId) {
        self.open.remove(&id);
        if self.deleted.insert(id) {
            self.ended.push(id);
        }
    }

    fn complete(&mut self, id: CallLogId, outcome: WaitOutcome, log: CallLog) {
        self.open.remove(&id);
        self.done.insert(id, (outcome, log));
        self.results += 1;
        self.ended.push(id);
    }

    /// Ends the wait for everything that is still open.
    fn give_up(&mut self, reason: &str) {
        let open = self.open.keys().map(|id| (*id, reason.to_owned()));
        self.unread.extend(open);
    }

    /// Returns whether no call log is done or deleted yet.
    fn has_ended_none(&self) -> bool {
        self.results == 0 && self.deleted.is_empty()
    }

    /// Returns whether no poll has returned a state and no call log has ended.
    fn has_seen_nothing(&self) -> bool {
        !self.has_polled && self.has_ended_none()
    }

    /// Removes and returns the result of one call log.
    fn take(&mut self, work: &Work, id: CallLogId) -> CallLogResult {
        let (outcome, after) = match self.done.remove(&id) {
            Some((outcome, log)) => (outcome, Some(log)),
            None if self.deleted.contains(&id) => (WaitOutcome::Deleted, None),
            None => {
                let tracker = self.open.remove(&id).flatten();
                let last = tracker.and_then(|tracker| tracker.last().cloned());
                let outcome = match self.unread.remove(&id) {
                    Some(reason) => WaitOutcome::Unreadable { last, reason },
                    None => WaitOutcome::TimedOut { last },
                };
                (outcome, None)
            }
        };
        CallLogResult {
            id,
            outcome,
            before: work.before(id).cloned(),
            after,
        }
    }

    fn into_results(mut self, work: &Work) -> WaitResults {
        let ids = work.targets.iter();
        WaitResults {
            logs: ids.map(|id| self.take(work, *id)).collect(),
        }
    }
}

impl<'a> IntoFuture for Wait<'a> {
    type Output = Result<WaitResults, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl fmt::Debug for Wait<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("timeout", &self.watch.timeout)
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
            Kind::InvalidCertificate { host: host() },
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
