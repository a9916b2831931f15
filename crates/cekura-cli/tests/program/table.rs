//! Promise: an operation of the contract has a command that works, with everything that commands have in common.

use std::time::Duration;

use cekura_sandbox::{JobOutcome, Quirks};
use serde_json::{Value, json};

use crate::generated::NOUNS;
use crate::help_examples::examples;
use crate::support::{Home, Stage, run};

/// The types of the generated table, as the program has them.
#[path = "../../src/table/row.rs"]
#[allow(dead_code, reason = "the program uses the rest")]
mod row;

pub(crate) use row::{Body, Field, Job, Kind, Noun, Row};

/// The words of a command line, without the program.
pub(crate) fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        let last = words.last_mut().unwrap();
        match letter {
            '\'' => quoted = !quoted,
            '\\' if !quoted => last.extend(letters.next().filter(|letter| *letter != '\n')),
            ' ' if !quoted && last.is_empty() => {}
            ' ' if !quoted => words.push(String::new()),
            letter => last.push(letter),
        }
    }
    words.remove(0);
    words
}

pub(crate) fn rows() -> impl Iterator<Item = (&'static str, &'static Row)> {
    NOUNS
        .iter()
        .flat_map(|noun| noun.rows.iter().map(|row| (noun.name, row)))
}

/// The flags of a command that have the service's names.
pub(crate) fn service_flags(command: &[String]) -> Vec<&'static str> {
    let of = |(noun, row): &(&str, &Row)| command == [*noun, row.verb];
    let row = rows().find(of).map(|(_, row)| row);
    let fields = row
        .and_then(|row| row.body.as_ref())
        .map(|body| body.fields);
    let options = row.map(|row| row.options);
    let all = options.into_iter().chain(fields).flatten();
    all.map(|field| field.flag).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_example_works() {
    let mut failed = Vec::new();
    for (noun, row) in rows() {
        // The example of one would find what that of another deleted.
        let stage = Stage::new().await;
        let example = examples(row.after_help).remove(0);
        let words = words(&example);
        let mut args: Vec<&str> = words.iter().map(String::as_str).collect();
        if row.needs_confirmation() {
            args.push("--yes");
        }
        let polls = rows().any(|(_, other)| {
            other
                .job
                .as_ref()
                .is_some_and(|job| job.rule.poll.id == row.operation.id)
        });
        let ended = stage.run(&args);
        // The job of an example was never started.
        let is_fine = ended.code == 0 || polls && [4, 10].contains(&ended.code);
        if !is_fine {
            failed.push(format!("{noun} {}: {}\n{}", row.verb, example, ended.err));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_template_is_printed_without_an_account() {
    let home = Home::new();
    for (noun, row) in rows().filter(|(_, row)| row.body.is_some()) {
        let printed = run(home.cekura(&[noun, row.verb, "--template"]))
            .exits(0)
            .json();
        assert!(printed.is_object(), "{noun} {}: {printed}", row.verb);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_has_every_format() {
    let stage = Stage::with(|builder| builder.agents(3)).await;
    let list = |format: &str| {
        stage
            .run(&["agents", "list", "--fields", "id,name", "--format", format])
            .exits(0)
    };
    let all = list("json").json();
    let names = |entry: &Value| {
        entry
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(all.as_array().unwrap().len(), 3);
    assert_eq!(names(&all[0]), ["id", "name"]);
    assert_eq!(Value::Array(list("jsonl").json_lines()), all);
    let (csv, table) = (list("csv").out, list("table").out);
    assert_eq!(csv.lines().next(), Some("id,name"));
    assert_eq!(
        table
            .lines()
            .next()
            .unwrap()
            .split_whitespace()
            .collect::<Vec<_>>(),
        ["ID", "NAME"]
    );
    for entry in all.as_array().unwrap() {
        let (id, name) = (entry["id"].to_string(), entry["name"].as_str().unwrap());
        let shows = |text: &str| {
            text.lines()
                .any(|line| line.contains(&id) && line.contains(name))
        };
        assert!(shows(&csv) && shows(&table), "{entry}\n{csv}\n{table}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_thing_has_every_format_and_all_its_fields() {
    let stage = Stage::new().await;
    let get = |format: &str| {
        stage
            .run(&["agents", "get", "310", "--format", format])
            .exits(0)
    };
    let agent = get("json").json();
    assert!(
        agent["id"] == 310 && agent.as_object().unwrap().len() > 5,
        "{agent}"
    );
    assert_eq!(get("jsonl").json_lines(), std::slice::from_ref(&agent));
    let name = agent["name"].as_str().unwrap();
    for format in ["table", "csv"] {
        let shown = get(format).out;
        assert!(shown.contains("310") && shown.contains(name), "{shown}");
    }
    stage
        .run(&["agents", "get", "310", "--fields", "id,nonsense"])
        .exits(0)
        .says("does not have the field nonsense");
    stage.run(&["agents", "get", "99999"]).exits(4);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_read_as_far_as_needed() {
    let stage = Stage::with(|builder| builder.agents(7)).await;
    let list = |more: &[&str]| {
        let args = ["agents", "list", "--page-size", "2", "--format", "jsonl"];
        stage
            .run(&[&args, more].concat())
            .exits(0)
            .json_lines()
            .len()
    };
    let requests = || stage.sandbox.request_log().len();
    for (more, entries, pages) in [
        (&["--all"][..], 7, 4),
        (&["--limit", "all"], 7, 4),
        (&[], 7, 4),
        (&["--limit", "3"], 3, 2),
        (&["--page", "2"], 2, 1),
    ] {
        let before = requests();
        assert_eq!(list(more), entries, "{more:?}");
        assert_eq!(requests() - before, pages, "{more:?}");
    }
    stage
        .run(&["agents", "list", "--limit", "3"])
        .exits(0)
        .says("3 are shown and there are more: --limit all shows all");
    stage
        .run(&["agents", "list", "--limit", "3", "--all"])
        .exits(2);
}

#[tokio::test(flavor = "multi_thread")]
async fn deleting_is_confirmed() {
    let stage = Stage::new().await;
    let id = &stage.unreviewed(1)[0];
    let before = stage.sandbox.request_log().len();
    stage
        .run(&["calls", "delete", id])
        .exits(2)
        .says("confirmation needed, but there is no terminal")
        .says("nothing was sent");
    assert_eq!(stage.sandbox.request_log().len(), before);
    stage.run(&["calls", "delete", id, "--yes"]).exits(0);
    stage.run(&["calls", "get", id]).exits(4);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_deletes_or_costs_credits_is_never_sent_unasked() {
    let stage = Stage::new().await;
    let before = stage.sandbox.request_log().len();
    let asked = rows().filter(|(_, row)| {
        row.operation.method == "DELETE" || row.operation.effect == cekura::Effect::Billable
    });
    let asked: Vec<_> = asked.collect();
    assert!(asked.len() > 5, "{}", asked.len());
    for (_, row) in asked {
        let words = words(&examples(row.after_help).remove(0));
        let args: Vec<&str> = words.iter().map(String::as_str).collect();
        stage.run(&args).exits(2).says("confirmation needed");
    }
    assert_eq!(stage.sandbox.request_log().len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_is_made_of_options_and_data() {
    let stage = Stage::new().await;
    let create =
        |more: &[&str]| stage.run(&[&["calls", "create-scenarios", "--yes"], more].concat());
    let before = stage.sandbox.request_log().len();
    create(&["--agent-id", "310"])
        .exits(2)
        .says("missing in the body: call_logs")
        .says("cekura calls create-scenarios --template");
    create(&[
        "--agent-id",
        "310",
        "--data",
        "{\"agent_id\": 310, \"call_logs\": [5001]}",
    ])
    .exits(2)
    .says("agent_id is given by --agent-id and in --data");
    assert_eq!(stage.sandbox.request_log().len(), before, "nothing is sent");
    create(&["--agent-id", "310", "--data", "{\"call_logs\": [5001]}"]).exits(0);
    let file = stage
        .home
        .write("body.json", "{\"agent_id\": 310, \"call_logs\": [5001]}");
    create(&["--data", &format!("@{}", file.display())]).exits(0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_waited_for() {
    let stage = Stage::new().await;
    let body = json!({"agent_id": 310, "call_logs": [5001]}).to_string();
    let start = [
        "calls",
        "create-scenarios",
        "--data",
        &body,
        "--yes",
        "--format",
        "json",
    ];
    let wait = |more: &[&str]| stage.run(&[&start[..], &["--wait"], more].concat());
    let late = wait(&["--deadline", "10ms", "--poll-interval", "5s"]).exits(8);
    let error = late.json_error();
    assert!(
        error["message"].to_string().contains("it continues"),
        "{}",
        late.err
    );
    stage.sandbox.advance(Duration::from_secs(3600));
    let hint = error["hints"][0].as_str().unwrap();
    let check = hint.split('`').nth(1).unwrap();
    let check: Vec<&str> = check.split(' ').skip(1).collect();
    let polled = stage.run(&[&check[..], &["--format", "json"]].concat());
    assert_eq!(polled.exits(0).json()["completed_scenarios"], 2);
    wait(&["--poll-interval", "200ms"]).exits(0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_failed_is_shown_and_is_an_error() {
    let stage = Stage::new().await;
    stage.sandbox.set_quirks(Quirks {
        job_outcome: JobOutcome::Failed,
        ..stage.sandbox.quirks()
    });
    stage.sandbox.set_job_time(Duration::ZERO);
    let wait = [
        "alerts",
        "summarize",
        "61",
        "--yes",
        "--wait",
        "--poll-interval",
        "1ms",
    ];
    let failed = stage
        .run(&[&wait[..], &["--format", "json"]].concat())
        .exits(1);
    assert_eq!(failed.json()["status"], "error");
    let message = failed.json_error()["message"].to_string();
    assert!(message.contains(" failed (status: error)"), "{message}");
    assert!(
        !message.contains('{') && !message.contains("GET"),
        "{message}"
    );
    let hint = failed.json_error()["hints"][0].to_string();
    assert!(hint.contains("check with `cekura alerts "), "{hint}");
}
