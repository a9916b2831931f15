//! The forecast of a campaign's total cost.

use super::campaign::Campaign;
use super::{CampaignError, NoiseSettings, Settings};
use crate::cost::{CostForecast, scaled};
use crate::journal::Unsent;

impl Campaign {
    /// Returns the highest total cost of the campaign with `settings`: what was or may have been spent, what is still to be sent,
    /// what [may be sent again](Self::with_resends), and noise rounds.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn forecast(&self, settings: &Settings) -> Result<CostForecast, CampaignError> {
        let spent = self.journal.spent()?;
        let (metrics, cost) = self.average_cost()?;
        let mut whole = CostForecast {
            evaluations: spent.evaluations,
            metric_evaluations: Some(spent.metric_evaluations),
            credits: Some(spent.credits),
            limits: settings.budget.part(self.share),
        };
        let (mut unread, mut known) = (0_u64, (0_u64, 0.0));
        for unsent in self.unsent(settings.noise)? {
            whole.evaluations += unsent.logs;
            unread += unsent.logs - unsent.read;
            known = (known.0 + unsent.metrics, known.1 + unsent.credits);
        }
        // Without an estimate for one call log there is none for the campaign.
        if unread > 0 && metrics.is_none() {
            (whole.metric_evaluations, whole.credits) = (None, None);
            return Ok(whole);
        }
        let (metrics, cost) = (metrics.unwrap_or_default(), cost.unwrap_or_default());
        whole.metric_evaluations =
            Some(spent.metric_evaluations + known.0 + scaled(unread, metrics));
        whole.credits = Some(float(unread).mul_add(cost, spent.credits + known.1));
        Ok(whole)
    }

    /// Stores the approved cost.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn approve(&mut self, forecast: &CostForecast) -> Result<(), CampaignError> {
        Ok(self.journal.approve(forecast)?)
    }

    /// Returns what may still be sent, round by round.
    fn unsent(&self, noise: Option<NoiseSettings>) -> Result<Vec<Unsent>, CampaignError> {
        let mut rounds = vec![self.journal.unsent(0, self.may_resend)?];
        let Some(noise) = noise else {
            return Ok(rounds);
        };
        let started = self.journal.rounds()?;
        let sample = self.share.part(noise.sample);
        let logs = sample.min(self.journal.coverage()?.selected);
        for round in 1..=noise.rounds {
            rounds.push(match started.contains(&round) {
                true => self.journal.unsent(round, self.may_resend)?,
                false => Unsent {
                    logs,
                    ..Unsent::default()
                },
            });
        }
        Ok(rounds)
    }

    /// The average metrics and credits of one evaluation: from the call logs read so far, else from the approved cost, else from
    /// the plan.
    fn average_cost(&self) -> Result<(Option<f64>, Option<f64>), CampaignError> {
        if !self.pricing.is_informed()
            && let Some(agreed) = self.journal.approved_cost()?
        {
            let each = |all: f64| all / float(agreed.evaluations.max(1));
            return Ok((
                agreed.metric_evaluations.map(|all| each(float(all))),
                agreed.credits.map(each),
            ));
        }
        let (metrics, cost) = self.pricing.average();
        Ok((Some(metrics), Some(cost)))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of evaluations are far below 2^52"
)]
fn float(count: u64) -> f64 {
    count as f64
}
