//! The report of a campaign, read from its journal.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::error::JournalError;
use super::open::Journal;
use super::state::{TaskState, standing};
use crate::plan::{Plan, PlanScope, PlannedWork};
use crate::report::{
    CampaignFacts, Change, ChangeKind, Line, MetricSummary, Report, Unfinished, UnfinishedState,
    Verdict,
};

/// What a report holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportOptions {
    /// Most changes that are listed; all of them where nothing is said. Counts are of all in any case.
    pub most_changes: Option<u64>,
    /// Whether verdicts that stayed are listed too where their explanation reads differently.
    pub explanations: bool,
}

impl Journal {
    /// The report of what there is so far. It has no gate: check one against it, and put the verdict in.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn report(&self, options: &ReportOptions) -> Result<Report, JournalError> {
        // One moment for all numbers, while somebody may be writing.
        let moment = self
            .db
            .unchecked_transaction()
            .map_err(|e| self.failed(e))?;
        let metrics = self.metrics()?;
        let (changes, changes_left_out) = self.changes(options, &metrics)?;
        let report = Report {
            version: 1,
            campaign: self.campaign_facts()?,
            coverage: self.coverage()?,
            calls: self.call_flips()?,
            metrics,
            gate: None,
            unfinished: self.unfinished()?,
            changes,
            changes_left_out,
        };
        drop(moment);
        Ok(report)
    }

    fn campaign_facts(&self) -> Result<CampaignFacts, JournalError> {
        let status = self.status()?;
        let evaluations = self
            .db
            .query_row(
                "SELECT count(*) FROM tasks WHERE state IN (?, ?, ?)",
                [TaskState::Accepted, TaskState::Done, TaskState::TimedOut],
                |row| row.get(0),
            )
            .map_err(|e| self.failed(e))?;
        let Plan {
            created_at,
            scope,
            work,
            prices,
            digest,
            ..
        } = status.plan;
        Ok(CampaignFacts {
            id: status.id,
            created_at,
            plan_digest: digest,
            shard: status.shard,
            scope: match scope {
                PlanScope::Agent(id) => format!("agent {id}"),
                PlanScope::Assistant(id) => format!("assistant {}", id.as_str()),
                PlanScope::Project(id) => format!("project {id}"),
            },
            operation: match work {
                PlannedWork::AllMetrics => "rerun_evaluation".to_owned(),
                PlannedWork::Metrics(_) => "evaluate_metrics".to_owned(),
            },
            chosen_metrics: match work {
                PlannedWork::AllMetrics => Vec::new(),
                PlannedWork::Metrics(metrics) => metrics.iter().map(|id| id.0).collect(),
            },
            evaluations,
            metric_evaluations: status.spent.metric_evaluations,
            estimated_credits: status.spent.credits,
            price_source: prices.source,
            stopped: status.stopped,
        })
    }

    fn unfinished(&self) -> Result<Vec<Unfinished>, JournalError> {
        let mut find = self
            .db
            .prepare(&format!(
                "SELECT log, {}, reason FROM tasks WHERE round = 0 AND state <> ? ORDER BY log",
                standing()
            ))
            .map_err(|e| self.failed(e))?;
        let mut logs = find
            .query_map([TaskState::Done], unfinished)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|e| self.failed(e))?;
        logs.sort_by_key(|log| log.state);
        Ok(logs)
    }

    /// The changes to list, and how many are left out.
    fn changes(
        &self,
        options: &ReportOptions,
        metrics: &[MetricSummary],
    ) -> Result<(Vec<Change>, u64), JournalError> {
        let last = match options.explanations {
            true => ChangeKind::ExplanationChanged,
            false => ChangeKind::FailToPass,
        };
        let most = options
            .most_changes
            .and_then(|most| i64::try_from(most).ok())
            .unwrap_or(i64::MAX);
        let noisy: BTreeMap<(Option<i64>, &str), bool> = metrics
            .iter()
            .filter_map(|metric| Some((key(metric.id, &metric.name), metric.noise?.within)))
            .collect();
        // Of equal changes, those that contradict a person come first.
        let mut find = self
            .db
            .prepare(
                "SELECT v.log, v.metric, v.name, v.change, v.before_passed, v.before_score, v.before_value, v.before_why, \
                 v.after_passed, v.after_score, v.after_value, v.after_why, v.human, c.number, c.excerpt \
                 FROM verdicts v JOIN calls c ON c.round = v.round AND c.log = v.log \
                 WHERE v.round = 0 AND v.change <= ? \
                 ORDER BY v.change, ifnull(v.human = v.after_passed, 0.5), v.log, v.nth LIMIT ?",
            )
            .map_err(|e| self.failed(e))?;
        let changes = find
            .query_map(params![last as i64, most], |row| {
                let mut change = change(row)?;
                change.within_noise = noisy.get(&key(change.metric, &change.name)).copied();
                Ok(change)
            })
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|e| self.failed(e))?;
        let all: u64 = self
            .db
            .query_row(
                "SELECT count(*) FROM verdicts WHERE round = 0 AND change <= ?",
                [last as i64],
                |row| row.get(0),
            )
            .map_err(|e| self.failed(e))?;
        let left_out = all.saturating_sub(changes.len() as u64);
        Ok((changes, left_out))
    }
}

/// What makes two entries the same metric's: its number, else its name.
fn key(id: Option<i64>, name: &str) -> (Option<i64>, &str) {
    (id, if id.is_some() { "" } else { name })
}

fn unfinished(row: &Row<'_>) -> rusqlite::Result<Unfinished> {
    let (state, reason) = match row.get(1)? {
        TaskState::Unknown => (
            UnfinishedState::Unknown,
            "nobody knows whether it was evaluated",
        ),
        TaskState::Intended => (
            UnfinishedState::Unknown,
            "its request was under way when the work was interrupted: resume the campaign to find out",
        ),
        TaskState::Refused => (UnfinishedState::Refused, "the service refused it"),
        TaskState::TimedOut => (UnfinishedState::TimedOut, "no result came in time"),
        TaskState::Deleted => (UnfinishedState::Deleted, "it was deleted meanwhile"),
        TaskState::Accepted | TaskState::Done => {
            (UnfinishedState::Waiting, "its evaluation goes on")
        }
        TaskState::Selected | TaskState::Ready | TaskState::Busy => {
            (UnfinishedState::NotSent, "the campaign did not come to it")
        }
    };
    Ok(Unfinished {
        log: row.get(0)?,
        state,
        reason: row
            .get::<_, Option<String>>(2)?
            .unwrap_or_else(|| reason.to_owned()),
    })
}

pub(super) fn kind_at(number: i64) -> ChangeKind {
    let known = ChangeKind::ALL.into_iter();
    let mut known = known.filter(|kind| *kind as i64 == number);
    known.next().unwrap_or(ChangeKind::ValueChanged)
}

fn change(row: &Row<'_>) -> rusqlite::Result<Change> {
    let kind = kind_at(row.get(3)?);
    let excerpt: Option<String> = row.get(14)?;
    Ok(Change {
        log: row.get(0)?,
        metric: row.get(1)?,
        name: row.get(2)?,
        change: kind,
        within_noise: None,
        before: (kind != ChangeKind::Appeared).then_some(verdict(row, 4)?),
        after: (kind != ChangeKind::Vanished).then_some(verdict(row, 8)?),
        human: row.get(12)?,
        customer_number: row.get(13)?,
        excerpt: excerpt
            .and_then(|text| serde_json::from_str::<Vec<Line>>(&text).ok())
            .unwrap_or_default(),
    })
}

pub(super) fn verdict(row: &Row<'_>, from: usize) -> rusqlite::Result<Verdict> {
    let why: Option<String> = row.get(from + 3)?;
    Ok(Verdict {
        passed: row.get(from)?,
        score: row.get(from + 1)?,
        value: row.get(from + 2)?,
        explanation: why
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default(),
    })
}
