//! Settings of a running sandbox besides its quirks: latency, evaluation time, job time and rate limit.

use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize};

use crate::quirks::millis;
use crate::server::RateLimit;

/// The latency, the evaluation time, the job time and the rate limit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Settings {
    #[serde(rename = "latency_ms", with = "millis")]
    pub(crate) latency: Duration,
    #[serde(rename = "evaluation_time_ms", with = "millis")]
    pub(crate) evaluation_time: Duration,
    /// The duration of a job, such as the generation of scenarios.
    #[serde(rename = "job_time_ms", with = "millis")]
    pub(crate) job_time: Duration,
    pub(crate) rate_limit: Option<RateLimit>,
}

/// Changed settings; missing fields keep their values.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    latency_ms: Option<u64>,
    evaluation_time_ms: Option<u64>,
    job_time_ms: Option<u64>,
    #[serde(default, deserialize_with = "given")]
    rate_limit: Option<Option<RateLimit>>,
}

/// Distinguishes `null`, which removes the limit, from a missing field.
fn given<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<RateLimit>>, D::Error> {
    Option::deserialize(from).map(Some)
}

impl Changes {
    /// Applies the changes.
    pub(crate) fn apply(&self, to: &mut Settings) {
        let time = |millis: Option<u64>| millis.map(Duration::from_millis);
        *to = Settings {
            latency: time(self.latency_ms).unwrap_or(to.latency),
            evaluation_time: time(self.evaluation_time_ms).unwrap_or(to.evaluation_time),
            job_time: time(self.job_time_ms).unwrap_or(to.job_time),
            rate_limit: self.rate_limit.unwrap_or(to.rate_limit),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_fields_keep_their_values_and_null_removes_the_limit() {
        let settings = Settings {
            latency: Duration::from_millis(80),
            evaluation_time: Duration::from_secs(5),
            job_time: Duration::from_secs(5),
            rate_limit: Some(RateLimit::per_second(20)),
        };
        let with = |text: &str| {
            let mut changed = settings;
            let changes: Changes = serde_json::from_str(text).unwrap();
            changes.apply(&mut changed);
            changed
        };
        assert_eq!(with("{}"), settings);
        assert_eq!(with(r#"{"rate_limit": null}"#).rate_limit, None);
        let limit = with(r#"{"rate_limit": "3/10s"}"#).rate_limit;
        assert_eq!(limit, Some(RateLimit::new(3, Duration::from_secs(10))));
        let faster = with(r#"{"latency_ms": 0, "evaluation_time_ms": 100}"#);
        assert_eq!(faster.latency, Duration::ZERO);
        assert_eq!(faster.evaluation_time, Duration::from_millis(100));
        assert_eq!(faster.rate_limit, settings.rate_limit);
        for text in [
            r#"{"latency": 5}"#,
            r#"{"rate_limit": "often"}"#,
            r#"{"latency_ms": -1}"#,
        ] {
            assert!(serde_json::from_str::<Changes>(text).is_err(), "{text}");
        }
        let shown = serde_json::to_value(settings).unwrap();
        assert_eq!(shown["rate_limit"], "20/s");
        assert_eq!(shown["evaluation_time_ms"], 5_000);
    }
}
