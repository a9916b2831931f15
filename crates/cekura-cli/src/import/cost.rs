//! What an import may cost: the metrics of each agent, for each of its calls.

use cekura::{Error, MetricId, Scope};
use cekura_campaign::import::ImportForecast;
use cekura_campaign::plan::PriceTable;
use futures_util::TryStreamExt as _;

use crate::campaign::{Balance, shortage};
use crate::paid::{Accuracy, Cost};
use crate::session::Session;

/// Returns the estimated cost; one without numbers if the metrics of an agent cannot be listed.
///
/// A metric may be left out by sampling or a condition of its own, and a line may name its metrics.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of calls are far below 2^52"
)]
pub(crate) async fn cost_of(
    session: &Session,
    forecast: &ImportForecast,
    prices: &PriceTable,
) -> Cost {
    let (mut evaluations, mut credits) = (0, 0.0);
    for (agent, calls) in &forecast.agents {
        let Ok(metrics) = metrics_of(session, agent).await else {
            return Cost {
                metric_evaluations: None,
                credits: None,
                accuracy: Accuracy::About,
            };
        };
        evaluations += calls * metrics.len() as u64;
        let each: f64 = metrics.iter().map(|id| prices.of(*id)).sum();
        credits += each * *calls as f64;
    }
    Cost {
        metric_evaluations: Some(evaluations),
        credits: Some(credits),
        accuracy: Accuracy::About,
    }
}

async fn metrics_of(session: &Session, agent: &Scope) -> Result<Vec<MetricId>, Error> {
    let list = session.client.metrics().list();
    let list = match agent {
        Scope::Agent(id) => list.agent_id(*id),
        Scope::Assistant(id) => list.assistant_id(id.clone()),
        Scope::Project(id) => list.project_id(*id),
    };
    let metrics = list.items().try_filter_map(async |metric| Ok(metric.id));
    metrics.try_collect().await
}

/// Returns a note that the balance is less than the cost. That of a sandbox does not matter.
pub(crate) async fn shortage_of(session: &Session, cost: &Cost) -> Option<String> {
    match session.sandbox {
        Some(_) => None,
        None => shortage(&Balance::ask(session).await, cost.credits),
    }
}
