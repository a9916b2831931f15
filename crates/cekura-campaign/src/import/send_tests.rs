//! Tests of the last check before a call is sent.

use std::time::SystemTime;

use cekura::{ApiKey, CallLogId, Client};

use super::*;
use crate::import::file::Cursor;
use crate::import::line::Line;
use crate::import::{ImportFile, ImportJournal};
use crate::journal::OpenOptions;

/// No check of the file lets a call through twice; this is the last one before it would be paid for.
#[test]
fn a_call_is_never_sent_twice_in_a_run() {
    let folder = std::env::temp_dir().join(format!("cekura-guard-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("calls.jsonl");
    std::fs::write(&path, "{\"call_id\": \"harbor-1\", \"agent\": 310}\n").unwrap();
    // Nothing listens there: a request would fail by another error.
    let client = Client::builder().base_url("http://127.0.0.1:1");
    let client = client.api_key(ApiKey::new("ck_harbor").unwrap()).build();
    let file = ImportFile::open(&path).unwrap();
    let mut calls = Vec::new();
    file.read_from(Cursor::default(), |raw| {
        let line = Line::parse(raw.text).unwrap();
        calls.push(Pending {
            line: raw.number,
            offset: raw.offset,
            call_id: line.call_id,
            agent: line.scope,
            time: line.time,
            digest: line.digest,
            is_resend: false,
        });
        true
    })
    .unwrap();
    let call = calls.remove(0);
    let journal = folder.join("calls.jsonl.import");
    let journal = ImportJournal::open(&journal, "http://x", OpenOptions::new()).unwrap();
    let mut import = Import::new(client.unwrap(), file, journal);
    let refuse = |import: &mut Import, calls: &[&Pending]| {
        let queue = calls.iter().map(|call| (*call).clone()).collect();
        let ended = import.send_all(queue).now_or_never().expect("no request");
        let ended = ended.unwrap_err();
        let Interruption::Failed(error) = ended else {
            panic!("{ended:?}")
        };
        assert!(error.to_string().contains("sent already"), "{error}");
    };
    refuse(&mut import, &[&call, &call]);
    // A resend of what has an outcome.
    let again = Pending {
        is_resend: true,
        ..call.clone()
    };
    refuse(&mut import, &[&again]);
    let sending = call.sending(SystemTime::UNIX_EPOCH);
    import.journal.append(&[sending]).unwrap();
    refuse(&mut import, &[&call]);
    refuse(&mut import, &[&again, &again]);
    import.journal.settled.sort();
    let id = CallLogId(5_009);
    import
        .journal
        .append(&[call.record(Event::Sent { id })])
        .unwrap();
    refuse(&mut import, &[&call]);
    std::fs::remove_dir_all(folder).unwrap();
}
