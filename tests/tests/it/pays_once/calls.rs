//! The two paid calls: plain, with a baseline, and resending unchanged call logs.

use cekura::reevaluation::Reevaluation;
use cekura::{CallLogId, Error, OnUnknown};
use cekura_tests::Lab;

/// Large enough for every honest response, and too small for the one of a fault.
pub(super) const MAX_BODY: usize = 1 << 20;

#[derive(Clone, Copy, Debug)]
pub(super) enum Call {
    Rerun,
    Evaluate,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Care {
    Plain,
    Baseline,
    Resend,
}

macro_rules! careful {
    ($call:expr, $care:expr) => {{
        let call = $call.with_max_response_bytes(MAX_BODY);
        match $care {
            Care::Plain => call,
            Care::Baseline => call.with_baseline(),
            Care::Resend => call
                .with_baseline()
                .with_on_unknown(OnUnknown::ResendIfUnchanged),
        }
        .await
    }};
}

impl Call {
    pub(super) const BOTH: [Self; 2] = [Self::Rerun, Self::Evaluate];

    pub(super) fn operation(self) -> &'static str {
        match self {
            Self::Rerun => "call_logs_rerun_evaluation",
            Self::Evaluate => "call_logs_evaluate_metrics",
        }
    }

    pub(super) async fn send(
        self,
        lab: &Lab,
        logs: &[CallLogId],
        care: Care,
    ) -> Result<Reevaluation, Error> {
        let calls = lab.client().call_logs();
        match self {
            Self::Rerun => careful!(calls.rerun_evaluation(lab.agent(), logs), care),
            Self::Evaluate => careful!(
                calls.evaluate_metrics(lab.agent(), logs, lab.metrics()),
                care
            ),
        }
    }
}
