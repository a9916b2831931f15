//! The two paid operations, and the entries of their responses.

use std::time::SystemTime;

use cekura_api::scalars::{CallLogId, MetricId, Timestamp};
use cekura_api::types::{CallLog, CallLogSummary};
use cekura_api::{Operation, operations};

use super::{Snapshot, request};
use crate::error::Error;
use crate::http::{CallOptions, Response, api_request, call, response_checks};
use crate::{CallLogTargets, Client, Scope};

/// The paid operation.
#[derive(Clone, Debug)]
pub(crate) enum PaidOperation {
    Rerun,
    Evaluate(Vec<MetricId>),
}

/// One entry of a response, as far as the wait needs it.
pub(super) struct Entry {
    pub(super) id: Option<CallLogId>,
    pub(super) time: Option<SystemTime>,
    pub(super) snapshot: Snapshot,
    pub(super) log: Option<CallLog>,
}

impl PaidOperation {
    pub(super) fn operation(&self) -> &'static Operation {
        match self {
            Self::Rerun => &operations::CALL_LOGS_RERUN_EVALUATION,
            Self::Evaluate(_) => &operations::CALL_LOGS_EVALUATE_METRICS,
        }
    }

    pub(super) async fn send(
        &self,
        client: &Client,
        scope: &Scope,
        logs: &CallLogTargets,
        options: &CallOptions,
    ) -> Result<Response<Vec<Entry>>, Error> {
        let operation = self.operation();
        match self {
            Self::Rerun => {
                let body = request::rerun(scope, logs)?;
                let request = api_request!(api => api.call_logs_rerun_evaluation(&body));
                let response: Response<Vec<CallLog>> = call(
                    &client.shared,
                    options,
                    operation,
                    request,
                    &response_checks::any,
                )
                .await?;
                Ok(response.map(|logs| logs.into_iter().map(Entry::from).collect()))
            }
            Self::Evaluate(metrics) => {
                let body = request::evaluate(scope, logs, metrics)?;
                let request = api_request!(api => api.call_logs_evaluate_metrics(&body));
                let response: Response<Vec<CallLogSummary>> = call(
                    &client.shared,
                    options,
                    operation,
                    request,
                    &response_checks::any,
                )
                .await?;
                Ok(response.map(|logs| logs.into_iter().map(Entry::from).collect()))
            }
        }
    }

    pub(super) fn resets_success(&self) -> bool {
        matches!(self, Self::Rerun)
    }
}

impl From<CallLog> for Entry {
    fn from(log: CallLog) -> Self {
        let time = log.timestamp.as_ref().and_then(Timestamp::to_system_time);
        Self {
            id: log.id,
            time,
            snapshot: Snapshot::from(&log),
            log: Some(log),
        }
    }
}

impl From<CallLogSummary> for Entry {
    fn from(log: CallLogSummary) -> Self {
        let time = log.timestamp.as_ref().and_then(Timestamp::to_system_time);
        Self {
            id: log.id,
            time,
            snapshot: Snapshot::from(&log),
            log: None,
        }
    }
}
