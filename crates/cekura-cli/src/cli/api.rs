//! Arguments of `cekura api`.

use clap::Args;

use super::{ConfirmArg, DataArg, values};

/// Send any request to the service.
///
/// The request is authenticated with the configured key. GET, HEAD, PUT and DELETE are retried if they fail. Other methods
/// and paid operations are repeated only after a 429, or if they certainly were not sent. The body of the response is printed unchanged; on a terminal, control
/// characters are escaped. --format does not change the body.
///
/// A paid operation for more than 100 metric evaluations or 20 credits, or for all call logs, needs a confirmation or
/// --yes. For more than 5 call logs, a few are read to estimate the cost.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura api GET /test_framework/v2/aiagents/ --query page_size=5
  cekura api POST /observability/v1/call-logs/evaluate_metrics/ \\
    --data @request.json
  echo '{\"agent_id\": 310, \"call_logs\": [5001]}' |
    cekura api POST /observability/v1/call-logs/rerun_evaluation/ --data -")]
pub(crate) struct ApiArgs {
    /// GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS.
    #[arg(value_parser = values::method)]
    pub(crate) method: cekura::Method,

    /// Path of the request; most paths end in a slash.
    pub(crate) path: String,

    #[command(flatten)]
    pub(crate) body: DataArg,

    /// Query parameter; repeatable.
    #[arg(long, value_name = "NAME=VALUE", value_parser = values::pair)]
    pub(crate) query: Vec<(String, String)>,

    #[command(flatten)]
    pub(crate) confirm: ConfirmArg,
}
