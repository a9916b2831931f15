//! The report's facts about the campaign: scope, command, canary.

use cekura::types::CallLog;
use rusqlite::OptionalExtension as _;

use super::error::JournalError;
use super::open::Journal;
use super::reviews::Reviews;
use super::state::TaskState;
use super::status::Status;
use crate::plan::PlannedOperation;
use crate::report::{CampaignInfo, CanaryStage};
use cekura::Scope;

/// The metadata key of the command line.
const COMMAND: &str = "command";

/// The vendor's service and dashboard, as documented by the vendor.
const SERVICE: &str = "https://api.cekura.ai";
const DASHBOARD: &str = "https://dashboard.cekura.ai";

impl Journal {
    /// Stores the command line for the report. It must not contain the API key.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn note_command(&mut self, command: &str) -> Result<(), JournalError> {
        self.set_meta(COMMAND, command)
    }

    pub(super) fn campaign_facts(&self, reviews: &Reviews) -> Result<CampaignInfo, JournalError> {
        let status = self.status()?;
        let canary = self.canary(&status, reviews)?;
        let log = self.any_call_log()?;
        let is_one_agent = !matches!(status.plan.scope, Scope::Project(_));
        let project = match &status.plan.scope {
            Scope::Project(id) => Some(id.0),
            _ => log.as_ref().and_then(|log| log.project).map(|id| id.0),
        };
        let evaluations = self
            .db
            .query_row(
                "SELECT count(*) FROM tasks WHERE state IN (?, ?, ?)",
                [TaskState::Accepted, TaskState::Done, TaskState::TimedOut],
                |row| row.get(0),
            )
            .map_err(|e| self.failed(e))?;
        let plan = status.plan;
        Ok(CampaignInfo {
            id: status.id,
            created_at: plan.created_at,
            plan_digest: plan.digest,
            shard: status.shard,
            scope: plan.scope.to_string(),
            agent_name: log
                .filter(|_| is_one_agent)
                .and_then(|log| log.agent_name)
                .filter(|name| !name.is_empty()),
            command: self.meta(COMMAND)?,
            call_url: self.call_url(project)?,
            operation: match plan.operation {
                PlannedOperation::AllMetrics => "rerun_evaluation".to_owned(),
                PlannedOperation::Metrics(_) => "evaluate_metrics".to_owned(),
            },
            chosen_metrics: match plan.operation {
                PlannedOperation::AllMetrics => Vec::new(),
                PlannedOperation::Metrics(metrics) => metrics.iter().map(|id| id.0).collect(),
            },
            evaluations,
            metric_evaluations: status.spent.metric_evaluations,
            metric_evaluations_counted: status.spent.estimated == 0,
            possibly_charged: Some(status.possibly_charged)
                .filter(|times| *times > 1)
                .map(u64::from),
            inferred_accepted: Some(self.inferred_accepted()?).filter(|logs| *logs > 0),
            estimated_credits: status.spent.credits,
            price_source: plan.prices.words(),
            canary,
            canary_stop: status.stopped,
            ..CampaignInfo::default()
        })
    }

    /// The results of the canary stages so far.
    fn canary(&self, status: &Status, reviews: &Reviews) -> Result<Vec<CanaryStage>, JournalError> {
        let mut stages = Vec::new();
        for call_logs in &status.settings.canary {
            let below = self.order_after(0, status.share.part(*call_logs))?;
            let evaluated = self.count(0, TaskState::Done, below)?;
            if evaluated == 0 {
                break;
            }
            stages.push(CanaryStage {
                call_logs: *call_logs,
                evaluated,
                regressions: self.regressions_besides(below, reviews)?,
                max_regressions: status.share.part(status.settings.canary_max_regressions),
            });
        }
        Ok(stages)
    }

    /// The stored state of any call log, for fields that are the same in all.
    fn any_call_log(&self) -> Result<Option<CallLog>, JournalError> {
        let body: Option<String> = self
            .db
            .query_row(
                "SELECT body FROM documents WHERE round = 0 LIMIT 1",
                [],
                |row| row.get(0),
            )
            .optional()
            .map_err(|e| self.failed(e))?;
        Ok(body.and_then(|body| serde_json::from_str(&body).ok()))
    }

    /// The dashboard address of a call log, if the service is the vendor's.
    fn call_url(&self, project: Option<i64>) -> Result<Option<String>, JournalError> {
        let is_vendors = self
            .service()?
            .is_some_and(|url| url.trim_end_matches('/') == SERVICE);
        Ok(project
            .filter(|_| is_vendors)
            .map(|project| format!("{DASHBOARD}/{project}/calls?callId={{id}}")))
    }
}
