use std::io::Write as _;
use std::path::PathBuf;

use cekura::{ApiKey, Client, NewCallLog, RetryPolicy, Utterance};
use cekura_sandbox::{Fault, RetryAfter};
use cekura_tests::{Folder, Lab};
use serde_json::json;
use tokio::net::TcpListener;

const OBSERVE: &str = "call_logs_observe";

/// Writes a recording of 300,000 bytes that contains what ends parts of other forms.
fn recording(folder: &Folder) -> (PathBuf, Vec<u8>) {
    let bytes: Vec<u8> = b"RIFF\r\n--cekura\r\n\0"
        .iter()
        .copied()
        .cycle()
        .take(300_000)
        .collect();
    let path = folder.path().join("harbor \"1\".wav");
    std::fs::write(&path, &bytes).unwrap();
    (path, bytes)
}

fn call(lab: &Lab, path: PathBuf) -> NewCallLog {
    NewCallLog::new(lab.agent(), "harbor-1")
        .transcript([Utterance::agent("Harbor Hotel.", 0.2..1.9)])
        .metadata(json!({ "site": "pier-3" }).as_object().unwrap().clone())
        .recording_file(path)
}

fn contains(body: &[u8], part: &[u8]) -> bool {
    body.windows(part.len()).any(|window| window == part)
}

#[tokio::test]
async fn a_recording_arrives_whole_with_the_fields_beside_it() {
    let lab = Lab::open().await;
    let folder = Folder::new();
    let (path, bytes) = recording(&folder);
    let observed = lab
        .client()
        .call_logs()
        .observe(call(&lab, path))
        .await
        .unwrap();

    let arrived = lab.arrived();
    let sent = arrived.of(OBSERVE).next().unwrap();
    let length = sent.header("content-length").unwrap();
    assert_eq!(length.parse::<usize>().unwrap(), sent.body.len());
    assert!(
        sent.header("content-type")
            .unwrap()
            .starts_with("multipart/form-data; boundary=")
    );
    assert!(contains(&sent.body, &bytes));
    for field in [
        "name=\"agent\"\r\n\r\n310\r\n",
        "name=\"call_id\"\r\n\r\nharbor-1\r\n",
        "name=\"metadata\"\r\n\r\n{\"site\":\"pier-3\"}\r\n",
        "name=\"transcript_json\"\r\n\r\n[{\"",
        "name=\"voice_recording\"; filename=\"harbor %221%22.wav\"\r\n",
    ] {
        assert!(contains(&sent.body, field.as_bytes()), "{field}");
    }
    assert_eq!(sent.violations, [""; 0]);
    let log = lab.read(observed.id()).await;
    let address = log.voice_recording_url.unwrap();
    assert!(address.ends_with("?bytes=300000"), "{address}");
    assert_eq!(lab.paid(observed.id()), 1);
}

#[tokio::test]
async fn a_recording_is_read_anew_after_a_429_and_sent_once_otherwise() {
    let lab = Lab::open().await;
    let folder = Folder::new();
    let (path, bytes) = recording(&folder);
    lab.fault(
        OBSERVE,
        Fault::too_many_requests(RetryAfter::Seconds(1)).before_work(),
    );
    let observed = lab
        .client()
        .call_logs()
        .observe(call(&lab, path.clone()))
        .await
        .unwrap();
    let arrived = lab.arrived();
    assert!(arrived.of(OBSERVE).all(|sent| contains(&sent.body, &bytes)));
    assert_eq!(arrived.count(OBSERVE), 2);
    assert_eq!(lab.paid(observed.id()), 1);

    for fault in [Fault::status(503), Fault::reset()] {
        let before = lab.mark();
        lab.fault(OBSERVE, fault.clone().before_work());
        let error = lab
            .client()
            .call_logs()
            .observe(call(&lab, path.clone()))
            .await
            .unwrap_err();
        assert!(error.is_outcome_unknown(), "{fault}: {error}");
        assert_eq!(lab.since(before).count(OBSERVE), 1, "{fault}");
    }
    let before = lab.mark();
    lab.fault(OBSERVE, Fault::redirect(307, "/observability/v1/observe/"));
    let error = lab
        .client()
        .call_logs()
        .observe(call(&lab, path))
        .await
        .unwrap_err();
    assert!(error.is_outcome_unknown(), "{error}");
    let why = format!("{error:?}");
    assert!(
        why.contains("the file would have to be sent again"),
        "{why}"
    );
    assert_eq!(lab.since(before).count(OBSERVE), 1);
}

#[tokio::test]
async fn nothing_was_sent_if_there_was_no_connection() {
    let lab = Lab::open().await;
    let folder = Folder::new();
    let (path, _) = recording(&folder);
    let free = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let client = Client::builder()
        .api_key(ApiKey::new("ck_harbor").unwrap())
        .base_url(format!("http://{free}"))
        .retry_policy(RetryPolicy::none())
        .build()
        .unwrap();
    let error = client
        .call_logs()
        .observe(call(&lab, path))
        .await
        .unwrap_err();
    assert!(error.is_connect() && !error.is_outcome_unknown(), "{error}");
}

#[tokio::test]
async fn a_file_that_changes_is_noticed() {
    let lab = Lab::open().await;
    let folder = Folder::new();
    let (path, _) = recording(&folder);
    lab.fault(
        OBSERVE,
        Fault::too_many_requests(RetryAfter::Seconds(1)).before_work(),
    );
    let grown = path.clone();
    let observe = lab.client().call_logs().observe(call(&lab, path)).send();
    let done = tokio::join!(observe, async {
        while lab.arrived().count(OBSERVE) == 0 {
            tokio::task::yield_now().await;
        }
        let mut file = std::fs::OpenOptions::new()
            .append(true)
            .open(grown)
            .unwrap();
        file.write_all(b"more").unwrap();
    });
    let error = done.0.unwrap_err();
    assert!(
        error.is_invalid_request() && error.attempts() == 1,
        "{error}"
    );
    assert!(error.to_string().contains("must not change"), "{error}");
}
