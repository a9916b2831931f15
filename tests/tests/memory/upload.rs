//! Promise: a recording of any size is sent in constant memory.

use cekura::{ApiKey, Client, NewCallLog};
use cekura_tests::Folder;
use cekura_tests::hostile::peak;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// A sparse file, so that the test needs no space. The server counts what arrives and keeps nothing.
#[tokio::test]
async fn half_a_gigabyte_is_streamed() {
    const SIZE: u64 = 500 << 20;
    let folder = Folder::new();
    let path = folder.path().join("long.wav");
    std::fs::File::create(&path)
        .and_then(|file| file.set_len(SIZE))
        .unwrap();
    let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = server.local_addr().unwrap();
    let counted = tokio::spawn(async move {
        let (mut stream, _) = server.accept().await.unwrap();
        let (mut seen, mut head, mut buffer) = (0, Vec::new(), vec![0; 1 << 20]);
        let mut expected = None;
        while expected.is_none_or(|expected| seen < expected) {
            let read = stream.read(&mut buffer).await.unwrap();
            assert!(read > 0, "the connection ended after {seen} bytes");
            seen += read as u64;
            if expected.is_none() {
                head.extend_from_slice(&buffer[..read]);
                expected = length_of(&head);
            }
        }
        let body = r#"{"id": 5009, "status": "evaluating"}"#;
        let head = format!(
            "HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream
            .write_all(format!("{head}{body}").as_bytes())
            .await
            .unwrap();
        seen
    });
    let client = Client::builder()
        .api_key(ApiKey::new("ck_harbor").unwrap())
        .base_url(format!("http://{address}"))
        .build()
        .unwrap();
    let call = NewCallLog::new(310, "harbor-1").recording_file(&path);
    let before = peak("self");
    let observed = client.call_logs().observe(call).await.unwrap();
    assert_eq!(observed.id().0, 5009);
    assert!(counted.await.unwrap() > SIZE);
    // The replies of the other test are made in this process, too.
    if let (Some(before), Some(after)) = (before, peak("self")) {
        let grown = after.saturating_sub(before);
        println!("500 MiB were sent with {grown} KiB more than before");
        assert!(grown < 128 << 10, "the upload took {grown} KiB");
    }
}

/// The length of a whole request, once its head is there.
fn length_of(head: &[u8]) -> Option<u64> {
    let text = String::from_utf8_lossy(head).to_lowercase();
    let end = text.find("\r\n\r\n")? as u64 + 4;
    let (_, length) = text.split_once("content-length: ")?;
    let length: u64 = length.split("\r\n").next()?.parse().ok()?;
    Some(end + length)
}
