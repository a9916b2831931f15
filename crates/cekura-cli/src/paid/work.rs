//! The work of a paid command, its plan and its confirmation.

use std::time::{Duration, SystemTime};

use cekura::{CallLogId, CallLogTargets, Scope, Timestamp};
use cekura_campaign::cost::CostForecast;
use cekura_campaign::engine::Settings;
use cekura_campaign::plan::{IdList, PlannedOperation, Query, Selection};
use cekura_campaign::report::wording;
use cekura_campaign::{Plan, Planner};

use super::confirmation::{Accuracy, Cost, confirm_cost};
use crate::app::App;
use crate::campaign::{self, Balance, PlanCheck, unused_metrics};
use crate::cli::ChoiceArgs;
use crate::failure::Failure;
use crate::ids;
use crate::session::{Session, Tuning};

/// The most call logs of a request that is sent without a plan and a confirmation.
const FEW: usize = 5;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The default time range for all call logs of an agent.
const REACH: Duration = Duration::from_secs(365 * 24 * 3600);

/// What to evaluate, and by which metrics.
#[derive(Debug)]
pub(crate) struct PaidWork {
    pub(crate) scope: Scope,
    pub(crate) metrics: PlannedOperation,
    pub(crate) logs: Logs,
}

/// The call logs.
#[derive(Debug)]
pub(crate) enum Logs {
    Named(Vec<CallLogId>),
    /// All call logs of the agent, from this time on.
    All {
        from: Option<Timestamp>,
    },
}

impl PaidWork {
    /// Creates the plan, which lists every call log by its id. Sends only reads.
    pub(super) async fn plan(&self, app: &App, session: &Session) -> Result<Plan, Failure> {
        let selection: Selection = match &self.logs {
            Logs::Named(ids) => ids.iter().copied().collect::<IdList>().into(),
            Logs::All { from } => {
                let now = SystemTime::now();
                let from = from.as_ref().and_then(Timestamp::to_system_time);
                let from = from.or_else(|| now.checked_sub(REACH)).unwrap_or(now);
                // The service's clock may differ from ours.
                Query::new().from(from).to(now + DAY).into()
            }
        };
        let scope = self.scope.clone();
        let planner = Planner::new(session.client.clone(), scope).selection(selection);
        let planner = match &self.metrics {
            PlannedOperation::AllMetrics => planner,
            PlannedOperation::Metrics(chosen) => planner.metrics(chosen.iter().copied()),
        };
        let made = campaign::make_plan(app, planner).await;
        made.map_err(|failure| failure.hint("no paid request was sent"))
    }

    /// Asks for confirmation of a request, unless it has few call logs or needs none.
    pub(crate) async fn confirm(
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
        // The service may evaluate more call logs than the list shows.
        let is_open = matches!(self.logs, Logs::All { .. });
        let settings = Settings::default();
        self.confirm_plan(app, session, yes, &plan, &settings, is_open)
            .await
            .map(drop)
    }

    /// Asks for confirmation of an expensive plan. Returns the confirmed cost.
    pub(super) async fn confirm_plan(
        &self,
        app: &App,
        session: &Session,
        yes: bool,
        plan: &Plan,
        settings: &Settings,
        is_open: bool,
    ) -> Result<CostForecast, Failure> {
        // The balance of a sandbox does not matter.
        let balance = match session.sandbox {
            Some(_) => None,
            None => Some(Balance::ask(session).await),
        };
        let checked = PlanCheck::new(plan, None, settings, balance.as_ref());
        let mut doubts: Vec<String> = checked.shortage.iter().cloned().collect();
        for doubt in unused_metrics(plan).iter().chain(&doubts) {
            app.notes.warn(doubt);
        }
        let logs = wording::logs(plan.logs.len() as u64);
        let what = match &self.logs {
            Logs::Named(_) => format!("evaluating {logs} again"),
            Logs::All { .. } => {
                // Even a few need confirmation.
                doubts.push("this includes every call log of the agent".to_owned());
                let or_more = if is_open { " or more" } else { "" };
                format!("evaluating all call logs of the agent again, {logs}{or_more}")
            }
        };
        let cost = Cost {
            accuracy: match is_open {
                true => Accuracy::AtLeast,
                false => Accuracy::AtMost,
            },
            ..checked.cost()
        };
        confirm_cost(app, session, yes, &what, &cost, &doubts)?;
        app.notes.info(&format!("{what}: {}", cost.words()));
        Ok(checked.forecast)
    }

    /// Returns the call logs of a plain request.
    pub(super) fn call_logs(&self) -> CallLogTargets {
        match &self.logs {
            Logs::Named(ids) => ids.clone().into(),
            Logs::All { .. } => CallLogTargets::all(cekura::AcceptUnboundedCost),
        }
    }
}

/// Returns the ids of the command line and then of the files, in order and without duplicates.
pub(crate) fn chosen(args: &ChoiceArgs) -> Result<Vec<CallLogId>, Failure> {
    let mut ids = args.ids.clone();
    if let Some(read) = ids::read(&args.files)? {
        ids.extend(read.ids());
    }
    Ok(CallLogTargets::from(ids).ids().to_vec())
}

/// Opens the session. A command that waits is a campaign and shares its rate limit with other processes on this machine.
pub(crate) async fn open(app: &App, waits: bool) -> Result<Session, Failure> {
    let tuning = Tuning {
        rate: None,
        shared_cooldown: waits,
    };
    Session::open_with(app, tuning).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::IdFileArgs;

    #[test]
    fn duplicate_ids_are_removed() {
        let args = ChoiceArgs {
            ids: [5002, 5001, 5002].map(CallLogId).to_vec(),
            files: IdFileArgs::default(),
        };
        assert_eq!(chosen(&args).unwrap(), [5002, 5001].map(CallLogId));
    }
}
