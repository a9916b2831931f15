//! Connections: kept and then left unread, broken requests, limits.

use std::io::ErrorKind;
use std::time::Duration;

use cekura_sandbox::{Fault, Quirks, Sandbox};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::client::{BILLING, RERUN, detail, get, small};

async fn connect(sandbox: &Sandbox) -> TcpStream {
    let address = sandbox.url().trim_start_matches("http://");
    TcpStream::connect(address).await.unwrap()
}

fn request(sandbox: &Sandbox, method: &str, path: &str, body: &str) -> String {
    format!(
        "{method} {path} HTTP/1.1\r\nHost: x\r\nX-CEKURA-API-KEY: {}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        sandbox.api_key(),
        body.len()
    )
}

/// Sends a request on a connection that stays open, and reads one reply.
async fn ask(stream: &mut TcpStream, request: &str) -> std::io::Result<String> {
    stream.write_all(request.as_bytes()).await?;
    let mut reply = Vec::new();
    let mut byte = [0];
    while !reply.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).await? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        reply.push(byte[0]);
    }
    let head = String::from_utf8(reply).unwrap();
    let length = head.to_lowercase();
    let (_, length) = length.split_once("content-length: ").unwrap();
    let length = length.split("\r\n").next().unwrap().parse().unwrap();
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await?;
    Ok(head)
}

#[tokio::test]
async fn a_connection_that_is_used_again_is_left_unread() {
    let quirks = Quirks {
        closes_unread_after: Some(Duration::ZERO),
        ..Quirks::default()
    };
    let sandbox = small().quirks(quirks).start().await.unwrap();
    let paid = request(
        &sandbox,
        "POST",
        RERUN,
        r#"{"agent_id": 310, "call_logs": [5001]}"#,
    );
    let mut stream = connect(&sandbox).await;
    let first = ask(&mut stream, &request(&sandbox, "GET", BILLING, "")).await;
    let first = first.unwrap().to_lowercase();
    assert!(first.starts_with("http/1.1 200") && !first.contains("connection: close"));
    let lost = ask(&mut stream, &paid).await.unwrap_err();
    assert_eq!(lost.kind(), ErrorKind::ConnectionReset);
    assert_eq!(sandbox.ledger().evaluations(), 0, "never read");
    assert_eq!(sandbox.request_log().len(), 1);
    assert_eq!(sandbox.unread_requests(), 1);
    let fresh = ask(&mut connect(&sandbox).await, &paid).await.unwrap();
    assert!(fresh.starts_with("HTTP/1.1 200"));
    assert_eq!(sandbox.ledger().evaluations(), 1);
}

#[tokio::test]
async fn a_connection_that_was_not_idle_for_so_long_is_read() {
    let quirks = Quirks {
        closes_unread_after: Some(Duration::from_secs(3_600)),
        ..Quirks::default()
    };
    let sandbox = small().quirks(quirks).start().await.unwrap();
    let mut stream = connect(&sandbox).await;
    let billing = request(&sandbox, "GET", BILLING, "");
    for _ in 0..3 {
        assert!(ask(&mut stream, &billing).await.is_ok());
    }
    assert_eq!(sandbox.unread_requests(), 0);
}

#[tokio::test]
async fn a_fault_leaves_one_connection_unread() {
    let sandbox = small().start().await.unwrap();
    let billing = request(&sandbox, "GET", BILLING, "");
    sandbox.faults().push(Fault::close_unread());
    let mut stream = connect(&sandbox).await;
    let mut other = connect(&sandbox).await;
    assert!(ask(&mut stream, &billing).await.is_ok());
    assert!(ask(&mut other, &billing).await.is_ok());
    assert!(ask(&mut other, &billing).await.is_ok());
    let lost = ask(&mut stream, &billing).await.unwrap_err();
    assert_eq!(lost.kind(), ErrorKind::ConnectionReset);
    assert_eq!(sandbox.unread_requests(), 1);
    assert_eq!(get(&sandbox, BILLING).await.status, 200);
}

#[tokio::test]
async fn the_services_clock_may_differ() {
    use cekura_sandbox::{RetryAfter, SandboxClock};
    let clock = SandboxClock::manual().ahead_by(Duration::from_secs(600));
    let sandbox = small().clock(clock).start().await.unwrap();
    let fault = Fault::too_many_requests(RetryAfter::Date(Duration::from_secs(5)));
    sandbox.faults().push(fault);
    let reply = get(&sandbox, BILLING).await;
    assert_eq!(
        [reply.header("date"), reply.header("retry-after")],
        [
            Some("Mon, 02 Mar 2026 09:10:00 GMT"),
            Some("Mon, 02 Mar 2026 09:10:05 GMT")
        ]
    );
    let start = std::time::UNIX_EPOCH + Duration::from_secs(1_772_442_000);
    assert_eq!(sandbox.now(), start, "the client's clock");
    let id = sandbox.call_log_ids_of(310)[0];
    assert!(sandbox.edit_call_log(id));
    let edited = detail(&sandbox, id).await["updated_at"].to_string();
    assert!(edited.contains("2026-03-02T09:10:00"), "{edited}");
}

/// Sends the bytes, and reads what comes until the connection ends.
async fn raw(sandbox: &Sandbox, bytes: &str) -> String {
    let mut stream = connect(sandbox).await;
    // A refusal may come before everything was sent.
    let _sent = stream.write_all(bytes.as_bytes()).await;
    let mut reply = Vec::new();
    let _end = stream.read_to_end(&mut reply).await;
    String::from_utf8_lossy(&reply).into_owned()
}

fn head(sandbox: &Sandbox, headers: &str) -> String {
    format!(
        "POST {RERUN} HTTP/1.1\r\nHost: x\r\nX-CEKURA-API-KEY: {}\r\n\
         Content-Type: application/json\r\n{headers}\r\n\r\n",
        sandbox.api_key()
    )
}

#[tokio::test]
async fn a_broken_chunked_body_is_refused() {
    let sandbox = small().start().await.unwrap();
    let body = r#"{"agent_id": 310, "call_logs": [5001]}"#;
    let start = head(&sandbox, "Transfer-Encoding: chunked");
    let whole = format!("{start}{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
    let mut stream = connect(&sandbox).await;
    let reply = ask(&mut stream, &whole).await.unwrap();
    assert!(reply.starts_with("HTTP/1.1 200"), "{reply}");
    for broken in [
        format!("{start}zz\r\n{body}\r\n0\r\n\r\n"),
        format!("{start}{:x}\r\n{body}zz0\r\n\r\n", body.len()),
    ] {
        let reply = raw(&sandbox, &broken).await;
        assert!(
            reply.starts_with("HTTP/1.1 400") && reply.contains("The body ends too early"),
            "{broken}: {reply}"
        );
    }
    assert_eq!(sandbox.ledger().evaluations(), 1, "the whole one only");
    let statuses: Vec<_> = sandbox
        .request_log()
        .iter()
        .map(|seen| seen.status)
        .collect();
    assert_eq!(statuses, [Some(200), Some(400), Some(400)]);
}

#[tokio::test]
async fn bodies_that_are_too_large_are_refused() {
    let sandbox = small().start().await.unwrap();
    let length = 9 << 20;
    let start = head(&sandbox, &format!("Content-Length: {length}"));
    let reply = raw(&sandbox, &format!("{start}{}", " ".repeat(length))).await;
    // What is still on its way when the connection is closed may overtake the reply.
    assert!(
        reply.is_empty() || reply.starts_with("HTTP/1.1 413"),
        "{reply}"
    );
    let statuses: Vec<_> = sandbox
        .request_log()
        .iter()
        .map(|seen| seen.status)
        .collect();
    assert_eq!(statuses, [Some(413)]);
}

#[tokio::test]
async fn heads_and_bodies_must_arrive_in_time() {
    let short = Duration::from_millis(30);
    let sandbox = small().request_timeout(short).start().await.unwrap();
    let slow_head = raw(&sandbox, "POST /observability/v1/call-logs/rer").await;
    assert!(
        slow_head.is_empty() || slow_head.starts_with("HTTP/1.1 408"),
        "{slow_head}"
    );
    let start = head(&sandbox, "Content-Length: 40");
    let slow_body = raw(&sandbox, &format!("{start}{{\"agent_id\"")).await;
    assert!(slow_body.starts_with("HTTP/1.1 408"), "{slow_body}");
    assert_eq!(sandbox.ledger().evaluations(), 0);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn connecting_can_be_slow() {
    let sandbox = small().start().await.unwrap();
    let billing = request(&sandbox, "GET", BILLING, "");
    let mut standing = connect(&sandbox).await;
    assert!(ask(&mut standing, &billing).await.is_ok());
    sandbox.hold_connections(Duration::from_secs(3_600)).await;
    let soon = Duration::from_millis(100);
    for _ in 0..2 {
        let connecting = tokio::time::timeout(soon, connect(&sandbox));
        assert!(connecting.await.is_err(), "it waits");
    }
    assert!(ask(&mut standing, &billing).await.is_ok(), "it stands");
    sandbox.hold_connections(Duration::ZERO).await;
    assert_eq!(get(&sandbox, BILLING).await.status, 200);
}
