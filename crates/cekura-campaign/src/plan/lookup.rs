//! Looks up call logs at the service. Sends only free read requests.

use std::time::SystemTime;

use cekura::resources::ListCallLogs;
use cekura::{CallLogId, Client, Scope};
use futures_util::{StreamExt, TryStreamExt, stream};

use super::error::PlanError;
use super::log_info::LogInfo;
use super::model::PlannedCount;
use super::selection::Query;
use super::survey::Survey;

/// The most entries of a page, and the most ids in one request.
const PAGE: usize = 200;

/// List requests at once; a page may hold many transcripts.
const LISTS: usize = 2;

/// Single reads at once.
const READS: usize = 8;

/// Looks up the call logs of one scope.
pub(super) struct Lookup<'a> {
    pub(super) client: &'a Client,
    pub(super) scope: &'a Scope,
    pub(super) progress: &'a mut (dyn FnMut(u64) + Send),
}

impl Lookup<'_> {
    fn list(&self) -> ListCallLogs {
        let list = self.client.call_logs().list();
        list.scope(self.scope.clone()).page_size(PAGE as i64)
    }

    /// Lists the call logs of a query, window by window and page by page. Returns both counts if the list shows another number of
    /// call logs than the service counts.
    pub(super) async fn query(
        &mut self,
        query: &Query,
        now: SystemTime,
        survey: &mut Survey,
    ) -> Result<Option<PlannedCount>, PlanError> {
        let conditions = query.conditions()?;
        let list = match &conditions {
            Some(conditions) => self.list().filters_v2(conditions.to_string()),
            None => self.list(),
        };
        let lists = match query.window(now)? {
            None => vec![list],
            Some(window) => {
                let pieces = window.pieces().into_iter();
                pieces
                    .map(|piece| {
                        list.clone()
                            .timestamp_from(piece.from)
                            .timestamp_to(piece.to)
                    })
                    .collect()
            }
        };
        let (mut listed, mut counted, mut differ) = (0, 0, false);
        for list in lists {
            let mut entries = list.items();
            let mut shown = 0;
            while let Some(entry) = entries.try_next().await.map_err(|e| self.unlisted(e))? {
                shown += 1;
                if !query.fits(entry.success) {
                    continue;
                }
                let info = LogInfo::of_entry(&entry).ok_or_else(|| self.nameless())?;
                survey.add(info);
                if survey.len().is_multiple_of(PAGE) {
                    (self.progress)(survey.len() as u64);
                }
            }
            // A window without a count is taken as complete.
            let mismatch = entries.count_mismatch();
            differ |= mismatch.is_some();
            listed += shown;
            counted += mismatch.map_or(shown, |mismatch| mismatch.counted);
        }
        (self.progress)(survey.len() as u64);
        Ok(differ.then_some(PlannedCount { listed, counted }))
    }

    /// Looks up call logs by id in the list. Returns those that the list does not show.
    pub(super) async fn named(&mut self, survey: &mut Survey) -> Result<Vec<CallLogId>, PlanError> {
        let ids: Vec<CallLogId> = survey.ids().collect();
        let requests: Vec<_> = ids
            .chunks(PAGE)
            .map(|batch| listed(self.list(), batch.to_vec()))
            .collect();
        let mut answers = stream::iter(requests).buffered(LISTS);
        let (mut hidden, mut done) = (Vec::new(), 0);
        while let Some(answer) = answers.next().await {
            let answer = answer.map_err(|e| self.unlisted(e))?;
            hidden.extend(answer.hidden);
            done += answer.asked;
            for info in answer.found {
                survey.learn(info);
            }
            (self.progress)(done);
        }
        Ok(hidden)
    }

    /// Reads call logs one by one; missing ones are skipped.
    pub(super) async fn singly(
        &mut self,
        ids: Vec<CallLogId>,
        survey: &mut Survey,
    ) -> Result<(), PlanError> {
        let call_logs = self.client.call_logs();
        let reads = ids.into_iter().map(|id| {
            let read = call_logs.get(id);
            async move { (id, read.await) }
        });
        let mut answers = stream::iter(reads).buffer_unordered(READS);
        while let Some((id, answer)) = answers.next().await {
            match answer {
                Ok(log) => {
                    if let Some(info) = LogInfo::of_log(id, &log) {
                        survey.learn(info);
                    }
                }
                Err(e) if e.is_certainly_missing() => {}
                Err(e) => {
                    return Err(PlanError::service(
                        format!("call log {id} cannot be read"),
                        e,
                    ));
                }
            }
        }
        Ok(())
    }

    fn unlisted(&self, error: cekura::Error) -> PlanError {
        PlanError::service(
            format!("the call logs of {} cannot be listed", self.scope),
            error,
        )
    }

    fn nameless(&self) -> PlanError {
        PlanError::reply(format!(
            "the list of {} has an entry without an id, so the plan would miss a call log: select the call logs by id instead",
            self.scope
        ))
    }
}

/// The result of one list request by ids.
struct Listed {
    asked: u64,
    found: Vec<LogInfo>,
    hidden: Vec<CallLogId>,
}

/// Lists `batch`, which ascends. Other call logs are skipped; once all are found, no further page is requested.
async fn listed(list: ListCallLogs, batch: Vec<CallLogId>) -> Result<Listed, cekura::Error> {
    let mut entries = list.call_ids(batch.iter().copied()).items();
    let mut seen = vec![false; batch.len()];
    let mut found = Vec::with_capacity(batch.len());
    while found.len() < batch.len() {
        let Some(entry) = entries.try_next().await? else {
            break;
        };
        let Some(info) = LogInfo::of_entry(&entry) else {
            continue;
        };
        if let Ok(at) = batch.binary_search(&info.id)
            && !std::mem::replace(&mut seen[at], true)
        {
            found.push(info);
        }
    }
    let asked = batch.len() as u64;
    let hidden = batch.into_iter().zip(seen).filter(|(_, seen)| !seen);
    let hidden = hidden.map(|(id, _)| id).collect();
    Ok(Listed {
        asked,
        found,
        hidden,
    })
}
