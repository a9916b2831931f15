//! The report as JUnit XML, which most CI systems show as tests.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report as Document, TestCase, TestCaseStatus, TestSuite};

use super::model::{Change, ChangeKind, MetricSummary, Report, ReportOutcome, UnfinishedState};
use super::publish::Published;
use super::wording;
use crate::gate::RuleKind;

/// Writes the report as JUnit XML. It has a failed test if and only if the program ends with another code than 0.
///
/// The suite `gate` has a test for the campaign as a whole and one for each rule. The suite `call logs` has one for each call
/// log that is unknown or was refused, and one for each other state that call logs without a result are in: errors, or
/// skipped where the gate asks for less than all. The suite `metrics` has a passed test for each metric, whose output lists the
/// call logs that went from pass to fail: whether those are too many is for the rules to say. Characters that XML cannot
/// hold are left out.
///
/// # Errors
/// Fails if writing to `out` fails.
pub fn junit(report: &Published, out: &mut dyn Write) -> io::Result<()> {
    let report = report.report();
    let name = format!("re-evaluation {}", report.campaign.id);
    let mut document = Document::new(plain(&name));
    document.add_test_suite(gate(report));
    document.add_test_suite(call_logs(report));
    document.add_test_suite(metrics(report));
    document.serialize(out).map_err(io::Error::other)
}

fn gate(report: &Report) -> TestSuite {
    let mut suite = TestSuite::new("gate");
    let headline = wording::headline(report);
    let mut lines = vec![headline.clone()];
    lines.extend(wording::details(report));
    lines.extend(wording::resume_command(report).map(|command| format!("To continue: {command}")));
    let status = match report.outcome() {
        ReportOutcome::Passed | ReportOutcome::NoQualityRule => TestCaseStatus::success(),
        ReportOutcome::Incomplete => with_message(NonSuccessKind::Error, "incomplete", &headline),
        ReportOutcome::GateFailed => {
            with_message(NonSuccessKind::Failure, "gate_failed", &headline)
        }
        ReportOutcome::CanaryStopped => {
            with_message(NonSuccessKind::Failure, "canary_stopped", &headline)
        }
    };
    let mut whole = case("campaign", "gate", status);
    whole.set_system_out(plain(&lines.join("\n")));
    suite.add_test_case(whole);
    for rule in report.gate.iter().flat_map(|gate| &gate.rules) {
        let status = if rule.passed {
            TestCaseStatus::success()
        } else {
            with_message(
                NonSuccessKind::Failure,
                &rule.rule.to_string(),
                &rule.reason,
            )
        };
        let name = format!("{}: {}", rule.subject(), rule.text());
        suite.add_test_case(case(name, "gate", status));
    }
    suite
}

fn call_logs(report: &Report) -> TestSuite {
    let mut suite = TestSuite::new("call logs");
    let evaluated = report.coverage.evaluated();
    if evaluated > 0 {
        let name = format!("{} evaluated", wording::logs(evaluated));
        suite.add_test_case(case(name, "call logs", TestCaseStatus::success()));
    }
    let status = |state: UnfinishedState, message: &str| {
        let name = state.to_string();
        if is_enough(report) {
            let mut status = TestCaseStatus::skipped();
            status.set_type(name).set_message(plain(message));
            status
        } else {
            with_message(NonSuccessKind::Error, &name, message)
        }
    };
    let is_listed = |state| matches!(state, UnfinishedState::Unknown | UnfinishedState::Refused);
    for log in report.unfinished.iter().filter(|log| is_listed(log.state)) {
        let message = format!("{}: {}", log.state, log.reason);
        let name = format!("call log {}", log.call_log);
        suite.add_test_case(case(name, "call logs", status(log.state, &message)));
    }
    for (state, number) in report.coverage.missing() {
        if !is_listed(state) {
            let name = format!("{} {state}", wording::logs(number));
            suite.add_test_case(case(&name, "call logs", status(state, &name)));
        }
    }
    suite
}

/// Whether call logs without a result fail nothing.
fn is_enough(report: &Report) -> bool {
    report.outcome().is_good()
        || report
            .gate
            .iter()
            .flat_map(|gate| &gate.rules)
            .any(|rule| rule.rule == RuleKind::MinEvaluated && rule.passed)
}

fn metrics(report: &Report) -> TestSuite {
    let mut suite = TestSuite::new("metrics");
    for metric in &report.metrics {
        let mut case = case(&metric.name, "metrics", TestCaseStatus::success());
        case.set_system_out(plain(&regressions(metric, report)));
        suite.add_test_case(case);
    }
    suite
}

/// What a metric came to, and its regressions as far as they are listed.
fn regressions(metric: &MetricSummary, report: &Report) -> String {
    let notes = [
        wording::change(metric),
        Some(wording::flips(metric)),
        wording::moves(metric),
    ];
    let mut lines: Vec<String> = notes.into_iter().flatten().collect();
    let listed: Vec<String> = report
        .changes
        .iter()
        .filter(|change| {
            change.change == ChangeKind::PassToFail
                && change.metric_id == metric.id
                && (metric.id.is_some() || change.metric_name == metric.name)
        })
        .map(regression)
        .collect();
    let all = metric.flips.pass_to_fail;
    let here = listed.len() as u64;
    lines.extend(listed);
    if here < all {
        lines.push(format!(
            "{} of {} regressions are listed; the others were left out of this report",
            wording::count(here),
            wording::count(all)
        ));
    }
    lines.join("\n")
}

fn regression(change: &Change) -> String {
    let side = |verdict: Option<&super::Verdict>| {
        verdict
            .map(|verdict| verdict.explanation.join("\n"))
            .unwrap_or_default()
    };
    let mut remarks = String::new();
    if change.contradicts_reviewer() {
        remarks.push_str(", the reviewer passed the call");
    }
    if change.within_noise == Some(true) {
        remarks.push_str(", within the measured noise of the metric");
    }
    format!(
        "call log {}: {}{remarks}\nBefore: {}\nAfter: {}",
        change.call_log,
        change.change,
        side(change.before.as_ref()),
        side(change.after.as_ref())
    )
}

fn case(name: impl AsRef<str>, class: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(plain(name.as_ref()), status);
    case.set_classname(plain(class));
    case
}

fn with_message(kind: NonSuccessKind, name: &str, message: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(kind);
    status.set_type(name).set_message(plain(message));
    status
}

/// `text` without the two characters that XML forbids and the writer lets through; it drops control characters itself.
fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(NOT_XML) {
        Cow::Owned(text.replace(NOT_XML, ""))
    } else {
        Cow::Borrowed(text)
    }
}

const NOT_XML: [char; 2] = ['\u{fffe}', '\u{ffff}'];

#[cfg(test)]
mod tests {
    use super::super::model::Coverage;
    use super::super::sample;
    use super::*;
    use crate::gate::Gate;

    fn rendered(report: Report) -> String {
        let mut written = Vec::new();
        junit(&report.publish(), &mut written).unwrap();
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn the_sample_as_a_whole() {
        let mut report = sample::report();
        report.metrics.truncate(3);
        insta::assert_snapshot!("junit", rendered(report));
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_the_rest_escaped() {
        let mut report = sample::report();
        let after = report.changes[0].after.as_mut().unwrap();
        after.explanation = vec!["a\u{0}b\u{1b}[31m\u{ffff} ]]> <script> & \"q\"".to_owned()];
        report.metrics[0].name = "x\u{8}<y>".to_owned();
        report.changes[0].metric_name = "x\u{8}<y>".to_owned();
        let xml = rendered(report);
        assert!(!xml.chars().any(|c| c.is_control() && c != '\n'), "{xml}");
        assert!(!xml.contains('\u{ffff}'), "{xml}");
        assert!(!xml.contains("<script>") && !xml.contains("]]>"), "{xml}");
        assert!(xml.contains("x&lt;y&gt;"), "{xml}");
    }

    #[test]
    fn regressions_are_the_output_of_a_passed_test_whether_listed_or_not() {
        let mut report = sample::report();
        report.changes.clear();
        report.unfinished.clear();
        report.coverage = Coverage {
            selected: 9,
            confirmed: 9,
            ..Coverage::default()
        };
        report.gate = Some(Gate::default().check(&report));
        let xml = rendered(report);
        assert!(xml.contains("0 of 96 regressions are listed"), "{xml}");
        assert!(
            !xml.contains("<failure") && !xml.contains("<error"),
            "{xml}"
        );
    }

    #[test]
    fn call_logs_without_a_result_are_skipped_where_the_gate_asks_for_less_than_all() {
        let mut report = sample::report();
        report
            .unfinished
            .retain(|log| log.state == UnfinishedState::Refused);
        report.coverage = Coverage {
            selected: 100,
            confirmed: 96,
            refused: 3,
            timed_out: 1,
            ..Coverage::default()
        };
        let lenient = Gate::from_toml("min_evaluated = 0.9").unwrap();
        report.gate = Some(lenient.check(&report));
        let xml = rendered(report.clone());
        assert_eq!(xml.matches("<skipped").count(), 4, "{xml}");
        assert!(
            !xml.contains("<failure") && !xml.contains("<error"),
            "{xml}"
        );
        report.gate = Some(Gate::default().check(&report));
        let xml = rendered(report);
        assert_eq!(xml.matches("<error").count(), 5, "{xml}");
    }
}
