// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The ordinary operations.

mod agents;
mod billing;
mod call_logs;
mod metrics;
mod projects;
pub use agents::*;
pub use billing::*;
pub use call_logs::*;
pub use metrics::*;
pub use projects::*;
impl crate::Client {
    /// Returns the operations of `agents`: the voice and chat agents that are tested and
    /// observed.
    #[must_use]
    pub fn agents(&self) -> AgentsClient {
        AgentsClient {
            client: self.clone(),
        }
    }
    /// Returns the operations of `billing`: the credits that evaluations are paid with.
    #[must_use]
    pub fn billing(&self) -> BillingClient {
        BillingClient {
            client: self.clone(),
        }
    }
    /// Returns the operations of `metrics`: what calls are judged by.
    #[must_use]
    pub fn metrics(&self) -> MetricsClient {
        MetricsClient {
            client: self.clone(),
        }
    }
    /// Returns the operations of `projects`: what agents, metrics and results of one team belong
    /// to.
    #[must_use]
    pub fn projects(&self) -> ProjectsClient {
        ProjectsClient {
            client: self.clone(),
        }
    }
}
