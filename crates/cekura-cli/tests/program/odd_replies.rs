//! Promise: a reply that is not what the contract says is no empty list, and steers no terminal or spreadsheet.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use serde_json::{Value, json};

use crate::support::{Ended, Home, run};

const KEY: &str = "ck_of_the_harbor";

/// Starts a service that gives these replies, one for each request; then the last one for ever. Returns its URL.
fn service(replies: Vec<Value>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        let last = replies.last().cloned();
        for reply in replies.into_iter().chain(std::iter::repeat(last.unwrap())) {
            let (stream, _) = listener.accept().unwrap();
            answer(stream, &reply.to_string());
        }
    });
    url
}

/// Reads a request and replies to it.
fn answer(mut stream: TcpStream, body: &str) {
    let mut request = BufReader::new(stream.try_clone().unwrap());
    let mut length = 0;
    loop {
        let mut line = String::new();
        request.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    request.read_exact(&mut vec![0; length]).unwrap();
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json";
    let length = body.len();
    let _ = write!(stream, "{head}\r\nContent-Length: {length}\r\n\r\n{body}");
}

fn cekura(replies: &[Value], args: &[&str]) -> Ended {
    let home = Home::new();
    let mut command = home.cekura(args);
    command
        .env("CEKURA_API_KEY", KEY)
        .env("CEKURA_API_URL", service(replies.to_vec()));
    run(command)
}

fn page(ids: &[i64]) -> Value {
    let agents: Vec<Value> = ids
        .iter()
        .map(|id| json!({ "id": id, "name": "a" }))
        .collect();
    json!({ "next": "more", "results": agents })
}

fn ids(agents: &[Value]) -> Vec<i64> {
    agents
        .iter()
        .map(|agent| agent["id"].as_i64().unwrap())
        .collect()
}

#[test]
fn a_reply_that_is_no_list_is_an_error_that_shows_it() {
    let down = json!({ "detail": "maintenance", "key": KEY });
    for format in ["table", "json", "jsonl", "csv"] {
        let ended = cekura(
            std::slice::from_ref(&down),
            &["agents", "list", "--format", format],
        )
        .exits(1);
        assert_eq!(ended.out, "", "{format}");
        assert!(
            ended.err.contains("the response is not a list"),
            "{}",
            ended.err
        );
        assert!(ended.err.contains("maintenance"), "{}", ended.err);
        assert!(!ended.err.contains(KEY), "{}", ended.err);
    }
}

#[test]
fn a_list_that_breaks_off_shows_what_arrived_and_is_an_error() {
    for broken in [
        json!({ "detail": "maintenance" }),
        json!("soon"),
        json!(null),
    ] {
        let list = |format: &str| {
            let args = ["agents", "list", "--all", "--format", format];
            let ended = cekura(&[page(&[1, 2]), broken.clone()], &args).exits(1);
            ended.says("the list is incomplete: 2 are shown")
        };
        assert_eq!(ids(list("json").json().as_array().unwrap()), [1, 2]);
        assert_eq!(ids(&list("jsonl").json_lines()), [1, 2]);
        assert_eq!(list("csv").out.lines().count(), 3);
        assert_eq!(list("table").out.lines().count(), 3);
    }
}

#[test]
fn call_logs_that_break_off_are_shown_and_an_error() {
    let list = |format: &str| {
        let args = [
            "calls",
            "list",
            "--agent-id",
            "310",
            "--limit",
            "all",
            "--format",
            format,
        ];
        let ended = cekura(&[page(&[1, 2]), json!("soon")], &args).exits(1);
        ended.says("the list is incomplete: 2 are shown")
    };
    assert_eq!(ids(list("json").json().as_array().unwrap()), [1, 2]);
    assert_eq!(list("table").out.lines().count(), 3);
}

#[test]
fn more_than_is_shown_is_named_with_the_option_that_shows_it() {
    let list = |more: &[&str]| {
        let replies = [page(&[1, 2]), page(&[])];
        let args = [&["agents", "list"][..], more].concat();
        cekura(&replies, &args).exits(0)
    };
    list(&["--limit", "1"]).says("1 is shown and there are more: --limit all shows all");
    list(&["--page", "3"]).says("2 are shown and there are more: --all shows all");
    assert_eq!(list(&[]).err, "");
    // The contract has no pages of it.
    cekura(&[page(&[1])], &["projects", "list"])
        .exits(0)
        .says("the list has more pages, which this command does not read");
}

#[test]
fn an_empty_list_is_named_by_what_was_asked_for() {
    cekura(&[json!([])], &["projects", "list"])
        .exits(0)
        .says("nothing matches");
    for (format, out) in [("json", "[]\n"), ("jsonl", ""), ("csv", ""), ("table", "")] {
        let list = ["projects", "list", "--format", format];
        assert_eq!(cekura(&[json!([])], &list).exits(0).out, out, "{format}");
    }
    let one = cekura(&[json!([])], &["agents", "get", "310"]).exits(0);
    assert!(!one.err.contains("matches"), "{}", one.err);
}

#[test]
fn headings_are_as_harmless_as_values() {
    let hostile = json!([{ "\u{1b}[2J\n=a": "\u{1b}[2Jx", "=1+1": "=1+1" }]);
    let fields = ["projects", "list", "--fields", "\u{1b}[2J\n=a,=1+1"];
    let format = |format: &str| {
        let args = [&fields[..], &["--format", format]].concat();
        cekura(std::slice::from_ref(&hostile), &args).exits(0).out
    };
    let table = format("table");
    assert!(
        !table.contains('\u{1b}') && table.contains("=1+1"),
        "{table}"
    );
    assert_eq!(table.lines().count(), 2, "{table}");
    let csv = format("csv");
    assert!(csv.starts_with("\"\u{1b}[2J\n=a\",'=1+1\n"), "{csv}");
    assert!(csv.ends_with(",'=1+1\n"), "{csv}");
}

#[test]
fn a_long_job_id_is_whole_only_in_the_command_to_copy() {
    let id = "j".repeat(1000);
    let start = [
        "calls",
        "create-scenarios",
        "--yes",
        "--wait",
        "--deadline",
        "1ms",
    ];
    let data = [
        "--data",
        r#"{"agent_id": 310, "call_logs": [5001]}"#,
        "--format",
        "json",
    ];
    let reply = json!({ "progress_id": id, "status": "running" });
    let ended = cekura(&[reply], &[&start[..], &data].concat()).exits(8);
    let error = ended.json_error();
    assert!(error["message"].as_str().unwrap().len() < 500, "{error}");
    assert!(error["hints"][0].as_str().unwrap().contains(&id), "{error}");
}
