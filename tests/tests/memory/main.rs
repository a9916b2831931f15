//! Promise: no reply that a server can send makes a program that reads it take more than 96 MiB.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that unwraps in vain fails, as it should, and one that is skipped says so"
)]

mod upload;

use std::process::Command;

use cekura::{AgentId, ApiKey, CallLogId, Client, Method, RetryPolicy};
use cekura_tests::hostile::{LIMIT, REPLIES, REQUESTS, Reply, SIZES, peak};

/// Where the process that is measured finds its server.
const URL: &str = "HOSTILE_URL";

#[test]
fn no_reply_takes_more_than_96_mib() {
    if peak("self").is_none() {
        println!("skipped: only Linux tells what a process took");
        return;
    }
    let peaks = REPLIES.map(|reply| (reply.name, peak_of(reply)));
    println!("{peaks:#?}");
    let over: Vec<_> = peaks.iter().filter(|(_, kib)| *kib > LIMIT).collect();
    assert!(over.is_empty(), "KiB: {over:#?}");
}

/// What a process of its own takes that is given this reply in every size, by every kind of call.
fn peak_of(reply: Reply) -> u64 {
    let reader = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "reads_what_it_is_given",
            "--ignored",
            "--nocapture",
        ])
        .env(URL, reply.serve())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&reader.stdout);
    let wrong = String::from_utf8_lossy(&reader.stderr);
    assert!(reader.status.success(), "{}: {said}{wrong}", reply.name);
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
