//! Promise: nothing that comes from outside steers a terminal, whatever the command and the format.

#[cfg(target_os = "linux")]
use std::process::{Command, Stdio};

use cekura_sandbox::Fault;

use crate::support::{Stage, args};

/// A call log whose texts would clear a screen, name a window, and turn the direction of writing.
const NASTY: &str = "a\u{1b}[2Jb\u{7}c\u{9b}31md\u{202e}e\u{7f}f\u{90}g";

/// What a terminal is sent when the program writes to it; nothing where no terminal can be made.
#[cfg(target_os = "linux")]
fn on_a_terminal(stage: &Stage, line: &[&str]) -> Option<String> {
    let program = stage.at_home(line);
    let quoted = |text: &str| format!("'{text}'");
    let mut words = vec![quoted(program.get_program().to_str().unwrap())];
    words.extend(line.iter().map(|word| quoted(word)));
    let mut command = Command::new("script");
    command
        .args(["-qec", &words.join(" "), "/dev/null"])
        .current_dir(stage.home.path())
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("TERM", "dumb")
        .stdin(Stdio::null());
    for (name, value) in program.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    let ended = command.output().ok()?;
    Some(String::from_utf8_lossy(&ended.stdout).into_owned())
}

#[cfg(target_os = "linux")]
#[expect(clippy::print_stderr, reason = "what is skipped is said")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn control_characters_never_reach_a_terminal() {
    let stage = Stage::new().await;
    let log = serde_json::json!({
        "id": 5001, "agent": 310, "status": NASTY, "topic": NASTY, "feedback": NASTY, "transcript": NASTY,
        "evaluation": { "metrics": [{ "id": 71, "name": NASTY, "score": 5, "explanation": [NASTY] }] },
    });
    let page = serde_json::json!({ "count": 1, "next": null, "results": [log] }).to_string();
    let (log, page) = (log.to_string(), page.as_str());
    let refusal = serde_json::json!({ "detail": NASTY }).to_string();
    let path = "/observability/v2/call-logs/5001/";
    let mut shown = 0;
    for format in ["table", "json", "jsonl"] {
        for (status, line, body) in [
            (200, &["calls", "get", "5001"][..], &*log),
            (200, &["calls", "list", "--agent-id", "310"], page),
            (200, &["api", "GET", path], &log),
            (200, &["api", "GET", path], NASTY),
            (400, &["api", "GET", path], &refusal),
            (400, &["calls", "get", "5001"], &refusal),
        ] {
            let fault = Fault::status(status)
                .with_header("Content-Type", "application/json")
                .with_body(body);
            stage.sandbox.faults().push(fault);
            let line = [line, &["--format", format]].concat();
            let Some(sent) = on_a_terminal(&stage, &line) else {
                eprintln!("skipped: there is no program `script` to make a terminal with");
                return;
            };
            assert!(
                sent.contains('a') && sent.contains('g'),
                "{line:?}: {sent:?}"
            );
            let steers = |c: char| {
                c.is_control() && !matches!(c, '\r' | '\n') || matches!(c, '\u{202a}'..='\u{202e}')
            };
            assert!(!sent.contains(steers), "{line:?}: {sent:?}");
            shown += 1;
        }
    }
    assert_eq!(shown, 18);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pipe_gets_data_as_it_is() {
    let stage = Stage::new().await;
    let body = serde_json::json!({ "id": 5001, "topic": NASTY }).to_string();
    let fault = Fault::status(200)
        .with_header("Content-Type", "application/json")
        .with_body(&*body);
    stage.sandbox.faults().push(fault);
    let path = ["api", "GET", "/observability/v2/call-logs/5001/"];
    let ended = stage.run(&args(&path, &[])).exits(0);
    assert_eq!(ended.out.trim_end(), body);
}
