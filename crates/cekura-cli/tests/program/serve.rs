//! Promise: `cekura sandbox` says where it listens, on one line, and stops when asked.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};

use crate::support::{Home, run};

pub(crate) struct Served {
    child: Child,
    pub(crate) url: String,
    out: BufReader<std::process::ChildStdout>,
}

impl Served {
    pub(crate) fn start(home: &Home, args: &[&str]) -> Self {
        let mut command = home.cekura(&[&["sandbox"], args].concat());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let url = line
            .trim_end()
            .strip_prefix("listening on ")
            .unwrap_or_else(|| panic!("{line:?}"))
            .to_owned();
        Self { child, url, out }
    }

    /// The answer to a GET, head and all.
    fn get(&self, path: &str) -> String {
        let address = self.url.trim_start_matches("http://");
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        let head = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        std::io::Write::write_all(&mut stream, head.as_bytes()).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        reply
    }

    /// What it says until the hint about Ctrl-C, which is its last.
    fn welcome(&mut self) -> String {
        let mut text = String::new();
        for line in BufReader::new(self.child.stderr.take().unwrap()).lines() {
            let line = line.unwrap();
            text.push_str(&line);
            text.push('\n');
            if line.contains("Ctrl-C") {
                break;
            }
        }
        text
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_program_works_against_its_own_sandbox() {
    let home = Home::new();
    let mut served = Served::start(&home, &["--call-logs", "40", "--seed", "3"]);
    let welcome = served.welcome();
    assert!(welcome.contains("are reviewed by a person"), "{welcome}");
    let key = welcome
        .lines()
        .find_map(|line| line.strip_prefix("key: "))
        .unwrap()
        .to_owned();
    assert!(
        welcome.contains("curl") && welcome.contains("agent 310"),
        "{welcome}"
    );
    let mut command = home.cekura(&["calls", "get", "5001"]);
    command
        .env("CEKURA_API_KEY", key)
        .env("CEKURA_API_URL", &served.url);
    run(command).exits(0);
}

#[cfg(unix)]
#[test]
fn one_line_on_standard_output_and_a_quiet_end() {
    let home = Home::new();
    for name in ["INT", "TERM"] {
        let mut served = Served::start(&home, &[]);
        // Once it says how to stop it, it listens for that.
        served.welcome();
        crate::support::signal(name, served.child.id());
        assert_eq!(served.child.wait().unwrap().code(), Some(0), "{name}");
        let mut rest = String::new();
        served.out.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "");
    }
}

#[test]
fn faults_come_from_a_file_that_is_checked() {
    let home = Home::new();
    let good = home.write("faults.jsonl", "{\"fault\": \"status\", \"status\": 418}\n");
    let mut served = Served::start(&home, &["--faults", good.to_str().unwrap()]);
    let key = served
        .welcome()
        .lines()
        .find_map(|line| line.strip_prefix("key: ").map(str::to_owned))
        .unwrap();
    let mut command = home.cekura(&["calls", "get", "5001"]);
    command
        .env("CEKURA_API_KEY", key)
        .env("CEKURA_API_URL", &served.url);
    run(command).exits(10).says("418");

    let bad = home.write(
        "bad.jsonl",
        "{\"fault\": \"reset\"}\n{\"fault\": \"tsunami\"}\n",
    );
    run(home.cekura(&["sandbox", "--faults", bad.to_str().unwrap()]))
        .exits(2)
        .says("line 2");
    run(home.cekura(&["sandbox", "--faults", "/nowhere.jsonl"]))
        .exits(2)
        .says("cannot be read");
}

#[test]
fn quirks_come_from_a_file_that_is_checked_and_the_clock_may_differ() {
    let home = Home::new();
    let good = home.write(
        "quirks.json",
        "{\"corrupted\": {\"5001\": \"half_character\"}, \"judge_error_rate\": 0.5}\n",
    );
    let args = [
        "--quirks",
        good.to_str().unwrap(),
        "--judge-error-rate",
        "0.1",
        "--clock-behind",
        "10m",
    ];
    let mut served = Served::start(&home, &args);
    served.welcome();
    let quirks = served.get("/__sandbox/quirks");
    assert!(
        quirks.contains("half_character") && quirks.contains("\"judge_error_rate\":0.1"),
        "{quirks}"
    );
    let service = served.get("/__sandbox/state");
    let (_, now) = service.split_once("\"now\":\"").unwrap();
    let now: cekura::Timestamp = cekura::Timestamp::new(now.split('"').next().unwrap().to_owned());
    let behind = std::time::SystemTime::now()
        .duration_since(now.to_system_time().unwrap())
        .unwrap();
    assert!((590..900).contains(&behind.as_secs()), "{behind:?}");

    let bad = home.write("bad.json", "{\"nose\": 0.1}");
    run(home.cekura(&["sandbox", "--quirks", bad.to_str().unwrap()]))
        .exits(2)
        .says("nose");
    run(home.cekura(&["sandbox", "--clock-ahead", "1m", "--clock-behind", "1m"])).exits(2);
}

#[test]
fn sandbox_options_set_rate_limit_and_credits() {
    let home = Home::new();
    let mut served = Served::start(&home, &["--rate-limit", "1/1h", "--credits", "0.40"]);
    let key = served
        .welcome()
        .lines()
        .find_map(|line| line.strip_prefix("key: ").map(str::to_owned))
        .unwrap();
    let ask = || {
        let mut command = home.cekura(&["billing", "--format", "json"]);
        command
            .env("CEKURA_API_KEY", &key)
            .env("CEKURA_API_URL", &served.url);
        run(command)
    };
    assert!(ask().exits(0).out.contains("0.40"));
    ask().exits(5);

    for (option, value, part) in [
        ("--rate-limit", "often", "20/s"),
        ("--judge-error-rate", "5", "0.05"),
        ("--credits", "plenty", "5000.00"),
    ] {
        run(home.cekura(&["sandbox", option, value]))
            .exits(2)
            .says(part);
    }
}

#[test]
fn a_port_that_is_taken_is_said_to_be() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    run(Home::new().cekura(&["sandbox", "--port", &port]))
        .exits(1)
        .says("cannot be started");
}
