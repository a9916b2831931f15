//! What a plan comes to: noise included, against the limits and the balance.

use cekura::{Error, MetricId};
use cekura_reevaluate::Plan;
use cekura_reevaluate::campaign::NoiseSettings;
use cekura_reevaluate::plan::{Estimate, PlannedWork};

use super::settings::cost_of_noise;
use super::summary::{amount, credits, several};
use crate::cli::LimitArgs;
use crate::output::{named, safe_line};
use crate::session::Session;

/// The credits that are left, or why nobody knows.
#[derive(Clone, Debug)]
pub(crate) enum Balance {
    /// As the service writes it, and as a number where it is one.
    Known(String, Option<f64>),
    Unknown(String),
}

impl Balance {
    /// Asks for it. That the key may not know is no failure.
    pub(crate) async fn ask(session: &Session) -> Self {
        let request = session.client.billing().info();
        let info = match session.organization {
            Some(id) => request.organization(id).await,
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

/// What may be wrong with the choice of metrics: that one of them judged none of the call logs last time.
pub(crate) fn odd_metrics(plan: &Plan) -> Option<String> {
    let PlannedWork::Metrics(chosen) = &plan.work else {
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
        "{metrics} judged none of these call logs last time"
    ))
}

/// A plan with what it comes to.
#[derive(Clone, Debug)]
pub(crate) struct Checked {
    pub(crate) estimate: Estimate,
    pub(crate) noise: Option<(NoiseSettings, u64, Option<f64>)>,
    /// Call logs, each as often as it is evaluated.
    pub(crate) evaluations: u64,
    pub(crate) credits: Option<f64>,
    /// Limits that the total would pass, in words.
    pub(crate) limits: Vec<String>,
}

impl Checked {
    pub(crate) fn new(
        plan: &Plan,
        noise: Option<NoiseSettings>,
        limits: &LimitArgs,
        balance: Option<&Balance>,
    ) -> Self {
        let estimate = plan.estimate();
        let noise = noise.map(|noise| {
            let (evaluations, credits) = cost_of_noise(plan, noise);
            (noise, evaluations, credits)
        });
        let evaluations = estimate.evaluations + noise.map_or(0, |(_, more, _)| more);
        let more = noise.map_or(Some(0.0), |(.., credits)| credits);
        let total = estimate.credits.zip(more).map(|(one, more)| one + more);
        let mut passed = Vec::new();
        if let Some(most) = limits.max_evaluations.filter(|most| evaluations > *most) {
            passed.push(format!(
                "--max-evaluations {most} would stop the campaign before its {} are done",
                several(evaluations, "evaluation")
            ));
        }
        if let (Some(total), Some(most)) = (total, limits.max_credits)
            && total > most
        {
            passed.push(format!(
                "--max-credits {} would stop the campaign before its estimated {} are spent",
                amount(most),
                credits(total)
            ));
        }
        if let (Some(total), Some(Balance::Known(_, Some(left)))) = (total, balance)
            && total > *left
        {
            passed.push(format!(
                "the balance of {} is less than the estimated {}",
                credits(*left),
                amount(total)
            ));
        }
        Self {
            estimate,
            noise,
            evaluations,
            credits: total,
            limits: passed,
        }
    }

    /// The total in a few words.
    pub(crate) fn total(&self) -> String {
        match self.credits {
            Some(total) => format!("about {}", credits(total)),
            None => "a number of credits that nobody can tell".to_owned(),
        }
    }
}
