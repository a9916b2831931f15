//! The import: its parts, and how it is set up, stopped and observed.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use cekura::Client;
use cekura::clock::{Clock, SystemClock};

use super::file::Cursor;
use super::pending::Pending;
use super::record::Event;
use super::{ImportError, ImportFile, ImportJournal, ImportOutcome, ImportSummary};
use crate::engine::{NoObserver, Observer, Phase, Progress, StopHandle, unless};

/// Sends the calls of a file that are not at Cekura yet, each once, with a journal.
///
/// An import can be dropped, killed or disconnected at any moment and repeated with its journal.
pub struct Import {
    pub(super) client: Client,
    pub(super) file: ImportFile,
    pub(super) journal: ImportJournal,
    pub(super) concurrency: u32,
    pub(super) settle_window: Duration,
    pub(super) may_resend: bool,
    pub(super) clock: Arc<dyn Clock>,
    /// When it began.
    pub(super) begin: SystemTime,
    stop: StopHandle,
    observer: Arc<dyn Observer>,
    pub(super) summary: ImportSummary,
    /// How far the file is read.
    pub(super) cursor: Cursor,
    /// Answers of one kind in a row: refusals without any call that was accepted, and lost ones.
    pub(super) refused_in_row: u32,
    pub(super) lost_in_row: u32,
    /// The last 429 since calls were sent, and how many rounds in a row had nothing else.
    pub(super) limited: Option<cekura::Error>,
    pub(super) limited_rounds: u32,
}

/// Why an import ends before its end.
#[derive(Debug)]
pub(super) enum Interruption {
    Stopped,
    Failed(ImportError),
}

impl<E: Into<ImportError>> From<E> for Interruption {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

impl Import {
    /// Creates an import; nothing is sent before [`run`](Self::run).
    pub fn new(client: Client, file: ImportFile, journal: ImportJournal) -> Self {
        Self {
            summary: ImportSummary::default(),
            cursor: Cursor::default(),
            client,
            file,
            journal,
            concurrency: 4,
            settle_window: Duration::from_secs(60),
            may_resend: false,
            clock: Arc::new(SystemClock),
            begin: SystemTime::UNIX_EPOCH,
            stop: StopHandle::default(),
            observer: Arc::new(NoObserver),
            refused_in_row: 0,
            lost_in_row: 0,
            limited: None,
            limited_rounds: 0,
        }
    }

    /// Sets how many calls are sent at the same time (default: 4; at least 1).
    #[must_use]
    pub fn with_concurrency(mut self, calls: u32) -> Self {
        self.concurrency = calls.max(1);
        self
    }

    /// Sets how long a call whose response was lost is looked for (default: 60 s).
    ///
    /// A call that was refused is sent again only after the same time, since no status proves that nothing was done.
    #[must_use]
    pub fn with_settle_window(mut self, span: Duration) -> Self {
        self.settle_window = span;
        self
    }

    /// Sets whether calls whose response was lost, and which were not found within the settle window, are sent once more
    /// (default: no). If the first request was only slow, they may be charged twice.
    #[must_use]
    pub fn with_resends(mut self, allowed: bool) -> Self {
        self.may_resend = allowed;
        self
    }

    /// Sets the handle by which a stop can be requested: nothing more is sent, and responses are awaited and written down.
    #[must_use]
    pub fn with_stop(mut self, stop: StopHandle) -> Self {
        self.stop = stop;
        self
    }

    /// Sets the observer of progress.
    #[must_use]
    pub fn with_observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = observer;
        self
    }

    /// Replaces the clock, for tests. The client should have the same one.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Sends the calls that are not settled and not at Cekura.
    ///
    /// Each call is written to the journal before it is sent, and its outcome afterwards. A call whose response was lost is
    /// looked for until the settle window ends. What is left when this fails or is dropped can be done by another import with
    /// the same journal.
    ///
    /// # Errors
    /// When the file or the journal cannot be used, the service cannot be reached, or it rejects every further request: 401, 402,
    /// 403, 10 rounds of requests with nothing but 429, the first 20 calls refused, or 10 requests in a row without a usable response.
    pub async fn run(&mut self) -> Result<ImportOutcome, ImportError> {
        self.rewind();
        self.begin = self.clock.system_time();
        self.journal.begin()?;
        let mut ended = self.send_new().await;
        if ended.is_ok() {
            ended = self.resolve().await;
        }
        match ended {
            Ok(()) => Ok(ImportOutcome::Finished),
            Err(Interruption::Stopped) => Ok(ImportOutcome::Stopped),
            Err(Interruption::Failed(error)) => Err(error),
        }
    }

    /// Sends the calls that are not at Cekura. One that was refused a moment ago waits until it would be listed: the last ones
    /// of all.
    async fn send_new(&mut self) -> Result<(), Interruption> {
        let mut refused: Vec<Pending> = Vec::new();
        loop {
            let chunk = self.next_chunk()?;
            self.progress();
            if chunk.is_empty() {
                break;
            }
            let (early, chunk) = chunk.into_iter().partition(|call: &Pending| {
                let at = self.journal.refused_at(&call.call_id);
                at.is_some_and(|at| !self.rest_of_window(at).is_zero())
            });
            refused.extend::<Vec<Pending>>(early);
            self.send_chunk(chunk).await?;
        }
        let last = refused
            .iter()
            .filter_map(|call| self.journal.refused_at(&call.call_id));
        if let Some(last) = last.max() {
            self.pause(self.rest_of_window(last)).await?;
        }
        self.send_chunk(refused).await
    }

    async fn send_chunk(&mut self, chunk: Vec<Pending>) -> Result<(), Interruption> {
        let wanted = chunk.iter().map(Pending::wanted);
        let mut found = self.look_up(wanted.clone()).await?;
        // A list that does not have to show the known calls yet, and does not, proves nothing.
        let agents = chunk.iter().map(|call| &call.agent);
        let rest = self.rest_of_known(agents, &found, self.begin);
        if !rest.is_zero() {
            self.pause(rest).await?;
            // What a list has shown is there, whatever the next one shows.
            found.extend(self.look_up(wanted).await?);
        }
        let (mut queue, mut there) = (VecDeque::new(), Vec::new());
        for call in chunk {
            match found.get(&call.call_id) {
                Some(id) => there.push(call.record(Event::There { id: *id })),
                None => queue.push_back(call),
            }
        }
        self.journal.append(&there)?;
        self.summary.already_there += there.len() as u64;
        self.send_all(queue).await
    }

    pub(super) fn progress(&self) {
        self.observer.progress(Progress {
            phase: Phase::Submitting,
            round: 0,
            done: self.summary.calls - self.summary.not_tried(),
            total: self.summary.calls,
        });
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stop.is_requested()
    }

    /// Waits for `span`, unless a stop is requested before.
    pub(super) async fn pause(&self, span: Duration) -> Result<(), Interruption> {
        self.unless_stopped(self.clock.sleep(span)).await
    }

    /// Returns what `work` returns, unless a stop is requested before; then `work` is dropped.
    pub(super) async fn unless_stopped<T>(
        &self,
        work: impl Future<Output = T>,
    ) -> Result<T, Interruption> {
        if self.is_stopped() {
            return Err(Interruption::Stopped);
        }
        let done = unless(self.stop.requested(), work).await;
        done.map_err(|()| Interruption::Stopped)
    }
}

impl fmt::Debug for Import {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Import")
            .field("journal", &self.journal.path())
            .field("summary", &self.summary)
            .finish_non_exhaustive()
    }
}
