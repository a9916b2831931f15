//! One poll of a job.

use cekura_api::{JobRule, JobState};
use http::Method;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{JobReport, Kind};
use crate::http::{CallOptions, finish, json_of, response_checks};
use crate::{Client, Error};

/// What a poll needs.
#[derive(Clone, Debug)]
pub(super) struct Poll {
    pub(super) client: Client,
    pub(super) options: CallOptions,
    pub(super) rule: &'static JobRule,
    pub(super) id: String,
}

/// The state of a job, from [`Job::progress`](super::Job::progress).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct JobProgress<T> {
    /// Whether the job has ended. A status that is not documented means that it is running.
    pub state: JobState,
    /// The service's word for the state, or its counts, such as `pending` or `2 of 3`; empty if there is none.
    pub status: String,
    /// The response.
    pub response: T,
}

impl Poll {
    /// Polls once. Returns the response as JSON too.
    pub(super) async fn send<T>(
        &self,
        options: &CallOptions,
    ) -> Result<(JobProgress<T>, Value), Error>
    where
        T: DeserializeOwned,
    {
        let Self { client, rule, .. } = self;
        let path = rule.poll.path_with([(rule.parameter, &self.id)]);
        let method = Method::from_bytes(rule.poll.method.as_bytes()).unwrap_or(Method::GET);
        let mut request = client.raw(method, path);
        if !rule.is_id_in_path() {
            request = request.query(rule.parameter, &self.id);
        }
        request.options = options.clone();
        let response = request.await?.into_http();
        let json = json_of(&client.shared, &response);
        let is_own = |_: &T| response_checks::same_job(rule, &self.id, &json);
        let response = finish(&client.shared, rule.poll, response, &is_own)?.value;
        let (state, status) = rule.end.state(&json);
        let now = JobProgress {
            state,
            status,
            response,
        };
        Ok((now, json))
    }

    /// The error for a job whose last known state is this one.
    pub(super) fn error<T>(
        &self,
        kind: fn(Box<JobReport>) -> Kind,
        last: Option<(JobProgress<T>, Value)>,
    ) -> Error {
        let redact = |text: &str| self.client.redact(text);
        let report = JobReport {
            id: redact(&self.id),
            status: last.as_ref().map(|(last, _)| redact(&last.status)),
            response: last.map(|(_, json)| json),
        };
        Error::new(kind(Box::new(report)))
            .in_operation(self.rule.start.id)
            .in_request(self.rule.start.to_string().into())
    }
}
