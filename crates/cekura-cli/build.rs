//! Notes the commit and the date of the API description for `cekura version`, where git knows them.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // A packaged crate has no repository of its own; the one around it would be somebody else's.
    if !Path::new("../../openapi.yaml").is_file() {
        return;
    }
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"])
        && Path::new(&log).is_file()
    {
        println!("cargo::rerun-if-changed={log}");
    }
    if let Some(commit) = git(&["rev-parse", "--short=12", "HEAD"]) {
        println!("cargo::rustc-env=CEKURA_COMMIT={commit}");
    }
    if let Some(date) = git(&["log", "-1", "--format=%cs", "--", "../../openapi.yaml"]) {
        println!("cargo::rustc-env=CEKURA_CONTRACT_DATE={date}");
    }
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let text = text.trim();
    (output.status.success() && !text.is_empty()).then(|| text.to_owned())
}
