//! Making a plan.

use std::fmt;
use std::time::SystemTime;

use cekura::{Client, MetricId, Timestamp};

use super::check::VERSION;
use super::error::PlanError;
use super::lookup::Lookup;
use super::model::{Plan, PlanScope, PlannedWork, PriceTable};
use super::sampling;
use super::selection::{Earlier, Selection};
use super::survey::Survey;
use crate::report::words::count;

/// How many call logs are read singly where the list shows none of them, so that an estimate rests on something.
const PROBES: usize = 5;

/// Makes a plan: finds out which call logs are meant, and what is known of them. Nothing paid is ever sent.
///
/// ```no_run
/// # async fn f(client: cekura::Client) -> Result<(), cekura_campaign::plan::PlanError> {
/// use std::time::SystemTime;
///
/// use cekura::AgentId;
/// use cekura_campaign::plan::{PlanScope, Planner, Query};
///
/// let plan = Planner::new(client, PlanScope::Agent(AgentId(310)))
///     .selection(Query::new().only_failed())
///     .sample(200, 7)
///     .plan(SystemTime::now())
///     .await?;
/// println!("{}: about {:?} credits", plan.selection, plan.estimate().credits);
/// # Ok(()) }
/// ```
#[must_use = "a planner does nothing until plan() is awaited"]
pub struct Planner {
    client: Client,
    scope: PlanScope,
    selection: Option<Selection>,
    sample: Option<(usize, u64)>,
    metrics: Option<Vec<MetricId>>,
    prices: PriceTable,
    progress: Box<dyn FnMut(u64) + Send>,
}

impl Planner {
    /// A planner for call logs of `scope`.
    pub fn new(client: Client, scope: PlanScope) -> Self {
        Self {
            client,
            scope,
            selection: None,
            sample: None,
            metrics: None,
            prices: PriceTable::default(),
            progress: Box::new(|_| {}),
        }
    }

    /// Which call logs.
    pub fn selection(mut self, selection: impl Into<Selection>) -> Self {
        self.selection = Some(selection.into());
        self
    }

    /// Only `count` of them, drawn by `seed`; see [`sample`](super::sample).
    pub fn sample(mut self, count: usize, seed: u64) -> Self {
        self.sample = Some((count, seed));
        self
    }

    /// Evaluate these metrics only, by `evaluate_metrics`, instead of all that are assigned.
    pub fn metrics(mut self, metrics: impl IntoIterator<Item = MetricId>) -> Self {
        self.metrics = Some(metrics.into_iter().collect());
        self
    }

    /// What a metric evaluation is taken to cost.
    pub fn prices(mut self, prices: PriceTable) -> Self {
        self.prices = prices;
        self
    }

    /// Hears how many call logs have been found or looked up by now, about once a page.
    pub fn on_progress(mut self, hear: impl FnMut(u64) + Send + 'static) -> Self {
        self.progress = Box::new(hear);
        self
    }

    /// Makes the plan, which says `created_at` is when that was. Only reads are sent.
    ///
    /// Call logs of a query come from the list. Call logs named by id are looked up there as well, within the service's
    /// last 30 days, to learn their agent, their time and their metrics; those that it does not show stay in the plan
    /// and are counted in [`Plan::not_listed`]. Where the list does not show the agent and the work needs it, because
    /// the scope is a project, the call log is read singly. Where a query's list shows another number of call logs than
    /// the service counts, [`Plan::count_mismatch`] has both.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) for a selection that cannot be or finds nothing, and for call logs of a
    /// project whose agent nobody knows; what the [client says](PlanError::service_error) where a read fails.
    pub async fn plan(self, created_at: SystemTime) -> Result<Plan, PlanError> {
        let Self {
            client,
            scope,
            selection,
            sample,
            metrics,
            prices,
            mut progress,
        } = self;
        let work = match metrics {
            None => PlannedWork::AllMetrics,
            Some(mut metrics) => {
                metrics.sort_unstable();
                metrics.dedup();
                PlannedWork::Metrics(metrics)
            }
        };
        scope.check()?;
        work.check(&scope)?;
        prices.check()?;
        if sample.is_some_and(|(count, _)| count == 0) {
            return Err(PlanError::usage(
                "a sample of 0 call logs is nothing: expected at least 1",
            ));
        }
        let Some(selection) = selection else {
            return Err(PlanError::usage(
                "no call logs are selected: name ids, a file, a query or an earlier campaign",
            ));
        };
        let mut words = selection.words();
        let mut lookup = Lookup {
            client: &client,
            scope: &scope,
            progress: &mut *progress,
        };
        let mut survey = Survey::default();
        let (mut not_listed, mut count_mismatch) = (0, None);
        let found = match selection {
            Selection::Query(query) => {
                count_mismatch = lookup.query(&query, created_at, &mut survey).await?;
                survey.settle(sample)
            }
            Selection::Ids(ids) | Selection::Earlier(Earlier { ids, .. }) => {
                let ids = ids.into_ids();
                if let Some(odd) = ids.first().filter(|id| id.0 <= 0) {
                    return Err(PlanError::usage(format!(
                        "{odd} is not the id of a call log: ids are whole numbers above 0, such as 5001"
                    )));
                }
                survey = Survey::of_ids(ids);
                let found = survey.settle(sample);
                let hidden = lookup.named(&mut survey).await?;
                not_listed = hidden.len() as u64;
                if survey.knows_no_metrics() {
                    let probes = sampling::sample(hidden, PROBES, 0);
                    lookup.singly(probes, &mut survey).await?;
                }
                found
            }
        };
        if found == 0 {
            return Err(PlanError::usage(format!(
                "there are no call logs to plan for ({scope}: {words}): widen the selection, and mind the stretch of time"
            )));
        }
        if work.needs_agents(&scope) {
            let unknown = survey.without_agent();
            lookup.singly(unknown, &mut survey).await?;
        }
        if let Some((_, seed)) = sample {
            words = format!(
                "a sample of {} (seed {seed}) of the {} {words}",
                count(survey.len() as u64),
                count(found as u64)
            );
        }
        let (logs, metrics) = survey.finish();
        let mut plan = Plan {
            version: VERSION,
            created_at: Timestamp::from(created_at).to_string(),
            scope,
            work,
            selection: words,
            not_listed,
            count_mismatch,
            logs,
            metrics,
            prices,
            digest: String::new(),
            part: None,
        };
        plan.digest = plan.compute_digest();
        plan.check()?;
        Ok(plan)
    }
}

impl fmt::Debug for Planner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Planner")
            .field("scope", &self.scope)
            .field("selection", &self.selection)
            .field("sample", &self.sample)
            .field("metrics", &self.metrics)
            .field("prices", &self.prices)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use cekura::{AgentId, ApiKey, AssistantId, CallLogId};

    use super::super::selection::Query;
    use super::*;

    /// A planner that could send nothing: nobody listens there.
    fn planner(scope: PlanScope) -> Planner {
        let key = ApiKey::new("ck_planner").unwrap();
        let client = Client::builder()
            .api_key(key)
            .base_url("http://127.0.0.1:9");
        Planner::new(client.build().unwrap(), scope)
    }

    fn harbor() -> Planner {
        planner(PlanScope::Agent(AgentId(310)))
    }

    /// The end of a plan that fails before anything is sent.
    fn refused(planner: Planner) -> String {
        let plan = planner.plan(SystemTime::UNIX_EPOCH);
        let mut plan = std::pin::pin!(plan);
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match plan.as_mut().poll(&mut context) {
            std::task::Poll::Ready(Err(e)) if e.is_usage() => e.to_string(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_cannot_be_is_refused_before_anything_is_sent() {
        let assistant = PlanScope::Assistant(AssistantId::new("asst_harbor_frontdesk"));
        let one = || Selection::ids([CallLogId(5001)]);
        let since = |secs| SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(secs);
        let odd = PriceTable {
            default: f64::NAN,
            ..PriceTable::default()
        };
        for (planner, expected) in [
            (harbor(), "no call logs are selected"),
            (harbor().selection(one()).sample(0, 7), "a sample of 0"),
            (
                harbor().selection(one()).metrics([]),
                "no metrics are named",
            ),
            (
                harbor().selection(one()).prices(odd),
                "the price of every metric is NaN",
            ),
            (
                harbor().selection(Selection::ids([CallLogId(-5)])),
                "-5 is not the id",
            ),
            (
                harbor().selection(Selection::ids([])),
                "there are no call logs to plan for (agent 310: 0 call logs)",
            ),
            (
                harbor().selection(Query::new().from(since(5))),
                "after its end",
            ),
            (
                harbor().selection(Query::new().filter(1.into())),
                "the filter 1",
            ),
            (
                planner(PlanScope::Agent(AgentId(0))).selection(one()),
                "agent 0",
            ),
            (
                planner(assistant).selection(one()).metrics([MetricId(71)]),
                "agent's number",
            ),
        ] {
            let said = refused(planner);
            assert!(said.contains(expected), "{expected}: {said}");
        }
    }

    #[test]
    fn a_plan_can_be_made_on_any_thread() {
        fn sendable<T: Send + 'static>(_: &T) {}
        sendable(&harbor().plan(SystemTime::UNIX_EPOCH));
    }
}
