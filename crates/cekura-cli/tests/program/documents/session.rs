//! Running what a document says, in a shell.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use cekura_sandbox::{Quirks, Traces};
use cekura_test_skip::skip;

use super::blocks::Block;
use super::roles::{self, Role};
use crate::serve::Served;
use crate::support::{Ended, Home, Stage, ended};

/// The address that documents name.
const TOLD: &str = "http://127.0.0.1:8099";
/// Parts what each block printed.
const MARK: &str = "----8<----";

/// Runs the commands of a document, block by block in one shell, and compares what they print with what it says.
///
/// Commands meet the sandbox that the document starts, or else one of this process.
pub(super) async fn run(document: &str) {
    if Command::new("curl").arg("--version").output().is_err() {
        skip("there is no curl, which documents use");
        return;
    }
    let stage = stage().await;
    let mut served: Option<Served> = None;
    let mut script = String::from("exec 2>&1\n");
    let mut steps: Vec<(Block, Option<Block>)> = Vec::new();
    for (block, role) in super::of(document) {
        match role {
            Role::Serve => served = Some(serve(&stage.home, &block)),
            Role::Run => {
                // A block that prints the exit code goes on after a failure.
                let failing = if block.text.contains("$?") {
                    "set +e"
                } else {
                    "set -e"
                };
                script.push_str(&format!("{failing}\n{}echo '{MARK}'\n", block.text));
                steps.push((block, None));
            }
            Role::Output => steps.last_mut().unwrap().1 = Some(block),
            _ => {}
        }
    }
    let url = served.as_ref().map(|served| served.url.clone());
    let script = script.replace("cargo run --release -p cekura-cli --", "cekura");
    let script = match &url {
        Some(url) => script.replace(TOLD, url),
        None => script,
    };
    let mut shell = shell(&stage, &script);
    if url.is_none() {
        shell
            .env("CEKURA_API_KEY", stage.sandbox.api_key())
            .env("CEKURA_API_URL", stage.sandbox.url());
    }
    let printed = ended(shell.output().unwrap()).out;
    let printed = match &url {
        Some(url) => printed.replace(url, TOLD),
        None => printed,
    };
    let mut printed = printed.split(MARK);
    for (commands, output) in &steps {
        let here = printed.next().unwrap_or_default();
        // Behind a block that was run to its end is a mark, and something behind that.
        let ended = printed.clone().next().is_some();
        assert!(ended, "{}: a command failed:\n{here}", commands.place());
        if let Some(output) = output {
            compare(output, here);
        }
    }
}

/// Asserts that each line is printed, in this order; others may be between them.
#[track_caller]
fn compare(told: &Block, printed: &str) {
    let mut lines = printed.lines().map(str::trim_end);
    for line in told.text.lines().map(str::trim_end) {
        assert!(
            line.is_empty() || lines.any(|printed| printed == line),
            "{} says {line:?}, and this is printed:\n{printed}",
            told.place()
        );
    }
}

/// A sandbox of call logs that all show what happens to them, so that no wait takes half a minute.
async fn stage() -> Stage {
    let quirks = Quirks {
        reviewed: Traces::unreviewed(),
        ..Quirks::default()
    };
    Stage::with(|builder| builder.call_logs(40).quirks(quirks)).await
}

/// Starts the sandbox as the document says, on any free port.
fn serve(home: &Home, block: &Block) -> Served {
    let words: Vec<&str> = block.text.split_whitespace().collect();
    assert_eq!(words[..2], ["cekura", "sandbox"], "{}", block.place());
    let mut arguments = words[2..].to_vec();
    let at = arguments.iter().position(|word| *word == "--port").unwrap();
    assert!(
        TOLD.ends_with(arguments[at + 1]),
        "one port in all documents"
    );
    arguments[at + 1] = "0";
    Served::start(home, &arguments)
}

fn shell(stage: &Stage, script: &str) -> Command {
    let home = stage.home.path();
    let programs = Path::new(env!("CARGO_BIN_EXE_cekura")).parent().unwrap();
    let mut shell = Command::new("sh");
    shell
        .args(["-c", script])
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("TMPDIR", home)
        .env("COLUMNS", "80")
        .env(
            "PATH",
            format!("{}:/usr/local/bin:/usr/bin:/bin", programs.display()),
        )
        .stdin(Stdio::null());
    shell
}

/// Runs every command of every list on its own.
pub(super) async fn lists() {
    let mut commands = 0;
    for (block, role) in roles::all() {
        if !matches!(role, Ok(Role::List)) {
            continue;
        }
        let stage = stage().await;
        for command in block.text.lines().flat_map(|line| line.split("  ")) {
            let command = command.trim();
            if command.is_empty() {
                continue;
            }
            commands += 1;
            let words: Vec<&str> = command.split_whitespace().collect();
            if words.starts_with(&["cekura", "sandbox"]) {
                Served::start(&stage.home, &[&words[2..], &["--port", "0"]].concat());
                continue;
            }
            let mut shell = shell(&stage, command);
            shell
                .env("CEKURA_API_KEY", stage.sandbox.api_key())
                .env("CEKURA_API_URL", stage.sandbox.url());
            let Ended { code, out, err } = ended(shell.output().unwrap());
            assert_eq!(code, 0, "{}: {command}\n{out}{err}", block.place());
        }
    }
    assert!(commands > 5, "the README lists commands");
}

/// Runs the example, and compares what it prints.
pub(super) async fn example() {
    let programs = Path::new(env!("CARGO_BIN_EXE_cekura")).parent().unwrap();
    let example = programs.join("examples/evaluate_and_compare");
    if !example.is_file() {
        skip("the example `evaluate_and_compare` is not built; `cargo test --workspace` builds it");
        return;
    }
    // As `cekura sandbox` is, but for the judge, who is quicker.
    let stage = Stage::with(|builder| builder.evaluation_time(Duration::from_millis(500))).await;
    let mut command = Command::new(example);
    command
        .env("CEKURA_API_KEY", stage.sandbox.api_key())
        .env("CEKURA_API_URL", stage.sandbox.url());
    let printed = ended(command.output().unwrap()).exits(0).out;
    let mut compared = 0;
    for (block, role) in roles::all() {
        if matches!(role, Ok(Role::Example)) {
            compare(&block, &printed);
            compared += 1;
        }
    }
    assert_eq!(compared, 1);
}
