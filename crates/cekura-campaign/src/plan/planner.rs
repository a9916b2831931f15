//! The planner.

use std::fmt;
use std::time::SystemTime;

use cekura::{CallLogId, Client, MetricId, Scope, Timestamp};

use super::check::VERSION;
use super::error::PlanError;
use super::lookup::Lookup;
use super::model::{Plan, PlannedCount, PlannedOperation, PriceTable};
use super::sampling;
use super::selection::{Earlier, Query, Selection};
use super::survey::Survey;
use crate::report::wording::count;

/// How many call logs are read one by one if the list shows none of them, so that the cost can be estimated.
const PROBES: usize = 5;

/// Makes a plan: finds the selected call logs and their details. Sends nothing paid.
///
/// ```no_run
/// # async fn f(client: cekura::Client) -> Result<(), cekura_campaign::plan::PlanError> {
/// use std::time::SystemTime;
///
/// use cekura::{AgentId, Scope};
/// use cekura_campaign::plan::{Planner, Query};
///
/// let plan = Planner::new(client, Scope::Agent(AgentId(310)))
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
    scope: Scope,
    selection: Option<Selection>,
    sample: Option<(usize, u64)>,
    metrics: Option<Vec<MetricId>>,
    prices: PriceTable,
    progress: Box<dyn FnMut(u64) + Send>,
}

impl Planner {
    /// Creates a planner for call logs of `scope`.
    pub fn new(client: Client, scope: Scope) -> Self {
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

    /// Sets which call logs to evaluate.
    pub fn selection(mut self, selection: impl Into<Selection>) -> Self {
        self.selection = Some(selection.into());
        self
    }

    /// Draws a sample of `count` call logs by `seed`; see [`sample`](super::sample).
    pub fn sample(mut self, count: usize, seed: u64) -> Self {
        self.sample = Some((count, seed));
        self
    }

    /// Evaluates only these metrics, by `evaluate_metrics` (default: all assigned metrics).
    pub fn metrics(mut self, metrics: impl IntoIterator<Item = MetricId>) -> Self {
        self.metrics = Some(metrics.into_iter().collect());
        self
    }

    /// Sets the price table (default: [`PriceTable::default`]).
    pub fn prices(mut self, prices: PriceTable) -> Self {
        self.prices = prices;
        self
    }

    /// Sets a callback for the number of call logs found so far, called about once a page.
    pub fn on_progress(mut self, hear: impl FnMut(u64) + Send + 'static) -> Self {
        self.progress = Box::new(hear);
        self
    }

    /// Makes the plan, with `created_at` as its time. Sends only read requests.
    ///
    /// Call logs of a query come from the list. Call logs selected by id are looked up there too, within the last 30 days, for
    /// their agent, time and metrics; those that the list does not show stay in the plan and are counted in
    /// [`Plan::not_listed`]. Within a project, a call log without an agent in the list is read by its id. If the list shows
    /// another number of call logs than the service counts, [`Plan::count_mismatch`] has both.
    ///
    /// # Errors
    /// A [usage error](PlanError::is_usage) if the selection is invalid or empty, or if the agent of a project's call log is
    /// unknown; a [client error](PlanError::service_error) if a read fails.
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
        let operation = planned_operation(metrics);
        scope.check().map_err(PlanError::of_scope)?;
        operation.check(&scope)?;
        prices.check()?;
        if sample.is_some_and(|(count, _)| count == 0) {
            return Err(PlanError::usage(
                "the sample size is 0: expected at least 1",
            ));
        }
        let Some(selection) = selection else {
            return Err(PlanError::usage(
                "no call logs are selected: give ids, a file, a query or an earlier campaign",
            ));
        };
        let mut words = selection.words();
        let mut lookup = Lookup {
            client: &client,
            scope: &scope,
            progress: &mut *progress,
        };
        let Found {
            mut survey,
            matching,
            not_listed,
            count_mismatch,
        } = match selection {
            Selection::Query(query) => {
                find_by_query(&mut lookup, &query, created_at, sample).await?
            }
            Selection::Ids(ids) | Selection::Earlier(Earlier { ids, .. }) => {
                find_by_id(&mut lookup, ids.into_ids(), sample).await?
            }
        };
        if matching == 0 {
            return Err(PlanError::usage(format!(
                "no call logs match ({scope}: {words}): try a longer --from/--to range"
            )));
        }
        if operation.needs_agents(&scope) {
            let unknown = survey.without_agent();
            lookup.singly(unknown, &mut survey).await?;
        }
        if let Some((_, seed)) = sample {
            words = format!(
                "a sample of {} (seed {seed}) of the {} {words}",
                count(survey.len() as u64),
                count(matching as u64)
            );
        }
        let (logs, metrics) = survey.finish();
        let mut plan = Plan {
            version: VERSION,
            created_at: Timestamp::from(created_at).to_string(),
            scope,
            operation,
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

fn planned_operation(metrics: Option<Vec<MetricId>>) -> PlannedOperation {
    match metrics {
        None => PlannedOperation::AllMetrics,
        Some(mut metrics) => {
            metrics.sort_unstable();
            metrics.dedup();
            PlannedOperation::Metrics(metrics)
        }
    }
}

/// The selected call logs.
struct Found {
    survey: Survey,
    /// How many call logs match the selection, before the sample.
    matching: usize,
    not_listed: u64,
    count_mismatch: Option<PlannedCount>,
}

async fn find_by_query(
    lookup: &mut Lookup<'_>,
    query: &Query,
    now: SystemTime,
    sample: Option<(usize, u64)>,
) -> Result<Found, PlanError> {
    let mut survey = Survey::default();
    let count_mismatch = lookup.query(query, now, &mut survey).await?;
    Ok(Found {
        matching: survey.sort_and_sample(sample),
        survey,
        not_listed: 0,
        count_mismatch,
    })
}

async fn find_by_id(
    lookup: &mut Lookup<'_>,
    ids: Vec<CallLogId>,
    sample: Option<(usize, u64)>,
) -> Result<Found, PlanError> {
    if let Some(odd) = ids.first().filter(|id| id.0 <= 0) {
        return Err(PlanError::usage(format!(
            "{odd} is not the id of a call log: ids are whole numbers above 0, such as 5001"
        )));
    }
    let mut survey = Survey::of_ids(ids);
    let matching = survey.sort_and_sample(sample);
    let hidden = lookup.named(&mut survey).await?;
    let not_listed = hidden.len() as u64;
    if survey.knows_no_metrics() {
        let probes = sampling::sample(hidden, PROBES, 0);
        lookup.singly(probes, &mut survey).await?;
    }
    Ok(Found {
        survey,
        matching,
        not_listed,
        count_mismatch: None,
    })
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
    use cekura::{AgentId, ApiKey, AssistantId};

    use super::*;

    /// A planner without a service: no process listens at the address.
    fn planner(scope: Scope) -> Planner {
        let key = ApiKey::new("ck_planner").unwrap();
        let client = Client::builder()
            .api_key(key)
            .base_url("http://127.0.0.1:9");
        Planner::new(client.build().unwrap(), scope)
    }

    fn harbor() -> Planner {
        planner(Scope::Agent(AgentId(310)))
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
        let assistant = Scope::Assistant(AssistantId::new("asst_harbor_frontdesk"));
        let one = || Selection::ids([CallLogId(5001)]);
        let since = |secs| SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(secs);
        let odd = PriceTable {
            default: f64::NAN,
            ..PriceTable::default()
        };
        for (planner, expected) in [
            (harbor(), "no call logs are selected"),
            (
                harbor().selection(one()).sample(0, 7),
                "the sample size is 0",
            ),
            (
                harbor().selection(one()).metrics([]),
                "no metrics are given",
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
                "no call logs match (agent 310: 0 call logs)",
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
                planner(Scope::Agent(AgentId(0))).selection(one()),
                "agent 0",
            ),
            (
                planner(assistant).selection(one()).metrics([MetricId(71)]),
                "agent's id",
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
