//! Finding out, call log by call log, what became of requests whose answer is lost.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use cekura::Baseline;
use futures_util::future::{Either, select};
use futures_util::stream::StreamExt as _;

use super::engine::{Campaign, Halt};
use super::submit::{Flight, Landed};
use super::{CampaignError, Phase, Step};
use crate::journal::{Batch, Fate, Outcome};

impl Campaign {
    /// Looks into every request that an earlier process left open, before anything is sent.
    ///
    /// Call logs of unknown fate are looked at once more: what was late may show by now.
    pub(super) async fn resolve(&mut self) -> Result<(), Halt> {
        self.journal.doubt_again()?;
        let mut open = self.journal.open_batches()?;
        if self.settings.resend_untouched {
            self.journal.forget_sends()?;
        }
        open.extend(self.journal.unknown_batches()?);
        let mut open = open.into_iter();
        let mut flight = Flight::new();
        let mut rounds = BTreeMap::new();
        let most = self.settings.concurrency as usize;
        loop {
            self.check_stop()?;
            while flight.len() < most
                && let Some((round, batch)) = open.next()
            {
                rounds.insert(batch.id, round);
                flight.push(self.look_back(round, batch)?);
            }
            let stopped = Box::pin(self.stop.asked());
            let landed = match select(flight.next(), stopped).await {
                Either::Left((Some(landed), _)) => landed,
                Either::Left((None, _)) => return Ok(()),
                Either::Right(_) => continue,
            };
            let round = rounds
                .get(&landed.outcome.batch.id)
                .copied()
                .unwrap_or_default();
            self.journal.conclude(round, &[landed.outcome])?;
            self.step(Step::Concluded);
            self.progress(Phase::LookingBack, round, i64::MAX)?;
        }
    }

    /// Reads the call logs of `batch` back until each shows what became of it, or the settle window is over.
    pub(super) fn look_back(
        &self,
        round: u32,
        batch: Batch,
    ) -> Result<Pin<Box<dyn Future<Output = Landed> + Send>>, CampaignError> {
        let mut before = Vec::with_capacity(batch.logs.len());
        for id in &batch.logs {
            before.push((*id, self.journal.before(round, *id)?));
        }
        let before: Baseline = before.into_iter().collect();
        let mut reconcile = self
            .client
            .call_logs()
            .reconcile(before)
            .with_settle_window(self.settings.settle_window);
        if !self.resets_success() {
            reconcile = reconcile.of_chosen_metrics();
        }
        let resend = self.settings.resend_untouched;
        let observer = Arc::clone(&self.observer);
        Ok(Box::pin(async move {
            let evidence = reconcile.await;
            observer.step(Step::LookedBack);
            Landed::from(Outcome {
                batch,
                fate: Fate::LookedBack { evidence, resend },
                attempts: None,
                status: None,
                request_id: None,
                note: None,
            })
        }))
    }
}
