//! `cekura sandbox`: a stand-in that other programs can talk to.

use std::path::PathBuf;
use std::time::Duration;

use cekura_sandbox::{Credits, RateLimit};
use clap::Args;

use super::values;

/// What a file of faults may hold. Its lines are short enough to be copied from a page of 80 columns.
const MANUAL: &str = "\
Examples:
  cekura sandbox
  cekura sandbox --port 8080 --seed 11 --call-logs 2000
  cekura sandbox --latency 80ms --faults faults.jsonl
  cekura sandbox --call-logs 100000 --credits 200000 --rate-limit 20/s

While it runs, it is inspected and controlled under /__sandbox/, which lists
all requests. URL is the address that it prints:
  curl -d '{\"metric\": 71}' URL/__sandbox/metrics/edit
  curl -d '{\"rates\": {\"lost_after_work\": 0.05}}' URL/__sandbox/faults
  curl -X PATCH -d '{\"rate_limit\": \"20/s\"}' URL/__sandbox/settings
  curl -d '{\"moment\": {\"after_paid_request\": 1},
    \"event\": {\"delete_call_log\": {\"call_log\": 5001}}}' URL/__sandbox/events
  curl -X PUT -d '{\"out_of_credits\": \"partial\"}' URL/__sandbox/knobs
  curl URL/__sandbox/ledger

A file of faults has one JSON object on each line. They are injected in this
order, each into the next request that it applies to:
  {\"fault\": \"status\", \"status\": 503, \"operation\": \"call_logs_list\"}
  {\"fault\": \"too_many_requests\", \"retry_after\": 2, \"times\": 3}
  {\"fault\": \"reset\", \"when\": \"after_work\"}

Faults, and the keys that belong to them:
  none                                nothing goes wrong this time
  status             status           this status and no result
  too_many_requests  retry_after      429; seconds or any text, or
                     retry_after_date seconds ahead, sent as a date
  delay              ms               the true reply, late
  hang                                no reply, the connection stays open
  reset                               the connection is cut
  late               ms               cut, and the work is done later on
  truncate           bytes            the reply ends in the middle
  garbage                             200 with JSON of another shape
  login_page                          200 with the page of a login form
  empty                               200 with nothing
  redirect           location         and status, if it is not to be 307
  drip               bytes, ms        so many bytes, then a pause, and so on
  oversize           mebibytes        200 with a very long body; with a
                                      status from 400 on, a long refusal
  gzip_bomb          mebibytes        the same, compressed
  tiny_entries       mebibytes        200 or status with a list of nothing
                     entry, gzip      but object, array, null or zero
  endless            entry            the same, without an end
  poison             poison           the true reply, with one thing that
                                      is no JSON: half_character,
                                      control_characters, bad_utf8,
                                      huge_number, not_a_number,
                                      deep_nesting or byte_order_mark
  close_unread                        the true reply; the next request on
                                      the connection is cut off unread
  echo_headers       status           an error that repeats the headers

Keys that every fault may have:
  when       before_work: nothing is evaluated or paid for; after_work:
             everything is, and the reply is lost or spoilt; after_part:
             the first call logs of a paid request are, as many as part
             says. Without it, late, truncate, drip, poison and
             close_unread come after the work, all others before
  part       of how many call logs the work is done
  late_ms    what is done is done so much later, and the reply goes out now
  operation  call_logs_rerun_evaluation, call_logs_evaluate_metrics,
             call_logs_list, call_logs_retrieve, metrics_retrieve or
             billing_info
  times      how often
  headers    an object, added to the reply
  body       the text of the reply

One line may hold rates instead, for random faults. They are shares of 1, and
may have an operation beside them:
  {\"rates\": {\"lost_after_work\": 0.05, \"too_many_requests\": 0.1}}
The other names are lost_before_work, bad_gateway_after_work and
unavailable_before_work; others is a list of any faults:
  {\"rates\": {\"others\": [{\"share\": 0.1, \"fault\": {\"fault\": \"hang\"}}]}}
The seed decides which requests are affected.";

/// Run a simulated service on this machine, until Ctrl-C.
///
/// It has call logs, metrics, credits and a judge, all generated from a seed; no account is needed. When it is ready it
/// prints `listening on http://127.0.0.1:PORT` to standard output, and to standard error its key, its ids, and a command to
/// try. Its pages under /__sandbox/ show the ledger and every request that arrived.
#[derive(Debug, Args)]
#[command(after_long_help = MANUAL)]
pub(crate) struct SandboxArgs {
    /// Port on 127.0.0.1; 0 for any free port.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,

    /// Seed of the data; the same seed makes the same data.
    #[arg(long, value_name = "N", default_value_t = 7)]
    pub(crate) seed: u64,

    /// Number of call logs.
    #[arg(long, value_name = "N", default_value_t = 500, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub(crate) call_logs: u64,

    /// Latency of each request.
    #[arg(long, value_name = "DURATION", default_value = "0s", value_parser = values::span_or_zero)]
    pub(crate) latency: Duration,

    /// Duration of one evaluation, plus or minus a third.
    #[arg(long, value_name = "DURATION", default_value = "5s", value_parser = values::span_or_zero)]
    pub(crate) judge_time: Duration,

    /// Rate limit, such as 20/s, 600/m or 3/10s [default: none].
    #[arg(long, value_name = "N/TIME")]
    pub(crate) rate_limit: Option<RateLimit>,

    /// Probability that a verdict is wrong, such as 0.05 [default: 0].
    ///
    /// It applies to the first verdicts as well.
    #[arg(long, hide_short_help = true, value_name = "SHARE", value_parser = share)]
    pub(crate) judge_noise: Option<f64>,

    /// Balance; one metric on one call log costs 0.20.
    #[arg(long, value_name = "AMOUNT", default_value = "5000.00")]
    pub(crate) credits: Credits,

    /// File of faults to inject, in order.
    #[arg(long, value_name = "FILE")]
    pub(crate) faults: Option<PathBuf>,

    /// JSON file of behaviours to change, as GET /__sandbox/knobs shows them.
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub(crate) knobs: Option<PathBuf>,

    /// How far the service's clock is ahead of this machine's.
    #[arg(long, hide_short_help = true, value_name = "DURATION", default_value = "0s", value_parser = values::span_or_zero)]
    pub(crate) clock_ahead: Duration,

    /// How far the service's clock is behind this machine's.
    #[arg(long, hide_short_help = true, value_name = "DURATION", default_value = "0s", value_parser = values::span_or_zero, conflicts_with = "clock_ahead")]
    pub(crate) clock_behind: Duration,
}

fn share(text: &str) -> Result<f64, String> {
    let share = text.parse().ok();
    share
        .filter(|share| (0.0..=1.0).contains(share))
        .ok_or_else(|| "expected a share from 0 to 1, such as 0.05".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use cekura_sandbox::FaultScript;

    #[test]
    fn what_the_manual_shows_can_be_copied() {
        let widest = MANUAL.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(76), "{widest:?} columns");
        let shown: Vec<&str> = MANUAL
            .lines()
            .filter(|line| line.starts_with("  {"))
            .collect();
        let script: FaultScript = shown.join("\n").parse().unwrap();
        assert_eq!(script.len(), 5, "one fault of them three times");
        assert_eq!(shown.len(), 5);
    }

    #[test]
    fn a_share_lies_between_none_and_all() {
        assert_eq!(share("0.05"), Ok(0.05));
        for text in ["-0.1", "1.5", "5%", "NaN", ""] {
            assert!(share(text).is_err_and(|problem| problem.contains("0.05")));
        }
    }

    #[test]
    fn the_manual_names_every_operation() {
        for operation in cekura::operations::ALL {
            assert!(MANUAL.contains(operation.id), "{}", operation.id);
        }
    }

    #[test]
    fn the_manual_names_every_fault_and_rate() {
        // The sandbox lists both when it meets one that it does not know.
        let faults = "{\"fault\": \"tsunami\"}"
            .parse::<FaultScript>()
            .unwrap_err()
            .to_string();
        let rates = "{\"rates\": {\"tsunami\": 1}}"
            .parse::<FaultScript>()
            .unwrap_err()
            .to_string();
        let list = |text: &str, start: &str| -> Vec<String> {
            let (_, names) = text.split_once(start).unwrap_or_else(|| panic!("{text}"));
            let names = names
                .split(';')
                .next()
                .unwrap_or_default()
                .replace(" or ", ", ");
            names
                .split(", ")
                .map(|name| name.trim_matches('`').to_owned())
                .collect()
        };
        let faults = list(&faults, "expected ");
        let rates = list(&rates, "expected one of ");
        assert!(
            faults.len() >= 16 && rates.len() >= 6,
            "{faults:?} {rates:?}"
        );
        for name in faults {
            assert!(
                MANUAL
                    .lines()
                    .any(|line| line.split_whitespace().next() == Some(&*name)),
                "{name}"
            );
        }
        for name in rates {
            assert!(MANUAL.contains(&name), "{name}");
        }
    }
}
