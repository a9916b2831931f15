//! Promise: with `--sandbox` a stranger's first command works, and nothing real can be reached.

use std::net::TcpListener;

use crate::support::{Home, run};

/// Runs with settings that all lead to a listener, which must get no connection.
fn run_with_real_settings(args: &[&str]) -> (crate::support::Ended, TcpListener) {
    let trap = TcpListener::bind("127.0.0.1:0").unwrap();
    trap.set_nonblocking(true).unwrap();
    let url = format!("http://{}", trap.local_addr().unwrap());
    let home = Home::new();
    home.write(
        ".cekura/config.toml",
        &format!("api_key = ck_really\napi_url = {url}\ndefault_project_id = 9\n"),
    );
    let mut command = home.cekura(args);
    command
        .env("CEKURA_API_KEY", "ck_real_too")
        .env("CEKURA_ACCESS_TOKEN", "tok_real")
        .env("CEKURA_API_URL", &url)
        .env("CEKURA_BASE_URL", &url)
        .env("CEKURA_PROJECT_ID", "nonsense")
        .env("HTTP_PROXY", &url)
        .env("http_proxy", &url)
        .env("ALL_PROXY", &url);
    (run(command), trap)
}

#[test]
fn every_configured_key_and_address_is_ignored() {
    for args in [
        &["calls", "get", "5001", "--sandbox"][..],
        &["calls", "list", "--sandbox"],
        &["billing", "--sandbox"],
        &["campaign", "plan", "--sandbox"],
        &["campaign", "run", "--sandbox", "--sample", "5"],
        &[
            "api",
            "GET",
            "/observability/v2/call-logs/5001/",
            "--sandbox",
        ],
        &["calls", "rerun", "--sandbox", "--agent-id", "310", "5001"],
    ] {
        let (ended, trap) = run_with_real_settings(args);
        ended.exits(0).says("sandbox");
        assert!(
            trap.accept().is_err(),
            "{args:?} called on the configured address"
        );
    }
}

#[test]
fn the_first_command_shows_what_changed() {
    let (ended, trap) = run_with_real_settings(&["calls", "rerun", "--sandbox"]);
    let ended = ended.exits(0).says("8 of 8 call logs evaluated");
    assert!(trap.accept().is_err());
    assert!(ended.out.starts_with("CALL LOG"), "{}", ended.out);
    assert!(
        ended.out.contains("fail → pass") && ended.out.contains("pass → fail"),
        "{}",
        ended.out
    );
    assert!(ended.out.contains("confirmed"), "{}", ended.out);
}

#[test]
fn the_first_table_fits_a_terminal_of_80_columns() {
    let mut command = Home::new().cekura(&["calls", "rerun", "--sandbox"]);
    command.env("COLUMNS", "80");
    let ended = run(command).exits(0);
    for (n, line) in ended.out.lines().enumerate() {
        assert!(line.chars().count() <= 80, "{}", ended.out);
        let id = line.trim_start().split(' ').next();
        let is_row = id.is_some_and(|id| id.parse::<u64>().is_ok());
        assert!(n == 0 || is_row, "a row is wrapped:\n{}", ended.out);
    }
}

#[test]
fn evaluate_works_in_a_sandbox_without_options() {
    let home = Home::new();
    let ended = run(home.cekura(&["calls", "evaluate", "--sandbox", "--format", "json"])).exits(0);
    assert_eq!(ended.json().as_array().unwrap().len(), 8);
}

#[test]
fn an_unknown_id_lists_the_ids_of_the_sandbox() {
    let home = Home::new();
    run(home.cekura(&["calls", "rerun", "--sandbox", "--wait", "17"]))
        .exits(4)
        .says("agent 310 (asst_harbor_frontdesk)");
    run(home.cekura(&["calls", "rerun", "--sandbox", "--agent-id", "9"]))
        .exits(2)
        .says("agent 310");
}

#[test]
fn an_agent_is_found_from_its_call_log() {
    let home = Home::new();
    let ended =
        run(home.cekura(&["calls", "rerun", "--sandbox", "5002", "--format", "json"])).exits(0);
    assert_eq!(ended.json()[0]["id"], 5002);
}

#[test]
fn sandbox_conflicts_with_key_and_address_options() {
    let home = Home::new();
    for extra in [
        ["--api-url", "http://127.0.0.1:9"],
        ["--api-key-file", "key.txt"],
    ] {
        for line in [
            [&["calls", "get", "5001", "--sandbox"][..], &extra[..]].concat(),
            [&["--sandbox"][..], &extra[..], &["calls", "get", "5001"]].concat(),
            [&extra[..], &["calls", "get", "5001", "--sandbox"]].concat(),
        ] {
            run(home.cekura(&line))
                .exits(2)
                .says("cannot be used with --sandbox");
        }
    }
    run(home.cekura(&["sandbox", "--sandbox"])).exits(2);
}

#[test]
fn an_unknown_agent_lists_the_agents_of_the_sandbox() {
    let home = Home::new();
    for line in [
        &["calls", "rerun", "--sandbox", "--agent-id", "9", "5001"][..],
        &[
            "calls",
            "evaluate",
            "--sandbox",
            "--agent-id",
            "9",
            "--metric",
            "71",
            "5001",
        ],
        &[
            "calls",
            "list",
            "--sandbox",
            "--assistant-id",
            "asst_nobody",
        ],
    ] {
        run(home.cekura(line)).says("no such agent; it has\nagent 310");
    }
}
