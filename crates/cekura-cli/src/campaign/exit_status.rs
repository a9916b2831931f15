//! The exit status after running or reading a campaign.

use cekura_campaign::CampaignError;
use cekura_campaign::engine::CampaignOutcome;
use cekura_campaign::gate::{GateResult, RuleKind, RuleResult};
use cekura_campaign::report::{EarlyEnd, EarlyEndKind, Report, ReportOutcome, wording};

use super::summary::rest;
use crate::app::App;
use crate::exit::Exit;
use crate::failure::Failure;

/// The most rules in a message.
const NAMED: usize = 5;

/// How a run of a campaign ended.
#[derive(Clone, Debug)]
pub(crate) enum RunEnd {
    /// The campaign was only read.
    NotRun,
    /// It ran until this outcome.
    Finished(CampaignOutcome),
    /// It ran until this error, in words.
    Failed(String),
}

impl RunEnd {
    /// Returns the end of a run by an error, with what to do about it.
    pub(crate) fn failed(error: &CampaignError) -> Self {
        let status = error.service_error().and_then(cekura::Error::status);
        let next = match status {
            Some(401) => " (use a valid key, then resume)",
            Some(402) => " (buy credits, then resume)",
            Some(403) => " (use a key that has this permission, then resume)",
            _ => "",
        };
        Self::Failed(format!("{error}{next}"))
    }

    /// Returns what ended the run early, for the report.
    pub(crate) fn early(&self) -> Option<EarlyEnd> {
        let (kind, reason) = match self {
            Self::Finished(CampaignOutcome::Stopped) => {
                (EarlyEndKind::Interrupted, "interrupted".to_owned())
            }
            Self::Finished(CampaignOutcome::LimitReached(limit)) => {
                (EarlyEndKind::Limit, format!("limit reached: {limit}"))
            }
            Self::Finished(CampaignOutcome::DeadlineReached) => {
                (EarlyEndKind::Deadline, "the deadline passed".to_owned())
            }
            Self::Failed(why) => (EarlyEndKind::Refused, why.clone()),
            // The reason of a canary is stored in the campaign.
            Self::NotRun | Self::Finished(_) => return None,
        };
        Some(EarlyEnd { kind, reason })
    }
}

/// Returns `Ok` if the report passed, else the failure with exit code 100 or 101. Every format agrees with it.
pub(crate) fn verdict(report: &Report) -> Result<(), Failure> {
    let resume = report.campaign.resume_command.as_deref();
    let incomplete = |message: String| Failure::own(Exit::Incomplete, message);
    let failure = match (report.outcome(), &report.early_end) {
        (ReportOutcome::Passed | ReportOutcome::NoQualityRule, _) => return Ok(()),
        (ReportOutcome::CanaryStopped, _) => {
            let why = report.campaign.canary_stop.as_deref().unwrap_or_default();
            let message = format!("the canary stopped the campaign: {why}");
            let failure =
                Failure::own(Exit::GateFailed, message).hint("the report shows the regressions");
            return Err(to_resume(failure, resume, |resume| {
                format!("to continue anyway: {resume} --past-canary")
            }));
        }
        (ReportOutcome::Incomplete, Some(end)) => {
            let failure = incomplete(format!("{}: {}", end.reason, coverage(report)));
            return Err(to_resume(failure, resume, |resume| match end.kind {
                EarlyEndKind::Limit => format!(
                    "to continue with a higher limit: {resume} --max-credits N, or --max-evaluations N"
                ),
                _ => format!("to continue: {resume}"),
            }));
        }
        (ReportOutcome::Incomplete, None) => {
            incomplete(format!("incomplete: {}", coverage(report)))
        }
        (ReportOutcome::GateFailed, _) => Failure::own(
            Exit::GateFailed,
            format!("the gate failed: {}", failed(report)),
        ),
    };
    Err(advised(report, failure, resume))
}

/// Returns the result of a command that showed a report: the verdict of the report, else the result of writing it. If both
/// failed, the write error becomes a warning.
pub(crate) fn conclude(
    app: &App,
    report: &Report,
    written: Result<(), Failure>,
) -> Result<(), Failure> {
    let Err(bad) = verdict(report) else {
        return written;
    };
    if let Err(Failure::Problem(problem)) = &written {
        app.notes.warn(&problem.message());
    }
    Err(bad)
}

/// Returns the rules that are not met, and the coverage if it is one of them.
fn failed(report: &Report) -> String {
    let rules: Vec<&RuleResult> = report.gate.iter().flat_map(GateResult::failed).collect();
    let (complete, quality): (Vec<_>, Vec<_>) = rules
        .into_iter()
        .partition(|rule| rule.rule == RuleKind::MinEvaluated);
    let mut named: Vec<String> = quality
        .iter()
        .take(NAMED)
        .map(|rule| format!("{} for {}: {}", rule.text(), rule.subject(), rule.reason))
        .collect();
    if quality.len() > NAMED {
        named.push(format!("and {} more", quality.len() - NAMED));
    }
    named.extend(
        complete
            .iter()
            .map(|_| format!("and incomplete: {}", coverage(report))),
    );
    named.join("; ")
}

/// Adds the command that continues a campaign; a trial ends with its command.
pub(crate) fn to_resume(
    failure: Failure,
    resume: Option<&str>,
    hint: impl FnOnce(&str) -> String,
) -> Failure {
    failure.hint(match resume {
        Some(resume) => hint(resume),
        None => "a sandbox trial cannot be resumed: start it again".to_owned(),
    })
}

/// Adds hints on what to do about call logs without a result.
fn advised(report: &Report, failure: Failure, resume: Option<&str>) -> Failure {
    let coverage = &report.coverage;
    // A journal in another folder is given by its file, as in the resume command.
    let campaign = resume
        .and_then(|resume| resume.strip_prefix("cekura campaign resume "))
        .unwrap_or(&report.campaign.id);
    let mut failure = failure;
    if coverage.unknown > 0 {
        let text = "unknown: a request was sent, and its outcome is unknown. Check with `cekura calls get ID`";
        failure = to_resume(failure.hint(text), resume, |resume| {
            format!(
                "to retry call logs that show no sign of an evaluation (may be charged again): {resume} --on-unknown \
                 resend-if-unchanged"
            )
        })
            .hint(format!(
                "to plan what stays unknown again (may be charged twice): `cekura campaign plan --earlier {campaign} --only \
                 unknown`"
            ));
    }
    if coverage.waiting + coverage.not_sent + coverage.timed_out > 0 {
        failure = to_resume(failure, resume, |resume| format!("to continue: {resume}"));
    }
    if coverage.refused > 0 {
        let less = if coverage.evaluated() > 0 {
            "; a gate file may require less than all: min_evaluated = 0.99"
        } else {
            ""
        };
        failure = failure.hint(format!(
            "refused call logs were not charged; the report says why{less}"
        ));
    }
    failure
}

fn coverage(report: &Report) -> String {
    let coverage = &report.coverage;
    let evaluated = format!(
        "{} of {} evaluated",
        wording::count(coverage.evaluated()),
        wording::logs(coverage.selected)
    );
    std::iter::once(evaluated)
        .chain(rest(coverage))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use cekura_campaign::gate::Gate;
    use cekura_campaign::report::{Coverage, Flips, MetricSummary};

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
            confirmed: 10,
            ..Coverage::default()
        }
    }

    fn some() -> Coverage {
        Coverage {
            selected: 10,
            confirmed: 9,
            refused: 1,
            ..Coverage::default()
        }
    }

    #[test]
    fn each_end_has_its_code() {
        let strict = [(RuleKind::MaxRegressions, "2")];
        let lenient = [(RuleKind::MinEvaluated, "0.9")];
        let unknown = Coverage {
            refused: 0,
            unknown: 1,
            ..some()
        };
        let finished = RunEnd::Finished(CampaignOutcome::Finished);
        let limit = RunEnd::Finished(CampaignOutcome::LimitReached("so many".to_owned()));
        let canary = RunEnd::Finished(CampaignOutcome::CanaryStopped("too many".to_owned()));
        for (coverage, rules, end, expected) in [
            (all(), &[][..], &finished, Exit::Done),
            (all(), &[], &RunEnd::NotRun, Exit::Done),
            (all(), &strict, &finished, Exit::GateFailed),
            (some(), &[], &finished, Exit::Incomplete),
            (some(), &strict, &finished, Exit::GateFailed),
            (some(), &lenient, &finished, Exit::Done),
            (unknown, &lenient, &finished, Exit::Incomplete),
            (
                some(),
                &strict,
                &RunEnd::Finished(CampaignOutcome::Stopped),
                Exit::Incomplete,
            ),
            (some(), &strict, &limit, Exit::Incomplete),
            (some(), &[], &canary, Exit::GateFailed),
        ] {
            let mut report = report(coverage, rules);
            report.early_end = end.early();
            if let RunEnd::Finished(CampaignOutcome::CanaryStopped(why)) = end {
                report.campaign.canary_stop = Some(why.clone());
            }
            let ended = verdict(&report);
            let exit = ended.map_or_else(|failure| failure.exit(), |()| Exit::Done);
            assert_eq!(exit, expected, "{coverage:?} {rules:?} {end:?}");
        }
    }

    #[test]
    fn what_to_do_fits_what_happened() {
        let hints = |coverage: Coverage, rules: &[(RuleKind, &str)]| {
            let mut report = report(coverage, rules);
            report.campaign.resume_command = Some("cekura campaign resume trial".to_owned());
            let failure = verdict(&report).unwrap_err();
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
            !hints(none, &[]).contains("min_evaluated"),
            "asking for less changes nothing"
        );
        assert!(hints(some(), &[]).contains("min_evaluated = 0.99"));
        let unknown = Coverage {
            refused: 0,
            unknown: 1,
            ..some()
        };
        for rules in [&[][..], &[(RuleKind::MaxRegressions, "2")]] {
            let shown = hints(unknown, rules);
            assert!(
                shown.contains("cekura campaign resume trial --on-unknown resend-if-unchanged")
                    && shown.contains("--earlier trial --only unknown"),
                "{shown}"
            );
        }
    }

    #[test]
    fn a_failed_gate_names_everything_that_decided() {
        let failure = verdict(&report(some(), &[(RuleKind::MaxRegressions, "2")])).unwrap_err();
        let Failure::Problem(problem) = failure else {
            panic!("a problem")
        };
        let text = problem.to_text(crate::output::Style::plain());
        assert!(
            text.contains("max_regressions = 2 for Tone of voice")
                && text.contains("and incomplete: 9 of 10 call logs evaluated, 1 refused"),
            "{text}"
        );
    }

    #[test]
    fn a_stopped_canary_is_seen_by_whoever_looks_later() {
        let mut report = report(all(), &[]);
        report.campaign.canary_stop = Some("too many".to_owned());
        let failure = verdict(&report).unwrap_err();
        assert_eq!(failure.exit(), Exit::GateFailed);
    }
}
