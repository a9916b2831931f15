// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The ordinary operations.

#[cfg(feature = "observability")]
mod agent_improvement_sessions;
#[cfg(feature = "observability")]
pub use agent_improvement_sessions::*;
#[cfg(feature = "testing")]
mod agents;
#[cfg(feature = "testing")]
pub use agents::*;
#[cfg(feature = "observability")]
mod alerts;
#[cfg(feature = "observability")]
pub use alerts::*;
#[cfg(feature = "account")]
mod billing;
#[cfg(feature = "account")]
pub use billing::*;
#[cfg(feature = "observability")]
mod call_logs;
#[cfg(feature = "observability")]
pub use call_logs::*;
#[cfg(feature = "observability")]
mod deep_research_insights;
#[cfg(feature = "observability")]
pub use deep_research_insights::*;
#[cfg(feature = "observability")]
mod metric_failure_mode_insights;
#[cfg(feature = "observability")]
pub use metric_failure_mode_insights::*;
#[cfg(feature = "testing")]
mod metrics;
#[cfg(feature = "testing")]
pub use metrics::*;
#[cfg(feature = "account")]
mod organizations;
#[cfg(feature = "account")]
pub use organizations::*;
#[cfg(feature = "testing")]
mod personalities;
#[cfg(feature = "testing")]
pub use personalities::*;
#[cfg(feature = "testing")]
mod phone_numbers;
#[cfg(feature = "testing")]
pub use phone_numbers::*;
#[cfg(feature = "testing")]
mod predefined_metrics;
#[cfg(feature = "testing")]
pub use predefined_metrics::*;
#[cfg(feature = "account")]
mod projects;
#[cfg(feature = "account")]
pub use projects::*;
#[cfg(feature = "testing")]
mod results;
#[cfg(feature = "testing")]
pub use results::*;
#[cfg(feature = "testing")]
mod runs;
#[cfg(feature = "testing")]
pub use runs::*;
impl crate::Client {
    #[cfg(feature = "observability")]
    /// Returns the operations of `agent_improvement_sessions`: tested rewrites of the prompt of
    /// an agent.
    #[must_use]
    #[inline]
    pub fn agent_improvement_sessions(&self) -> AgentImprovementSessionsClient {
        AgentImprovementSessionsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "testing")]
    /// Returns the operations of `agents`: voice and chat agents.
    #[must_use]
    #[inline]
    pub fn agents(&self) -> AgentsClient {
        AgentsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "observability")]
    /// Returns the operations of `alerts`: alerts about the metrics of a project.
    /// Requires an API key; OAuth tokens are not documented for alerts.
    #[must_use]
    #[inline]
    pub fn alerts(&self) -> AlertsClient {
        AlertsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "account")]
    /// Returns the operations of `billing`: the balance and the use of credits.
    #[must_use]
    #[inline]
    pub fn billing(&self) -> BillingClient {
        BillingClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "observability")]
    /// Returns the operations of `deep_research_insights`: insights into failures in recent
    /// calls.
    #[must_use]
    #[inline]
    pub fn deep_research_insights(&self) -> DeepResearchInsightsClient {
        DeepResearchInsightsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "observability")]
    /// Returns the operations of `metric_failure_mode_insights`: categories of calls that fail a
    /// metric.
    #[must_use]
    #[inline]
    pub fn metric_failure_mode_insights(&self) -> MetricFailureModeInsightsClient {
        MetricFailureModeInsightsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "testing")]
    /// Returns the operations of `metrics`: definitions of metrics.
    #[must_use]
    #[inline]
    pub fn metrics(&self) -> MetricsClient {
        MetricsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "account")]
    /// Returns the operations of `organizations`: organizations and their plans.
    #[must_use]
    #[inline]
    pub fn organizations(&self) -> OrganizationsClient {
        OrganizationsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "testing")]
    /// Returns the operations of `personalities`: speech and behaviour of testing agents.
    #[must_use]
    #[inline]
    pub fn personalities(&self) -> PersonalitiesClient {
        PersonalitiesClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "testing")]
    /// Returns the operations of `phone_numbers`: telephone numbers for tests.
    #[must_use]
    #[inline]
    pub fn phone_numbers(&self) -> PhoneNumbersClient {
        PhoneNumbersClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "testing")]
    /// Returns the operations of `predefined_metrics`: ready-made metrics of the service.
    #[must_use]
    #[inline]
    pub fn predefined_metrics(&self) -> PredefinedMetricsClient {
        PredefinedMetricsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "account")]
    /// Returns the operations of `projects`: projects with their settings and members.
    #[must_use]
    #[inline]
    pub fn projects(&self) -> ProjectsClient {
        ProjectsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "testing")]
    /// Returns the operations of `results`: groups of simulated calls.
    #[must_use]
    #[inline]
    pub fn results(&self) -> ResultsClient {
        ResultsClient {
            client: self.clone(),
        }
    }
    #[cfg(feature = "testing")]
    /// Returns the operations of `runs`: single simulated calls.
    #[must_use]
    #[inline]
    pub fn runs(&self) -> RunsClient {
        RunsClient { client: self.clone() }
    }
}
