//! The gate: rules that a campaign must meet.

use std::path::PathBuf;

use clap::Args;

/// The gate file, and the two rules that can be given on the command line.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Gate")]
pub(crate) struct GateArgs {
    /// Gate file [default: cekura-gate.toml].
    ///
    /// Without the option, cekura-gate.toml is used if it exists.
    ///
    /// A TOML file with min_evaluated (all call logs), and min_pass_rate, max_regressions, max_lost_results and
    /// ignore_within_noise, for every metric or under [metrics.ID] or [metrics."NAME"] for one. The options below override
    /// the file.
    #[arg(long, value_name = "FILE")]
    pub(crate) gate: Option<PathBuf>,

    /// Pass rate required per metric: 0.9, 71=0.95.
    ///
    /// For all metrics, or for one by its id or name: 'Tone of voice=95%'. Repeatable.
    #[arg(long, value_name = "RATE", allow_negative_numbers = true)]
    pub(crate) min_pass_rate: Vec<String>,

    /// Regressions allowed per metric: 5, 71=0.
    ///
    /// For all metrics, or for one by its id or name. A regression is a metric's verdict that passed before and fails now.
    /// Repeatable.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) max_regressions: Vec<String>,
}
