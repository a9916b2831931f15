//! Connections: kept and then left unread, broken requests, limits.

use std::io::ErrorKind;
use std::time::Duration;

use cekura_sandbox::{Fault, Knobs, Sandbox};
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
    let knobs = Knobs {
        closes_unread_after: Some(Duration::ZERO),
        ..Knobs::default()
    };
    let sandbox = small().knobs(knobs).start().await.unwrap();
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
    assert_eq!(sandbox.journal().len(), 1);
    assert_eq!(sandbox.left_unread(), 1);
    let fresh = ask(&mut connect(&sandbox).await, &paid).await.unwrap();
    assert!(fresh.starts_with("HTTP/1.1 200"));
    assert_eq!(sandbox.ledger().evaluations(), 1);
}

#[tokio::test]
async fn a_connection_that_was_not_idle_for_so_long_is_read() {
    let knobs = Knobs {
        closes_unread_after: Some(Duration::from_secs(3_600)),
        ..Knobs::default()
    };
    let sandbox = small().knobs(knobs).start().await.unwrap();
    let mut stream = connect(&sandbox).await;
    let billing = request(&sandbox, "GET", BILLING, "");
    for _ in 0..3 {
        assert!(ask(&mut stream, &billing).await.is_ok());
    }
    assert_eq!(sandbox.left_unread(), 0);
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
    assert_eq!(sandbox.left_unread(), 1);
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
