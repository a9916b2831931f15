//! A running sandbox.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};

use tokio::task::JoinHandle;

use crate::builder::SandboxBuilder;
use crate::credits::Credits;
use crate::events::{Event, EventTrigger};
use crate::faults::Faults;
use crate::ledger::Ledger;
use crate::lock;
use crate::quirks::Quirks;
use crate::request_counts::RequestCounts;
use crate::request_log::LoggedRequest;
use crate::server::RateLimit;
use crate::shared::Shared;
use crate::verdict::{Verdict, verdicts_of};

/// A sandbox that serves on 127.0.0.1. Dropping it stops it and closes all its connections.
pub struct Sandbox {
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

impl Sandbox {
    /// Returns a builder. Default: two agents and 500 call logs.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::new()
    }

    pub(crate) fn new(shared: Arc<Shared>, server: JoinHandle<()>) -> Self {
        Self { shared, server }
    }

    /// Returns the URL, `http://127.0.0.1:PORT`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        self.shared.url()
    }

    /// Returns a key of the whole organization with all permissions.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.shared.keys.admin
    }

    /// Returns a read-only key: 403 on every request that changes or costs something.
    #[must_use]
    pub fn read_only_key(&self) -> &str {
        &self.shared.keys.read_only
    }

    /// Returns a key of the first project: 403 on billing, and no access to other projects.
    #[must_use]
    pub fn project_key(&self) -> &str {
        &self.shared.keys.project
    }

    /// Returns a token for `Authorization: Bearer`, with the rights of [`api_key`](Self::api_key).
    #[must_use]
    pub fn bearer_token(&self) -> &str {
        &self.shared.keys.bearer
    }

    /// Returns the ids of the agents, ascending.
    #[must_use]
    pub fn agent_ids(&self) -> Vec<i64> {
        self.shared
            .world
            .agents
            .iter()
            .map(|agent| agent.id)
            .collect()
    }

    /// Returns the provider's id of an agent, such as `asst_harbor_frontdesk`; empty if there is no such agent.
    #[must_use]
    pub fn assistant_id_of(&self, agent: i64) -> String {
        let agent = self.shared.world.agent(agent);
        agent.map_or_else(String::new, |agent| agent.assistant_id.clone())
    }

    /// Returns the ids of the projects, ascending.
    #[must_use]
    pub fn project_ids(&self) -> Vec<i64> {
        self.shared.world.projects()
    }

    /// Returns the project of an agent; `None` if there is no such agent.
    #[must_use]
    pub fn project_of(&self, agent: i64) -> Option<i64> {
        self.shared.world.agent(agent).map(|agent| agent.project)
    }

    /// Returns the ids of all call logs, ascending; the newest call is the last.
    #[must_use]
    pub fn call_log_ids(&self) -> Vec<i64> {
        self.shared.world.call_log_ids().collect()
    }

    /// Returns the ids of an agent's call logs, ascending.
    #[must_use]
    pub fn call_log_ids_of(&self, agent: i64) -> Vec<i64> {
        let world = &self.shared.world;
        let ids = world.call_log_ids();
        ids.filter(|id| world.agent_of(*id).id == agent).collect()
    }

    /// Returns the ids of the reviewed call logs, ascending: about a tenth from the start, most with the evaluated
    /// outcome, and those of [`review`](Self::review).
    #[must_use]
    pub fn reviewed_call_log_ids(&self) -> Vec<i64> {
        let now = self.shared.clock.now();
        lock(&self.shared.state).reviewed(&self.shared.world, now)
    }

    /// Returns the ids of an agent's metrics, ascending.
    #[must_use]
    pub fn metric_ids_of(&self, agent: i64) -> Vec<i64> {
        let now = self.shared.clock.now();
        let state = lock(&self.shared.state);
        let metrics = state.metrics_of(&self.shared.world, agent, now);
        metrics.map(|metric| metric.id).collect()
    }

    /// Returns everything that has been paid for so far.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        lock(&self.shared.state).ledger.clone()
    }

    /// Returns the latest requests in the order of arrival, at most as many as [`SandboxBuilder::request_log_size`] keeps, without control
    /// routes.
    #[must_use]
    pub fn request_log(&self) -> Vec<LoggedRequest> {
        self.shared.request_log.last(usize::MAX)
    }

    /// Returns the counts of all requests so far, including those dropped from the request log, without control routes.
    #[must_use]
    pub fn request_counts(&self) -> RequestCounts {
        self.shared.request_log.request_counts()
    }

    /// Returns the number of connections that were reset with an unread request
    /// ([`Quirks::closes_unread_after`], [`Fault::close_unread`](crate::Fault::close_unread)). Such requests are not in
    /// the request log.
    #[must_use]
    pub fn unread_requests(&self) -> u64 {
        self.shared.unread_requests.load(Ordering::SeqCst)
    }

    /// Returns the queue of faults.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// Returns the current settings of undocumented behaviour.
    #[must_use]
    pub fn quirks(&self) -> Quirks {
        Quirks::clone(&lock(&self.shared.state).quirks)
    }

    /// Changes the settings of undocumented behaviour. Accepted evaluations keep the settings of their acceptance.
    pub fn set_quirks(&self, quirks: Quirks) {
        lock(&self.shared.state).quirks = Arc::new(quirks);
    }

    /// Sets the least duration of every later request, in real time.
    pub fn set_latency(&self, latency: Duration) {
        self.shared
            .change_settings(|settings| settings.latency = latency);
    }

    /// Sets the duration of an evaluation on the sandbox's clock, varied by up to a third. Accepted evaluations keep their
    /// duration.
    pub fn set_evaluation_time(&self, time: Duration) {
        self.shared
            .change_settings(|settings| settings.evaluation_time = time);
    }

    /// Sets the duration of a job, such as the generation of scenarios, on the sandbox's clock; of running jobs too.
    pub fn set_job_time(&self, time: Duration) {
        self.shared
            .change_settings(|settings| settings.job_time = time);
    }

    /// Sets the rate limit; `None` removes it.
    pub fn set_rate_limit(&self, limit: Option<RateLimit>) {
        self.shared
            .change_settings(|settings| settings.rate_limit = limit);
    }

    /// Moves the sandbox's clock ahead.
    pub fn advance(&self, time: Duration) {
        self.shared.clock.advance(time);
    }

    /// Returns the time on the sandbox's clock, without the skew of the service's clock
    /// ([`SandboxClock::ahead_by`](crate::SandboxClock::ahead_by)).
    #[must_use]
    pub fn now(&self) -> SystemTime {
        self.shared.clock.true_now().into()
    }

    /// Edits a metric: later evaluations use a new version with other verdicts on a part of the call logs. Returns the new
    /// version, or `None` if there is no such metric.
    pub fn edit_metric(&self, metric: i64) -> Option<u32> {
        let now = self.shared.clock.now();
        lock(&self.shared.state).edit_metric(&self.shared.world, now, metric)
    }

    /// Assigns one more metric to an agent: later evaluations include it and cost more. Returns its id, or `None` if there
    /// is no such agent or it was given three already.
    pub fn assign_metric(&self, agent: i64) -> Option<i64> {
        let now = self.shared.clock.now();
        lock(&self.shared.state).assign_metric(&self.shared.world, now, agent)
    }

    /// Deletes a call log: 404 when read, not in the list, refused in requests. Accepted evaluations stay paid for. Returns
    /// whether there was such a call log.
    pub fn delete(&self, call_log: i64) -> bool {
        self.apply(Event::DeleteCallLog { call_log })
    }

    /// Adds credits to the balance.
    pub fn add_credits(&self, credits: Credits) {
        self.apply(Event::AddCredits { credits });
    }

    /// Schedules an event: at a moment of the sandbox's clock, or before or after a paid request. Returns whether its call
    /// log, metric or agent exists; if not, nothing is scheduled.
    ///
    /// ```
    /// use cekura_sandbox::{Event, EventTrigger, Sandbox};
    ///
    /// # async fn example() -> Result<(), cekura_sandbox::Error> {
    /// let sandbox = Sandbox::builder().start().await?;
    /// let review = Event::Review { call_log: 5001, success: false };
    /// assert!(sandbox.schedule(EventTrigger::AfterPaidRequest(1), review));
    /// # Ok(())
    /// # }
    /// ```
    pub fn schedule(&self, trigger: EventTrigger, event: Event) -> bool {
        self.shared.schedule(trigger, event)
    }

    fn apply(&self, event: Event) -> bool {
        self.schedule(EventTrigger::After(Duration::ZERO), event)
    }

    /// Reviews a call log as a person: their outcome replaces the evaluated one, and `updated_at` changes. Returns whether
    /// there is such a call log.
    pub fn review(&self, call_log: i64, success: bool) -> bool {
        self.apply(Event::Review { call_log, success })
    }

    /// Edits a call log as a person, such as its metadata: only `updated_at` changes. Returns whether there is such a call
    /// log.
    pub fn edit_call_log(&self, call_log: i64) -> bool {
        self.apply(Event::EditCallLog { call_log })
    }

    /// Returns every verdict on a call log so far, the oldest first, independent of lags and faults. Those from before the
    /// start ([`Verdict::evaluation`] 0) stay in it when later ones have replaced them.
    #[must_use]
    pub fn verdicts(&self, call_log: i64) -> Vec<Verdict> {
        verdicts_of(&self.shared, call_log).unwrap_or_default()
    }

    /// Holds new connections for this much real time: clients wait in connect, and nothing is sent. Zero ends the hold; a
    /// waiting client connects at its system's next attempt, at first after a second. Open connections are served. Returns
    /// when the hold is in effect.
    pub async fn hold_connections(&self, time: Duration) {
        self.shared.connect_delay.start(time).await;
    }

    /// Waits until a request is held by a hang, a delay or a slow body. Returns once for each such request, also for earlier
    /// ones, so that a test can end the client's timeout exactly then.
    pub async fn stalled(&self) {
        if let Ok(permit) = self.shared.stalled.acquire().await {
            permit.forget();
        }
    }
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
