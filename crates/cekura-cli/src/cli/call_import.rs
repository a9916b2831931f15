//! `cekura calls import`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::{ConfirmArg, JournalArgs, PriceArgs, values};

/// Send the calls of a file that Cekura does not have yet, each once; costs credits.
///
/// The file has one JSON object on each line, as `calls observe --data` takes it. Every line is checked before anything is
/// sent. Each call becomes a call log that is evaluated by the metrics of its agent.
///
/// Calls that are at Cekura already are found by their call_id and not sent. Each call is written to a journal beside the file
/// before it is sent, and its outcome afterwards: repeat the command after an interruption, a refusal or with more lines, and
/// only what is missing is sent. A call whose response was lost is looked for, and sent again only if --on-unknown allows it.
///
/// More than 100 metric evaluations or 20 credits (estimated) need a confirmation or --yes; so does an unknown cost.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura calls import calls.jsonl --dry-run
  cekura calls import calls.jsonl --yes
  cekura calls import calls.jsonl --rate 2 --journal sent.journal --yes

A line:
  {\"call_id\": \"harbor-20260518-1107\", \"agent\": 310,
   \"timestamp\": \"2026-05-18T11:07:40Z\", \"transcript_json\": [...]}
  on one line; `cekura calls observe --help` lists the keys. Without a timestamp
  a call counts as made when it arrives, and is found at Cekura for 29 days.
  A recording is given by its address, voice_recording_url.

Ctrl-C once: nothing more is sent; pending responses are awaited and stored.
Ctrl-C again: ends immediately. The journal is safe in both cases.

Exit codes of this command (`cekura --help` has all of them):
    1  a list is not filtered by call_id: do not repeat the command before that
       is solved; or anything else
    2  invalid lines or options, or another process has the journal; nothing
       was sent
    9  calls with an unknown outcome: they may have been charged
   10  the service refused calls; all others were sent
  101  interrupted before all calls were sent; the file changed meanwhile, or a
       list does not show yet which calls are at Cekura: repeat the command
  3, 5, 6, 7, 11 and 12 end the import early; repeat the command to continue.

JSON:
  calls, sent (by this import), sent_before (by an earlier one), already_there,
  refused, unknown, not_tried, changed (sent or found before with another
  content); refusals, unknowns and changes name the first 20: line, call_id,
  reason. With --dry-run: calls, to_send, sent_before, already_there, unknown,
  metric_evaluations, credits. With --on-unknown resend-if-unchanged, to_send
  includes those of unknown that would be sent again.")]
pub(crate) struct CallImportArgs {
    /// File of calls, one JSON object on each line.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// Show how many calls would be sent, and what they may cost; send nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,

    #[command(flatten)]
    pub(crate) confirm: ConfirmArg,

    /// Journal file [default: FILE.import].
    ///
    /// With --sandbox the default is a temporary folder.
    #[arg(long, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,

    /// How many calls are sent at the same time [default: 4].
    #[arg(long, value_name = "N", value_parser = values::whole::<u32>, allow_negative_numbers = true)]
    pub(crate) concurrency: Option<u32>,

    /// Requests per second, at most.
    ///
    /// Counts requests of every kind.
    #[arg(long, value_name = "N", value_parser = values::rate, allow_negative_numbers = true)]
    pub(crate) rate: Option<f64>,

    /// What to do with calls whose response was lost and that are not found at Cekura [default: report].
    ///
    /// They are looked up by their call_id until the settle window ends, since a list may be late. With resend-if-unchanged
    /// each of them is sent at most once more; it may be charged twice. Applies to this command only.
    #[arg(long, value_name = "WHAT", value_enum, hide_short_help = true)]
    on_unknown: Option<NotFoundAction>,

    /// How long to look for a call whose response was lost [default: 60s].
    ///
    /// The time begins when the response was lost. A call that was refused is also sent again only after that time.
    #[arg(long, value_name = "DURATION", value_parser = values::span, hide_short_help = true)]
    pub(crate) settle_window: Option<Duration>,

    #[command(flatten)]
    pub(crate) journal_options: JournalArgs,

    #[command(flatten)]
    pub(crate) prices: PriceArgs,
}

impl CallImportArgs {
    /// Returns whether calls that are not found are sent again.
    pub(crate) fn resends(&self) -> bool {
        self.on_unknown == Some(NotFoundAction::ResendIfUnchanged)
    }
}

/// What to do with calls that are not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum NotFoundAction {
    /// Report them; send nothing again.
    Report,
    /// Send them once more if they are not found within the settle window and their lines are the same. If the first request
    /// was only slow, they are charged twice.
    ResendIfUnchanged,
}
