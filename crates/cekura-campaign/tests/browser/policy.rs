//! Nothing leaves the page, even if code got in.

use std::io::ErrorKind;
use std::net::TcpListener;

use crate::page::Page;
use crate::sample;

#[test]
fn the_page_asks_for_nothing_but_itself() {
    let Some(mut page) = Page::open(sample::report()) else {
        return;
    };
    page.get("window.scrollTo(0, document.body.scrollHeight)");
    page.assert_quiet();
}

#[test]
fn the_content_policy_holds_whoever_asks() {
    let Some(mut page) = Page::open(sample::report()) else {
        return;
    };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();

    let fetched = page.text(&format!(
        "fetch('http://{address}/', {{mode: 'no-cors'}}).then(() => 'sent', () => 'refused')"
    ));
    assert_eq!(fetched, "refused");
    let loaded = page.text(&format!(
        "new Promise((done) => {{
            const image = new Image();
            image.onload = () => done('loaded');
            image.onerror = () => done('refused');
            image.src = 'http://{address}/x.png';
        }})"
    ));
    assert_eq!(loaded, "refused");
    let ran = page.get(
        "(() => {
            const script = document.createElement('script');
            script.textContent = 'window.taken = true';
            document.body.append(script);
            return window.taken === true;
        })()",
    );
    assert_eq!(ran, false, "a script that the policy does not know ran");

    let connected = listener.accept();
    assert_eq!(
        connected.unwrap_err().kind(),
        ErrorKind::WouldBlock,
        "a request left the page"
    );
}
