//! Text that wants to be more than text.

use cekura_campaign::report::{ExcerptTurn, Report};

use crate::page::Page;
use crate::sample;

const HOSTILE: &str = "</style></script></p><script>window.taken = 1</script>\
    <style>body { display: none }</style><img src=x onerror='window.taken = 2'><svg onload='window.taken = 3'>\
    <a href='javascript:window.taken = 4'>x</a> \u{202e}desrever\u{202c} \u{2067}\u{2069}\u{2069} -->]]>";

/// The text in every place that somebody else fills.
fn hostile() -> Report {
    let mut report = sample::report();
    report.campaign.id = HOSTILE.to_owned();
    report.campaign.scope = HOSTILE.to_owned();
    report.campaign.price_source = HOSTILE.to_owned();
    report.metrics[0].name = HOSTILE.to_owned();
    report.metrics[0].kind = Some(HOSTILE.to_owned());
    report.unfinished[0].reason = HOSTILE.to_owned();
    for rule in &mut report.gate.as_mut().unwrap().rules {
        rule.reason = HOSTILE.to_owned();
    }
    let long = "x".repeat(1_000_000);
    let change = &mut report.changes[0];
    change.metric_name = HOSTILE.to_owned();
    change.customer_number = Some(HOSTILE.to_owned());
    for verdict in [&mut change.before, &mut change.after]
        .into_iter()
        .flatten()
    {
        verdict.value = Some(HOSTILE.to_owned());
        verdict.explanation = vec![HOSTILE.to_owned(), long.clone()];
    }
    change.excerpt = [HOSTILE, long.as_str(), "שלום לכולם \u{202e}abc"]
        .map(|text| ExcerptTurn {
            time: Some(HOSTILE.to_owned()),
            role: HOSTILE.to_owned(),
            text: text.to_owned(),
        })
        .into();
    report
}

#[test]
fn hostile_text_is_text() {
    let Some(mut page) = Page::open(hostile()) else {
        return;
    };
    page.get("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    page.settle();

    assert_eq!(page.get("window.taken === undefined"), true, "a script ran");
    for (selector, number) in [
        ("script", 1.0),
        ("style", 1.0),
        ("img", 0.0),
        ("svg[onload]", 0.0),
        ("[href^=javascript]", 0.0),
    ] {
        let found = page.number(&format!("document.querySelectorAll('{selector}').length"));
        assert_eq!(found, number, "{selector}");
    }
    assert_ne!(
        page.text("getComputedStyle(document.body).display"),
        "none",
        "a style applied"
    );
    let shown = page
        .number("document.body.innerText.split('<script>window.taken = 1</script>').length - 1");
    assert!(shown >= 10.0, "the text is shown {shown} times");

    // A million characters without a space neither widen the page nor go unmentioned.
    let spare = page.number("document.documentElement.scrollWidth - innerWidth");
    assert!(spare <= 0.0, "the page is {spare} too wide");
    assert!(
        page.text("document.querySelector('.side .cut').textContent")
            .contains("more characters not shown")
    );
    page.assert_quiet();
}

#[test]
fn right_to_left_text_turns_nothing_but_itself() {
    let Some(mut page) = Page::open(hostile()) else {
        return;
    };
    page.get("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    page.settle();
    // In a heading the badge stays left of the name, and the number of the call log right of it.
    let order = "(() => {
        const heading = document.querySelector('.change h3');
        const left = (part) => heading.querySelector(part).getBoundingClientRect().left;
        return left('.badge') <= left('bdi') && left('bdi') < left('.log');
    })()";
    assert_eq!(page.get(order), true);
    assert_eq!(
        page.text("getComputedStyle(document.querySelector('.change h3')).direction"),
        "ltr"
    );
    // The override is shown, not obeyed; Hebrew still reads from the right.
    assert_eq!(
        page.get("document.body.textContent.includes('\\u202e')"),
        false
    );
    assert_eq!(
        page.get("document.body.textContent.includes('[U+202E]desrever')"),
        true
    );
    let hebrew = "(() => {
        const turns = [...document.querySelectorAll('.turns dd')];
        return getComputedStyle(turns.find((turn) => turn.textContent.includes('שלום'))).direction;
    })()";
    assert_eq!(page.text(hebrew), "rtl");
    page.assert_quiet();
}
