//! Promise: no response that a server can send makes the program take more than 96 MiB.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that unwraps in vain fails, as it should, and one that is skipped says so"
)]

use std::process::{Child, Command, Stdio};
use std::time::Duration;

// The server is the library's own test's; a package of its own would be one for two files.
#[allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "it belongs to another crate"
)]
#[path = "../../../../tests/src/hostile.rs"]
mod hostile;

use hostile::{LIMIT, REPLIES, REQUESTS, Reply, SIZES, peak};

/// As many as REQUESTS. `api` writes what it is given; the others decode and print it.
const COMMANDS: [&[&str]; REQUESTS] = [
    &["calls", "list", "--agent-id", "310", "--page-size", "1"],
    &["calls", "get", "5001", "--format", "json"],
    &["billing"],
    &["api", "GET", "/x/"],
];

#[test]
fn no_reply_takes_more_than_96_mib() {
    if peak("self").is_none() {
        println!("skipped: only Linux tells what a process took");
        return;
    }
    // One of each kind; the library's test has them all.
    let some = [
        "small entries",
        "metrics with a field",
        "turns that are numbers",
        "a long text",
        "control characters",
        "entries without end",
    ];
    for reply in REPLIES.iter().filter(|reply| some.contains(&reply.name)) {
        let peaks = peaks_of(*reply);
        println!("{}: {peaks:?}", reply.name);
        assert!(
            peaks.iter().all(|kib| *kib <= LIMIT),
            "{}: {peaks:?}",
            reply.name
        );
    }
}

/// The most that each command takes over all sizes of this response, in KiB.
fn peaks_of(reply: Reply) -> [u64; REQUESTS] {
    let url = reply.serve();
    let mut most = [0; REQUESTS];
    for _ in SIZES {
        for (command, most) in COMMANDS.iter().zip(&mut most) {
            *most = peak_of(program(command, &url)).max(*most);
        }
    }
    most
}

fn program(command: &[&str], url: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_cekura"))
        .args(command)
        .env_clear()
        .env("HOME", env!("CARGO_TARGET_TMPDIR"))
        .env("CEKURA_API_KEY", "ck_harbor_pilot")
        .env("CEKURA_API_URL", url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Looks again and again: what a process took is not told after its end.
fn peak_of(mut program: Child) -> u64 {
    let process = program.id().to_string();
    let mut most = 0;
    while program.try_wait().unwrap().is_none() {
        most = peak(&process).unwrap_or(0).max(most);
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(most > 0, "it ended before it could be looked at");
    most
}
