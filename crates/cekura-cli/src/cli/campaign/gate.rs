//! The rules that a campaign must meet.

use std::path::PathBuf;

use clap::Args;

/// A gate, from a file, from options, or both.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Gate")]
pub(crate) struct GateArgs {
    /// The file of rules [default: cekura-gate.toml, where there is one].
    #[arg(long, value_name = "FILE")]
    pub(crate) gate: Option<PathBuf>,

    /// The smallest share of passes now, of each metric or of one: 0.9, 90%, 'Tone of voice=0.95', 71=0.95.
    #[arg(long, value_name = "[METRIC=]SHARE", allow_negative_numbers = true)]
    pub(crate) min_pass_rate: Vec<String>,

    /// The most call logs that may go from pass to fail, by each metric or by one: 5, 71=0.
    #[arg(long, value_name = "[METRIC=]N", allow_negative_numbers = true)]
    pub(crate) max_regressions: Vec<String>,

    /// The most call logs that may lose a metric's result, of each metric or of one: 0, 71=3.
    #[arg(long, value_name = "[METRIC=]N", allow_negative_numbers = true)]
    pub(crate) max_lost: Vec<String>,

    /// The share of the call logs that must have been evaluated [default: 1, which is all].
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true)]
    pub(crate) min_evaluated: Option<String>,

    /// Forgive regressions that the measured noise explains, of one metric, or of each without a value.
    #[arg(long, value_name = "METRIC", num_args = 0..=1, default_missing_value = "", require_equals = true)]
    pub(crate) ignore_within_noise: Vec<String>,
}
