//! Promise: option, then environment, then file; and the key comes from where it should.

use crate::support::{Stage, run};

const GET: [&str; 3] = ["calls", "get", "5001"];
const FILE: &str = ".cekura/config.toml";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_configuration_file_alone_is_enough() {
    let stage = Stage::new().await;
    let (key, url) = (stage.sandbox.api_key(), stage.sandbox.url());
    stage.home.write(
        FILE,
        &format!("# from a log-in\napi_key = \"{key}\"\napi_url = '{url}'\n"),
    );
    let ended = run(stage.home.cekura(&GET)).exits(0);
    assert_eq!(ended.err, "", "nothing to warn about");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn options_take_precedence_over_environment_and_file() {
    let stage = Stage::new().await;
    let url = stage.sandbox.url().to_owned();
    stage.home.write(
        FILE,
        "api_key = \"ck_of_file\"\napi_url = \"http://127.0.0.1:9\"\n",
    );
    stage.run(&GET).exits(0);

    let mut flag = stage.cekura(&[&GET[..], &["--api-url", &url]].concat());
    flag.env("CEKURA_API_URL", "http://127.0.0.1:9");
    run(flag).exits(0);

    let mut alias = stage.cekura(&GET);
    alias
        .env_remove("CEKURA_API_URL")
        .env("CEKURA_BASE_URL", &url);
    run(alias).exits(0);

    let key = stage
        .home
        .write("key.txt", &format!("{}\n", stage.sandbox.api_key()));
    let key = key.to_str().unwrap();
    run(stage.cekura_as("ck_of_env", &[&GET[..], &["--api-key-file", key]].concat())).exits(0);
    run(stage.cekura_as("ck_of_env", &GET)).exits(3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_is_used_until_it_expires() {
    let stage = Stage::new().await;
    let (key, token, url) = (
        stage.sandbox.api_key(),
        stage.sandbox.bearer_token(),
        stage.sandbox.url(),
    );
    for (expires, header) in [
        ("4102444800", "authorization"),
        ("1000000000", "x-cekura-api-key"),
    ] {
        let file = format!(
            "access_token = {token}\napi_key = {key}\ntoken_expires_at = {expires}\napi_url = {url}\n"
        );
        stage.home.write(FILE, &file);
        run(stage.home.cekura(&GET)).exits(0);
        let last = stage.sandbox.request_log().pop().unwrap();
        assert!(
            last.header(header).is_some(),
            "{header} in {:?}",
            last.headers
        );
    }
    let mut by_environment = stage.home.cekura(&GET);
    by_environment
        .env("CEKURA_ACCESS_TOKEN", token)
        .env("CEKURA_API_KEY", "ck_harbor");
    run(by_environment).exits(0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_configured_project_is_the_scope_of_a_list() {
    let stage = Stage::new().await;
    let mut list = stage.cekura(&["calls", "list", "--limit", "1"]);
    list.env("CEKURA_PROJECT_ID", "44");
    run(list).exits(0);
    let last = stage.sandbox.request_log().pop().unwrap();
    assert_eq!(last.query("project_id"), Some("44"));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_others_can_read_is_worth_a_warning() {
    use std::os::unix::fs::PermissionsExt;
    let stage = Stage::new().await;
    let (key, url) = (stage.sandbox.api_key(), stage.sandbox.url());
    let path = stage.home.write(
        "elsewhere.toml",
        &format!("api_key = {key}\napi_url = {url}\n"),
    );
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let mut command = stage.home.cekura(&GET);
    command.env("CEKURA_CONFIG", &path);
    let ended = run(command).exits(0).says("others can read it");
    assert!(!ended.err.contains(key), "{}", ended.err);
    let mut json = stage
        .home
        .cekura(&[&GET[..], &["--format", "json"]].concat());
    json.env("CEKURA_CONFIG", &path);
    let warning = run(json).exits(0).json_error();
    assert!(warning["warning"].is_string(), "{warning}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_key_is_shown_nowhere() {
    let stage = Stage::new().await;
    let key = stage.sandbox.api_key().to_owned();
    for extra in [&["-vv"][..], &["-vv", "--format", "json"]] {
        stage
            .sandbox
            .faults()
            .push(cekura_sandbox::Fault::echo_headers(400));
        let ended = stage
            .run(&[&["calls", "get", "5001"][..], extra].concat())
            .exits(10);
        assert!(
            !ended.err.contains(&key) && !ended.out.contains(&key),
            "{}{}",
            ended.out,
            ended.err
        );
        assert!(
            ended.err.contains("cekura.attempt"),
            "there is a report: {}",
            ended.err
        );
    }
    stage
        .sandbox
        .faults()
        .push(cekura_sandbox::Fault::echo_headers(400));
    let ended = stage
        .run(&["api", "GET", "/observability/v2/call-logs/5001/"])
        .exits(10);
    assert!(
        !ended.err.contains(&key) && !ended.out.contains(&key),
        "{}{}",
        ended.out,
        ended.err
    );
}

/// Ways of writing a text in which a reader would know it again once a terminal or a program has shown it.
fn spellings(key: &str) -> Vec<String> {
    let between = |mark: &str| -> String { key.chars().map(|c| format!("{c}{mark}")).collect() };
    let escaped = |c: char| format!("\\u{:04x}", u32::from(c));
    let percent: String = key.bytes().map(|b| format!("%{b:02X}")).collect();
    let mut all: Vec<String> = [
        "\0",
        "\u{7}",
        "\u{1b}",
        "\u{1b}[0m",
        "\u{202e}",
        "\u{200b}",
        "\u{9b}m",
    ]
    .into_iter()
    .map(between)
    .collect();
    all.extend([key.to_owned(), key.to_uppercase(), percent]);
    all.push(key.chars().map(escaped).collect());
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_echoed_key_is_redacted_in_every_encoding() {
    use cekura_sandbox::Fault;
    let stage = Stage::new().await;
    let key = stage.sandbox.api_key().to_owned();
    let bare = |text: &str| -> String {
        let shown = text.replace("%00", "").replace("\\u", "").to_lowercase();
        shown.chars().filter(char::is_ascii_alphanumeric).collect()
    };
    let hex: String = key.bytes().map(|b| format!("{b:02x}")).collect();
    let wide: String = key
        .chars()
        .map(|c| format!("{:04x}", u32::from(c)))
        .collect();
    let plain = bare(&key);
    let check = |shown: &str, what: &str| {
        let shown = bare(shown);
        for form in [&plain, &hex, &wide] {
            assert!(!shown.contains(form), "{what}: {shown}");
        }
    };
    let path = "/observability/v2/call-logs/5001/";
    for spelling in spellings(&key) {
        let quoted = serde_json::json!({ "detail": format!("you sent {spelling}.") }).to_string();
        for (status, body) in [
            (400, quoted.clone()),
            (400, format!("you sent {spelling}.")),
            (200, quoted),
        ] {
            let agent = ["agents", "get", "310", "--format", "json"];
            for line in [&["calls", "get", "5001"][..], &["api", "GET", path], &agent] {
                let fault = Fault::status(status)
                    .with_header("Content-Type", "application/json")
                    .with_body(body.clone());
                stage.sandbox.faults().push(fault);
                let ended = stage.run(line);
                check(&ended.err, &format!("{line:?} {body:?}"));
                check(&ended.out, &format!("{line:?} {body:?}"));
            }
        }
    }
}
