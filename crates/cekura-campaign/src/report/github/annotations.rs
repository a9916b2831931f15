//! Annotations: workflow commands on standard output.

use std::io::{self, Write};

use super::super::clip::line;
use super::super::model::{ChangeKind, Report, ReportOutcome};
use super::super::publish::Published;
use super::super::wording;
use super::escape::{message, property};

/// GitHub shows ten annotations of a kind for a step, and drops the others without a word.
const MOST: usize = 10;

/// Writes workflow commands for GitHub Actions: errors if and only if the program ends with another code than 0, for the
/// campaign as a whole and for each failed rule; a warning for each call log that went from pass to fail, the worst first. At
/// most ten of each; the last one then says how many there are besides.
///
/// # Errors
/// Those of writing to `out`.
pub fn annotations(report: &Published, out: &mut dyn Write) -> io::Result<()> {
    let report = report.report();
    write(out, "error", &errors(report), "errors")?;
    write(out, "warning", &warnings(report), "regressions")
}

/// What is to be said of a kind: the first ones, and how many there are in all.
struct Annotations {
    /// Titles and messages.
    first: Vec<(String, String)>,
    all: u64,
}

fn errors(report: &Report) -> Annotations {
    let outcome = report.outcome();
    if outcome.is_good() {
        return Annotations {
            first: Vec::new(),
            all: 0,
        };
    }
    let rules = report
        .gate
        .iter()
        .flat_map(|gate| gate.failed())
        .map(|rule| {
            let title = format!("Gate: {} for {}", rule.rule, rule.subject());
            (title, rule.reason.clone())
        });
    let mut failed: Vec<(String, String)> = Vec::new();
    // A failed gate is what its rules say; anything else needs words of its own.
    if outcome != ReportOutcome::GateFailed {
        let go_on =
            wording::resume_command(report).map(|command| format!("To continue: {command}"));
        let why: Vec<String> = wording::details(report).into_iter().chain(go_on).collect();
        failed.push((wording::headline(report), why.join(" ")));
    }
    failed.extend(rules);
    Annotations {
        all: failed.len() as u64,
        first: failed.into_iter().take(MOST).collect(),
    }
}

fn warnings(report: &Report) -> Annotations {
    let regressions = report
        .changes
        .iter()
        .filter(|change| change.change == ChangeKind::PassToFail);
    let first: Vec<_> = regressions
        .take(MOST)
        .map(|change| {
            let title = format!(
                "pass → fail: {}, call log {}",
                change.metric_name, change.call_log
            );
            let why = change.after.iter().flat_map(|verdict| &verdict.explanation);
            let why = why.cloned().collect::<Vec<_>>().join(" ");
            let why = if why.is_empty() {
                "no explanation was given".to_owned()
            } else {
                why
            };
            (title, why)
        })
        .collect();
    let counted: u64 = report.metrics.iter().map(|m| m.flips.pass_to_fail).sum();
    Annotations {
        all: counted.max(first.len() as u64),
        first,
    }
}

fn write(
    out: &mut dyn Write,
    command: &str,
    annotations: &Annotations,
    what: &str,
) -> io::Result<()> {
    let room = if annotations.all > MOST as u64 {
        MOST - 1
    } else {
        MOST
    };
    let shown = annotations.first.len().min(room);
    for (title, text) in &annotations.first[..shown] {
        let title = property(&line(title, 200));
        writeln!(
            out,
            "::{command} title={title}::{}",
            message(&line(text, 1_000))
        )?;
    }
    let more = annotations.all - shown as u64;
    if more > 0 {
        let title = property(&format!(
            "{} {what} in all",
            wording::count(annotations.all)
        ));
        writeln!(
            out,
            "::{command} title={title}::{} more: see the summary or the report",
            wording::count(more)
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::super::model::Coverage;
    use super::super::super::sample;
    use super::*;

    fn rendered(report: Report) -> String {
        let mut written = Vec::new();
        annotations(&report.publish(), &mut written).unwrap();
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn the_sample_as_a_whole() {
        insta::assert_snapshot!("annotations", rendered(sample::report()));
    }

    #[test]
    fn a_hostile_explanation_stays_one_message() {
        let mut report = sample::report();
        let after = report.changes[0].after.as_mut().unwrap();
        after.explanation = vec!["x\n::error::owned %0A\r::add-mask::y".to_owned()];
        report.changes[0].metric_name = "a,file=/etc/passwd::b".to_owned();
        let text = rendered(report);
        let all = text.lines().count();
        let commands = text
            .lines()
            .filter(|l| l.starts_with("::error title=") || l.starts_with("::warning title="));
        assert_eq!(commands.count(), all, "{text}");
        assert!(
            text.contains("x ::error::owned %250A ::add-mask::y"),
            "{text}"
        );
        assert!(text.contains("a%2Cfile=/etc/passwd%3A%3Ab"), "{text}");
    }

    #[test]
    fn no_more_than_ten_of_a_kind_and_the_last_counts_the_rest() {
        let mut report = sample::report();
        let first = report.changes[0].clone();
        report.changes = vec![first; 3_000];
        report.metrics[0].flips.pass_to_fail = 3_000;
        report.metrics.truncate(1);
        let rule = report
            .gate
            .as_ref()
            .unwrap()
            .failed()
            .last()
            .unwrap()
            .clone();
        report.gate.as_mut().unwrap().rules = vec![rule; 12];
        let text = rendered(report);
        let starting = |with: &str| text.lines().filter(|l| l.starts_with(with)).count();
        assert_eq!(starting("::error "), 10);
        assert_eq!(starting("::warning "), 10);
        assert!(text.contains("::3 more"), "{text}");
        assert!(text.contains("::2,991 more"), "{text}");
    }

    #[test]
    fn exactly_ten_need_no_remark() {
        let mut report = sample::report();
        let first = report.changes[0].clone();
        report.changes = vec![first; 10];
        report.metrics.truncate(1);
        report.metrics[0].flips.pass_to_fail = 10;
        report.gate = None;
        report.coverage = Coverage::default();
        let text = rendered(report);
        assert_eq!(text.lines().count(), 10);
        assert!(!text.contains("more"), "{text}");
    }

    #[test]
    fn nothing_wrong_says_nothing() {
        assert_eq!(rendered(Report::default()), "");
    }
}
