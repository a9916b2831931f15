//! Promise: the story of a campaign in the README happens as it is told.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use cekura_test_skip::skip;

use crate::support::Home;

/// The address that the README names.
const TOLD: &str = "http://127.0.0.1:8099";

/// A block of the README: commands for a shell, or what they print.
enum Block {
    Commands(String),
    Output(String),
}

/// The blocks of the chapter about campaigns, in their order.
fn chapter() -> Vec<Block> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let text = fs::read_to_string(readme).unwrap();
    let (_, rest) = text
        .split_once("\n## Campaigns\n")
        .expect("a chapter about campaigns");
    let chapter = rest.split("\n## ").next().unwrap_or_default();
    let mut blocks = Vec::new();
    for part in chapter.split("\n```").collect::<Vec<_>>().chunks(2) {
        let [_, fenced] = part else { continue };
        let (language, body) = fenced.split_once('\n').unwrap();
        match language {
            "sh" => blocks.push(Block::Commands(body.to_owned())),
            "text" => blocks.push(Block::Output(body.to_owned())),
            _ => {}
        }
    }
    blocks
}

struct Served {
    child: Child,
    url: String,
}

impl Served {
    /// Starts the sandbox as the README says, on any free port.
    fn start(home: &Home, line: &str) -> Self {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words[..2], ["cekura", "sandbox"]);
        let at = words.iter().position(|word| *word == "--port").unwrap();
        assert!(TOLD.ends_with(words[at + 1]), "one port in the whole story");
        let mut args = words[1..].to_vec();
        args[at] = "0";
        let mut child = home
            .cekura(&args)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let url = line
            .trim_end()
            .strip_prefix("listening on ")
            .unwrap()
            .to_owned();
        Self { child, url }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_story_of_the_readme_happens_as_it_is_told() {
    if Command::new("curl").arg("--version").output().is_err() {
        skip("there is no curl, which the story uses");
        return;
    }
    let mut blocks = chapter().into_iter();
    let Some(Block::Commands(server)) = blocks.next() else {
        panic!("the first block starts the sandbox");
    };
    let home = Home::new();
    let served = Served::start(&home, server.trim());

    // One shell for all blocks, since the first one sets variables; a mark parts what each of them printed.
    const MARK: &str = "----8<----";
    let mut script = String::from("exec 2>&1\n");
    let mut told: Vec<Option<String>> = Vec::new();
    for block in blocks {
        match block {
            Block::Commands(commands) => {
                script.push_str(&format!("{commands}\necho '{MARK}'\n"));
                told.push(None);
            }
            Block::Output(output) => *told.last_mut().unwrap() = Some(output),
        }
    }
    assert!(told.iter().flatten().count() >= 3, "the story has output");
    let programs = Path::new(env!("CARGO_BIN_EXE_cekura")).parent().unwrap();
    let output = Command::new("sh")
        .args(["-c", &script.replace(TOLD, &served.url)])
        .current_dir(home.path())
        .env_clear()
        .env("HOME", home.path())
        .env("COLUMNS", "80")
        .env(
            "PATH",
            format!("{}:/usr/local/bin:/usr/bin:/bin", programs.display()),
        )
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout)
        .unwrap()
        .replace(&served.url, TOLD);
    let printed: Vec<&str> = printed.split(MARK).collect();
    for (told, printed) in told.iter().zip(printed) {
        let mut lines = printed.lines().map(str::trim_end);
        for line in told.iter().flat_map(|told| told.lines()).map(str::trim_end) {
            assert!(
                line.is_empty() || lines.any(|printed| printed == line),
                "the README says {line:?} here, and this is printed:\n{printed}"
            );
        }
    }
}

#[test]
fn the_prices_and_rules_of_the_guide_can_be_used() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/campaigns.md");
    let text = fs::read_to_string(guide).unwrap();
    let tables: Vec<&str> = text
        .split("\n```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next())
        .collect();
    let [prices, rules] = tables[..] else {
        panic!("{} tables", tables.len());
    };
    let home = Home::new();
    let prices = home.write("prices.toml", prices);
    let rules = home.write("rules.toml", rules);
    let ended = crate::support::run(home.cekura(&[
        "reevaluate",
        "run",
        "--sandbox",
        "--sample",
        "3",
        "--price-file",
        prices.to_str().unwrap(),
        "--gate",
        rules.to_str().unwrap(),
    ]));
    assert!([0, 100].contains(&ended.code), "{}", ended.err);
    assert!(ended.err.contains("our contract of 2026"), "{}", ended.err);
    assert!(ended.out.contains("Tone of voice"), "{}", ended.out);
}
