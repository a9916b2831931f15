//! What is done with each block.

use super::blocks::{self, Block};

/// What a test does with a block.
#[derive(Clone, Copy, Debug)]
pub(super) enum Role {
    /// Its commands are run, in one shell with the others of the document.
    Run,
    /// It starts the sandbox that the commands after it use.
    Serve,
    /// It is in the output of the commands before it, line by line.
    Output,
    /// A list of commands, several in a line; each is run alone.
    List,
    /// A file of this name, which this command reads, saying this.
    File {
        name: &'static str,
        command: &'static [&'static str],
        says: &'static str,
    },
    /// The output of the example `evaluate_and_compare` of the crate `cekura`.
    Example,
    /// rustdoc compiles it.
    Compiled,
    /// Nobody does anything with it, for this reason.
    Exempt(&'static str),
}

use Role::{Example, Exempt, File, List, Serve};

const QUICK_CAMPAIGN: &[&str] = &[
    "campaign",
    "run",
    "--sandbox",
    "--sample",
    "3",
    "--price-file",
    "prices.toml",
];
const GATED_CAMPAIGN: &[&str] = &[
    "campaign",
    "run",
    "--sandbox",
    "--sample",
    "3",
    "--gate",
    "rules.toml",
];

/// The documents that rustdoc compiles: as the front page of their crate, or in tests/src/lib.rs.
const COMPILED: [&str; 5] = [
    "README.md",
    "crates/cekura-campaign/README.md",
    "crates/cekura/README.md",
    "docs/errors-and-retries.md",
    "docs/library.md",
];

const MEASURES: &str = "it measures for minutes, and what it prints depends on the machine";

/// The blocks that are not what their language says, by document and the beginning of their first line.
const TABLE: [(&str, &str, Role); 25] = [
    ("ARCHITECTURE.md", "openapi.yaml ", Exempt("a drawing")),
    (
        "CONTRIBUTING.md",
        "cargo xtask ci",
        Exempt("it runs this test"),
    ),
    (
        "CONTRIBUTING.md",
        "cargo run -p cekura-campaign --example render",
        Exempt("cargo builds the example; its report is a test's"),
    ),
    (
        "CONTRIBUTING.md",
        "chromium --headless",
        Exempt("it writes into the repository"),
    ),
    (
        "docs/contract-maintenance.md",
        "cargo xtask regen",
        Exempt("it writes into the repository; ci runs it with --check"),
    ),
    (
        "CONTRIBUTING.md",
        "MODEL_CASES=100000 cargo test",
        Exempt("it takes long; ci runs a few hundred cases"),
    ),
    (
        "CONTRIBUTING.md",
        "cargo install cargo-mutants",
        Exempt("it installs a tool, and takes hours"),
    ),
    ("README.md", "cargo xtask ci", Exempt("it runs this test")),
    (
        "README.md",
        "[dependencies]",
        Exempt("it is part of somebody else's Cargo.toml"),
    ),
    ("README.md", "call log 5001: passed,", Example),
    (
        "README.md",
        "cekura login",
        Exempt("it needs an account; each command is tried by tests of its own"),
    ),
    ("README.md", "cekura calls list --agent-id", List),
    ("docs/first-campaign.md", "cekura sandbox --port", Serve),
    ("docs/campaigns.md", "plan ──▶", Exempt("a drawing")),
    (
        "docs/campaigns.md",
        "default = 0.25",
        File {
            name: "prices.toml",
            command: QUICK_CAMPAIGN,
            says: "our agreement of 2026",
        },
    ),
    (
        "docs/campaigns.md",
        "min_evaluated = 1",
        File {
            name: "rules.toml",
            command: GATED_CAMPAIGN,
            says: "Tone of voice",
        },
    ),
    (
        "docs/performance.md",
        "cargo bench -p cekura-tests --bench decode",
        Exempt(MEASURES),
    ),
    (
        "docs/performance.md",
        "cargo bench -p cekura-tests --bench campaign",
        Exempt(MEASURES),
    ),
    (
        "docs/performance.md",
        "cargo test -p cekura-tests --test campaign workers",
        Exempt(MEASURES),
    ),
    (
        "docs/performance.md",
        "cargo test -p cekura-tests --test memory half",
        Exempt(MEASURES),
    ),
    (
        "docs/performance.md",
        "cargo build -p cekura-cli && cargo bench --profile dev",
        Exempt(MEASURES),
    ),
    (
        "docs/performance.md",
        "cargo build --release -p cekura-cli && cargo bench",
        Exempt(MEASURES),
    ),
    (
        "docs/performance.md",
        "cargo new with-cekura",
        Exempt(MEASURES),
    ),
    (
        "crates/cekura/README.md",
        "[dependencies]",
        Exempt("it is part of somebody else's Cargo.toml"),
    ),
    (
        "docs/adr/0010-no-blocking-client.md",
        "let runtime",
        Exempt("it is what a user writes, in part"),
    ),
];

/// Every block with its role, or with what to do so that it gets one.
pub(super) fn all() -> Vec<(Block, Result<Role, String>)> {
    let mut before: Option<(String, Role)> = None;
    blocks::all()
        .into_iter()
        .map(|block| {
            let ran = before.as_ref().is_some_and(|(document, role)| {
                *document == block.document && matches!(role, Role::Run)
            });
            let role = of(&block, ran);
            if let Ok(role) = role {
                before = Some((block.document.clone(), role));
            }
            (block, role)
        })
        .collect()
}

fn of(block: &Block, after_commands: bool) -> Result<Role, String> {
    if let Some((.., role)) = TABLE.iter().find(|entry| is_of(entry, block)) {
        return Ok(*role);
    }
    match block.language.as_str() {
        "sh" => Ok(Role::Run),
        "text" if after_commands => Ok(Role::Output),
        "" | "no_run" | "rust,no_run" if COMPILED.contains(&block.document.as_str()) => {
            Ok(Role::Compiled)
        }
        language => Err(format!(
            "{}: nobody does anything with this block of {language:?}, which begins with {:?}; \
             give it a role in {}, or the reason why it has none",
            block.place(),
            block.first_line(),
            file!()
        )),
    }
}

fn is_of((document, beginning, _): &(&str, &str, Role), block: &Block) -> bool {
    block.document == *document && block.first_line().starts_with(beginning)
}

/// What to do about the entries of the table that are about no block any more.
pub(super) fn without_a_block() -> Vec<String> {
    let blocks = blocks::all();
    TABLE
        .iter()
        .filter(|entry| !blocks.iter().any(|block| is_of(entry, block)))
        .map(|(document, beginning, _)| {
            format!("{document} has no block any more that begins with {beginning:?}; change its entry in {}", file!())
        })
        .collect()
}
