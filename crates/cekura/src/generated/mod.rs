// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The ordinary operations.

mod billing;
mod call_logs;
mod metrics;
pub use billing::*;
pub use call_logs::*;
pub use metrics::*;
impl crate::Client {
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
}
