//! Arguments of `cekura sandbox`.

use std::path::PathBuf;
use std::time::Duration;

use cekura_sandbox::{Credits, RateLimit};
use clap::Args;

use super::values;

/// The long help. Its lines fit a man page of 80 columns.
const MANUAL: &str = "\
Examples:
  cekura sandbox
  cekura sandbox --port 8080 --seed 11 --call-logs 2000
  cekura sandbox --latency 80ms --faults faults.jsonl
  cekura sandbox --call-logs 100000 --credits 200000 --rate-limit 20/s

While the sandbox runs, its pages under /__sandbox/ show what happened and
change its behaviour; /__sandbox/ lists all requests. URL is the address
that the command prints:
  curl -d '{\"metric\": 71}' URL/__sandbox/metrics/edit
  curl -d '{\"rates\": {\"lost_after_work\": 0.05}}' URL/__sandbox/faults
  curl -X PATCH -d '{\"rate_limit\": \"20/s\"}' URL/__sandbox/settings
  curl -d '{\"trigger\": {\"after_paid_request\": 1},
    \"event\": {\"delete_call_log\": {\"call_log\": 5001}}}' URL/__sandbox/events
  curl -X PUT -d '{\"out_of_credits\": \"partial\"}' URL/__sandbox/quirks
  curl URL/__sandbox/ledger

A fault file has one JSON object per line. Faults are injected in this
order, each into the next request that it applies to:
  {\"fault\": \"status\", \"status\": 503, \"operation\": \"call_logs_list\"}
  {\"fault\": \"too_many_requests\", \"retry_after\": 2, \"times\": 3}
  {\"fault\": \"reset\", \"when\": \"after_work\"}

Faults and their own keys:
  none                               no fault for this request
  status             status          this status, without a result
  too_many_requests  retry_after     429; seconds or any text;
                     retry_after_date  the same as a date, in seconds
  delay              ms              the reply is sent later
  hang                               no reply; the connection stays open
  reset                              the connection is closed
  late               ms              the connection is closed; the work is
                                     done later
  truncate           bytes           the reply ends early
  garbage                            200 with JSON of another structure
  login_page                         200 with an HTML login page
  empty                              200 with an empty body
  redirect           location        307, or status if it is given
  slow_body          bytes, ms       a slow reply: this many bytes at a
                                     time, with a pause after each part
  oversize           mebibytes       200 with a very large body; with a
                                     status of 400 or more, an error
  gzip_bomb          mebibytes       the same, compressed
  repeated_values    mebibytes,      200 or status with a list that has only
                     value, gzip     object, array, null or zero as entries
  endless            value           the same, without an end
  corruption         corruption      the reply with one part that is not
                                     valid JSON: half_character,
                                     control_characters, bad_utf8,
                                     huge_number, not_a_number,
                                     deep_nesting or byte_order_mark
  close_unread                       a normal reply; the next request on
                                     the connection is not read
  echo_headers       status          an error that repeats the headers

Keys of every fault:
  when       before_work: nothing is evaluated or charged; after_work: all
             is evaluated and charged, then the fault affects the reply;
             after_part: only the first call logs of a paid request are, as
             many as part says. The default is after_work for late,
             truncate, slow_body, corruption and close_unread, else
             before_work
  part       number of call logs for after_part
  late_ms    the response is sent now, and the work is done this much later
  operation  id of an operation, such as call_logs_rerun_evaluation;
             GET /__sandbox/operations lists all
  times      number of requests
  headers    object with headers to add to the response
  body       text of the response

A line may have rates instead, for random faults: probabilities from 0 to 1,
for all requests or for one operation:
  {\"rates\": {\"lost_after_work\": 0.05, \"too_many_requests\": 0.1}}
Also: lost_before_work, bad_gateway_after_work, unavailable_before_work, and
others, a list of faults:
  {\"rates\": {\"others\": [{\"rate\": 0.1, \"fault\": {\"fault\": \"hang\"}}]}}
The seed determines which requests are affected.";

/// Run a simulated service on this machine, until Ctrl-C.
///
/// It has call logs, metrics, credits and a judge, all generated from a seed; no account is needed. When it is ready, the
/// command prints `listening on http://127.0.0.1:PORT` to standard output, and to standard error its API key, its ids and an
/// example. The pages under /__sandbox/ show the ledger and every request.
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
    pub(crate) evaluation_time: Duration,

    /// Rate limit, such as 20/s, 600/m or 3/10s [default: none].
    #[arg(long, value_name = "N/TIME")]
    pub(crate) rate_limit: Option<RateLimit>,

    /// Probability that a verdict is wrong, such as 0.05 [default: 0].
    ///
    /// It applies to the first verdicts as well.
    #[arg(long, hide_short_help = true, value_name = "PROBABILITY", value_parser = share)]
    pub(crate) judge_error_rate: Option<f64>,

    /// Balance; one metric on one call log costs 0.20.
    #[arg(long, value_name = "AMOUNT", default_value = "5000.00")]
    pub(crate) credits: Credits,

    /// Fault file: faults to inject, in order.
    #[arg(long, value_name = "FILE")]
    pub(crate) faults: Option<PathBuf>,

    /// JSON file of undocumented behaviours to simulate, as GET /__sandbox/quirks shows them.
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub(crate) quirks: Option<PathBuf>,

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
        .ok_or_else(|| "expected a number from 0 to 1, such as 0.05".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use cekura_sandbox::FaultScript;

    #[test]
    fn the_examples_fit_the_page_and_are_valid() {
        let widest = MANUAL.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(76), "{widest:?} columns");
        let shown: Vec<&str> = MANUAL
            .lines()
            .filter(|line| line.starts_with("  {"))
            .collect();
        let script: FaultScript = shown.join("\n").parse().unwrap();
        assert_eq!(script.len(), 5, "one of the faults three times");
        assert_eq!(shown.len(), 5);
    }

    #[test]
    fn a_probability_is_from_0_to_1() {
        assert_eq!(share("0.05"), Ok(0.05));
        for text in ["-0.1", "1.5", "5%", "NaN", ""] {
            assert!(share(text).is_err_and(|problem| problem.contains("0.05")));
        }
    }

    #[test]
    fn the_manual_names_an_operation_and_the_list_of_all() {
        let id = cekura::operations::CALL_LOGS_RERUN_EVALUATION.id;
        assert!(MANUAL.contains(id) && MANUAL.contains("GET /__sandbox/operations"));
    }

    #[test]
    fn the_manual_names_every_fault_and_rate() {
        // The error about an unknown name lists all names.
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
