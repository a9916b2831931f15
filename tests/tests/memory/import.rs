//! Promise: an import keeps little memory for each call of its file.

use std::fmt::Write as _;

use cekura::{ApiKey, Client};
use cekura_campaign::import::{Import, ImportFile, ImportJournal, ImportOutcome};
use cekura_campaign::journal::OpenOptions;
use cekura_tests::Folder;
use cekura_tests::hostile::peak;
use cekura_tests::script::{Answer, Asked, Script};
use serde_json::{Value, json};

use super::peak_of;

/// The calls of the larger file; the other one has a tenth.
const CALLS: u64 = 100_000;

/// The most bytes for each call.
const MOST: u64 = 64;

const FOLDER: &str = "IMPORT_FOLDER";
const SERVER: &str = "IMPORT_SERVER";

#[tokio::test(flavor = "multi_thread")]
async fn an_import_keeps_at_most_64_bytes_for_each_call() {
    if peak("self").is_none() {
        println!("skipped: only Linux tells what a process took");
        return;
    }
    let server = Script::play(list).await;
    let mut peaks = Vec::new();
    for calls in [CALLS / 10, CALLS] {
        let folder = Folder::new();
        let mut lines = String::new();
        for n in 0..calls {
            let call_id = format!("harbor-{n}");
            let call =
                json!({ "call_id": call_id, "agent": 310, "timestamp": "2026-02-18T11:07:40Z" });
            writeln!(lines, "{call}").unwrap();
        }
        std::fs::write(folder.file("calls.jsonl"), lines).unwrap();
        // All of them are at Cekura; then all of them are in the journal.
        let [first, second] = [server.url(), "http://127.0.0.1:1"].map(|server| {
            let vars = [
                (FOLDER, folder.path().display().to_string()),
                (SERVER, server.to_owned()),
            ];
            tokio::task::block_in_place(|| peak_of("import::imports_a_file", &vars))
        });
        peaks.push((first, second));
    }
    let [(small, small_again), (large, large_again)] = peaks[..] else {
        panic!("{peaks:?}")
    };
    let each = |small: u64, large: u64| large.saturating_sub(small) * 1024 / (CALLS * 9 / 10);
    let (looked_up, known) = (each(small, large), each(small_again, large_again));
    println!(
        "{looked_up} bytes for a call that is looked up, {known} for one in the journal: {peaks:?} KiB"
    );
    assert!(looked_up <= MOST && known <= MOST, "{looked_up}, {known}");
}

/// A list with each call that is asked for.
fn list(asked: &Asked) -> Answer {
    let ids = asked.target.split("harbor-").skip(1);
    let entries: Vec<Value> = ids
        .map(|rest| {
            let digits = rest.split(|c: char| !c.is_ascii_digit()).next();
            let n: u64 = digits.unwrap_or_default().parse().unwrap();
            json!({ "id": n + 1, "call_id": format!("harbor-{n}"), "agent": 310 })
        })
        .collect();
    Answer::json(json!({ "count": entries.len(), "results": entries }))
}

#[tokio::test]
#[ignore = "the process that the other test measures"]
async fn imports_a_file() {
    let var = |name: &str| std::env::var(name).unwrap();
    let folder = std::path::PathBuf::from(var(FOLDER));
    let client = Client::builder()
        .api_key(ApiKey::new("ck_harbor_pilot").unwrap())
        .base_url(var(SERVER))
        .build()
        .unwrap();
    let file = ImportFile::open(&folder.join("calls.jsonl")).unwrap();
    let calls = file.calls();
    // The journal is the same one; only the first process asks the service.
    let journal = folder.join("calls.import");
    let journal = ImportJournal::open(&journal, "https://harbor.example", OpenOptions::new());
    let mut import = Import::new(client, file, journal.unwrap());
    assert_eq!(import.run().await.unwrap(), ImportOutcome::Finished);
    assert_eq!(import.summary().already_there, calls);
    println!("\npeak {}", peak("self").unwrap());
}
