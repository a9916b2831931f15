//! `cargo xtask ci`: everything that must pass, in one command, each step as a command that can be repeated by hand.

mod features;
mod install;
mod skipped;
mod step;
mod trees;

use std::{path::Path, process::ExitCode, time::Instant};

use clap::Args;
use skipped::Skipped;
use step::{Outcome, Step};

use crate::terminal::say;

/// What `cargo xtask ci` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// First install what tests can use (Chromium, by apt-get, where we may); without it they are skipped
    #[arg(long)]
    install: bool,
}

/// Runs every step, stops at the first failure, and ends with a summary, also of the tests that were skipped.
pub(crate) fn run(workspace: &Path, arguments: &Arguments) -> ExitCode {
    if arguments.install {
        install::run();
    }
    let features = match features::of(workspace, &["cekura", "cekura-api", "cekura-campaign"]) {
        Ok(features) => features,
        Err(error) => {
            say(&format!("cargo metadata: {error}"));
            return ExitCode::from(2);
        }
    };
    let mut skipped = match Skipped::new(workspace) {
        Ok(skipped) => skipped,
        Err(error) => {
            say(&format!("the folder `target` cannot be written: {error}"));
            return ExitCode::from(2);
        }
    };
    let mut done: Vec<(String, String)> = Vec::new();
    for step in steps(&features) {
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
                    "   FAILED  {}\n\n{why}\nRepeat it with:\n    {}",
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

/// The steps, the quickest to fail first.
fn steps(features: &[features::Package]) -> Vec<Step> {
    let mut steps = vec![
        Step::cargo("formatting", &["fmt", "--all", "--check"]),
        Step::cargo("generated code", &["xtask", "regen", "--check"]),
        Step::cargo(
            "lints",
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ],
        ),
        Step::tests("tests and doctests", &["test", "--workspace"]).with_env("INSTA_UPDATE", "no"),
        Step::cargo("documentation", &["doc", "--workspace", "--no-deps"])
            .with_env("RUSTDOCFLAGS", "-D warnings"),
    ];
    for package in features {
        steps.extend(package.steps());
    }
    steps.extend(trees::steps());
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_a_command_to_repeat() {
        let features = [features::Package {
            name: "cekura".to_owned(),
            features: vec!["gzip".to_owned()],
        }];
        let lines: Vec<_> = steps(&features).iter().map(Step::command_line).collect();
        for expected in [
            "cargo fmt --all --check",
            "cargo xtask regen --check",
            "INSTA_UPDATE=no cargo test --workspace",
            "RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps",
            "cargo test --lib -p cekura --no-default-features --features gzip tls",
        ] {
            assert!(
                lines.iter().any(|l| l == expected),
                "{expected}: {lines:#?}"
            );
        }
    }
}
