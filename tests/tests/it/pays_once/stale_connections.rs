//! A server that closes kept-alive connections without reading the next request.

use std::sync::{Arc, Mutex};

use cekura::{Client, Effect, Method};
use cekura_tests::Lab;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const RERUN: &str = "/observability/v1/call-logs/rerun_evaluation/";

/// What arrived: the first line of each request that was read to its end.
#[derive(Clone, Default)]
struct Arrived(Arc<Mutex<Vec<String>>>);

impl Arrived {
    fn count(&self, method: &str) -> usize {
        let lines = self.0.lock().unwrap();
        lines.iter().filter(|line| line.starts_with(method)).count()
    }
}

/// A server that reads one request from each connection and promises to keep it alive, and what it read.
async fn closing_kept_alive_connections() -> (String, Arrived) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let arrived = Arrived::default();
    let board = arrived.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, board.clone()));
        }
    });
    (url, arrived)
}

async fn serve(mut stream: TcpStream, arrived: Arrived) {
    let (mut got, mut part) = (Vec::new(), [0; 4_096]);
    let is_whole = |got: &[u8]| {
        let text = String::from_utf8_lossy(got).to_lowercase();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let length = head.split("content-length: ").nth(1);
        let length = length.map_or(0, |rest| rest.lines().next().unwrap().parse().unwrap());
        (body.len() >= length).then_some(())
    };
    while is_whole(&got).is_none() {
        match stream.read(&mut part).await {
            Ok(size) if size > 0 => got.extend_from_slice(&part[..size]),
            _ => return,
        }
    }
    let line = String::from_utf8_lossy(&got)
        .lines()
        .next()
        .map(str::to_owned);
    arrived.0.lock().unwrap().push(line.unwrap());
    let log = r#"{"id":5001,"status":"evaluating","success":null}"#;
    let body = if got.starts_with(b"POST") {
        format!("[{log}]")
    } else {
        log.to_owned()
    };
    let response = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: keep-alive\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(response.as_bytes()).await.unwrap();
    // Something more arrives: the connection is closed with it unread.
    let _ = stream.readable().await;
}

async fn client(lab: &Lab) -> (Client, Arrived) {
    let (url, arrived) = closing_kept_alive_connections().await;
    (lab.client_builder().base_url(url).build().unwrap(), arrived)
}

#[tokio::test]
async fn paid_requests_never_use_a_kept_alive_connection() {
    let lab = Lab::open().await;
    let (client, arrived) = client(&lab).await;
    let log = cekura::CallLogId(5001);
    for round in 1..=10 {
        client.call_logs().get(log).await.unwrap();
        let paid = client.call_logs().rerun_evaluation(lab.agent(), log);
        let _started = paid
            .await
            .unwrap_or_else(|e| panic!("round {round}: {e:?}"));
        assert_eq!(arrived.count("POST"), round, "each once");
    }
}

#[tokio::test]
async fn other_unrepeatable_requests_never_use_a_kept_alive_connection() {
    let lab = Lab::open().await;
    let (client, arrived) = client(&lab).await;
    let body = serde_json::json!({ "agent_id": lab.agent(), "call_logs": [5001] });
    for round in 1..=5 {
        for (path, effect) in [(RERUN, Effect::Billable), ("/elsewhere/", Effect::Write)] {
            let raw = client.raw(Method::POST, path).with_effect(effect);
            raw.json(&body)
                .await
                .unwrap_or_else(|e| panic!("round {round}: {e:?}"));
        }
        assert_eq!(arrived.count("POST"), 2 * round, "each once");
    }
}

#[tokio::test]
async fn reads_reuse_connections_and_retry_when_one_breaks() {
    let lab = Lab::open().await;
    let (client, arrived) = client(&lab).await;
    for round in 1..=10 {
        let log = client.call_logs().get(cekura::CallLogId(5001)).await;
        assert!(log.is_ok(), "{log:?}");
        assert_eq!(arrived.count("GET"), round);
    }
    assert!(
        !lab.clock().sleeps().is_empty(),
        "some met a connection that was closed"
    );
}
