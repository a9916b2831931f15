//! A running sandbox.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};

use serde::Serialize;
use tokio::task::JoinHandle;

use crate::builder::Builder;
use crate::credits::Credits;
use crate::events::{Event, Moment};
use crate::faults::Faults;
use crate::journal::Exchange;
use crate::judge::explain;
use crate::knobs::Knobs;
use crate::ledger::Ledger;
use crate::lock;
use crate::server::RateLimit;
use crate::shared::Shared;
use crate::traffic::Traffic;

/// A sandbox that serves on 127.0.0.1. It stops, and all its connections with it, when it is dropped.
pub struct Sandbox {
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

/// What a metric said about a call log in one evaluation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Verdict {
    /// The metric.
    pub metric: i64,
    /// The version of the metric that judged.
    pub version: u32,
    /// Which evaluation of the call log it was: 0 is the one from before the sandbox started.
    pub evaluation: u32,
    /// The score; `None` if the metric gives none, or was not applicable.
    pub score: Option<f64>,
    /// For yes-or-no metrics: passed or not.
    pub passed: Option<bool>,
    /// For metrics that choose one of a few words: the word.
    pub choice: Option<&'static str>,
    /// The reasons.
    pub explanation: Vec<String>,
}

impl Sandbox {
    /// A sandbox with two agents and 500 call logs, unless told otherwise.
    pub fn builder() -> Builder {
        Builder::new()
    }

    pub(crate) fn new(shared: Arc<Shared>, server: JoinHandle<()>) -> Self {
        Self { shared, server }
    }

    /// The address, `http://127.0.0.1:PORT`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        self.shared.url()
    }

    /// A key of the whole organization, which may do everything.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.shared.keys.admin
    }

    /// A key that may read only: 403 on everything that changes or costs something.
    #[must_use]
    pub fn read_only_key(&self) -> &str {
        &self.shared.keys.read_only
    }

    /// A key of the first project: 403 on billing, and it does not see the other projects.
    #[must_use]
    pub fn project_key(&self) -> &str {
        &self.shared.keys.project
    }

    /// A token for `Authorization: Bearer`, with the rights of [`api_key`](Self::api_key).
    #[must_use]
    pub fn bearer_token(&self) -> &str {
        &self.shared.keys.bearer
    }

    /// The ids of the agents, ascending.
    #[must_use]
    pub fn agent_ids(&self) -> Vec<i64> {
        self.shared
            .world
            .agents
            .iter()
            .map(|agent| agent.id)
            .collect()
    }

    /// The provider's id of an agent, such as `asst_harbor_frontdesk`; empty if there is no such agent.
    #[must_use]
    pub fn assistant_id_of(&self, agent: i64) -> String {
        let agent = self.shared.world.agent(agent);
        agent.map_or_else(String::new, |agent| agent.assistant_id.clone())
    }

    /// The ids of the projects, ascending.
    #[must_use]
    pub fn project_ids(&self) -> Vec<i64> {
        self.shared.world.projects()
    }

    /// The project of an agent; `None` if there is no such agent.
    #[must_use]
    pub fn project_of(&self, agent: i64) -> Option<i64> {
        self.shared.world.agent(agent).map(|agent| agent.project)
    }

    /// The ids of all call logs, ascending; the newest call is the last.
    #[must_use]
    pub fn call_log_ids(&self) -> Vec<i64> {
        self.shared.world.call_log_ids().collect()
    }

    /// The ids of an agent's call logs, ascending.
    #[must_use]
    pub fn call_log_ids_of(&self, agent: i64) -> Vec<i64> {
        let world = &self.shared.world;
        let ids = world.call_log_ids();
        ids.filter(|id| world.agent_of(*id).id == agent).collect()
    }

    /// The ids of the call logs that carry a human's review, ascending: about a tenth from the start, where the human
    /// agreed with the judge's first outcome more often than not, and those of [`review`](Self::review).
    #[must_use]
    pub fn reviewed_call_log_ids(&self) -> Vec<i64> {
        let now = self.shared.clock.now();
        lock(&self.shared.state).reviewed(&self.shared.world, now)
    }

    /// The ids of an agent's metrics, ascending.
    #[must_use]
    pub fn metric_ids_of(&self, agent: i64) -> Vec<i64> {
        let now = self.shared.clock.now();
        let state = lock(&self.shared.state);
        let metrics = state.metrics_of(&self.shared.world, agent, now);
        metrics.map(|metric| metric.id).collect()
    }

    /// What has been paid for so far.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        lock(&self.shared.state).ledger.clone()
    }

    /// What has arrived so far, in the order of arrival: the latest requests, as many as
    /// [`Builder::journal`] says. Control routes are not in it.
    #[must_use]
    pub fn journal(&self) -> Vec<Exchange> {
        self.shared.journal.last(usize::MAX)
    }

    /// How much has arrived so far, with what the journal has forgotten. Control routes do not count.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        self.shared.journal.traffic()
    }

    /// How many connections were reset because a request arrived on them that was left unread
    /// ([`Knobs::closes_unread_after`], [`Fault::close_unread`](crate::Fault::close_unread)). Such requests are not in
    /// the journal.
    #[must_use]
    pub fn left_unread(&self) -> u64 {
        self.shared.left_unread.load(Ordering::SeqCst)
    }

    /// What is still to go wrong.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// The knobs as they are.
    #[must_use]
    pub fn knobs(&self) -> Knobs {
        Knobs::clone(&lock(&self.shared.state).knobs)
    }

    /// Turns the knobs. Evaluations that were accepted before keep the knobs they were accepted under.
    pub fn set_knobs(&self, knobs: Knobs) {
        lock(&self.shared.state).knobs = Arc::new(knobs);
    }

    /// Sets how long every request takes at least, in real time, from the next one on.
    pub fn set_latency(&self, latency: Duration) {
        self.shared
            .change_settings(|settings| settings.latency = latency);
    }

    /// Sets how long one evaluation takes on the sandbox's clock, a third more or less. Evaluations that were accepted
    /// before keep their time.
    pub fn set_judge_time(&self, time: Duration) {
        self.shared
            .change_settings(|settings| settings.judge_time = time);
    }

    /// Sets how many requests are let through, or with `None` lets all through.
    pub fn set_rate_limit(&self, limit: Option<RateLimit>) {
        self.shared
            .change_settings(|settings| settings.rate_limit = limit);
    }

    /// Moves the sandbox's clock ahead.
    pub fn advance(&self, time: Duration) {
        self.shared.clock.advance(time);
    }

    /// The time on the sandbox's clock, without what the service's clock is ahead or behind
    /// ([`SandboxClock::ahead_by`](crate::SandboxClock::ahead_by)).
    #[must_use]
    pub fn now(&self) -> SystemTime {
        self.shared.clock.true_now().into()
    }

    /// A human edits a metric: later evaluations use a new version, which judges part of the call logs differently.
    /// Answers the new version, or `None` if there is no such metric.
    pub fn edit_metric(&self, metric: i64) -> Option<u32> {
        let now = self.shared.clock.now();
        lock(&self.shared.state).edit_metric(&self.shared.world, now, metric)
    }

    /// One more metric is assigned to an agent: later evaluations are made by it too, and cost more. Answers which
    /// metric it is, or `None` if there is no such agent, or if it has been given three already.
    pub fn assign_metric(&self, agent: i64) -> Option<i64> {
        let now = self.shared.clock.now();
        lock(&self.shared.state).assign_metric(&self.shared.world, now, agent)
    }

    /// A call log is deleted: 404 when read, not in the list, refused in requests. What was accepted stays paid for.
    /// Answers whether there was such a call log.
    pub fn delete(&self, call_log: i64) -> bool {
        self.schedule(
            Moment::After(Duration::ZERO),
            Event::DeleteCallLog { call_log },
        )
    }

    /// Credits are bought.
    pub fn add_credits(&self, credits: Credits) {
        let event = Event::AddCredits { credits };
        self.schedule(Moment::After(Duration::ZERO), event);
    }

    /// Lets something happen later: at a moment of the sandbox's clock, or around a paid request. Answers whether there
    /// is what the event is about; if not, nothing is scheduled.
    ///
    /// ```
    /// use cekura_sandbox::{Event, Moment, Sandbox};
    ///
    /// # async fn example() -> Result<(), cekura_sandbox::Error> {
    /// let sandbox = Sandbox::builder().start().await?;
    /// let review = Event::Review { call_log: 5001, success: false };
    /// assert!(sandbox.schedule(Moment::AfterPaidRequest(1), review));
    /// # Ok(())
    /// # }
    /// ```
    pub fn schedule(&self, moment: Moment, event: Event) -> bool {
        self.shared.schedule(moment, event)
    }

    /// A human reviews a call log: its outcome is theirs from now on, and `updated_at` moves. Answers whether there
    /// is such a call log.
    pub fn review(&self, call_log: i64, success: bool) -> bool {
        let event = Event::Review { call_log, success };
        self.schedule(Moment::After(Duration::ZERO), event)
    }

    /// A human edits a call log, its metadata for instance: `updated_at` moves, nothing else. Answers whether there
    /// is such a call log.
    pub fn edit_call_log(&self, call_log: i64) -> bool {
        self.schedule(
            Moment::After(Duration::ZERO),
            Event::EditCallLog { call_log },
        )
    }

    /// Every verdict about a call log so far, the oldest first: what is true, whatever the replies show. Those of the
    /// evaluation from before the start ([`Verdict::evaluation`] 0) stay in it when later ones have replaced them.
    #[must_use]
    pub fn verdicts(&self, call_log: i64) -> Vec<Verdict> {
        verdicts_of(&self.shared, call_log).unwrap_or_default()
    }

    /// For this much real time no new connection comes about: whoever connects waits, and nothing is sent. Zero lets
    /// them come about again; a client that waits meanwhile tries again after its system's pause, a second at first.
    /// Connections that stand are served. Resolves when it is so.
    pub async fn hold_connections(&self, time: Duration) {
        self.shared.connect_delay.start(time).await;
    }

    /// Waits until a request is held by a hang, a delay or a drip. Resolves once for each such request, also for
    /// those that were held before: a test can let the client's own clock run out exactly then.
    pub async fn stalled(&self) {
        if let Ok(permit) = self.shared.stalled.acquire().await {
            permit.forget();
        }
    }
}

/// Every verdict about a call log so far; `None` if there is no such call log.
pub(crate) fn verdicts_of(shared: &Shared, call_log: i64) -> Option<Vec<Verdict>> {
    let world = &shared.world;
    if !world.has_call_log(call_log) {
        return None;
    }
    let now = shared.clock.now();
    let found = lock(&shared.state).all_verdicts(world, call_log, now);
    let verdicts = found.into_iter().filter_map(|verdict| {
        let metric = world.metric(verdict.metric)?;
        Some(Verdict {
            metric: verdict.metric,
            version: verdict.version,
            evaluation: verdict.nth,
            score: verdict.finding.score(),
            passed: verdict.finding.passed(),
            choice: verdict.finding.choice(),
            explanation: explain(world, call_log, metric, verdict.finding),
        })
    });
    Some(verdicts.collect())
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("url", &self.url())
            .field("call_logs", &self.shared.world.call_log_ids())
            .finish_non_exhaustive()
    }
}
