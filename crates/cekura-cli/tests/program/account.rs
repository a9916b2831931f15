//! Promise: `login` stores a key that works, for its owner only, and nothing else in the file changes.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Ended, Home, Stage, ended, run};

/// The program with the sandbox's address and no key.
fn without_key(stage: &Stage, args: &[&str]) -> Command {
    let mut command = stage.home.cekura(args);
    command.env("CEKURA_API_URL", stage.sandbox.url());
    command
}

fn piped(mut command: Command, key: &str) -> Ended {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    // A program that refuses at once does not read its input.
    let _ = writeln!(input, "{key}");
    drop(input);
    ended(child.wait_with_output().unwrap())
}

fn config(home: &Home) -> std::path::PathBuf {
    home.path().join(".cekura").join("config.toml")
}

#[cfg(unix)]
fn assert_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600, "{mode:o}");
}

#[cfg(not(unix))]
fn assert_private(_: &Path) {}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn login_stores_a_key_that_other_commands_use() {
    let stage = Stage::new().await;
    let key = stage.sandbox.api_key();
    let told = piped(without_key(&stage, &["login"]), key)
        .exits(0)
        .says("stored the key of an organization");
    assert!(!told.err.contains(key) && !told.out.contains(key));
    let path = config(&stage.home);
    assert_private(&path);
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        format!("api_key = \"{key}\"\n")
    );
    run(without_key(&stage, &["calls", "get", "5001"])).exits(0);
    // One free request checks the key.
    let asked = stage.sandbox.request_log();
    assert_eq!(asked[0].method, "GET", "{:?}", asked[0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn login_keeps_other_settings_and_comments() {
    let stage = Stage::new().await;
    let path = stage.home.write(
        ".cekura/config.toml",
        "# mine\ndefault_project_id = 44\napi_key = \"ck_old\"\ndashboard_url = 'https://d.example'\n",
    );
    let key = stage.sandbox.api_key();
    let url = stage.sandbox.url();
    let login = ["login", "--api-url", url, "--format", "json"];
    let told = piped(stage.home.cekura(&login), key).exits(0).json();
    assert_eq!(told["key"], "organization", "{told}");
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        format!(
            "# mine\ndefault_project_id = 44\ndashboard_url = 'https://d.example'\napi_key = \"{key}\"\n\
             api_url = \"{url}\"\n"
        )
    );
    assert_private(&path);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn login_stores_no_key_that_the_service_refuses() {
    let stage = Stage::new().await;
    piped(without_key(&stage, &["login"]), "ck_of_nobody")
        .exits(3)
        .says("the key was not stored");
    piped(without_key(&stage, &["login"]), "")
        .exits(2)
        .says("no API key was given");
    run(stage.home.cekura(&["login", "--sandbox"]))
        .exits(2)
        .says("a sandbox has no account");
    assert!(!config(&stage.home).exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn login_says_what_is_used_instead_of_the_key() {
    let stage = Stage::new().await;
    let key = stage.sandbox.api_key();
    stage
        .home
        .write(".cekura/config.toml", "access_token = \"tok\"\n");
    piped(stage.cekura(&["login"]), key)
        .exits(0)
        .says("OAuth session")
        .says("CEKURA_API_KEY is set and is used instead");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn auth_status_says_where_the_key_comes_from_and_never_shows_it() {
    let stage = Stage::new().await;
    let key = stage.sandbox.api_key();
    let told = run(stage.cekura(&["auth", "status", "--format", "json"])).exits(0);
    assert!(!told.out.contains(key), "{}", told.out);
    let told = told.json();
    assert_eq!(told["source"], "CEKURA_API_KEY");
    assert_eq!(told["credential"], "api_key");
    assert_eq!(told["key"], "organization");
    let names: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "api_url",
            "credential",
            "key",
            "organization_id",
            "project_id",
            "source"
        ]
    );
    let table = stage.run(&["auth", "status"]).exits(0);
    assert!(table.out.contains("CEKURA_API_KEY"), "{}", table.out);
    run(stage.cekura_as("ck_of_nobody", &["auth", "status"]))
        .exits(3)
        .says("cekura login");
    run(without_key(&stage, &["auth", "status"])).exits(3);
}

#[test]
fn logout_removes_credentials_and_keeps_the_rest() {
    let home = Home::new();
    let path = home.write(
        ".cekura/config.toml",
        "api_key = ck\naccess_token = t\nrefresh_token = r\ntoken_expires_at = 1\nx = y\n",
    );
    let told = run(home.cekura(&["logout", "--format", "json"]))
        .exits(0)
        .json();
    assert_eq!(told["removed"].as_array().unwrap().len(), 4, "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "x = y\n");
    assert_private(&path);
    run(home.cekura(&["logout"]))
        .exits(0)
        .says("has no credentials");
}

#[test]
fn version_man_and_quiet() {
    let home = Home::new();
    let told = run(home.cekura(&["version", "--format", "json"]))
        .exits(0)
        .json();
    assert_eq!(told["version"], env!("CARGO_PKG_VERSION"));
    let names: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_eq!(names, ["commit", "contract", "version"]);
    let man = home.path().join("man1");
    let out = man.to_str().unwrap();
    run(home.cekura(&["man", "--out", out])).exits(0);
    let page = fs::read_to_string(man.join("cekura-campaign-run.1")).unwrap();
    assert!(page.contains("max\\-credits"), "{page}");
    let loud = run(home.cekura(&["calls", "get", "5001", "--sandbox"])).exits(0);
    assert!(!loud.err.is_empty());
    let quiet = run(home.cekura(&["calls", "get", "5001", "--sandbox", "-q"])).exits(0);
    assert!(
        quiet.err.is_empty() && !quiet.out.is_empty(),
        "{}",
        quiet.err
    );
}
