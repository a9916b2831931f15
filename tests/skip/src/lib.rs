//! How a test says that it was skipped.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::thread;

/// Names the file that collects what was skipped, a line for each test; `cargo xtask ci` sets it.
pub const VARIABLE: &str = "CEKURA_SKIPPED";

/// Says that this test, or a part of it, is skipped: `skipped: TEST: REASON` on standard error, also if the test
/// passes, and `TEST<tab>REASON` in the file that `CEKURA_SKIPPED` names.
///
/// # Panics
/// If that file cannot be written: a skipped test that nobody hears of would look like a passed one.
pub fn skip(reason: &str) {
    let thread = thread::current();
    let test = thread.name().unwrap_or("a test");
    // Not a macro: what those print is shown for failed tests only.
    let _ = writeln!(io::stderr(), "skipped: {test}: {reason}");
    if let Some(path) = env::var_os(VARIABLE) {
        // One write, so that the lines of tests that run at once stay whole.
        let line = format!("{test}\t{reason}\n");
        let file = OpenOptions::new().append(true).create(true).open(&path);
        if let Err(error) = file.and_then(|mut file| file.write_all(line.as_bytes())) {
            panic!("{VARIABLE}={}: {error}", path.display());
        }
    }
}
