//! A step's summary, in Markdown.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::super::model::{
    Change, ChangeKind, MetricSummary, Proportion, Report, ReportOutcome, Verdict,
};
use super::super::publish::Published;
use super::super::wording::{self, count, logs, percent};
use super::escape::{code, markdown};

/// GitHub refuses a summary of 1 MiB or more as a whole; this leaves room for the notice and for what is there already.
const LIMIT: usize = 1_000_000;
/// Regressions and unfinished call logs that are listed.
const LISTED: usize = 200;
/// Characters of one text.
const TEXT: usize = 300;

/// Writes a summary in Markdown, to be appended to the file that `GITHUB_STEP_SUMMARY` names.
///
/// It is less than 1 MiB, whatever the report holds; what is left out is said at the end.
///
/// # Errors
/// Those of writing to `out`.
pub fn summary(report: &Published, out: &mut dyn Write) -> io::Result<()> {
    let report = report.report();
    let mut page = Page::default();
    head(report, &mut page);
    gate(report, &mut page);
    metrics(report, &mut page);
    regressions(report, &mut page);
    unfinished(report, &mut page);
    out.write_all(page.finish().as_bytes())
}

/// Text that never grows beyond the limit: what does not fit is left out, in whole lines.
#[derive(Default)]
struct Page {
    text: String,
    left_out: u64,
}

impl Page {
    fn line(&mut self, line: &str) {
        if self.left_out == 0 && self.text.len() + line.len() < LIMIT {
            self.text.push_str(line);
            self.text.push('\n');
        } else {
            self.left_out += 1;
        }
    }

    fn finish(mut self) -> String {
        if self.left_out > 0 {
            let _ = write!(
                self.text,
                "\n> [!NOTE]\n> This summary ends here: GitHub takes no more than 1 MiB. {} more are in the full report.\n",
                wording::several(self.left_out, "line", "lines")
            );
        }
        self.text
    }
}

fn head(report: &Report, page: &mut Page) {
    let campaign = &report.campaign;
    let sign = match report.outcome() {
        ReportOutcome::Passed => "✅ ",
        ReportOutcome::GateFailed | ReportOutcome::CanaryStopped => "❌ ",
        ReportOutcome::Incomplete => "⚠️ ",
        ReportOutcome::NoQualityRule => "",
    };
    page.line(&format!(
        "## {sign}{}",
        markdown(&wording::headline(report), TEXT)
    ));
    page.line("");
    let agent = campaign
        .agent_name
        .as_deref()
        .map(|name| format!(" ({})", markdown(name, TEXT)))
        .unwrap_or_default();
    page.line(&format!(
        "{}: **{}** of {} of {}{agent} re-evaluated by {}, planned {}. {}.",
        code(&campaign.id, 100),
        count(report.coverage.evaluated()),
        logs(report.coverage.selected),
        markdown(&campaign.scope, TEXT),
        wording::metrics(campaign),
        markdown(&campaign.created_at, TEXT),
        markdown(&wording::spent(campaign), TEXT),
    ));
    let details = wording::details(report);
    if !details.is_empty() {
        page.line("");
    }
    for detail in details {
        page.line(&format!("- {}", markdown(&detail, TEXT)));
    }
    for stage in &campaign.canary {
        page.line(&format!(
            "- Canary: {}",
            markdown(&wording::canary(stage), TEXT)
        ));
    }
    if let Some(command) = &campaign.command {
        page.line(&format!("- Command: {}", code(command, TEXT)));
    }
    if let Some(command) = wording::resume_command(report) {
        page.line(&format!("\nTo continue: {}", code(&command, TEXT)));
    }
}

fn gate(report: &Report, page: &mut Page) {
    let Some(gate) = &report.gate else { return };
    page.line("\n### Gate\n");
    page.line("| | Rule | For | Found |");
    page.line("|:-:|:--|:--|:--|");
    let (failed, met): (Vec<_>, Vec<_>) = gate.rules.iter().partition(|rule| !rule.passed);
    for rule in failed.into_iter().chain(met) {
        page.line(&format!(
            "| {} | {} | {} | {} |",
            if rule.passed { "met" } else { "❌ not met" },
            code(&rule.text(), 100),
            markdown(rule.subject(), TEXT),
            markdown(&rule.reason, TEXT * 2),
        ));
    }
}

fn metrics(report: &Report, page: &mut Page) {
    whole_calls(report, page);
    let (unchanged, changed): (Vec<_>, Vec<_>) = report
        .metrics
        .iter()
        .partition(|metric| metric.is_unchanged());
    if !changed.is_empty() {
        page.line("\n### Metrics\n");
        page.line("| Metric | Change (95 % interval) | Before | After | pass → fail | fail → pass | Other changes | p (adjusted) |");
        page.line("|:--|--:|--:|--:|--:|--:|--:|--:|");
    }
    let none = || "–".to_owned();
    let rate = |share: Option<Proportion>| share.map_or_else(none, |share| percent(share.rate));
    for metric in &changed {
        let change = metric.pass_rate_change.as_ref().map_or_else(none, |delta| {
            format!("{} ({})", wording::points(delta), wording::interval(delta))
        });
        page.line(&format!(
            "| {} | {change} | {} | {} | {} | {} | {} | {} |",
            markdown(&metric.name, TEXT),
            rate(metric.pass_rate_before),
            rate(metric.pass_rate_after),
            count(metric.flips.pass_to_fail),
            count(metric.flips.fail_to_pass),
            count(metric.other_changes()),
            metric.p_adjusted.map_or_else(none, wording::probability),
        ));
    }
    page.line("");
    for metric in changed {
        if let Some(notes) = notes(metric) {
            page.line(&format!("- **{}**: {notes}", markdown(&metric.name, TEXT)));
        }
    }
    for metric in unchanged {
        let notes = wording::unchanged(metric).unwrap_or_default();
        page.line(&format!(
            "- **{}**: {}",
            markdown(&metric.name, TEXT),
            markdown(&notes, TEXT)
        ));
    }
}

/// The outcome of whole calls, and how far it agrees with the reviewers.
fn whole_calls(report: &Report, page: &mut Page) {
    let notes: Vec<String> = wording::whole_calls(report).into_iter().collect();
    let people = report.reviewer_agreement.as_ref().map(wording::agreement);
    if notes.is_empty() && people.is_none() {
        return;
    }
    page.line("\n### Whole calls\n");
    for text in notes.into_iter().chain(people) {
        page.line(&format!("- {}", markdown(&text, TEXT * 2)));
    }
}

/// The statistics of a metric in words, where there is anything to say that the table does not.
fn notes(metric: &MetricSummary) -> Option<String> {
    let parts = [
        wording::moves(metric),
        wording::noise(metric),
        wording::definition(&metric.definition),
    ];
    let notes: Vec<String> = parts.into_iter().flatten().collect();
    (!notes.is_empty()).then(|| markdown(&notes.join(" "), TEXT * 3))
}

fn regressions(report: &Report, page: &mut Page) {
    let worst: Vec<&Change> = report
        .changes
        .iter()
        .filter(|change| change.change == ChangeKind::PassToFail)
        .take(LISTED)
        .collect();
    if worst.is_empty() {
        return;
    }
    page.line("\n### The worst regressions\n");
    page.line("| Call log | Metric | Before | After |");
    page.line("|--:|:--|:--|:--|");
    for change in &worst {
        page.line(&format!(
            "| {} | {} | {} | {} |",
            linked(report, change.call_log),
            markdown(&change.metric_name, TEXT),
            explained(change.before.as_ref()),
            explained(change.after.as_ref()),
        ));
    }
    let all: u64 = report.metrics.iter().map(|m| m.flips.pass_to_fail).sum();
    rest(all, worst.len(), page);
}

/// A call log's id, as a link where its address is known.
fn linked(report: &Report, log: i64) -> String {
    match report.campaign.link_to(log) {
        Some(address) => format!("[{log}]({address})"),
        None => log.to_string(),
    }
}

fn explained(verdict: Option<&Verdict>) -> String {
    verdict.map_or_else(
        || "–".to_owned(),
        |verdict| markdown(&verdict.explanation.join(" "), TEXT),
    )
}

fn unfinished(report: &Report, page: &mut Page) {
    if report.unfinished.is_empty() {
        return;
    }
    page.line("\n### Without a result\n");
    page.line("| Call log | State | Reason |");
    page.line("|--:|:--|:--|");
    for log in report.unfinished.iter().take(LISTED) {
        page.line(&format!(
            "| {} | {} | {} |",
            linked(report, log.call_log),
            log.state,
            markdown(&wording::reason(log), TEXT)
        ));
    }
    rest(report.unfinished.len() as u64, LISTED, page);
}

fn rest(all: u64, listed: usize, page: &mut Page) {
    let more = all.saturating_sub(listed as u64);
    if more > 0 {
        page.line(&format!("\n{} more are in the full report.", count(more)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;

    fn rendered(report: Report) -> String {
        let mut written = Vec::new();
        summary(&report.publish(), &mut written).unwrap();
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn the_sample_as_a_whole() {
        insta::assert_snapshot!("summary", rendered(sample::report()));
    }

    #[test]
    fn a_report_of_any_size_stays_below_one_mebibyte_and_says_so() {
        let mut report = sample::report();
        let mut metric = report.metrics[0].clone();
        metric.name = "<|@`".repeat(1_000);
        report.metrics = vec![metric; 3_000];
        let text = rendered(report);
        assert!(text.len() < 1 << 20, "{}", text.len());
        assert!(text.contains("This summary ends here"), "no notice");
        assert!(
            text.contains("lines more are in the full report"),
            "no count"
        );
    }

    #[test]
    fn long_lists_are_cut_and_counted() {
        let mut report = sample::report();
        report.unfinished = vec![report.unfinished[0].clone(); 1_234];
        let text = rendered(report);
        assert!(
            text.contains("\n1,034 more are in the full report."),
            "{text}"
        );
    }

    #[test]
    fn a_hostile_name_breaks_no_cell_and_makes_no_element() {
        let mut report = sample::report();
        report.metrics.truncate(1);
        report.metrics[0].name = "a | b\n| c <script>alert(1)</script> @octo".to_owned();
        report.changes.clear();
        let text = rendered(report);
        assert!(!text.contains("<script"), "{text}");
        assert!(text.contains("a \\| b \\| c &lt;script&gt;"), "{text}");
        assert!(!text.contains("@octo"), "{text}");
    }
}
