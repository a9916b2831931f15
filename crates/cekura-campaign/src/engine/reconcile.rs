//! Reconciles requests that were not plainly accepted: reads their call logs to find out what was carried out.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;

use cekura::CallLogId;

use super::campaign::{Campaign, Interruption};
use super::in_flight::{Event, InFlight};
use super::send::Completed;
use super::{CampaignError, Phase, Step};
use crate::journal::{Batch, BatchOutcome, SendResult};

impl Campaign {
    /// Reconciles every request that an earlier session left open, before anything is sent.
    ///
    /// Call logs in state unknown are read again: a late evaluation may show by now.
    pub(super) async fn resolve(&mut self) -> Result<(), Interruption> {
        self.journal.revoke_resends()?;
        let mut open = self.journal.open_batches()?;
        open.extend(self.journal.unknown_batches()?);
        let mut open = open.into_iter();
        let mut flight = InFlight::default();
        let mut rounds = BTreeMap::new();
        let most = self.settings.concurrency as usize;
        loop {
            self.check_end()?;
            while flight.open() < most
                && let Some((round, batch)) = open.next()
            {
                rounds.insert(batch.id, round);
                flight.reconcile(self.reconcile(round, batch)?);
            }
            if flight.is_empty() {
                return Ok(());
            }
            for event in flight.next_events(self).await {
                if let Event::Reconciled(completed) = event {
                    let id = completed.outcome.batch.id;
                    let round = rounds.get(&id).copied().unwrap_or_default();
                    self.journal.record_outcomes(round, &[completed.outcome])?;
                    self.step(Step::Concluded);
                    self.progress(Phase::Reconciling, round, i64::MAX)?;
                }
            }
        }
    }

    /// Reads the call logs of `batch` until each shows a sign of an evaluation, or the settle window ends.
    pub(super) fn reconcile(
        &self,
        round: u32,
        batch: Batch,
    ) -> Result<impl Future<Output = Completed> + Send + 'static, CampaignError> {
        let before = batch
            .logs
            .iter()
            .map(|id| Ok((*id, self.journal.snapshot_before(round, *id)?)))
            .collect::<Result<Vec<(CallLogId, _)>, CampaignError>>()?;
        let mut reconcile = self
            .client
            .call_logs()
            .reconcile(before)
            .with_settle_window(self.settings.settle_window);
        if !self.resets_success() {
            reconcile = reconcile.chosen_metrics_only();
        }
        let resend = self.may_resend;
        let observer = Arc::clone(&self.observer);
        Ok(async move {
            let found = reconcile.with_snapshots().await;
            observer.step(Step::Reconciled);
            let evidence = found.iter().map(|(log, _)| (log.id, log.evidence));
            let evidence = evidence.collect();
            let states = found.into_iter();
            let states = states.filter_map(|(log, state)| Some((log.id, state?)));
            let states = states.collect();
            Completed::from(BatchOutcome {
                batch,
                result: SendResult::Reconciled {
                    evidence,
                    states,
                    resend,
                },
                attempts: None,
                status: None,
                request_id: None,
            })
        })
    }
}
