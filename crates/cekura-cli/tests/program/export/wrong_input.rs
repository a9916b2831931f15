//! What is refused.

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_options_are_refused_before_any_request() {
    let stage = stage().await;
    let plan = [
        "campaign",
        "plan",
        "--agent-id",
        "310",
        "--out",
        "plan.json",
    ];
    run(stage.at_home(&plan)).exits(0);
    let before = stage.sandbox.request_log().len();
    let agent = ["--agent-id", "310"];
    let table: [(&[&str], &str); 13] = [
        (&[], "--project-id"),
        (
            &["--agent-id", "310", "--project-id", "44"],
            "cannot be used with",
        ),
        (&["--failed", "--passed"], "cannot be used with"),
        (
            &["--from", "2026-02-01", "--to", "2026-01-01"],
            "is after --to",
        ),
        (&["--from", "1026-02-01"], "check the year"),
        (&["--filter", "[]"], "JSON object"),
        (&["--format", "table"], "jsonl"),
        (&["--resume"], "--out"),
        (&["--detail", "all"], "full"),
        (
            &["--detail", "full", "--read-concurrency", "0"],
            "at least 1",
        ),
        (&["--read-concurrency", "4"], "--detail full"),
        (&["--out", "nowhere/calls.jsonl"], "no such folder"),
        (&["--out", "plan.json"], "it is a plan"),
    ];
    for (more, says) in table {
        let is_own = more.is_empty() || more.contains(&"--project-id");
        let agent = if is_own { &[][..] } else { &agent };
        let line = [&["calls", "export"], agent, more].concat();
        run(stage.at_home(&line)).exits(2).says(says);
    }
    assert_eq!(stage.sandbox.request_log().len(), before);
    let path = |name: &str| stage.home.path().join(name);
    assert!(!path("plan.json.export").exists() && !path("nowhere").exists());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_device_is_no_file() {
    let stage = stage().await;
    stage
        .run(&all(&["--out", "/dev/null"]))
        .exits(2)
        .says("redirect standard output");
    assert!(stage.sandbox.request_log().is_empty());
}
