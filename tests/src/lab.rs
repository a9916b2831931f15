//! A sandbox and clients that share one clock.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use cekura::clock::Jitter;
use cekura::resources::ReevaluationRequest;
use cekura::types::CallLog;
use cekura::{AgentId, ApiKey, CallLogId, CallLogTargets, Client, ClientBuilder, MetricId};
use cekura_sandbox::{Fault, Faults, Quirks, Sandbox, SandboxBuilder, SandboxClock};

use crate::clock::LabClock;
use crate::tally::{Mark, Tally};

/// A sandbox on a manual clock, and a client that waits on that clock.
#[derive(Debug)]
pub struct Lab {
    sandbox: Arc<Sandbox>,
    clock: LabClock,
    client: Client,
    unused: Mutex<VecDeque<i64>>,
}

impl Lab {
    /// Starts a lab whose evaluations take 20 s; everything else has the sandbox's defaults.
    pub async fn open() -> Self {
        Self::with(|sandbox| sandbox).await
    }

    /// Starts a lab whose sandbox has these settings.
    pub async fn with_quirks(quirks: Quirks) -> Self {
        Self::with(|sandbox| sandbox.quirks(quirks)).await
    }

    /// Starts a lab, and lets `set_up` configure the sandbox.
    ///
    /// # Panics
    /// If no port is free.
    pub async fn with(set_up: impl FnOnce(SandboxBuilder) -> SandboxBuilder) -> Self {
        let builder = Sandbox::builder()
            .seed(7)
            .evaluation_time(std::time::Duration::from_secs(20))
            .clock(SandboxClock::manual());
        let sandbox = set_up(builder).start().await.expect("a free port");
        let sandbox = Arc::new(sandbox);
        let clock = LabClock::new(Arc::clone(&sandbox));
        let client = client_of(&sandbox, &clock);
        let agent = sandbox.agent_ids()[0];
        let ids = sandbox.call_log_ids_of(agent).into_iter().rev();
        Self {
            client: client.build().expect("a client of the sandbox"),
            unused: Mutex::new(ids.collect()),
            clock,
            sandbox,
        }
    }

    /// Returns the sandbox.
    #[must_use]
    pub fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// Returns a shared handle of the sandbox.
    #[must_use]
    pub fn sandbox_handle(&self) -> Arc<Sandbox> {
        Arc::clone(&self.sandbox)
    }

    /// Returns the clock of both sides.
    #[must_use]
    pub fn clock(&self) -> &LabClock {
        &self.clock
    }

    /// Returns the client.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Returns the builder of another client on the same clock.
    pub fn client_builder(&self) -> ClientBuilder {
        client_of(&self.sandbox, &self.clock)
    }

    /// Returns the queue of faults.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        self.sandbox.faults()
    }

    /// Adds a fault for the next request for `operation`.
    pub fn fault(&self, operation: &str, fault: Fault) {
        self.faults().push_for(operation, fault);
    }

    /// Returns the first agent.
    #[must_use]
    pub fn agent(&self) -> AgentId {
        AgentId(self.sandbox.agent_ids()[0])
    }

    /// Prepares a re-evaluation of call logs of the first agent.
    pub fn rerun(&self, logs: impl Into<CallLogTargets>) -> ReevaluationRequest {
        let call_logs = self.client.call_logs();
        call_logs.rerun_evaluation(self.agent(), logs)
    }

    /// Returns the metrics of the first agent.
    #[must_use]
    pub fn metrics(&self) -> Vec<MetricId> {
        let ids = self.sandbox.metric_ids_of(self.agent().0);
        ids.into_iter().map(MetricId).collect()
    }

    /// Returns call logs of the first agent that were not returned before, the newest first.
    ///
    /// # Panics
    /// When there are too few left.
    #[must_use]
    pub fn fresh(&self, count: usize) -> Vec<CallLogId> {
        (0..count).map(|_| self.next_unused()).collect()
    }

    /// Like [`fresh`](Self::fresh), but only evaluated call logs without a review.
    ///
    /// # Panics
    /// When there are too few left, or one cannot be read.
    pub async fn idle(&self, count: usize) -> Vec<CallLogId> {
        self.fresh_where(count, |log| {
            log.is_reviewed != Some(true) && log.success.is_some()
        })
        .await
    }

    /// The same, but only those that a person has reviewed.
    ///
    /// # Panics
    /// As for [`idle`](Self::idle).
    pub async fn reviewed(&self, count: usize) -> Vec<CallLogId> {
        self.fresh_where(count, |log| log.is_reviewed == Some(true))
            .await
    }

    /// The same, but only those that fit.
    ///
    /// # Panics
    /// As for [`idle`](Self::idle).
    pub async fn fresh_where(
        &self,
        count: usize,
        fits: impl Fn(&CallLog) -> bool,
    ) -> Vec<CallLogId> {
        let mut found = Vec::new();
        while found.len() < count {
            let id = self.next_unused();
            if fits(&self.read(id).await) {
                found.push(id);
            }
        }
        found
    }

    /// One call log, as the service shows it now.
    ///
    /// # Panics
    /// When it cannot be read.
    pub async fn read(&self, id: CallLogId) -> CallLog {
        let log = self.client.call_logs().get(id).await;
        log.expect("a call log of the sandbox")
    }

    fn next_unused(&self) -> CallLogId {
        let mut unused = self.unused.lock().unwrap_or_else(PoisonError::into_inner);
        CallLogId(unused.pop_front().expect("enough call logs in the sandbox"))
    }

    /// Returns how often the evaluation of a call log was paid for.
    #[must_use]
    pub fn paid(&self, id: CallLogId) -> u64 {
        self.sandbox.ledger().evaluations_of(id.0)
    }

    /// Returns how often each of `ids` was paid for.
    #[must_use]
    pub fn paid_each(&self, ids: &[CallLogId]) -> Vec<u64> {
        let ledger = self.sandbox.ledger();
        ids.iter().map(|id| ledger.evaluations_of(id.0)).collect()
    }

    /// Returns how many evaluations of a call log have ended by now, without its first one.
    #[must_use]
    pub fn judged(&self, id: CallLogId) -> u64 {
        let verdicts = self.sandbox.verdicts(id.0);
        let last = verdicts.iter().map(|verdict| verdict.evaluation).max();
        last.unwrap_or(0).into()
    }

    /// Returns the present end of the request log.
    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark(self.sandbox.request_log().len())
    }

    /// Returns the requests since `mark`.
    #[must_use]
    pub fn since(&self, mark: Mark) -> Tally {
        Tally(self.sandbox.request_log().split_off(mark.0))
    }

    /// Returns all requests.
    #[must_use]
    pub fn arrived(&self) -> Tally {
        Tally(self.sandbox.request_log())
    }
}

fn client_of(sandbox: &Sandbox, clock: &LabClock) -> ClientBuilder {
    Client::builder()
        .api_key(ApiKey::new(sandbox.api_key()).expect("a key"))
        .base_url(sandbox.url())
        .clock(clock.clone())
        .jitter(Jitter::seeded(11))
}
