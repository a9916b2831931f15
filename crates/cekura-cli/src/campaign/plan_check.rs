//! Checks the cost of a plan, including noise, against the limits and the balance.

use cekura::{Error, MetricId};
use cekura_campaign::cost::CostForecast;
use cekura_campaign::engine::{NoiseSettings, Settings};
use cekura_campaign::plan::{Estimate, PlannedOperation};
use cekura_campaign::shard::Share;
use cekura_campaign::{Plan, Shard};

use super::settings::cost_of_noise;
use super::summary::{amount, credits, several};
use crate::output::{named, safe_line};
use crate::paid::{Accuracy, Cost};
use crate::session::Session;

/// The remaining credits, or why they are unknown.
#[derive(Clone, Debug)]
pub(crate) enum Balance {
    /// The text of the service, and its number if it is one.
    Known(String, Option<f64>),
    Unknown(String),
}

impl Balance {
    /// Requests the balance. A key that may not read it is no error.
    pub(crate) async fn ask(session: &Session) -> Self {
        let request = session.client.billing().info();
        let info = match session.organization {
            Some(id) => request.organization_id(id).await,
            None => request.await,
        };
        match info {
            Ok(info) => match info.credits_remaining {
                Some(left) => {
                    let text = left.to_string();
                    let number = text.parse().ok();
                    Self::Known(text, number)
                }
                None => {
                    Self::Unknown("the service does not say how many credits are left".to_owned())
                }
            },
            Err(e) => Self::Unknown(reason(&e)),
        }
    }
}

fn reason(error: &Error) -> String {
    if error.is_forbidden() {
        "only an organization's key may read it".to_owned()
    } else {
        safe_line(&error.to_string())
    }
}

/// Returns a warning if a chosen metric gave no result for any of the call logs last time.
pub(crate) fn unused_metrics(plan: &Plan) -> Option<String> {
    let PlannedOperation::Metrics(chosen) = &plan.operation else {
        return None;
    };
    let known = |id: &&MetricId| plan.metrics.iter().any(|metric| metric.id == **id);
    let odd: Vec<String> = chosen
        .iter()
        .filter(|id| !known(id))
        .map(ToString::to_string)
        .collect();
    if odd.is_empty() || plan.metrics.is_empty() {
        return None;
    }
    let metrics = named(odd.len(), "metric", &odd.join(", "));
    Some(format!(
        "{metrics} gave no result for any of these call logs last time"
    ))
}

/// A plan, or a shard of one, with its cost.
#[derive(Clone, Debug)]
pub(crate) struct PlanCheck {
    pub(crate) estimate: Estimate,
    pub(crate) noise: Option<(NoiseSettings, u64, Option<f64>)>,
    /// The number of evaluations of call logs.
    pub(crate) evaluations: u64,
    pub(crate) credits: Option<f64>,
    /// The highest cost, for confirmation, limits and balance.
    pub(crate) forecast: CostForecast,
    /// The limits that it would exceed, in words.
    pub(crate) limits: Vec<String>,
    /// A note that the balance is too low.
    pub(crate) shortage: Option<String>,
    /// A shard's share of the limits of the plan, in words.
    pub(crate) share: Option<String>,
}

impl PlanCheck {
    /// Checks the given shard of the whole `plan`.
    pub(crate) fn new(
        plan: &Plan,
        shard: Option<Shard>,
        settings: &Settings,
        balance: Option<&Balance>,
    ) -> Self {
        let share = Share::of(plan, shard);
        let part = shard.map(|shard| plan.clone().shard(shard));
        let part = part.as_ref().unwrap_or(plan);
        let limits = settings.budget.part(share);
        let noise = settings.noise.map(|noise| NoiseSettings {
            sample: share.part(noise.sample),
            ..noise
        });
        let (estimate, forecast) = (part.estimate(), part.forecast(noise, limits));
        let noise = noise.map(|noise| {
            let (evaluations, credits) = cost_of_noise(part, noise);
            (noise, evaluations, credits)
        });
        let more = noise.map_or(Some(0.0), |(.., credits)| credits);
        let total = estimate.credits.zip(more).map(|(one, more)| one + more);
        Self {
            evaluations: forecast.evaluations,
            credits: total,
            limits: passed(&forecast, is_chosen(plan), share),
            shortage: balance.and_then(|balance| shortage(balance, forecast.capped().credits)),
            share: (!share.is_whole())
                .then(|| share_words(share, settings))
                .flatten(),
            forecast,
            noise,
            estimate,
        }
    }

    /// Returns all warnings.
    pub(crate) fn doubts(&self) -> Vec<String> {
        self.limits.iter().chain(&self.shortage).cloned().collect()
    }

    /// Returns the total cost in words.
    pub(crate) fn total(&self) -> String {
        let Some(total) = self.credits else {
            return "an unknown number of credits".to_owned();
        };
        let most = self.forecast.credits.filter(|most| *most > total + 0.005);
        let most = most.map_or_else(String::new, |most| {
            format!(", at most {} if all metrics are charged", amount(most))
        });
        format!("about {}{most}", credits(total))
    }

    /// Returns the cost to confirm.
    pub(crate) fn cost(&self) -> Cost {
        cost_of(&self.forecast)
    }
}

/// Returns the cost of a forecast, to confirm.
pub(crate) fn cost_of(forecast: &CostForecast) -> Cost {
    let most = forecast.capped();
    Cost {
        metric_evaluations: most.metric_evaluations,
        credits: most.credits,
        accuracy: Accuracy::AtMost,
    }
}

/// Returns a warning if the balance is less than the credits still needed.
pub(crate) fn shortage(balance: &Balance, needed: Option<f64>) -> Option<String> {
    match (balance, needed) {
        (Balance::Known(_, Some(left)), Some(needed)) if needed > *left + 1e-6 => Some(format!(
            "the balance of {} is less than the estimated {}",
            credits(*left),
            amount(needed)
        )),
        _ => None,
    }
}

fn is_chosen(plan: &Plan) -> bool {
    matches!(plan.operation, PlannedOperation::Metrics(_))
}

/// Returns a warning for each limit that the plan would exceed.
fn passed(forecast: &CostForecast, is_chosen: bool, share: Share) -> Vec<String> {
    let of = match share.is_whole() {
        true => "",
        false => ", this shard's share,",
    };
    let mut passed = Vec::new();
    if let Some(most) = forecast.limits.max_evaluations
        && forecast.evaluations > most
    {
        passed.push(format!(
            "--max-evaluations {most}{of} would stop the campaign before its {} are done",
            several(forecast.evaluations, "evaluation")
        ));
    }
    if let (Some(total), Some(most)) = (forecast.credits, forecast.limits.max_credits)
        && total > most + 1e-6
    {
        let if_all = match is_chosen {
            true => ", the most it can cost if all metrics are charged",
            false => "",
        };
        passed.push(format!(
            "--max-credits {}{of} would stop the campaign before its estimated {} are spent{if_all}",
            amount(most),
            credits(total)
        ));
    }
    passed
}

/// Returns a shard's share of the limits of the plan; `None` if there are no limits.
pub(crate) fn share_words(share: Share, settings: &Settings) -> Option<String> {
    let (whole, own) = (settings.budget, settings.budget.part(share));
    let mut parts = Vec::new();
    if let (Some(whole), Some(own)) = (whole.max_evaluations, own.max_evaluations) {
        parts.push(format!("--max-evaluations {own} of {whole}"));
    }
    if let (Some(whole), Some(own)) = (whole.max_credits, own.max_credits) {
        parts.push(format!(
            "--max-credits {} of {}",
            amount(own),
            amount(whole)
        ));
    }
    let list = |numbers: Vec<u64>| {
        let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        texts.join(",")
    };
    if !settings.canary.is_empty() {
        let own = settings.canary.iter().map(|count| share.part(*count));
        let own = list(own.collect());
        parts.push(format!(
            "--canary {own} of {}",
            list(settings.canary.clone())
        ));
        if settings.canary_max_regressions > 0 {
            parts.push(format!(
                "--canary-max-regressions {} of {}",
                share.part(settings.canary_max_regressions),
                settings.canary_max_regressions
            ));
        }
    }
    if let Some(noise) = settings.noise {
        parts.push(format!(
            "--noise-sample {} of {}",
            share.part(noise.sample),
            noise.sample
        ));
    }
    (!parts.is_empty()).then(|| {
        format!(
            "this shard's share of the plan's limits: {}",
            parts.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use cekura_campaign::journal::Budget;

    use super::*;

    #[test]
    fn a_shard_says_its_share_of_every_number_that_is_the_whole_plans() {
        let share = Share {
            before: 5,
            own: 5,
            of: 20,
        };
        let mut settings = Settings::default();
        assert_eq!(share_words(share, &settings), None);
        settings.budget = Budget {
            max_evaluations: Some(10),
            max_credits: Some(40.0),
        };
        settings.canary = vec![4, 20];
        settings.canary_max_regressions = 8;
        settings.noise = Some(NoiseSettings {
            rounds: 2,
            sample: 12,
        });
        assert_eq!(
            share_words(share, &settings).unwrap(),
            "this shard's share of the plan's limits: --max-evaluations 3 of 10, --max-credits 10 of 40, \
             --canary 1,5 of 4,20, --canary-max-regressions 2 of 8, --noise-sample 3 of 12"
        );
    }

    #[test]
    fn a_balance_is_short_of_what_is_needed_and_not_of_what_nobody_knows() {
        let balance = Balance::Known("2.00".to_owned(), Some(2.0));
        let shown = shortage(&balance, Some(3.0)).unwrap();
        assert_eq!(
            shown,
            "the balance of 2 credits is less than the estimated 3"
        );
        assert_eq!(shortage(&balance, Some(2.0)), None);
        assert_eq!(shortage(&balance, None), None);
        assert_eq!(shortage(&Balance::Unknown(String::new()), Some(3.0)), None);
    }
}
