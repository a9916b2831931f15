//! Writes the HTML report.

use std::io::{self, Write};

use askama::Template;

use super::super::publish::Published;
use super::page::Page;

/// Writes the report as one self-contained HTML file, for a person to read, search and print.
///
/// The file loads nothing, and its content security policy forbids it to. Text from calls and judges is escaped. At most
/// 2,000 changes are shown, the worst first, and at most 20,000 characters of one text; the page states what is left out.
///
/// # Errors
/// Fails if writing to `out` fails.
pub fn html(report: &Published, out: &mut dyn Write) -> io::Result<()> {
    Page::new(report).write_into(out)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::super::super::model::{Coverage, Flips, MetricSummary, Report};
    use super::super::super::sample;
    use super::*;
    use crate::gate::Gate;

    fn rendered(report: Report, transcripts: bool) -> String {
        let mut written = Vec::new();
        let published = match transcripts {
            true => report.publish_with_transcripts(),
            false => report.publish(),
        };
        html(&published, &mut written).unwrap();
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn nothing_is_fetched_from_anywhere() {
        let page = rendered(sample::report(), true);
        for way_out in [
            "http://", "https://", "src=", "@import", "url(", "<link", "<img", "<iframe",
        ] {
            assert!(!page.contains(way_out), "{way_out}");
        }
        assert!(page.contains("default-src 'none'"));
    }

    #[test]
    fn calls_are_linked_where_the_address_is_known_and_nowhere_else() {
        let mut report = sample::report();
        report.campaign.call_url = Some("https://dash.example/44/calls?callId={id}".to_owned());
        let log = report.changes[0].call_log;
        let page = rendered(report.clone(), false);
        let link = format!(
            "<a href=\"https://dash.example/44/calls?callId={log}\" rel=\"noopener noreferrer\">{log}</a>"
        );
        assert!(page.contains(&link), "no link");
        for hostile in [
            "javascript:alert({id})",
            "https://dash.example/\"onclick=\"alert(1)//{id}",
            "https://dash.example/calls",
            "",
        ] {
            report.campaign.call_url = Some(hostile.to_owned());
            assert!(
                !rendered(report.clone(), false).contains("rel=\"noopener"),
                "{hostile}"
            );
        }
    }

    #[test]
    fn the_first_screen_says_when_whose_and_with_which_command() {
        let page = rendered(sample::report(), false);
        let head = &page[page.find("<header").unwrap()..page.find("</header>").unwrap()];
        for part in [
            "2026-03-01 09:12 UTC",
            "Harbor House front desk",
            "cekura campaign run --plan plan.json --canary 20,200 --noise-rounds 2",
            "first 20 call logs: 20 evaluated, 0 regressions over all metrics, at most 5 allowed",
        ] {
            assert!(head.contains(part), "{part} is not in {head}");
        }
    }

    #[test]
    fn zeros_have_no_colour_and_unchanged_metrics_are_a_line_each() {
        let mut report = sample::report();
        report.calls = Flips {
            pass_to_pass: 9,
            ..Flips::default()
        };
        report.metrics.retain(MetricSummary::is_unchanged);
        assert!(!report.metrics.is_empty());
        let page = rendered(report, false);
        let body = &page[page.find("</style>").unwrap()..];
        assert!(!body.contains("class=\"worse\"") && !body.contains("class=\"better\""));
        assert!(!body.contains("class=\"metric\""));
        assert!(body.contains("no result changed: 2,985 calls"), "{body}");
    }

    #[test]
    fn without_a_quality_rule_the_banner_is_neutral_and_failed_rules_come_first() {
        let mut report = sample::report();
        let page = rendered(report.clone(), false);
        assert!(page.contains("class=\"banner fail\""));
        let (failed, met) = (page.find(">not met<").unwrap(), page.find(">met<").unwrap());
        assert!(page.rfind(">not met<").unwrap() < met, "{failed} {met}");
        report.coverage = Coverage {
            selected: 3,
            confirmed: 3,
            ..Coverage::default()
        };
        report.gate = Some(Gate::default().check(&report));
        let page = rendered(report, false);
        assert!(page.contains("class=\"banner plain\""));
        assert!(page.contains("All call logs evaluated. No quality rule was set"));
    }

    #[test]
    fn transcripts_are_in_it_only_when_asked_for() {
        let without = rendered(sample::report(), false);
        assert!(!without.contains("berth for a small sloop"));
        assert!(!without.contains("555-0142"));
        assert!(without.contains("--include-transcripts"));
        let with = rendered(sample::report(), true);
        assert!(with.contains("berth for a small sloop"));
        assert!(with.contains("555-0142"));
    }

    #[test]
    fn a_turn_shows_when_who_and_what() {
        let page = rendered(sample::report(), true);
        assert!(page.contains("<bdi>00:04</bdi> <bdi>Customer</bdi></dt>"));
        let mut report = sample::report();
        report.changes[0].excerpt[0].time = None;
        let page = rendered(report, true);
        assert!(page.contains("<dt><bdi>Customer</bdi></dt>"));
    }

    #[test]
    fn hostile_text_is_escaped_wherever_it_comes_from() {
        let hostile =
            "</style></script><script>alert(1)</script><img src=x onerror=alert(2)>\u{202e}";
        let mut report = sample::report();
        report.campaign.id = hostile.to_owned();
        report.campaign.scope = hostile.to_owned();
        report.campaign.price_source = hostile.to_owned();
        report.campaign.agent_name = Some(hostile.to_owned());
        report.campaign.command = Some(hostile.to_owned());
        report.campaign.resume_command = Some(hostile.to_owned());
        report.campaign.call_url = Some(format!("https://{hostile}{{id}}"));
        report.early_end = Some(crate::report::EarlyEnd {
            kind: crate::report::EarlyEndKind::Limit,
            reason: hostile.to_owned(),
        });
        report.campaign.canary_stop = Some(hostile.to_owned());
        for metric in &mut report.metrics {
            metric.name = hostile.to_owned();
            metric.kind = Some(hostile.to_owned());
            metric.definition.after = Some(hostile.to_owned());
        }
        for log in &mut report.unfinished {
            log.reason = hostile.to_owned();
        }
        for rule in &mut report.gate.as_mut().unwrap().rules {
            rule.reason = hostile.to_owned();
            rule.metric_name = Some(hostile.to_owned());
        }
        for change in &mut report.changes {
            change.metric_name = hostile.to_owned();
            change.customer_number = Some(hostile.to_owned());
            for line in &mut change.excerpt {
                line.time = Some(hostile.to_owned());
                line.role = hostile.to_owned();
                line.text = hostile.to_owned();
            }
            for verdict in [&mut change.before, &mut change.after]
                .into_iter()
                .flatten()
            {
                verdict.value = Some(hostile.to_owned());
                verdict.explanation = vec![hostile.to_owned()];
            }
        }
        let page = rendered(report, true);
        let count = |part: &str| page.matches(part).count();
        assert_eq!((count("<script"), count("</script")), (1, 1));
        assert_eq!((count("<style"), count("</style")), (1, 1));
        assert_eq!(count("<img"), 0);
        assert_eq!(
            count("\u{202e}"),
            0,
            "marks that turn the direction of writing are shown, not obeyed"
        );
    }

    #[test]
    fn rows_are_limited_and_the_rest_is_counted() {
        let mut report = sample::report();
        report.changes = vec![report.changes[0].clone(); 3_000];
        report.changes_left_out = 7;
        let page = rendered(report, false);
        assert_eq!(page.matches("<li class=\"change\"").count(), 2_000);
        assert!(
            page.contains("1,007 more changes are not on this page"),
            "no notice"
        );
    }

    #[test]
    fn long_texts_are_cut_and_say_so_and_the_page_stays_of_a_sane_size() {
        let mut report = sample::report();
        let long = "x".repeat(1_000_000);
        report.changes[0].after.as_mut().unwrap().explanation = vec![long.clone()];
        report.changes[1].excerpt[0].text = long.clone();
        report.unfinished[0].reason = long.clone();
        let page = rendered(report, true);
        assert!(page.contains("980,000 more characters"));
        assert!(page.len() < 300_000, "{}", page.len());

        let mut report = sample::report();
        report.changes[0].after.as_mut().unwrap().explanation = vec![long];
        report.changes = vec![report.changes[0].clone(); 2_000];
        let page = rendered(report, true);
        assert!(page.len() < 20 << 20, "{}", page.len());
        assert!(page.contains("more changes are not on this page"));
    }

    #[test]
    fn an_empty_report_is_a_page_too() {
        let page = rendered(Report::default(), false);
        assert!(page.contains("</html>"));
        assert!(page.contains("No changes to list."));
    }
}
