//! The commands that only read journals.

use std::path::PathBuf;

use clap::Args;

use super::super::values;
use super::{CODES, GateArgs, PlaceArgs};
use crate::cli::Rendering;

/// Show where a campaign stands, also while another process works on it.
#[derive(Debug, Args)]
#[command(
    long_about = "\
Show where a campaign stands, also while another process works on it.

How many call logs have a result, what became of the others, what was or may have been paid for, and how to go on.",
    after_long_help = "\
Examples:
  cekura campaign status march
  cekura campaign status .cekura/campaigns/march.db --format json

JSON:
  One object: id, journal, created_at, scope, operation, selection, shard,
  plan_digest, coverage, spent, sessions, open_requests, stopped, settings."
)]
pub(crate) struct StatusArgs {
    /// The campaign's name, or the file of its journal.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) campaign: String,
}

/// List the campaigns below .cekura/campaigns.
#[derive(Debug, Args)]
#[command(
    long_about = "\
List the campaigns below .cekura/campaigns, the latest first.

Journals elsewhere are named by their file, and not listed.",
    after_long_help = "\
Examples:
  cekura campaign list
  cekura campaign list --format jsonl | jq -r 'select(.complete | not) | .id'

JSON:
  One object for each: id, journal, created_at, scope, operation, shard,
  coverage, complete, stopped, lost_requests (in words, where the journal
  has lost any); or journal and error, for a file that is no journal."
)]
pub(crate) struct CampaignsArgs {}

/// Show what a campaign came to, in one of several forms.
///
/// Transcripts, customers' numbers, and what looks like a telephone number in explanations are left out unless
/// --include-transcripts is given. The gate is checked, and decides how the command ends.
#[derive(Debug, Args)]
#[command(after_long_help = format!("\
Examples:
  cekura campaign report march
  cekura campaign report march --format html --out report.html
  cekura campaign report march --format junit --gate gate.toml > gate.xml
  cekura campaign report march --format github
  cekura campaign report --schema > report.schema.json

Formats:
  table   for people: metrics, the worst changes, what has no result, gate
  json    everything, in the shape that --schema describes
  jsonl   the same on one line
  junit   XML that most CI systems show as tests
  github  a summary, appended to the file that GITHUB_STEP_SUMMARY names, and
          annotations on standard output
  html    one file for a browser: no network, printable

{CODES}"), override_usage = "\
cekura campaign report <CAMPAIGN> [OPTIONS]
       cekura campaign report --schema")]
pub(crate) struct ReportArgs {
    /// The campaign's name, or the file of its journal.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath, required_unless_present = "schema")]
    pub(crate) campaign: Option<String>,

    /// How the report is written.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "table", hide_default_value = true,
        value_parser = Rendering::parser(&Rendering::REPORT))]
    pub(crate) format: Rendering,

    /// Write it to this file, instead of standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    /// Print the JSON Schema of the report, and nothing else.
    #[arg(long, conflicts_with = "campaign")]
    pub(crate) schema: bool,

    #[command(flatten)]
    pub(crate) content: ContentArgs,

    #[command(flatten)]
    pub(crate) gate: GateArgs,
}

/// What a report holds.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Reports")]
pub(crate) struct ContentArgs {
    /// Show what was said and customers' numbers.
    #[arg(long)]
    pub(crate) include_transcripts: bool,

    /// List verdicts that stayed too, where their explanation reads differently.
    #[arg(long)]
    pub(crate) explanations: bool,

    /// Most changes to list [default: 20 in a table, 2000 in HTML, else all]; counts are of all.
    #[arg(long, value_name = "N", value_parser = values::whole::<u64>, allow_negative_numbers = true)]
    pub(crate) limit: Option<u64>,

    /// Link call logs to this address, with {id} for the number [default: the dashboard, where its address is known].
    #[arg(long, value_name = "URL", value_parser = values::call_url)]
    pub(crate) call_url: Option<String>,
}

/// Reports to write when the work ends.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Reports")]
pub(crate) struct FileArgs {
    /// Write the report as one HTML file.
    #[arg(long, value_name = "FILE")]
    pub(crate) report_html: Option<PathBuf>,

    /// Write the report as JSON.
    #[arg(long, value_name = "FILE")]
    pub(crate) report_json: Option<PathBuf>,

    /// Write the report as JUnit XML.
    #[arg(long, value_name = "FILE")]
    pub(crate) report_junit: Option<PathBuf>,

    /// Append a summary to the file that GITHUB_STEP_SUMMARY names, and write annotations to standard error.
    #[arg(long)]
    pub(crate) report_github: bool,
}

/// Write every verdict of a campaign, row by row.
///
/// One row for each metric of each call log, before and after; one without a metric for a call log without a result.
/// Explanations are as the judge wrote them, and may quote customers; transcripts are not exported.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura campaign export march > march.csv
  cekura campaign export march --format jsonl | jq 'select(.change == \"pass_to_fail\")'

Rows:
  round, log, state, reason, sends, metric, name, change, before, after, human
  before and after have passed, score, value and explanation (in CSV: columns
  before_passed, before_score, and so on); round is 0 for the campaign, 1 to K
  for its noise rounds; sends says how often the call log may have been charged
  in that round.")]
pub(crate) struct ExportArgs {
    /// The campaign's name, or the file of its journal.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) campaign: String,

    /// How rows are written.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "csv",
        value_parser = Rendering::parser(&Rendering::EXPORT))]
    pub(crate) format: Rendering,

    /// Write them to this file, instead of standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// Join the journals of a plan's shards into one, and report on it.
///
/// The journals must be of one plan and hold each of its call logs exactly once: overlaps and gaps are refused by name.
/// They stay as they are, and nothing is sent. To go on with an incomplete shard, resume it and merge again.
#[derive(Debug, Args)]
#[command(after_long_help = format!("\
Examples:
  cekura campaign merge --out march.db shard-1.db shard-2.db
  cekura campaign merge --out march.db journals/*.db --gate gate.toml \\
    --report-html report.html --report-junit gate.xml

{CODES}

JSON:
  The report, as `cekura campaign report --format json` has it."))]
pub(crate) struct MergeArgs {
    /// The shards' campaigns, by name or by the file of the journal.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath, required = true)]
    pub(crate) campaigns: Vec<String>,

    /// The journal to make.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,

    /// The name of the whole campaign [default: the file's].
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,

    #[command(flatten)]
    pub(crate) place: PlaceArgs,

    #[command(flatten)]
    pub(crate) gate: GateArgs,

    #[command(flatten)]
    pub(crate) content: ContentArgs,

    #[command(flatten)]
    pub(crate) files: FileArgs,
}
