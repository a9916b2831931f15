//! Maintainer tasks, run as `cargo xtask <task>`.

mod areas;
mod changes;
mod ci;
mod contract;
mod coverage;
mod drift;
mod regen;
mod spec;
mod terminal;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

/// Maintainer tasks of cekura for Rust
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Tasks {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Check openapi.yaml, write the generated code and the sandbox's copy from it, and say what changed
    Regen(regen::Arguments),
    /// Show parts of openapi.yaml, or add an operation to it
    Spec(spec::Arguments),
    /// Compare openapi.yaml with a published OpenAPI document
    Drift(drift::Arguments),
    /// Show what each operation has: a method, a command, a place in the sandbox, an example
    Coverage(coverage::Arguments),
    /// Run everything that must pass before a change is merged
    Ci(ci::Arguments),
}

fn main() -> ExitCode {
    let workspace = workspace();
    match Tasks::parse().task {
        Task::Regen(arguments) => regen::run(&workspace, &arguments),
        Task::Spec(arguments) => spec::run(&workspace, &arguments),
        Task::Drift(arguments) => drift::run(&workspace, &arguments),
        Task::Coverage(arguments) => coverage::run(&workspace, &arguments),
        Task::Ci(arguments) => ci::run(&workspace, &arguments),
    }
}

/// The root of the workspace that this program was built in.
fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
