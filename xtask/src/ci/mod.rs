//! `cargo xtask ci`: everything that must pass, in one command, each step as a command that can be repeated by hand.

mod skipped;
mod step;
mod tools;
mod trees;

use std::{path::Path, process::ExitCode, time::Instant};

use clap::Args;
use skipped::Skipped;
use step::{Outcome, Step};

use crate::{areas::areas, terminal::say};

/// What `cargo xtask ci` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// First install what tests can use (Chromium, by apt-get, where we may); without it they are skipped
    #[arg(long)]
    install: bool,
}

/// Runs every step until one fails, and prints a summary that includes the skipped tests.
pub(crate) fn run(workspace: &Path, arguments: &Arguments) -> ExitCode {
    if arguments.install {
        tools::install_chromium();
    }
    let mut skipped = match Skipped::new(workspace) {
        Ok(skipped) => skipped,
        Err(error) => {
            say(&format!("cannot write to the folder `target`: {error}"));
            return ExitCode::from(2);
        }
    };
    let mut done: Vec<(String, String)> = Vec::new();
    for step in steps() {
        say(&format!("\n$ {}", step.command_line()));
        let began = Instant::now();
        let outcome = step.run(workspace, &mut skipped);
        let seconds = began.elapsed().as_secs_f64();
        let line = match outcome {
            Outcome::Passed => (format!("{seconds:7.1} s"), step.name),
            Outcome::Skipped(why) => {
                say(&format!("skipped: {why}"));
                ("  skipped".to_owned(), format!("{}: {why}", step.name))
            }
            Outcome::Failed(why) => {
                summary(&done, skipped);
                say(&format!(
                    "   FAILED  {}\n\n{why}\nRun it again with:\n    {}",
                    step.name,
                    step.command_line()
                ));
                return ExitCode::from(1);
            }
        };
        done.push(line);
    }
    summary(&done, skipped);
    say("all steps passed");
    ExitCode::SUCCESS
}

fn summary(done: &[(String, String)], skipped: Skipped) {
    say("");
    for (state, name) in done {
        say(&format!("{state}  {name}"));
    }
    say(&format!("\n{}", skipped.summary()));
}

/// The generator is built apart from the rest: it has features of its dependencies that users of the crates do not have.
const CRATES: &[&str] = &["--workspace", "--exclude", "xtask"];
const XTASK: &[&str] = &["--package", "xtask"];

/// Returns the steps, the quickest to fail first.
fn steps() -> Vec<Step> {
    let mut steps = vec![
        Step::cargo("formatting", &["fmt", "--all", "--check"]),
        Step::cargo("generated code", &["xtask", "regen", "--check"]),
        Step::cargo("licenses and advisories", &["deny", "check"]).unless(tools::no_cargo_deny),
    ];
    for (what, packages) in [("the crates", CRATES), ("xtask", XTASK)] {
        let cargo = |verb: &'static str, rest: &[&'static str]| [&[verb], packages, rest].concat();
        let lints = cargo("clippy", &["--all-targets", "--", "-D", "warnings"]);
        steps.extend([
            Step::cargo(format!("clippy: {what}"), &lints),
            Step::tests(format!("tests: {what}"), &cargo("test", &[]))
                .with_env("INSTA_UPDATE", "no"),
            Step::cargo(
                format!("documentation: {what}"),
                &cargo("doc", &["--no-deps"]),
            )
            .with_env("RUSTDOCFLAGS", "-D warnings"),
        ]);
    }
    steps.extend(features());
    steps.extend(trees::steps());
    steps.extend(packages());
    steps
}

/// Each choice of a TLS library, no area, each area alone and all, and each feature alone.
fn features() -> Vec<Step> {
    let tls = |features: &'static str| {
        let arguments = "test --lib -p cekura --no-default-features --features";
        let mut arguments: Vec<&str> = arguments.split(' ').collect();
        arguments.extend([features, "tls"]);
        Step::tests(format!("TLS tests with features {features:?}"), &arguments)
    };
    let each = "hack check --each-feature --exclude-features native-tls --exclude-all-features \
                -p cekura -p cekura-api -p cekura-campaign -p cekura-cli";
    let each: Vec<&str> = each.split_whitespace().collect();
    let area = |features: &'static str| {
        let arguments = "clippy -p cekura --no-default-features --features";
        let mut arguments: Vec<&str> = arguments.split(' ').collect();
        // RUSTFLAGS would compile all dependencies anew.
        arguments.extend([features, "--", "-D", "warnings"]);
        Step::cargo(format!("areas {features:?}"), &arguments)
    };
    let areas = ["", "full"].into_iter().chain(areas()).map(area);
    let mut steps: Vec<Step> = areas.collect();
    steps.extend([
        tls(""),
        tls("rustls"),
        tls("rustls-no-provider"),
        tls("native-tls").unless(tools::no_native_tls),
        Step::cargo("each feature alone", &each).unless(tools::no_cargo_hack),
    ]);
    steps
}

/// Builds every published crate from the archive that would be uploaded, in a folder of this run: Cargo takes an archive of
/// the same version for unchanged, and would build against the crates of an earlier run.
fn packages() -> [Step; 2] {
    let folder = format!("target/packages-{}", std::process::id());
    let arguments = "package --workspace --exclude xtask --exclude cekura-tests --exclude cekura-test-skip --allow-dirty";
    let arguments = arguments
        .split(' ')
        .chain(["--target-dir", folder.as_str()]);
    [
        // Profiles of the workspace do not apply to packages, and debug information would only cost time.
        Step::cargo("packages", &arguments.collect::<Vec<_>>())
            .with_env("CARGO_PROFILE_DEV_DEBUG", "0"),
        Step::cargo("packages: removal", &["clean", "--target-dir", &folder]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_a_command_to_repeat() {
        let lines: Vec<_> = steps().iter().map(Step::command_line).collect();
        for expected in [
            "cargo fmt --all --check",
            "cargo xtask regen --check",
            "INSTA_UPDATE=no cargo test --workspace --exclude xtask",
            "INSTA_UPDATE=no cargo test --package xtask",
            "RUSTDOCFLAGS='-D warnings' cargo doc --workspace --exclude xtask --no-deps",
            "cargo clippy -p cekura --no-default-features --features account -- -D warnings",
            "cargo test --lib -p cekura --no-default-features --features '' tls",
        ] {
            assert!(
                lines.iter().any(|l| l == expected),
                "{expected}: {lines:#?}"
            );
        }
    }
}
