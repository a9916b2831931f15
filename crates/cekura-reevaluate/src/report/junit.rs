//! The report as JUnit XML, which most CI systems show as tests.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report as Document, TestCase, TestCaseStatus, TestSuite};

use super::model::{Change, ChangeKind, MetricSummary, Report};
use super::publish::Published;
use super::words;

/// Writes the report as JUnit XML.
///
/// Three kinds of suites: `gate` has a test for each rule; each metric's suite has a failed test for each call log that
/// went from pass to fail by it; `coverage` has an error for each call log without a result. Characters that XML cannot
/// hold are left out.
///
/// # Errors
/// Those of writing to `out`.
pub fn junit(report: &Published, out: &mut dyn Write) -> io::Result<()> {
    let report = report.report();
    let name = format!("re-evaluation {}", report.campaign.id);
    let mut document = Document::new(plain(&name));
    document.add_test_suites(gate(report));
    let metrics = report.metrics.iter();
    document.add_test_suites(metrics.map(|metric| suite(metric, report)));
    document.add_test_suite(coverage(report));
    document.serialize(out).map_err(io::Error::other)
}

fn gate(report: &Report) -> Option<TestSuite> {
    let verdict = report.gate.as_ref()?;
    let mut suite = TestSuite::new("gate");
    for rule in &verdict.rules {
        let status = if rule.passed {
            TestCaseStatus::success()
        } else {
            with_message(NonSuccessKind::Failure, &rule.rule.to_string(), &rule.why)
        };
        let name = format!("{}: {}", rule.subject(), rule.text());
        suite.add_test_case(case(name, "gate", status));
    }
    Some(suite)
}

fn suite(metric: &MetricSummary, report: &Report) -> TestSuite {
    let mut suite = TestSuite::new(plain(&metric.name));
    let regressions = report.changes.iter().filter(|change| {
        change.change == ChangeKind::PassToFail
            && change.metric == metric.id
            && change.name == metric.name
    });
    let mut listed = 0;
    for change in regressions {
        listed += 1;
        suite.add_test_case(regression(change, &metric.name));
    }
    let all = metric.flips.pass_to_fail;
    if all == 0 {
        let name = "no call log went from pass to fail";
        suite.add_test_case(case(name, &metric.name, TestCaseStatus::success()));
    } else if listed < all {
        let why = format!(
            "{} of {} regressions are listed; the others were left out of this report",
            words::count(listed),
            words::count(all)
        );
        let status = with_message(NonSuccessKind::Failure, "pass_to_fail", &why);
        suite.add_test_case(case(
            "regressions that are not listed",
            &metric.name,
            status,
        ));
    }
    suite
}

fn regression(change: &Change, metric: &str) -> TestCase {
    let told = |verdict: Option<&super::Verdict>| {
        verdict
            .map(|verdict| verdict.explanation.join("\n"))
            .unwrap_or_default()
    };
    let mut message = change.change.to_string();
    if change.within_noise == Some(true) {
        message.push_str(", within the noise floor of the metric");
    }
    let mut status = with_message(NonSuccessKind::Failure, "pass_to_fail", &message);
    let both = format!(
        "Before: {}\nNow: {}",
        told(change.before.as_ref()),
        told(change.after.as_ref())
    );
    status.set_description(plain(&both));
    case(format!("call log {}", change.log), metric, status)
}

fn coverage(report: &Report) -> TestSuite {
    let mut suite = TestSuite::new("coverage");
    let evaluated = report.coverage.evaluated();
    if evaluated > 0 {
        let name = format!("{} evaluated", words::logs(evaluated));
        suite.add_test_case(case(name, "coverage", TestCaseStatus::success()));
    }
    for log in &report.unfinished {
        let state = log.state.to_string();
        let message = format!("{state}: {}", log.reason);
        let status = with_message(NonSuccessKind::Error, &state, &message);
        suite.add_test_case(case(format!("call log {}", log.log), "coverage", status));
    }
    suite
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
    use super::super::sample;
    use super::*;

    fn rendered(report: Report) -> String {
        let mut written = Vec::new();
        junit(&report.publish(false), &mut written).unwrap();
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
        report.changes[0].name = "x\u{8}<y>".to_owned();
        let xml = rendered(report);
        assert!(!xml.chars().any(|c| c.is_control() && c != '\n'), "{xml}");
        assert!(!xml.contains('\u{ffff}'), "{xml}");
        assert!(!xml.contains("<script>") && !xml.contains("]]>"), "{xml}");
        assert!(xml.contains("x&lt;y&gt;"), "{xml}");
    }

    #[test]
    fn regressions_that_are_not_listed_still_fail() {
        let mut report = sample::report();
        report.changes.clear();
        let xml = rendered(report);
        assert!(xml.contains("regressions that are not listed"), "{xml}");
        assert!(xml.contains("0 of 96 regressions are listed"), "{xml}");
    }
}
