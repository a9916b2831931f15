//! The commands that only read journals.

use std::path::PathBuf;

use clap::Args;

use super::super::values;
use super::{CODES, GateArgs, JournalArgs};
use crate::cli::{ConfirmArg, Rendering};

/// Show the status of a campaign.
#[derive(Debug, Args)]
#[command(
    long_about = "\
Show the status of a campaign, also while another process works on it.

Shows how many call logs have a result, the state of the others, what was or may have been charged, and the next command.",
    after_long_help = "\
Examples:
  cekura campaign status march
  cekura campaign status .cekura/campaigns/march.db --format json

JSON:
  One object: id, journal, created_at, scope, operation, selection, shard,
  plan_digest, coverage, spent, sessions, open_requests, stopped, settings."
)]
pub(crate) struct StatusArgs {
    /// Name of the campaign, or its journal file.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) campaign: String,
}

/// List the campaigns in .cekura/campaigns.
#[derive(Debug, Args)]
#[command(
    long_about = "\
List the campaigns in .cekura/campaigns, latest first.

Journals in other folders are not listed; other commands take their file.",
    after_long_help = "\
Examples:
  cekura campaign list
  cekura campaign list --format jsonl | jq -r 'select(.complete | not) | .id'

JSON:
  One object for each: id, journal, created_at, scope, operation, shard,
  coverage, complete, stopped, lost_requests (a message if the journal has lost
  requests, else null); or journal and error, if the file is not a journal."
)]
pub(crate) struct CampaignsArgs {}

/// Show the report of a campaign.
///
/// Transcripts, customers' telephone numbers, and what looks like a telephone number in explanations are left out unless
/// --include-transcripts is given. The gate is checked and decides the exit code.
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
    /// Name of the campaign, or its journal file.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath, required_unless_present = "schema")]
    pub(crate) campaign: Option<String>,

    /// Output format.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "table", hide_default_value = true,
        value_parser = Rendering::parser(&Rendering::REPORT))]
    pub(crate) format: Rendering,

    /// Write the report to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    /// Print the JSON Schema of the report.
    #[arg(long, hide_short_help = true, conflicts_with = "campaign")]
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
    /// Show transcripts and customers' telephone numbers.
    #[arg(long, hide_short_help = true)]
    pub(crate) include_transcripts: bool,

    /// Also list unchanged verdicts whose explanation changed.
    ///
    /// Needs a campaign that ran with --detail explanations; else most explanations afterwards are not read.
    #[arg(long, hide_short_help = true)]
    pub(crate) explanations: bool,

    /// How many changes to list: a number, or all.
    ///
    /// The default is 20 in a table, 2000 in HTML, all elsewhere. Counts are always of all changes.
    #[arg(long, value_name = "N|all", hide_short_help = true, value_parser = limit, allow_negative_numbers = true)]
    pub(crate) limit: Option<u64>,

    /// Address of a call log, with {id} for its id [default: the dashboard, if known].
    #[arg(long, value_name = "URL", hide_short_help = true, value_parser = values::call_url)]
    pub(crate) call_url: Option<String>,
}

fn limit(text: &str) -> Result<u64, String> {
    match text.trim() {
        "all" => Ok(u64::MAX),
        text => values::whole(text).map_err(|e| format!("{e}, or all")),
    }
}

/// Reports to write at the end.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Reports")]
pub(crate) struct FileArgs {
    /// Write the report as one HTML file.
    #[arg(long, value_name = "FILE")]
    pub(crate) report_html: Option<PathBuf>,

    /// Write the report as JSON.
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub(crate) report_json: Option<PathBuf>,

    /// Write the report as JUnit XML.
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub(crate) report_junit: Option<PathBuf>,

    /// Write a summary and annotations for GitHub Actions.
    ///
    /// The summary is appended to the file that GITHUB_STEP_SUMMARY names; annotations are written to standard error.
    #[arg(long, hide_short_help = true)]
    pub(crate) report_github: bool,
}

/// Export every verdict of a campaign as CSV or JSON Lines.
///
/// One row for each metric of each call log, before and after; one row without a metric for a call log without a result.
/// JSON is written as one object per line (jsonl); --format json is not accepted.
/// Explanations are unchanged and may quote customers; transcripts are not exported.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura campaign export march > march.csv
  cekura campaign export march --format jsonl |
    jq 'select(.change == \"pass_to_fail\")'

Rows:
  round, call_log, state, reason, sends, metric, name, change, before, after, reviewer
  before and after have passed, score, value and explanation (in CSV: columns
  before_passed, before_score, and so on). state: confirmed, inferred or
  announced (by a program that uses the library) for a result, else timed_out,
  waiting, not_sent, refused, unknown or deleted. round: 0 for the campaign,
  1 to K for noise rounds. sends: how often the call log may have been charged
  in that round.")]
pub(crate) struct ExportArgs {
    /// Name of the campaign, or its journal file.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) campaign: String,

    /// Output format.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "csv",
        value_parser = Rendering::parser(&Rendering::EXPORT))]
    pub(crate) format: Rendering,

    /// Write the rows to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// Merge the journals of a plan's shards and report on the result.
///
/// The journals must be of one plan and contain each of its call logs exactly once: overlaps and gaps are errors. The
/// shards' journals are not changed, and nothing is sent. If a shard is incomplete, resume it and merge again.
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
    /// The shards' campaigns: names or journal files.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath, required = true)]
    pub(crate) campaigns: Vec<String>,

    /// Journal file to create.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,

    /// Name of the merged campaign [default: the file's name].
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,

    #[command(flatten)]
    pub(crate) journal_options: JournalArgs,

    #[command(flatten)]
    pub(crate) gate: GateArgs,

    #[command(flatten)]
    pub(crate) content: ContentArgs,

    #[command(flatten)]
    pub(crate) files: FileArgs,
}

/// Compare the results of two campaigns.
///
/// Lists the verdicts that differ between the latest results of A and of B, for each metric of each call log that both
/// campaigns evaluated. Noise rounds are left out. Nothing is sent.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura campaign diff march april
  cekura campaign diff march april --exit-code
  cekura campaign diff march april --format csv > differences.csv

JSON:
  One object: a, b (the campaigns), compared (verdicts that both have), only_a,
  only_b (verdicts that one of them has), differences: a list with call_log,
  metric_id, metric_name, and a and b, each with passed, score and value. jsonl: one
  difference on each line. CSV: a_passed, a_score, and so on.

Exit codes of this command (`cekura --help` has all of them):
  0    compared, whether or not verdicts differ
  100  with --exit-code: a verdict differs")]
pub(crate) struct DiffArgs {
    /// Name of the first campaign, or its journal file.
    #[arg(value_name = "A", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) a: String,

    /// Name of the second campaign, or its journal file.
    #[arg(value_name = "B", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) b: String,

    /// Output format.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "table",
        value_parser = Rendering::parser(&Rendering::WITH_CSV))]
    pub(crate) format: Rendering,

    /// End with exit code 100 if a verdict differs.
    #[arg(long)]
    pub(crate) exit_code: bool,
}

/// Delete a campaign and its journal.
///
/// The journal contains the only copy of the results that the campaign overwrote. The command asks for a confirmation. It
/// fails while another process works on the campaign. `run` still refuses to run the same plan again without --run-again.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura campaign delete march
  cekura campaign delete march --yes

JSON:
  One object: id; deleted: a list of the deleted files.")]
pub(crate) struct DeleteArgs {
    /// Name of the campaign, or its journal file.
    #[arg(value_name = "CAMPAIGN", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) campaign: String,

    #[command(flatten)]
    pub(crate) confirm: ConfirmArg,
}
