//! `cekura api`: the escape hatch.

use clap::Args;

use super::values;

/// Send any request, with the same key, limits and retries as every other command.
///
/// What may be sent again is decided by what the request does: an operation that this program knows keeps its rule,
/// whatever way it is called; otherwise GET and HEAD read, PUT and DELETE can be repeated, and every other method is
/// sent once. The body of the reply is printed as it came; on a terminal, control characters in it are shown as \u001b
/// and the like.
///
/// A paid operation that comes to more than 100 metric evaluations or 20 credits, or for all call logs, needs a confirmation
/// or --yes. For more than 5 call logs, a few of them are read to tell.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura api GET /test_framework/v2/aiagents/ --query page_size=5
  cekura api POST /observability/v1/call-logs/evaluate_metrics/ --data @request.json
  echo '{\"agent_id\": 310, \"call_logs\": [5001]}' |
    cekura api POST /observability/v1/call-logs/rerun_evaluation/ --data -")]
pub(crate) struct ApiArgs {
    /// GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS.
    #[arg(value_parser = values::method)]
    pub(crate) method: cekura::Method,

    /// The path from the root of the service; most of its paths end in a slash.
    pub(crate) path: String,

    /// The body: JSON, or @ and a file that holds it, or - for standard input.
    #[arg(long, short, value_name = "JSON", allow_hyphen_values = true)]
    pub(crate) data: Option<String>,

    /// A parameter of the query; may be given more than once.
    #[arg(long, short, value_name = "NAME=VALUE", value_parser = values::pair)]
    pub(crate) query: Vec<(String, String)>,

    /// Do not ask for a confirmation.
    #[arg(long, short)]
    pub(crate) yes: bool,
}
