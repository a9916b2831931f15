//! Light, dark, print, and a narrow screen.

use serde_json::json;

use crate::page::Page;
use crate::sample;

const PAPER: &str = "getComputedStyle(document.body).backgroundColor";

/// The sum of red, green and blue.
fn brightness(colour: &str) -> u32 {
    colour
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|part| part.parse::<u32>().ok())
        .take(3)
        .sum()
}

#[test]
fn a_dark_scheme_is_dark() {
    let Some(mut page) = Page::open(sample::report()) else {
        return;
    };
    let mut paper = |scheme: &str| {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        page.call("Emulation.setEmulatedMedia", json!({"features": features}));
        page.settle();
        let (paper, ink) = (
            page.text(PAPER),
            page.text("getComputedStyle(document.body).color"),
        );
        (brightness(&paper), brightness(&ink))
    };
    let (paper_by_day, ink_by_day) = paper("light");
    let (paper_by_night, ink_by_night) = paper("dark");
    assert!(
        paper_by_day > 650 && ink_by_day < 150,
        "{paper_by_day} {ink_by_day}"
    );
    assert!(
        paper_by_night < 100 && ink_by_night > 600,
        "{paper_by_night} {ink_by_night}"
    );
    page.assert_quiet();
}

#[test]
fn print_has_every_row_and_excerpt_and_no_controls() {
    let report = sample::report();
    let all = report.changes.len() as u64;
    let Some(mut page) = Page::open(report) else {
        return;
    };
    page.get("document.getElementById('by-text').focus()");
    page.call("Input.insertText", json!({"text": "no such words"}));
    page.settle();
    assert_eq!(page.shown(), 0);
    let form = "document.getElementById('filters').checkVisibility()";
    let excerpt = "document.querySelector('.turns').checkVisibility({contentVisibilityAuto: false})
        && document.querySelector('.turns').getBoundingClientRect().height > 0";
    assert_eq!(page.get(form), true);
    page.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    page.settle();
    assert_eq!(page.shown(), all);
    assert_eq!(page.get(form), false);
    assert_eq!(
        page.get(excerpt),
        true,
        "an excerpt that is closed on the screen is printed"
    );
    page.assert_quiet();
}

#[test]
fn a_narrow_screen_needs_no_scrolling_sideways() {
    let Some(mut page) = Page::open(sample::report()) else {
        return;
    };
    for width in [320, 400, 1_600] {
        let metrics =
            json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500});
        page.call("Emulation.setDeviceMetricsOverride", metrics);
        page.settle();
        let page_width = page.number("document.documentElement.scrollWidth");
        assert!(page_width <= f64::from(width), "{page_width} at {width}");
    }
    page.assert_quiet();
}

#[test]
fn rules_that_failed_are_read_on_a_telephone_without_scrolling() {
    let Some(mut page) = Page::open(sample::report()) else {
        return;
    };
    let metrics = json!({"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": true});
    page.call("Emulation.setDeviceMetricsOverride", metrics);
    page.settle();
    assert_eq!(
        page.get("[...document.querySelectorAll('.scroll')].every((box) => box.scrollWidth <= box.clientWidth)"),
        true,
        "a table is wider than the screen"
    );
    // What a rule is about and what was found have the whole width.
    let narrowest = page.number(
        "Math.min(...[...document.querySelectorAll('.gate tbody tr')].filter((row) => row.checkVisibility())
            .flatMap((row) => [...row.children].slice(2)).map((cell) => cell.getBoundingClientRect().width))",
    );
    assert!(narrowest > 300.0, "{narrowest}");
    page.assert_quiet();
}

#[test]
fn the_outline_is_one_that_a_screen_reader_can_walk() {
    let Some(mut page) = Page::open(sample::report()) else {
        return;
    };
    for (what, selector, number) in [
        ("a main", "main", Some(1.0)),
        ("a first heading", "h1", Some(1.0)),
        (
            "header cells that head nothing",
            "th:not([scope])",
            Some(0.0),
        ),
        (
            "charts without a name",
            "svg[role=img]:not(:has(title))",
            Some(0.0),
        ),
        (
            "inputs without a label",
            "#filters :is(input, select):not(label *)",
            Some(0.0),
        ),
        (
            "sections without a name",
            "main > section:not([aria-labelledby])",
            Some(0.0),
        ),
        ("charts", "svg[role=img]", None),
    ] {
        let found = page.number(&format!("document.querySelectorAll('{selector}').length"));
        match number {
            Some(number) => assert_eq!(found, number, "{what}"),
            None => assert!(found > 0.0, "{what}"),
        }
    }
    let twice = "(() => {
        const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
        return ids.filter((id, i) => ids.indexOf(id) !== i).join(' ');
    })()";
    assert_eq!(page.text(twice), "", "ids that are there twice");
    let dangling = "[...document.querySelectorAll('[aria-labelledby]')]
        .flatMap((element) => element.getAttribute('aria-labelledby').split(' '))
        .filter((id) => document.getElementById(id) === null).join(' ')";
    assert_eq!(page.text(dangling), "", "names that lead nowhere");
    page.assert_quiet();
}
