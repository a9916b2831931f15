//! A small HTTP client over a bare TCP connection, one connection for each request.

use std::time::Duration;

use cekura_sandbox::{Sandbox, SandboxBuilder, SandboxClock};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

pub(crate) const RERUN: &str = "/observability/v1/call-logs/rerun_evaluation/";
pub(crate) const EVALUATE: &str = "/observability/v1/call-logs/evaluate_metrics/";
pub(crate) const LIST: &str = "/observability/v2/call-logs/";
pub(crate) const METRICS: &str = "/test_framework/v2/metrics/";
pub(crate) const BILLING: &str = "/test_framework/billing/info/";

/// A reply as it came over the wire.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}

/// Sends a request and reads to the end of the connection. An error is what a client sees of a cut line.
pub(crate) async fn send(
    sandbox: &Sandbox,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> std::io::Result<Reply> {
    let address = sandbox.url().trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).await?;
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    stream.write_all(head.as_bytes()).await?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.ok_or(std::io::ErrorKind::UnexpectedEof)?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let headers = lines.filter_map(|line| line.split_once(": "));
    Ok(Reply {
        status: status.ok_or(std::io::ErrorKind::InvalidData)?,
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        body: bytes[end + 4..].to_vec(),
    })
}

/// GET with the sandbox's key.
pub(crate) async fn get(sandbox: &Sandbox, path: &str) -> Reply {
    let key = [("X-CEKURA-API-KEY", sandbox.api_key())];
    send(sandbox, "GET", path, &key, "").await.unwrap()
}

/// POST of JSON with the sandbox's key; an error if the line is cut.
pub(crate) async fn try_post(
    sandbox: &Sandbox,
    path: &str,
    body: &Value,
) -> std::io::Result<Reply> {
    let headers = [
        ("X-CEKURA-API-KEY", sandbox.api_key()),
        ("Content-Type", "application/json"),
    ];
    send(sandbox, "POST", path, &headers, &body.to_string()).await
}

pub(crate) async fn post(sandbox: &Sandbox, path: &str, body: &Value) -> Reply {
    try_post(sandbox, path, body).await.unwrap()
}

/// Evaluates call logs of agent 310 again.
pub(crate) async fn rerun(sandbox: &Sandbox, call_logs: &[i64]) -> Reply {
    post(
        sandbox,
        RERUN,
        &json!({"agent_id": 310, "call_logs": call_logs}),
    )
    .await
}

/// One call log in full.
pub(crate) async fn detail(sandbox: &Sandbox, id: i64) -> Value {
    get(sandbox, &format!("{LIST}{id}/")).await.json()
}

/// A small world on a clock that stands still.
pub(crate) fn small() -> SandboxBuilder {
    Sandbox::builder()
        .seed(7)
        .call_logs(60)
        .evaluation_time(Duration::from_secs(20))
        .clock(SandboxClock::manual())
}

/// Call logs of agent 310, the newest last, that no human has reviewed.
pub(crate) async fn unreviewed(sandbox: &Sandbox) -> Vec<i64> {
    by_review(sandbox, false).await
}

/// Call logs of agent 310 that a human has reviewed.
pub(crate) async fn reviewed(sandbox: &Sandbox) -> Vec<i64> {
    by_review(sandbox, true).await
}

async fn by_review(sandbox: &Sandbox, wanted: bool) -> Vec<i64> {
    let mut ids = Vec::new();
    for id in sandbox.call_log_ids_of(310) {
        if detail(sandbox, id).await["is_reviewed"] == wanted {
            ids.push(id);
        }
    }
    ids
}
