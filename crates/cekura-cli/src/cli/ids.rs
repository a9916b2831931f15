//! Files of ids, for every command that takes call logs by their ids.

use std::path::PathBuf;

use cekura_campaign::plan::{Column, Format};
use clap::Args;

use super::values;

/// Ids from files.
#[derive(Debug, Default, Args)]
pub(crate) struct IdFileArgs {
    /// Read ids from a file; - for standard input; repeatable.
    ///
    /// One id per line, CSV or JSON; the output of this program is accepted. The format is guessed from the file name and the
    /// first line.
    #[arg(long, value_name = "FILE")]
    pub(crate) from_file: Vec<PathBuf>,

    /// Column (name or number) or JSON field of the id [default: id, log, call_log or call_log_id].
    #[arg(long, value_name = "COLUMN", hide_short_help = true, requires = "from_file", value_parser = column)]
    pub(crate) column: Option<Column>,

    /// Format of the file: lines, csv, json or jsonl [default: guessed].
    #[arg(long, value_name = "FORMAT", hide_short_help = true, requires = "from_file", value_parser = format)]
    pub(crate) input_format: Option<Format>,
}

fn column(text: &str) -> Result<Column, String> {
    values::filled(text).map(|text| Column::from(text.as_str()))
}

fn format(text: &str) -> Result<Format, String> {
    text.parse::<Format>().map_err(|e| e.to_string())
}
