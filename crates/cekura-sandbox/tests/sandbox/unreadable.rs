//! Replies that a strict reader of JSON refuses, or that cost it memory.

use cekura_sandbox::{Corruption, Fault, Quirks, RepeatedValue, Sandbox};
use serde_json::Value;

use crate::client::{BILLING, LIST, RERUN, Reply, get, small, try_post};

const CORRUPTIONS: [Corruption; 7] = [
    Corruption::HalfCharacter,
    Corruption::ControlCharacters,
    Corruption::BadUtf8,
    Corruption::HugeNumber,
    Corruption::NotANumber,
    Corruption::DeepNesting,
    Corruption::ByteOrderMark,
];

fn is_readable(reply: &Reply) -> bool {
    serde_json::from_slice::<Value>(&reply.body).is_ok()
}

async fn corrupted(corruption: Corruption) -> Sandbox {
    let quirks = Quirks {
        corrupted: [(5_331, corruption)].into(),
        ..Quirks::default()
    };
    let builder = small().call_logs(400).quirks(quirks);
    builder.start().await.unwrap()
}

#[tokio::test]
async fn a_corrupted_log_is_refused_wherever_it_is_shown() {
    for corruption in CORRUPTIONS {
        let sandbox = corrupted(corruption).await;
        let single = get(&sandbox, &format!("{LIST}5331/")).await;
        assert!(!is_readable(&single), "{corruption:?}");
        assert!(is_readable(&get(&sandbox, &format!("{LIST}5333/")).await));
        let ids: Vec<String> = (5_201..5_401).map(|id| id.to_string()).collect();
        let ids = ids.join(",");
        let page = format!("{LIST}?agent_id=310&page_size=200&call_ids=");
        assert!(!is_readable(&get(&sandbox, &format!("{page}{ids}")).await));
        let others = ids.replace("5331,", "");
        assert!(is_readable(
            &get(&sandbox, &format!("{page}{others}")).await
        ));
        let body = serde_json::json!({"agent_id": 310, "call_logs": [5329, 5331]});
        let reply = try_post(&sandbox, RERUN, &body).await.unwrap();
        assert!(!is_readable(&reply), "{corruption:?}");
        assert_eq!(sandbox.ledger().call_logs(), [5329, 5331]);
    }
}

#[tokio::test]
async fn a_half_character_is_the_only_corruption() {
    let sandbox = corrupted(Corruption::HalfCharacter).await;
    let single = get(&sandbox, &format!("{LIST}5331/")).await;
    let text = single.text().replace(r"\ud83d", "");
    let spoilt: Value = serde_json::from_str(&text).unwrap();
    sandbox.set_quirks(Quirks::default());
    let whole = get(&sandbox, &format!("{LIST}5331/")).await.json();
    assert_eq!(spoilt, whole);
}

#[tokio::test]
async fn a_fault_corrupts_one_reply() {
    for corruption in CORRUPTIONS {
        let sandbox = small().start().await.unwrap();
        sandbox.faults().push(Fault::corrupt(corruption));
        let body = serde_json::json!({"agent_id": 310, "call_logs": [5001]});
        let reply = try_post(&sandbox, RERUN, &body).await.unwrap();
        assert_eq!(reply.status, 200);
        assert!(!is_readable(&reply), "{corruption:?}");
        assert_eq!(sandbox.ledger().evaluations_of(5001), 1);
        sandbox
            .faults()
            .push(Fault::corrupt(corruption))
            .push(Fault::corrupt(corruption).before_work());
        assert!(
            !is_readable(&get(&sandbox, BILLING).await),
            "{corruption:?}"
        );
        let reply = try_post(&sandbox, RERUN, &body).await.unwrap();
        assert!(!is_readable(&reply), "{corruption:?}");
        assert_eq!(sandbox.ledger().evaluations_of(5001), 1, "{corruption:?}");
        assert!(is_readable(&get(&sandbox, BILLING).await));
    }
}

#[tokio::test]
async fn many_tiny_entries_come_as_a_page_or_as_an_array() {
    let sandbox = small().start().await.unwrap();
    let list = format!("{LIST}?agent_id=310");
    let entries = Fault::repeated_values(RepeatedValue::Object, 1);
    sandbox
        .faults()
        .push(entries.clone())
        .push(entries.clone())
        .push(entries.clone().with_status(400))
        .push(entries.gzipped());
    let page = get(&sandbox, &list).await.json();
    assert!(page["results"].as_array().unwrap().len() > 300_000);
    let body = serde_json::json!({"agent_id": 310, "call_logs": [5001]});
    let array = try_post(&sandbox, RERUN, &body).await.unwrap().json();
    assert!(array.as_array().unwrap().len() > 300_000);
    let refusal = get(&sandbox, &list).await;
    assert_eq!(refusal.status, 400);
    assert!(refusal.json()["detail"].as_array().unwrap().len() > 300_000);
    let packed = get(&sandbox, &list).await;
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert!(packed.body.len() < 11_000, "{}", packed.body.len());
    assert_eq!(sandbox.ledger().evaluations(), 0);
}

#[tokio::test]
async fn a_refusal_can_be_long() {
    let sandbox = small().start().await.unwrap();
    sandbox
        .faults()
        .push(Fault::oversize(2).with_status(503).after_work());
    let body = serde_json::json!({"agent_id": 310, "call_logs": [5001]});
    let reply = try_post(&sandbox, RERUN, &body).await.unwrap();
    assert_eq!(reply.status, 503);
    assert_eq!(reply.json()["detail"].as_str().unwrap().len(), 2 << 20);
    assert_eq!(sandbox.ledger().evaluations_of(5001), 1);
}

#[tokio::test]
async fn an_endless_body_continues_while_it_is_read() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let sandbox = small().start().await.unwrap();
    sandbox.faults().push(Fault::endless(RepeatedValue::Zero));
    let address = sandbox.url().trim_start_matches("http://");
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let head = format!(
        "GET {LIST}?agent_id=310 HTTP/1.1\r\nHost: x\r\nX-CEKURA-API-KEY: {}\r\n\r\n",
        sandbox.api_key()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut seen = 0;
    let mut buffer = vec![0; 1 << 16];
    while seen < 32 << 20 {
        let count = stream.read(&mut buffer).await.unwrap();
        assert!(count > 0, "it ended after {seen} bytes");
        seen += count;
    }
    drop(stream);
    assert_eq!(get(&sandbox, BILLING).await.status, 200, "others go on");
}
