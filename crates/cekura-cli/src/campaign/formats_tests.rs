//! One verdict, whatever the format: every form of a report and the exit code, for every way that a campaign can come out.

use cekura_campaign::engine::CampaignOutcome;
use cekura_campaign::gate::Gate;
use cekura_campaign::report::{
    self, Coverage, Flips, MetricSummary, Published, Report, ReportOutcome, Unfinished,
    UnfinishedState,
};
use cekura_campaign::stats;

use super::exit_status::{RunEnd, verdict};
use super::tables::tables;
use crate::exit::Exit;
use crate::output::{Style, Terminal};

struct Case {
    name: &'static str,
    report: Report,
    outcome: ReportOutcome,
    exit: Exit,
}

/// Ten call logs, three regressions, and what became of those that `missing` says.
fn report(missing: &[UnfinishedState], gate: &str, end: &RunEnd) -> Report {
    let flips = Flips {
        pass_to_pass: 7,
        pass_to_fail: 3,
        ..Flips::default()
    };
    let metric = MetricSummary {
        id: Some(71),
        name: "Keeps to script".to_owned(),
        flips,
        pass_rate_before: stats::wilson(10, 10),
        pass_rate_after: stats::wilson(7, 10),
        pass_rate_change: stats::pass_rate_change(&flips),
        mcnemar_p: Some(0.25),
        p_adjusted: Some(0.25),
        ..MetricSummary::default()
    };
    let mut coverage = Coverage {
        selected: 10,
        confirmed: 10 - missing.len() as u64,
        ..Coverage::default()
    };
    let mut unfinished = Vec::new();
    for (log, state) in (5001..).zip(missing) {
        *match state {
            UnfinishedState::Unknown => &mut coverage.unknown,
            UnfinishedState::Refused => &mut coverage.refused,
            UnfinishedState::TimedOut => &mut coverage.timed_out,
            UnfinishedState::Waiting => &mut coverage.waiting,
            UnfinishedState::NotSent => &mut coverage.not_sent,
            UnfinishedState::Deleted => &mut coverage.deleted,
        } += 1;
        unfinished.push(Unfinished {
            call_log: log,
            state: *state,
            reason: "so it is".to_owned(),
            possibly_charged: None,
        });
    }
    let mut report = Report {
        coverage,
        metrics: vec![metric],
        unfinished,
        ..Report::default()
    };
    report.campaign.id = "march".to_owned();
    report.campaign.resume_command = Some("cekura campaign resume march".to_owned());
    report.gate = Some(Gate::from_toml(gate).unwrap().check(&report));
    report.early_end = end.early();
    if let RunEnd::Finished(CampaignOutcome::CanaryStopped(why)) = end {
        report.campaign.canary_stop = Some(why.clone());
    }
    report
}

fn cases() -> Vec<Case> {
    use UnfinishedState as S;
    let looked = RunEnd::NotRun;
    let finished = RunEnd::Finished(CampaignOutcome::Finished);
    let stopped = RunEnd::Finished(CampaignOutcome::Stopped);
    let limit = RunEnd::Finished(CampaignOutcome::LimitReached("40 credits".to_owned()));
    let canary = RunEnd::Finished(CampaignOutcome::CanaryStopped("too many".to_owned()));
    let (lenient, strict) = ("max_regressions = 5", "max_regressions = 2");
    let (passed, incomplete) = (ReportOutcome::Passed, ReportOutcome::Incomplete);
    let case = |name, missing: &[S], gate: &str, end: &RunEnd, outcome, exit| Case {
        name,
        report: report(missing, gate, end),
        outcome,
        exit,
    };
    let none = ReportOutcome::NoQualityRule;
    let failed = ReportOutcome::GateFailed;
    let some = format!("min_evaluated = 0.8\n{lenient}");
    vec![
        case("passed", &[], lenient, &finished, passed, Exit::Done),
        case("looked at", &[], lenient, &looked, passed, Exit::Done),
        case("no rule", &[], "", &finished, none, Exit::Done),
        case("enough", &[S::Refused], &some, &looked, passed, Exit::Done),
        case(
            "only enough",
            &[S::TimedOut],
            "min_evaluated = 0.8",
            &looked,
            none,
            Exit::Done,
        ),
        case("deleted", &[S::Deleted], &some, &looked, passed, Exit::Done),
        case("failed", &[], strict, &finished, failed, Exit::GateFailed),
        case(
            "both",
            &[S::Refused],
            strict,
            &looked,
            failed,
            Exit::GateFailed,
        ),
        case(
            "refused",
            &[S::Refused],
            lenient,
            &looked,
            incomplete,
            Exit::Incomplete,
        ),
        case(
            "unknown",
            &[S::Unknown],
            &some,
            &looked,
            incomplete,
            Exit::Incomplete,
        ),
        case(
            "waiting",
            &[S::Waiting],
            "",
            &looked,
            incomplete,
            Exit::Incomplete,
        ),
        case(
            "not sent",
            &[S::NotSent],
            "",
            &looked,
            incomplete,
            Exit::Incomplete,
        ),
        case(
            "interrupted",
            &[],
            lenient,
            &stopped,
            incomplete,
            Exit::Incomplete,
        ),
        case(
            "interrupted, failed",
            &[],
            strict,
            &stopped,
            incomplete,
            Exit::Incomplete,
        ),
        case(
            "limit",
            &[S::NotSent],
            &some,
            &limit,
            incomplete,
            Exit::Incomplete,
        ),
        case(
            "canary",
            &[S::NotSent],
            lenient,
            &canary,
            ReportOutcome::CanaryStopped,
            Exit::GateFailed,
        ),
    ]
}

fn written(
    published: &Published,
    write: impl Fn(&Published, &mut dyn std::io::Write) -> std::io::Result<()>,
) -> String {
    let mut text = Vec::new();
    write(published, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

#[test]
fn every_format_and_the_exit_code_say_the_same() {
    for Case {
        name,
        report,
        outcome,
        exit,
    } in cases()
    {
        assert_eq!(report.outcome(), outcome, "{name}");
        let ended = verdict(&report).map_or_else(|failure| failure.exit(), |()| Exit::Done);
        assert_eq!(ended, exit, "{name}");
        let is_good = exit == Exit::Done;
        assert_eq!(outcome.is_good(), is_good, "{name}");

        let headline = report::wording::headline(&report);
        let published = report.publish();

        let json: serde_json::Value =
            serde_json::from_str(&written(&published, |r, to| report::json(r, to))).unwrap();
        let word = serde_json::to_value(outcome).unwrap();
        assert_eq!(json["outcome"], word, "{name}");

        let junit = written(&published, |r, to| report::junit(r, to));
        let bad = junit.contains("<failure") || junit.contains("<error");
        assert_eq!(bad, !is_good, "{name}: {junit}");

        let annotations = written(&published, |r, to| report::github_annotations(r, to));
        assert_eq!(
            annotations.contains("::error "),
            !is_good,
            "{name}: {annotations}"
        );

        let summary = written(&published, |r, to| report::github_summary(r, to));
        let sign = match outcome {
            ReportOutcome::Passed => "## ✅ The gate passed",
            ReportOutcome::NoQualityRule => "## ",
            ReportOutcome::Incomplete => "## ⚠️ Incomplete",
            ReportOutcome::GateFailed => "## ❌ The gate failed",
            ReportOutcome::CanaryStopped => "## ❌ The canary stopped",
        };
        let first = summary.lines().next().unwrap();
        assert!(first.starts_with(sign), "{name}: {first}");
        assert_eq!(
            first.contains('✅') || first.contains('❌') || first.contains('⚠'),
            outcome != ReportOutcome::NoQualityRule,
            "{name}: {first}"
        );

        let page = written(&published, |r, to| report::html(r, to));
        let tone = match outcome {
            ReportOutcome::Passed => "banner pass",
            ReportOutcome::NoQualityRule => "banner plain",
            ReportOutcome::Incomplete => "banner warn",
            ReportOutcome::GateFailed | ReportOutcome::CanaryStopped => "banner fail",
        };
        assert!(page.contains(&format!("class=\"{tone}\"")), "{name}");
        assert!(page.contains(&headline), "{name}: {headline}");

        let out = Style::plain();
        let terminal = Terminal {
            stdin: false,
            stdout: true,
            stderr: false,
            width: Some(100),
            out,
            err: out,
        };
        let table = tables(published.report(), &terminal);
        assert!(table.contains(&headline), "{name}: {table}");
    }
}

/// Whoever reads any of the forms learns the status and what to do.
#[test]
fn what_the_service_refused_in_the_middle_is_in_every_format() {
    let end = RunEnd::Failed(
        "the service returned 402 Payment Required: no credits left (buy credits, then resume)"
            .to_owned(),
    );
    let report = report(&[UnfinishedState::NotSent], "max_regressions = 5", &end);
    assert_eq!(report.outcome(), ReportOutcome::Incomplete);
    let ended = verdict(&report).map_err(|failure| failure.exit());
    assert_eq!(ended.unwrap_err(), Exit::Incomplete);
    let published = report.publish();
    for text in [
        written(&published, |r, to| report::json(r, to)),
        written(&published, |r, to| report::junit(r, to)),
        written(&published, |r, to| report::github_annotations(r, to)),
        written(&published, |r, to| report::github_summary(r, to)),
        written(&published, |r, to| report::html(r, to)),
    ] {
        for said in [
            "returned 402 Payment Required: no credits left",
            "(buy credits, then resume)",
            "cekura campaign resume march",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
}

/// Regressions are the rules' business: where these allow three, nothing fails for them.
#[test]
fn regressions_within_the_rules_fail_nothing_and_are_still_shown() {
    let passed = cases().swap_remove(0).report.publish();
    let junit = written(&passed, |r, to| report::junit(r, to));
    assert!(junit.contains("0 of 3 regressions are listed"), "{junit}");
    assert!(
        junit.contains("failures=\"0\"") && junit.contains("errors=\"0\""),
        "{junit}"
    );
}
