//! Options of every command that sends paid requests or waits for results.

use std::time::Duration;

use cekura::OnUnknown;
use clap::{Args, ValueEnum};

use super::values;

/// How long and how often results are polled.
#[derive(Debug, Args)]
pub(crate) struct WaitArgs {
    /// Stop sending and waiting after this time [default: none].
    ///
    /// `cekura campaign resume` collects the results of what was accepted.
    #[arg(long, value_name = "DURATION", value_parser = values::span, hide_short_help = true)]
    pub(crate) deadline: Option<Duration>,

    /// Stop waiting when no result has arrived for this long [default: 30m].
    #[arg(long, value_name = "DURATION", value_parser = values::span, hide_short_help = true)]
    pub(crate) stall_timeout: Option<Duration>,

    /// First poll interval; later intervals grow [default: 2s].
    #[arg(long, value_name = "DURATION", value_parser = values::span, hide_short_help = true)]
    pub(crate) poll_interval: Option<Duration>,

    /// Accept confirmed results only: the evaluation was seen to start and to end.
    #[arg(long, hide_short_help = true)]
    pub(crate) confirmed_only: bool,
}

/// What happens when the outcome of a request is unknown.
#[derive(Debug, Args)]
pub(crate) struct UnknownArgs {
    /// What to do with call logs whose request may be lost [default: report].
    ///
    /// Applies to call logs that show no sign of an evaluation after a request without a usable response. With
    /// resend-if-unchanged each of them is sent at most once more; it may be charged twice. Applies to this command only.
    #[arg(long, value_name = "WHAT", value_enum, hide_short_help = true)]
    pub(crate) on_unknown: Option<UnknownAction>,

    /// How long to look for signs of an evaluation when the outcome of a request is unknown [default: 60s].
    #[arg(long, value_name = "DURATION", value_parser = values::span, hide_short_help = true)]
    pub(crate) settle_window: Option<Duration>,
}

impl UnknownArgs {
    /// Returns whether call logs without a sign of an evaluation are sent again.
    pub(crate) fn resends(&self) -> bool {
        self.on_unknown == Some(UnknownAction::ResendIfUnchanged)
    }
}

/// What to do with call logs that show no sign of an evaluation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum UnknownAction {
    /// Report them; send nothing again.
    #[default]
    Report,
    /// Send them once more if they did not change within the settle window. If the first request was only slow, they are
    /// charged twice.
    ResendIfUnchanged,
}

impl From<UnknownAction> for OnUnknown {
    fn from(choice: UnknownAction) -> Self {
        match choice {
            UnknownAction::Report => Self::ReturnError,
            UnknownAction::ResendIfUnchanged => Self::ResendIfUnchanged,
        }
    }
}
