//! Filter, search and keyboard.

use cekura_campaign::report::ChangeKind;

use crate::page::Page;
use crate::sample;

const CHOOSE: &str = "(id, value) => {
    const field = document.getElementById(id);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
}";

fn choose(page: &mut Page, id: &str, value: &str) {
    page.get(&format!("({CHOOSE})('{id}', '{value}')"));
    page.settle();
}

#[test]
fn filters_and_search_show_what_fits_and_say_how_many() {
    let report = sample::report();
    let all = report.changes.len() as u64;
    let worse = sample::count(&report, ChangeKind::PassToFail);
    let booked = report
        .changes
        .iter()
        .filter(|c| c.metric_name == "Booking confirmed");
    let (booked, booked_and_worse) = (
        booked.clone().count() as u64,
        booked
            .filter(|c| c.change == ChangeKind::PassToFail)
            .count() as u64,
    );
    let outside_noise = report
        .changes
        .iter()
        .filter(|c| c.within_noise != Some(true))
        .count() as u64;
    let Some(mut page) = Page::open(report) else {
        return;
    };
    let status = "document.getElementById('shown').textContent";

    assert_eq!(page.shown(), all);
    assert_eq!(page.text(status), format!("{all} shown"));

    choose(&mut page, "by-kind", "pass_to_fail");
    assert_eq!(page.shown(), worse);
    assert_eq!(page.text(status), format!("{worse} of {all} shown"));
    assert_eq!(
        page.get("document.getElementById('shown').ariaLive"),
        "polite"
    );

    // The first metric of the list is the one of the first change.
    choose(&mut page, "by-metric", "0");
    assert_eq!(page.shown(), booked_and_worse);
    choose(&mut page, "by-kind", "");
    assert_eq!(page.shown(), booked);
    choose(&mut page, "by-metric", "");

    choose(&mut page, "by-text", "  INTERRUPTED   the caller ");
    assert_eq!(page.shown(), 1);
    assert!(
        page.text("document.querySelector('.change:not([hidden])').textContent")
            .contains("5115")
    );
    choose(&mut page, "by-text", "5115");
    assert_eq!(page.shown(), 1);
    choose(&mut page, "by-text", "no such words");
    assert_eq!(page.shown(), 0);
    assert_eq!(
        page.get("document.getElementById('none').checkVisibility()"),
        true
    );

    page.get("document.querySelector('#filters button').click()");
    page.settle();
    assert_eq!(page.shown(), all);

    page.get("document.getElementById('by-noise').click()");
    page.settle();
    assert_eq!(page.shown(), outside_noise);
    assert!(outside_noise < all);
    page.assert_quiet();
}

#[test]
fn the_ids_that_are_shown_are_copied_each_once() {
    let report = sample::report();
    let mut worse: Vec<i64> = report
        .changes
        .iter()
        .filter(|change| change.change == ChangeKind::PassToFail)
        .map(|change| change.call_log)
        .collect();
    worse.dedup();
    let Some(mut page) = Page::open(report) else {
        return;
    };
    choose(&mut page, "by-kind", "pass_to_fail");
    // What would be in the clipboard, which a page without a window in front may not read.
    page.get(
        "window.copied = null;
         Object.defineProperty(navigator, 'clipboard', {
             value: { writeText: async (text) => { window.copied = text; } }, configurable: true });
         document.getElementById('copy').click()",
    );
    page.settle();
    let lines: Vec<String> = worse.iter().map(i64::to_string).collect();
    assert_eq!(page.text("window.copied"), lines.join("\n") + "\n");
    assert_eq!(
        page.text("document.getElementById('shown').textContent"),
        format!("{} ids copied", worse.len())
    );
    // Where the page may not write to it, a selection is copied instead.
    page.get(
        "Object.defineProperty(navigator, 'clipboard', {
             value: { writeText: () => Promise.reject(new Error('no')) }, configurable: true });
         document.execCommand = () => { window.copied = document.activeElement.value; return true; };
         window.copied = null;
         document.getElementById('copy').click()",
    );
    page.settle();
    assert_eq!(page.text("window.copied"), lines.join("\n") + "\n");
    page.assert_quiet();
}

#[test]
fn three_thousand_changes_stay_usable() {
    let report = sample::large(3_000);
    let regressions = sample::count(&report, ChangeKind::PassToFail);
    assert!(
        (1..2_000).contains(&regressions),
        "the sample has fewer than the page can hold"
    );
    let Some(mut page) = Page::open(report) else {
        return;
    };
    assert_eq!(page.shown(), 2_000);
    assert!(
        page.text("document.querySelector('#changes .notice').textContent")
            .starts_with("1,000 more changes are not on this page")
    );
    choose(&mut page, "by-kind", "pass_to_fail");
    assert_eq!(page.shown(), regressions);
    choose(&mut page, "by-text", "sloop");
    let found = page.shown();
    assert!(found > 0 && found < regressions, "{found}");
    page.assert_quiet();
}

#[test]
fn everything_is_reached_and_worked_by_keyboard() {
    let Some(mut page) = Page::open(sample::report()) else {
        return;
    };
    let focused = "(() => {
        const element = document.activeElement;
        return element.id || element.className || element.tagName;
    })()";
    let mut reached = Vec::new();
    for _ in 0..40 {
        page.tab();
        reached.push(page.text(focused));
        let ring = page.text("getComputedStyle(document.activeElement).outlineStyle");
        assert_ne!(
            ring,
            "none",
            "the focus on {} is not seen",
            reached[reached.len() - 1]
        );
        if reached.iter().any(|id| id == "BUTTON") {
            break;
        }
    }
    assert_eq!(
        reached[0], "skip",
        "the first stop leads past the navigation"
    );
    for id in ["by-metric", "by-kind", "by-text", "by-noise", "BUTTON"] {
        assert!(
            reached.iter().any(|found| found == id),
            "{id} is not among {reached:?}"
        );
    }

    page.tab();
    assert_eq!(page.text(focused), "copy");

    // The next stop after the form is the first excerpt, which Enter opens.
    page.tab();
    assert_eq!(page.text(focused), "SUMMARY");
    page.press("Enter", 13);
    assert_eq!(page.get("document.activeElement.parentElement.open"), true);

    // Type into the search, choose from a list, and take it back, all without a mouse.
    page.get("document.getElementById('by-text').focus()");
    page.call("Input.insertText", serde_json::json!({"text": "sloop"}));
    page.settle();
    assert_eq!(page.shown(), 1);
    page.get("document.querySelector('#filters button').focus()");
    page.press("Enter", 13);
    let all = page.shown();
    assert!(all > 1);
    page.get("document.getElementById('by-kind').focus()");
    page.press("ArrowDown", 40);
    assert_eq!(
        page.text("document.getElementById('by-kind').value"),
        "pass_to_fail"
    );
    assert!(page.shown() < all);
    page.assert_quiet();
}
