//! Waiting for results that nobody announces.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cekura_api::open::CallLogId;
use cekura_api::types::CallLog;

use super::read::{read_batches, read_each};
use super::tracker::Tracker;
use super::{
    Completion, DefaultCompletion, Finish, Judgement, Reevaluated, Reevaluation, Snapshot, Waited,
};
use crate::Error;
use crate::http::CallOptions;

/// How often to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Poll {
    /// The pause before the first look; 2 s by default.
    pub first: Duration,
    /// The longest pause; each is half as long again as the one before, up to here; 15 s by default.
    pub longest: Duration,
}

impl Default for Poll {
    fn default() -> Self {
        Self {
            first: Duration::from_secs(2),
            longest: Duration::from_secs(15),
        }
    }
}

impl Poll {
    /// Pauses from `first` to `longest`.
    #[must_use]
    pub fn between(first: Duration, longest: Duration) -> Self {
        Self { first, longest }
    }
}

/// Where a wait stands, for showing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WaitProgress {
    /// Call logs with a result.
    pub done: usize,
    /// Call logs in all.
    pub total: usize,
    /// How long a 429 still holds the client back.
    pub held_for: Option<Duration>,
}

/// Waits for a re-evaluation when it is awaited.
///
/// Looks at all outstanding call logs together, 200 to a request, and reads each one whole when it is done.
///
/// Dropping the future loses nothing but the wait: the evaluations go on, and
/// [`Reevaluation::wait`] can be called again.
#[must_use = "a wait does nothing until it is awaited"]
pub struct Wait<'a> {
    watch: Watch<'a>,
    progress: Option<Box<dyn FnMut(WaitProgress) + Send + 'a>>,
}

/// What to look at, how often, and what to make of it.
struct Watch<'a> {
    work: &'a Reevaluation,
    deadline: Duration,
    poll: Poll,
    observed_only: bool,
    completion: Arc<dyn Completion>,
}

/// What the last look may take beyond the end of the wait.
const LAST_LOOK: Duration = Duration::from_secs(5);

/// Sweeps that may fail one after the other before the wait gives up.
const FAILED_SWEEPS: u32 = 5;

impl<'a> Wait<'a> {
    pub(super) fn new(work: &'a Reevaluation) -> Self {
        let watch = Watch {
            work,
            deadline: Duration::from_secs(600),
            poll: Poll::default(),
            observed_only: false,
            completion: Arc::new(DefaultCompletion::default()),
        };
        Self {
            watch,
            progress: None,
        }
    }

    /// Ends the wait after `deadline`, with what there is; 10 minutes by default.
    ///
    /// A last look that is under way then may take up to 5 s more.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.watch.deadline = deadline;
        self
    }

    /// Says how often to look.
    pub fn with_poll(mut self, poll: Poll) -> Self {
        self.watch.poll = poll;
        self
    }

    /// Takes no settled result for an end; the wait may then time out where the service leaves no trace.
    pub fn observed_only(mut self) -> Self {
        self.watch.observed_only = true;
        self
    }

    /// Replaces the rule that says when a call log is done.
    pub fn with_completion(mut self, completion: impl Completion) -> Self {
        self.watch.completion = Arc::new(completion);
        self
    }

    /// Calls `show` after every look.
    pub fn with_progress(mut self, show: impl FnMut(WaitProgress) + Send + 'a) -> Self {
        self.progress = Some(Box::new(show));
        self
    }

    async fn run(self) -> Result<Waited, Error> {
        let Self {
            watch,
            mut progress,
        } = self;
        let shared = &watch.work.client.shared;
        let clock = &shared.clock;
        let end = clock.now() + watch.deadline;
        let mut state = State::new(watch.work, clock.now());
        let mut pause = watch.poll.first;
        let mut failures = 0;
        loop {
            if let Some(show) = &mut progress {
                show(watch.progress(&state));
            }
            let now = clock.now();
            if state.open.is_empty() || now >= end {
                break;
            }
            let spread = pause.mul_f64(shared.chance.unit() / 10.0);
            clock.sleep((pause + spread).min(end - now)).await;
            pause = pause.mul_f64(1.5).min(watch.poll.longest);
            match watch.sweep(&mut state, end).await {
                Ok(()) => failures = 0,
                Err(e) if transient(&e) && failures < FAILED_SWEEPS => {
                    failures += 1;
                    tracing::warn!(target: "cekura", error = %e, failures, "a look failed; the wait goes on");
                }
                Err(e) => return Err(e),
            }
        }
        Ok(state.finish(watch.work))
    }
}

impl Watch<'_> {
    /// One look at everything that is outstanding.
    async fn sweep(&self, state: &mut State, end: Instant) -> Result<(), Error> {
        let client = &self.work.client;
        let clock = &client.shared.clock;
        let options = self.limited(end.saturating_duration_since(clock.now()));
        let wanted = state
            .open
            .keys()
            .map(|id| (*id, self.work.times.get(id).copied().flatten()))
            .collect();
        let found = read_batches(client, &self.work.place, &wanted, &options).await?;
        let mut ready = Vec::new();
        for (id, snapshot) in found {
            let now = clock.now();
            let tracker = state.open.entry(id).or_insert(None);
            let tracker = tracker.get_or_insert_with(|| Tracker::new(snapshot.clone(), now));
            tracker.look(snapshot, now);
            if self.judge(tracker) != Judgement::Pending {
                ready.push(id);
            }
        }
        for (id, read) in read_each(client, &ready, &options).await {
            let log = read?;
            let snapshot = Snapshot::from(&log);
            let Some(Some(tracker)) = state.open.get(&id) else {
                continue;
            };
            let finish = match self.judge(tracker) {
                Judgement::Observed(rule) => Finish::Observed(rule),
                Judgement::Settled => Finish::Settled,
                Judgement::Pending => continue,
            };
            if snapshot.is_busy() {
                continue;
            }
            state.open.remove(&id);
            state.done.insert(id, (finish, log));
        }
        Ok(())
    }

    fn judge(&self, tracker: &Tracker) -> Judgement {
        match self.completion.judge(tracker.seen()) {
            Judgement::Settled if self.observed_only => Judgement::Pending,
            judgement => judgement,
        }
    }

    /// The call's options, with no limit far beyond the wait's own end.
    fn limited(&self, rest: Duration) -> CallOptions {
        let mut options = self.work.options.clone();
        let limits = &mut options.timeouts;
        limits.total = limits.total.min(rest.max(LAST_LOOK));
        options
    }

    fn progress(&self, state: &State) -> WaitProgress {
        WaitProgress {
            done: state.done.len(),
            total: self.work.targets.len(),
            held_for: self.work.client.held_for(),
        }
    }
}

/// Faults that the next look may not meet again.
fn transient(error: &Error) -> bool {
    error.is_network()
        || error.is_server_error()
        || error.is_rate_limited()
        || error.is_unreadable()
}

struct State {
    open: BTreeMap<CallLogId, Option<Tracker>>,
    done: BTreeMap<CallLogId, (Finish, CallLog)>,
}

impl State {
    /// Counts changes from before the request where that is known, else from its reply.
    fn new(work: &Reevaluation, now: Instant) -> Self {
        let tracker = |id: CallLogId| {
            let before = work
                .baseline
                .as_ref()
                .and_then(|baseline| baseline.snapshot(id));
            let replied = work.replied.get(&id).cloned();
            let mut tracker = Tracker::new(before.or_else(|| replied.clone())?, now);
            if let Some(replied) = replied {
                tracker.look(replied, now);
            }
            Some(tracker)
        };
        let open = work.targets.iter().map(|id| (*id, tracker(*id))).collect();
        Self {
            open,
            done: BTreeMap::new(),
        }
    }

    fn finish(mut self, work: &Reevaluation) -> Waited {
        let logs = work.targets.iter().map(|id| {
            let (finish, after) = match self.done.remove(id) {
                Some((finish, log)) => (finish, Some(log)),
                None => {
                    let tracker = self.open.remove(id).flatten();
                    (
                        Finish::TimedOut {
                            last: tracker.map(|tracker| tracker.seen().now.clone()),
                        },
                        None,
                    )
                }
            };
            Reevaluated {
                id: *id,
                finish,
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
            .field("poll", &self.watch.poll)
            .field("observed_only", &self.watch.observed_only)
            .finish_non_exhaustive()
    }
}
