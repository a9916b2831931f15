//! Promise: no reply that a server can send makes a program that reads it take more than 96 MiB, and an import of many calls is
//! small.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that unwraps in vain fails, as it should, and one that is skipped says so"
)]

mod import;
mod upload;

use std::process::Command;

use cekura::{AgentId, ApiKey, CallLogId, Client, Method, RetryPolicy};
use cekura_tests::hostile::{LIMIT, REPLIES, REQUESTS, SIZES, peak};

/// Where the process that is measured finds its server.
const URL: &str = "HOSTILE_URL";

#[test]
fn no_reply_takes_more_than_96_mib() {
    if peak("self").is_none() {
        println!("skipped: only Linux tells what a process took");
        return;
    }
    let peaks = REPLIES.map(|reply| {
        let vars = [(URL, reply.serve())];
        (reply.name, peak_of("reads_what_it_is_given", &vars))
    });
    println!("{peaks:#?}");
    let over: Vec<_> = peaks.iter().filter(|(_, kib)| *kib > LIMIT).collect();
    assert!(over.is_empty(), "KiB: {over:#?}");
}

/// What a process of its own takes that runs one of the ignored tests with these variables.
fn peak_of(test: &str, vars: &[(&str, String)]) -> u64 {
    let process = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture"])
        .envs(vars.iter().map(|(name, value)| (name, value)))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&process.stdout);
    let wrong = String::from_utf8_lossy(&process.stderr);
    assert!(process.status.success(), "{vars:?}: {said}{wrong}");
    let kib = said.lines().find_map(|line| line.strip_prefix("peak "));
    kib.expect("a figure").parse().unwrap()
}

#[tokio::test]
#[ignore = "the process that the other test measures"]
async fn reads_what_it_is_given() {
    let client = Client::builder()
        .api_key(ApiKey::new("ck_harbor_pilot").unwrap())
        .base_url(std::env::var(URL).unwrap())
        .retry_policy(RetryPolicy::none())
        .build()
        .unwrap();
    let logs = client.call_logs();
    for _ in SIZES {
        // As many as REQUESTS. Whether they are refused or read, their results are dropped at once, as their errors are.
        drop(logs.list().agent_id(AgentId(310)).page_size(200).await);
        drop(logs.get(CallLogId(5001)).await);
        drop(logs.rerun_evaluation(AgentId(310), CallLogId(5001)).await);
        let raw = client.raw(Method::GET, "/x/").await;
        drop(raw.map(|reply| reply.json::<serde_json::Value>()));
    }
    assert_eq!(REQUESTS, 4);
    println!("\npeak {}", peak("self").unwrap());
}
