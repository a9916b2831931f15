//! `cekura calls observe`, `update` and `vote`.

use std::path::PathBuf;
use std::time::Duration;

use cekura::types::ReviewedStatus;
use cekura::{CallLogId, MetricId};
use clap::{ArgGroup, Args};
use serde_json::Value;

use super::values;

/// Send a finished call to be evaluated; costs credits.
///
/// The call becomes a call log that is evaluated by the metrics of its agent. The request is sent once. Whether a call_id that
/// is known already is refused or updates that call log, is a setting of the organization.
///
/// A recording is read while it is sent, whatever its size. It has to arrive within --timeout.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura calls observe --sandbox
  cekura calls observe --data @call.json --wait
  cekura calls observe --data @call.json --recording call.wav --timeout 20m
  echo '{\"call_id\": \"harbor-1\", \"agent\": 310}' | cekura calls observe --data -

The call:
  {\"call_id\": \"harbor-20260518-1107\", \"agent\": 310,
   \"transcript_type\": \"cekura\", \"transcript_json\": [
     {\"role\": \"Main Agent\", \"content\": \"Harbor Hotel.\", \"start_time\": 0.2, \"end_time\": 1.9},
     {\"role\": \"Testing Agent\", \"content\": \"A room, please.\", \"start_time\": 2.3, \"end_time\": 5}]}

  call_id and either agent or assistant_id are required. Other keys: timestamp,
  voice_recording_url, customer_number, call_ended_reason, metadata,
  dynamic_variables, trace_id, feedback, redact_fields, metric_ids,
  main_agent_channel_index.

JSON:
  The call log as the service gives it; with --wait after its evaluation.")]
pub(crate) struct ObserveArgs {
    /// The call: JSON, @FILE, or - for standard input; optional with --sandbox.
    #[arg(long, value_name = "JSON")]
    pub(crate) data: Option<String>,

    /// Send this recording along with the call.
    #[arg(long, value_name = "FILE")]
    pub(crate) recording: Option<PathBuf>,

    /// Wait until the call is evaluated, and show the result.
    #[arg(long)]
    pub(crate) wait: bool,

    /// With --wait: stop waiting after this time.
    #[arg(long, value_name = "DURATION", value_parser = values::span, default_value = "10m", requires = "wait")]
    pub(crate) deadline: Duration,
}

/// Change what was sent about a call, or record a review.
///
/// What is not given stays as it is; metadata and dynamic_variables are merged. The request is sent once. It costs credits with
/// --reevaluate-metrics only.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura calls update 5002 --status reviewed_failure \\
    --feedback 'The day was never named.'
  cekura calls update 5002 --duration 2m30s --sandbox
  cekura calls update 5002 --data '{\"metadata\": {\"site\": \"pier-4\"}}'

JSON:
  The call log as it is afterwards.")]
pub(crate) struct UpdateArgs {
    /// Id of the call log.
    #[arg(value_name = "ID", value_parser = values::id::<CallLogId>)]
    pub(crate) id: CallLogId,

    /// What changes: JSON, @FILE, or - for standard input.
    ///
    /// Its duration is in minutes. Keys that are also given by an option are an error.
    #[arg(long, value_name = "JSON")]
    pub(crate) data: Option<String>,

    /// Outcome: success, failure, reviewed_success or reviewed_failure.
    #[arg(long, value_name = "STATUS", value_parser = status)]
    pub(crate) status: Option<ReviewedStatus>,

    /// What a person has to say about the call.
    #[arg(long, value_name = "TEXT")]
    pub(crate) feedback: Option<String>,

    /// How long the call took, such as 2m30s.
    #[arg(long, value_name = "DURATION", value_parser = values::span_or_zero)]
    pub(crate) duration: Option<Duration>,

    /// Evaluate the metrics afterwards; costs credits.
    #[arg(long)]
    pub(crate) reevaluate_metrics: bool,
}

/// Vote on the verdict of a metric; the call log counts as reviewed afterwards.
///
/// The request is sent once: a second vote would be recorded as well.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("thumb").required(true).args(["up", "down"])), after_long_help = "\
Examples:
  cekura calls vote 5002 --metric 71 --up
  cekura calls vote 5002 --metric 71 --down --expected true \\
    --feedback 'The day was named.'
  cekura calls vote 5002 --metric 73 --down --not-applicable

JSON:
  What the service says: detail.")]
pub(crate) struct VoteArgs {
    /// Id of the call log.
    #[arg(value_name = "ID", value_parser = values::id::<CallLogId>)]
    pub(crate) id: CallLogId,

    /// The metric.
    #[arg(long, value_name = "N", value_parser = values::id::<MetricId>)]
    pub(crate) metric: MetricId,

    /// The verdict is right.
    #[arg(long)]
    pub(crate) up: bool,

    /// The verdict is wrong.
    #[arg(long)]
    pub(crate) down: bool,

    /// The right verdict: true, false, a number or a word [default: a pass, also with --up].
    #[arg(long, value_name = "VALUE", conflicts_with = "not_applicable")]
    pub(crate) expected: Option<String>,

    /// The metric is not applicable to this call.
    #[arg(long)]
    pub(crate) not_applicable: bool,

    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub(crate) feedback: Option<String>,
}

impl VoteArgs {
    /// Returns the right verdict; a word needs no quotes.
    pub(crate) fn expected_value(&self) -> Option<Value> {
        let text = self.expected.as_deref()?;
        let plain = serde_json::from_str(text).ok();
        let plain = plain.filter(|value: &Value| value.is_boolean() || value.is_number());
        Some(plain.unwrap_or_else(|| text.into()))
    }
}

fn status(text: &str) -> Result<ReviewedStatus, String> {
    text.parse()
        .map_err(|_| "expected success, failure, reviewed_success or reviewed_failure".to_owned())
}
