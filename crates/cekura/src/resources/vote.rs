//! A vote on the verdict of a metric.

use cekura_api::operations;
use cekura_api::scalars::{CallLogId, MetricId};
use cekura_api::types::{MetricVote, MetricVoteRecorded};
use serde_json::Value;

use crate::http::{CallOptions, Response, api_request, call, call_options, response_checks, sends};
use crate::{Client, Error, Patch};

/// A vote that is not complete yet, from [`vote`](super::CallLogsClient::vote): it needs a direction.
#[derive(Clone, Debug)]
#[must_use = "a vote needs up(), down() or without_thumb()"]
pub struct NewVote {
    client: Client,
    id: CallLogId,
    metric: MetricId,
}

impl NewVote {
    pub(super) fn new(client: Client, id: CallLogId, metric: MetricId) -> Self {
        Self { client, id, metric }
    }

    /// Votes that the verdict is right.
    pub fn up(self) -> Vote {
        self.with(true.into())
    }

    /// Votes that the verdict is wrong.
    pub fn down(self) -> Vote {
        self.with(false.into())
    }

    /// Votes for neither: `thumbs_up` is sent as null.
    ///
    /// For an expected value or feedback alone.
    pub fn without_thumb(self) -> Vote {
        self.with(Value::Null)
    }

    fn with(self, thumbs_up: Value) -> Vote {
        Vote {
            options: self.client.options(),
            client: self.client,
            id: self.id,
            body: MetricVote::new(self.metric, thumbs_up),
            expected_value: Patch::Absent,
        }
    }
}

/// The request of [`vote`](super::CallLogsClient::vote).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct Vote {
    client: Client,
    id: CallLogId,
    body: MetricVote,
    expected_value: Patch<Value>,
    options: CallOptions,
}

call_options!(Vote);
sends!(Vote => MetricVoteRecorded);

impl Vote {
    /// Sets the right verdict: true or false, a number, or a word, as the metric has it.
    ///
    /// Absent, which is the default, means a pass, also for a thumb up: give the value to confirm a fail. [`Patch::Null`] means that the
    /// metric is not applicable to this call.
    pub fn expected_value(mut self, value: impl Into<Patch<Value>>) -> Self {
        self.expected_value = value.into();
        self
    }

    /// Sets the reason.
    pub fn feedback(mut self, feedback: impl Into<String>) -> Self {
        self.body = self.body.feedback(feedback);
        self
    }

    async fn run(self) -> Result<Response<MetricVoteRecorded>, Error> {
        let (client, options, id, mut body) = (self.client, self.options, self.id, self.body);
        body.expected_value = self.expected_value.into_json();
        let operation = &operations::CALL_LOGS_MARK_METRIC_VOTE;
        let request = api_request!(api => api.call_logs_mark_metric_vote(&id, &body));
        call(
            &client.shared,
            &options,
            operation,
            request,
            &response_checks::any,
        )
        .await
    }
}
