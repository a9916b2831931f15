//! Promise: requests go the way that the environment names, and what stays on this machine stays there.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::support::{Ended, Home, run};

/// A proxy that hears one request, refuses it, and tells what it heard.
fn proxy() -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let heard = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(10)))
            .unwrap();
        let mut request = Vec::new();
        let mut piece = [0; 1024];
        while !request.windows(4).any(|end| end == b"\r\n\r\n") {
            match stream.read(&mut piece) {
                Ok(read) if read > 0 => request.extend_from_slice(&piece[..read]),
                _ => break,
            }
        }
        let _ = stream.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        String::from_utf8(request).unwrap()
    });
    (url, heard)
}

fn get(variables: &[(&str, &str)]) -> Ended {
    let line = ["calls", "get", "5001", "--timeout", "2s", "--api-url"];
    let home = Home::new();
    let mut command = home.cekura(&[&line[..], &["https://cekura.invalid"]].concat());
    command
        .env("CEKURA_API_KEY", "ck_of_the_harbor")
        .envs(variables.iter().copied());
    run(command)
}

#[test]
fn a_proxy_gets_connect_and_never_the_key() {
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        let (url, heard) = proxy();
        get(&[(name, &url)]).exits(7).says("HTTPS_PROXY");
        let heard = heard.join().unwrap();
        assert!(
            heard.starts_with("CONNECT cekura.invalid:443 "),
            "{name}: {heard}"
        );
        assert!(!heard.contains("ck_of_the_harbor"), "{name}: {heard}");
    }
}

#[test]
fn no_proxy_excludes_a_host() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    nobody.set_nonblocking(true).unwrap();
    let url = format!("http://{}", nobody.local_addr().unwrap());
    for name in ["NO_PROXY", "no_proxy"] {
        get(&[("HTTPS_PROXY", &url), (name, "cekura.invalid")]).exits(7);
        assert!(nobody.accept().is_err(), "{name}: the proxy was called");
    }
}

/// The system's certificates are not looked at where others are named.
#[cfg(target_os = "linux")]
#[test]
fn ssl_cert_file_adds_certificates() {
    for (name, value) in [("SSL_CERT_FILE", "/dev/null"), ("SSL_CERT_DIR", "/nowhere")] {
        let ended = get(&[(name, value)]);
        assert!(
            ended.err.contains("No CA certificates"),
            "{name}: {}",
            ended.err
        );
    }
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_no_text_is_named_and_nothing_is_sent() {
    use std::os::unix::ffi::OsStrExt as _;
    let no_text = std::ffi::OsStr::from_bytes(b"http://\xff");
    for name in [
        "CEKURA_API_KEY",
        "CEKURA_ACCESS_TOKEN",
        "CEKURA_API_URL",
        "CEKURA_PROJECT_ID",
        "CEKURA_ORGANIZATION_ID",
        "HTTPS_PROXY",
        "no_proxy",
        "COLUMNS",
    ] {
        let home = Home::new();
        // Another account, which must not be taken in place of the one that is meant.
        home.write(
            ".cekura/config.toml",
            "api_key = ck_other\napi_url = http://127.0.0.1:9\n",
        );
        let mut command = home.cekura(&["calls", "get", "5001"]);
        command.env(name, no_text);
        run(command)
            .exits(2)
            .says(&format!("the variable {name} is not text in UTF-8"));
    }
    let home = Home::new();
    let mut command = home.cekura(&["campaign", "run", "--plan", "p.json", "--shard", "auto"]);
    command.env("CEKURA_SHARD_INDEX", no_text);
    run(command)
        .exits(2)
        .says("the variable CEKURA_SHARD_INDEX is not text");
}
