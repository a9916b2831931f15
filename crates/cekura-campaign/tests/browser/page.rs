//! A report, opened.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::PathBuf;

use cekura_campaign::report::{self, Report};
use serde_json::{Value, json};

use crate::chromium::{self, Chromium};
use crate::devtools::DevTools;

/// A report in a browser.
pub(crate) struct Page {
    tools: DevTools,
    url: String,
    file: PathBuf,
    _browser: Chromium,
}

impl Page {
    /// Renders the report, transcripts included, and opens it; nothing where there is no browser.
    pub(crate) fn open(report: Report) -> Option<Self> {
        let program = chromium::find()?;
        let file = chromium::fresh("report.html");
        let mut out = BufWriter::new(File::create(&file).unwrap());
        report::html(&report.publish_with_transcripts(), &mut out).unwrap();
        drop(out);
        let browser = Chromium::start(&program);
        let mut page = Self {
            tools: DevTools::connect(&browser.address),
            url: format!("file://{}", file.display()),
            file,
            _browser: browser,
        };
        page.call("Page.navigate", json!({"url": page.url}));
        page.tools.wait_for("Page.loadEventFired");
        Some(page)
    }

    pub(crate) fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.tools.call(method, parameters)
    }

    /// What an expression comes to; a promise is awaited.
    pub(crate) fn get(&mut self, expression: &str) -> Value {
        let answer = self.call(
            "Runtime.evaluate",
            json!({"expression": expression, "awaitPromise": true, "returnByValue": true}),
        );
        let thrown = &answer["exceptionDetails"];
        assert!(thrown.is_null(), "{expression}: {thrown}");
        answer["result"]["value"].clone()
    }

    pub(crate) fn number(&mut self, expression: &str) -> f64 {
        let value = self.get(expression);
        value
            .as_f64()
            .unwrap_or_else(|| panic!("{expression}: {value} is no number"))
    }

    pub(crate) fn text(&mut self, expression: &str) -> String {
        let value = self.get(expression);
        let text = value.as_str().map(str::to_owned);
        text.unwrap_or_else(|| panic!("{expression}: {value} is no text"))
    }

    /// Waits until the page has acted on what was done to it.
    pub(crate) fn settle(&mut self) {
        self.get(
            "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 0)))",
        );
    }

    /// Presses a key and lets it go.
    pub(crate) fn press(&mut self, key: &str, code: u32) {
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let mut event =
                json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code});
            if kind == "keyDown" && !text.is_empty() {
                event["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", event);
        }
        self.settle();
    }

    pub(crate) fn tab(&mut self) {
        self.press("Tab", 9);
    }

    /// The changes that can be seen.
    pub(crate) fn shown(&mut self) -> u64 {
        self.number("[...document.querySelectorAll('.change')].filter((row) => row.checkVisibility()).length") as u64
    }

    /// Nothing was written to the console, nothing failed, and nothing but the file itself was asked for.
    pub(crate) fn assert_quiet(&mut self) {
        self.settle();
        let (mut asked, mut said) = (Vec::new(), Vec::new());
        for event in &self.tools.events {
            match event["method"].as_str() {
                Some("Network.requestWillBeSent") => {
                    asked.push(
                        event["params"]["request"]["url"]
                            .as_str()
                            .unwrap()
                            .to_owned(),
                    );
                }
                Some("Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded") => {
                    said.push(event["params"].to_string());
                }
                _ => {}
            }
        }
        assert_eq!(said, Vec::<String>::new());
        assert_eq!(asked, [self.url.as_str()], "requests");
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.tools.close();
        let _ = fs::remove_file(&self.file);
    }
}
