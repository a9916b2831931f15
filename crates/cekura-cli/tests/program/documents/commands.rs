//! Commands and flags in sentences: the program knows them.

use std::collections::BTreeSet;

use super::blocks::{documents, split};
use crate::help::resources;
use crate::support::{Home, run};

/// Flags of other programs that documents speak of.
const FOREIGN: [&str; 24] = [
    "baseline",
    "bench",
    "check",
    "example",
    "features",
    "headless",
    "hide-scrollbars",
    "in-diff",
    "in-place",
    "install",
    "list",
    "locked",
    "logs",
    "nocapture",
    "offline",
    "path",
    "profile",
    "re",
    "release",
    "screenshot",
    "spec",
    "test",
    "window-size",
    "workspace",
];

/// What documents write for something that the reader chooses, and something to try.
const PLACEHOLDERS: [(&str, &str); 6] = [
    ("CAMPAIGN", "trial"),
    ("DURATION", "5m"),
    ("FILE", "file"),
    ("ID", "5001"),
    ("N", "1"),
    ("NAME", "trial"),
];

/// The documents that tell how things are now.
fn current() -> impl Iterator<Item = (String, String)> {
    documents()
        .into_iter()
        .filter(|(document, _)| document != "CHANGELOG.md")
}

/// What is between backquotes in a text, with its line.
fn spans(prose: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    for (i, line) in prose.lines().enumerate() {
        all.extend(line.split('`').skip(1).step_by(2).map(|span| (i + 1, span)));
    }
    all
}

#[test]
fn commands_in_sentences_are_known() {
    let home = Home::new();
    let mut tried = 0;
    for (document, text) in current() {
        let (_, prose) = split(&document, &text);
        for (line, span) in spans(&prose) {
            let Some(arguments) = span.strip_prefix("cekura ") else {
                continue;
            };
            let mut words: Vec<&str> = Vec::new();
            for word in arguments.split_whitespace().take_while(|word| *word != "…") {
                let placeholder = PLACEHOLDERS.iter().find(|(name, _)| *name == word);
                words.push(placeholder.map_or(word, |(_, value)| value));
            }
            // Help ends the program once everything before it was understood.
            words.push("--help");
            let ended = run(home.cekura(&words));
            assert_eq!(ended.code, 0, "{document}:{line}: `{span}`\n{}", ended.err);
            tried += 1;
        }
    }
    assert!(tried > 10, "documents speak of commands");
}

#[test]
fn flags_are_known() {
    let home = Home::new();
    let mut known = BTreeSet::new();
    collect(&home, &mut Vec::new(), &mut known);
    assert!(known.len() > 30, "{known:?}");
    known.extend(FOREIGN.map(str::to_owned));
    let mut unknown = Vec::new();
    for (document, text) in current() {
        let (blocks, prose) = split(&document, &text);
        let spans = spans(&prose).into_iter();
        let commands = blocks.iter().filter(|block| block.language == "sh");
        let lines = commands.flat_map(|block| block.text.lines().map(|line| (block.line, line)));
        for (line, text) in spans.chain(lines) {
            for word in
                text.split(|c: char| c.is_whitespace() || matches!(c, '=' | ',' | '[' | ']' | '|'))
            {
                let Some(flag) = word.strip_prefix("--") else {
                    continue;
                };
                if flag.starts_with(|c: char| c.is_ascii_lowercase()) && !known.contains(flag) {
                    unknown.push(format!("{document}:{line}: --{flag}"));
                }
            }
        }
    }
    assert!(
        unknown.is_empty(),
        "no command has these flags:\n{}",
        unknown.join("\n")
    );
}

/// The flags of a command and of those below it, from their help.
fn collect(home: &Home, command: &mut Vec<String>, flags: &mut BTreeSet<String>) {
    let mut words: Vec<&str> = command.iter().map(String::as_str).collect();
    words.push("--help");
    let help = run(home.cekura(&words)).exits(0).out;
    let mut below = Vec::new();
    let mut commands = false;
    for line in help.lines() {
        if !line.starts_with(' ') {
            commands = line == "Commands:";
            continue;
        }
        let mut words = line.split_whitespace();
        if commands && line.starts_with("  ") && !line.starts_with("   ") {
            below.extend(
                words
                    .next()
                    .filter(|name| *name != "help")
                    .map(str::to_owned),
            );
            continue;
        }
        let first = words.next().unwrap_or_default();
        let flag = if first.ends_with(',') {
            words.next().unwrap_or_default()
        } else {
            first
        };
        if let Some(flag) = flag.strip_prefix("--") {
            let end = flag
                .find(|c: char| !c.is_ascii_lowercase() && c != '-')
                .unwrap_or(flag.len());
            flags.insert(flag[..end].to_owned());
        }
    }
    // Generated options are the service's parameters and fields; documents show some.
    if words.len() == 1 {
        let short = run(home.cekura(&["-h"])).exits(0).out;
        below.extend(resources(&short).map(str::to_owned));
    }
    for name in below {
        command.push(name);
        collect(home, command, flags);
        command.pop();
    }
}
