//! Exports that were interrupted.

use std::io::Write as _;
use std::path::PathBuf;

use super::*;

/// Kills an export to `calls` at its request `nth` of an operation; `false` if it ended before that.
async fn killed(stage: &Stage, operation: &str, nth: usize, more: &[&str]) -> bool {
    let faults = stage.sandbox.faults();
    for _ in 1..nth {
        faults.push_for(operation, Fault::none());
    }
    faults.push_for(operation, Fault::hang());
    let mut child = stage
        .at_home(&to_file(more))
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let is_killed = tokio::select! {
        () = stage.sandbox.stalled() => true,
        () = ended(&mut child) => false,
    };
    let _ = child.kill();
    child.wait().unwrap();
    faults.clear();
    is_killed
}

/// Waits until the program has ended.
async fn ended(child: &mut std::process::Child) {
    while child.try_wait().unwrap().is_none() {
        tokio::task::yield_now().await;
    }
}

fn to_file<'a>(more: &[&'a str]) -> Vec<&'a str> {
    all(&[&["--out", "calls"], more].concat())
}

fn path(stage: &Stage, name: &str) -> PathBuf {
    stage.home.path().join(name)
}

fn resume(stage: &Stage, more: &[&str]) -> Ended {
    run(stage.at_home(&to_file(&[more, &["--resume"]].concat())))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_page_the_file_is_the_same() {
    let stage = stage().await;
    for format in ["jsonl", "csv"] {
        let options = ["--format", format];
        let whole = stage.run(&all(&options)).exits(0).out;
        let mut kills = 0;
        while killed(&stage, "call_logs_list", kills + 1, &options).await {
            kills += 1;
            // The beginning of a row behind the last position.
            let file = fs::File::options().append(true).open(path(&stage, "calls"));
            file.unwrap().write_all(b"{\"id\": 50").unwrap();
            resume(&stage, &options).exits(0);
            let resumed = fs::read_to_string(path(&stage, "calls")).unwrap();
            assert!(resumed == whole, "{format}, killed at page {kills}");
            assert!(!path(&stage, "calls.export").exists());
        }
        assert!(kills > 8, "{kills}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whole_call_logs_that_are_written_are_not_read_again() {
    let stage = stage().await;
    let options = ["--detail", "full"];
    let whole = stage.run(&all(&options)).exits(0).out;
    let each = requests(&stage, "call_logs_retrieve");
    for nth in [1, 50, 100] {
        assert!(killed(&stage, "call_logs_retrieve", nth, &options).await);
        let written = fs::read_to_string(path(&stage, "calls")).unwrap();
        let before = requests(&stage, "call_logs_retrieve");
        resume(&stage, &options).exits(0);
        let again = requests(&stage, "call_logs_retrieve") - before;
        assert_eq!(again, each - written.lines().count() as u64, "{nth}");
        assert!(fs::read_to_string(path(&stage, "calls")).unwrap() == whole);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_export_is_resumed_more_than_once() {
    let stage = stage().await;
    let whole = stage.run(&all(&[])).exits(0).out;
    assert!(killed(&stage, "call_logs_list", 3, &[]).await);
    // Two pages are read again, so each attempt gets one further.
    for nth in 4..7 {
        assert!(killed(&stage, "call_logs_list", nth, &["--resume"]).await);
    }
    resume(&stage, &[]).exits(0);
    assert!(fs::read_to_string(path(&stage, "calls")).unwrap() == whole);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn call_logs_that_are_deleted_meanwhile_shift_nothing() {
    let stage = stage().await;
    assert!(killed(&stage, "call_logs_list", 4, &[]).await);
    let ids = newest_first(&stage.sandbox);
    // Some that are written, and one that is not.
    for id in [ids[0], ids[5], ids[21], ids[90]] {
        assert!(stage.sandbox.delete(id));
    }
    resume(&stage, &[]).exits(0);
    let text = fs::read_to_string(path(&stage, "calls")).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let expected: Vec<i64> = ids.iter().copied().filter(|id| *id != ids[90]).collect();
    assert_eq!(super::ids(&lines), expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failed_export_says_how_to_go_on() {
    let stage = stage().await;
    let faults = stage.sandbox.faults();
    faults.push_for("call_logs_list", Fault::none());
    faults.push_for("call_logs_list", Fault::status(403));
    run(stage.at_home(&to_file(&[])))
        .exits(12)
        .says("the list of call logs")
        .says("20 call logs exported so far; repeat the command with --resume to continue");
    resume(&stage, &[]).exits(0);
    assert_eq!(
        fs::read_to_string(path(&stage, "calls")).unwrap(),
        stage.run(&all(&[])).exits(0).out
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_relative_time_range_stays_what_it_was() {
    let stage = Stage::with(|builder| builder.max_page_size(20)).await;
    let line = [
        "calls",
        "export",
        "--agent-id",
        "310",
        "--from",
        "50d",
        "--out",
        "calls",
        "--resume",
    ];
    stage
        .sandbox
        .faults()
        .push_for("call_logs_list", Fault::status(403));
    run(stage.at_home(&line)).exits(12);
    let range = || {
        let text = fs::read_to_string(path(&stage, "calls.export")).unwrap();
        let saved: Value = serde_json::from_str(&text).unwrap();
        (saved["from"].clone(), saved["to"].clone())
    };
    let (from, to) = range();
    // The clock of the program cannot be moved, so the first start is moved into the past.
    let earlier = |at: &Value| {
        let at = cekura::Timestamp::from(at.as_str().unwrap())
            .to_system_time()
            .unwrap();
        cekura::Timestamp::from(at - std::time::Duration::from_secs(7 * 24 * 3600)).to_string()
    };
    let text = fs::read_to_string(path(&stage, "calls.export")).unwrap();
    let text = text.replace(from.as_str().unwrap(), &earlier(&from));
    let text = text.replace(to.as_str().unwrap(), &earlier(&to));
    fs::write(path(&stage, "calls.export"), text).unwrap();
    run(stage.at_home(&line)).exits(0);
    let asked = stage.sandbox.request_log().pop().unwrap().query;
    assert!(
        asked.contains(&("timestamp_from".to_owned(), earlier(&from))),
        "{asked:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_selection_is_refused() {
    let stage = stage().await;
    assert!(killed(&stage, "call_logs_list", 3, &[]).await);
    let before = stage.sandbox.request_log().len();
    let file = || fs::read(path(&stage, "calls")).unwrap();
    let written = file();
    for (more, says) in [
        (&["--failed"][..], "the filter was not given and is now"),
        (&["--format", "csv"], "--format was jsonl and is now csv"),
        (
            &["--detail", "full"],
            "--detail was summary and is now full",
        ),
    ] {
        resume(&stage, more)
            .exits(2)
            .says(says)
            .says("begun with other options");
    }
    let project = [
        "calls",
        "export",
        "--project-id",
        "44",
        "--from",
        "60d",
        "--out",
        "calls",
        "--resume",
    ];
    run(stage.at_home(&project))
        .exits(2)
        .says("the selection was agent 310 and is now project 44")
        .says("--from was 2025-12-01 and is now 60d")
        .says("--to was 2026-03-02T09:00:00Z and is now not given");
    assert_eq!(stage.sandbox.request_log().len(), before);
    assert_eq!(file(), written);
    resume(&stage, &[]).exits(0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_not_the_interrupted_export_is_refused() {
    let stage = stage().await;
    assert!(killed(&stage, "call_logs_list", 3, &[]).await);
    let whole = fs::read(path(&stage, "calls")).unwrap();
    let edited = [b"edited\n", &whole[7..]].concat();
    for (content, says) in [(&whole[..100], "100"), (&edited, "was changed")] {
        fs::write(path(&stage, "calls"), content).unwrap();
        resume(&stage, &[]).exits(2).says("was changed").says(says);
        fs::write(path(&stage, "calls"), &whole).unwrap();
    }
    resume(&stage, &[]).exits(0);
    resume(&stage, &[])
        .exits(2)
        .says("is not an interrupted export");
    fs::write(path(&stage, "calls.export"), "{}").unwrap();
    resume(&stage, &[])
        .exits(2)
        .says("calls.export")
        .says("begin the export again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_never_write_to_one_file() {
    let stage = stage().await;
    stage
        .sandbox
        .faults()
        .push_for("call_logs_list", Fault::hang());
    let mut first = stage.at_home(&to_file(&[])).spawn().unwrap();
    stage.sandbox.stalled().await;
    for more in [&[][..], &["--resume"]] {
        run(stage.at_home(&to_file(more)))
            .exits(2)
            .says("another process is writing");
    }
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(requests(&stage, "call_logs_list"), 1);
    resume(&stage, &[]).exits(0);
}
