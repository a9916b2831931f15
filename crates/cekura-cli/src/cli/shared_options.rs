//! Options that commands of the table have beside those of their operation, and that commands by hand share.

use std::time::Duration;

use clap::Args;

use super::{Rendering, values};

/// The body of a request.
#[derive(Debug, Args)]
pub(crate) struct DataArg {
    /// Body: JSON, @FILE, or - for standard input.
    #[arg(long, short, value_name = "JSON", allow_hyphen_values = true)]
    pub(crate) data: Option<String>,
}

/// The body of a request, or an example of it.
#[derive(Debug, Args)]
pub(crate) struct BodyArgs {
    #[command(flatten)]
    pub(crate) body: DataArg,

    /// Print an example body and stop.
    #[arg(long)]
    pub(crate) template: bool,
}

/// The number of entries of a list.
#[derive(Debug, Args)]
pub(crate) struct LimitArg {
    /// How many to list: a number, or all.
    #[arg(long, value_name = "N|all", default_value = "100", value_parser = limit)]
    pub(crate) limit: usize,
}

fn limit(text: &str) -> Result<usize, String> {
    match (text.trim(), text.trim().parse()) {
        ("all", _) => Ok(usize::MAX),
        (_, Ok(count @ 1..)) => Ok(count),
        _ => Err("expected a whole number above 0, such as 100, or all".to_owned()),
    }
}

/// The number of entries of a list of the table.
#[derive(Debug, Args)]
pub(crate) struct PageArgs {
    #[command(flatten)]
    pub(crate) limit: LimitArg,

    /// List all, as --limit all does.
    #[arg(long, conflicts_with = "limit")]
    pub(crate) all: bool,
}

impl PageArgs {
    /// Returns how many entries to show at most.
    pub(crate) fn limit(&self) -> usize {
        match self.all {
            true => usize::MAX,
            false => self.limit.limit,
        }
    }
}

/// What is shown of a reply, and how.
#[derive(Debug, Args)]
pub(crate) struct OutputArgs {
    /// Show only these fields, such as id,name.
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    pub(crate) fields: Vec<String>,

    /// Output format: table, json, jsonl or csv.
    #[arg(long = "format", id = "format", value_name = "FORMAT", default_value = "table", hide_default_value = true,
        hide_possible_values = true, value_parser = Rendering::parser(&Rendering::WITH_CSV))]
    pub(crate) format: Rendering,
}

/// The confirmation.
#[derive(Debug, Args)]
pub(crate) struct ConfirmArg {
    /// Do not ask for a confirmation.
    #[arg(long, short)]
    pub(crate) yes: bool,
}

/// Waiting for a job.
#[derive(Debug, Args)]
pub(crate) struct JobArgs {
    /// Wait until the job has ended.
    ///
    /// Exit code 1 if the job failed, 8 if it is still running at --deadline.
    #[arg(long)]
    pub(crate) wait: bool,

    /// Stop waiting after this time.
    #[arg(long, value_name = "DURATION", requires = "wait", default_value = "10m", value_parser = values::span)]
    pub(crate) deadline: Duration,

    /// First poll interval; later intervals grow [default: 2s].
    #[arg(long, value_name = "DURATION", requires = "wait", value_parser = values::span, hide_short_help = true)]
    pub(crate) poll_interval: Option<Duration>,
}
