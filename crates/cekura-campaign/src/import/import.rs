//! The import: its parts, and how it is set up, stopped and observed.

use std::collections::VecDeque;
use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use cekura::clock::{Clock, SystemClock};
use cekura::{Client, Scope, Timestamp};
use futures_util::future::{Either, select};

use super::file::Cursor;
use super::line::{Line, LineDigest};
use super::lookup::{Found, Wanted, find};
use super::record::{Event, Record, Settled, written};
use super::summary::name;
use super::{ImportError, ImportFile, ImportForecast, ImportJournal, ImportOutcome, ImportSummary};
use crate::engine::{NoObserver, Observer, Phase, Progress, StopHandle};

/// How many calls are looked up before they are sent.
const CHUNK: usize = 1_000;

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
    stop: StopHandle,
    observer: Arc<dyn Observer>,
    pub(super) summary: ImportSummary,
    /// How far the file is read.
    cursor: Cursor,
    /// Answers of one kind in a row: refusals without any call that was accepted, lost ones, 429s.
    pub(super) refused_in_row: u32,
    pub(super) lost_in_row: u32,
    pub(super) limited_in_row: u32,
}

/// A call to send. Its line is read again when it is sent.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub(super) line: u64,
    pub(super) offset: u64,
    pub(super) call_id: String,
    pub(super) agent: Scope,
    pub(super) time: Option<SystemTime>,
    pub(super) digest: LineDigest,
}

impl Pending {
    pub(super) fn record(&self, event: Event) -> Record {
        Record {
            call_id: self.call_id.clone(),
            line: self.line,
            digest: written(self.digest),
            event,
        }
    }

    /// Returns the record that is written before the call is sent.
    pub(super) fn sending(&self, now: SystemTime) -> Record {
        self.record(Event::Sending {
            at: Timestamp::from(now),
            agent: self.agent.clone(),
            timestamp: self.time.map(Timestamp::from),
        })
    }
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
            stop: StopHandle::default(),
            observer: Arc::new(NoObserver),
            refused_in_row: 0,
            lost_in_row: 0,
            limited_in_row: 0,
        }
    }

    /// Sets how many calls are sent at the same time (default: 4; at least 1).
    #[must_use]
    pub fn with_concurrency(mut self, calls: u32) -> Self {
        self.concurrency = calls.max(1);
        self
    }

    /// Sets how long a call whose response was lost is looked for (default: 60 s).
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

    /// Returns what has happened to the calls of the file; reads the lines that the import has not read yet.
    pub fn summary(&mut self) -> ImportSummary {
        // A file that cannot be read any more has ended the import, with an error that says so.
        while self.next_chunk().is_ok_and(|rest| !rest.is_empty()) {}
        let mut summary = self.summary.clone();
        summary.calls = self.file.calls();
        summary.unknown = self.journal.unresolved.len() as u64;
        for (call_id, call) in &self.journal.unresolved {
            let reason = "no usable response, and it is not listed";
            name(&mut summary.unknowns, call.line, call_id, reason);
        }
        summary
    }

    /// Begins with the first line.
    fn rewind(&mut self) {
        self.cursor = Cursor::default();
        self.summary = ImportSummary {
            calls: self.file.calls(),
            ..ImportSummary::default()
        };
    }

    /// Counts the calls that the journal does not know. Sends nothing; those that are at Cekura are counted as to be sent.
    ///
    /// # Errors
    /// [`ImportError::File`] if the file cannot be read.
    pub fn pending(&mut self) -> Result<ImportForecast, ImportError> {
        self.rewind();
        let mut forecast = ImportForecast::default();
        loop {
            let chunk = self.next_chunk()?;
            if chunk.is_empty() {
                return Ok(self.counted(forecast));
            }
            forecast.add(&chunk, &Found::new());
        }
    }

    /// Counts what an import would do. Sends free list requests only, and writes nothing.
    ///
    /// # Errors
    /// [`ImportError::File`] or [`ImportError::Service`] if the file or the list cannot be read.
    pub async fn forecast(&mut self) -> Result<ImportForecast, ImportError> {
        self.rewind();
        let mut forecast = ImportForecast::default();
        loop {
            let chunk = self.next_chunk()?;
            if chunk.is_empty() {
                return Ok(self.counted(forecast));
            }
            let found = self.find(&chunk).await.map_err(ImportError::Service)?;
            forecast.add(&chunk, &found);
        }
    }

    /// Adds what the journal knows, which was counted in the summary on the way.
    fn counted(&self, mut forecast: ImportForecast) -> ImportForecast {
        forecast.already_there += self.summary.sent + self.summary.already_there;
        forecast.unknown = self.journal.unresolved.len() as u64;
        forecast
    }

    /// Sends the calls that are not settled and not at Cekura.
    ///
    /// Each call is written to the journal before it is sent, and its outcome afterwards. A call whose response was lost is
    /// looked for until the settle window ends. What is left when this fails or is dropped can be done by another import with
    /// the same journal.
    ///
    /// # Errors
    /// When the file or the journal cannot be used, the service cannot be reached, or it rejects every further request: 401, 402,
    /// 403, one 429 after another, the first 20 calls refused, or 10 requests in a row without a usable response.
    pub async fn run(&mut self) -> Result<ImportOutcome, ImportError> {
        self.rewind();
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

    async fn send_new(&mut self) -> Result<(), Interruption> {
        loop {
            let chunk = self.next_chunk()?;
            self.progress();
            if chunk.is_empty() {
                return Ok(());
            }
            let found = self.unless_stopped(self.find(&chunk)).await?;
            let found = found.map_err(ImportError::Service)?;
            let (mut queue, mut there) = (VecDeque::new(), Vec::new());
            for call in chunk {
                match found.get(&call.call_id) {
                    Some(id) => there.push(call.record(Event::There { id: *id })),
                    None => queue.push_back(call),
                }
            }
            self.journal.append(&there)?;
            self.summary.already_there += there.len() as u64;
            self.send_all(queue).await?;
        }
    }

    /// Reads lines until there are enough calls to send; counts the settled ones on the way.
    fn next_chunk(&mut self) -> Result<Vec<Pending>, ImportError> {
        let Self {
            file,
            journal,
            summary,
            cursor,
            ..
        } = self;
        let mut chunk = Vec::new();
        let mut invalid = None;
        *cursor = file.read_from(*cursor, |raw| {
            let Line {
                call_id,
                scope,
                time,
                digest,
                ..
            } = match Line::parse(raw.text) {
                Ok(line) => line,
                Err(problem) => {
                    invalid = Some((raw.number, problem));
                    return false;
                }
            };
            if let Some(call) = journal.unresolved.get_mut(&call_id) {
                call.offset = (call.digest == digest).then_some(raw.offset);
                return true;
            }
            if let Some((settled @ (Settled::Sent | Settled::There), before)) =
                journal.settled.get(&call_id)
            {
                match settled {
                    Settled::Sent => {
                        summary.sent += 1;
                        summary.sent_before += 1;
                    }
                    _ => summary.already_there += 1,
                }
                if digest != before {
                    summary.changed += 1;
                    let reason = "its line has changed since it was sent";
                    name(&mut summary.changes, raw.number, &call_id, reason);
                }
                return true;
            }
            chunk.push(Pending {
                line: raw.number,
                offset: raw.offset,
                call_id,
                agent: scope,
                time,
                digest,
            });
            chunk.len() < CHUNK
        })?;
        match invalid {
            Some((number, problem)) => Err(self.file.changed(number, &problem)),
            None => Ok(chunk),
        }
    }

    async fn find(&self, chunk: &[Pending]) -> Result<Found, cekura::Error> {
        let wanted = chunk.iter().map(|call| Wanted {
            call_id: &call.call_id,
            agent: &call.agent,
            time: call.time,
        });
        find(&self.client, wanted, self.clock.system_time()).await
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
        match select(pin!(work), pin!(self.stop.requested())).await {
            Either::Left((done, _)) => Ok(done),
            Either::Right(_) => Err(Interruption::Stopped),
        }
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
