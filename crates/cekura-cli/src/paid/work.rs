//! What a paid command is asked to do, its plan, and the question before it.

use std::time::{Duration, SystemTime};

use cekura::{AgentRef, CallLogId, CallLogs, MetricId, Scope, Timestamp};
use cekura_campaign::campaign::Settings;
use cekura_campaign::cost::Outlook;
use cekura_campaign::plan::{IdList, PlanScope, Query, Selection};
use cekura_campaign::report::words;
use cekura_campaign::{Plan, Planner};

use super::consent::{Cost, consent};
use crate::app::App;
use crate::campaign::{self, Balance, PlanCheck, unused_metrics};
use crate::cli::ChoiceArgs;
use crate::failure::Failure;
use crate::ids;
use crate::session::{Session, Tuning};

/// For a request that names no more call logs than this, nothing is looked up and nobody is asked.
const FEW: usize = 5;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// How far back all call logs of an agent are looked for, unless told.
const REACH: Duration = Duration::from_secs(365 * 24 * 3600);

/// What is to be evaluated, and with what.
#[derive(Debug)]
pub(crate) struct PaidWork {
    pub(crate) metrics: Metrics,
    pub(crate) logs: Logs,
}

/// By which metrics, and of whom.
#[derive(Debug)]
pub(crate) enum Metrics {
    /// All that are assigned.
    All(AgentRef),
    Chosen(Scope, Vec<MetricId>),
}

/// Which call logs.
#[derive(Debug)]
pub(crate) enum Logs {
    Named(Vec<CallLogId>),
    /// All of the agent; a plan looks for those from this moment on.
    All {
        from: Option<Timestamp>,
    },
}

impl PaidWork {
    /// Makes the plan: every call log by its id. Only reads are sent.
    pub(super) async fn plan(&self, app: &App, session: &Session) -> Result<Plan, Failure> {
        let selection: Selection = match &self.logs {
            Logs::Named(ids) => ids.iter().copied().collect::<IdList>().into(),
            Logs::All { from } => {
                let now = SystemTime::now();
                let from = from.as_ref().and_then(Timestamp::to_system_time);
                let from = from.or_else(|| now.checked_sub(REACH)).unwrap_or(now);
                // The clocks need not agree.
                Query::new().from(from).to(now + DAY).into()
            }
        };
        let scope = match &self.metrics {
            Metrics::All(AgentRef::Agent(id)) | Metrics::Chosen(Scope::Agent(id), _) => {
                PlanScope::Agent(*id)
            }
            Metrics::All(AgentRef::Assistant(id)) => PlanScope::Assistant(id.clone()),
            Metrics::Chosen(Scope::Project(id), _) => PlanScope::Project(*id),
        };
        let planner = Planner::new(session.client.clone(), scope).selection(selection);
        let planner = match &self.metrics {
            Metrics::All(_) => planner,
            Metrics::Chosen(_, chosen) => planner.metrics(chosen.iter().copied()),
        };
        let made = campaign::make_plan(app, planner).await;
        made.map_err(|failure| failure.hint("nothing was sent that costs anything"))
    }

    /// Asks about a request, unless it names few call logs or nobody has to be asked.
    pub(crate) async fn agree(
        &self,
        app: &App,
        session: &Session,
        yes: bool,
    ) -> Result<(), Failure> {
        let is_few = matches!(&self.logs, Logs::Named(ids) if ids.len() <= FEW);
        if yes || is_few || session.sandbox.is_some() {
            return Ok(());
        }
        let plan = self.plan(app, session).await?;
        // The service's own "all" may be more than the list shows.
        let is_open = matches!(self.logs, Logs::All { .. });
        let settings = Settings::default();
        self.agree_to(app, session, yes, &plan, &settings, is_open)
            .await
            .map(drop)
    }

    /// Asks about a plan where much money is at stake; gives what was agreed to.
    pub(super) async fn agree_to(
        &self,
        app: &App,
        session: &Session,
        yes: bool,
        plan: &Plan,
        settings: &Settings,
        is_open: bool,
    ) -> Result<Outlook, Failure> {
        // A sandbox's balance is nobody's.
        let balance = match session.sandbox {
            Some(_) => None,
            None => Some(Balance::ask(session).await),
        };
        let checked = PlanCheck::new(plan, None, settings, balance.as_ref());
        let mut doubts: Vec<String> = checked.shortage.iter().cloned().collect();
        for doubt in unused_metrics(plan).iter().chain(&doubts) {
            app.notes.warn(doubt);
        }
        let logs = words::logs(plan.logs.len() as u64);
        let what = match &self.logs {
            Logs::Named(_) => format!("evaluating {logs} again"),
            Logs::All { .. } => {
                // However few they are.
                doubts.push("they are not named one by one".to_owned());
                let or_more = if is_open { " or more" } else { "" };
                format!("evaluating all call logs of the agent again, {logs}{or_more}")
            }
        };
        let cost = Cost {
            is_open,
            ..checked.cost()
        };
        consent(app, session, yes, &what, &cost, &doubts)?;
        app.notes.info(&format!("{what}: {}", cost.words()));
        Ok(checked.outlook)
    }

    /// The call logs of a plain request.
    pub(super) fn call_logs(&self) -> CallLogs {
        match &self.logs {
            Logs::Named(ids) => ids.clone().into(),
            Logs::All { .. } => CallLogs::all(cekura::AcceptUnboundedCost),
        }
    }
}

/// The ids of the command line in their order, then those of the files, each once.
pub(crate) fn chosen(args: &ChoiceArgs) -> Result<Vec<CallLogId>, Failure> {
    let mut ids = args.ids.clone();
    if let Some(read) = ids::read(&args.files)? {
        ids.extend(read.ids());
    }
    Ok(CallLogs::from(ids).ids().to_vec())
}

/// Opens the session. One that waits is a campaign, and shares what a 429 says with others on this machine.
pub(crate) async fn open(app: &App, waits: bool) -> Result<Session, Failure> {
    let tuning = Tuning {
        rate: None,
        shared_rate_limit: waits,
    };
    Session::open_with(app, tuning).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::IdFileArgs;

    #[test]
    fn an_id_that_is_named_twice_is_chosen_once() {
        let args = ChoiceArgs {
            ids: [5002, 5001, 5002].map(CallLogId).to_vec(),
            files: IdFileArgs::default(),
        };
        assert_eq!(chosen(&args).unwrap(), [5002, 5001].map(CallLogId));
    }
}
