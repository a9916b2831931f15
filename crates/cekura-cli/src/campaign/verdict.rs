//! How the program ends after a campaign, or a look at one.

use std::path::Path;

use cekura_reevaluate::campaign::Ending;
use cekura_reevaluate::gate::{Gate, RuleKind};
use cekura_reevaluate::report::{Report, words};

use super::summary::rest;
use crate::app::App;
use crate::cli::GateArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{BY_HAND, read_small};

/// The file of rules that is taken where none is named.
const FILE: &str = "cekura-gate.toml";

/// Most rules that are named in a message.
const NAMED: usize = 5;

/// The gate that the options and the file describe.
pub(crate) fn gate(app: &App, args: &GateArgs) -> Result<Gate, Failure> {
    let default = Path::new(FILE);
    let path = match &args.gate {
        Some(path) => Some(path.as_path()),
        None if default.is_file() => {
            app.notes.info(&format!("the gate is {FILE}"));
            Some(default)
        }
        None => None,
    };
    let mut gate = match path {
        None => Gate::default(),
        Some(path) => {
            let shown = path.display();
            let text = read_small(path, BY_HAND)
                .map_err(|e| Failure::usage(format!("the gate {shown} cannot be read: {e}")))?;
            Gate::from_toml(&text).map_err(|e| Failure::usage(format!("the gate {shown}: {e}")))?
        }
    };
    let rules = [
        (RuleKind::MinPassRate, &args.min_pass_rate),
        (RuleKind::MaxRegressions, &args.max_regressions_per_metric),
        (RuleKind::MaxLost, &args.max_lost),
    ];
    for (rule, texts) in rules {
        for text in texts {
            gate.set(rule, text)?;
        }
    }
    if let Some(share) = &args.min_evaluated {
        gate.set(RuleKind::Complete, share)?;
    }
    for metric in &args.ignore_within_noise {
        gate.ignore_within_noise(Some(metric.as_str()).filter(|metric| !metric.is_empty()));
    }
    Ok(gate)
}

/// How the work on a campaign ended, as far as the report does not say.
#[derive(Clone, Debug)]
pub(crate) enum End {
    /// It is only looked at.
    Looked,
    /// It was worked on until this.
    Worked(Ending),
}

/// Whether all is well: nothing, or why the program ends with 100 or 101.
pub(crate) fn verdict(report: &Report, end: &End, resume: &str) -> Result<(), Failure> {
    if let Some(stopped) = stopped_by_canary(report, end) {
        return Err(Failure::own(
            Exit::GateFailed,
            format!("the canary stopped the campaign: {stopped}"),
        )
        .hint(format!(
            "look at the report; to go on all the same: {resume} --past-canary"
        )));
    }
    let incomplete = |message: String| Failure::own(Exit::Incomplete, message);
    match end {
        End::Worked(Ending::Stopped) => {
            return Err(incomplete(format!("interrupted: {}", coverage(report)))
                .hint(format!("to go on: {resume}")));
        }
        End::Worked(Ending::LimitReached(limit)) => {
            return Err(
                incomplete(format!("a limit is reached: {limit}")).hint(format!(
                    "to go on with a higher limit: {resume} --max-credits N, or --max-evaluations N"
                )),
            );
        }
        _ => {}
    }
    let gate = report.gate.as_ref();
    let failed: Vec<_> = gate
        .into_iter()
        .flat_map(|gate| gate.failed())
        .filter(|rule| rule.rule != RuleKind::Complete)
        .collect();
    if !failed.is_empty() {
        let mut named: Vec<String> = failed
            .iter()
            .take(NAMED)
            .map(|rule| format!("{} for {}: {}", rule.text(), rule.subject(), rule.why))
            .collect();
        if failed.len() > NAMED {
            named.push(format!("and {} more", failed.len() - NAMED));
        }
        let failure = Failure::own(
            Exit::GateFailed,
            format!("the gate failed: {}", named.join("; ")),
        );
        return Err(advised(report, failure, resume));
    }
    let is_short = gate.is_some_and(|gate| !gate.passed);
    if is_short || report.coverage.unknown > 0 {
        return Err(advised(
            report,
            incomplete(format!("incomplete: {}", coverage(report))),
            resume,
        ));
    }
    Ok(())
}

fn stopped_by_canary<'a>(report: &'a Report, end: &'a End) -> Option<&'a str> {
    match end {
        End::Worked(Ending::CanaryStopped(text)) => Some(text),
        End::Worked(_) => None,
        End::Looked => report.campaign.stopped.as_deref(),
    }
}

/// What to do about call logs without a result, by what became of them.
fn advised(report: &Report, failure: Failure, resume: &str) -> Failure {
    let coverage = &report.coverage;
    let mut failure = failure;
    if coverage.unknown > 0 {
        failure = failure
            .hint(format!(
                "unknown: a request was sent, and nobody knows whether it was carried out. Look with `cekura calls get \
                 ID`; to send once more what nothing has happened to: {resume} --on-unknown resend-if-untouched"
            ))
            .hint(
                "what stays unknown can only be planned anew, and may then be paid twice: `cekura reevaluate plan \
                 --earlier CAMPAIGN --only unknown`",
            );
    }
    if coverage.waiting + coverage.not_sent + coverage.timed_out > 0 {
        failure = failure.hint(format!("to go on: {resume}"));
    }
    if coverage.refused > 0 {
        let less = if coverage.evaluated() > 0 {
            ". A gate may ask for less than all: --min-evaluated 0.99"
        } else {
            ""
        };
        failure = failure.hint(format!(
            "refused call logs were not paid for; the report says why{less}"
        ));
    }
    failure
}

fn coverage(report: &Report) -> String {
    let coverage = &report.coverage;
    let evaluated = format!(
        "{} of {} evaluated",
        words::count(coverage.evaluated()),
        words::logs(coverage.selected)
    );
    std::iter::once(evaluated)
        .chain(rest(coverage))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use cekura_reevaluate::report::{Coverage, Flips, MetricSummary};

    fn report(coverage: Coverage, flags: &[(RuleKind, &str)]) -> Report {
        let mut gate = Gate::default();
        for (rule, text) in flags {
            gate.set(*rule, text).unwrap();
        }
        let tone = MetricSummary {
            id: Some(71),
            name: "Tone of voice".to_owned(),
            flips: Flips {
                pass_to_fail: 3,
                pass_to_pass: 7,
                ..Flips::default()
            },
            ..MetricSummary::default()
        };
        let mut report = Report {
            coverage,
            metrics: vec![tone],
            ..Report::default()
        };
        report.gate = Some(gate.check(&report));
        report
    }

    fn all() -> Coverage {
        Coverage {
            selected: 10,
            observed: 10,
            ..Coverage::default()
        }
    }

    fn some() -> Coverage {
        Coverage {
            selected: 10,
            observed: 9,
            refused: 1,
            ..Coverage::default()
        }
    }

    #[test]
    fn each_end_has_its_code() {
        let strict = [(RuleKind::MaxRegressions, "2")];
        let lenient = [(RuleKind::Complete, "0.9")];
        let unknown = Coverage {
            refused: 0,
            unknown: 1,
            ..some()
        };
        let finished = End::Worked(Ending::Finished);
        let limit = End::Worked(Ending::LimitReached("so many".to_owned()));
        let canary = End::Worked(Ending::CanaryStopped("too many".to_owned()));
        for (coverage, rules, end, expected) in [
            (all(), &[][..], &finished, Exit::Done),
            (all(), &[], &End::Looked, Exit::Done),
            (all(), &strict, &finished, Exit::GateFailed),
            (some(), &[], &finished, Exit::Incomplete),
            (some(), &strict, &finished, Exit::GateFailed),
            (some(), &lenient, &finished, Exit::Done),
            (unknown, &lenient, &finished, Exit::Incomplete),
            (
                some(),
                &strict,
                &End::Worked(Ending::Stopped),
                Exit::Incomplete,
            ),
            (some(), &strict, &limit, Exit::Incomplete),
            (some(), &[], &canary, Exit::GateFailed),
        ] {
            let ended = verdict(&report(coverage, rules), end, "cekura reevaluate resume x");
            let exit = ended.map_or_else(|failure| failure.exit(), |()| Exit::Done);
            assert_eq!(exit, expected, "{coverage:?} {rules:?} {end:?}");
        }
    }

    #[test]
    fn what_to_do_fits_what_happened() {
        let hints = |coverage: Coverage, rules: &[(RuleKind, &str)]| {
            let failure = verdict(&report(coverage, rules), &End::Looked, "RESUME").unwrap_err();
            let Failure::Problem(problem) = failure else {
                panic!("a problem")
            };
            problem.to_text(crate::output::Style::plain())
        };
        let none = Coverage {
            selected: 3,
            refused: 3,
            ..Coverage::default()
        };
        assert!(
            !hints(none, &[]).contains("--min-evaluated"),
            "asking for less changes nothing"
        );
        assert!(hints(some(), &[]).contains("--min-evaluated 0.99"));
        let unknown = Coverage {
            refused: 0,
            unknown: 1,
            ..some()
        };
        for rules in [&[][..], &[(RuleKind::MaxRegressions, "2")]] {
            let told = hints(unknown, rules);
            assert!(
                told.contains("RESUME --on-unknown resend-if-untouched")
                    && told.contains("--earlier CAMPAIGN --only unknown"),
                "{told}"
            );
        }
    }

    #[test]
    fn a_stopped_canary_is_seen_by_whoever_looks_later() {
        let mut report = report(all(), &[]);
        report.campaign.stopped = Some("too many".to_owned());
        let failure = verdict(&report, &End::Looked, "r").unwrap_err();
        assert_eq!(failure.exit(), Exit::GateFailed);
    }
}
