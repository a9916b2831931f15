//! How long `cekura calls get` takes from start to end against a server on this machine, beside curl, and `cekura --help`.
//!
//! `cargo build --release -p cekura-cli && cargo bench -p cekura-tests --bench get`. The programs take turns within one
//! process; only their ratio means something on another machine.
#![allow(
    missing_docs,
    clippy::print_stdout,
    reason = "a program, not a library"
)]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cekura_sandbox::Sandbox;
use cekura_tests::program;

const ROUNDS: usize = 61;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let sandbox = runtime
        .block_on(Sandbox::builder().seed(7).call_logs(100).start())
        .expect("a sandbox");
    let id = sandbox.call_log_ids()[0];
    let program = program();

    let cekura = || {
        let mut command = Command::new(&program);
        command.args(["calls", "get", &id.to_string(), "--format", "json"]);
        command
            .env_clear()
            .env("CEKURA_API_KEY", sandbox.api_key())
            .env("CEKURA_API_URL", sandbox.url());
        command
    };
    let curl = || {
        let mut command = Command::new("curl");
        command.args([
            "--silent",
            "--fail",
            "--header",
            &format!("X-CEKURA-API-KEY: {}", sandbox.api_key()),
        ]);
        command.arg(format!(
            "{}/observability/v2/call-logs/{id}/",
            sandbox.url()
        ));
        command
    };
    let help = || {
        let mut command = Command::new(&program);
        command.arg("--help").env_clear();
        command
    };
    let mut times: [Vec<Duration>; 3] = Default::default();
    for round in 0..=ROUNDS {
        let taken = [time(cekura()), time(curl()), time(help())];
        if round > 0 {
            times
                .iter_mut()
                .zip(taken)
                .for_each(|(all, one)| all.push(one));
        }
    }
    let [cekura, curl, help] = times.map(|mut all| {
        all.sort_unstable();
        all[all.len() / 2].as_secs_f64() * 1000.0
    });
    println!("cekura calls get  {cekura:6.1} ms   {:.2}x", cekura / curl);
    println!("curl              {curl:6.1} ms   1.00x");
    println!("cekura --help     {help:6.1} ms   {:.2}x", help / curl);
}

fn time(mut command: Command) -> Duration {
    let start = Instant::now();
    let output = command
        .stdin(Stdio::null())
        .output()
        .expect("a program to start");
    let took = start.elapsed();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    took
}
