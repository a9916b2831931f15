//! The program `cekura`, for benchmarks.

use std::path::PathBuf;

/// Returns the path of the program that was built with the same profile as this process.
///
/// # Panics
/// When it has not been built.
#[must_use]
pub fn program() -> PathBuf {
    let this = std::env::current_exe().expect("a program");
    let folder = this
        .parent()
        .and_then(|deps| deps.parent())
        .expect("a target folder");
    let program = folder
        .join("cekura")
        .with_extension(std::env::consts::EXE_EXTENSION);
    assert!(
        program.exists(),
        "{} is not there: build cekura-cli first",
        program.display()
    );
    program
}
